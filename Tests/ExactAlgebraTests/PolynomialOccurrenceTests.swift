import Testing

@testable import ExactAlgebra

@Suite struct PolynomialOccurrenceTests {
  private let x = Polynomial.variable(0)
  private let y = Polynomial.variable(1)
  private let z = Polynomial.variable(70)

  @Test func occurringVariables() {
    let p = x * x * y + z
    #expect(p.contains(anyOf: [1]))
    #expect(p.contains(anyOf: [2, 70]))
    #expect(!p.contains(anyOf: [2, 69, 71, 500]))
    #expect(!p.contains(anyOf: []))
    #expect(!Polynomial(3).contains(anyOf: [0]))
    #expect(!Polynomial.zero.contains(anyOf: [0]))
  }

  // xy has both of one group, x² one of it twice; x + y has no product.
  @Test func productsWithinAGroup() {
    #expect((x + y + z).isLinear(inEachOf: [[0, 1], [70]]))
    #expect((x * z + y * z).isLinear(inEachOf: [[0, 1], [70]]))
    #expect(!(x * y + z).isLinear(inEachOf: [[0, 1]]))
    #expect((x * y + z).isLinear(inEachOf: [[0], [1]]))
    #expect(!(x * x + z).isLinear(inEachOf: [[1], [0]]))
    #expect(!(z.power(3) + 1).isLinear(inEachOf: [[0], [70]]))
    #expect((x * x).isLinear(inEachOf: [[70], [90, 91]]))
    #expect(Polynomial(5).isLinear(inEachOf: [[0]]))
  }

  // Whatever else a variable does: x³ + x² is odd in x, x²y is in y alone.
  @Test func oddPowers() {
    let far = Polynomial.variable(71)
    #expect((x.power(3) + x * x).oddVariables == [0])
    #expect((x * x * y - 4).oddVariables == [1])
    #expect((far * y + x.power(130)).oddVariables == [1, 71])
    #expect((far * far + x.power(8)).oddVariables == [])
    #expect(Polynomial.zero.oddVariables == [])
    #expect(Polynomial(3).oddVariables == [])
  }

  @Test func termsInSomeVariables() {
    let sum = x * y + y * z + Polynomial.variable(70) * x
    #expect(sum.hasTerm { $0 < 2 })
    #expect(sum.hasTerm { $0 == 0 || $0 == 70 })
    #expect(!sum.hasTerm { $0 == 0 })
    #expect((sum + 1).hasTerm { _ in false })
    #expect(!sum.hasTerm { _ in false })
    #expect(!Polynomial.zero.hasTerm { _ in true })
  }

  @Test func negativeCoefficients() {
    #expect((x - y).hasNegativeCoefficient)
    #expect(!(x + y).hasNegativeCoefficient)
    #expect(!Polynomial.zero.hasNegativeCoefficient)
    let huge = Polynomial(Integer(2).power(80))
    #expect((x - huge).hasNegativeCoefficient)
    #expect(!(x + huge).hasNegativeCoefficient)
  }

  // 6x and 4: 2·(3x, 2); 6x and 0-free −4: the divisor is positive.
  @Test func commonFactorsWithNumbers() {
    #expect(Polynomial.gcd(6 * x, 4) == 2)
    #expect(Polynomial.gcd(-4, 6 * x + 2) == 2)
    #expect(Polynomial.gcd(6 * x + 5, 10) == 1)
    let factor = Polynomial.commonFactor(6 * x - 4 * y, -8)
    #expect(factor.common == 2)
    #expect(factor.left == 3 * x - 2 * y)
    #expect(factor.right == -4)
    #expect(Fraction(6 * x, -4) == Fraction(-3 * x, 2))
  }

  // The first monomial of 3y² + x₇₀ is y², whatever the layouts; −2 stands before it in x − 2y² + 5.
  @Test func coefficientOfAFirstMonomial() {
    let (x, y, z) = (Polynomial.variable(0), Polynomial.variable(1), Polynomial.variable(70))
    let p = x - 2 * y * y + 5
    #expect(p.coefficient(ofStartOf: 3 * y * y + z) == -2)
    #expect(p.coefficient(ofStartOf: 7 * x + y.power(200)) == 1)
    #expect(p.coefficient(ofStartOf: 4) == 5)
    #expect(p.coefficient(ofStartOf: y.power(3) + y) == 0)
    #expect(p.coefficient(ofStartOf: x * y) == 0)
    #expect(p.coefficient(ofStartOf: 0) == 0)
    #expect(Polynomial.zero.coefficient(ofStartOf: p) == 0)
    let large = Integer(10).power(30)
    #expect((p.scaled(by: large) + y.power(200)).coefficient(ofStartOf: x) == large)
  }
}
