import NumericEvaluation
import OpenSystems
import Testing

struct NumericOpenSystemErrorTests {
  private let qubit = NumericQubit.excited.scaled(by: 3)

  private func system(
    coupling: ComplexMatrix, hamiltonian: ComplexMatrix? = nil,
    occupation: NumericBath.Occupation = .fixed(0)
  ) throws -> NumericOpenSystem {
    let idle = NumericBath(
      coupling: NumericQubit.lowering, statistics: .boson, occupation: .fixed(0),
      strength: .decayRate(1))
    let bath = NumericBath(
      coupling: coupling, statistics: .boson, occupation: occupation, strength: .decayRate(1))
    return try NumericOpenSystem(hamiltonian: hamiltonian ?? qubit, baths: [idle, bath])
  }

  // σ† raises: its component has the frequency −3. |g⟩⟨e| + |e⟩⟨e| has one at 0.
  @Test func couplingMustLowerTheEnergy() {
    #expect(throws: NumericOpenSystemError.nonpositiveFrequency(-3, bath: 1)) {
      try system(coupling: NumericQubit.lowering.adjoint)
    }
    #expect(throws: NumericOpenSystemError.nonpositiveFrequency(0, bath: 1)) {
      try system(coupling: NumericQubit.lowering + NumericQubit.excited)
    }
  }

  // A diagonal Hermitian coupling commutes with H.
  @Test func couplingMustNotCommute() {
    #expect(throws: NumericOpenSystemError.zeroFrequency(bath: 1)) {
      try system(coupling: NumericQubit.flip + NumericQubit.excited)
    }
  }

  @Test func bathErrorsNameTheBath() {
    #expect(throws: NumericOpenSystemError.temperature(-1, bath: 1)) {
      try system(
        coupling: NumericQubit.lowering,
        occupation: .thermal(temperature: -1, chemicalPotential: 0))
    }
    #expect(
      throws: NumericOpenSystemError.divergentOccupation(
        frequency: 3, chemicalPotential: 3, bath: 1)
    ) {
      try system(
        coupling: NumericQubit.lowering,
        occupation: .thermal(temperature: 1, chemicalPotential: 3))
    }
  }

  @Test func operatorsMustBeFinite() {
    #expect(throws: NumericOpenSystemError.operatorNotFinite) {
      try system(coupling: NumericQubit.lowering.scaled(by: .infinity))
    }
    let jump = NumericJump(jumpOperator: ComplexMatrix.diagonal([.nan, 0]), rate: 1)
    #expect(throws: NumericOpenSystemError.operatorNotFinite) {
      try NumericOpenSystem(hamiltonian: qubit, jumps: [jump])
    }
    #expect(throws: NumericOpenSystemError.numeric(.notFinite)) {
      try NumericOpenSystem(hamiltonian: .diagonal([.nan, 0]))
    }
  }

  @Test func hamiltonianMustBeHermitian() {
    #expect(throws: NumericOpenSystemError.numeric(.notHermitian(defect: 1))) {
      try NumericOpenSystem(hamiltonian: NumericQubit.lowering)
    }
  }

  @Test(arguments: [-1.0, .infinity])
  func jumpRateMustNotBeNegative(rate: Double) {
    let jump = NumericJump(jumpOperator: NumericQubit.lowering, rate: rate)
    #expect(throws: NumericOpenSystemError.jumpRate(rate, jump: 0)) {
      try NumericOpenSystem(hamiltonian: qubit, jumps: [jump])
    }
  }

  // No dissipation: both populations are conserved. No Hamiltonian either: all four elements are.
  @Test func closedSystemHasNoUniqueSteadyState() throws {
    let closed = try NumericOpenSystem(hamiltonian: qubit)
    #expect(throws: NumericOpenSystemError.steadyStateNotUnique(dimension: 2)) {
      try closed.steadyState()
    }
    let idle = try NumericOpenSystem(hamiltonian: .zero(rows: 2, columns: 2))
    #expect(throws: NumericOpenSystemError.steadyStateNotUnique(dimension: 4)) {
      try idle.steadyState()
    }
  }

  // Pure dephasing keeps the populations: dimension 2 again. A dissipation of rate zero is none.
  @Test func dephasingHasNoUniqueSteadyState() throws {
    let dephasing = NumericJump(jumpOperator: NumericQubit.excited, rate: 1)
    let none = NumericJump(jumpOperator: NumericQubit.lowering, rate: 0)
    let system = try NumericOpenSystem(hamiltonian: qubit, jumps: [dephasing, none])
    #expect(throws: NumericOpenSystemError.steadyStateNotUnique(dimension: 2)) {
      try system.steadyState()
    }
  }

  @Test(arguments: [
    (NumericOpenSystemError.numeric(.notFinite), "a number is not finite"),
    (.operatorNotFinite, "an operator has an entry that is not finite"),
    (.temperature(-1, bath: 0), "bath 1: the temperature -1.0 is not positive and finite"),
    (.chemicalPotential(.infinity, bath: 1), "bath 2: the chemical potential inf is not finite"),
    (.strength(-2, bath: 0), "bath 1: the strength -2.0 is negative or not finite"),
    (.occupation(1.5, bath: 0), "bath 1: no mean occupation is 1.5 under its statistics"),
    (
      .divergentOccupation(frequency: 3, chemicalPotential: 4, bath: 0),
      "bath 1: bosons of frequency 3.0 have no finite occupation at the chemical potential 4.0"
    ),
    (
      .nonpositiveFrequency(-3, bath: 1),
      "bath 2: the coupling, not being Hermitian, must lower the energy, "
        + "and has a component of frequency -3.0"
    ),
    (.zeroFrequency(bath: 0), "bath 1: the coupling has a component of frequency zero"),
    (.jumpRate(-1, jump: 0), "jump 1: the rate -1.0 is negative or not finite"),
    (.steadyStateNotUnique(dimension: 2), "the steady states span a space of dimension 2"),
    (.steadyStateWithoutTrace, "the stationary operator has trace zero"),
  ])
  func wording(error: NumericOpenSystemError, text: String) {
    #expect(error.description == text)
  }
}
