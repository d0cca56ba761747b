import ExactAlgebra
import Testing

/// The examples of the documentation catalog, word for word, with what they give.
@Suite struct ExactAlgebraDocumentationTests {
  // From the second equation x = a y, so y (a + 1) = 1.
  @Test func aSystemWithAParameter() throws {
    // x + y = 1 and x − a y = 0, with a as variable 0.
    let a = Polynomial.variable(0)
    let system = LinearSystem(matrix: [[1, 1], [1, -a]], rightHandSide: [1, 0])
    let solution = system.solve()  // x = a/(a + 1), y = 1/(a + 1)

    guard case .unique(let values) = solution else {
      Issue.record("not unique: \(solution)")
      return
    }
    #expect(values == [Fraction(a, a + 1), Fraction(1, a + 1)])
    #expect(system.isSolved(by: values))
  }
}
