import Testing

@testable import ExactAlgebra

@Suite struct FractionTests {
  @Test func lowestTerms() {
    // (x² − 1)/(x − 1) = x + 1
    #expect(Fraction(x * x - 1, x - 1) == Fraction(x + 1))
    #expect(Fraction(4 * x, 6 * y) == Fraction(2 * x, 3 * y))
    #expect(Fraction(4 * x, 6 * y).numerator == 2 * x)
    #expect(Fraction(4 * x, 6 * y).denominator == 3 * y)
    #expect(Fraction(2 * x + 2, 4).numerator == x + 1)
    #expect(Fraction(2 * x + 2, 4).denominator == 2)
  }

  @Test func theDenominatorLeadsPositively() {
    let f = Fraction(x, 1 - y)
    #expect(f.denominator == y - 1)
    #expect(f.numerator == -x)
    #expect(Fraction(1, -2) == Fraction(Rational(-1, 2)))
    #expect(Fraction(x, Polynomial(-1)) == Fraction(-x))
  }

  @Test func zeroIsUnique() {
    #expect(Fraction(0, x * y - 3) == .zero)
    #expect(Fraction(0, -5).denominator == 1)
    #expect(Fraction.zero.isZero)
    #expect(Fraction(x, y) - Fraction(x, y) == .zero)
    #expect((Fraction(x, y) - Fraction(x, y)).denominator.isOne)
  }

  // A denominator of 1 is not kept: however it came about, the values are the same.
  @Test func equalFractionsAreEqualValues() {
    let values = [
      Fraction(x), Fraction(x * y, y), Fraction(x, y) * Fraction(y), Fraction(2 * x, 2),
      Fraction(x - 1, 1) + 1,
    ]
    #expect(Set(values).count == 1)
    #expect(values.allSatisfy { $0.isPolynomial && $0.denominator == 1 })
    let others = [Fraction(x, y), Fraction(x * x, x * y), Fraction(x) / Fraction(y)]
    #expect(Set(others).count == 1)
    #expect(Set(values + others + [Fraction(y)]).count == 3)
    #expect(Fraction(x, y) != Fraction(x, z))
    #expect(Fraction(x, y) != Fraction(x))
  }

  // u = x + 2y and v = 3y: x = u − 2v/3, y = v/3, a change that the substitution agrees with.
  @Test(arguments: 1...40)
  func invertibleChangesOfVariables(seed: Int) {
    var random = RandomValues(seed: seed)
    let value = random.fraction(variables: 3, terms: 4, degree: 2)
    let (u, v) = (Fraction.variable(5), Fraction.variable(6))
    let third = Fraction(Rational(1, 3))
    let map = [0: u - 2 * third * v, 1: third * v]
    #expect(value.changingVariables(map) == value.substituting(map))
    // One variable alone, with another one that stays.
    let shift = [1: u + Fraction(z)]
    #expect(value.changingVariables(shift) == value.substituting(shift))
    #expect(value.changingVariables([:]) == value)
  }

  @Test func properties() {
    #expect(Fraction.one.isOne)
    #expect(!Fraction(x).isOne)
    #expect(Fraction(x).isPolynomial)
    #expect(!Fraction(x, y).isPolynomial)
    #expect(Fraction(6, 4).constantValue == Rational(3, 2))
    #expect(Fraction(x, 2).constantValue == nil)
    #expect(Fraction(x * z, w - 1).variables == [0, 2, 3])
    #expect(Fraction.variable(3) == Fraction(w))
    #expect(Fraction(Rational(3, 4)).denominator == 4)
    #expect((5 as Fraction) == Fraction(5))
  }

  @Test func descriptions() {
    #expect(Fraction(x + 1).description == "x0 + 1")
    #expect(Fraction(x + 1, y).description == "(x0 + 1)/x1")
    #expect(Fraction(x, y * z).description == "x0/(x1*x2)")
    #expect(Fraction(1, x + 1).description == "1/(x0 + 1)")
    #expect(Fraction(x, 2).description == "x0/2")
    #expect(Fraction(1, 2 * x).description == "1/(2*x0)")
    #expect(Fraction.zero.description == "0")
  }

  // 1/x + 1/y = (x + y)/(xy), 1/(x−1) − 1/(x+1) = 2/(x² − 1)
  @Test func knownSums() {
    #expect(Fraction(1, x) + Fraction(1, y) == Fraction(x + y, x * y))
    #expect(Fraction(1, x - 1) - Fraction(1, x + 1) == Fraction(2, x * x - 1))
    #expect(Fraction(x, x + y) + Fraction(y, x + y) == 1)
    #expect(Fraction(1, 2) + Fraction(1, 3) == Fraction(5, 6))
    #expect(Fraction(x) + Fraction(1, y) == Fraction(x * y + 1, y))
    #expect(Fraction(1, y) + Fraction(x) == Fraction(x * y + 1, y))
    #expect(Fraction(x) + Fraction(y) == Fraction(x + y))
    // The common part of the denominators cancels: 1/(xy) + (x−1)/(xy)… = 1/y.
    #expect(Fraction(1, x * y) + Fraction(x - 1, x * y) == Fraction(1, y))
    #expect(Fraction(1, x * (x + 1)) + Fraction(1, x + 1) == Fraction(1, x))
  }

  @Test func knownProducts() {
    #expect(Fraction(x, y) * Fraction(y, x) == 1)
    #expect(Fraction(x * x - 1, y) * Fraction(y, x - 1) == Fraction(x + 1))
    #expect(Fraction(x, y) / Fraction(x, z) == Fraction(z, y))
    #expect(Fraction(2 * x, 3) * Fraction(9, 4 * x) == Fraction(3, 2))
    #expect(Fraction(x, y) * 0 == 0)
    #expect(Fraction(x, y).inverse == Fraction(y, x))
    #expect(Fraction(-x, y).inverse.denominator == x)
  }

  @Test func inPlaceOperators() {
    var f = Fraction(x)
    f += 1
    f -= Fraction(y)
    f *= Fraction(1, z)
    f /= Fraction(x, z)
    #expect(f == Fraction(x + 1 - y, x))
  }

  @Test func powers() {
    #expect(Fraction(x, y).power(2) == Fraction(x * x, y * y))
    #expect(Fraction(x, y).power(-2) == Fraction(y * y, x * x))
    #expect(Fraction(x, y).power(0) == 1)
    #expect(Fraction(-x, 2).power(-1) == Fraction(-2, x))
    #expect(Fraction.zero.power(3) == 0)
  }

  @Test(arguments: 1...40)
  func fieldLaws(seed: Int) {
    var random = RandomValues(seed: seed)
    let a = random.fraction()
    let b = random.fraction()
    let c = random.fraction()
    #expect(a + b == b + a)
    #expect((a + b) + c == a + (b + c))
    #expect(a * (b + c) == a * b + a * c)
    #expect((a * b) * c == a * (b * c))
    #expect((a - a).isZero)
    if !b.isZero {
      #expect(a / b * b == a)
      #expect(b * b.inverse == 1)
      #expect(b.power(-2) * b.power(3) == b)
    }
    for value in [a + b, a * c, a - b] {
      #expect(Polynomial.gcd(value.numerator, value.denominator).isOne)
      #expect(value.denominator.leadingCoefficient > 0)
    }
  }

  // The short cuts of + and * against the plain definition.
  @Test(arguments: 1...40)
  func shortCutsAgreeWithDefinitions(seed: Int) {
    var random = RandomValues(seed: seed)
    let shared = random.nonzeroPolynomial(variables: 2, terms: 2, degree: 2)
    let n = random.polynomial(variables: 2, terms: 3)
    let m = random.polynomial(variables: 2, terms: 3)
    let d = shared * random.nonzeroPolynomial(variables: 2, terms: 2)
    let e = shared * random.nonzeroPolynomial(variables: 2, terms: 2)
    let (a, b) = (Fraction(n, d), Fraction(m, e))
    #expect(a + b == Fraction(n * e + m * d, d * e))
    #expect(a - b == Fraction(n * e - m * d, d * e))
    #expect(a * b == Fraction(n * m, d * e))
    if !m.isZero { #expect(a / b == Fraction(n * e, d * m)) }
  }

  // (1/x)′ = −1/x², (x/(x+y))′ = y/(x+y)²
  @Test func derivatives() {
    #expect(Fraction(1, x).derivative(in: 0) == Fraction(-1, x * x))
    #expect(Fraction(x, x + y).derivative(in: 0) == Fraction(y, (x + y).power(2)))
    #expect(Fraction(x * x, y).derivative(in: 0) == Fraction(2 * x, y))
    #expect(Fraction(x, y).derivative(in: 2).isZero)
  }

  @Test(arguments: 1...15)
  func derivativesFollowTheProductRule(seed: Int) {
    var random = RandomValues(seed: seed)
    let a = random.fraction()
    let b = random.fraction()
    let slope = (a * b).derivative(in: 0)
    #expect(slope == a.derivative(in: 0) * b + a * b.derivative(in: 0))
  }

  @Test func substitutions() {
    let f = Fraction(x + 1, x - y)
    // x → 1/y: (1/y + 1)/(1/y − y) = (1 + y)/(1 − y²) = 1/(1 − y)
    #expect(f.substituting([0: Fraction(1, y)]) == Fraction(1, 1 - y))
    #expect(f.substituting([0: Fraction(y)]) == nil)
    #expect(f.substituting([:]) == f)
    #expect(f.substituting([5: Fraction(y)]) == f)
  }

  // x ↔ y at once, not one after the other.
  @Test func substitutionsAreSimultaneous() {
    let f = Fraction(x * x, y + 2)
    let swapped = f.substituting([0: Fraction(y), 1: Fraction(x)])
    #expect(swapped == Fraction(y * y, x + 2))
    let shifted = f.substituting([0: Fraction(x + 1), 1: Fraction(x, y)])
    #expect(shifted == Fraction((x + 1).power(2) * y, x + 2 * y))
  }

  @Test(arguments: 1...20)
  func substitutionCommutesWithValues(seed: Int) {
    var random = RandomValues(seed: seed)
    let f = random.fraction()
    let (u, v) = (random.fraction(), random.fraction())
    let point = random.point(2)
    guard let left = u.evaluated(at: point), let right = v.evaluated(at: point),
      let expected = f.evaluated(at: [0: left, 1: right]),
      let composed = f.substituting([0: u, 1: v])
    else { return }
    #expect(composed.evaluated(at: point) == expected)
  }

  // In variables that nothing takes the places of, in some that are replaced, and in numbers.
  @Test(arguments: 1...20)
  func substitutionsInOtherVariables(seed: Int) throws {
    var random = RandomValues(seed: seed)
    let f = random.fraction()
    let point = random.point(4)
    let (three, four) = (Fraction(z), Fraction(w))
    for (u, v) in [
      (three + four, three * four), (three / four, Fraction(Rational(2, 3))),
      (Fraction(x) + three, four), (four, Fraction(x)), (Fraction(-2), Fraction(Rational(1, 5))),
    ] {
      let (left, right) = (u.evaluated(at: point), v.evaluated(at: point))
      guard let left, let right, let expected = f.evaluated(at: [0: left, 1: right]) else {
        continue
      }
      let composed = try #require(f.substituting([0: u, 1: v]))
      #expect(composed.evaluated(at: point) == expected)
    }
  }

  @Test func values() {
    let f = Fraction(x + 1, x - y)
    #expect(f.evaluated(at: [0: 2, 1: 5]) == -1)
    #expect(f.evaluated(at: [0: 2, 1: 2]) == nil)
    let field = PrimeField()
    #expect(f.evaluated(modulo: field, at: [2, 5]) == field.negate(1))
    #expect(f.evaluated(modulo: field, at: [2, 2]) == nil)
  }
}
