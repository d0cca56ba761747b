import Testing

@testable import ExactAlgebra

/// Polynomials whose variables have high numbers, as those of a whole document have.
@Suite struct WidePolynomialTests {
  private static func wide(_ polynomial: Polynomial) -> Polynomial {
    polynomial.renamed { 7 + 23 * $0 }
  }

  // Renaming is a homomorphism, so products may be taken before or after.
  @Test(arguments: 1...40)
  func productsAndSums(seed: Int) {
    var random = RandomValues(seed: seed)
    let degree = [1, 3, 9, 40][seed % 4]
    let bound = seed % 3 == 0 ? Int.max / 2 : 9
    let p = random.polynomial(variables: 5, terms: 7, degree: degree, bound: bound)
    let q = random.polynomial(variables: 5, terms: 5, degree: degree, bound: bound)
    let (a, b) = (Self.wide(p), Self.wide(q))
    #expect(a * b == Self.wide(p * q))
    #expect(a + b == Self.wide(p + q))
    #expect(a - b == Self.wide(p - q))
    #expect(
      Polynomial.sumOfProducts([(a, b), (a, a), (b, b)]) == Self.wide(p * q + p * p + q * q))
    #expect((a + b) * (a - b) == Self.wide(p * p - q * q))
  }

  // Many variables at once do not fit two words.
  @Test(arguments: 1...8)
  func manyVariables(seed: Int) {
    var random = RandomValues(seed: seed)
    let p = random.polynomial(variables: 60, terms: 6, degree: 5)
    let q = random.polynomial(variables: 60, terms: 6, degree: 5)
    let point = Dictionary(uniqueKeysWithValues: (0..<60).map { ($0, Rational($0 % 3 - 1)) })
    #expect((p * q).evaluated(at: point) == p.evaluated(at: point) * q.evaluated(at: point))
    #expect(p * q - q * p == 0)
  }

  // Halves of a sum that cancel have no other layout than the rest.
  @Test(arguments: [1, 9, 200])
  func partsThatCancel(exponent: Int) {
    let wide = (0..<70).reduce(Polynomial.zero) { $0 + .variable($1) }
    let (a, b, c) = (wide + 1, wide - 1, wide + Polynomial.variable(3).power(exponent))
    let products = [(a, b), (-a, b), (c, c)]
    #expect(Polynomial.sumOfProducts(products) == c * c)
    #expect(Polynomial.sumOfProducts(products.reversed()) == c * c)
    #expect(Polynomial.sumOfProducts([(a, b), (-a, b)]) == .zero)
    let huge = Polynomial(Integer(2).power(70))
    #expect(Polynomial.sumOfProducts([(a * huge, b), (-a * huge, b), (c, c)]) == c * c)
  }

  // The largest word does not hold the sum of two.
  @Test func coefficientsThatLeaveAWord() {
    let z = Polynomial.variable(90)
    let large = Polynomial(Integer(Int.max)) * z + Polynomial.variable(30)
    #expect((large + large).leadingCoefficient == 2)
    #expect((large + large).terms.last?.coefficient == Integer(Int.max) * 2)
    #expect((large * large).terms.last?.coefficient == Integer(Int.max) * Integer(Int.max))
  }
}
