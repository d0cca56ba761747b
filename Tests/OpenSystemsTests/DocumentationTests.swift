import ExactAlgebra
import OpenSystems
import SymbolicAlgebra
import Testing

/// The examples of the documentation catalog, word for word, with what they give.
@Suite struct OpenSystemsDocumentationTests {
  // Up at the rate n, down at n + 1, in units of 2J: ρ_e (n + 1) = ρ_g n and ρ_e + ρ_g = 1 give
  // n/(2n + 1).
  @Test func anAtomInThermalLight() throws {
    var field = Field()
    let frequency = Fraction.variable(field.addFree("\\omega", domain: .positive))
    let temperature = Fraction.variable(field.addFree("T", domain: .positive))
    let density = Fraction.variable(field.addFree("J", domain: .positive))

    let atom = HilbertSpace([.init(name: "1", levels: ["e", "g"])])
    let (excited, ground) = (atom.unitVector(0), atom.unitVector(1))
    let hamiltonian = OperatorMatrix.outer(excited, excited).scaled(by: Scalar(frequency))
    let lowering = OperatorMatrix.outer(ground, excited)
    let light = Bath(
      name: "light", coupling: lowering + lowering.adjoint, temperature: temperature,
      chemicalPotential: 0, strength: .spectralDensity(density), statistics: .boson)

    let eigenbasis = try Eigenbasis(of: hamiltonian, field: &field)
    var reservoirs = Reservoirs()
    let system = try OpenSystem(
      hamiltonian: hamiltonian, baths: [light], jumps: [], isSecular: true, eigenbasis: eigenbasis,
      reservoirs: &reservoirs, field: &field)
    let state = GenericState(dimension: 2, field: &field) { "\\rho_{\($0)\($1)}" }
    let values = try SteadyStateEquations(system, state: state, field: field).solve()
    // The upper level comes second: n/(2n + 1).
    let population = values[state.unknowns[1].generator]

    let occupation = reservoirs.occupation(light, frequency, field: &field)
    #expect(reservoirs.occupations.count == 1)
    #expect(eigenbasis.energies == [0, frequency])
    #expect(population == occupation / (2 * occupation + 1))
    let groundPopulation = values[state.unknowns[0].generator]
    #expect(groundPopulation == (occupation + 1) / (2 * occupation + 1))
  }
}
