import ExactAlgebra

/// A square matrix of scalars, row by row: an operator's canonical form in a basis.
public struct OperatorMatrix: Hashable, Sendable {
  /// The number of rows, and of columns.
  public let dimension: Int
  /// The entries, row by row.
  public private(set) var entries: [Scalar]

  /// The matrix with these entries, row by row.
  ///
  /// - Precondition: `entries.count` is `dimension` squared.
  public init(dimension: Int, entries: [Scalar]) {
    precondition(entries.count == dimension * dimension)
    self.dimension = dimension
    self.entries = entries
  }

  /// The matrix of zeros.
  public static func zero(_ dimension: Int) -> OperatorMatrix {
    OperatorMatrix(
      dimension: dimension, entries: Array(repeating: .zero, count: dimension * dimension))
  }

  /// The matrix with ones on the diagonal, and else zeros.
  public static func identity(_ dimension: Int) -> OperatorMatrix {
    var result = zero(dimension)
    for i in 0..<dimension { result[i, i] = .one }
    return result
  }

  /// |a⟩⟨b|
  public static func outer(_ a: [Scalar], _ b: [Scalar]) -> OperatorMatrix {
    OperatorMatrix(
      dimension: a.count, entries: a.flatMap { x in b.map { x * $0.conjugate } })
  }

  /// The entry, both indices counted from 0.
  public subscript(row: Int, column: Int) -> Scalar {
    get { entries[row * dimension + column] }
    set { entries[row * dimension + column] = newValue }
  }

  /// Whether every entry is zero as written, before any relation is used.
  public var isLiterallyZero: Bool { entries.allSatisfy(\.isLiterallyZero) }

  /// The sum, entry by entry.
  public static func + (a: OperatorMatrix, b: OperatorMatrix) -> OperatorMatrix {
    OperatorMatrix(dimension: a.dimension, entries: zip(a.entries, b.entries).map { $0 + $1 })
  }

  /// The difference, entry by entry.
  public static func - (a: OperatorMatrix, b: OperatorMatrix) -> OperatorMatrix {
    OperatorMatrix(dimension: a.dimension, entries: zip(a.entries, b.entries).map { $0 - $1 })
  }

  /// The matrix product.
  public static func * (a: OperatorMatrix, b: OperatorMatrix) -> OperatorMatrix {
    let n = a.dimension
    var entries = Array(repeating: Scalar.zero, count: n * n)
    for i in 0..<n {
      for k in 0..<n {
        let left = a.entries[i * n + k]
        if left.isLiterallyZero { continue }
        for j in 0..<n where !b.entries[k * n + j].isLiterallyZero {
          entries[i * n + j] += left * b.entries[k * n + j]
        }
      }
    }
    return OperatorMatrix(dimension: n, entries: entries)
  }

  /// The image of a vector.
  public static func * (a: OperatorMatrix, v: [Scalar]) -> [Scalar] {
    (0..<a.dimension).map { i in
      var sum = Scalar.zero
      for k in v.indices {
        let entry = a.entries[i * a.dimension + k]
        if !entry.isLiterallyZero, !v[k].isLiterallyZero { sum += entry * v[k] }
      }
      return sum
    }
  }

  /// The matrix times a scalar.
  public func scaled(by factor: Scalar) -> OperatorMatrix {
    if factor == .one { return self }
    return OperatorMatrix(dimension: dimension, entries: entries.map { $0 * factor })
  }

  /// The conjugate transpose.
  public var adjoint: OperatorMatrix {
    var result = self
    for i in 0..<dimension {
      for j in 0..<dimension { result[i, j] = self[j, i].conjugate }
    }
    return result
  }

  /// The sum of the diagonal.
  public var trace: Scalar {
    (0..<dimension).reduce(Scalar.zero) { $0 + self[$1, $1] }
  }

  /// Σ over subsystems' tensor factors, this one first.
  public func kronecker(_ other: OperatorMatrix) -> OperatorMatrix {
    let n = dimension * other.dimension
    var result = OperatorMatrix.zero(n)
    for i in 0..<dimension {
      for j in 0..<dimension where !self[i, j].isLiterallyZero {
        for k in 0..<other.dimension {
          for l in 0..<other.dimension {
            result[i * other.dimension + k, j * other.dimension + l] = self[i, j] * other[k, l]
          }
        }
      }
    }
    return result
  }

  /// Each entry in normal form; `nil` if a denominator is zero.
  public func canonical(in field: Field) -> OperatorMatrix? {
    var result = self
    for index in entries.indices where !entries[index].isLiterallyZero {
      guard let entry = field.canonical(entries[index]) else { return nil }
      result.entries[index] = entry
    }
    return result
  }

  /// U†MU for the matrix whose columns are the given vectors: the matrix in that basis.
  public func inBasis(_ vectors: [[Scalar]], field: Field) -> OperatorMatrix? {
    let images = vectors.map { self * $0 }
    var entries: [Scalar] = []
    for vector in vectors {
      let bra = vector.map(\.conjugate)
      for image in images {
        var sum = Scalar.zero
        for index in bra.indices
        where !bra[index].isLiterallyZero && !image[index].isLiterallyZero {
          sum += bra[index] * image[index]
        }
        entries.append(sum)
      }
    }
    return OperatorMatrix(dimension: dimension, entries: entries).canonical(in: field)
  }
}
