import ExactAlgebra
import Testing

@testable import SymbolicAlgebra

/// One qubit with a mode: a, b > 0, x real, z = x + ia, ψ = (1, i), σ = |g⟩⟨e|, b_k.
private struct QubitEnvironment: Environment {
  var field = Field()
  let dimension = 2
  var scalars: [String: Scalar] = [:]

  init() {
    let a = Fraction.variable(field.addFree("a", domain: .positive))
    let b = Fraction.variable(field.addFree("b", domain: .positive))
    let x = Fraction.variable(field.addFree("x", domain: .real))
    scalars = ["a": Scalar(a), "b": Scalar(b), "x": Scalar(x), "z": Scalar(x, a)]
  }

  func scalar(named name: String) throws(EvaluationError) -> Scalar {
    guard let value = scalars[name] else { throw .undeclared(name) }
    return value
  }

  func ket(named name: String) throws(EvaluationError) -> [Scalar] {
    switch name {
    case "e": return [.one, .zero]
    case "g": return [.zero, .one]
    case "\\psi": return [.one, .imaginaryUnit]
    default: throw .undeclared(name)
    }
  }

  func linearOperator(named name: String) throws(EvaluationError) -> OperatorForm {
    switch name {
    case "\\sigma": return OperatorForm(Pauli.lowering)
    case "b_k": return OperatorForm(mode: "b_k", dimension: 2)
    default: throw .undeclared(name)
    }
  }

  // N(ω) = ω + 1
  func apply(
    scalarFunction name: String, to argument: Scalar
  ) throws(EvaluationError) -> Scalar {
    guard name == "N" else { throw .undeclared(name) }
    return argument + .one
  }

  // X(t) = tσ
  func apply(
    operatorFunction name: String, to argument: Scalar
  ) throws(EvaluationError) -> OperatorForm {
    OperatorForm(Pauli.lowering).scaled(by: argument)
  }

  func apply(
    functional name: String, to state: OperatorForm
  ) throws(EvaluationError) -> Scalar {
    state.systemPart.trace
  }

  // 𝒟[ρ] = ρ + ρ
  func apply(
    superoperator name: String, to state: OperatorForm
  ) throws(EvaluationError) -> OperatorForm {
    state + state
  }

  func timeDerivative(of state: OperatorForm) throws(EvaluationError) -> OperatorForm { -state }

  func siteOuter(
    site: String, _ a: String, _ b: String
  ) throws(EvaluationError) -> OperatorForm {
    OperatorForm(.outer(try ket(named: a), try ket(named: b)))
  }
}

/// An environment and the value of one expression in it.
private func value(_ e: ScalarExpression) throws -> Scalar {
  var environment = QubitEnvironment()
  return try environment.canonical(e)
}

private func form(_ e: OperatorExpression) throws -> OperatorForm {
  var environment = QubitEnvironment()
  return try environment.canonical(e)
}

private let a = ScalarExpression.symbol("a")
private let b = ScalarExpression.symbol("b")
private let x = ScalarExpression.symbol("x")
private let z = ScalarExpression.symbol("z")
private let two = ScalarExpression.number(2)
private let sigma = OperatorExpression.symbol("\\sigma")
private let mode = OperatorExpression.symbol("b_k")
private let psi = KetExpression.label("\\psi")
private let e = KetExpression.label("e")
private let g = KetExpression.label("g")

@Suite struct ScalarExpressionTests {
  /// Pairs of expressions that are equal.
  static let identities: [(ScalarExpression, ScalarExpression)] = [
    // (a + b)² = a² + 2ab + b²
    (
      .power(.sum([a, b]), 2),
      .sum([.power(a, 2), .product([two, a, b]), .power(b, 2)])
    ),
    // (a² − b²)/(a − b) = a + b
    (
      .quotient(
        .sum([.power(a, 2), .negative(.power(b, 2))]), .sum([a, .negative(b)])), .sum([a, b])
    ),
    (.power(a, -2), .quotient(.number(1), .power(a, 2))),
    (.power(.imaginaryUnit, 2), .number(-1)),
    (.product([]), .number(1)), (.sum([]), .number(0)),
    (.sum([.power(.sine(x), 2), .power(.cosine(x), 2)]), .number(1)),
    (.sine(.product([two, x])), .product([two, .sine(x), .cosine(x)])),
    (.tangent(x), .quotient(.sine(x), .cosine(x))),
    // tan(x/2) = sin x/(1 + cos x)
    (.tangent(.quotient(x, two)), .quotient(.sine(x), .sum([.number(1), .cosine(x)]))),
    (.exponential(.sum([a, b])), .product([.exponential(a), .exponential(b)])),
    (
      .exponential(.product([.imaginaryUnit, x])),
      .sum([.cosine(x), .product([.imaginaryUnit, .sine(x)])])
    ),
    (.squareRoot(.power(.sum([a, b]), 2)), .sum([a, b])),
    (.power(.squareRoot(x), 2), x),
    (.conjugate(z), .sum([x, .negative(.product([.imaginaryUnit, a]))])),
    (.absoluteSquare(z), .sum([.power(x, 2), .power(a, 2)])),
    (.power(.absolute(z), 2), .absoluteSquare(z)),
    (.absolute(.negative(a)), a),
    (.absolute(.product([.imaginaryUnit, a])), a),
    (.trace(.identity), two), (.trace(sigma), .number(0)),
    (.trace(.product([sigma, .adjoint(sigma)])), .number(1)),
    (.application("N", a), .sum([a, .number(1)])),
    (.functional("F", .identity), two),
    // ⟨ψ|ψ⟩ = 2, ⟨ψ|g⟩ = −i, ⟨g|σ|e⟩ = 1, ⟨ψ|σ|ψ⟩ = −i
    (.matrixElement(psi, nil, psi), two),
    (.matrixElement(psi, nil, g), .negative(.imaginaryUnit)),
    (.matrixElement(g, sigma, e), .number(1)),
    (.matrixElement(psi, sigma, psi), .negative(.imaginaryUnit)),
    (.matrixElement(.applied(sigma, e), nil, g), .number(1)),
    (.matrixElement(.scaled(.imaginaryUnit, e), nil, e), .negative(.imaginaryUnit)),
    (.matrixElement(.sum([e, g]), nil, .sum([e, g])), two),
  ]

  @Test(arguments: identities) func equal(left: ScalarExpression, right: ScalarExpression) throws {
    var environment = QubitEnvironment()
    let difference = try environment.canonical(.sum([left, .negative(right)]))
    #expect(difference == .zero)
    // And the normal forms of both sides, in one field.
    let (first, second) = (try environment.canonical(left), try environment.canonical(right))
    #expect(try environment.normal(first) == environment.normal(second))
  }

  static let refusals: [(ScalarExpression, EvaluationError)] = [
    (.symbol("q"), .undeclared("q")),
    (.quotient(a, .sum([a, .negative(a)])), .divisionByZero),
    (.power(.number(0), -1), .divisionByZero),
    (
      .quotient(
        .number(1),
        .sum([.number(1), .negative(.power(.sine(x), 2)), .negative(.power(.cosine(x), 2))])),
      .divisionByZero
    ),
    (.squareRoot(z), .field(.rootOfComplex)),
    (.squareRoot(.number(-1)), .field(.rootOfComplex)),
    (.cosine(z), .field(.rootOfComplex)),
    (.trace(mode), .reservoirOperator),
    (.matrixElement(e, mode, e), .reservoirOperator),
    (.application("M", a), .undeclared("M")),
    (.exponential(.quotient(a, .number(3))), .field(.fineFraction(latex: "\\frac{a}{3}"))),
  ]

  @Test(arguments: refusals) func refused(expression: ScalarExpression, error: EvaluationError) {
    #expect(throws: error) { try value(expression) }
  }

  // The expression is kept as written: a + b is not b + a, and a·a is not a².
  @Test func expressionsAreNotSimplified() {
    #expect(ScalarExpression.sum([a, b]) != .sum([b, a]))
    #expect(ScalarExpression.product([a, a]) != .power(a, 2))
    #expect(OperatorExpression.negative(.negative(sigma)) != sigma)
  }

  // tan(π/2) and 1/0 have no value; tan 0 = 0.
  @Test func tangents() throws {
    #expect(try value(.tangent(.number(0))) == .zero)
    var environment = QubitEnvironment()
    let pi = environment.field.piGenerator()
    environment.scalars["\\pi"] = Scalar(.variable(pi))
    let right = ScalarExpression.quotient(.symbol("\\pi"), two)
    #expect(throws: EvaluationError.divisionByZero) {
      try environment.canonical(.tangent(right))
    }
    #expect(try environment.canonical(.sine(right)) == .one)
  }
}

@Suite struct OperatorExpressionTests {
  static let identities: [(OperatorExpression, OperatorExpression)] = [
    (.product([]), .identity),
    (.product([.identity, sigma]), sigma),
    (.sum([sigma, .negative(sigma)]), .scaled(.number(0), .identity)),
    (.sum([]), .scaled(.number(0), .identity)),
    (.outer(g, e), sigma), (.siteOuter(site: "1", "g", "e"), sigma),
    (.adjoint(sigma), .outer(e, g)),
    // σσ = 0, {σ, σ†} = 1, [σ†σ, σ] = −σ
    (.product([sigma, sigma]), .sum([])),
    (.anticommutator(sigma, .adjoint(sigma)), .identity),
    (.commutator(.product([.adjoint(sigma), sigma]), sigma), .negative(sigma)),
    // |ψ⟩⟨ψ|† = |ψ⟩⟨ψ|, (i|e⟩)⟨g| = i|e⟩⟨g|, |e⟩(i⟨g|) needs the conjugate
    (.adjoint(.outer(psi, psi)), .outer(psi, psi)),
    (.outer(.scaled(.imaginaryUnit, e), g), .scaled(.imaginaryUnit, .outer(e, g))),
    (.outer(e, .scaled(.imaginaryUnit, g)), .scaled(.negative(.imaginaryUnit), .outer(e, g))),
    (.outer(.applied(sigma, e), e), sigma),
    (.application("X", a), .scaled(a, sigma)),
    (.superoperator("D", sigma), .scaled(two, sigma)),
    (.timeDerivative(sigma), .negative(sigma)),
    (.scaled(.power(.imaginaryUnit, 4), sigma), sigma),
    // A mode commutes with σ; the H.c. of Σ_k σ b_k† is Σ_k σ† b_k.
    (.commutator(sigma, mode), .sum([])),
    (
      .adjoint(.modeSum(index: "k", .product([sigma, .adjoint(mode)]))),
      .modeSum(index: "k", .product([.adjoint(sigma), mode]))
    ),
    (
      .modeSum(index: "k", .sum([mode, .product([sigma, mode])])),
      .sum([.modeSum(index: "k", mode), .modeSum(index: "k", .product([mode, sigma]))])
    ),
  ]

  @Test(arguments: identities)
  func equal(left: OperatorExpression, right: OperatorExpression) throws {
    #expect(try form(left) == form(right))
    #expect(try form(.sum([left, .negative(right)])).words.isEmpty)
  }

  static let different: [(OperatorExpression, OperatorExpression)] = [
    (.product([sigma, .adjoint(sigma)]), .product([.adjoint(sigma), sigma])),
    (mode, .modeSum(index: "k", mode)),
    (.product([mode, .adjoint(mode)]), .product([.adjoint(mode), mode])),
  ]

  @Test(arguments: different)
  func unequal(left: OperatorExpression, right: OperatorExpression) throws {
    #expect(try form(left) != form(right))
  }

  @Test func refusals() {
    #expect(throws: EvaluationError.undeclared("A")) { try form(.symbol("A")) }
    #expect(throws: EvaluationError.undeclared("h")) { try form(.outer(.label("h"), e)) }
    #expect(throws: EvaluationError.reservoirOperator) {
      try form(.outer(.applied(mode, e), e))
    }
    #expect(throws: EvaluationError.divisionByZero) {
      try form(.scaled(.quotient(a, .number(0)), sigma))
    }
  }

  @Test func normalFormsOfOperators() throws {
    var environment = QubitEnvironment()
    let square = ScalarExpression.sum([.power(.sine(x), 2), .power(.cosine(x), 2)])
    let one = try environment.canonical(square)
    let written = OperatorForm(Pauli.lowering).scaled(by: one * one - .one)
    #expect(try environment.normal(written).words.isEmpty)
    #expect(try environment.systemMatrix(sigma) == Pauli.lowering)
    #expect(try environment.inverse(Scalar(0, 2)) == Scalar(0, ratio(-1, 2)))
    #expect(throws: EvaluationError.divisionByZero) { try environment.inverse(.zero) }
  }
}
