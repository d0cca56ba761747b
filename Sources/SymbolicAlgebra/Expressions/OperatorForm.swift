import ExactAlgebra

/// The canonical form of an operator: a matrix in the product basis for each word in the reservoirs'
/// mode operators.
///
/// An operator of the system alone has the empty word only. Mode operators commute with the system's
/// and stay in their written order among themselves: no commutation relation is used, so equal forms
/// are equal operators.
public struct OperatorForm: Hashable, Sendable {
  /// A product of mode operators, summed over the listed index letters.
  public struct Word: Hashable, Sendable, Comparable {
    /// The index letters that are summed over, sorted.
    public var summed: [String]
    /// The mode operators, in written order.
    public var factors: [Mode]

    /// The word without mode operators: that of the system's own part.
    public static let empty = Word(summed: [], factors: [])

    /// The product of these mode operators, summed over these letters.
    public init(summed: [String], factors: [Mode]) {
      self.summed = summed
      self.factors = factors
    }

    public static func < (a: Word, b: Word) -> Bool {
      // The empty key ends the factors, so that different words never tie.
      (a.factors.map(\.key) + [""] + a.summed)
        .lexicographicallyPrecedes(b.factors.map(\.key) + [""] + b.summed)
    }
  }

  /// An annihilation operator of a reservoir, or its adjoint.
  public struct Mode: Hashable, Sendable {
    /// The mode's name, with its index letter.
    public var name: String
    /// Whether it is the adjoint.
    public var isCreation: Bool

    /// The operator of a mode, or its adjoint.
    public init(name: String, isCreation: Bool) {
      self.name = name
      self.isCreation = isCreation
    }

    var key: String { name + (isCreation ? "^\\dagger" : "") }
  }

  /// The dimension of the system's Hilbert space: the matrices are that size.
  public let dimension: Int
  /// Nonzero matrices only.
  public private(set) var parts: [Word: OperatorMatrix]

  /// An operator of the system alone.
  public init(_ matrix: OperatorMatrix) {
    dimension = matrix.dimension
    parts = matrix.isLiterallyZero ? [:] : [.empty: matrix]
  }

  /// A matrix times a word of mode operators.
  public init(_ matrix: OperatorMatrix, word: Word) {
    dimension = matrix.dimension
    parts = matrix.isLiterallyZero ? [:] : [word: matrix]
  }

  /// The annihilation operator of a mode.
  public init(mode name: String, dimension: Int) {
    self.dimension = dimension
    let word = Word(summed: [], factors: [Mode(name: name, isCreation: false)])
    parts = [word: .identity(dimension)]
  }

  private init(dimension: Int, parts: [Word: OperatorMatrix]) {
    self.dimension = dimension
    self.parts = parts.filter { !$0.value.isLiterallyZero }
  }

  /// The matrix if no mode operator occurs.
  public var matrix: OperatorMatrix? {
    if parts.isEmpty { return .zero(dimension) }
    return parts.count == 1 ? parts[.empty] : nil
  }

  /// The part without mode operators.
  public var systemPart: OperatorMatrix { parts[.empty] ?? .zero(dimension) }

  /// The words with a matrix that is not zero, sorted.
  public var words: [Word] { parts.keys.sorted() }

  /// The operator with another matrix for each word, in the order of ``words``.
  ///
  /// - Throws: what `transform` throws.
  public func map(
    _ transform: (Word, OperatorMatrix) throws(EvaluationError) -> OperatorMatrix
  ) throws(EvaluationError) -> OperatorForm {
    var result: [Word: OperatorMatrix] = [:]
    for word in words {
      if let matrix = parts[word] { result[word] = try transform(word, matrix) }
    }
    return OperatorForm(dimension: dimension, parts: result)
  }

  /// The sum, word by word.
  public static func + (a: OperatorForm, b: OperatorForm) -> OperatorForm {
    OperatorForm(dimension: a.dimension, parts: a.parts.merging(b.parts) { $0 + $1 })
  }

  /// The operator with the other sign.
  public static prefix func - (a: OperatorForm) -> OperatorForm { a.scaled(by: Scalar(-1)) }
  /// The difference, word by word.
  public static func - (a: OperatorForm, b: OperatorForm) -> OperatorForm { a + -b }

  /// The product: matrices are multiplied, words are written one after the other.
  public static func * (a: OperatorForm, b: OperatorForm) -> OperatorForm {
    var result: [Word: OperatorMatrix] = [:]
    for (left, x) in a.parts {
      for (right, y) in b.parts {
        let word = Word(
          summed: (left.summed + right.summed).sorted(), factors: left.factors + right.factors)
        result[word] = result[word].map { $0 + x * y } ?? x * y
      }
    }
    return OperatorForm(dimension: a.dimension, parts: result)
  }

  /// The operator times a scalar.
  public func scaled(by factor: Scalar) -> OperatorForm {
    OperatorForm(dimension: dimension, parts: parts.mapValues { $0.scaled(by: factor) })
  }

  /// The Hermitian conjugate: words are reversed, creation and annihilation exchanged.
  public var adjoint: OperatorForm {
    var result: [Word: OperatorMatrix] = [:]
    for (word, matrix) in parts {
      let factors = word.factors.reversed().map { Mode(name: $0.name, isCreation: !$0.isCreation) }
      result[Word(summed: word.summed, factors: factors)] = matrix.adjoint
    }
    return OperatorForm(dimension: dimension, parts: result)
  }

  /// Σ over an index letter.
  public func summed(over index: String) -> OperatorForm {
    var result: [Word: OperatorMatrix] = [:]
    for (word, matrix) in parts {
      result[Word(summed: (word.summed + [index]).sorted(), factors: word.factors)] = matrix
    }
    return OperatorForm(dimension: dimension, parts: result)
  }

  /// [self, other] = self · other − other · self.
  public func commutator(_ other: OperatorForm) -> OperatorForm { self * other - other * self }
}
