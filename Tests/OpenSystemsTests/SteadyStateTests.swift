import ExactAlgebra
import SymbolicAlgebra
import Testing

@testable import OpenSystems

@Suite struct GenericStateTests {
  @Test func everyElementIsAGenerator() {
    var field = Field()
    let state = GenericState(dimension: 3, field: &field) { "\\rho_{\($0)\($1)}" }
    #expect(state.unknowns.count == 9)
    #expect(field.generators.count == 9)
    #expect(state.matrix == state.matrix.adjoint)
    #expect(
      field.generators.prefix(4).map(\.latex) == [
        "\\rho_{11}", "\\rho_{22}", "\\rho_{33}", "\\operatorname{Re}\\rho_{12}",
      ])
    for unknown in state.unknowns {
      let element = state.matrix[unknown.row, unknown.column]
      let part = unknown.isImaginary ? element.imaginary : element.real
      #expect(part == .variable(unknown.generator))
    }
    let single = GenericState(dimension: 1, field: &field) { "r_{\($0)\($1)}" }
    #expect(single.unknowns.count == 1)
  }
}

@Suite struct SteadyStateTests {
  /// A model at cos θ with its equations, solved in closed form or at a point.
  private struct Witness: Sendable, CustomTestStringConvertible {
    var name: String
    var statistics: Statistics
    var cosine: Fraction
    var first: Fraction
    var second: Fraction
    var rabi: Fraction
    var populations: [Fraction]
    var coherence: Scalar

    var testDescription: String { name }
  }

  private static let witnesses = [
    Witness(
      name: "fermion, θ = π/2", statistics: .fermion, cosine: 0, first: ratio(3, 4),
      second: ratio(1, 4), rabi: 2,
      populations: [ratio(7, 32), ratio(9, 32), ratio(9, 32), ratio(7, 32)],
      coherence: Scalar(ratio(-1, 8), ratio(-1, 8))),
    Witness(
      name: "boson, θ = π/2", statistics: .boson, cosine: 0, first: 1, second: 0, rabi: 2,
      populations: [ratio(41, 64), ratio(11, 64), ratio(11, 64), ratio(1, 64)],
      coherence: Scalar(ratio(-2, 16), ratio(-1, 16))),
    Witness(
      name: "fermion, cos θ = 4/5", statistics: .fermion, cosine: ratio(4, 5),
      first: ratio(3, 4), second: ratio(1, 4), rabi: 5,
      populations: [ratio(6, 29), ratio(27, 290), ratio(143, 290), ratio(6, 29)],
      coherence: Scalar(ratio(-6, 290), ratio(-15, 290))),
  ]

  /// The values of a witness for the parameters, at J = 1.
  private func point(_ witness: Witness, _ model: inout TwoQubits) throws -> SamplePoints.Point {
    var point: SamplePoints.Point = [:]
    func set(_ quantity: Fraction, _ value: Fraction) throws {
      point[try #require(quantity.variables.first)] = value
    }
    let sine = try model.field.squareRoot(1 - witness.cosine * witness.cosine)
    try set(model.cosine, witness.cosine)
    try set(model.sine, sine)
    try set(model.rabi, witness.rabi)
    try set(model.density, 1)
    try set(model.omega2, 100)
    for high in [true, false] {
      try set(model.occupation(0, witness.statistics, high: high), witness.first)
      try set(model.occupation(1, witness.statistics, high: high), witness.second)
    }
    return point
  }

  private func check(
    _ values: [Int: Fraction], _ witness: Witness, _ state: GenericState
  ) {
    func value(_ row: Int, _ column: Int, imaginary: Bool = false) -> Fraction? {
      state.unknowns
        .first { $0.row == row && $0.column == column && $0.isImaginary == imaginary }
        .flatMap { values[$0.generator] }
    }
    #expect((0..<4).map { value($0, $0) } == witness.populations)
    #expect(value(1, 2) == witness.coherence.real)
    #expect(value(1, 2, imaginary: true) == witness.coherence.imaginary)
    #expect(values.count == 16)
    // Eq. 13: every other element vanishes.
    for unknown in state.unknowns where unknown.row != unknown.column {
      guard (unknown.row, unknown.column) != (1, 2) else { continue }
      #expect(values[unknown.generator] == .zero)
    }
  }

  @Test(arguments: witnesses) private func exactWitnessesAtAPoint(witness: Witness) throws {
    var model = try TwoQubits()
    let system = try model.system(witness.statistics)
    let state = model.state()
    let equations = try SteadyStateEquations(system, state: state, field: model.field)
    #expect(equations.populations.unknowns.count == 6)
    let point = try point(witness, &model)
    check(try #require(equations.solve(at: point)), witness, state)
  }

  @Test(arguments: witnesses) private func exactWitnessesInClosedForm(witness: Witness) throws {
    var model = try TwoQubits()
    try model.field.determine(try #require(model.cosine.variables.first), as: witness.cosine)
    let system = try model.system(witness.statistics)
    let state = model.state()
    let equations = try SteadyStateEquations(system, state: state, field: model.field)
    let solution = try equations.solve()
    let point = try point(witness, &model)
    var values: [Int: Fraction] = [:]
    for (generator, value) in solution { values[generator] = value.substituting(point) }
    check(values, witness, state)
  }

  // Without any number: L ρ = 0 and tr ρ = 1 for θ = π/2, checked on the whole matrix.
  @Test(arguments: Statistics.allCases) func closedForms(statistics: Statistics) throws {
    var model = try TwoQubits()
    try model.field.determine(try #require(model.cosine.variables.first), as: 0)
    let system = try model.system(statistics)
    let state = model.state()
    let equations = try SteadyStateEquations(system, state: state, field: model.field)
    let solution = try equations.solve()
    let entries = state.matrix.entries.compactMap { $0.substituting(solution) }
    let rho = OperatorMatrix(dimension: 4, entries: entries)
    #expect(isZero(system.generator(on: rho, field: model.field), model.field))
    #expect(model.field.isZero(rho.trace - .one))
    let parameters = equations.parameters
    #expect(!parameters.contains { equations.state.unknowns.map(\.generator).contains($0) })
    #expect(parameters.contains(model.rabi.variables[0]))
  }

  // One temperature and chemical potential: with x± = N±/(1 ± N±) the Gibbs state is
  // (1, x₋, x₊, x₋x₊)/((1 + x₋)(1 + x₊)), for every mixing angle.
  @Test(arguments: Statistics.allCases) func gibbsState(statistics: Statistics) throws {
    var model = try TwoQubits(isThermal: true)
    let system = try model.system(statistics)
    let sign: Fraction = statistics == .boson ? 1 : -1
    func gibbs() -> OperatorMatrix {
      let weights = [true, false].map { high in
        let n = model.occupation(0, statistics, high: high)
        return n / (1 + sign * n)
      }
      let (high, low) = (weights[0], weights[1])
      let norm = ((1 + high) * (1 + low)).inverse
      var rho = OperatorMatrix.zero(4)
      for (i, weight) in [1, low, high, low * high].enumerated() {
        rho[i, i] = Scalar(weight * norm)
      }
      return rho
    }
    let rho = gibbs()
    // Both baths share the occupations of two frequencies.
    #expect(model.reservoirs.entries.count == 2)
    #expect(isZero(system.generator(on: rho, field: model.field), model.field))
    // And it is the only one, at right angles in closed form.
    try model.field.determine(try #require(model.cosine.variables.first), as: 0)
    let symmetric = try model.system(statistics)
    let symmetricRho = gibbs()
    let state = model.state()
    let solution = try SteadyStateEquations(symmetric, state: state, field: model.field).solve()
    for unknown in state.unknowns {
      let expected = unknown.isImaginary ? 0 : symmetricRho[unknown.row, unknown.column].real
      let value = try #require(solution[unknown.generator])
      #expect(model.field.isZero(value - expected))
    }
  }

  // Detailed balance with the Boltzmann factor: N±/(1 ± N±) = e^{−(ω± − μ)/T} for an atom,
  // ρ_ee/ρ_gg = e^{−(ω − μ)/T}.
  @Test(arguments: Statistics.allCases) func detailedBalance(statistics: Statistics) throws {
    var field = Field()
    var reservoirs = Reservoirs()
    let omega = Fraction.variable(field.addFree("\\omega", domain: .positive))
    let t = Fraction.variable(field.addFree("T", domain: .positive))
    let mu = Fraction.variable(field.addFree("\\mu", domain: .real))
    let h = Atom.excited.scaled(by: Scalar(omega))
    let bath = Bath(
      name: "b", coupling: Atom.lowering, temperature: t, chemicalPotential: mu,
      strength: .spectralDensity(1), statistics: statistics)
    let eigenbasis = try Eigenbasis(of: h, field: &field)
    let system = try OpenSystem(
      hamiltonian: h, baths: [bath], jumps: [], isSecular: false, eigenbasis: eigenbasis,
      reservoirs: &reservoirs, field: &field)
    let state = GenericState(dimension: 2, field: &field) { "r_{\($0)\($1)}" }
    let solution = try SteadyStateEquations(system, state: state, field: field).solve()
    let thermal = try reservoirs.thermalValues(&field)
    let ground = try #require(solution[state.unknowns[0].generator]?.substituting(thermal))
    let excited = try #require(solution[state.unknowns[1].generator]?.substituting(thermal))
    let boltzmann = try field.exponential(Scalar((mu - omega) / t)).real
    #expect(field.isZero(excited - boltzmann * ground))
    #expect(field.isZero(excited + ground - 1))
  }

  // H = Δ|e⟩⟨e| + (Ω/2)(σ + σ†), jump σ at rate γ:
  // ρ_ee = Ω²/(γ² + 4Δ² + 2Ω²), ρ_eg = −iΩ(1 − 2ρ_ee)/(γ + 2iΔ).
  @Test func drivenAtom() throws {
    var field = Field()
    var reservoirs = Reservoirs()
    let delta = Fraction.variable(field.addFree("\\Delta", domain: .real))
    let omega = Fraction.variable(field.addFree("\\Omega", domain: .positive))
    let gamma = Fraction.variable(field.addFree("\\gamma", domain: .positive))
    let h = Atom.excited.scaled(by: Scalar(delta)) + Atom.flip.scaled(by: Scalar(omega / 2))
    let jump = Jump(name: "decay", jumpOperator: Atom.lowering, rate: gamma)
    let system = try OpenSystem(
      hamiltonian: h, baths: [], jumps: [jump], isSecular: false, eigenbasis: nil,
      reservoirs: &reservoirs, field: &field)
    #expect(system.eigenbasis == nil)
    let state = GenericState(dimension: 2, field: &field) { "\\rho_{\($0)\($1)}" }
    let equations = try SteadyStateEquations(system, state: state, field: field)
    #expect(equations.decoupled.isEmpty)
    let solution = try equations.solve()
    let norm = gamma * gamma + 4 * delta * delta + 2 * omega * omega
    let excited = omega * omega / norm
    #expect(solution[state.unknowns[0].generator] == excited)
    #expect(solution[state.unknowns[1].generator] == 1 - excited)
    let coherence =
      -Scalar.imaginaryUnit * Scalar(omega * (1 - 2 * excited)) / Scalar(gamma, 2 * delta)
    #expect(solution[state.unknowns[2].generator] == coherence.real)
    #expect(solution[state.unknowns[3].generator] == coherence.imaginary)
    // At Δ = 0, Ω = 1, γ = 2: ρ_ee = 1/6.
    let point: SamplePoints.Point = [
      delta.variables[0]: 0, omega.variables[0]: 1, gamma.variables[0]: 2,
    ]
    #expect(equations.solve(at: point)?[state.unknowns[0].generator] == ratio(1, 6))
    #expect(equations.parameters == [0, 1, 2])
  }

  /// An atom with the given Hamiltonian and jumps, without baths.
  private func equations(
    _ h: OperatorMatrix, _ jumps: [Jump], _ field: inout Field
  ) throws -> SteadyStateEquations {
    var reservoirs = Reservoirs()
    let system = try OpenSystem(
      hamiltonian: h, baths: [], jumps: jumps, isSecular: false, eigenbasis: nil,
      reservoirs: &reservoirs, field: &field)
    let state = GenericState(dimension: h.dimension, field: &field) { "\\rho_{\($0)\($1)}" }
    return try SteadyStateEquations(system, state: state, field: field)
  }

  // Without any loss both populations are free: rank 1 of 2.
  @Test func isolatedAtom() throws {
    var field = Field()
    let omega = Fraction.variable(field.addFree("\\omega", domain: .positive))
    let equations = try equations(Atom.excited.scaled(by: Scalar(omega)), [], &field)
    #expect(throws: OpenSystemError.notUnique(rank: 1, unknowns: 2)) { try equations.solve() }
    #expect(equations.solve(at: [omega.variables[0]: 1]) == nil)
  }

  // H = 0: the coherence is free too, in a block of its own (Re and Im).
  @Test func nothingHappens() {
    var field = Field()
    #expect(throws: OpenSystemError.self) { try equations(.zero(2), [], &field) }
  }

  // A third level that nothing touches keeps what it has.
  @Test func darkLevel() throws {
    var field = Field()
    var h = OperatorMatrix.zero(3)
    (h[0, 0], h[1, 1]) = (Scalar(1), Scalar(3))
    var lowering = OperatorMatrix.zero(3)
    lowering[0, 1] = .one
    let decay = Jump(name: "decay", jumpOperator: lowering, rate: 1)
    let equations = try equations(h, [decay], &field)
    #expect(throws: OpenSystemError.notUnique(rank: 2, unknowns: 3)) { try equations.solve() }
    #expect(equations.decoupled.count == 3)
  }

  // a⁴ + 1 is never a rational square (Fermat), so no exact point has the frequency √(a⁴ + 1): the
  // coherence's block is regular all the same.
  @Test func regularWithoutAPoint() throws {
    var field = Field()
    let a = Fraction.variable(field.addFree("a", domain: .positive))
    let omega = try field.squareRoot(a.power(4) + 1)
    let jump = Jump(name: "decay", jumpOperator: Atom.lowering, rate: 1)
    let equations = try equations(Atom.excited.scaled(by: Scalar(omega)), [jump], &field)
    #expect(equations.decoupled.map(\.unknowns.count) == [2])
    let solution = try equations.solve()
    #expect(equations.state.unknowns.map { solution[$0.generator] } == [0, 1, 0, 0])
  }

  // Pure decay ends in the ground state; its coherence decays at γ/2 in a block of its own.
  @Test func decay() throws {
    var field = Field()
    let gamma = Fraction.variable(field.addFree("\\gamma", domain: .positive))
    let jump = Jump(name: "decay", jumpOperator: Atom.lowering, rate: gamma)
    let equations = try equations(Atom.excited, [jump], &field)
    let solution = try equations.solve()
    #expect(equations.state.unknowns.map { solution[$0.generator] } == [0, 1, 0, 0])
    #expect(equations.decoupled.map(\.unknowns.count) == [2])
  }

  // The same model without polar coordinates: roots and nested roots as they come, at a point of the
  // domain where they are rational: Δ = 7, λ = 24, Ω = 25, cos(θ/2) = 4/5.
  @Test func rootsInsteadOfAngles() throws {
    var field = Field()
    var reservoirs = Reservoirs()
    let first = Fraction.variable(field.addFree("\\omega_1", domain: .positive))
    let second = Fraction.variable(field.addFree("\\omega_2", domain: .positive))
    let lambda = Fraction.variable(field.addFree("\\lambda", domain: .positive))
    let (one, two) = (TwoQubits.lowering("1"), TwoQubits.lowering("2"))
    let hop = one.adjoint * two + two.adjoint * one
    let h =
      (one.adjoint * one).scaled(by: Scalar(first))
      + (two.adjoint * two).scaled(by: Scalar(second)) + hop.scaled(by: Scalar(lambda / 2))
    let rabi = try field.squareRoot((first - second).power(2) + lambda * lambda)
    field.assumptions = [Assumption(positive: first + second - rabi, latex: "\\delta > \\Omega")]
    let eigenbasis = try Eigenbasis(of: h, field: &field)
    #expect(eigenbasis.unprovedGaps.isEmpty)
    #expect(field.isZero(eigenbasis.energies[2] - eigenbasis.energies[1] - rabi))
    let baths = ["1", "2"].map { name in
      Bath(
        name: name, coupling: TwoQubits.lowering(name), temperature: 1,
        chemicalPotential: Fraction(name == "1" ? 1 : 2), strength: .spectralDensity(1),
        statistics: .fermion)
    }
    let system = try OpenSystem(
      hamiltonian: h, baths: baths, jumps: [], isSecular: false, eigenbasis: eigenbasis,
      reservoirs: &reservoirs, field: &field)
    let state = GenericState(dimension: 4, field: &field) { "\\rho_{\($0)\($1)}" }
    let equations = try SteadyStateEquations(system, state: state, field: field)
    #expect(equations.populations.unknowns.count == 6)
  }
}
