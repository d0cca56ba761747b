/// Gaussian elimination unrolled into the steps of a program.
///
/// The order of pivots is chosen once, from sample points: among the entries that are not small
/// beside their column at any sample, the one that fills in least (Markowitz, Manage. Sci. 3, 255,
/// 1957). Away from the samples the order stays, so a caller checks the solution where that counts.
package enum StraightLineElimination {
  /// A pivot has at least this part of the largest entry of its column, rows scaled to one size.
  static let threshold = 0.05

  /// The x with a x = b.
  ///
  /// - Parameters:
  ///   - matrix: square; literal zeros are structural.
  ///   - samples: points typical of those to be evaluated, at least one, as values of the inputs.
  ///     Those at which an entry is not finite say nothing.
  /// - Throws: `singular` where no order has pivots above rounding at every sample; `notFinite`
  ///   where no sample has finite entries.
  /// - Complexity: one division for each unknown; order³ / 3 multiplications if nothing is zero.
  package static func solve(
    _ matrix: [[RealNode]], _ right: [RealNode], samples: [[Double]]
  ) throws(NumericEvaluationError) -> [RealNode] {
    precondition(
      matrix.count == right.count && matrix.allSatisfy { $0.count == right.count },
      "shapes of a linear system")
    precondition(!samples.isEmpty, "a sample to choose pivots at")
    guard let builder = right.first?.builder else { return [] }
    let order = right.count
    let program = builder.finish(outputs: matrix.flatMap { $0 })
    let columns = (0..<program.inputCount).map { input in samples.map { $0[input] } }
    let values =
      program.inputCount == 0
      ? program.evaluate(at: []).map { [$0] } : program.evaluate(columns: columns)
    var elimination = Elimination(matrix: matrix, right: right)
    for sample in values[0].indices {
      let rows = (0..<order).map { row in
        (0..<order).map { values[row * order + $0][sample] }
      }
      guard rows.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { continue }
      elimination.samples.append(rows.map(scaled))
    }
    if elimination.samples.isEmpty { throw .notFinite }
    for step in 0..<order {
      guard let pivot = elimination.bestPivot() else {
        throw .singular(unknown: step, order: order)
      }
      elimination.eliminate(pivot)
    }
    return elimination.substituteBack()
  }

  private static func scaled(_ row: [Double]) -> [Double] {
    let largest = row.reduce(0) { max($0, $1.magnitude) }
    return largest > 0 ? row.map { $0 / largest } : row
  }
}

/// The state of an elimination: nodes, and their values at the samples beside them.
private struct Elimination {
  var matrix: [[RealNode]]
  var right: [RealNode]
  /// The matrix at each sample, its rows scaled.
  var samples: [[[Double]]] = []
  private var rows: [Int]
  private var columns: [Int]
  private var pivots: [(row: Int, column: Int, inverse: RealNode)] = []

  init(matrix: [[RealNode]], right: [RealNode]) {
    self.matrix = matrix
    self.right = right
    rows = Array(right.indices)
    columns = Array(right.indices)
  }

  /// The entry to eliminate with, `nil` where all are rounding at some sample.
  func bestPivot() -> (row: Int, column: Int)? {
    let rounding = LinearSolver.rounding(matrix.count)
    var best: (row: Int, column: Int, isLarge: Bool, fill: Int, size: Double)?
    for column in columns {
      let entries = rows.filter { !matrix[$0][column].isZero }
      let largest = samples.map { sample in
        rows.reduce(0) { max($0, sample[$1][column].magnitude) }
      }
      if largest.contains(where: { $0 <= rounding }) { continue }
      for row in entries {
        let size = zip(samples, largest).map { $0[row][column].magnitude / $1 }.min() ?? 0
        if size <= rounding { continue }
        let width = columns.count { !matrix[row][$0].isZero }
        let candidate = (
          row: row, column: column, isLarge: size >= StraightLineElimination.threshold,
          fill: (entries.count - 1) * (width - 1), size: size
        )
        guard let current = best else {
          best = candidate
          continue
        }
        if candidate.isLarge != current.isLarge {
          if candidate.isLarge { best = candidate }
        } else if candidate.isLarge, candidate.fill != current.fill {
          if candidate.fill < current.fill { best = candidate }
        } else if candidate.size > current.size {
          best = candidate
        }
      }
    }
    return best.map { ($0.row, $0.column) }
  }

  mutating func eliminate(_ pivot: (row: Int, column: Int)) {
    rows.removeAll { $0 == pivot.row }
    columns.removeAll { $0 == pivot.column }
    let inverse = 1 / matrix[pivot.row][pivot.column]
    pivots.append((pivot.row, pivot.column, inverse))
    for row in rows where !matrix[row][pivot.column].isZero {
      let factor = matrix[row][pivot.column] * inverse
      for column in columns {
        matrix[row][column] =
          matrix[row][column] - RealNode.skippingZero(factor, matrix[pivot.row][column])
      }
      right[row] = right[row] - RealNode.skippingZero(factor, right[pivot.row])
    }
    for sample in samples.indices {
      for row in rows {
        let factor =
          samples[sample][row][pivot.column] / samples[sample][pivot.row][pivot.column]
        for column in columns {
          samples[sample][row][column] -= factor * samples[sample][pivot.row][column]
        }
      }
    }
  }

  func substituteBack() -> [RealNode] {
    var solution = right
    var known: [Int] = []
    for pivot in pivots.reversed() {
      var sum = right[pivot.row]
      for column in known {
        sum = sum - RealNode.skippingZero(matrix[pivot.row][column], solution[column])
      }
      solution[pivot.column] = sum * pivot.inverse
      known.append(pivot.column)
    }
    return solution
  }
}
