import ExactAlgebra
import Testing

@testable import SymbolicAlgebra

@Suite struct PositiveCoordinatesTests {
  private var field = Field()
  private let a: Fraction
  private let x: Fraction
  private let n: Fraction
  private let cosine: Fraction
  private let sine: Fraction
  private let halfSine: Fraction

  init() throws {
    a = .variable(field.addFree("a", domain: .positive))
    x = .variable(field.addFree("x", domain: .real))
    n = .variable(field.addFree("n", domain: .interval(0, 1)))
    let theta = field.addFree("\\theta", domain: .real)
    let pair = field.declareAngle(symbol: theta, latex: "\\theta", upper: true)
    (cosine, sine) = (.variable(pair.cosine), .variable(pair.sine))
    halfSine = try field.cosineAndSine(.variable(theta) * Fraction(Rational(1, 2))).sine
  }

  // n = t/(1 + t): 2 − n > 0 and n − 2 < 0, the ends included; 1 − n and n(1 − n) vanish at an end, and
  // n − 1/2 has both signs.
  @Test func intervals() {
    var coordinates = PositiveCoordinates(field)
    #expect(coordinates.sign(of: Fraction(2) - n) == 1)
    #expect(coordinates.sign(of: Fraction(1) - n) == nil)
    #expect(coordinates.sign(of: n * (Fraction(1) - n)) == nil)
    #expect(coordinates.sign(of: (n - Fraction(2)) / a) == -1)
    #expect(coordinates.sign(of: n - Fraction(Rational(1, 2))) == nil)
    #expect(coordinates.sign(of: n - n) == 0)
  }

  // 2 + cos θ > 0, sin θ > 0, 1 − cos θ > 0, cos θ has both signs; so it is beside a half angle's sine.
  @Test func angles() {
    var coordinates = PositiveCoordinates(field)
    #expect(coordinates.sign(of: Fraction(2) + cosine) == 1)
    #expect(coordinates.sign(of: cosine - Fraction(1)) == -1)
    #expect(coordinates.sign(of: a * sine) == 1)
    #expect(coordinates.sign(of: cosine) == nil)
    #expect(coordinates.sign(of: cosine + halfSine - Fraction(3)) == -1)
    #expect(coordinates.sign(of: (Fraction(1) - cosine) * halfSine) == 1)
    // After a half angle the same functions without it.
    #expect(coordinates.sign(of: Fraction(1) + cosine) == 1)
    // sin(θ/2) − sin θ has both signs: at θ = π/2 and at 5π/6.
    #expect(coordinates.sign(of: halfSine - sine) == nil)
  }

  // x² + a > 0 for real x; x + a is open.
  @Test func reals() {
    var coordinates = PositiveCoordinates(field)
    #expect(coordinates.sign(of: x * x + a) == 1)
    #expect(coordinates.sign(of: x + a) == nil)
  }

  // n = a + d with d > 0: n − a is open before, positive after.
  @Test func replacements() {
    var coordinates = PositiveCoordinates(field)
    #expect(coordinates.sign(of: n - a) == nil)
    coordinates.replace(n.variables[0], by: a + coordinates.positive())
    #expect(coordinates.sign(of: n - a) == 1)
    #expect(coordinates.sign(of: a * a - n * n) == -1)
  }
}

@Suite struct RoundPointsTests {
  // Every value lies in its domain, cos² + sin² = 1, and the same points come again.
  @Test func values() throws {
    var field = Field()
    let a = field.addFree("a", domain: .positive)
    let x = field.addFree("x", domain: .real)
    let n = field.addFree("n", domain: .interval(0, 1))
    let theta = field.addFree("\\theta", domain: .real)
    let pair = field.declareAngle(symbol: theta, latex: "\\theta", upper: true)
    var points = try #require(RoundPoints(field, covering: [a, x, n, pair.cosine]))
    var again = points
    var seen = Set<[Rational]>()
    #expect(points.next().height == 0)
    _ = again.next()
    for _ in 0..<200 {
      let (point, height) = points.next()
      #expect(again.next().point == point)
      let (c, s) = (try #require(point[pair.cosine]), try #require(point[pair.sine]))
      #expect(c * c + s * s == 1 && s > 0)
      for index in [a, x, n] {
        #expect(try field.generators[index].domain.contains(#require(point[index])))
      }
      #expect(height >= 0)
      seen.insert([a, x, n].compactMap { point[$0] })
    }
    #expect(seen.count > 100)
  }

  // An angle ωt with ω by itself has no rational point, nor has π.
  @Test func entangled() throws {
    var field = Field()
    let w = field.addFree("\\omega", domain: .positive)
    let t = field.addFree("t", domain: .positive)
    let phase = try field.cosineAndSine(.variable(w) * .variable(t))
    #expect(RoundPoints(field, covering: phase.cosine.variables + [w]) == nil)
    #expect(RoundPoints(field, covering: phase.cosine.variables) != nil)
    let pi = field.piGenerator()
    #expect(RoundPoints(field, covering: [pi]) == nil)
  }
}
