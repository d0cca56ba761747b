import ExactAlgebra
import Testing

@testable import SymbolicAlgebra

@Suite struct ExponentialTests {
  var field = Field()
  let x: Fraction
  let y: Fraction

  init() {
    x = .variable(field.addFree("x", domain: .real))
    y = .variable(field.addFree("y", domain: .real))
  }

  private func exp(_ value: Fraction, _ field: inout Field) throws -> Fraction {
    try field.exponential(Scalar(value)).real
  }

  // e^{x+y} = e^x e^y, e^{−x} = 1/e^x, e^{2x} = (e^x)², e^{x/2}² = e^x, e^0 = 1
  @Test func functionalEquation() throws {
    var field = field
    let (e, f) = (try exp(x, &field), try exp(y, &field))
    #expect(try exp(x + y, &field) == e * f)
    #expect(try exp(x - y, &field) == e / f)
    #expect(try exp(-x, &field) == e.inverse)
    #expect(try exp(2 * x, &field) == e * e)
    #expect(try exp(x * ratio(1, 2), &field).power(2) == e)
    #expect(try exp(x * ratio(-3, 2), &field).power(2) == e.power(-3))
    #expect(try exp(0, &field) == 1)
    #expect(field.generators.count == 4)
  }

  // x/y, xy and x are different exponents; (x² + xy)/x is x + y.
  @Test func exponentsAreMonomials() throws {
    var field = field
    let quotient = try exp(x / y, &field)
    #expect(try exp((x + y) / y, &field) == quotient * (try exp(1, &field)))
    #expect(try exp((x * x + x * y) / x, &field) == (try exp(x, &field)) * (try exp(y, &field)))
    #expect(try exp(x * y, &field) != quotient)
  }

  @Test func refusals() {
    var field = field
    #expect(throws: FieldError.unsupported(function: "exp", argument: "\\frac{1}{x + y}")) {
      try field.exponential(Scalar((x + y).inverse))
    }
    #expect(throws: FieldError.fineFraction(latex: "\\frac{x}{3}")) {
      try field.exponential(Scalar(x / 3))
    }
    #expect(throws: FieldError.fineFraction(latex: "\\frac{x}{4}")) {
      try field.cosineAndSine(x / 4)
    }
    #expect(throws: FieldError.unsupported(function: "cos", argument: "\\frac{1}{x + y}")) {
      try field.cosineAndSine((x + y).inverse)
    }
  }

  // e^{x + iy} = e^x (cos y + i sin y); e^{iπ} = −1; e^{iy} e^{−iy} = 1
  @Test func complexExponents() throws {
    var field = field
    let e = try exp(x, &field)
    let (c, s) = try field.cosineAndSine(y)
    #expect(try field.exponential(Scalar(x, y)) == Scalar(e * c, e * s))
    let pi = Fraction.variable(field.piGenerator())
    #expect(try field.exponential(Scalar(0, pi)) == Scalar(-1))
    #expect(try field.exponential(Scalar(0, pi / 2)) == .imaginaryUnit)
    let forth = try field.exponential(Scalar(0, y))
    let back = try field.exponential(Scalar(0, -y))
    #expect(field.canonical(forth * back) == .one)
    #expect(back == forth.conjugate)
  }

  @Test func zeroDenominator() throws {
    var rich = try RichField()
    let zero = rich.cosine.power(2) + rich.sine.power(2) - 1
    #expect(throws: FieldError.divisionByZero) {
      try rich.field.exponential(Scalar(zero.inverse))
    }
    #expect(throws: FieldError.divisionByZero) { try rich.field.cosineAndSine(zero.inverse) }
    #expect(throws: FieldError.divisionByZero) { try rich.field.squareRoot(zero.inverse) }
  }

  @Test func monomialsOfASum() throws {
    let parts = try #require(field.monomials(of: (3 * x * x - x * y / 2) / y))
    #expect(parts.map(\.coefficient) == [3, Rational(-1, 2)])
    #expect(parts.map(\.monomial) == [x * x / y, x])
    #expect(field.monomials(of: (x + y).inverse) == nil)
    #expect(field.monomials(of: 0)?.isEmpty == true)
  }
}

@Suite struct TrigonometryTests {
  // e^{iπq}: cosine and sine of multiples of a quarter and a sixth turn.
  static let squares: [(Int, Int, Rational, Rational, Bool, Bool)] = [
    (0, 1, 1, 0, false, false), (1, 6, Rational(3, 4), Rational(1, 4), false, false),
    (1, 4, Rational(1, 2), Rational(1, 2), false, false),
    (1, 3, Rational(1, 4), Rational(3, 4), false, false), (1, 2, 0, 1, false, false),
    (2, 3, Rational(1, 4), Rational(3, 4), true, false),
    (3, 4, Rational(1, 2), Rational(1, 2), true, false), (1, 1, 1, 0, true, false),
    (5, 4, Rational(1, 2), Rational(1, 2), true, true),
    (-1, 2, 0, 1, false, true), (-1, 6, Rational(3, 4), Rational(1, 4), false, true),
    (7, 3, Rational(1, 4), Rational(3, 4), false, false),
  ]

  @Test(arguments: squares) func multiplesOfPi(
    p: Int, q: Int, cosineSquare: Rational, sineSquare: Rational, cosineNegative: Bool,
    sineNegative: Bool
  ) throws {
    var field = Field()
    let pi = Fraction.variable(field.piGenerator())
    let (c, s) = try field.cosineAndSine(pi * ratio(p, q))
    #expect(field.canonical(c * c) == Fraction(cosineSquare))
    #expect(field.canonical(s * s) == Fraction(sineSquare))
    let point = DoublePoint(field, seed: 1)
    #expect((point[c] < 0) == cosineNegative)
    #expect((point[s] < 0) == sineNegative)
  }

  @Test(arguments: [(1, 12), (1, 8), (5, 12), (1, 5), (1, 24)])
  func finePartsOfPiAreRefused(p: Int, q: Int) {
    var field = Field()
    let pi = Fraction.variable(field.piGenerator())
    #expect(throws: FieldError.fineFraction(latex: "\(p)/\(q)\\pi")) {
      try field.cosineAndSine(pi * ratio(p, q))
    }
  }

  // cos(α ± β), sin(α ± β), cos 2α = 2 cos²α − 1, sin 3α = 3 sin α − 4 sin³α
  @Test func addition() throws {
    var field = Field()
    let alpha = Fraction.variable(field.addFree("\\alpha", domain: .real))
    let beta = Fraction.variable(field.addFree("\\beta", domain: .real))
    let (c, s) = try field.cosineAndSine(alpha)
    let (d, t) = try field.cosineAndSine(beta)
    let sum = try field.cosineAndSine(alpha + beta)
    #expect(sum.cosine == c * d - s * t)
    #expect(sum.sine == s * d + c * t)
    let difference = try field.cosineAndSine(alpha - beta)
    #expect(difference.cosine == c * d + s * t)
    #expect(difference.sine == s * d - c * t)
    #expect(try field.cosineAndSine(2 * alpha).cosine == 2 * c * c - 1)
    let triple = try field.cosineAndSine(3 * alpha).sine
    #expect(field.isZero(triple - 3 * s + 4 * s.power(3)))
    #expect(try field.cosineAndSine(-alpha).sine == -s)
    #expect(try field.cosineAndSine(0).cosine == 1)
  }

  // α and α + π: the signs turn; α + π/2: cosine and sine exchange.
  @Test func shifts() throws {
    var field = Field()
    let alpha = Fraction.variable(field.addFree("\\alpha", domain: .real))
    let pi = Fraction.variable(field.piGenerator())
    let (c, s) = try field.cosineAndSine(alpha)
    let opposite = try field.cosineAndSine(alpha + pi)
    #expect(opposite.cosine == -c)
    #expect(opposite.sine == -s)
    let turned = try field.cosineAndSine(alpha + pi / 2)
    #expect(turned.cosine == -s)
    #expect(turned.sine == c)
  }

  @Test(arguments: 1...30) func additionAgreesWithNumbers(seed: Int) throws {
    var random = RandomScalars(seed: seed)
    var field = Field()
    var argument = Fraction(0)
    for name in ["\\alpha", "\\beta"] {
      let angle = Fraction.variable(field.addFree(name, domain: .real))
      argument += angle * ratio(random.word(in: -5...5), 2)
    }
    let (c, s) = try field.cosineAndSine(argument)
    let point = DoublePoint(field, seed: seed)
    // (cos, sin) is the point of the circle at that argument.
    let value = point[argument]
    #expect(abs(point[c] - DoublePoint.cosine(value)) < 1e-9, "seed \(seed)")
    #expect(abs(point[s] - DoublePoint.sine(value)) < 1e-9, "seed \(seed)")
    #expect(field.isZero(c * c + s * s - 1), "seed \(seed)")
  }

  @Test func tooHighMultiplesAreRefused() throws {
    var field = Field()
    let alpha = Fraction.variable(field.addFree("\\alpha", domain: .real))
    #expect(throws: FieldError.fineFraction(latex: "33 \\alpha")) {
      try field.cosineAndSine(33 * alpha)
    }
  }
}

@Suite struct SquareRootTests {
  // a, b, c > 0, n ≥ 0, x, y real
  static let base: Field = {
    var field = Field()
    for (name, domain) in [
      ("a", Domain.positive), ("b", .positive), ("c", .positive), ("n", .nonnegative),
      ("x", .real), ("y", .real),
    ] { _ = field.addFree(name, domain: domain) }
    return field
  }()
  static let (a, b, c, n, x, y) = (
    Fraction.variable(0), Fraction.variable(1), Fraction.variable(2), Fraction.variable(3),
    Fraction.variable(4), Fraction.variable(5)
  )

  static let perfect: [(square: Fraction, root: Fraction)] = [
    (0, 0), (1, 1), (4, 2), (ratio(9, 16), ratio(3, 4)), (a * a, a), (n * n, n),
    (4 * a * a * b * b, 2 * a * b), (a * a / (b * b), a / b), ((a + b).power(2), a + b),
    ((a + 2 * n + 3).power(2), a + 2 * n + 3), ((a + b).power(4), (a + b).power(2)),
    ((a * b + 1).power(2) / (4 * a * a), (a * b + 1) / (2 * a)), (1_000_000, 1000),
    (x.power(4), x * x),
  ]

  @Test(arguments: perfect) func perfectSquares(square: Fraction, root: Fraction) throws {
    var field = Self.base
    #expect(try field.squareRoot(square) == root)
    #expect(field.generators.count == Self.base.generators.count)
  }

  static let imperfect: [Fraction] = [
    2, ratio(1, 2), ratio(3, 8), a, a / b, a * b, x * x, (a - b).power(2), (x + y).power(2),
    a * a + x * x, (a + x).power(2), 1 + x * x, (a - b).power(2) + c * c,
    (a - b).power(2) / 4, (x * x + 1) / (a + b), 4 / (a + b), 8 * a.power(3) * b.power(2),
    (a + b).power(2) * c, (a + b).power(3), 12 * (a + b), a / (b * (x * x + 1)),
    (x * x + 1) / (y * y + 1), 2 * (a + b).power(2), n, n / a,
  ]

  // What is not known to be a square of something nonnegative becomes a generator g ≥ 0.
  @Test(arguments: imperfect) func squaresOfRoots(value: Fraction) throws {
    var field = Self.base
    let root = try field.squareRoot(value)
    #expect(field.canonical(root * root) == value)
    for seed in 1...8 {
      let point = DoublePoint(field, seed: seed)
      #expect(point[root] >= 0)
      #expect(abs(point[root] * point[root] - point[value]) < 1e-9 * max(1, point[value]))
    }
  }

  // √((a − b)²) is a − b where a > b is assumed, b − a where b > a is, and neither otherwise.
  @Test func theSignOfARootIsAssumedOrKept() throws {
    let (a, b) = (Self.a, Self.b)
    let square = (a - b) * (a - b)
    var plain = Self.base
    let root = try plain.squareRoot(square)
    #expect(root != a - b)
    #expect(root != b - a)
    var above = Self.base
    above.assumptions = [Assumption(positive: a - b, latex: "a > b")]
    #expect(try above.squareRoot(square) == a - b)
    #expect(try above.squareRoot(9 * square) == 3 * a - 3 * b)
    #expect(try above.squareRoot(square / (a * a)) == (a - b) / a)
    var below = Self.base
    below.assumptions = [Assumption(positive: 2 * b - 2 * a, latex: "b > a")]
    #expect(try below.squareRoot(square) == b - a)
  }

  @Test func absoluteValueOfASign() throws {
    var field = Self.base
    #expect(try field.squareRoot(Self.x * Self.x) != Self.x)
    #expect(try field.squareRoot((Self.n - 1).power(2)) != Self.n - 1)
  }

  // √(x/(a − b)) is nonnegative where a < b and x < 0 too: not √(x(a − b))/(a − b).
  @Test(arguments: 1...10) func denominatorsOfEitherSign(seed: Int) throws {
    var field = Self.base
    let (a, b, x) = (Self.a, Self.b, Self.x)
    let value = x / (a - b)
    let root = try field.squareRoot(value)
    let point = DoublePoint(field, seed: seed)
    guard point[value] > 0 else { return }
    #expect(abs(point[root] - point[value].squareRoot()) < 1e-9, "seed \(seed)")
  }

  // Roots of numbers: √8 = 2√2, √(1/2) = √2/2, √6 = √2 √3, √12 = 2√3, √(3/2) = √6/2
  @Test func rootsOfNumbers() throws {
    var field = Self.base
    let (two, three) = (try field.squareRoot(2), try field.squareRoot(3))
    #expect(try field.squareRoot(8) == 2 * two)
    #expect(try field.squareRoot(ratio(1, 2)) == two / 2)
    #expect(try field.squareRoot(12) == 2 * three)
    #expect(try field.squareRoot(6) == two * three)
    #expect(try field.squareRoot(ratio(3, 2)) == two * three / 2)
    #expect(try field.squareRoot(1009 * 1009) == 1009)
  }

  // Order must not matter: √6 met before √2 and √3.
  @Test func rootsOfNumbersInAnyOrder() throws {
    var field = Field()
    let six = try field.squareRoot(6)
    let two = try field.squareRoot(2)
    let three = try field.squareRoot(3)
    #expect(field.isZero(six - two * three))
    #expect(field.canonical(six * two) == 2 * three)
  }

  // √(ab) = √a √b, √(a³) = a√a, √(2a) = √2 √a for positive a and b.
  @Test func rootsOfMonomialsFactor() throws {
    var field = Self.base
    let (a, b) = (Self.a, Self.b)
    let (p, q) = (try field.squareRoot(a), try field.squareRoot(b))
    #expect(try field.squareRoot(a * b) == p * q)
    #expect(try field.squareRoot(a.power(3)) == a * p)
    let (two, doubled) = (try field.squareRoot(2), try field.squareRoot(2 * a))
    #expect(field.isZero(doubled - two * p))
    let quotient = try field.squareRoot(a / b)
    #expect(field.isZero(quotient - p / q))
  }

  // √(4(a + b)) = 2√(a + b), √((a + b)²c) = (a + b)√c, √((a + b)³) = (a + b)√(a + b)
  @Test func positiveSquareFactorsComeOut() throws {
    var field = Self.base
    let (a, b, c) = (Self.a, Self.b, Self.c)
    let root = try field.squareRoot(a + b)
    #expect(try field.squareRoot(4 * (a + b)) == 2 * root)
    #expect(try field.squareRoot((a + b).power(2) * c) == (a + b) * (try field.squareRoot(c)))
    #expect(try field.squareRoot((a + b).power(3)) == (a + b) * root)
    #expect(try field.squareRoot(4 / (a + b)) == 2 * root / (a + b))
    let (quotient, rootOfC) = (try field.squareRoot(c / (a + b)), try field.squareRoot(c))
    #expect(field.isZero(quotient * root - rootOfC))
  }

  @Test(arguments: [-1, ratio(-1, 4), -a, -a - b, -2 * a / b])
  func rootsOfNegativeQuantitiesAreRefused(value: Fraction) {
    var field = Self.base
    #expect(throws: FieldError.rootOfComplex) { try field.squareRoot(value) }
  }

  // With Δ = r cos θ and λ = r sin θ the root √(Δ² + λ²) is r.
  @Test func polarCoordinates() throws {
    var field = Field()
    let r = Fraction.variable(field.addFree("r", domain: .positive))
    let theta = field.addFree("\\theta", domain: .interval(0, 3))
    let pair = field.declareAngle(symbol: theta, latex: "\\theta", upper: true)
    let (delta, lambda) = (r * .variable(pair.cosine), r * .variable(pair.sine))
    #expect(try field.squareRoot(delta * delta + lambda * lambda) == r)
    #expect(field.generators.count == 4)
  }

  // For θ ∈ [0, π]: √(1 − cos²θ) = sin θ, √((1 ± cos θ)/2) = cos(θ/2), sin(θ/2).
  @Test func rootsOfAnglesInTheUpperHalf() throws {
    var rich = try RichField()
    let (C, S) = (rich.cosine, rich.sine)
    #expect(try rich.field.squareRoot(1 - C * C) == S)
    #expect(try rich.field.squareRoot(S * S * rich.a * rich.a) == rich.a * S)
    let cases: [(square: Fraction, root: Fraction)] = [
      ((1 + C) / 2, rich.halfCosine), ((1 - C) / 2, rich.halfSine),
      (2 + 2 * C, 2 * rich.halfCosine), ((1 + C).power(2), 1 + C),
      ((1 - C).power(3) / 2, (1 - C) * rich.halfSine), ((1 + C) / (1 - C), (1 + C) / S),
    ]
    for (square, expected) in cases {
      let root = try rich.field.squareRoot(square)
      #expect(rich.field.isZero(root - expected))
    }
  }

  // For an angle of either sign √(sin²φ) = |sin φ|.
  @Test func rootsOfOtherAnglesKeepTheirSign() throws {
    var field = Field()
    let phi = Fraction.variable(field.addFree("\\varphi", domain: .real))
    let (C, S) = try field.cosineAndSine(phi)
    let root = try field.squareRoot(1 - C * C)
    #expect(root != S)
    #expect(field.isZero(root * root - S * S))
  }

  @Test(arguments: 1...40) func rootsOfRandomSquares(seed: Int) throws {
    var random = RandomScalars(seed: seed)
    var field = Self.base
    let value = random.nonzero(field)
    let root = try field.squareRoot(value * value)
    #expect(field.isZero(root * root - value * value), "seed \(seed)")
    for start in 0..<4 {
      let point = DoublePoint(field, seed: 10 * seed + start)
      #expect(point.agree(Fraction(1) * root, value) == (point[value] >= 0), "seed \(seed)")
      #expect(abs(point[root] - abs(point[value])) < 1e-6 * max(1, point[root]), "seed \(seed)")
    }
  }
}

@Suite struct HalfAngleTests {
  // φ = θ, −θ, π − θ, θ − π for θ ∈ (0, π): cos(φ/2) = c, c, s, s and sin(φ/2) = s, −s, c, −c.
  @Test(arguments: [(1, 1), (1, -1), (-1, 1), (-1, -1)])
  func quadrants(cosineSign: Int, sineSign: Int) throws {
    var rich = try RichField()
    let (x, y) = try rich.field.halfAngle(
      cosine: Fraction(cosineSign) * rich.cosine, sine: Fraction(sineSign) * rich.sine)
    let (c, s) = (rich.halfCosine, rich.halfSine)
    #expect(x == (cosineSign > 0 ? c : s))
    #expect(y == Fraction(sineSign) * (cosineSign > 0 ? s : c))
    // cos φ = x² − y², sin φ = 2xy
    #expect(rich.field.isZero(x * x - y * y - Fraction(cosineSign) * rich.cosine))
    #expect(rich.field.isZero(2 * x * y - Fraction(sineSign) * rich.sine))
  }

  // (cos φ, sin φ) = (4/5, ±3/5): half angle (3, ±1)/√10; (7/25, 24/25): (4/5, 3/5);
  // (0, ±1): (1, ±1)/√2; (1, 0): (1, 0); (−1, 0): (0, 1).
  @Test(arguments: [
    (ratio(4, 5), ratio(3, 5), ratio(9, 10), 1), (ratio(4, 5), ratio(-3, 5), ratio(9, 10), -1),
    (ratio(7, 25), ratio(24, 25), ratio(16, 25), 1), (0, 1, ratio(1, 2), 1),
    (0, -1, ratio(1, 2), -1), (1, 0, 1, 0), (-1, 0, 0, 1),
    (ratio(-3, 5), ratio(4, 5), ratio(1, 5), 1),
  ]) func numbers(cosine: Fraction, sine: Fraction, square: Fraction, sign: Int) throws {
    var field = Field()
    let (c, s) = try field.halfAngle(cosine: cosine, sine: sine)
    #expect(field.canonical(c * c) == square)
    #expect(field.canonical(s * s) == 1 - square)
    #expect(field.isZero(2 * c * s - sine))
    let point = DoublePoint(field, seed: 1)
    #expect(point[c] >= 0)
    #expect(sign == 0 ? point[s] == 0 : point[s] * Double(sign) > 0)
  }

  // cos φ = x/r, sin φ = b/r with r = √(x² + b²)
  @Test func symbols() throws {
    var rich = try RichField()
    let r = try rich.field.squareRoot(rich.x * rich.x + rich.b * rich.b)
    let (c, s) = try rich.field.halfAngle(cosine: rich.x / r, sine: rich.b / r)
    #expect(rich.field.isZero(c * c + s * s - 1))
    #expect(rich.field.isZero((c * c - s * s) * r - rich.x))
    #expect(rich.field.isZero(2 * c * s * r - rich.b))
    for seed in 1...5 { #expect(DoublePoint(rich.field, seed: seed)[c] > 0) }
  }
}
