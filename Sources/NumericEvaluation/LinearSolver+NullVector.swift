import Foundation

extension LinearSolver {
  /// The unit vector that a square matrix sends to zero, unique up to a phase.
  package struct NullVector: Hashable, Sendable {
    /// Of Euclidean length 1.
    package let vector: [Complex]
    /// The numeric rank of the matrix, one less than its order.
    package let rank: Int
    /// max |a v| over max |a|.
    package let residual: Double
    /// The least pivot kept, relative to the largest entry of the matrix (1 for order 1): the
    /// vector's error is of the order of 2^−52 over this.
    package let leastPivot: Double
  }

  /// The null vector of a square matrix, by elimination with complete pivoting.
  ///
  /// Pivots of at most order · 2^−49 times the largest entry count as zero.
  ///
  /// - Precondition: `a` is square and not empty.
  /// - Throws: `notFinite`; `nullSpace` where the null space is not one-dimensional.
  /// - Complexity: 2 · order³ / 3.
  package static func nullVector(
    of a: ComplexMatrix
  ) throws(NumericEvaluationError) -> NullVector {
    precondition(a.isSquare && a.rows > 0, "null vector of a square matrix")
    let order = a.rows
    let elimination = try CompleteElimination(a)
    guard elimination.rank == order - 1 else {
      throw .nullSpace(dimension: order - elimination.rank)
    }
    // P a Q = [U u; 0 0]: with the last unknown 1, U x = −u; then undo the order of the columns.
    var unknowns = [Complex](repeating: .one, count: order)
    for k in (0..<order - 1).reversed() {
      var sum = Complex.zero
      for column in (k + 1)..<order {
        sum -= elimination.matrix[k, column] * unknowns[column]
      }
      unknowns[k] = sum / elimination.matrix[k, k]
    }
    let largest = unknowns.reduce(0) { max($0, $1.magnitude) }
    guard largest.isFinite else { throw .notFinite }
    let length = largest * sqrt(unknowns.reduce(0) { $0 + pow($1.magnitude / largest, 2) })
    var vector = unknowns
    for (k, column) in elimination.columnOrder.enumerated() {
      vector[column] = unknowns[k].scaled(by: 1 / length)
    }
    let image = elimination.original * vector
    let scale = elimination.original.largestMagnitude
    return NullVector(
      vector: vector, rank: elimination.rank,
      residual: scale == 0 ? 0 : image.reduce(0) { max($0, $1.magnitude) } / scale,
      leastPivot: order == 1
        ? 1 : elimination.matrix[order - 2, order - 2].magnitude / scale)
  }

  /// The numeric rank of a matrix, by complete pivoting with the threshold of `nullVector(of:)`.
  package static func rank(of a: ComplexMatrix) throws(NumericEvaluationError) -> Int {
    try CompleteElimination(a).rank
  }
}

/// A matrix brought to upper trapezoidal form, rows and columns both exchanged.
private struct CompleteElimination {
  /// The given matrix times a power of two that brings its largest part to [1, 2).
  let original: ComplexMatrix
  /// The upper triangle above `rank`; what stands below the diagonal has no meaning.
  private(set) var matrix: ComplexMatrix
  /// Column k of `matrix` is column `columnOrder[k]` of `original`.
  private(set) var columnOrder: [Int]
  private(set) var rank = 0

  init(_ a: ComplexMatrix) throws(NumericEvaluationError) {
    guard a.isFinite else { throw .notFinite }
    original = a.shifted(by: -a.exponent)
    matrix = original
    columnOrder = Array(0..<a.columns)
    let negligible = LinearSolver.rounding(max(a.rows, a.columns)) * original.largestMagnitude
    while rank < min(a.rows, a.columns), let pivot = largestEntry(above: negligible) {
      exchange(with: pivot)
      eliminate()
      rank += 1
    }
  }

  private func largestEntry(above bound: Double) -> (row: Int, column: Int)? {
    var best = bound * bound
    var place: (row: Int, column: Int)?
    for row in rank..<matrix.rows {
      for column in rank..<matrix.columns where matrix[row, column].magnitudeSquared > best {
        best = matrix[row, column].magnitudeSquared
        place = (row, column)
      }
    }
    return place
  }

  private mutating func exchange(with pivot: (row: Int, column: Int)) {
    for column in 0..<matrix.columns {
      let kept = matrix[rank, column]
      matrix[rank, column] = matrix[pivot.row, column]
      matrix[pivot.row, column] = kept
    }
    for row in 0..<matrix.rows {
      let kept = matrix[row, rank]
      matrix[row, rank] = matrix[row, pivot.column]
      matrix[row, pivot.column] = kept
    }
    columnOrder.swapAt(rank, pivot.column)
  }

  private mutating func eliminate() {
    for row in (rank + 1)..<matrix.rows {
      let factor = matrix[row, rank] / matrix[rank, rank]
      guard factor != .zero else { continue }
      for column in (rank + 1)..<matrix.columns {
        matrix[row, column] -= factor * matrix[rank, column]
      }
    }
  }
}
