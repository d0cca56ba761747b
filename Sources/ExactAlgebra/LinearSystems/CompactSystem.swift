/// A linear system whose variables are numbered without gaps and packed in one layout that has room
/// for every minor.
struct CompactSystem {
  /// The equations: coefficients, then the right-hand side.
  let rows: [[Polynomial]]
  let unknownCount: Int
  /// The original number of each variable.
  let names: [Int]
  let layout: MonomialLayout

  /// - Parameter dividingRows: whether common factors of a whole equation are divided out.
  init(matrix: [[Polynomial]], rightHandSide: [Polynomial], dividingRows: Bool = true) {
    unknownCount = matrix.first?.count ?? 0
    var equations = zip(matrix, rightHandSide).map { $0 + [$1] }
    // Room for the product of an entry of each row.
    let bounds = CompactSystem.sumOfDegrees(of: equations)
    names = bounds.indices.filter { bounds[$0] > 0 }
    layout = MonomialLayout(variableCount: names.count, exponent: bounds.max() ?? 0)
    if names.count < bounds.count {
      let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
      equations = equations.map { row in row.map { entry in entry.renamed { numbers[$0] ?? 0 } } }
    }
    // Most entries are zero: one object stands for all of them.
    let zero = Polynomial.zero.repacked(layout)
    for row in equations.indices {
      for column in equations[row].indices {
        let entry = equations[row][column]
        equations[row][column] = entry.isZero ? zero : entry.repacked(layout)
      }
    }
    rows = dividingRows ? equations.map(Elimination.withoutCommonFactor) : equations
  }

  /// For each variable the sum of its highest exponents in the rows.
  private static func sumOfDegrees(of rows: [[Polynomial]]) -> [Int] {
    var bounds: [Int] = []
    var highest: [Int] = []
    for row in rows {
      for variable in highest.indices { highest[variable] = 0 }
      for index in row.indices where !row[index].isZero { row[index].raise(&highest) }
      while bounds.count < highest.count { bounds.append(0) }
      for variable in highest.indices { bounds[variable] += highest[variable] }
    }
    return bounds
  }

  /// The polynomial in the original variables.
  func named(_ polynomial: Polynomial) -> Polynomial {
    names == Array(names.indices) ? polynomial : polynomial.renamed { names[$0] }
  }

  /// The fractions in the original variables; equal denominators in a row share their memory.
  func named(_ fractions: [Fraction]) -> [Fraction] {
    if names == Array(names.indices) { return fractions }
    var last: (from: Polynomial, to: Polynomial)?
    return fractions.map { fraction in
      let known = last.flatMap { $0.from == fraction.denominator ? $0.to : nil }
      let denominator = known ?? named(fraction.denominator)
      last = (fraction.denominator, denominator)
      return Fraction(coprime: named(fraction.numerator), denominator)
    }
  }

  func solve() -> LinearSolution {
    // A determinant that is not zero shows by itself that the equations are independent.
    let plan = rows.count == unknownCount ? MinorPlan(rows: rows, .asGiven) : nil
    let direct = plan.flatMap { shortSolution(rows, $0) }
    if let direct, !direct.denominator.isZero { return .unique(fractions(rows, direct)) }
    let independent = independentRows(columns: unknownCount)
    if independent.count < unknownCount { return solveDeficient() }
    let square = independent.map { rows[$0] }
    let values = fractions(square, overOneDenominator(square, plan))
    // The equations left over must hold too.
    let chosen = Set(independent)
    let rest = rows.indices.filter { !chosen.contains($0) }.map { rows[$0] }
    let others = LinearSystem(
      matrix: rest.map { Array($0.dropLast()) }, rightHandSide: rest.map { $0[unknownCount] })
    return rest.isEmpty || others.isSolved(by: values) ? .unique(values) : .inconsistent
  }

  private typealias Quotients = (numerators: [Polynomial], denominator: Polynomial)

  /// The solution of as many independent equations as unknowns, in lowest terms.
  private func fractions(_ square: [[Polynomial]], _ solution: Quotients) -> [Fraction] {
    let (numerators, denominator) = solution
    // A common factor of a single term is seen at once.
    let needsProof = denominator.termCount > 1 && numerators.contains { $0.termCount > 1 }
    return LowestTerms.fractions(
      numerators, over: denominator,
      lines: needsProof ? lineImages(square, numerators, denominator) : nil)
  }

  /// By the minors of the equations as given; nil where that is not soon done.
  private func shortSolution(_ square: [[Polynomial]], _ plan: MinorPlan) -> Quotients? {
    MinorTable(rows: square, plan: plan, limit: CompactSystem.searchCost)?.solution
  }

  /// Numerators over one denominator, which may all have a factor in common.
  ///
  /// - Parameter plan: that of these equations as given, where it has been tried already.
  private func overOneDenominator(_ square: [[Polynomial]], _ plan: MinorPlan?) -> Quotients {
    let given = plan ?? MinorPlan(rows: square, .asGiven)
    if plan == nil, let solution = given.flatMap({ shortSolution(square, $0) }) { return solution }
    guard let moments = decoupled(square, direct: given?.products() ?? .infinity) else {
      return Cofactors.solution(
        square.map { Array($0.dropLast()) }, square.map { $0[unknownCount] }, layout: layout,
        plan: MinorPlan.better(for: square, than: given))
    }
    let bounds = CompactSystem.sumOfDegrees(of: moments.rows)
    let layout = MonomialLayout(variableCount: names.count, exponent: bounds.max() ?? 0)
    let rows = moments.rows.map { row in row.map { $0.repacked(layout) } }
    let solution = BlockElimination(rows: rows, blocks: moments.blocks, layout: layout)
    let numerators = moments.combinations.map {
      Polynomial.combination(of: solution.numerators, $0)
    }
    return (numerators, solution.denominator)
  }

  /// The images of the solution on a line; nil where the degrees make them dear, or the line is bad.
  private func lineImages(
    _ square: [[Polynomial]], _ numerators: [Polynomial], _ denominator: Polynomial
  ) -> LineImages? {
    let highest = numerators.reduce(0) { max($0, $1.totalDegree) }
    let degree = denominator.totalDegree
    if highest + degree > CompactSystem.largestLineDegree { return nil }
    return LineImages(rows: square, numeratorDegree: highest, denominatorDegree: degree)
  }

  /// Beyond this sum of degrees interpolation, which takes the square of it, loses to gcds.
  private static let largestLineDegree = 400

  /// Combinations with which there is less to multiply than `direct`; nil when there are none.
  private func decoupled(_ square: [[Polynomial]], direct: Double) -> Decoupling? {
    // One unknown less is not worth the longer rows.
    guard let moments = Decoupling(rows: square),
      moments.blocks.allSatisfy({ $0.count < unknownCount - 1 })
    else { return nil }
    let products = moments.blocks.reduce(0.0) { sum, block in
      let plan = MinorPlan(rows: block.map { Array(moments.rows[$0][block]) + [.one] }, .asGiven)
      return sum + (plan?.products() ?? .infinity)
    }
    return 2 * products < direct ? moments : nil
  }

  /// Products of terms that are made sooner than moments are found.
  private static let searchCost = 2_000

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
      LowestTerms.fractions(solution.numerators, over: solution.denominator, lines: nil))
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
    var basis = EchelonBasis(width: columns, field: field)
    var chosen: [Int] = []
    for (index, row) in rows.enumerated() {
      if chosen.count == columns { break }
      if basis.insert(row[..<columns].map { $0.evaluated(modulo: field, at: point) }) {
        chosen.append(index)
      }
    }
    return chosen
  }
}
