import ExactAlgebra
import SymbolicAlgebra
import Testing

@testable import OpenSystems

@Suite struct SteadyStateEquationsResiduesTests {
  private static let prime = PrimeField()

  /// The values of an exact point modulo the prime.
  private func residues(_ point: SamplePoints.Point, _ field: Field) throws -> [UInt64] {
    var result = Array(repeating: UInt64(0), count: field.generators.count)
    for (index, value) in point { result[index] = try residue(value) }
    return result
  }

  private func residue(_ value: Fraction) throws -> UInt64 {
    let number = try #require(value.constantValue)
    return try #require(Self.prime.reduce(number))
  }

  /// The exact solution at a few points, reduced, is the solution at the points reduced.
  private func agree(_ equations: SteadyStateEquations, _ field: Field, points: Int) throws {
    var tried = 0
    let all = SamplePoints(
      field, covering: equations.parameters, ignoringAssumptions: true, scattered: true)
    for point in all where tried < points {
      guard let exact = equations.solve(at: point) else { continue }
      tried += 1
      let modular = equations.solve(modulo: Self.prime, at: try residues(point, field))
      let expected = try exact.mapValues { try residue($0) }
      #expect(modular == expected, "\(point)")
    }
    #expect(tried == points)
  }

  @Test(arguments: Statistics.allCases) func twoQubits(statistics: Statistics) throws {
    var model = try TwoQubits()
    let system = try model.system(statistics)
    let equations = try SteadyStateEquations(system, state: model.state(), field: model.field)
    try agree(equations, model.field, points: 3)
  }

  /// H = Δ|e⟩⟨e| + (Ω/2)(σ + σ†) with decay at the rate γ, or without.
  private func atom(
    decays: Bool
  ) throws -> (equations: SteadyStateEquations, field: Field) {
    var field = Field()
    var reservoirs = Reservoirs()
    let delta = Fraction.variable(field.addFree("\\Delta", domain: .real))
    let omega = Fraction.variable(field.addFree("\\Omega", domain: .positive))
    let gamma = Fraction.variable(field.addFree("\\gamma", domain: .positive))
    let h = Atom.excited.scaled(by: Scalar(delta)) + Atom.flip.scaled(by: Scalar(omega / 2))
    let jumps = decays ? [Jump(name: "decay", jumpOperator: Atom.lowering, rate: gamma)] : []
    let system = try OpenSystem(
      hamiltonian: h, baths: [], jumps: jumps, isSecular: false, eigenbasis: nil,
      reservoirs: &reservoirs, field: &field)
    let state = GenericState(dimension: 2, field: &field) { "\\rho_{\($0)\($1)}" }
    return (try SteadyStateEquations(system, state: state, field: field), field)
  }

  // ρ_ee = Ω²/(γ² + 4Δ² + 2Ω²): at Δ = 1, Ω = 1, γ = 2 that is 1/10, and 10 times its residue is 1.
  @Test func drivenAtom() throws {
    let (equations, field) = try atom(decays: true)
    try agree(equations, field, points: 5)
    let solution = try #require(equations.solve(modulo: Self.prime, at: [1, 1, 2]))
    let excited = try #require(solution[equations.state.unknowns[0].generator])
    #expect(Self.prime.multiply(excited, 10) == 1)
    let ground = try #require(solution[equations.state.unknowns[1].generator])
    #expect(Self.prime.add(excited, ground) == 1)
    #expect(solution.count == 4)
  }

  // Without decay every mixture of the eigenstates is steady: no unique state, modulo a prime as well.
  @Test func isolatedAtom() throws {
    let (equations, _) = try atom(decays: false)
    #expect(equations.solve(modulo: Self.prime, at: [1, 1, 2]) == nil)
  }

  // At Ω = 0 = γ nothing happens, so that what is regular in general has no solution there.
  @Test func singularPoint() throws {
    let (equations, _) = try atom(decays: true)
    #expect(equations.solve(modulo: Self.prime, at: [1, 0, 0]) == nil)
    #expect(equations.solve(modulo: Self.prime, at: [1, 0, 3]) != nil)
  }

  // Pure decay: the coherence decouples and is zero.
  @Test func decoupledElementsVanish() throws {
    var field = Field()
    var reservoirs = Reservoirs()
    let gamma = Fraction.variable(field.addFree("\\gamma", domain: .positive))
    let jump = Jump(name: "decay", jumpOperator: Atom.lowering, rate: gamma)
    let system = try OpenSystem(
      hamiltonian: Atom.excited, baths: [], jumps: [jump], isSecular: false, eigenbasis: nil,
      reservoirs: &reservoirs, field: &field)
    let state = GenericState(dimension: 2, field: &field) { "\\rho_{\($0)\($1)}" }
    let equations = try SteadyStateEquations(system, state: state, field: field)
    let solution = try #require(equations.solve(modulo: Self.prime, at: [5]))
    #expect(state.unknowns.map { solution[$0.generator] } == [0, 1, 0, 0])
  }
}
