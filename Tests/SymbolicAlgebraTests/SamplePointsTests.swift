import ExactAlgebra
import Testing

@testable import SymbolicAlgebra

@Suite struct SamplePointsTests {
  /// The first points of a field for all its generators.
  private func points(_ field: Field, _ count: Int) -> [SamplePoints.Point] {
    Array(SamplePoints(field, covering: Array(field.generators.indices)).prefix(count))
  }

  // Height 1 first: a = 1 and b = 1, −1, 0. Then 2 in one coordinate, the last one first.
  @Test func theSimplestPointComesFirst() {
    var field = Field()
    let (a, b) = (field.addFree("a", domain: .positive), field.addFree("b", domain: .real))
    let pairs = points(field, 13).map { [$0[a], $0[b]] }
    let half = ratio(1, 2)
    #expect(pairs[..<3] == [[1, 1], [1, -1], [1, 0]])
    #expect(pairs[3..<7] == [[1, 2], [1, -2], [1, half], [1, -half]])
    #expect(pairs[7...] == [[2, 1], [2, -1], [2, 0], [half, 1], [half, -1], [half, 0]])
  }

  /// Every kind of coordinate: a and b positive, x and y real, n in (0, 1), an angle in (0, π).
  private func mixed() -> (field: Field, covered: [Int], angle: (cosine: Int, sine: Int)) {
    var field = Field()
    var covered = ["a", "b"].map { field.addFree($0, domain: .positive) }
    covered += ["x", "y"].map { field.addFree($0, domain: .real) }
    covered.append(field.addFree("n", domain: .interval(0, 1)))
    let theta = field.addFree("\\theta", domain: .real)
    let angle = field.declareAngle(symbol: theta, latex: "\\theta", upper: true)
    return (field, covered + [angle.cosine], angle)
  }

  // The largest height never falls, and where it stays the sum does not; t = s/(1 + c) counts for an
  // angle. Each height is worked out here from the values alone.
  @Test func heightsAscend() {
    let (field, covered, angle) = mixed()
    var points = SamplePoints(field, covering: covered)
    var last = PointHeight([])
    var count = 0
    while count < 3000, let point = points.next() {
      count += 1
      var heights = covered.dropLast().compactMap { point[$0]?.constantValue?.height }
      if let c = point[angle.cosine]?.constantValue, let s = point[angle.sine]?.constantValue {
        heights.append((s / (c + 1)).height)
      }
      #expect(heights.count == 6)
      let height = PointHeight(heights)
      #expect(height == points.height)
      #expect(height == field.height(of: covered, at: point))
      #expect(height >= last)
      last = height
    }
    #expect(count == 3000)
  }

  // 40 coordinates at height 1, then 80 points with one of height 2, and many with two.
  @Test func manyCoordinates() {
    var field = Field()
    for index in 0..<40 { _ = field.addFree("a_\(index)", domain: .positive) }
    let sample = points(field, 500)
    #expect(sample.count == 500)
    let heights = sample.map { field.height(of: Array(0..<40), at: $0).sum }
    #expect(heights[0] == 40)
    #expect(heights[1...80].allSatisfy { $0 == 41 })
    #expect(heights[81...].allSatisfy { $0 == 42 })
  }

  // 0 < n < 1 has its least height at 1/2. At the ends only if asked for.
  @Test func endsOfAnInterval() {
    var field = Field()
    let n = field.addFree("n", domain: .interval(0, 1))
    func values(_ includesEnds: Bool, scattered: Bool = false) -> [Rational] {
      SamplePoints(
        field, covering: [n], limit: 30, includesEnds: includesEnds, scattered: scattered
      ).compactMap { $0[n]?.constantValue }
    }
    #expect(
      values(false)[..<5] == [
        Rational(1, 2), Rational(1, 3), Rational(2, 3), Rational(1, 4), Rational(3, 4),
      ])
    #expect(values(true)[..<3] == [0, 1, Rational(1, 2)])
    for scattered in [false, true] {
      #expect(values(false, scattered: scattered).allSatisfy { 0 < $0 && $0 < 1 })
    }
    // A point is no interval without inside.
    field.setDomain(n, .interval(2, 2))
    #expect(Set(values(false)) == [2])
    #expect(Set(values(false, scattered: true)) == [2])
  }

  // t = 1, the right angle, is the only one of height 1; t = 1/2 is (3/5, 4/5), t = 2 its mirror image.
  @Test func anglesByTheirParameter() {
    let (field, _, angle) = mixed()
    let sample = SamplePoints(field, covering: [angle.cosine]).prefix(3)
    #expect(sample.map { $0[angle.cosine] } == [0, ratio(3, 5), ratio(-3, 5)])
    #expect(sample.map { $0[angle.sine] } == [1, ratio(4, 5), ratio(4, 5)])
  }

  // Three symbols and a > 8: values of a that are too small are not among those to choose from.
  @Test func whatIsAssumedOfOneSymbol() {
    var field = Field()
    for name in ["a", "b", "c"] { _ = field.addFree(name, domain: .positive) }
    field.assumptions = [Assumption(positive: .variable(0) - 8, latex: "a > 8")]
    let sample = points(field, 2)
    #expect(sample == [[0: 10, 1: 1, 2: 1], [0: 10, 1: 1, 2: 2]])
    field.assumptions = [Assumption(positive: .variable(0) - 5000, latex: "a > 5000")]
    #expect(points(field, 1).isEmpty)
  }

  // a > b + 5 for b and c: what a has to be depends on b alone, whatever c was tried in between.
  @Test func whatIsOnlyAssumedIsFoundOnce() {
    var field = Field()
    let names = ["a", "b", "c"].map { field.addFree($0, domain: .positive) }
    field.assumptions = [
      Assumption(
        positive: .variable(names[0]) - .variable(names[1]) - 5, latex: "a > b + 5")
    ]
    let sample = Array(SamplePoints(field, covering: [names[1], names[2]]).prefix(60))
    #expect(sample.count == 60)
    // 1 goes with 7, and so does 1/2, but 2 with 10: the values of least height above b + 5.
    let least: [Fraction: Fraction] = [1: 7, 2: 10, ratio(1, 2): 6]
    for (b, a) in least {
      let own = sample.filter { $0[names[1]] == b }
      #expect(own.count > 3)
      #expect(own.allSatisfy { $0[names[0]] == a })
    }
  }

  // a > b + 5 for b alone: b = 1 comes first, with a = 7; then b = 2 needs a > 7, and 10 is the next.
  @Test func whatIsOnlyAssumedDoesNotCount() {
    var field = Field()
    let a = field.addFree("a", domain: .positive)
    let b = field.addFree("b", domain: .positive)
    field.assumptions = [
      Assumption(positive: .variable(a) - .variable(b) - 5, latex: "a > b + 5")
    ]
    let sample = SamplePoints(field, covering: [b]).prefix(3)
    #expect(sample.map { $0[b] } == [1, 2, ratio(1, 2)])
    #expect(sample.map { $0[a] } == [7, 10, 6])
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
    let theta = field.addFree("\\theta", domain: .real)
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
