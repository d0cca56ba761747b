import ExactAlgebra
import Testing

@testable import SymbolicAlgebra

@Suite struct FieldTests {
  @Test func generatorsAreNumberedInOrder() {
    var field = Field()
    let a = field.addFree("a", domain: .positive)
    let b = field.addFree("b", domain: .real)
    #expect(a == 0)
    #expect(b == 1)
    #expect(field.generators[0].latex == "a")
    #expect(field.generators[1].domain == .real)
    #expect(field.generators[1].kind == .free)
    field.setDomain(b, .nonnegative)
    field.setLatex(b, "\\beta")
    #expect(field.generators[1].domain == .nonnegative)
    #expect(field.generators[1].latex == "\\beta")
  }

  @Test func piIsMadeOnce() {
    var field = Field()
    #expect(field.pi == nil)
    let pi = field.piGenerator()
    #expect(field.piGenerator() == pi)
    #expect(field.pi == pi)
    #expect(field.generators[pi].kind == .constant)
    #expect(field.generators.count == 1)
  }

  @Test func anAngleIsMadeOnceAndItsHalfWhenNeeded() throws {
    var field = Field()
    let theta = field.addFree("\\theta", domain: .interval(0, 3))
    let first = field.declareAngle(symbol: theta, latex: "\\theta", upper: true)
    let again = field.declareAngle(symbol: theta, latex: "\\theta", upper: true)
    #expect(first == again)
    #expect(field.generators.count == 3)
    #expect(field.angles[0].half == nil)
    _ = try field.cosineAndSine(.variable(theta))
    #expect(field.generators.count == 3)
    _ = try field.cosineAndSine(.variable(theta) * ratio(1, 2))
    _ = try field.cosineAndSine(.variable(theta) * ratio(3, 2))
    #expect(field.generators.count == 5)
    #expect(field.generators[3].kind == .halfCosine(angle: 0))
    #expect(field.generators[4].kind == .halfSine(angle: 0))
  }

  // θ ∈ [0, π]: sin θ, cos(θ/2), sin(θ/2) ≥ 0; another angle's have any sign.
  @Test(arguments: [true, false]) func domainsOfAnAngle(upper: Bool) throws {
    var field = Field()
    let theta = field.addFree("\\theta", domain: .real)
    let pair = field.declareAngle(symbol: theta, latex: "\\theta", upper: upper)
    let half = field.half(ofAngle: 0)
    #expect(field.generators[pair.cosine].domain == .interval(-1, 1))
    for index in [pair.sine, half.cosine, half.sine] {
      #expect(field.generators[index].domain.isNonnegative == upper)
    }
  }

  @Test func rootsAndExponentialsAreMadeOnce() throws {
    var rich = try RichField()
    let count = rich.field.generators.count
    #expect(try rich.field.squareRoot(rich.b * rich.b + rich.a * rich.a) == rich.root)
    #expect(try rich.field.squareRoot(rich.a + rich.root) == rich.nested)
    #expect(try rich.field.exponential(Scalar(rich.a)).real == rich.exponential.power(2))
    #expect(rich.field.generators.count == count)
  }

  // With r = √(a² + b²) free, r² stays r².
  @Test func aFreedRootLosesItsRelation() throws {
    var rich = try RichField()
    #expect(rich.canonical(rich.root.power(2)) == rich.a.power(2) + rich.b.power(2))
    let index = try #require(rich.root.variables.first)
    rich.field.free(index, latex: "r")
    #expect(rich.canonical(rich.root.power(2)) == rich.root.power(2))
    #expect(rich.field.generators[index].kind == .free)
    #expect(rich.field.generators[index].latex == "r")
  }

  @Test(arguments: [
    (Domain.real, [true, true, true]), (.nonnegative, [false, true, true]),
    (.positive, [false, false, true]), (.interval(-1, 0), [true, true, false]),
    (.interval(0, 1), [false, true, true]),
  ]) func domainsContain(domain: Domain, expected: [Bool]) {
    #expect([-1, 0, 1].map { domain.contains(Rational($0)) } == expected)
    #expect(domain.isNonnegative == !expected[0])
  }
}

@Suite struct PositivityTests {
  // a, b > 0, n ≥ 0, x real, u ∈ [0, 1]
  static let field: Field = {
    var field = Field()
    for (name, domain) in [
      ("a", Domain.positive), ("b", .positive), ("n", .nonnegative), ("x", .real),
      ("u", .interval(0, 1)),
    ] { _ = field.addFree(name, domain: domain) }
    return field
  }()
  static let (a, b, n, x, u) = (
    Fraction.variable(0), Fraction.variable(1), Fraction.variable(2), Fraction.variable(3),
    Fraction.variable(4)
  )

  @Test(arguments: [
    1, ratio(2, 3), a, a * b, a + b, a + n, a / b, (a + b) / (a * b + 3), 1 + n * n, 1 + n * u,
    a - b + b,
  ]) func provablyPositive(value: Fraction) {
    #expect(Self.field.isProvablyPositive(value))
    #expect(!Self.field.isProvablyPositive(-value))
  }

  // Zero, negative, of either sign, or perhaps zero.
  @Test(arguments: [
    0, -1, n, n + u, x, x * a, a - b, -a, x * x, a * n, 1 - u,
  ])
  func notProvablyPositive(value: Fraction) {
    #expect(!Self.field.isProvablyPositive(value))
  }

  @Test func assumptionsScale() {
    var field = Self.field
    let (a, b) = (Self.a, Self.b)
    field.assumptions = [Assumption(positive: a - b, latex: "a > b")]
    #expect(field.isProvablyPositive(a - b))
    #expect(field.isProvablyPositive(3 * a - 3 * b))
    #expect(field.isProvablyPositive(a * a - b * b))
    #expect(field.isProvablyPositive((a - b) / (a + b)))
    #expect(!field.isProvablyPositive(b - a))
    #expect(!field.isProvablyPositive(a - 2 * b))
    // (a − b)·n may vanish.
    #expect(!field.isProvablyPositive((a - b) * Self.n))
  }

  // a > b is assumed, then a = b is imposed: nothing follows from 0 > 0.
  @Test func anAssumptionThatBecameZero() throws {
    var field = Self.field
    field.assumptions = [Assumption(positive: Self.a - Self.b, latex: "a > b")]
    try field.determine(0, as: Self.b)
    #expect(!field.isProvablyPositive(Self.x))
    #expect(!field.isProvablyPositive(Self.a - Self.b))
    #expect(field.isProvablyPositive(Self.a))
  }

  @Test func aZeroDenominatorIsNotPositive() throws {
    let rich = try RichField()
    let one = rich.cosine.power(2) + rich.sine.power(2)
    #expect(!rich.field.isProvablyPositive((1 - one).isZero ? 0 : (1 - one).inverse))
    #expect(rich.field.isProvablyPositive(one))
    #expect(!rich.field.isProvablyPositive(one - 1))
  }

  // √(x²) vanishes at x = 0, √(x² + 1) and √(x² + a²) nowhere.
  @Test func rootsMayVanish() throws {
    var field = Self.field
    let (a, b, n, x) = (Self.a, Self.b, Self.n, Self.x)
    let perhapsZero = [x * x, (a - b).power(2), n, x * x + n, (a - b).power(2) + x * x]
    for square in perhapsZero {
      let root = try field.squareRoot(square)
      #expect(!field.isProvablyPositive(root))
    }
    // (a − b)² + b² and (a − b)² + x² + b have no zeros either.
    let positive = [
      a, 2, x * x + 1, (a - b).power(2) + b * b, (a - b).power(2) + x * x + b,
    ]
    for square in positive {
      let root = try field.squareRoot(square)
      #expect(field.isProvablyPositive(root))
    }
  }
}
