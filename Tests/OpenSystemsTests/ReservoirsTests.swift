import ExactAlgebra
import SymbolicAlgebra
import Testing

@testable import OpenSystems

@Suite struct ReservoirsTests {
  var field = Field()
  var reservoirs = Reservoirs()
  let omega: Fraction
  let other: Fraction
  let temperature: Fraction
  let potential: Fraction
  let density: Fraction

  init() {
    omega = .variable(field.addFree("\\omega", domain: .positive))
    other = .variable(field.addFree("\\nu", domain: .positive))
    temperature = .variable(field.addFree("T", domain: .positive))
    potential = .variable(field.addFree("\\mu", domain: .real))
    density = .variable(field.addFree("J", domain: .positive))
  }

  private func bath(_ statistics: Statistics?, name: String = "b") -> Bath {
    Bath(
      name: name, coupling: Atom.lowering, temperature: temperature,
      chemicalPotential: potential, strength: .spectralDensity(density), statistics: statistics)
  }

  // Eq. 11 and 12: γ = JN, Γ = J(1 + N) for bosons and J(1 − N) for fermions.
  @Test(arguments: Statistics.allCases) func rates(statistics: Statistics) {
    var (field, reservoirs) = (field, reservoirs)
    let bath = bath(statistics)
    let n = reservoirs.occupation(bath, omega, field: &field)
    #expect(reservoirs.absorption(bath, omega, field: &field) == density * n)
    let sign: Fraction = statistics == .boson ? 1 : -1
    #expect(reservoirs.emission(bath, omega, field: &field) == density * (1 + sign * n))
    #expect(reservoirs.entries.count == 1)
    let generator = field.generators[n.variables[0]]
    #expect(generator.latex == "n_{b}(\\omega)")
    #expect(generator.domain == (statistics == .boson ? .positive : .interval(0, 1)))
  }

  @Test func ratesWithoutStatisticsAreSymbols() {
    var (field, reservoirs) = (field, reservoirs)
    let bath = bath(nil)
    let up = reservoirs.absorption(bath, omega, field: &field)
    let down = reservoirs.emission(bath, omega, latex: "\\Gamma^+", field: &field)
    #expect(up != down)
    #expect(field.generators[up.variables[0]].latex == "\\gamma_{b}(\\omega)")
    #expect(field.generators[down.variables[0]].latex == "\\Gamma^+")
    #expect(field.generators[down.variables[0]].domain == .positive)
    #expect(reservoirs.emission(bath, omega, field: &field) == down)
    #expect(reservoirs.emission(bath, other, field: &field) != down)
  }

  // What a number is a function of makes it, not the bath's name.
  @Test func sharedOccupations() {
    var (field, reservoirs) = (field, reservoirs)
    let first = bath(.boson)
    var second = bath(.boson, name: "c")
    let n = reservoirs.occupation(first, omega, latex: "N", field: &field)
    #expect(reservoirs.occupation(second, omega, field: &field) == n)
    second.strength = .spectralDensity(density * 2)
    #expect(reservoirs.occupation(second, omega, field: &field) == n)
    #expect(reservoirs.absorption(second, omega, field: &field) == 2 * density * n)
    second.temperature = 2 * temperature
    #expect(reservoirs.occupation(second, omega, field: &field) != n)
    second.temperature = temperature
    second.chemicalPotential = 0
    #expect(reservoirs.occupation(second, omega, field: &field) != n)
    #expect(reservoirs.occupation(bath(.fermion), omega, field: &field) != n)
    #expect(field.generators[n.variables[0]].latex == "N")
  }

  // n = 1/(e^{(ω − μ)/T} ∓ 1), so n/(1 ± n) = e^{−(ω − μ)/T}.
  @Test(arguments: Statistics.allCases) func thermalOccupations(statistics: Statistics) throws {
    var (field, reservoirs) = (field, reservoirs)
    let n = reservoirs.occupation(bath(statistics), omega, field: &field)
    let values = try reservoirs.thermalValues(&field)
    let value = try #require(values[n.variables[0]])
    let boltzmann = try field.exponential(Scalar((potential - omega) / temperature)).real
    let sign: Fraction = statistics == .boson ? 1 : -1
    #expect(field.isZero(value - boltzmann * (1 + sign * value)))
    #expect(values.count == 1)
  }

  // At ω = μ a boson has no occupation, a fermion n = 1/2.
  @Test func occupationAtTheChemicalPotential() throws {
    for statistics in Statistics.allCases {
      var (field, reservoirs) = (field, reservoirs)
      let n = reservoirs.occupation(bath(statistics), potential, field: &field)
      switch statistics {
      case .boson:
        #expect(throws: FieldError.divisionByZero) { try reservoirs.thermalValues(&field) }
      case .fermion:
        #expect(try reservoirs.thermalValues(&field)[n.variables[0]] == ratio(1, 2))
      }
    }
  }

  // (ω − μ)/T, (ν − μ)/T and (2ω − μ)/T span three dimensions; (3ω − μ)/T is 2(2ω − μ) − (ω − μ)
  // over T, a combination of the others.
  @Test func independence() {
    var (field, reservoirs) = (field, reservoirs)
    #expect(reservoirs.areIndependent(field))
    for frequency in [omega, other, 2 * omega] {
      _ = reservoirs.occupation(bath(.fermion), frequency, field: &field)
      #expect(reservoirs.areIndependent(field))
    }
    _ = reservoirs.occupation(bath(.fermion), 3 * omega, field: &field)
    #expect(!reservoirs.areIndependent(field))
  }

  @Test func whatWasMet() {
    var (field, reservoirs) = (field, reservoirs)
    let n = reservoirs.occupation(bath(.boson), omega, field: &field).variables
    let rate = reservoirs.absorption(bath(nil), omega, field: &field).variables
    #expect(reservoirs.occupations == Set(n))
    #expect(reservoirs.generators == Set(n + rate))
    #expect(reservoirs.thermalParameters == Set(temperature.variables + potential.variables))
  }

  @Test func symbolsHaveNoThermalValue() throws {
    var (field, reservoirs) = (field, reservoirs)
    _ = reservoirs.absorption(bath(nil), omega, field: &field)
    _ = reservoirs.occupation(bath(nil), omega, field: &field)
    #expect(try reservoirs.thermalValues(&field).isEmpty)
  }

  @Test func strengths() {
    #expect(Bath.Strength.spectralDensity(density).value == density)
    #expect(Bath.Strength.spectralDensity(density).weight == 1)
    #expect(Bath.Strength.decayRate(density).value == density)
    #expect(Bath.Strength.decayRate(density).weight == ratio(1, 2))
  }
}
