/// The echelon form of a matrix of polynomials, without fractions.
struct Elimination {
  /// What keeps the entries short.
  enum Method {
    /// Bareiss (1968): every entry of a stage is a minor of the matrix, so dividing by the last
    /// pivot is exact. The last pivot is the determinant up to sign.
    case minors
    /// The common factor of every row is divided out.
    case primitiveRows
  }

  private(set) var rows: [[Polynomial]]
  /// The column of the pivot of each row, in the order of elimination.
  private(set) var pivots: [Int] = []
  /// Whether the permutations of rows and columns together are odd.
  private(set) var negated = false
  private let columns: Int

  /// - Parameter columns: the number of columns to look for pivots in; further ones are carried.
  init(rows: [[Polynomial]], columns: Int, method: Method) {
    self.rows = rows
    self.columns = columns
    var last = Polynomial.one
    while let (row, column) = cheapestPivot() {
      let stage = pivots.count
      if row != stage {
        self.rows.swapAt(row, stage)
        negated.toggle()
      }
      // The pivot's column moves before the columns not used yet.
      let before = (0..<column).count { !pivots.contains($0) }
      if before % 2 == 1 { negated.toggle() }
      pivots.append(column)
      switch method {
      case .minors: eliminateByMinors(below: stage, column, dividingBy: last)
      case .primitiveRows: eliminateByPrimitiveRows(below: stage, column)
      }
      last = self.rows[stage][column]
    }
  }

  /// The last pivot: by minors and with a pivot in every column the determinant up to sign; 1
  /// without any pivot.
  var lastPivot: Polynomial {
    guard let column = pivots.last else { return .one }
    return rows[pivots.count - 1][column]
  }

  /// With a pivot in every column: the solutions over one denominator, for the last column as
  /// right-hand side.
  func solution() -> (numerators: [Polynomial], denominator: Polynomial) {
    var denominator = Polynomial.one
    var values = [Polynomial](repeating: .zero, count: columns)
    for (row, column) in zip(rows, pivots).reversed() {
      var pairs = [(row[columns], denominator)]
      for other in 0..<columns where other != column { pairs.append((-row[other], values[other])) }
      // What the pivot does not cancel of the sum enters the denominator of all.
      let factor = Polynomial.commonFactor(Polynomial.sumOfProducts(pairs), row[column])
      if !factor.right.isOne {
        values = values.map { $0 * factor.right }
        denominator *= factor.right
      }
      values[column] = factor.left
    }
    return (values, denominator)
  }

  /// The nonzero entry whose row and column have the fewest terms to combine.
  private func cheapestPivot() -> (row: Int, column: Int)? {
    let stage = pivots.count
    var used = [Bool](repeating: false, count: columns)
    for column in pivots { used[column] = true }
    var columnTerms = [Int](repeating: 0, count: columns)
    for row in rows.dropFirst(stage) {
      for column in 0..<columns where !used[column] { columnTerms[column] += row[column].termCount }
    }
    var best: (row: Int, column: Int)?
    var lowest = Int.max
    for index in stage..<max(stage, rows.count) {
      let rowTerms = rows[index].reduce(0) { $0 + $1.termCount }
      for column in 0..<columns where !used[column] && !rows[index][column].isZero {
        let terms = rows[index][column].termCount
        let remaining = rows.count - stage
        let cost = (rowTerms - terms) * (columnTerms[column] - terms) + terms * remaining
        if cost < lowest {
          lowest = cost
          best = (index, column)
        }
      }
    }
    return best
  }

  private mutating func eliminateByMinors(
    below stage: Int, _ column: Int, dividingBy last: Polynomial
  ) {
    let pivotRow = rows[stage]
    let pivot = pivotRow[column]
    for index in (stage + 1)..<max(rows.count, stage + 1) {
      let factor = -rows[index][column]
      for position in rows[index].indices where position != column {
        let minor = Polynomial.sumOfProducts(
          [(rows[index][position], pivot), (factor, pivotRow[position])])
        guard let entry = minor.divided(exactlyBy: last) else {
          preconditionFailure("a minor is not a polynomial")
        }
        rows[index][position] = entry
      }
      rows[index][column] = .zero
    }
  }

  private mutating func eliminateByPrimitiveRows(below stage: Int, _ column: Int) {
    let pivotRow = rows[stage]
    for index in (stage + 1)..<max(rows.count, stage + 1) where !rows[index][column].isZero {
      let factor = Polynomial.commonFactor(rows[index][column], pivotRow[column])
      for position in rows[index].indices where position != column {
        rows[index][position] = Polynomial.sumOfProducts(
          [(rows[index][position], factor.right), (-factor.left, pivotRow[position])])
      }
      rows[index][column] = .zero
      rows[index] = Elimination.withoutCommonFactor(rows[index])
    }
  }

  /// The row divided by the greatest common divisor of its entries.
  static func withoutCommonFactor(_ row: [Polynomial]) -> [Polynomial] {
    if Polynomial.shareNoVariable(row) {
      var content = Integer.zero
      for index in row.indices where !row[index].isZero {
        content = Integer.gcd(content, row[index].content())
        if content.isOne { return row }
      }
      if content.isZero { return row }
      return row.map { $0.divided(exactlyBy: content) ?? $0 }
    }
    let common = Polynomial.gcd(of: row)
    if common.isZero || common.isOne { return row }
    return row.map { entry in
      guard let quotient = entry.divided(exactlyBy: common) else {
        preconditionFailure("a common divisor does not divide")
      }
      return quotient
    }
  }
}
