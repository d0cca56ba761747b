import ExactAlgebra
import Testing

@testable import SymbolicAlgebra

@Suite struct SamplePointsTests {
  /// The first points of a field for all its generators.
  private func points(_ field: Field, _ count: Int) -> [SamplePoints.Point] {
    Array(SamplePoints(field, covering: Array(field.generators.indices)).prefix(count))
  }

  @Test func theSimplestPointComesFirst() {
    var field = Field()
    let (a, b) = (field.addFree("a", domain: .positive), field.addFree("b", domain: .real))
    let first = points(field, 4)
    #expect(first[0] == [a: 1, b: 1])
    // Then one step in one coordinate.
    #expect(first[1] == [a: 2, b: 1])
    #expect(first[2] == [a: 1, b: -1])
  }

  @Test func withoutGeneratorsThereIsOnePoint() {
    #expect(Array(SamplePoints(Field(), covering: [])) == [[:]])
  }

  @Test func pointsAreTheSameEveryTime() throws {
    var field = Field()
    for name in ["a", "b", "c"] { _ = field.addFree(name, domain: .positive) }
    _ = try field.cosineAndSine(.variable(field.addFree("\\theta", domain: .real)) / 2)
    let covered = Array(field.generators.indices.filter { $0 != 3 })
    let first = Array(SamplePoints(field, covering: covered).prefix(200))
    let second = Array(SamplePoints(field, covering: covered).prefix(200))
    #expect(first == second)
    #expect(first.count == 200)
    #expect(Set(first).count == 200)
  }

  @Test(arguments: [
    Domain.real, .nonnegative, .positive, .interval(0, 1), .interval(-1, 1), .interval(2, 5),
  ]) func valuesLieInTheDomain(domain: Domain) {
    var field = Field()
    _ = field.addFree("a", domain: domain)
    let values = points(field, 100).compactMap { $0[0]?.constantValue }
    #expect(values.count >= 10)
    #expect(Set(values).count == values.count)
    for value in values { #expect(domain.contains(value)) }
  }

  // c² + s² = 1 and C = c² − s², S = 2cs at every point; r² = a² + b².
  @Test func relationsHoldExactly() throws {
    var field = Field()
    let a = Fraction.variable(field.addFree("a", domain: .positive))
    let b = Fraction.variable(field.addFree("b", domain: .positive))
    let theta = field.addFree("\\theta", domain: .interval(0, 3))
    let pair = field.declareAngle(symbol: theta, latex: "\\theta", upper: true)
    let half = field.half(ofAngle: 0)
    let r = try field.squareRoot(a * a + b * b)
    let (C, S) = (Fraction.variable(pair.cosine), Fraction.variable(pair.sine))
    let (c, s) = (Fraction.variable(half.cosine), Fraction.variable(half.sine))
    let relations = [
      C * C + S * S - 1, c * c + s * s - 1, c * c - s * s - C, 2 * c * s - S,
      r * r - a * a - b * b,
    ]
    let covered = field.generators.indices.filter { $0 != theta }
    let sample = Array(SamplePoints(field, covering: Array(covered)).prefix(60))
    #expect(sample.count == 60)
    for point in sample {
      for relation in relations { #expect(relation.substituting(point) == .zero) }
      for value in [S, c, s, r, a, b] {
        let number = try #require(value.substituting(point)?.constantValue)
        #expect(number > 0)
      }
    }
  }

  // An angle of either sign has points in both halves of the circle, one in [0, π] only above.
  @Test(arguments: [true, false]) func signsOfASine(upper: Bool) {
    var field = Field()
    let phi = field.addFree("\\varphi", domain: .real)
    let pair = field.declareAngle(symbol: phi, latex: "\\varphi", upper: upper)
    let sample = Array(SamplePoints(field, covering: [pair.sine]).prefix(100))
    let sines = sample.compactMap { $0[pair.sine]?.constantValue }
    #expect(sines.contains { $0 > 0 })
    #expect(sines.contains { $0 < 0 } == !upper)
    // (0, 1), the right angle, is among them.
    #expect(sample.contains { $0[pair.cosine] == 0 && $0[pair.sine] == 1 })
    for point in sample {
      let (c, s) = (point[pair.cosine] ?? 0, point[pair.sine] ?? 0)
      #expect(c * c + s * s == 1)
    }
  }

  @Test func assumptionsHold() {
    var field = Field()
    let a = Fraction.variable(field.addFree("a", domain: .positive))
    let b = Fraction.variable(field.addFree("b", domain: .positive))
    field.assumptions = [Assumption(positive: a - b, latex: "a > b")]
    let sample = points(field, 50)
    #expect(sample.count == 50)
    for point in sample {
      let difference = (a - b).substituting(point)?.constantValue ?? -1
      #expect(difference > 0)
    }
    // Asked for b alone, a comes along.
    let alone = SamplePoints(field, covering: [1]).first { _ in true }
    #expect(alone?[0] != nil)
    field.assumptions.append(Assumption(positive: b - a, latex: "b > a"))
    #expect(points(field, 1).isEmpty)
  }

  // As in λ < 2√(ω₁ω₂).
  @Test func assumptionsWithRoots() throws {
    var field = Field()
    let p = Fraction.variable(field.addFree("p", domain: .positive))
    let q = Fraction.variable(field.addFree("q", domain: .positive))
    let l = Fraction.variable(field.addFree("l", domain: .positive))
    let root = try field.squareRoot(p * q)
    let rootOfTwo = try field.squareRoot(2)
    field.assumptions = [
      Assumption(positive: 2 * root - l, latex: "l < 2\\sqrt{pq}"),
      Assumption(positive: rootOfTwo * p - q, latex: "q < \\sqrt 2 p"),
    ]
    let sample = Array(SamplePoints(field, covering: [0, 1, 2]).prefix(30))
    #expect(sample.count == 30)
    for point in sample {
      // The roots need not be rational: l < 2√(pq) means l² < 4pq, q < √2 p means q² < 2p².
      for value in [4 * p * q - l * l, 2 * p * p - q * q] {
        let number = try #require(value.substituting(point)?.constantValue)
        #expect(number > 0)
      }
    }
  }

  // e^x takes any positive value as long as x is not asked for too.
  @Test func exponentials() throws {
    var field = Field()
    let x = Fraction.variable(field.addFree("x", domain: .real))
    let e = try field.exponential(Scalar(x)).real
    let free = SamplePoints(field, covering: e.variables)
    #expect(!free.isEntangled)
    let values = free.prefix(30).compactMap { e.substituting($0)?.constantValue }
    #expect(values.count > 10)
    for value in values { #expect(value > 0) }
    #expect(values.contains { $0 < 1 })
  }

  // e^{a} > 1 for a > 0.
  @Test func exponentialsOfPositiveExponents() throws {
    var field = Field()
    let a = Fraction.variable(field.addFree("a", domain: .positive))
    let e = try field.exponential(Scalar(a)).real
    for point in SamplePoints(field, covering: e.variables).prefix(20) {
      let value = try #require(e.substituting(point)?.constantValue)
      #expect(value > 1)
    }
  }

  // The point at level 0 exists and a limit is a number of tries.
  @Test func limits() {
    var field = Field()
    _ = field.addFree("a", domain: .positive)
    #expect(Array(SamplePoints(field, covering: [0], limit: 3)).count == 3)
    #expect(Array(SamplePoints(field, covering: [0], limit: 0)).isEmpty)
    // Every candidate is met once, then there are no more.
    let all = Array(SamplePoints(field, covering: [0]))
    #expect(Set(all).count == all.count)
  }

  @Test func closures() throws {
    let rich = try RichField()
    let nested = rich.nested.variables
    #expect(
      rich.field.closure(of: nested)
        == Set(nested + rich.root.variables + [0, 1]).sorted())
    let cosine = rich.cosine.variables
    #expect(rich.field.closure(of: cosine).count == 2)
    #expect(rich.field.closure(of: rich.halfSine.variables).count == 4)
    #expect(rich.field.closure(of: []) == [])
    #expect(rich.field.closure(of: [1, 0, 1]) == [0, 1])
  }

  // a + b√2: 3 − 2√2 > 0 since 9 > 8; 1 − √2 < 0; −3 + 2√2 < 0; −1 + √2 > 0
  @Test(arguments: [
    (3, -2, true), (1, -1, false), (-3, 2, false), (-1, 1, true), (1, 1, true), (-1, -1, false),
    (0, 1, true), (0, -1, false), (2, 0, true), (-2, 0, false), (0, 0, false),
  ]) func signsOfConstants(a: Int, b: Int, expected: Bool) throws {
    var field = Field()
    let root = try field.squareRoot(2)
    #expect(field.isPositive(Fraction(a) + Fraction(b) * root, at: [:]) == expected)
  }
}
