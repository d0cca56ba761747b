import Foundation
import NumericEvaluation
import OpenSystems
import Testing

/// Two coupled qubits with a bath each (Hadipour and Haseli, 2024, Eqs. 1–12), in the basis
/// ee, eg, ge, gg. Expected values: exact symbolic steady states, and for the four digits given,
/// an independent program (element-wise Redfield tensor, singular value decomposition).
struct NumericTwoQubitTests {
  private struct Model {
    var frequencies = (10.0, 10.0)
    var coupling = 2.0
    var statistics = NumericBath.Statistics.boson
    var occupations: [NumericBath.Occupation]

    static func boson(_ first: Double, _ second: Double) -> Model {
      Model(occupations: [
        .thermal(temperature: first, chemicalPotential: 0),
        .thermal(temperature: second, chemicalPotential: 0),
      ])
    }

    static func fermion(temperature: Double, _ first: Double, _ second: Double) -> Model {
      Model(
        statistics: .fermion,
        occupations: [
          .thermal(temperature: temperature, chemicalPotential: first),
          .thermal(temperature: temperature, chemicalPotential: second),
        ])
    }

    /// The qubits detuned by Δ = ω₁ − ω₂ around ω = 10, with λ = 6.
    func asymmetric(detuning: Double) -> Model {
      var model = self
      model.frequencies = (10 + detuning / 2, 10 - detuning / 2)
      model.coupling = 6
      return model
    }

    var hamiltonian: ComplexMatrix {
      var result = ComplexMatrix.diagonal(
        [frequencies.0 + frequencies.1, frequencies.0, frequencies.1, 0])
      result[1, 2] = Complex(coupling / 2)
      result[2, 1] = Complex(coupling / 2)
      return result
    }

    func system(secular: Bool = false) throws -> NumericOpenSystem {
      let one = ComplexMatrix.identity(2)
      let couplings = [
        NumericQubit.lowering.kronecker(one), one.kronecker(NumericQubit.lowering),
      ]
      let baths = zip(couplings, occupations).map { coupling, occupation in
        NumericBath(
          coupling: coupling, statistics: statistics, occupation: occupation,
          strength: .spectralDensity(1))
      }
      return try NumericOpenSystem(hamiltonian: hamiltonian, baths: baths, secular: secular)
    }

    func ergotropy() throws -> Double {
      let steady = try system().steadyState()
      #expect(steady.residual < 1e-14)
      return try OpenSystems.ergotropy(state: steady.state, hamiltonian: hamiltonian)
    }

    /// The steady state in gg, ε₂, ε₃, ee with ε₂ = −s eg + c ge and ε₃ = c eg + s ge.
    func energyElements(cosine c: Double, sine s: Double) throws -> ComplexMatrix {
      let (c, s) = (Complex(c), Complex(s))
      let basis = ComplexMatrix([[0, 0, 0, 1], [0, -s, c, 0], [0, c, s, 0], [1, 0, 0, 0]])
      return try basis * system().steadyState().state * basis.adjoint
    }
  }

  // The digits stated, so half a unit of the last one.
  private func agrees(_ value: Double, _ expected: Double, digits: Int = 4) -> Bool {
    abs(value - expected) < 0.5 * pow(10, -Double(digits))
  }

  @Test(arguments: [(0.0, 0.0), (1, 0.0028), (2, 0.0165), (5, 0.0920), (10, 0.1865)])
  func bosonErgotropyGrowsWithTheTemperatureDifference(
    difference: Double, expected: Double
  ) throws {
    #expect(agrees(try Model.boson(1, 1 + difference).ergotropy(), expected))
  }

  @Test(arguments: [
    (0.0, 0.0), (5, 0), (8, 0), (10, 2.8936), (12, 10.8311), (15, 18.3409), (20, 19.9375),
  ])
  func fermionErgotropyInEquilibrium(potential: Double, expected: Double) throws {
    let model = Model.fermion(temperature: 1.5, potential, potential)
    #expect(agrees(try model.ergotropy(), expected))
  }

  @Test(arguments: [(0.0, 0.0), (2, 0.7682), (4, 5.0959), (8, 7.6182)])
  func fermionErgotropyGrowsWithThePotentialDifference(
    difference: Double, expected: Double
  ) throws {
    let model = Model.fermion(temperature: 1, 8, 8 + difference)
    #expect(agrees(try model.ergotropy(), expected))
  }

  @Test func fermionErgotropyAtNine() throws {
    #expect(agrees(try Model.fermion(temperature: 1, 9, 11).ergotropy(), 4.283, digits: 3))
  }

  // ΔT = T₂ − T₁ around 3.
  @Test(arguments: [(-4.0, 0.1044), (4, 0.0062), (0, 0)])
  func asymmetricBosons(difference: Double, expected: Double) throws {
    let model = Model.boson(3 - difference / 2, 3 + difference / 2).asymmetric(detuning: 6)
    #expect(agrees(try model.ergotropy(), expected))
  }

  // Δμ = μ₂ − μ₁ around 4.
  @Test(arguments: [(-4.0, 0.0215), (4, 0.0065), (0, 0)])
  func asymmetricFermions(difference: Double, expected: Double) throws {
    let model = Model.fermion(temperature: 1.5, 4 - difference / 2, 4 + difference / 2)
      .asymmetric(detuning: 6)
    #expect(agrees(try model.ergotropy(), expected))
  }

  // Exchanging the two qubits with their baths exchanges nothing that is observed.
  @Test func exchangeOfTheQubits() throws {
    let model = Model.boson(1, 5).asymmetric(detuning: 6)
    let mirror = Model.boson(5, 1).asymmetric(detuning: -6)
    #expect(abs(try model.ergotropy() - mirror.ergotropy()) < 1e-14)
  }

  // −6.99864538e−4 in the independent program.
  @Test func redfieldStateIsNotPositive() throws {
    let state = try Model.fermion(temperature: 1, 13, 33).system().steadyState().state
    let least = try eigenvalues(of: state)[0]
    #expect(abs(least + 7.0e-4) < 0.5e-5)
    #expect(abs(least + 6.998_645_38e-4) < 1e-11)
    // The secular state is positive: a Lindblad equation.
    let secular = try Model.fermion(temperature: 1, 13, 33).system(secular: true).steadyState()
    #expect(try eigenvalues(of: secular.state)[0] > 0)
  }

  // The independent program's full doubles.
  @Test func independentProgram() throws {
    #expect(abs(try Model.boson(1, 11).ergotropy() - 0.186_469_074_225_188_44) < 1e-13)
    let fermion = Model.fermion(temperature: 1, 8, 16)
    #expect(abs(try fermion.ergotropy() - 7.618_206_336_839_984) < 1e-12)
    let asymmetric = Model.boson(5, 1).asymmetric(detuning: 6)
    #expect(abs(try asymmetric.ergotropy() - 0.104_361_159_398_35) < 1e-13)
    let state = try asymmetric.system().steadyState().state
    let energy = internalEnergy(state: state, hamiltonian: asymmetric.hamiltonian)
    #expect(abs(energy - 1.011_078_697_327_643_3) < 1e-13)
  }

  // Exact: fermions, θ = π/2, N₁ = 3/4, N₂ = 1/4, Ω/J = 2: (7, 9, 9, 7)/32, ρ₂₃ = −(1 + i)/8.
  @Test func exactFermions() throws {
    let model = Model(statistics: .fermion, occupations: [.fixed(0.75), .fixed(0.25)])
    let half = 0.5.squareRoot()
    let found = try model.energyElements(cosine: half, sine: half)
    expect(found, populations: [7.0 / 32, 9.0 / 32, 9.0 / 32, 7.0 / 32], Complex(-1, -1) / 8)
  }

  // Exact: bosons, θ = π/2, N₁ = 1, N₂ = 0, Ω/J = 2: (41, 11, 11, 1)/64, ρ₂₃ = −(2 + i)/16.
  @Test func exactBosons() throws {
    let model = Model(occupations: [.fixed(1), .fixed(0)])
    let half = 0.5.squareRoot()
    let found = try model.energyElements(cosine: half, sine: half)
    expect(found, populations: [41.0 / 64, 11.0 / 64, 11.0 / 64, 1.0 / 64], Complex(-2, -1) / 16)
  }

  // Exact: fermions, cos θ = 4/5, Ω/J = 5 (Δ = 4, λ = 3), N₁ = 3/4, N₂ = 1/4:
  // (6/29, 27/290, 143/290, 6/29), ρ₂₃ = −(6 + 15i)/290. cos²(θ/2) = 9/10, sin²(θ/2) = 1/10.
  @Test func exactAsymmetricFermions() throws {
    let model = Model(
      frequencies: (12, 8), coupling: 3, statistics: .fermion,
      occupations: [.fixed(0.75), .fixed(0.25)])
    let found = try model.energyElements(cosine: 0.9.squareRoot(), sine: 0.1.squareRoot())
    expect(
      found, populations: [6.0 / 29, 27.0 / 290, 143.0 / 290, 6.0 / 29],
      Complex(-6, -15) / 290)
  }

  private func expect(
    _ found: ComplexMatrix, populations: [Double], _ coherence: Complex
  ) {
    var expected = ComplexMatrix.diagonal(populations)
    expected[1, 2] = coherence
    expected[2, 1] = coherence.conjugate
    #expect(numericDistance(found, expected) < 1e-14)
  }

  // In equilibrium the coherence between ε₂ and ε₃ vanishes, so secular or not is the same.
  @Test func secularAgreesInEquilibrium() throws {
    let model = Model.boson(2, 2).asymmetric(detuning: 3)
    let full = try model.system().steadyState().state
    let secular = try model.system(secular: true).steadyState().state
    #expect(numericDistance(full, secular) < 1e-14)
    let driven = Model.boson(1, 4).asymmetric(detuning: 3)
    let moved = try driven.system().steadyState().state
    #expect(numericDistance(moved, try driven.system(secular: true).steadyState().state) > 1e-3)
  }

  // For small λ the coherence ρ_eg,ge is linear in λ, real and imaginary part; frequencies 10⁻⁸
  // apart taken for one would lose the real part.
  @Test func weakCouplingKeepsTheRealPart() throws {
    func coherence(_ coupling: Double) throws -> Complex {
      var model = Model.fermion(temperature: 1, 8, 9)
      model.coupling = coupling
      return try model.system().steadyState().state[1, 2].scaled(by: 1 / coupling)
    }
    let (weak, weaker) = (try coherence(1e-4), try coherence(1e-8))
    #expect(abs(weak.re) > 0.05)
    #expect((weak - weaker).magnitude < 1e-6)
  }

  // First law: what one bath feeds in, the other takes; the hotter one feeds.
  @Test(arguments: [(1.0, 4.0), (4, 1), (2, 2)])
  func currentsBalance(first: Double, second: Double) throws {
    let system = try Model.boson(first, second).asymmetric(detuning: 2).system()
    let state = try system.steadyState().state
    let currents = (0..<2).map { system.heatCurrent(fromBath: $0, in: state) }
    #expect(abs(currents[0] + currents[1]) < 1e-12)
    if first == second {
      #expect(abs(currents[0]) < 1e-12)
    } else {
      #expect(first > second ? currents[0] > 0.1 : currents[0] < -0.1)
    }
  }
}
