import ExactAlgebra
import Testing

@testable import SymbolicAlgebra

@Suite struct FieldCanonicalTests {
  // c² = (1 + C)/2, s² = (1 − C)/2, cs = S/2, cS = (1 + C)s, sS = (1 − C)c, S² = 1 − C²
  @Test func relationsOfAHalfAngle() throws {
    let rich = try RichField()
    let (C, S, c, s) = (rich.cosine, rich.sine, rich.halfCosine, rich.halfSine)
    let half = ratio(1, 2)
    #expect(rich.canonical(c * c) == half + half * C)
    #expect(rich.canonical(s * s) == half - half * C)
    #expect(rich.canonical(c * s) == half * S)
    #expect(rich.canonical(c * S) == s + C * s)
    #expect(rich.canonical(s * S) == c - C * c)
    #expect(rich.canonical(S * S) == 1 - C * C)
    #expect(rich.canonical(c * c + s * s) == 1)
    #expect(rich.canonical(c * c - s * s) == C)
  }

  // cos 2θ etc.: C² − S² = 2C² − 1; sin 3x = 3 sin x − 4 sin³x with x = θ/2;
  // S³ = S(1 − C²); c³ = c(1 + C)/2.
  @Test func higherPowers() throws {
    let rich = try RichField()
    let (C, S, c, s) = (rich.cosine, rich.sine, rich.halfCosine, rich.halfSine)
    #expect(rich.canonical(C * C - S * S) == 2 * C * C - 1)
    #expect(rich.canonical(S.power(3)) == S - S * C * C)
    #expect(rich.canonical(c.power(3)) == ratio(1, 2) * (c + C * c))
    #expect(rich.field.isZero(S * c + C * s - (3 * s - 4 * s.power(3))))
    #expect(rich.field.isZero(c.power(4) - s.power(4) - C))
    #expect(rich.field.isZero(8 * c.power(4) - 3 - 4 * C - (2 * C * C - 1)))
    #expect(!rich.field.isZero(c - s))
  }

  // With t = tan(θ/4): c = (1 − t²)/(1 + t²), s = 2t/(1 + t²), C = c² − s², S = 2cs; at t = 1/3 these are
  // 4/5, 3/5, 7/25, 24/25. A product and its normal form have one value there, and at t = 1/2 another.
  @Test func productsOfAHalfAngle() throws {
    var field = Field()
    let theta = field.addFree("\\theta", domain: .interval(0, 3))
    let pair = field.declareAngle(symbol: theta, latex: "\\theta", upper: true)
    let half = field.half(ofAngle: 0)
    let generators = [half.cosine, half.sine, pair.sine].map { Fraction.variable($0) }
    let points: [[Int: Fraction]] = [[4, 3, 5], [3, 4, 5]].map { (sides: [Integer]) in
      let (c, s) = (Rational(sides[0], sides[2]), Rational(sides[1], sides[2]))
      let values = [
        half.cosine: c, half.sine: s, pair.cosine: c * c - s * s, pair.sine: 2 * c * s,
      ]
      return values.mapValues { Fraction($0) }
    }
    for exponents in (0..<125).map({ [$0 / 25, $0 / 5 % 5, $0 % 5] }) {
      let product = zip(generators, exponents).reduce(Fraction(1)) { $0 * $1.0.power($1.1) }
      let normal = try #require(field.canonical(product))
      for variable in [half.cosine, half.sine, pair.sine] {
        #expect(normal.numerator.degree(in: variable) < 2)
      }
      for point in points {
        #expect(normal.substituting(point) == product.substituting(point), "\(exponents)")
      }
    }
  }

  // r = √(2 + S) stands after S and before c, s: r²c = 2c + Sc = 2c + (1 + C)s
  @Test func aRootBetweenAnAngleAndItsHalf() throws {
    var field = Field()
    let theta = field.addFree("\\theta", domain: .interval(0, 3))
    let pair = field.declareAngle(symbol: theta, latex: "\\theta", upper: true)
    let root = try field.squareRoot(2 + .variable(pair.sine))
    let half = field.half(ofAngle: 0)
    let (C, c, s) = (
      Fraction.variable(pair.cosine), Fraction.variable(half.cosine), Fraction.variable(half.sine)
    )
    #expect(field.canonical(root * root * c) == 2 * c + s + C * s)
    #expect(field.isZero(root * root * c - 2 * c - (1 + C) * s))
    #expect(!field.isZero(root * root * c - 2 * c))
  }

  // 1/r = r/(a² + b²), 1/(r + a) = (r − a)/b², 1/√2 = √2/2, 1/(1 + √2) = √2 − 1
  @Test func denominatorsAreRational() throws {
    let rich = try RichField()
    let (a, b, r, w) = (rich.a, rich.b, rich.root, rich.rootOfTwo)
    #expect(rich.canonical(r.inverse) == r / (a * a + b * b))
    #expect(rich.canonical((r + a).inverse) == (r - a) / (b * b))
    #expect(rich.canonical(w.inverse) == w / 2)
    #expect(rich.canonical((1 + w).inverse) == w - 1)
    // 1/√(r + a) = √(r + a)(r − a)/b²
    #expect(rich.canonical(rich.nested.inverse) == rich.nested * (r - a) / (b * b))
  }

  // 1/S = S/(1 − C²); 1/c = 2c/(1 + C); s/c = S/(1 + C) = tan(θ/2); 1/(c + s) rationalises
  @Test func denominatorsOfAngles() throws {
    let rich = try RichField()
    let (C, S, c, s) = (rich.cosine, rich.sine, rich.halfCosine, rich.halfSine)
    #expect(rich.canonical(S.inverse) == S / (1 - C * C))
    #expect(rich.canonical(c.inverse) == 2 * c / (1 + C))
    #expect(rich.canonical(s / c) == S / (1 + C))
    #expect(rich.canonical(s / c) == rich.canonical((1 - C) / S))
    let inverse = rich.canonical((c + s).inverse)
    // (c + s)² = 1 + S, so 1/(c + s) = (c + s)/(1 + S) = (c + s)(1 − S)/C²
    //   = (c + s − c(1 − C) − s(1 + C))/C² = (c − s)/C
    #expect(inverse == (c - s) / C)
  }

  @Test func zeroDenominatorsHaveNoForm() throws {
    let rich = try RichField()
    let (C, S) = (rich.cosine, rich.sine)
    let zero = C * C + S * S - 1
    #expect(rich.field.canonical(zero.inverse) == nil)
    #expect(rich.field.canonical(Scalar(1, zero.inverse)) == nil)
    #expect(rich.field.canonical(Scalar(zero.inverse, 1)) == nil)
    #expect(rich.field.canonical(Fraction(0)) == .zero)
    #expect(rich.field.isZero(Scalar(zero, zero)))
    #expect(!rich.field.isZero(Scalar(zero, 1)))
    #expect(!rich.field.isZero(Scalar(1, zero)))
  }

  // g = |x|: (g − x)(g + x) = 0 although neither factor is: no normal form for the inverse, no trap.
  @Test func aDivisorOfZeroHasNoInverse() throws {
    var rich = try RichField()
    let g = try rich.field.squareRoot(rich.x * rich.x)
    #expect(g != rich.x)
    #expect(rich.field.canonical((g + rich.x).inverse) == nil)
    #expect(!rich.field.isZero(g + rich.x))
    #expect(rich.canonical(g * g) == rich.x * rich.x)
  }

  @Test(arguments: 1...60) func canonicalFormsAreUnique(seed: Int) throws {
    let rich = try RichField()
    var random = RandomScalars(seed: seed)
    let (p, q, r) = (
      random.fraction(rich.field), random.fraction(rich.field), random.fraction(rich.field)
    )
    // The ring laws, with and without passing through normal forms.
    #expect(
      rich.canonical((p + q) * (p - q)) == rich.canonical(rich.canonical(p * p) - q * q),
      "seed \(seed)")
    #expect(
      rich.canonical(p * (q + r)) == rich.canonical(rich.canonical(p) * q) + rich.canonical(p * r),
      "seed \(seed)")
    #expect(
      rich.canonical(rich.canonical(p * q) * r) == rich.canonical(p * rich.canonical(q * r)),
      "seed \(seed)")
    #expect(rich.canonical(rich.canonical(p)) == rich.canonical(p), "seed \(seed)")
  }

  // A multiple of a relation changes nothing.
  @Test(arguments: 1...40) func multiplesOfRelationsVanish(seed: Int) throws {
    let rich = try RichField()
    var random = RandomScalars(seed: seed)
    let (C, S, c, s) = (rich.cosine, rich.sine, rich.halfCosine, rich.halfSine)
    let relations = [
      C * C + S * S - 1, 2 * c * s - S, c * c - s * s - C, c * c + s * s - 1, c * S - s - C * s,
      rich.root.power(2) - rich.a.power(2) - rich.b.power(2), rich.rootOfTwo.power(2) - 2,
      rich.nested.power(2) - rich.root - rich.a,
    ]
    let p = random.fraction(rich.field)
    for relation in relations {
      #expect(
        rich.canonical(p + relation * random.fraction(rich.field)) == rich.canonical(p),
        "seed \(seed)")
      #expect(rich.field.isZero(relation * p), "seed \(seed)")
    }
  }

  @Test(arguments: 1...40) func quotientsAreUnique(seed: Int) throws {
    let rich = try RichField()
    var random = RandomScalars(seed: seed)
    let p = random.fraction(rich.field, terms: 2)
    let q = random.nonzero(rich.field)
    let r = random.nonzero(rich.field, terms: 1)
    #expect(rich.canonical(rich.canonical(p / q) * q) == rich.canonical(p), "seed \(seed)")
    #expect(
      rich.canonical((p * r) / (q * r)) == rich.canonical(rich.canonical(p) / rich.canonical(q)),
      "seed \(seed)")
    let form = rich.canonical(p / q)
    #expect(!form.denominator.variables.contains(where: rich.field.algebraic.contains))
  }

  @Test(arguments: 1...60) func canonicalFormsKeepTheValue(seed: Int) throws {
    let rich = try RichField()
    var random = RandomScalars(seed: seed)
    let point = DoublePoint(rich.field, seed: seed)
    let p = random.fraction(rich.field, terms: 4)
    #expect(point.agree(rich.canonical(p), p), "seed \(seed)")
    let q = random.nonzero(rich.field)
    guard abs(point[q]) > 0.05 else { return }
    #expect(point.agree(rich.canonical(p / q), p / q), "seed \(seed)")
  }

  // A value that is zero at a random point only by the relations is zero, and conversely.
  @Test(arguments: 1...40) func zeroTestAgreesWithNumbers(seed: Int) throws {
    let rich = try RichField()
    var random = RandomScalars(seed: seed)
    let p = random.fraction(rich.field)
    let point = DoublePoint(rich.field, seed: seed + 1000)
    #expect(rich.field.isZero(p) == (abs(point[p]) < 1e-9), "seed \(seed)")
  }
}
