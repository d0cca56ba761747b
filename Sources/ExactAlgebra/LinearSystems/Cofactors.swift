/// Cramer's rule for a square system.
enum Cofactors {
  /// Numerators over one denominator.
  ///
  /// - Parameter plan: that of the equations with their right-hand sides, where it is known.
  /// - Precondition: the matrix is square and regular.
  static func solution(
    _ matrix: [[Polynomial]], _ right: [Polynomial], layout: MonomialLayout, plan: MinorPlan? = nil
  ) -> (numerators: [Polynomial], denominator: Polynomial) {
    let order = matrix.count
    if order == 1 { return (right, matrix[0][0]) }
    let longest = matrix.joined().reduce(1) { max($0, $1.termCount) }
    // Right-hand sides that are long would be multiplied again and again inside the minors.
    if right.allSatisfy({ $0.termCount <= longest }) {
      let rows = zip(matrix, right).map { $0 + [$1] }
      let plan = plan ?? MinorPlan.better(for: rows)
      if let table = plan.flatMap({ MinorTable(rows: rows, plan: $0) }) { return table.solution }
    } else if let solution = expansion(matrix, right, layout: layout) {
      return solution
    }
    return Elimination(
      rows: zip(matrix, right).map { $0 + [$1] }, columns: order, method: .primitiveRows
    ).solution()
  }

  /// Σ right · cofactor over the rows with a right-hand side.
  private static func expansion(
    _ matrix: [[Polynomial]], _ right: [Polynomial], layout: MonomialLayout
  ) -> (numerators: [Polynomial], denominator: Polynomial)? {
    let order = matrix.count
    var sums = [ProductSum](repeating: ProductSum(layout: layout), count: order)
    var denominator: Polynomial?
    for row in 0..<order where !right[row].isZero {
      let others = matrix.indices.filter { $0 != row }.map { matrix[$0] }
      guard let table = MinorTable(rows: others) else { return nil }
      var determinant = ProductSum(layout: layout)
      for column in 0..<order {
        let isNegative = ((row + column) % 2 == 1) != table.isOddOrder
        let minor = table.withoutColumn(column)
        sums[column].add(right[row], minor, isNegative: isNegative)
        determinant.add(matrix[row][column], minor, isNegative: isNegative)
      }
      if denominator == nil { denominator = determinant.polynomial() }
    }
    return denominator.map { (sums.map { $0.polynomial() }, $0) }
  }
}
