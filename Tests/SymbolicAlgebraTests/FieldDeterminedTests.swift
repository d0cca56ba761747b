import ExactAlgebra
import Testing

@testable import SymbolicAlgebra

/// The numbers of the paper's two qubits: ω₁, ω₂, ω, λ > 0, Δ = ω₁ − ω₂, Ω = √(Δ² + λ²).
private struct Qubits {
  var field = Field()
  let first: Int
  let second: Int
  let common: Fraction
  let lambda: Fraction
  let time: Fraction

  var omega1: Fraction { .variable(first) }
  var omega2: Fraction { .variable(second) }
  var difference: Fraction { omega1 - omega2 }

  init() {
    first = field.addFree("\\omega_1", domain: .positive)
    second = field.addFree("\\omega_2", domain: .positive)
    common = .variable(field.addFree("\\omega", domain: .positive))
    lambda = .variable(field.addFree("\\lambda", domain: .positive))
    time = .variable(field.addFree("t", domain: .real))
  }

  mutating func rabi() throws -> Fraction {
    try field.squareRoot(difference * difference + lambda * lambda)
  }

  /// ω₁ = ω₂ = ω.
  mutating func makeSymmetric() throws {
    #expect(try field.impose(omega1, equals: common))
    #expect(try field.impose(omega2, equals: common))
  }
}

@Suite struct FieldDeterminedTests {
  // ω₁ = ω₂ = ω ⇒ Δ = 0, Ω = λ, 1/Ω = 1/λ, and a root made later is λ at once.
  @Test func symmetricQubits() throws {
    var qubits = Qubits()
    let rabi = try qubits.rabi()
    try qubits.makeSymmetric()
    #expect(qubits.field.canonical(qubits.omega1 + qubits.omega2) == 2 * qubits.common)
    #expect(qubits.field.canonical(rabi) == qubits.lambda)
    #expect(qubits.field.canonical(rabi.inverse) == qubits.lambda.inverse)
    #expect(qubits.field.isZero(rabi - qubits.lambda))
    #expect(!qubits.field.isZero(rabi - qubits.common))
    #expect(try qubits.rabi() == qubits.lambda)
    #expect(qubits.field.canonical(qubits.difference.inverse) == nil)
    #expect(qubits.field.isZero(Scalar(qubits.difference, rabi - qubits.lambda)))
  }

  // ω₁ = ω₂ in one step: the left one goes.
  @Test func theLeftSideIsReplaced() throws {
    var qubits = Qubits()
    #expect(try qubits.field.impose(qubits.omega1, equals: qubits.omega2))
    #expect(qubits.field.determined[qubits.first] == qubits.omega2)
    #expect(qubits.field.determined[qubits.second] == nil)
    #expect(try qubits.rabi() == qubits.lambda)
    // Once more: nothing to do.
    #expect(try qubits.field.impose(qubits.omega1, equals: qubits.omega2))
    #expect(qubits.field.determined.count == 1)
  }

  // Ω = λ follows for nested roots too: √(Ω + λ) = √(2λ), whose square is 2λ.
  @Test func nestedRootsFollow() throws {
    var qubits = Qubits()
    let rabi = try qubits.rabi()
    let nested = try qubits.field.squareRoot(1 + rabi)
    try qubits.makeSymmetric()
    #expect(qubits.field.canonical(nested * nested) == 1 + qubits.lambda)
    #expect(try qubits.field.impose(qubits.lambda, equals: 8))
    #expect(qubits.field.canonical(nested) == 3)
    #expect(qubits.field.canonical(rabi) == 8)
  }

  // cos Ωt and e^{Ω} at Ω = λ
  @Test func anglesAndExponentialsOfRootsFollow() throws {
    var qubits = Qubits()
    let rabi = try qubits.rabi()
    let oscillation = try qubits.field.cosineAndSine(rabi * qubits.time / 2)
    let growth = try qubits.field.exponential(Scalar(rabi)).real
    try qubits.makeSymmetric()
    let expected = try qubits.field.cosineAndSine(qubits.lambda * qubits.time / 2)
    #expect(qubits.field.canonical(oscillation.cosine) == expected.cosine)
    #expect(qubits.field.canonical(oscillation.sine) == expected.sine)
    let exponential = try qubits.field.exponential(Scalar(qubits.lambda)).real
    #expect(qubits.field.canonical(growth) == exponential)
  }

  // e^{ω₁} at ω₁ = 2ω is (e^{ω})², at ω₁ = 0 it is 1.
  @Test func exponentialsFollow() throws {
    var qubits = Qubits()
    let first = try qubits.field.exponential(Scalar(qubits.omega1)).real
    let second = try qubits.field.exponential(Scalar(qubits.omega2)).real
    let common = try qubits.field.exponential(Scalar(qubits.common)).real
    try qubits.field.determine(qubits.first, as: 2 * qubits.common)
    try qubits.field.determine(qubits.second, as: 0)
    #expect(qubits.field.canonical(first) == common * common)
    #expect(qubits.field.canonical(second) == 1)
  }

  // θ = π/2 by the angle itself: C = 0, S = 1, c = s = √2/2.
  @Test(arguments: [true, false]) func aRightAngle(halvesFirst: Bool) throws {
    var rich = try RichField()
    var field = Field()
    let theta = field.addFree("\\theta", domain: .interval(0, 3))
    let pair = field.declareAngle(symbol: theta, latex: "\\theta", upper: true)
    if halvesFirst { _ = field.half(ofAngle: 0) }
    let pi = Fraction.variable(field.piGenerator())
    try field.determine(theta, as: pi / 2)
    let half = field.half(ofAngle: 0)
    let root = try field.squareRoot(2)
    #expect(field.canonical(.variable(pair.cosine)) == .zero)
    #expect(field.canonical(.variable(pair.sine)) == 1)
    #expect(field.canonical(.variable(half.cosine)) == root / 2)
    #expect(field.canonical(.variable(half.sine)) == root / 2)
    #expect(field.isZero(Fraction.variable(half.cosine) - .variable(half.sine)))
    // The same by C = 0.
    let cosine = try #require(rich.cosine.variables.first)
    try rich.field.determine(cosine, as: 0)
    #expect(rich.canonical(rich.sine) == 1)
    #expect(rich.canonical(rich.halfCosine) == rich.rootOfTwo / 2)
    #expect(rich.canonical(rich.halfSine * rich.halfCosine) == ratio(1, 2))
  }

  // cos θ = 4/5 ⇒ sin θ = 3/5, cos(θ/2) = 3/√10; cos θ = 7/25 ⇒ 24/25, 4/5, 3/5.
  @Test(arguments: [
    (ratio(4, 5), ratio(3, 5), ratio(9, 10)), (ratio(7, 25), ratio(24, 25), ratio(16, 25)),
    (ratio(-3, 5), ratio(4, 5), ratio(1, 5)), (1, 0, 1),
  ]) func aCosineFixesItsAngle(cosine: Fraction, sine: Fraction, square: Fraction) throws {
    var rich = try RichField()
    try rich.field.determine(try #require(rich.cosine.variables.first), as: cosine)
    #expect(rich.canonical(rich.sine) == sine)
    #expect(rich.canonical(rich.halfCosine * rich.halfCosine) == square)
    #expect(rich.canonical(rich.halfSine * rich.halfSine) == 1 - square)
    #expect(rich.canonical(2 * rich.halfCosine * rich.halfSine) == sine)
  }

  @Test func aCosineOfEitherSignIsRefused() throws {
    var field = Field()
    let phi = field.addFree("\\varphi", domain: .real)
    let pair = field.declareAngle(symbol: phi, latex: "\\varphi", upper: false)
    #expect(throws: FieldError.unsupported(function: "\\arccos", argument: "\\frac{1}{2}")) {
      try field.determine(pair.cosine, as: ratio(1, 2))
    }
  }

  @Test func valuesAreTakenInTermsOfEachOther() throws {
    var qubits = Qubits()
    // ω₁ = ω₂ + λ, then ω₂ = 2λ: ω₁ = 3λ.
    try qubits.field.determine(qubits.first, as: qubits.omega2 + qubits.lambda)
    try qubits.field.determine(qubits.second, as: 2 * qubits.lambda)
    #expect(qubits.field.determined[qubits.first] == 3 * qubits.lambda)
    // 1/(ω₁ − 3λ) has no value now.
    #expect(qubits.field.canonical((qubits.omega1 - 3 * qubits.lambda).inverse) == nil)
    #expect(throws: FieldError.divisionByZero) {
      try qubits.field.determine(
        qubits.common.variables[0], as: (qubits.omega1 - 3 * qubits.lambda).inverse)
    }
  }

  // 2ω₁ + 3 = ω₂ ⇒ ω₁ = (ω₂ − 3)/2; λω₁ = ω₂ ⇒ ω₁ = ω₂/λ.
  @Test func linearEquations() throws {
    var qubits = Qubits()
    #expect(try qubits.field.impose(2 * qubits.omega1 + 3, equals: qubits.omega2))
    #expect(qubits.field.determined[qubits.first] == (qubits.omega2 - 3) / 2)
    var other = Qubits()
    #expect(try other.field.impose(other.lambda * other.omega1, equals: other.omega2))
    let determined = other.field.determined
    #expect(
      determined[other.first] == other.omega2 / other.lambda
        || determined[other.lambda.variables[0]] == other.omega2 / other.omega1)
  }

  // No generator occurs linearly, or only with a factor that may vanish, or not at all.
  @Test func whatCannotBeImposed() throws {
    var qubits = Qubits()
    #expect(try !qubits.field.impose(1, equals: 2))
    #expect(try !qubits.field.impose(qubits.omega1.power(2), equals: 2))
    // t ω₁ = t: t may vanish, and ω₁ t − t is linear in t only with the factor ω₁ − 1.
    #expect(try !qubits.field.impose(qubits.time * qubits.omega1, equals: qubits.time))
    #expect(qubits.field.determined.isEmpty)
    #expect(throws: FieldError.divisionByZero) {
      try qubits.field.determine(qubits.second, as: qubits.omega1)
      _ = try qubits.field.impose(qubits.difference.inverse, equals: 1)
    }
  }

  // λ = Ω does not give λ, since Ω contains λ.
  @Test func aValueMustNotContainWhatItFixes() throws {
    var qubits = Qubits()
    let rabi = try qubits.rabi()
    #expect(try !qubits.field.impose(qubits.lambda, equals: rabi))
    let growth = try qubits.field.exponential(Scalar(qubits.lambda)).real
    #expect(try !qubits.field.impose(qubits.lambda, equals: 1 + growth))
    let wave = try qubits.field.cosineAndSine(qubits.time).cosine
    #expect(try !qubits.field.impose(qubits.time, equals: 1 + wave * wave))
  }

  @Test(arguments: 1...20) func determinedValuesAgreeWithSubstitution(seed: Int) throws {
    var random = RandomScalars(seed: seed)
    var rich = try RichField()
    let p = random.fraction(rich.field, terms: 4)
    // x = a + b² as a number in two ways
    let value = rich.a + rich.b * rich.b
    let index = rich.x.variables[0]
    let substituted = try #require(p.substituting([index: value]))
    let expected = rich.canonical(substituted)
    try rich.field.determine(index, as: value)
    #expect(rich.canonical(p) == expected, "seed \(seed)")
  }
}
