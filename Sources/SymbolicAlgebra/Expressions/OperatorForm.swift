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
    public var summed: [String]
    public var factors: [Mode]

    public static let empty = Word(summed: [], factors: [])

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
    public var name: String
    public var isCreation: Bool

    public init(name: String, isCreation: Bool) {
      self.name = name
      self.isCreation = isCreation
    }

    var key: String { name + (isCreation ? "^\\dagger" : "") }
  }

  public let dimension: Int
  /// Nonzero matrices only.
  public private(set) var parts: [Word: OperatorMatrix]

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

  public var words: [Word] { parts.keys.sorted() }

  public func map(
    _ transform: (Word, OperatorMatrix) throws(EvaluationError) -> OperatorMatrix
  ) throws(EvaluationError) -> OperatorForm {
    var result: [Word: OperatorMatrix] = [:]
    for word in words {
      if let matrix = parts[word] { result[word] = try transform(word, matrix) }
    }
    return OperatorForm(dimension: dimension, parts: result)
  }

  public static func + (a: OperatorForm, b: OperatorForm) -> OperatorForm {
    OperatorForm(dimension: a.dimension, parts: a.parts.merging(b.parts) { $0 + $1 })
  }

  public static prefix func - (a: OperatorForm) -> OperatorForm { a.scaled(by: Scalar(-1)) }
  public static func - (a: OperatorForm, b: OperatorForm) -> OperatorForm { a + -b }

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

  public func scaled(by factor: Scalar) -> OperatorForm {
    OperatorForm(dimension: dimension, parts: parts.mapValues { $0.scaled(by: factor) })
  }

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

  public func commutator(_ other: OperatorForm) -> OperatorForm { self * other - other * self }
}
