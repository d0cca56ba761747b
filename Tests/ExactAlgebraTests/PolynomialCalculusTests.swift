import Testing

@testable import ExactAlgebra

@Suite struct PolynomialCalculusTests {
  @Test func coefficientsOfPowers() {
    let p = x * x * y + 3 * x * x - x * z + 5
    #expect(p.coefficients(in: 0) == [5, -z, y + 3])
    #expect(p.coefficients(in: 1) == [3 * x * x - x * z + 5, x * x])
    #expect(p.coefficients(in: 7) == [p])
    #expect(Polynomial.zero.coefficients(in: 0).isEmpty)
    let huge = Integer(10).power(30)
    #expect(
      (x * y + z).scaled(by: huge).coefficients(in: 0) == [
        z.scaled(by: huge), y.scaled(by: huge),
      ])
  }

  @Test(arguments: 1...20)
  func coefficientsAddUp(seed: Int) {
    var random = RandomValues(seed: seed)
    let p = random.polynomial(variables: 15, terms: 20, degree: 4)
    for variable in [0, 7, 14] {
      var sum = Polynomial.zero
      for (power, part) in p.coefficients(in: variable).enumerated() {
        #expect(part.degree(in: variable) == 0)
        sum += part * Polynomial.variable(variable).power(power)
      }
      #expect(sum == p)
    }
  }

  // By the powers of x and z together: x²·(3y + 1), xz·(−1), 1·5y.
  @Test func coefficientsOfSeveralPowers() {
    let p = 3 * x * x * y + x * x - x * z + 5 * y
    let parts = Self.parts(of: p, in: [0, 2])
    #expect(parts.map(\.exponents) == [[2, 0], [1, 1], [0, 0]])
    #expect(parts.map(\.coefficient) == [3 * y + 1, -1, 5 * y])
    #expect(Self.parts(of: p, in: [700]).map(\.coefficient) == [p])
    #expect(Self.parts(of: .zero, in: [0]).isEmpty)
  }

  private static func parts(
    of polynomial: Polynomial, in variables: [Int]
  ) -> [(exponents: [Int], coefficient: Polynomial)] {
    var parts: [(exponents: [Int], coefficient: Polynomial)] = []
    polynomial.forEachCoefficient(in: variables) { exponent, coefficient in
      parts.append((variables.indices.map(exponent), coefficient))
    }
    return parts
  }

  @Test(arguments: 1...20)
  func coefficientsOfSeveralPowersAddUp(seed: Int) {
    var random = RandomValues(seed: seed)
    // In several words.
    let p = random.polynomial(variables: 40, terms: 20, degree: 4).renamed { $0 % 4 * 12 }
    let variables = [0, 12, 36]
    let parts = Self.parts(of: p, in: variables)
    #expect(Set(parts.map(\.exponents)).count == parts.count)
    var sum = Polynomial.zero
    for (exponents, coefficient) in parts {
      #expect(variables.allSatisfy { coefficient.degree(in: $0) == 0 })
      sum += zip(variables, exponents).reduce(coefficient) {
        $0 * Polynomial.variable($1.0).power($1.1)
      }
    }
    #expect(sum == p)
  }

  // x²y + x²z + xy + 3: without y and z two of x², and x and 1 are left.
  @Test func monomialsOfSomeVariables() {
    let p = x * x * y + x * x * z + x * y + 3
    #expect(p.monomialCount { $0 > 0 } == 3)
    #expect(p.monomialCount { $0 == 0 } == 3)
    #expect(p.monomialCount { _ in false } == 4)
    #expect(p.monomialCount { _ in true } == 1)
    #expect(Polynomial.zero.monomialCount { _ in true } == 0)
  }

  // (x³y + 2y² + 7)′ = 3x²y in x and x³ + 4y in y.
  @Test func derivatives() {
    let p = x.power(3) * y + 2 * y * y + 7
    #expect(p.derivative(in: 0) == 3 * x * x * y)
    #expect(p.derivative(in: 1) == x.power(3) + 4 * y)
    #expect(p.derivative(in: 5).isZero)
    #expect(Polynomial.zero.derivative(in: 0).isZero)
  }

  @Test(arguments: 1...20)
  func derivativesFollowTheProductRule(seed: Int) {
    var random = RandomValues(seed: seed)
    let a = random.polynomial(terms: 6)
    let b = random.polynomial(terms: 6)
    let slope = (a * b).derivative(in: 1)
    #expect(slope == a.derivative(in: 1) * b + a * b.derivative(in: 1))
    #expect(
      a.derivative(in: 0).derivative(in: 1) == a.derivative(in: 1).derivative(in: 0))
  }

  // x² + x at x = y + 1: y² + 3y + 2.
  @Test func substitutions() {
    #expect((x * x + x).substituting(0, with: y + 1) == y * y + 3 * y + 2)
    #expect((x * y).substituting(0, with: x + 1) == x * y + y)
    #expect((x * y).substituting(0, with: 0).isZero)
    #expect((x * y + 1).substituting(2, with: y) == x * y + 1)
    #expect(Polynomial.zero.substituting(0, with: y).isZero)
  }

  @Test(arguments: 1...20)
  func substitutionCommutesWithArithmetic(seed: Int) {
    var random = RandomValues(seed: seed)
    let a = random.polynomial(terms: 4)
    let b = random.polynomial(terms: 4)
    let value = random.polynomial(terms: 2, degree: 2)
    let sum = (a * b + a).substituting(0, with: value)
    let left = a.substituting(0, with: value)
    #expect(sum == left * b.substituting(0, with: value) + left)
  }

  @Test func renamings() {
    let p = x * x * y - z
    #expect(p.renamed { $0 + 1 } == y * y * z - w)
    #expect(p.renamed { [2, 1, 0][$0] } == z * z * y - x)
    #expect(p.renamed { $0 } == p)
    // Two variables may become one: x²y − z with y → x is x³ − z.
    #expect(p.renamed { $0 == 1 ? 0 : $0 } == x.power(3) - z)
    #expect((x - y).renamed { _ in 0 }.isZero)
    #expect(p.renamed { $0 + 40 }.variables == [40, 41, 42])
    #expect(p.renamed { $0 + 40 }.renamed { $0 - 40 } == p)
  }

  // x²/… at x = 1/2, y = −3: 1/4·(−3) + 1 = 1/4.
  @Test func values() {
    let p = x * x * y + 1
    #expect(p.evaluated(at: [0: Rational(1, 2), 1: -3]) == Rational(1, 4))
    #expect(Polynomial.zero.evaluated(at: [:]) == 0)
    #expect(Polynomial(7).evaluated(at: [0: 5]) == 7)
  }

  // All values at once, or one after the other.
  @Test(arguments: 1...20)
  func valuesOneByOne(seed: Int) {
    var random = RandomValues(seed: seed)
    let p = random.polynomial(variables: 4, terms: 9, degree: 3, bound: 1_000_000)
    let point = Dictionary(uniqueKeysWithValues: (0..<4).map { ($0, random.rational(below: 9)) })
    var value = Fraction(p)
    for (variable, number) in point {
      value =
        value.numerator.partiallyEvaluated(at: [variable: number]) / Fraction(value.denominator)
    }
    #expect(p.partiallyEvaluated(at: point) == value)
    #expect(Fraction(p).substituting(point.mapValues { Fraction($0) }) == value)
  }

  @Test func partialValues() {
    let p = x * x * y + z
    let half = p.partiallyEvaluated(at: [0: Rational(1, 2)])
    #expect(half == Fraction(y + 4 * z, 4))
    #expect(p.partiallyEvaluated(at: [:]) == Fraction(p))
    #expect(p.partiallyEvaluated(at: [0: 0]) == Fraction(z))
    #expect(p.partiallyEvaluated(at: [0: 1, 1: 2, 2: -2]).isZero)
  }

  @Test(arguments: 1...20)
  func valuesAgreeModuloThePrime(seed: Int) {
    var random = RandomValues(seed: seed)
    let p = random.polynomial(variables: 14, terms: 12, degree: 4, bound: 1_000_000)
    let field = PrimeField()
    let point = random.point(14)
    let residues = (0..<14).map { field.reduce(point[$0] ?? 0) ?? 0 }
    #expect(field.reduce(p.evaluated(at: point)) == p.evaluated(modulo: field, at: residues))
    var direct = Rational.zero
    for term in p.terms {
      var value = Rational(term.coefficient)
      for (variable, exponent) in term.exponents {
        value *= (point[variable] ?? 0).power(exponent)
      }
      direct += value
    }
    #expect(p.evaluated(at: point) == direct)
  }

  @Test func residuesOfLongCoefficients() {
    let field = PrimeField()
    // 2¹²² ≡ 1, so 2¹²² x at 5 is 5.
    let p = x.scaled(by: Integer(2).power(122))
    #expect(p.evaluated(modulo: field, at: [5]) == 5)
    #expect((-p).evaluated(modulo: field, at: [5]) == field.negate(5))
    #expect(Polynomial.zero.evaluated(modulo: field, at: []) == 0)
  }
}
