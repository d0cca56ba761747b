import ExactAlgebra
import NumericEvaluation
import SymbolicAlgebra
import Testing

@testable import OpenSystems

@Suite struct OpenSystemThermodynamicsTests {
  // gg, two states with one excitation, ee.
  @Test func excitationsOfTwoQubits() throws {
    var qubits = try TwoQubits()
    let system = try qubits.system(.boson)
    #expect(system.excitationNumbers == [0, 1, 1, 2])
    #expect(system.hasCrossFrequencyTerms)
    var secular = try TwoQubits()
    #expect(try !secular.system(.boson, isSecular: true).hasCrossFrequencyTerms)
  }

  // |1⟩⟨3|, |1⟩⟨2|, |2⟩⟨3| around a ring: N₃ − N₁ = 1 and 2, so there is no such number.
  @Test func aRingCountsNothing() throws {
    #expect(try Self.ring(closed: true).excitationNumbers == nil)
    #expect(try Self.ring(closed: false).excitationNumbers == [0, 1, 2])
  }

  private static func ring(closed: Bool) throws -> OpenSystem {
    var field = Field()
    var reservoirs = Reservoirs()
    func free(_ name: String) -> Fraction { .variable(field.addFree(name, domain: .positive)) }
    let (a, b) = (free("a"), free("b"))
    var h = OperatorMatrix.zero(3)
    h[1, 1] = Scalar(a)
    h[2, 2] = Scalar(a + b)
    let temperature = free("T")
    func bath(_ i: Int, _ j: Int) -> Bath {
      var coupling = OperatorMatrix.zero(3)
      coupling[i, j] = .one
      return Bath(
        name: "\(i)\(j)", coupling: coupling, temperature: temperature, chemicalPotential: 0,
        strength: .decayRate(1), statistics: .boson)
    }
    let baths = [bath(0, 1), bath(1, 2)] + (closed ? [bath(0, 2)] : [])
    let eigenbasis = try Eigenbasis(of: h, field: &field)
    return try OpenSystem(
      hamiltonian: h, baths: baths, jumps: [], isSecular: false, eigenbasis: eigenbasis,
      reservoirs: &reservoirs, field: &field)
  }

  // One qubit at decay rate κ: down at κ(n + 1), up at κn; the energy that a bath sends into populations
  // (p_g, p_e) is ω(κ n p_g − κ(n + 1) p_e).
  @Test func ratesAndFlowOfAQubit() throws {
    var field = Field()
    var reservoirs = Reservoirs()
    func free(_ name: String) -> Fraction { .variable(field.addFree(name, domain: .positive)) }
    let (omega, kappa, temperature) = (free("\\omega"), free("\\kappa"), free("T"))
    let h = Atom.excited.scaled(by: Scalar(omega))
    let bath = Bath(
      name: "1", coupling: Atom.lowering, temperature: temperature, chemicalPotential: 0,
      strength: .decayRate(kappa), statistics: .boson)
    let eigenbasis = try Eigenbasis(of: h, field: &field)
    let system = try OpenSystem(
      hamiltonian: h, baths: [bath], jumps: [], isSecular: false, eigenbasis: eigenbasis,
      reservoirs: &reservoirs, field: &field)
    let n = reservoirs.occupation(bath, omega, field: &field)
    let rates = system.transitionRates(bath: 0)
    #expect(field.isZero(rates[0][1] - kappa * (n + 1)))
    #expect(field.isZero(rates[1][0] - kappa * n))
    #expect(rates[0][0].isZero && rates[1][1].isZero)
    #expect(!system.hasCrossFrequencyTerms)
    let state = GenericState(dimension: 2, field: &field) { "\\rho_{\($0)\($1)}" }
    let flow = system.flow(of: eigenbasis.energies, bath: 0, in: state.matrix, field: field)
    let (ground, excited) = (state.matrix[0, 0].real, state.matrix[1, 1].real)
    #expect(
      field.isZero(flow - Scalar(omega * kappa * (n * ground - (n + 1) * excited))))
    // p_e = n/(2n + 1) = 1/(e^{ω/T} + 1): at ω = 2, T = 1 it is 0.11920292202211755…
    let equations = try SteadyStateEquations(system, state: state, field: field)
    let values: [Int: Rational] = [
      omega.variables[0]: 2, kappa.variables[0]: 3, temperature.variables[0]: 1,
    ]
    var point = EnclosedPoint(field, at: values, thermal: reservoirs.thermalFunctions(field))
    let solution = try #require(equations.solve(at: &point))
    let excitedValue = try #require(solution[excited.variables[0]])
    #expect(abs(excitedValue.middle.doubleValue - 0.11920292202211755) < 1e-15)
    #expect(equations.closedSystems.map(\.count) == [2, 2])
  }
}
