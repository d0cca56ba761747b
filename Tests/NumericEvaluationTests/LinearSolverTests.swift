import NumericEvaluation
import Testing

struct LinearSolverTests {
  // x + 2y = 5i, 3x + 4y = 6 + 11i: y = −(6 + 11i − 15i)/2 = −3 + 2i, x = 5i − 2y = 6 + i.
  @Test func twoUnknowns() throws {
    let a = ComplexMatrix([[1, 2], [3, 4]])
    let x = try LinearSolver.solve(a, [Complex(0, 5), Complex(6, 11)])
    #expect(distance(x, [Complex(6, 1), Complex(-3, 2)]) < 1e-14)
  }

  // The first pivot vanishes: rows must be exchanged.
  @Test func exchangesRows() throws {
    let a = ComplexMatrix([[0, 1], [1, 0]])
    #expect(try LinearSolver.solve(a, [2, 3]) == [3, 2])
  }

  // ε x + y = 1, x + y = 2: x = 1/(1 − ε), y = (1 − 2ε)/(1 − ε). Without pivoting x comes out 0.
  @Test func pivotsForSize() throws {
    let epsilon = 1e-20
    let a = ComplexMatrix([[Complex(epsilon), 1], [1, 1]])
    #expect(distance(try LinearSolver.solve(a, [1, 2]), [1, 1]) < 1e-15)
  }

  // Rows of very different size are no singularity: 1e−30 x = 2e−30.
  @Test func scalesRows() throws {
    let a = ComplexMatrix([[1e-30, 0], [0, 1e30]])
    #expect(distance(try LinearSolver.solve(a, [2e-30, 3e30]), [2, 3]) < 1e-15)
  }

  @Test(arguments: [1, 2, 5, 12], 1...5 as ClosedRange<UInt64>)
  func recoversTheSolution(order: Int, seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let a = random.matrix(order, order)
    let x = random.vector(order)
    let found = try LinearSolver.solve(a, a * x)
    #expect(distance(a * found, a * x) < 1e-13, "order \(order), seed \(seed)")
    #expect(distance(found, x) < 1e-10, "order \(order), seed \(seed)")
  }

  // The second row is twice the first: no pivot for the second unknown.
  @Test func singularIsAnError() {
    #expect(throws: NumericEvaluationError.singular(unknown: 1, order: 2)) {
      try LinearSolver.solve(ComplexMatrix([[1, 2], [2, 4]]), [1, 1])
    }
    #expect(throws: NumericEvaluationError.singular(unknown: 0, order: 1)) {
      try LinearSolver.solve(ComplexMatrix([[0]]), [1])
    }
  }

  @Test func notFiniteIsAnError() {
    #expect(throws: NumericEvaluationError.notFinite) {
      try LinearSolver.solve(.identity(1), [Complex(.nan)])
    }
    #expect(throws: NumericEvaluationError.notFinite) {
      try LinearSolver.nullVector(of: ComplexMatrix([[Complex(.infinity)]]))
    }
  }

  @Test func emptySystem() throws {
    #expect(try LinearSolver.solve(ComplexMatrix([]), []) == [])
  }
}

struct NullVectorTests {
  // [1 i; −i 1] (1, i) = (1 − 1, −i + i) = 0; the unit vector is (1, i)/√2 up to a phase.
  @Test func knownVector() throws {
    let null = try LinearSolver.nullVector(of: ComplexMatrix([[1, .i], [-.i, 1]]))
    #expect((null.vector[1] / null.vector[0] - .i).magnitude < 1e-15)
    #expect(abs(null.vector[0].magnitude - 0.5.squareRoot()) < 1e-15)
    #expect(null.rank == 1)
    #expect(null.residual < 1e-15)
    #expect(null.leastPivot == 1)
  }

  // Two states that exchange at rates 2 (up) and 3 (down): populations (3, 2)/5.
  @Test func stationaryPopulations() throws {
    let null = try LinearSolver.nullVector(of: ComplexMatrix([[-2, 3], [2, -3]]))
    let sum = null.vector[0] + null.vector[1]
    #expect(distance(null.vector.map { $0 / sum }, [0.6, 0.4]) < 1e-15)
  }

  // a P v' = 0 where the last column of a is minus a combination of the others.
  @Test(arguments: [2, 3, 6, 16], 1...5 as ClosedRange<UInt64>)
  func recoversTheVector(order: Int, seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var a = random.matrix(order, order)
    let coefficients = random.vector(order - 1)
    for row in 0..<order {
      a[row, order - 1] = (0..<order - 1).reduce(.zero) { $0 - coefficients[$1] * a[row, $1] }
    }
    let null = try LinearSolver.nullVector(of: a)
    let comment: Comment = "order \(order), seed \(seed)"
    #expect(null.rank == order - 1, comment)
    #expect(null.residual < 1e-14, comment)
    #expect(distance(a * null.vector, [Complex](repeating: 0, count: order)) < 1e-13, comment)
    let last = null.vector[order - 1]
    #expect(distance(null.vector.map { $0 / last }, coefficients + [1]) < 1e-10, comment)
    #expect(abs(null.vector.reduce(0) { $0 + $1.magnitudeSquared } - 1) < 1e-14, comment)
    // The null vector is the eigenvector of a†a to the eigenvalue 0: another road to the same.
    let gram = try HermitianEigensystem(of: a.adjoint * a)
    let overlap = zip(gram.vectors.column(0), null.vector)
      .reduce(Complex.zero) { $0 + $1.0.conjugate * $1.1 }
    #expect(abs(overlap.magnitude - 1) < 1e-9, comment)
  }

  // A size that would overflow in a square changes nothing but the exponent.
  @Test(arguments: [1e-250, 1e250, 8e307])
  func sizeDoesNotMatter(scale: Double) throws {
    let a = ComplexMatrix([[1, 2], [0.5, 1]]).scaled(by: scale)
    let null = try LinearSolver.nullVector(of: a)
    #expect((null.vector[0] / null.vector[1] + 2).magnitude < 1e-15)
    #expect(null.residual < 1e-15)
  }

  @Test func regularMatrixIsAnError() {
    #expect(throws: NumericEvaluationError.nullSpace(dimension: 0)) {
      try LinearSolver.nullVector(of: .identity(3))
    }
  }

  @Test func largerNullSpaceIsAnError() {
    #expect(throws: NumericEvaluationError.nullSpace(dimension: 2)) {
      try LinearSolver.nullVector(of: ComplexMatrix([[1, 1, 1], [2, 2, 2], [3, 3, 3]]))
    }
    #expect(throws: NumericEvaluationError.nullSpace(dimension: 2)) {
      try LinearSolver.nullVector(of: .zero(rows: 2, columns: 2))
    }
  }

  @Test func orderOne() throws {
    let null = try LinearSolver.nullVector(of: ComplexMatrix([[0]]))
    #expect(null.vector == [1])
    #expect(null.rank == 0)
    #expect(null.residual == 0)
    #expect(null.leastPivot == 1)
  }

  // diag(1, 1e−12, 0) has rank 2, and the pivot kept says how nearly it has not; 1e−16 is rounding.
  @Test func leastPivotWarns() throws {
    let null = try LinearSolver.nullVector(of: .diagonal([1, 1e-12, 0]))
    #expect(abs(null.leastPivot / 1e-12 - 1) < 1e-12)
    #expect(throws: NumericEvaluationError.nullSpace(dimension: 2)) {
      try LinearSolver.nullVector(of: .diagonal([1, 1e-16, 0]))
    }
  }

  // Rank of a product of 5 × 3 and 3 × 4 random matrices.
  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func rankOfAProduct(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let product = random.matrix(5, 3) * random.matrix(3, 4)
    #expect(try LinearSolver.rank(of: product) == 3, "seed \(seed)")
  }
}
