import ExactAlgebra
import Testing

/// Products that contents, repeated factors and quadratic formulas find.
@Suite struct FactorizationTests {
  private static let x = Polynomial.variable(0)
  private static let y = Polynomial.variable(1)
  private static let z = Polynomial.variable(2)

  /// What the product is made of: 6(x + y) and so on.
  struct Case: Sendable {
    var product: Polynomial
    var content: Integer
    var bases: [Polynomial]
    var exponents: [Int]
  }

  static let cases: [Case] = [
    // A constant, a monomial.
    Case(product: -6, content: -6, bases: [], exponents: []),
    Case(product: 12 * x * x * y, content: 12, bases: [x, y], exponents: [2, 1]),
    // A factor that lacks a variable is the content in that variable.
    Case(
      product: (1 + x) * (1 + 2 * y), content: 1, bases: [1 + x, 1 + 2 * y], exponents: [1, 1]),
    Case(
      product: -4 * z * (x + y) * (1 + z), content: -4, bases: [z, x + y, 1 + z],
      exponents: [1, 1, 1]),
    // A repeated factor divides the derivative.
    Case(product: (1 + x + y).power(3), content: 1, bases: [1 + x + y], exponents: [3]),
    // s₁s₂ with s₁ = x − y(3 + z), s₂ = y − x(3 + z): both hold all variables.
    Case(
      product: (x - y * (3 + z)) * (y - x * (3 + z)), content: 1,
      bases: [x - y * (3 + z), x * (3 + z) - y], exponents: [1, 1]),
    Case(product: x * x - y * y, content: 1, bases: [x - y, x + y], exponents: [1, 1]),
    // x² + y² has no factor over the rationals.
    Case(product: x * x + y * y, content: 1, bases: [x * x + y * y], exponents: [1]),
    Case(product: 2 * x * x - y * y, content: 1, bases: [2 * x * x - y * y], exponents: [1]),
    // Of degree two in every variable: no root, but a factor free of x.
    Case(
      product: (x * x + 1) * (y * y + y + 1), content: 1, bases: [x * x + 1, y * y + y + 1],
      exponents: [1, 1]),
    // Of degree two in every variable, with roots; and without.
    Case(
      product: (x * y + 1) * (x * y + 2), content: 1, bases: [x * y + 1, x * y + 2],
      exponents: [1, 1]),
    Case(
      product: x * x * y * y + 3 * x * y + 5, content: 1,
      bases: [x * x * y * y + 3 * x * y + 5], exponents: [1]),
    // Of degree one in z, with a factor in both of its coefficients, and with none.
    Case(
      product: (x * x + y) * (z * (x + y) + x - y), content: 1,
      bases: [x * x + y, z * (x + y) + x - y], exponents: [1, 1]),
    Case(
      product: z * (x + y) * (x + 1) + (x - y) * (x - 1), content: 1,
      bases: [z * (x + y) * (x + 1) + (x - y) * (x - 1)], exponents: [1]),
    // Monomials leave first, whatever is left.
    Case(
      product: -10 * x * y * y * (x * x - z * z), content: -10, bases: [x, y, x - z, x + z],
      exponents: [1, 2, 1, 1]),
  ]

  @Test(arguments: cases)
  func aProductIsTakenApart(_ expected: Case) {
    let result = Factorization(expected.product)
    #expect(result.polynomial == expected.product)
    #expect(result.factors.count == expected.bases.count)
    // Bases are known up to their sign.
    for (base, exponent) in zip(expected.bases, expected.exponents) {
      #expect(
        result.factors.contains {
          ($0.base == base || $0.base == -base) && $0.exponent == exponent
        })
    }
  }

  @Test func zeroIsZero() {
    #expect(Factorization(0).content == 0)
    #expect(Factorization(0).polynomial == 0)
  }

  /// Random products multiplied out are the products again, and fall into at least as many parts as have
  /// different variables.
  @Test func theProductIsAlwaysThePolynomial() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<60 {
      let parts = (0..<3).map { number -> Polynomial in
        let variable = Polynomial.variable(number)
        return variable * Polynomial(Int(random.next() % 5) + 1) + variable * variable
          + Polynomial(Int(random.next() % 7))
      }
      let product = parts.reduce(Polynomial.one, *)
      let result = Factorization(product)
      #expect(result.polynomial == product)
      #expect(result.factors.reduce(0) { $0 + $1.exponent } >= 3)
    }
  }

  @Test func squareRoots() {
    let (x, y) = (Self.x, Self.y)
    let root = (2 * x - 3 * y * y + 1).power(2).squareRoot()
    #expect(root == 2 * x - 3 * y * y + 1 || root == -(2 * x - 3 * y * y + 1))
    #expect((4 * x * x).squareRoot() == 2 * x)
    #expect((x * x + 1).squareRoot() == nil)
    #expect((-(x * x)).squareRoot() == nil)
    #expect((3 * x * x).squareRoot() == nil)
    #expect(Polynomial.zero.squareRoot() == .zero)
  }

  // (x² + y)(xy + 1) + 3y, divided by x² + y in x.
  @Test func divisionWithRemainder() throws {
    let (x, y) = (Self.x, Self.y)
    let divisor = x * x + y
    let dividend = divisor * (x * y + 1) + 3 * y
    let result = try #require(dividend.quotientAndRemainder(dividingBy: divisor, in: 0))
    #expect(result.quotient == x * y + 1)
    #expect(result.remainder == 3 * y)
    // Where the leading coefficient is no integer, or does not divide, there is none.
    #expect(dividend.quotientAndRemainder(dividingBy: y * x + 1, in: 0) == nil)
    #expect((3 * x).quotientAndRemainder(dividingBy: 2 * x + 1, in: 0) == nil)
    #expect(dividend.quotientAndRemainder(dividingBy: y, in: 0) == nil)
  }
}
