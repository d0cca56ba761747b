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
    let reduced = LowestTerms.withoutCommonFactor(solution.numerators, solution.denominator)
    let rest = reduced.denominator
    for (column, value) in zip(block, reduced.numerators) {
      numerators[column] = value.repacked(layout)
    }
    if rest.isOne { return }
    denominator = (denominator * rest).repacked(layout)
    for column in 0..<block.lowerBound {
      numerators[column] = (numerators[column] * rest).repacked(layout)
    }
  }
}
