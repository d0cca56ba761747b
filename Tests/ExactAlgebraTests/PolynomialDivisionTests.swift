import Testing

@testable import ExactAlgebra

@Suite struct PolynomialDivisionTests {
  // x³ − 1 = (x − 1)(x² + x + 1)
  @Test func knownQuotients() {
    #expect((x.power(3) - 1).divided(exactlyBy: x - 1) == x * x + x + 1)
    #expect((x * x - y * y).divided(exactlyBy: x + y) == x - y)
    #expect((6 * x * y).divided(exactlyBy: 2 * x) == 3 * y)
    #expect((x + 1).divided(exactlyBy: x + 1) == 1)
    #expect(Polynomial.zero.divided(exactlyBy: x + 1) == 0)
    #expect((4 * x + 6).divided(exactlyBy: Polynomial(2)) == 2 * x + 3)
  }

  @Test func inexactDivisions() {
    #expect((x.power(3) + 1).divided(exactlyBy: x - 1) == nil)
    #expect(x.divided(exactlyBy: y) == nil)
    #expect((x + 1).divided(exactlyBy: x) == nil)
    #expect((x * x + 1).divided(exactlyBy: 2 * x + 1) == nil)
    #expect((x + y).divided(exactlyBy: x * y + 1) == nil)
    #expect(Polynomial.one.divided(exactlyBy: x) == nil)
    #expect((3 * x + 6).divided(exactlyBy: Polynomial(2)) == nil)
    #expect((x * x + x * y).divided(exactlyBy: x * x + x) == nil)
    // Lowest and highest terms divide, the middle does not.
    #expect((x * x + x + 1).divided(exactlyBy: x + 1) == nil)
    #expect((x.power(4) + x + 1).divided(exactlyBy: x * x + 1) == nil)
  }

  @Test func divisionByIntegers() {
    #expect((4 * x - 6).divided(exactlyBy: -2 as Integer) == 3 - 2 * x)
    #expect((4 * x - 6).divided(exactlyBy: 4 as Integer) == nil)
    #expect((x + 1).divided(exactlyBy: 1 as Integer) == x + 1)
    #expect((x + 1).divided(exactlyBy: -1 as Integer) == -x - 1)
    #expect(Polynomial.zero.divided(exactlyBy: 5 as Integer) == 0)
    // −2⁶³ / −1 leaves the word.
    #expect(
      (Polynomial(Int.min) * x).divided(exactlyBy: -1 as Integer)?.leadingCoefficient
        == Integer(2).power(63))
    let huge = Integer(10).power(30)
    #expect((x + 2).scaled(by: huge).divided(exactlyBy: huge) == x + 2)
    #expect(((x + 2).scaled(by: huge) + 1).divided(exactlyBy: huge) == nil)
  }

  @Test func contents() {
    #expect((4 * x - 6 * y).content() == 2)
    #expect((-4 * x).content() == 4)
    #expect(Polynomial.zero.content() == 0)
    #expect((x + 5).content() == 1)
    let huge = Integer(6).power(40)
    #expect((4 * x + 6).scaled(by: huge).content() == huge * 2)
    #expect((6 - 4 * x).primitivePart == 2 * x - 3)
    #expect(Polynomial.zero.primitivePart.isZero)
    #expect((-7 as Polynomial).primitivePart == 1)
  }

  @Test(arguments: 1...60)
  func productsDivideExactly(seed: Int) {
    var random = RandomValues(seed: seed)
    let width = random.word(in: 1...18)
    let a = random.nonzeroPolynomial(variables: width, terms: 9, degree: 3)
    let b = random.nonzeroPolynomial(variables: 3, terms: 7, degree: 4)
    let product = a * b
    #expect(product.divided(exactlyBy: b) == a)
    #expect(product.divided(exactlyBy: a) == b)
    if !b.isConstant {
      #expect((product + 1).divided(exactlyBy: b) == nil)
    }
  }

  // Coefficients beyond the word, on either side of the quotient.
  @Test(arguments: 1...30)
  func longCoefficients(seed: Int) {
    var random = RandomValues(seed: seed)
    let a = random.nonzeroPolynomial(terms: 8, bound: Int.max / 2)
    let b = random.nonzeroPolynomial(terms: 8, bound: Int.max / 2)
    #expect((a * b).divided(exactlyBy: a) == b)
    #expect((a * b * b).divided(exactlyBy: b * b) == a)
    if !a.isConstant { #expect((a * b + 1).divided(exactlyBy: a) == nil) }
  }

  @Test func wideMonomials() {
    let far = Polynomial.variable(40)
    let p = (x + far + 1).power(4)
    #expect(p.divided(exactlyBy: (x + far + 1).power(3)) == x + far + 1)
    #expect((p + far).divided(exactlyBy: x + far + 1) == nil)
    #expect(p.divided(exactlyBy: x + 1) == nil)
  }

  @Test func longQuotientsOfShortDivisors() {
    // (x⁵⁰⁰ − 1)/(x − 1) = x⁴⁹⁹ + … + 1
    let quotient = (x.power(500) - 1).divided(exactlyBy: x - 1)
    #expect(quotient?.termCount == 500)
    #expect(quotient?.terms.allSatisfy { $0.coefficient == 1 } == true)
    #expect((x.power(500) - 2).divided(exactlyBy: x - 1) == nil)
  }
}
