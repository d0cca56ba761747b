/// A linear system whose variables are numbered without gaps and packed in one layout that has room
/// for every minor.
struct CompactSystem {
  /// The equations: coefficients, then the right-hand side.
  let rows: [[Polynomial]]
  let unknownCount: Int
  /// The original number of each variable.
  let names: [Int]

  /// - Parameter dividingRows: whether common factors of a whole equation are divided out.
  init(matrix: [[Polynomial]], rightHandSide: [Polynomial], dividingRows: Bool = true) {
    unknownCount = matrix.first?.count ?? 0
    var equations = zip(matrix, rightHandSide).map { $0 + [$1] }
    if dividingRows { equations = equations.map(Elimination.withoutCommonFactor) }
    var occurring: Set<Int> = []
    for row in equations { for entry in row { occurring.formUnion(entry.variables) } }
    let names = occurring.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    equations = equations.map { row in row.map { entry in entry.renamed { numbers[$0] ?? 0 } } }
    // A minor takes one entry of each row, so its degree is at most the sum of the rows' degrees.
    var bounds = [Int](repeating: 0, count: names.count)
    for row in equations {
      var highest = [Int](repeating: 0, count: names.count)
      for entry in row {
        for (variable, degree) in entry.degrees.enumerated() where degree > 0 {
          highest[variable] = max(highest[variable], degree)
        }
      }
      for variable in bounds.indices { bounds[variable] += highest[variable] }
    }
    let layout = MonomialLayout(variableCount: names.count, exponent: bounds.max() ?? 0)
    rows = equations.map { row in row.map { $0.repacked(layout) } }
    self.names = names
  }

  func solve() -> LinearSolution {
    let independent = independentRows(columns: unknownCount)
    if independent.count < unknownCount { return solveDeficient() }
    let square = independent.map { rows[$0] }
    let values: [Fraction]
    if let table = MinorTable(rows: square), !table.withoutColumn(unknownCount).isZero {
      values = CramersRule.reduced(
        numerators: (0..<unknownCount).map { table.cramerNumerator($0) },
        denominator: table.withoutColumn(unknownCount))
    } else {
      let solution = Elimination(
        rows: square, columns: unknownCount, method: .primitiveRows
      ).solution()
      values = CramersRule.reduced(
        numerators: solution.numerators, denominator: solution.denominator)
    }
    // The equations left over must hold too.
    let chosen = Set(independent)
    let rest = rows.indices.filter { !chosen.contains($0) }.map { rows[$0] }
    let others = LinearSystem(
      matrix: rest.map { Array($0.dropLast()) }, rightHandSide: rest.map { $0[unknownCount] })
    return rest.isEmpty || others.isSolved(by: values) ? .unique(values) : .inconsistent
  }

  /// The answer when the rank seems too low: exact elimination decides.
  private func solveDeficient() -> LinearSolution {
    let echelon = Elimination(rows: rows, columns: unknownCount, method: .primitiveRows)
    let rank = echelon.pivots.count
    for row in echelon.rows.dropFirst(rank) where !row[unknownCount].isZero {
      return .inconsistent
    }
    if rank < unknownCount { return .underdetermined(rank: rank) }
    let solution = echelon.solution()
    return .unique(
      CramersRule.reduced(
        numerators: solution.numerators, denominator: solution.denominator))
  }

  func rank() -> Int {
    // A nonzero minor modulo the prime is a nonzero minor, so the residues' rank is a lower bound.
    let bound = independentRows(columns: unknownCount).count
    if bound == min(rows.count, unknownCount) { return bound }
    return Elimination(rows: rows, columns: unknownCount, method: .primitiveRows).pivots.count
  }

  func determinant() -> Polynomial {
    if unknownCount == 0 { return .one }
    // The right-hand side plays no part.
    let square = rows.map { Array($0.dropLast()) + [.zero] }
    if let table = MinorTable(rows: square) {
      return table.isOddOrder
        ? -table.withoutColumn(unknownCount) : table.withoutColumn(unknownCount)
    }
    let echelon = Elimination(rows: square, columns: unknownCount, method: .minors)
    if echelon.pivots.count < unknownCount { return .zero }
    return echelon.negated ? -echelon.lastPivot : echelon.lastPivot
  }

  /// Rows that are independent at a random point modulo the prime, and hence independent; the
  /// earliest ones, as many as the point shows.
  private func independentRows(columns: Int) -> [Int] {
    let field = PrimeField()
    var generator = SplitMix64(seed: 0xACE5)
    let point = names.map { _ in generator.nextUnit(modulo: field) }
    var basis: [(column: Int, row: [UInt64])] = []
    var chosen: [Int] = []
    for (index, row) in rows.enumerated() {
      if chosen.count == columns { break }
      var residues = row[..<columns].map { $0.evaluated(modulo: field, at: point) }
      for (column, reduced) in basis where residues[column] != 0 {
        let factor = residues[column]
        for position in residues.indices {
          residues[position] = field.subtract(
            residues[position], field.multiply(factor, reduced[position]))
        }
      }
      guard let column = residues.firstIndex(where: { $0 != 0 }),
        let inverse = field.inverse(residues[column])
      else { continue }
      basis.append((column, residues.map { field.multiply($0, inverse) }))
      chosen.append(index)
    }
    return chosen
  }
}
