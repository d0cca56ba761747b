import Foundation
import NumericEvaluation
import OpenSystems
import Testing

struct NumericOpenSystemTests {
  private let qubit = NumericQubit.excited.scaled(by: 3)

  private func bath(
    _ coupling: ComplexMatrix, _ statistics: NumericBath.Statistics = .boson,
    occupation: NumericBath.Occupation = .fixed(0.5),
    strength: NumericBath.Strength = .decayRate(2)
  ) -> NumericBath {
    NumericBath(
      coupling: coupling, statistics: statistics, occupation: occupation, strength: strength)
  }

  /// ρ ↦ L ρ through the matrix, columns stacked.
  private func generated(_ system: NumericOpenSystem, _ state: ComplexMatrix) throws
    -> ComplexMatrix
  {
    let image = try system.liouvillian() * state.transpose.entries
    return ComplexMatrix(rows: state.rows, columns: state.columns, entries: image).transpose
  }

  // Without baths L ρ = −i[H, ρ]: |e⟩⟨g| turns with −i·3.
  @Test func freeRotation() throws {
    let system = try NumericOpenSystem(hamiltonian: qubit)
    let coherence = ComplexMatrix([[0, 1], [0, 0]])
    #expect(try generated(system, coherence) == Complex(0, -3) * coherence)
    #expect(system.dimension == 2)
    #expect(system.eigensystem.values == [0, 3])
  }

  // κ = 2, n = 1/2: the excited state decays at κ(1 + n) = 3 and is refilled at κn = 1; the
  // coherence decays at half the sum, 2. The same for J = 1.
  @Test(arguments: [NumericBath.Strength.decayRate(2), .spectralDensity(1)])
  func decayOfOneQubit(strength: NumericBath.Strength) throws {
    let system = try NumericOpenSystem(
      hamiltonian: qubit, baths: [bath(NumericQubit.lowering, strength: strength)])
    #expect(try generated(system, .diagonal([1, 0])) == .diagonal([-3, 3]))
    #expect(try generated(system, .diagonal([0, 1])) == .diagonal([1, -1]))
    let coherence = ComplexMatrix([[0, 1], [0, 0]])
    #expect(try generated(system, coherence) == Complex(-2, -3) * coherence)
    // Populations 1 : 3, from 3 p_e = p_g.
    let steady = try system.steadyState()
    #expect(numericDistance(steady.state, .diagonal([0.25, 0.75])) < 1e-15)
    #expect(steady.residual < 1e-15)
    #expect(steady.leastPivot > 0.1)
  }

  // A jump κ (σρσ† − ½{σ†σ, ρ}) is the bath of occupation zero with the same κ.
  @Test func jumpIsAnEmptyBath() throws {
    let jump = NumericJump(jumpOperator: NumericQubit.lowering, rate: 2)
    let jumping = try NumericOpenSystem(hamiltonian: qubit, jumps: [jump])
    let decaying = try NumericOpenSystem(
      hamiltonian: qubit, baths: [bath(NumericQubit.lowering, occupation: .fixed(0))])
    #expect(try jumping.liouvillian() == decaying.liouvillian())
    #expect(numericDistance(try jumping.steadyState().state, .diagonal([0, 1])) < 1e-15)
  }

  // A Hermitian coupling without the rotating-wave approximation has the populations of the
  // rotating-wave one, and in addition couples ρ_eg with ρ_ge: D|e⟩⟨g| = −2|e⟩⟨g| + 2|g⟩⟨e|.
  @Test func hermitianCouplingOfOneQubit() throws {
    let full = try NumericOpenSystem(hamiltonian: qubit, baths: [bath(NumericQubit.flip)])
    #expect(try generated(full, .diagonal([1, 0])) == .diagonal([-3, 3]))
    let coherence = ComplexMatrix([[0, 1], [0, 0]])
    #expect(try generated(full, coherence) == ComplexMatrix([[0, Complex(-2, -3)], [2, 0]]))
    let secular = try NumericOpenSystem(
      hamiltonian: qubit, baths: [bath(NumericQubit.flip)], secular: true)
    let rotating = try NumericOpenSystem(hamiltonian: qubit, baths: [bath(NumericQubit.lowering)])
    #expect(try secular.liouvillian() == rotating.liouvillian())
  }

  // The generator as the double sum over pairs, written out, for both kinds of coupling.
  @Test(arguments: [false, true], [false, true])
  func dissipatorIsTheDoubleSum(lowering: Bool, secular: Bool) throws {
    var random = NumericRandom(seed: 11)
    let hamiltonian = random.hermitian(3)
    let coupling = try random.coupling(to: hamiltonian, lowering: lowering)
    let bath = bath(coupling, occupation: .thermal(temperature: 2, chemicalPotential: -1))
    let system = try NumericOpenSystem(
      hamiltonian: hamiltonian, baths: [bath], secular: secular)
    let components = NumericFrequencyComponent.components(
      of: coupling, in: system.eigensystem, tolerance: 1e-9)
    var groups: [[(rate: Double, part: ComplexMatrix)]] = lowering ? [[], []] : [[]]
    for component in components {
      let rates = try bath.rates(at: abs(component.frequency), bath: 0)
      if lowering { groups[1].append((rates.absorption, component.part.adjoint)) }
      let rate = component.frequency > 0 ? rates.emission : rates.absorption
      groups[0].append((rate, component.part))
    }
    let state = random.state(3)
    var sum = ComplexMatrix.zero(rows: 3, columns: 3)
    for group in groups {
      for (a, first) in group.enumerated() {
        for (b, second) in group.enumerated() where !secular || a == b {
          let pair =
            first.part * state * second.part.adjoint - second.part.adjoint * first.part * state
          sum += (pair + pair.adjoint).scaled(by: first.rate)
        }
      }
    }
    let applied = system.bathDissipators[0].applied(to: state)
    #expect(numericDistance(applied, sum) < 1e-13)
    let total = -Complex.i * hamiltonian.commutator(with: state) + sum
    #expect(numericDistance(try generated(system, state), total) < 1e-13)
  }

  // tr L ρ = 0 and (L ρ)† = L ρ† for any matrix ρ.
  @Test(arguments: 1...5 as ClosedRange<UInt64>, [false, true])
  func keepsTraceAndAdjoint(seed: UInt64, secular: Bool) throws {
    var random = NumericRandom(seed: seed)
    let hamiltonian = random.hermitian(3)
    let system = try NumericOpenSystem(
      hamiltonian: hamiltonian,
      baths: [
        bath(try random.coupling(to: hamiltonian, lowering: true)),
        bath(try random.coupling(to: hamiltonian, lowering: false), .fermion),
      ],
      jumps: [NumericJump(jumpOperator: random.matrix(3), rate: 0.7)], secular: secular)
    let operand = random.matrix(3)
    let image = try generated(system, operand)
    #expect(image.trace.magnitude < 1e-12, "seed \(seed)")
    let mirror = try generated(system, operand.adjoint)
    #expect(numericDistance(image.adjoint, mirror) < 1e-12, "seed \(seed)")
    let parts = (system.bathDissipators + system.jumpDissipators)
      .reduce(-Complex.i * hamiltonian.commutator(with: operand)) {
        $0 + $1.applied(to: operand)
      }
    #expect(numericDistance(image, parts) < 1e-12, "seed \(seed)")
  }

  // One temperature: r(−ω) = e^{−ω/T} r(ω) makes e^{−H/T}/Z stationary, secular or not.
  @Test(arguments: [false, true], [false, true])
  func oneTemperatureLeadsToGibbs(lowering: Bool, secular: Bool) throws {
    var random = NumericRandom(seed: 5)
    let hamiltonian = random.hermitian(4)
    let thermal = NumericBath.Occupation.thermal(temperature: 1.5, chemicalPotential: 0)
    var baths: [NumericBath] = []
    for statistics in [NumericBath.Statistics.boson, .fermion] {
      let coupling = try random.coupling(to: hamiltonian, lowering: lowering)
      baths.append(bath(coupling, statistics, occupation: thermal))
    }
    let system = try NumericOpenSystem(hamiltonian: hamiltonian, baths: baths, secular: secular)
    let weights = system.eigensystem.values.map { exp(-$0 / 1.5) }
    let vectors = system.eigensystem.vectors
    let gibbs = (vectors * .diagonal(weights) * vectors.adjoint)
      .scaled(by: 1 / weights.reduce(0, +))
    let steady = try system.steadyState()
    #expect(numericDistance(steady.state, gibbs) < 1e-13)
    #expect(steady.residual < 1e-14)
    for bath in 0..<2 {
      #expect(abs(system.heatCurrent(fromBath: bath, in: steady.state)) < 1e-13)
    }
  }

  // Two baths on one qubit, κ = 2 each, n₁ = 1, n₂ = 0: p_e(2·2 + 2·1) = 2·1·p_g, p_e = 1/4, and
  // bath 1 feeds in ω(κ n₁ p_g − κ(1 + n₁) p_e) = 3(2·3/4 − 4/4) = 3/2, bath 2 takes 3·2/4.
  @Test func heatFlowsFromHotToCold() throws {
    let system = try NumericOpenSystem(
      hamiltonian: qubit,
      baths: [
        bath(NumericQubit.lowering, occupation: .fixed(1)),
        bath(NumericQubit.lowering, occupation: .fixed(0)),
      ])
    let state = try system.steadyState().state
    #expect(numericDistance(state, .diagonal([0.25, 0.75])) < 1e-15)
    #expect(abs(system.heatCurrent(fromBath: 0, in: state) - 1.5) < 1e-14)
    #expect(abs(system.heatCurrent(fromBath: 1, in: state) + 1.5) < 1e-14)
  }
}
