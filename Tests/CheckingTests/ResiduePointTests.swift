import ExactAlgebra
import SymbolicAlgebra
import Testing

@testable import Checking

@Suite struct ResiduePointTests {
  private static let prime = ComplexResidue.prime

  /// A positive a, a real x and an angle θ in [0, 3].
  private struct Bench {
    var field = Field()
    let a: Fraction
    let x: Fraction
    let cosine: Fraction
    let sine: Fraction

    init() {
      a = .variable(field.addFree("a", domain: .positive))
      x = .variable(field.addFree("x", domain: .real))
      let theta = field.addFree("\\theta", domain: .interval(0, 3))
      let pair = field.declareAngle(symbol: theta, latex: "\\theta", upper: true)
      (cosine, sine) = (.variable(pair.cosine), .variable(pair.sine))
    }

    func angle() -> Fraction { .variable(2) }
  }

  // c² + s² = 1, and with half angles c = 2c₂² − 1, s = 2 s₂ c₂, whichever is asked for first.
  @Test(arguments: 1...10, [true, false]) func relationsOfAngles(seed: Int, halfFirst: Bool) throws
  {
    var t = Bench()
    let half = try t.field.cosineAndSine(t.angle() * Fraction(Rational(1, 2)))
    var point = ResiduePoint(seed: UInt64(seed))
    if halfFirst { _ = try point.value(half.cosine, in: t.field) }
    #expect(try point.value(t.cosine * t.cosine + t.sine * t.sine, in: t.field) == 1)
    #expect(
      try point.value(half.cosine * half.cosine + half.sine * half.sine, in: t.field) == 1)
    #expect(try point.value(2 * half.cosine * half.cosine - 1 - t.cosine, in: t.field) == 0)
    #expect(try point.value(2 * half.sine * half.cosine - t.sine, in: t.field) == 0)
    // Nothing else is fixed.
    #expect(try point.value(t.cosine - t.sine, in: t.field) != 0)
  }

  // g² = a² + x²; for half of all seeds the radicand is no square, and that is said.
  @Test func relationsOfRoots() throws {
    var t = Bench()
    let root = try t.field.squareRoot(t.a * t.a + t.x * t.x)
    var found = 0
    for seed in UInt64(1)...40 {
      var point = ResiduePoint(seed: seed)
      guard let value = try? point.value(root, in: t.field) else { continue }
      found += 1
      let square = try point.value(t.a * t.a + t.x * t.x, in: t.field)
      #expect(Self.prime.multiply(value, value) == square)
    }
    #expect((8...32).contains(found))
  }

  // √(√(a² + x²) + a): a root of a root.
  @Test func relationsOfNestedRoots() throws {
    var t = Bench()
    let inner = try t.field.squareRoot(t.a * t.a + t.x * t.x)
    let outer = try t.field.squareRoot(inner + t.a)
    for seed in UInt64(1)...40 {
      var point = ResiduePoint(seed: seed)
      guard let value = try? point.value(outer, in: t.field) else { continue }
      #expect(Self.prime.multiply(value, value) == (try point.value(inner + t.a, in: t.field)))
    }
  }

  // x = 2a where a restriction says so; then x − 2a has the value 0 at every point.
  @Test func determinedGeneratorsFollowTheOthers() throws {
    var t = Bench()
    try t.field.determine(1, as: 2 * t.a)
    for seed in UInt64(1)...5 {
      var point = ResiduePoint(seed: seed)
      #expect(try point.value(t.x - 2 * t.a, in: t.field) == 0)
      #expect(try point.value(t.a, in: t.field) != 0)
    }
  }

  // The same by what the point is given, which goes before what the field says.
  @Test func dependentGeneratorsFollowTheOthers() throws {
    let t = Bench()
    var point = ResiduePoint(seed: 3, dependent: [1: t.a * t.a + 1])
    #expect(try point.value(t.x - t.a * t.a - 1, in: t.field) == 0)
  }

  // What has a value keeps it; what has none yet follows.
  @Test func dependenceComesLate() throws {
    let t = Bench()
    var point = ResiduePoint(seed: 3)
    let a = try point.value(t.a, in: t.field)
    point.determine([0: 1, 1: 2 * t.a])
    #expect(try point.value(t.a, in: t.field) == a)
    #expect(try point.value(t.x - 2 * t.a, in: t.field) == 0)
  }

  @Test func aGeneratorCanBeSet() throws {
    let t = Bench()
    var point = ResiduePoint(seed: 1)
    point.set(1, to: 42)
    #expect(try point.value(t.x, in: t.field) == 42)
    #expect(try point.value(t.x + 1, in: t.field) == 43)
    #expect(point.residues == [0, 42])
  }

  @Test func theSeedSaysWhichPoint() throws {
    let t = Bench()
    let value = t.a + t.x * t.x - 3 * t.cosine
    var first = ResiduePoint(seed: 5)
    var second = ResiduePoint(seed: 5)
    var third = ResiduePoint(seed: 6)
    let at5 = try first.value(value, in: t.field)
    #expect(try second.value(value, in: t.field) == at5)
    #expect(try third.value(value, in: t.field) != at5)
    // Asked again, it is still the same.
    #expect(try first.value(value, in: t.field) == at5)
    #expect(first.residues == second.residues)
  }

  // A generator made after the point is welcome.
  @Test func laterGenerators() throws {
    var t = Bench()
    var point = ResiduePoint(seed: 9)
    let before = try point.value(t.a, in: t.field)
    let late = Fraction.variable(t.field.addFree("q", domain: .real))
    _ = try point.value(late, in: t.field)
    #expect(try point.value(t.a, in: t.field) == before)
  }

  // a + ix: both parts, and a real one has none.
  @Test func complexValues() throws {
    let t = Bench()
    var point = ResiduePoint(seed: 2)
    let a = try point.value(t.a, in: t.field)
    let x = try point.value(t.x, in: t.field)
    #expect(try point.value(Scalar(t.a, t.x), in: t.field) == ComplexResidue(a, x))
    #expect(try point.value(Scalar(t.a), in: t.field) == ComplexResidue(a, 0))
  }

  // 1/(x − x₀) has no value at x₀.
  @Test func aPoleHasNoValue() {
    let t = Bench()
    var point = ResiduePoint(seed: 1)
    point.set(1, to: 7)
    #expect(throws: ResiduePoint.NoValue.self) {
      try point.value(1 / (t.x - 7), in: t.field)
    }
  }

  // e^{a/2} is independent of a: no relation, but its powers are powers.
  @Test func exponentials() throws {
    var t = Bench()
    let whole = try t.field.exponential(Scalar(t.a)).real
    let double = try t.field.exponential(Scalar(2 * t.a)).real
    var point = ResiduePoint(seed: 4)
    #expect(try point.value(whole * whole - double, in: t.field) == 0)
    #expect(try point.value(whole - t.a, in: t.field) != 0)
  }
}
