import Testing

@testable import ExactAlgebra

@Suite struct DecouplingTests {
  private let field = PrimeField()

  private func matrix(_ rows: [[Int]]) -> ResidueMatrix {
    var result = ResidueMatrix(field: field, rows: rows.count, columns: rows[0].count)
    result.residues = rows.flatMap { $0.map { field.reduce($0) } }
    return result
  }

  // (x − 2)(x − 5)(x² + 1): −1 is no square modulo 2⁶¹ − 1, which is 3 modulo 4.
  @Test func rootsAreThoseInTheField() throws {
    var generator = SplitMix64(seed: 1)
    let linear = field.product(ofRoots: [2, 5])
    var product = [UInt64](repeating: 0, count: 5)
    for (power, coefficient) in linear.enumerated() {
      product[power] = field.add(product[power], coefficient)
      product[power + 2] = field.add(product[power + 2], coefficient)
    }
    let root = try #require(field.root(of: product, &generator))
    #expect(root == 2 || root == 5)
    #expect(field.root(of: [1, 0, 1], &generator) == nil)
    #expect(field.root(of: [1, 0, 1, 0, 0], &generator) == nil)
    #expect(field.root(of: [7], &generator) == nil)
  }

  @Test func inversesOfMatrices() throws {
    let regular = matrix([[2, 1], [7, 4]])
    let inverse = try #require(regular.inverse)
    #expect(inverse.residues == matrix([[4, -1], [-7, 2]]).residues)
    #expect(matrix([[1, 2], [2, 4]]).inverse == nil)
  }

  // Both matrices map (1, 1, 0) into multiples of itself; what is left is a plane without more.
  @Test func chainsOfSubspacesAreFound() {
    // In the basis u = (1, 1, 0), v = (0, 1, 0), w = (0, 0, 1): u → u, v and w → anything.
    let change = matrix([[1, 1, 0], [0, 1, 0], [0, 0, 1]])
    let back = matrix([[1, -1, 0], [0, 1, 0], [0, 0, 1]])
    let generators = [[[1, 0, 0], [2, 1, 3], [5, 1, 1]], [[4, 0, 0], [1, 0, 1], [1, 7, 2]]]
      .map { back * matrix($0) * change }
    let quotients = InvariantSubspaces(of: generators, field: field).quotients
    #expect(quotients.map(\.count) == [1, 2])
    #expect(quotients[0] == [[1, 1, 0]])
  }

  @Test func copiesOfOneRepresentationAreTakenApart() {
    // Every matrix is a number times 1, so every row is invariant.
    let generators = [3, 8].map { matrix([[$0, 0, 0], [0, $0, 0], [0, 0, $0]]) }
    let quotients = InvariantSubspaces(of: generators, field: field).quotients
    #expect(quotients.map(\.count) == [1, 1, 1])
  }

  // u → a u, v → b v, w → a w + d v, where no w + t v is invariant. The eigenrows for a are u and
  // w + c v with a random c, and only a mixture of both is seen first: its span has no small integers.
  @Test(arguments: 1...10)
  func mixturesOfCopiesAreNotTaken(step: Int) {
    let change = matrix([[1, 1, 0], [0, 1, 0], [1, 0, 1]])
    let back = matrix([[1, -1, 0], [0, 1, 0], [-1, 1, 1]])
    let generators = [(step, step + 3, 1), (3 * step, 1, 7)].map { a, b, d in
      back * matrix([[a, 0, 0], [0, b, 0], [0, d, a]]) * change
    }
    let quotients = InvariantSubspaces(of: generators, field: field).quotients
    #expect(quotients.map(\.count) == [1, 1, 1])
    for residue in quotients.joined().joined() {
      #expect(min(residue, field.negate(residue)) < 10)
    }
  }

  /// Two two-state systems with rates a, b and c, d, whose populations are p = q ⊗ r: the sums
  /// p₁ + p₂ and p₁ + p₃ close, each for itself, beside the trace.
  private let pair: LinearSystem = {
    let (a, b, c, d) = (x, y, z, w)
    return LinearSystem(
      matrix: [
        [-a - c, d, b, 0], [c, -a - d, 0, b], [a, 0, -b - c, d], [1, 1, 1, 1],
      ], rightHandSide: [0, 0, 0, 1])
  }()

  @Test func independentSystemsDecouple() throws {
    let compact = CompactSystem(matrix: pair.matrix, rightHandSide: pair.rightHandSide)
    let moments = try #require(Decoupling(rows: compact.rows))
    #expect(moments.blocks.map(\.count) == [1, 1, 1, 1])
    // p₁ = b/(a + b) · d/(c + d)
    let layout = MonomialLayout(variableCount: 4, exponent: 8)
    let solution = BlockElimination(
      rows: moments.rows.map { row in row.map { $0.repacked(layout) } }, blocks: moments.blocks,
      layout: layout)
    let first = Polynomial.combination(of: solution.numerators, moments.combinations[0])
    #expect(Fraction(first, solution.denominator) == Fraction(y * w, (x + y) * (z + w)))
    #expect(
      pair.solve()
        == .unique([
          Fraction(y * w, (x + y) * (z + w)), Fraction(y * z, (x + y) * (z + w)),
          Fraction(x * w, (x + y) * (z + w)), Fraction(x * z, (x + y) * (z + w)),
        ]))
  }

  // Triangular systems hidden by integer combinations are solved as without the search.
  @Test func hiddenBlocksChangeNothing() {
    let decoupled = (1...40).count { agreesWhenDecoupled(seed: $0) }
    #expect(decoupled >= 20)
  }

  /// Whether a random system decoupled; its two solutions are compared.
  private func agreesWhenDecoupled(seed: Int) -> Bool {
    var random = RandomValues(seed: seed)
    let order = random.word(in: 2...5)
    let cut = random.word(in: 1...order - 1)
    var rows = (0..<order).map { i in
      (0..<order).map { j in
        i < cut && j >= cut ? Polynomial.zero : random.polynomial(terms: 2, degree: 1, bound: 3)
      }
    }
    for _ in 0..<4 {
      let (i, j) = (random.word(in: 0...order - 1), random.word(in: 0...order - 1))
      if i == j { continue }
      rows[i] = zip(rows[i], rows[j]).map { $0 + $1 }
      for row in rows.indices { rows[row][i] += rows[row][j] }
    }
    let right = (0..<order).map { _ in random.polynomial(terms: 1, degree: 1) }
    let compact = CompactSystem(matrix: rows, rightHandSide: right)
    guard let moments = Decoupling(rows: compact.rows) else { return false }
    let layout = MonomialLayout(variableCount: compact.names.count, exponent: 2 * order + 8)
    let solution = BlockElimination(
      rows: moments.rows.map { row in row.map { $0.repacked(layout) } }, blocks: moments.blocks,
      layout: layout)
    let direct = Elimination(
      rows: compact.rows, columns: order, method: .primitiveRows
    ).solution()
    for (numerator, factors) in zip(direct.numerators, moments.combinations) {
      #expect(
        Fraction(
          Polynomial.combination(of: solution.numerators, factors), solution.denominator)
          == Fraction(numerator, direct.denominator), "seed \(seed)")
    }
    return true
  }
}
