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
  }

  @Test func emptySystem() throws {
    #expect(try LinearSolver.solve(ComplexMatrix([]), []) == [])
  }
}
