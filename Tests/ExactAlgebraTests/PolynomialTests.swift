import Testing

@testable import ExactAlgebra

@Suite struct PolynomialTests {
  @Test func constants() {
    #expect(Polynomial.zero.isZero)
    #expect(Polynomial.one.isOne)
    #expect(Polynomial(5).constantValue == 5)
    #expect(Polynomial.zero.constantValue == 0)
    #expect(x.constantValue == nil)
    #expect(Polynomial(Integer(10).power(30)).constantValue == Integer(10).power(30))
    #expect((x - x + 3).isConstant)
    #expect(!x.isConstant)
    #expect((7 as Polynomial) == Polynomial(7))
  }

  @Test func termsAddUp() {
    // 2xy + 3xy − 5xy + x⁰ = 1
    let sum = Polynomial(terms: [
      ([0: 1, 1: 1], 2), ([1: 1, 0: 1], 3), ([:], 1), ([0: 1, 1: 1], -5), ([2: 4], 0),
    ])
    #expect(sum == 1)
    #expect(Polynomial(terms: []).isZero)
    #expect(Polynomial(terms: [([0: 0], 4)]) == 4)
  }

  // Lexicographic with x₀ first: x² > x y⁵ > x > y > z⁹ > 1.
  @Test func termsDescend() {
    let sum = 1 + z.power(9) + y + x + x * y.power(5) + x * x
    let order = sum.terms.map { term in term.exponents.map { "\($0.variable)^\($0.exponent)" } }
    #expect(order == [["0^2"], ["0^1", "1^5"], ["0^1"], ["1^1"], ["2^9"], []])
    #expect(sum.description == "x0^2 + x0*x1^5 + x0 + x1 + x2^9 + 1")
  }

  @Test func descriptions() {
    #expect(Polynomial.zero.description == "0")
    #expect((-x).description == "-x0")
    #expect((2 * x - 3 * y).description == "2*x0 - 3*x1")
    #expect((x * y.power(2) - 1).description == "x0*x1^2 - 1")
    #expect((-7 as Polynomial).description == "-7")
  }

  @Test func degreesAndVariables() {
    let p = x.power(3) * z + y * z.power(4) - 2
    #expect(p.degree(in: 0) == 3)
    #expect(p.degree(in: 1) == 1)
    #expect(p.degree(in: 2) == 4)
    #expect(p.degree(in: 3) == 0)
    #expect(p.degree(in: 99) == 0)
    #expect(p.totalDegree == 5)
    #expect(p.variables == [0, 1, 2])
    #expect((x * w - x * y + x * y).variables == [0, 3])
    #expect(Polynomial(3).variables == [])
    #expect(Polynomial.zero.totalDegree == 0)
  }

  @Test func leadingCoefficients() {
    #expect((5 * x - 7 * y).leadingCoefficient == 5)
    #expect((1 - 2 * y).leadingCoefficient == -2)
    #expect(Polynomial.zero.leadingCoefficient == 0)
    #expect((x * y + x - 1).termCount == 3)
  }

  // The same value packed in one, two and more words: sixteen small exponents fit one.
  @Test(arguments: [12, 20, 50, 200])
  func valuesDoNotDependOnPacking(_ extra: Int) {
    let far = Polynomial.variable(extra + 4)
    let p = 3 * x * y - z.power(2) + 8
    let q = (p + far) - far
    #expect(q.layout.stride > p.layout.stride)
    #expect(p == q)
    #expect(q == p)
    #expect(p.hashValue == q.hashValue)
    #expect(p.description == q.description)
    #expect(q.variables == [0, 1, 2])
    #expect(p != q + far)
  }

  @Test(arguments: [1, 7, 8, 127, 128, 40_000, 1 << 30])
  func exponentsWidenThePacking(_ exponent: Int) {
    let p = Polynomial(terms: [([0: exponent], 1), ([3: 1], 2)])
    #expect(p.degree(in: 0) == exponent)
    #expect(p - 2 * w == Polynomial(terms: [([0: exponent], 1)]))
    #expect(((p - 2 * w) + 2 * w).hashValue == p.hashValue)
  }

  @Test(arguments: 1...30)
  func termsComeBack(seed: Int) {
    var random = RandomValues(seed: seed)
    let p = random.polynomial(variables: 6, terms: 12, degree: 5)
    let again = Polynomial(
      terms: p.terms.reversed().map { term in
        (
          Dictionary(uniqueKeysWithValues: term.exponents.map { ($0.variable, $0.exponent) }),
          term.coefficient
        )
      })
    #expect(again == p)
    #expect(again.hashValue == p.hashValue)
    for term in p.terms {
      #expect(!term.coefficient.isZero)
      #expect(term.exponents.map(\.variable) == term.exponents.map(\.variable).sorted())
      #expect(term.exponents.allSatisfy { $0.exponent > 0 })
    }
  }

  @Test func coefficientsTakeTheCheapestCase() {
    func isSmall(_ polynomial: Polynomial) -> Bool {
      if case .small = polynomial.coefficients { true } else { false }
    }
    let huge = Integer(2).power(70)
    let border = Integer(2).power(63)
    #expect(isSmall(x + 2))
    #expect((x + 2).coefficients.integers == [1, 2])
    #expect(!isSmall(x + Polynomial(huge)))
    #expect((x + Polynomial(huge)).coefficients == .large([1, huge]))
    #expect((x + Polynomial(huge)).coefficients[1] == huge)
    #expect(isSmall(x + Polynomial(huge) - Polynomial(huge)))
    #expect((-(x - 2)).coefficients.integers == [-1, 2])
    let least = x.scaled(by: Integer(Int.min))
    #expect(isSmall(least))
    #expect((-least).coefficients == .large([border]))
    #expect(isSmall(-(-least)))
    #expect(-(-least) == least)
  }
}
