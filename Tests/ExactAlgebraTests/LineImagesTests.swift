import Testing

@testable import ExactAlgebra

@Suite struct LineImagesTests {
  private func images(_ rows: [[Polynomial]], bound: Int) -> LineImages? {
    let layout = MonomialLayout(variableCount: 4, exponent: 8)
    return LineImages(
      rows: rows.map { row in row.map { $0.repacked(layout) } }, numeratorDegree: bound,
      denominatorDegree: bound)
  }

  // (x + y)² u = (x + y)(x − y), x y v = x, w₃ = 0: denominators x + y, y and 1.
  @Test func denominatorsInLowestTerms() throws {
    let found = try #require(
      images(
        [
          [(x + y) * (x + y), 0, 0, (x + y) * (x - y)], [0, x * y, 0, x], [0, 0, 1, 0],
        ], bound: 5))
    #expect(found.denominatorDegrees == [1, 1, 0])
  }

  @Test func singularSystemsHaveNone() {
    #expect(images([[x, y, 1], [2 * x, 2 * y, 1]], bound: 3) == nil)
  }

  // A pair with a common factor is never taken for coprime, whatever the images say of it.
  @Test(arguments: 1...40)
  func commonFactorsAreNeverOverlooked(seed: Int) throws {
    var random = RandomValues(seed: seed)
    let factor = random.nonzeroPolynomial(variables: 3, terms: 2, degree: 1) + w
    let top = random.nonzeroPolynomial(variables: 4, terms: 3, degree: 2)
    let bottom = random.nonzeroPolynomial(variables: 4, terms: 3, degree: 2)
    let value = Fraction(top, bottom)
    let layout = MonomialLayout(variableCount: 4, exponent: 8)
    let rows = [[bottom.repacked(layout), top.repacked(layout)]]
    let bound = max(top.totalDegree, bottom.totalDegree)
    let lines = try #require(
      LineImages(rows: rows, numeratorDegree: bound, denominatorDegree: bound))
    #expect(lines.denominatorDegrees == [value.denominator.totalDegree])
    #expect(
      LowestTerms.fractions([top * factor], over: bottom * factor, lines: lines) == [value])
    #expect(LowestTerms.fractions([top], over: bottom, lines: lines) == [value])
    #expect(
      LowestTerms.fractions([6 * top], over: 4 * bottom, lines: lines)
        == [Fraction(3 * value.numerator, 2 * value.denominator)])
  }

  // The line of so high a degree would take thousands of nodes: gcds decide.
  @Test func highDegreesAreSolvedWithoutALine() {
    let high = x.power(40_000) + y
    let system = LinearSystem(
      matrix: [[high * (x + y), 0], [0, high]], rightHandSide: [high * y, x])
    #expect(system.solve() == .unique([Fraction(y, x + y), Fraction(x, high)]))
  }

  @Test func inversesInOneDivision() {
    let field = PrimeField()
    let values: [UInt64] = [1, 2, 3, 1 << 60]
    for (value, inverse) in zip(values, field.inverses(of: values)) {
      #expect(field.multiply(value, inverse) == 1)
    }
    #expect(field.inverses(of: []) == [])
  }
}
