import Foundation
import NumericEvaluation
import OpenSystems
import Testing

/// One two-level system of frequency ω = 3 between two baths with J₁ = 1 and J₂ = 2.
///
/// With n_i the occupations at ω, ṗ = Σ_i 2J_i (n_i (1 − p) − (1 ∓ n_i) p) for the excited level, upper
/// sign for fermions. In the steady state bath 1 gives I = 2J₁J₂ (n₁ − n₂)/S particles per time,
/// S = J₁ + J₂ for fermions and J₁(1 + 2n₁) + J₂(1 + 2n₂) for bosons, and bath 2 takes them.
struct NumericCurrentTests {
  private static let thermal: [NumericBath.Statistics: [(Double, Double)]] = [
    .boson: [(2, -1), (1.5, 0.5)], .fermion: [(2, 1), (0.5, 4)],
  ]

  private func model(
    _ statistics: NumericBath.Statistics, number: ComplexMatrix? = NumericQubit.excited
  ) throws -> NumericModel {
    let thermal = try #require(Self.thermal[statistics])
    return NumericModel(
      hamiltonian: NumericQubit.excited.scaled(by: 3),
      baths: zip(thermal, [1.0, 2.0]).map { bath, density in
        NumericBath(
          coupling: NumericQubit.lowering, statistics: statistics,
          occupation: .thermal(temperature: bath.0, chemicalPotential: bath.1),
          strength: .spectralDensity(density))
      }, number: number)
  }

  @Test(arguments: [NumericBath.Statistics.boson, .fermion])
  func closedForm(statistics: NumericBath.Statistics) throws {
    let thermal = try #require(Self.thermal[statistics])
    let isBoson = statistics == .boson
    let n = thermal.map { 1 / (exp((3 - $0.1) / $0.0) + (isBoson ? -1 : 1)) }
    let total = isBoson ? (1 + 2 * n[0]) + 2 * (1 + 2 * n[1]) : 3
    let flow = 4 * (n[0] - n[1]) / total
    let heat = [(3 - thermal[0].1) * flow, -(3 - thermal[1].1) * flow]
    let production = -heat[0] / thermal[0].0 - heat[1] / thermal[1].0

    let model = try model(statistics)
    var workspace = NumericWorkspace(dimension: 2)
    let found = try workspace.observables(of: model)
    let system = try NumericOpenSystem(model)
    let state = try system.steadyState().state
    for (bath, sign) in [(0, 1.0), (1, -1.0)] {
      for current in [found.currents[bath], system.current(fromBath: bath, in: state)] {
        #expect(abs(current.energy - sign * 3 * flow) < 1e-14)
        #expect(abs(try #require(current.particles) - sign * flow) < 1e-14)
        #expect(abs(try #require(current.heat) - heat[bath]) < 1e-14)
      }
      #expect(abs(system.heatCurrent(fromBath: bath, in: state) - sign * 3 * flow) < 1e-14)
      #expect(
        abs(try #require(system.particleCurrent(fromBath: bath, in: state)) - sign * flow) < 1e-14)
    }
    #expect(production > 0.01)
    #expect(abs(try #require(found.entropyProduction) - production) < 1e-14)
    #expect(abs(try #require(system.entropyProduction(in: state)) - production) < 1e-14)
  }

  // Heat at μ ≠ 0 needs N, and particles do anyway; at μ = 0 heat is energy. A given occupation has
  // neither temperature nor chemical potential, and a jump has no temperature.
  @Test func whatIsMissingHasNoValue() throws {
    var workspace = NumericWorkspace(dimension: 2)
    var model = try model(.fermion, number: nil)
    let without = try workspace.observables(of: model)
    #expect(without.currents.allSatisfy { $0.particles == nil && $0.heat == nil })
    #expect(without.entropyProduction == nil)
    #expect(try NumericOpenSystem(model).particleCurrent(fromBath: 0, in: .identity(2)) == nil)

    func bath(_ occupation: NumericBath.Occupation) -> NumericBath {
      NumericBath(
        coupling: NumericQubit.lowering, statistics: .boson, occupation: occupation,
        strength: .spectralDensity(1))
    }
    model.baths = [1.0, 2.0].map { bath(.thermal(temperature: $0, chemicalPotential: 0)) }
    let thermal = try workspace.observables(of: model)
    #expect(thermal.currents.allSatisfy { $0.heat == $0.energy && $0.particles == nil })
    #expect(try #require(thermal.entropyProduction) > 0.01)
    model.baths[1] = bath(.fixed(1))
    let fixed = try workspace.observables(of: model)
    #expect(fixed.currents[0].heat != nil)
    #expect(fixed.currents[1].heat == nil)
    #expect(fixed.entropyProduction == nil)
    model.baths[1] = bath(.thermal(temperature: 2, chemicalPotential: 0))
    model.jumps = [NumericJump(jumpOperator: NumericQubit.lowering, rate: 1)]
    #expect(try workspace.observables(of: model).entropyProduction == nil)
  }

  // One temperature and chemical potential: the grand canonical state e^{−(H−μN)/T}, no currents and
  // no production. Two modes, coupled or with equal energies.
  @Test(arguments: [0.0, 1.0])
  func grandCanonicalState(coupling: Double) throws {
    let one = ComplexMatrix.identity(2)
    let lowering = NumericQubit.lowering
    var hamiltonian = ComplexMatrix.diagonal([6, 3, 3, 0])
    hamiltonian[1, 2] = Complex(coupling)
    hamiltonian[2, 1] = Complex(coupling)
    let number = ComplexMatrix.diagonal([2, 1, 1, 0])
    let model = NumericModel(
      hamiltonian: hamiltonian,
      baths: [lowering.kronecker(one), one.kronecker(lowering)].map {
        NumericBath(
          coupling: $0, statistics: .fermion,
          occupation: .thermal(temperature: 0.8, chemicalPotential: 1.5),
          strength: .spectralDensity(1))
      }, number: number)
    let levels = try HermitianEigensystem(of: hamiltonian - number.scaled(by: 1.5))
    let weights = levels.values.map { exp(-$0 / 0.8) }
    let exact = (levels.vectors * .diagonal(weights) * levels.vectors.adjoint)
      .scaled(by: 1 / weights.reduce(0, +))
    var workspace = NumericWorkspace(dimension: 4)
    #expect(numericDistance(try workspace.steadyState(of: model).state, exact) < 1e-14)
    let found = try workspace.observables(of: model)
    for current in found.currents {
      #expect(abs(current.energy) < 1e-13)
      #expect(abs(try #require(current.particles)) < 1e-13)
    }
    #expect(abs(try #require(found.entropyProduction)) < 1e-13)
  }

  // In any steady state what comes in goes out: energy and particles; and both ways of computing
  // agree. The secular generator is of Lindblad form: production is not negative.
  @Test(arguments: [false, true], [(1.0, 4.0), (3, 0.5)])
  func conservation(secular: Bool, potentials: (Double, Double)) throws {
    let one = ComplexMatrix.identity(2)
    var hamiltonian = ComplexMatrix.diagonal([7, 4, 3, 0])
    hamiltonian[1, 2] = Complex(0.5, 0.7)
    hamiltonian[2, 1] = Complex(0.5, -0.7)
    let couplings = [NumericQubit.lowering.kronecker(one), one.kronecker(NumericQubit.lowering)]
    let model = NumericModel(
      hamiltonian: hamiltonian,
      baths: zip(couplings, [potentials.0, potentials.1]).map { coupling, potential in
        NumericBath(
          coupling: coupling, statistics: .fermion,
          occupation: .thermal(temperature: 1, chemicalPotential: potential),
          strength: .spectralDensity(1))
      }, secular: secular, number: .diagonal([2, 1, 1, 0]))
    var workspace = NumericWorkspace(dimension: 4)
    let found = try workspace.observables(of: model)
    let system = try NumericOpenSystem(model)
    let state = try system.steadyState().state
    let particles = try found.currents.map { try #require($0.particles) }
    #expect(abs(particles[0]) > 0.05)
    #expect(abs(particles[0] + particles[1]) < 1e-14)
    #expect(abs(found.currents[0].energy + found.currents[1].energy) < 1e-14)
    for bath in 0..<2 {
      let slow = system.current(fromBath: bath, in: state)
      #expect(abs(slow.energy - found.currents[bath].energy) < 1e-14)
      #expect(abs(try #require(slow.particles) - particles[bath]) < 1e-14)
    }
    if secular { #expect(try #require(found.entropyProduction) > 0) }
  }

  @Test func numberMustBeConserved() throws {
    let hermitian = try model(.fermion, number: NumericQubit.flip)
    // [N, H] has elements of size 3, as large as those of N and H multiplied.
    let expected = NumericOpenSystemError.numberNotConserved(defect: 1)
    #expect(throws: expected) { try NumericOpenSystem(hermitian) }
    var workspace = NumericWorkspace(dimension: 2)
    #expect(throws: expected) { try workspace.observables(of: hermitian) }
    let lowering = try model(.fermion, number: NumericQubit.lowering)
    #expect(throws: NumericOpenSystemError.numberNotHermitian) {
      try NumericOpenSystem(lowering)
    }
    #expect(
      NumericOpenSystemError.numberNotHermitian.description
        == "the number operator is not Hermitian")
    #expect(
      expected.description
        == "the number operator does not commute with the Hamiltonian: [N, H] is 1.0 of their size")
  }
}
