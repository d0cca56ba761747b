import Testing

@testable import ExactAlgebra

@Suite struct EliminationTests {
  private func matrix(_ random: inout RandomValues, _ size: Int) -> [[Polynomial]] {
    (0..<size).map { _ in
      (0..<size + 1).map { _ in random.polynomial(terms: random.word(in: 0...2), degree: 1) }
    }
  }

  /// Leibniz's sum over permutations: slow and plain.
  private func determinant(_ rows: [[Polynomial]]) -> Polynomial {
    guard let first = rows.first else { return .one }
    var sum = Polynomial.zero
    for column in first.indices {
      let minor = rows.dropFirst().map { row in
        row.indices.filter { $0 != column }.map { row[$0] }
      }
      let product = first[column] * determinant(Array(minor))
      sum += column % 2 == 0 ? product : -product
    }
    return sum
  }

  @Test(arguments: 1...40)
  func determinantsAgreeInThreeWays(seed: Int) throws {
    var random = RandomValues(seed: seed)
    let size = random.word(in: 1...5)
    let square = matrix(&random, size).map { Array($0.dropLast()) }
    let expected = determinant(square)
    let right = [Polynomial](repeating: .zero, count: size)
    #expect(LinearSystem(matrix: square, rightHandSide: right).determinant() == expected)
    let bareiss = Elimination(rows: square, columns: size, method: .minors)
    if bareiss.pivots.count == size {
      #expect((bareiss.negated ? -bareiss.lastPivot : bareiss.lastPivot) == expected)
    } else {
      #expect(expected.isZero)
    }
    let rows = Elimination(rows: square, columns: size, method: .primitiveRows)
    #expect(rows.pivots.count == bareiss.pivots.count)
  }

  @Test(arguments: 1...30)
  func minorsAgreeWithElimination(seed: Int) throws {
    var random = RandomValues(seed: seed)
    let size = random.word(in: 1...4)
    let layout = MonomialLayout(variableCount: 3, exponent: size)
    let rows = matrix(&random, size).map { row in row.map { $0.repacked(layout) } }
    let table = try #require(MinorTable(rows: rows))
    for omitted in 0...size {
      let minor = rows.map { row in row.indices.filter { $0 != omitted }.map { row[$0] } }
      let expected = determinant(minor)
      let found = table.withoutColumn(omitted)
      #expect((table.isOddOrder ? -found : found) == expected)
    }
    let whole = table.withoutColumn(size)
    if whole.isZero { return }
    let byMinors = LowestTerms.fractions(
      (0..<size).map { table.cramerNumerator($0) }, over: whole, lines: nil)
    let solution = Elimination(rows: rows, columns: size, method: .primitiveRows).solution()
    let byRows = LowestTerms.fractions(
      solution.numerators, over: solution.denominator, lines: nil)
    #expect(byMinors == byRows)
  }

  // 20 dense rows would need more than 2²⁰ minors.
  @Test func largeDensePlansAreRefused() {
    let rows = [[Polynomial]](repeating: [Polynomial](repeating: 1, count: 21), count: 20)
    #expect(MinorTable(rows: rows) == nil)
  }

  // The same 20 rows as a band have few minors.
  @Test func largeBandsArePlanned() throws {
    let size = 20
    var rows = (0..<size).map { row in
      (0...size).map { column in
        abs(row - column) <= 1 && column < size ? Polynomial(row == column ? 2 : -1) : 0
      }
    }
    rows[size - 1][size] = 1
    let table = try #require(MinorTable(rows: rows))
    // The second difference has determinant n + 1.
    let whole = table.withoutColumn(size)
    #expect((table.isOddOrder ? -whole : whole) == Polynomial(size + 1))
  }

  // A dense system of numbers beyond the plan: A = 1 + J (all ones), A x = 1 has x = 1/(n + 1).
  @Test func largeDenseSystemsAreEliminated() {
    let size = 18
    let rows = (0..<size).map { row in
      (0..<size).map { $0 == row ? x + 1 : Polynomial(1) }
    }
    let system = LinearSystem(
      matrix: rows, rightHandSide: [Polynomial](repeating: 1, count: size))
    let value = Fraction(1, x + Polynomial(size))
    #expect(system.solve() == .unique([Fraction](repeating: value, count: size)))
    // Eigenvalues x (n − 1 times) and x + n.
    #expect(system.determinant() == x.power(size - 1) * (x + Polynomial(size)))
  }

  @Test func commonFactorsLeaveTheRow() {
    let row = [2 * x * y, 4 * x, 0]
    #expect(Elimination.withoutCommonFactor(row) == [y, 2, 0])
    #expect(Elimination.withoutCommonFactor([0, 0]) == [0, 0])
    #expect(Elimination.withoutCommonFactor([x, 1]) == [x, 1])
  }

  // 6x/(2xy), (4x² + 4x)/(2xy), 0 → 3/y, 2(x + 1)/y, 0
  @Test func quotientsInLowestTerms() {
    let values = LowestTerms.fractions(
      [6 * x, 4 * x * x + 4 * x, 0], over: 2 * x * y, lines: nil)
    #expect(values == [Fraction(3, y), Fraction(2 * x + 2, y), 0])
    let signs = LowestTerms.fractions([x], over: -y, lines: nil)
    #expect(signs == [Fraction(-x, y)])
    #expect(LowestTerms.fractions([], over: y, lines: nil).isEmpty)
  }

  @Test func compactSystemsShareOneLayout() {
    let far = Polynomial.variable(30)
    let compact = CompactSystem(matrix: [[far, x], [1, y]], rightHandSide: [0, 1])
    #expect(compact.names == [0, 1, 30])
    let layouts = Set(compact.rows.flatMap { $0.map(\.layout) })
    #expect(layouts.count == 1)
    #expect(compact.rows[0][0] == z)
    #expect(compact.unknownCount == 2)
  }
}
