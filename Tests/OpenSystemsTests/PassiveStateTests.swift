import NumericEvaluation
import OpenSystems
import Testing

struct PassiveStateTests {
  // H = diag(0, 1, 4), populations (1/4, 1/4, 1/2): U = 1/4 + 2 = 9/4. In passive order
  // (1/2, 1/4, 1/4): 1/4 + 1 = 5/4. The ergotropy is 1.
  @Test func populationsInTheWrongOrder() throws {
    let hamiltonian = ComplexMatrix.diagonal([0, 1, 4])
    let state = ComplexMatrix.diagonal([0.25, 0.25, 0.5])
    #expect(internalEnergy(state: state, hamiltonian: hamiltonian) == 2.25)
    #expect(try passiveEnergy(state: state, hamiltonian: hamiltonian) == 1.25)
    #expect(try ergotropy(state: state, hamiltonian: hamiltonian) == 1)
    let passive = try PassiveState(of: state, hamiltonian: hamiltonian)
    #expect(passive.populations == [0.5, 0.25, 0.25])
    #expect(passive.energies == [0, 1, 4])
    #expect(passive.state == .diagonal([0.5, 0.25, 0.25]))
    #expect(passive.energy == 1.25)
  }

  // The pure state (|e⟩ + |g⟩)/√2 has the energy ω/2 and a unitary leads it to |g⟩: ergotropy ω/2.
  @Test func coherenceIsWork() throws {
    let state = ComplexMatrix([[0.5, 0.5], [0.5, 0.5]])
    let hamiltonian = NumericQubit.excited.scaled(by: 3)
    #expect(abs(try ergotropy(state: state, hamiltonian: hamiltonian) - 1.5) < 1e-15)
    let found = try eigenvalues(of: state)
    #expect(abs(found[0]) < 1e-15)
    #expect(abs(found[1] - 1) < 1e-15)
  }

  // The maximally mixed state is passive whatever H.
  @Test func mixedStateIsPassive() throws {
    var random = NumericRandom(seed: 3)
    let state = ComplexMatrix.identity(4).scaled(by: 0.25)
    #expect(abs(try ergotropy(state: state, hamiltonian: random.hermitian(4))) < 1e-14)
  }

  // Ergotropy is not negative; no state of the unitary orbit lies below the passive one; the
  // passive state has no ergotropy; and Σ r_n ε_m (|⟨r_n|ε_m⟩|² − δ_nm) is the same number.
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func laws(seed: UInt64) throws {
    var random = NumericRandom(seed: seed)
    let (hamiltonian, state) = (random.hermitian(4), random.state(4))
    let work = try ergotropy(state: state, hamiltonian: hamiltonian)
    #expect(work > 0, "seed \(seed)")

    let passive = try PassiveState(of: state, hamiltonian: hamiltonian)
    let left = try ergotropy(state: passive.state, hamiltonian: hamiltonian)
    #expect(abs(left) < 1e-13, "seed \(seed)")
    let energy = internalEnergy(state: passive.state, hamiltonian: hamiltonian)
    #expect(abs(energy - passive.energy) < 1e-13, "seed \(seed)")

    let unitary = try HermitianEigensystem(of: random.hermitian(4)).vectors
    let moved = unitary * state * unitary.adjoint
    let least = try passiveEnergy(state: moved, hamiltonian: hamiltonian)
    #expect(abs(least - passive.energy) < 1e-13, "seed \(seed)")
    #expect(internalEnergy(state: moved, hamiltonian: hamiltonian) > least, "seed \(seed)")

    let states = try HermitianEigensystem(of: state)
    let levels = try HermitianEigensystem(of: hamiltonian)
    let overlaps = states.vectors.adjoint * levels.vectors
    var sum = 0.0
    for n in 0..<4 {
      for m in 0..<4 {
        // Descending populations: n counts from the end.
        let overlap = overlaps[3 - n, m].magnitudeSquared - (n == m ? 1 : 0)
        sum += states.values[3 - n] * levels.values[m] * overlap
      }
    }
    #expect(abs(sum - work) < 1e-13, "seed \(seed)")
  }

  @Test func stateMustBeHermitian() {
    #expect(throws: NumericEvaluationError.notHermitian(defect: 1)) {
      try ergotropy(state: NumericQubit.lowering, hamiltonian: NumericQubit.excited)
    }
    #expect(throws: NumericEvaluationError.notHermitian(defect: 1)) {
      try ergotropy(state: NumericQubit.excited, hamiltonian: NumericQubit.lowering)
    }
  }
}
