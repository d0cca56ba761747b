/// The solution of a block triangular system, block after block, over one denominator.
struct BlockElimination {
  private(set) var numerators: [Polynomial]
  private(set) var denominator: Polynomial
  private let rows: [[Polynomial]]

  /// - Precondition: the rows are regular, each with its right-hand side last, in one layout with
  ///   room for every minor; an equation of a block has no later unknowns.
  init(rows: [[Polynomial]], blocks: [Range<Int>], layout: MonomialLayout) {
    self.rows = rows
    numerators = [Polynomial](repeating: .zero, count: rows.count)
    denominator = Polynomial.one.repacked(layout)
    for block in blocks { solve(block, layout) }
  }

  private mutating func solve(_ block: Range<Int>, _ layout: MonomialLayout) {
    let right = block.map { row in
      var sum = ProductSum(layout: layout)
      sum.add(rows[row][rows.count], denominator)
      for column in 0..<block.lowerBound {
        sum.add(rows[row][column], numerators[column], isNegative: true)
      }
      return sum.polynomial()
    }
    // Without a right-hand side, a regular block has the solution zero.
    if right.allSatisfy(\.isZero) { return }
    let matrix = block.map { Array(rows[$0][block]) }
    let solution = Cofactors.solution(matrix, right, layout: layout)
    let common = Self.commonFactor(solution.denominator, solution.numerators)
    let rest = Self.quotient(solution.denominator, common)
    for (column, value) in zip(block, solution.numerators) {
      numerators[column] = Self.quotient(value, common).repacked(layout)
    }
    if rest.isOne { return }
    denominator = (denominator * rest).repacked(layout)
    for column in 0..<block.lowerBound {
      numerators[column] = (numerators[column] * rest).repacked(layout)
    }
  }

  /// What divides the denominator and all numerators.
  private static func commonFactor(
    _ denominator: Polynomial, _ numerators: [Polynomial]
  ) -> Polynomial {
    var common = denominator
    for value in numerators.sorted(by: { $0.termCount < $1.termCount }) where !value.isZero {
      if common.isOne { break }
      if value.divided(exactlyBy: common) == nil { common = Polynomial.gcd(common, value) }
    }
    return common.leadingCoefficient.isNegative ? -common : common
  }

  private static func quotient(_ value: Polynomial, _ divisor: Polynomial) -> Polynomial {
    if divisor.isOne { return value }
    guard let quotient = value.divided(exactlyBy: divisor) else {
      preconditionFailure("a common divisor does not divide")
    }
    return quotient
  }
}

/// Cramer's rule for one block.
enum Cofactors {
  /// Numerators over one denominator.
  ///
  /// - Precondition: the matrix is square and regular.
  static func solution(
    _ matrix: [[Polynomial]], _ right: [Polynomial], layout: MonomialLayout
  ) -> (numerators: [Polynomial], denominator: Polynomial) {
    let order = matrix.count
    if order == 1 { return (right, matrix[0][0]) }
    let longest = matrix.joined().reduce(1) { max($0, $1.termCount) }
    // Right-hand sides that are long would be multiplied again and again inside the minors.
    if right.allSatisfy({ $0.termCount <= longest }) {
      if let table = MinorTable(rows: zip(matrix, right).map { $0 + [$1] }) {
        return ((0..<order).map { table.cramerNumerator($0) }, table.withoutColumn(order))
      }
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
