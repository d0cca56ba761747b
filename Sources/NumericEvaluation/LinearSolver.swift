import Foundation

/// Direct solution of dense linear systems by Gaussian elimination.
package enum LinearSolver {
  /// The x with a x = b, by LU decomposition with partial pivoting of the rows, each scaled by a
  /// power of two to a largest entry in [1, 2).
  ///
  /// - Precondition: `a` is square and `b` has as many entries as `a` rows.
  /// - Throws: `notFinite`; `singular` where a pivot sinks to rounding, order · 2^−49.
  /// - Complexity: order³ / 3.
  package static func solve(
    _ a: ComplexMatrix, _ b: [Complex]
  ) throws(NumericEvaluationError) -> [Complex] {
    precondition(a.isSquare && a.rows == b.count, "shapes of a linear system")
    guard a.isFinite, b.allSatisfy(\.isFinite) else { throw .notFinite }
    let order = a.rows
    var rows = (0..<order).map { row in
      scaled((0..<order).map { a[row, $0] }, with: b[row])
    }
    for k in 0..<order {
      var best = k
      for row in (k + 1)..<order
      where rows[row][k].magnitude > rows[best][k].magnitude {
        best = row
      }
      guard rows[best][k].magnitude > rounding(order) else {
        throw .singular(unknown: k, order: order)
      }
      rows.swapAt(k, best)
      for row in (k + 1)..<order {
        let factor = rows[row][k] / rows[k][k]
        for column in k...order { rows[row][column] -= factor * rows[k][column] }
      }
    }
    var solution = [Complex](repeating: .zero, count: order)
    for k in (0..<order).reversed() {
      var sum = rows[k][order]
      for column in (k + 1)..<order { sum -= rows[k][column] * solution[column] }
      solution[k] = sum / rows[k][k]
    }
    guard solution.allSatisfy(\.isFinite) else { throw .notFinite }
    return solution
  }

  /// What counts as zero among entries of magnitude one: eight units in the last place an unknown.
  static func rounding(_ order: Int) -> Double { Double(order) * 8 * .ulpOfOne }

  /// A row and its right-hand side, times a power of two that brings its largest entry to [1, 2).
  private static func scaled(_ row: [Complex], with right: Complex) -> [Complex] {
    let exponent = ComplexMatrix([row]).exponent
    return (row + [right]).map { $0.shifted(by: -exponent) }
  }
}
