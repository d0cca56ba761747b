import Testing

@testable import ExactAlgebra

@Suite struct PolynomialGCDTests {
  @Test func knownDivisors() {
    // x² − 1 = (x − 1)(x + 1), x² − 2x + 1 = (x − 1)²
    #expect(Polynomial.gcd(x * x - 1, x * x - 2 * x + 1) == x - 1)
    #expect(Polynomial.gcd(x * x - y * y, x.power(3) - y.power(3)) == x - y)
    #expect(Polynomial.gcd(x + 1, x + 2) == 1)
    #expect(Polynomial.gcd(x, y) == 1)
    #expect(Polynomial.gcd(x * y, y * z) == y)
    // x⁶ − 1 and x⁴ − 1 share x² − 1.
    #expect(Polynomial.gcd(x.power(6) - 1, x.power(4) - 1) == x * x - 1)
  }

  @Test func contentsCount() {
    #expect(Polynomial.gcd(4 * x, 6 * x) == 2 * x)
    #expect(Polynomial.gcd(4 * x + 4, 6) == 2)
    #expect(Polynomial.gcd(6, 4) == 2)
    #expect(Polynomial.gcd(-6 * x, -9 * x * y) == 3 * x)
    #expect(Polynomial.gcd(4 * x * x - 4, 6 * x + 6) == 2 * x + 2)
  }

  @Test func zeroHasEveryDivisor() {
    #expect(Polynomial.gcd(0, 0).isZero)
    #expect(Polynomial.gcd(0, -3 * x) == 3 * x)
    #expect(Polynomial.gcd(3 * x - 1, 0) == 3 * x - 1)
    #expect(Polynomial.gcd(0, -5) == 5)
    #expect(Polynomial.gcd(0, 1) == 1)
  }

  // The divisor x + 1 has none of the variables y and z that occur.
  @Test func divisorsInFewerVariables() {
    let a = (x + 1) * (y + z + 3)
    let b = (x + 1) * (y * y - z + x)
    #expect(Polynomial.gcd(a, b) == x + 1)
    #expect(Polynomial.gcd(a, (x + 1) * w) == x + 1)
    #expect(Polynomial.gcd((x + 1) * y + 1, (x + 1) * z + 1) == 1)
  }

  @Test func oneDividesTheOther() {
    let p = (x + y).power(3) - z
    #expect(Polynomial.gcd(p, p * (x - 5 * z)) == p)
    #expect(Polynomial.gcd(p * (x - 5 * z), p) == p)
    #expect(Polynomial.gcd(p, -p) == p)
    #expect(Polynomial.gcd(p, p) == p)
  }

  // Homogeneous pairs vanish together at the origin, which must not pass for a common factor.
  @Test func homogeneousPolynomials() {
    #expect(Polynomial.gcd(x * x + y * y, x * y + y * y) == 1)
    #expect(Polynomial.gcd(x * x + 3 * x * y + 2 * y * y, x * x - y * y) == x + y)
    #expect(Polynomial.gcd((x + y + z) * (x - y), (x + y + z) * (x - 2 * z)) == x + y + z)
  }

  @Test func theCommonFactorCarriesBothCofactors() {
    let g = 2 * x * y + 6
    let (a, b) = (x - z, 3 * y + z)
    let factor = Polynomial.commonFactor(g * a * 5, g * b * -7)
    #expect(factor.common == g)
    #expect(factor.left == a * 5)
    #expect(factor.right == b * -7)
    let zero = Polynomial.commonFactor(0, -x)
    #expect(zero.common == x)
    #expect(zero.left.isZero)
    #expect(zero.right == -1)
  }

  @Test(arguments: 1...120)
  func commonFactorsAreRecovered(seed: Int) {
    var random = RandomValues(seed: seed)
    let width = random.word(in: 1...5)
    let a = random.nonzeroPolynomial(variables: width, terms: 5)
    let b = random.nonzeroPolynomial(variables: width, terms: 6)
    let g = random.nonzeroPolynomial(variables: width, terms: random.word(in: 1...6))
    let factor = Polynomial.commonFactor(a * g, b * g)
    #expect(factor.common * factor.left == a * g)
    #expect(factor.common * factor.right == b * g)
    #expect(factor.common.leadingCoefficient > 0)
    #expect(factor.common.divided(exactlyBy: g) != nil)
    // gcd(ag, bg) = gcd(a, b) g, with the sign made positive.
    let expected = Polynomial.gcd(a, b) * g
    #expect(factor.common == (expected.leadingCoefficient > 0 ? expected : -expected))
    #expect(Polynomial.gcd(factor.left, factor.right) == 1)
  }

  // The remainder sequence needs no chance and no primes.
  @Test(arguments: 1...40)
  func bothAlgorithmsAgree(seed: Int) {
    var random = RandomValues(seed: seed)
    let g = random.nonzeroPolynomial(variables: 2, terms: 3, degree: 2)
    let a = (random.nonzeroPolynomial(variables: 2, terms: 3, degree: 2) * g).primitivePart
    let b = (random.nonzeroPolynomial(variables: 2, terms: 3, degree: 2) * g).primitivePart
    let slow = Polynomial.remainderSequenceGCD(a, b, variables: [0, 1])
    #expect(Polynomial.gcd(a, b) == slow)
  }

  @Test(arguments: 1...10)
  func manyVariables(seed: Int) {
    var random = RandomValues(seed: seed)
    let a = random.nonzeroPolynomial(variables: 10, terms: 8, degree: 2)
    let b = random.nonzeroPolynomial(variables: 10, terms: 8, degree: 2)
    let g = random.nonzeroPolynomial(variables: 10, terms: 12, degree: 2)
    let common = Polynomial.gcd(a * g, b * g)
    #expect(common.divided(exactlyBy: g.primitivePart) != nil)
    #expect((a * g).divided(exactlyBy: common) != nil)
    #expect((b * g).divided(exactlyBy: common) != nil)
  }

  // Coefficients of the divisor beyond one prime need several.
  @Test(arguments: 1...10)
  func coefficientsBeyondOnePrime(seed: Int) {
    var random = RandomValues(seed: seed)
    let g =
      random.nonzeroPolynomial(variables: 2, terms: 5, bound: Int.max / 2)
      * random.nonzeroPolynomial(variables: 2, terms: 4, bound: Int.max / 2)
    let a = random.nonzeroPolynomial(variables: 2, terms: 4) + x.power(5)
    let b = random.nonzeroPolynomial(variables: 2, terms: 4) + y.power(5)
    let common = Polynomial.gcd(a * g, b * g)
    #expect(common == (Polynomial.gcd(a, b) * g).normalised)
  }

  // The leading coefficients y + 1 and (y + 1)(y − 1) make the scaled divisor longer.
  @Test func leadingCoefficientsThatAreNoConstants() {
    let g = (y + 1) * x + z
    let a = g * (x * (y - 1) + 2)
    let b = g * (x * x * (y + 5) - z)
    #expect(Polynomial.gcd(a, b) == g)
  }

  @Test func contentsInTheMainVariable() {
    let g = (y * z - 3) * (x + y)
    #expect(Polynomial.gcd(g * (x + 2), g * (x * y - 7)) == g)
    #expect(Polynomial.gcd((y * z - 3) * (x + 2), (y * z - 3) * (x + 5)) == y * z - 3)
  }

  @Test func listsOfPolynomials() {
    #expect(Polynomial.gcd(of: []).isZero)
    #expect(Polynomial.gcd(of: [0, 0]).isZero)
    #expect(Polynomial.gcd(of: [0, -4 * x, 6 * x * y]) == 2 * x)
    #expect(Polynomial.gcd(of: [x * y, y * z, z * x]) == 1)
  }

  @Test func piecesInSomeVariables() {
    // x²y + 3xy + x²z + 5 in y, z: x² → y + z, x → 3y, 1 → 5.
    let p = x * x * y + 3 * x * y + x * x * z + 5
    #expect(p.pieces(in: [1, 2]) == [y + z, 3 * y, 5])
    #expect(p.pieces(in: [0, 1, 2]) == [p])
    let far = p + Polynomial.variable(30)
    #expect(far.pieces(in: [1, 2]) == [y + z, 3 * y, 1, 5])
  }

  @Test func pseudoRemainders() {
    // 4·(x² + 1) = (2x + 1)(2x − 1) + 5
    #expect((x * x + 1).pseudoRemainder(dividingBy: 2 * x + 1, in: 0) == 5)
    #expect((x * x - y * y).pseudoRemainder(dividingBy: x - y, in: 0).isZero)
  }

  @Test func degreeBoundsAreUpperBounds() {
    let g = x * y + z
    let a = (g * (x + 1)).repacked(MonomialLayout(variableCount: 3, exponent: 9))
    let b = (g * (z * z - 2)).repacked(MonomialLayout(variableCount: 3, exponent: 9))
    #expect(Polynomial.gcdDegreeBounds(a, b) == [1, 1, 1])
  }
}

extension Polynomial {
  /// With positive leading coefficient.
  fileprivate var normalised: Polynomial { leadingCoefficient.isNegative ? -self : self }
}
