import NumericEvaluation

/// The state of least energy among those a unitary can reach from a given one.
///
/// Its populations are the eigenvalues of the given state, the largest on the lowest level
/// (Allahverdyan, Balian and Nieuwenhuizen, Europhys. Lett. 67, 565, 2004).
package struct PassiveState: Sendable {
  /// The eigenvalues of the given state, in descending order.
  package let populations: [Double]
  /// The eigenvalues of the Hamiltonian, in ascending order.
  package let energies: [Double]
  /// Σ_n r_n |ε_n⟩⟨ε_n|. Where energies coincide, one choice of several.
  package let state: ComplexMatrix

  /// - Precondition: both matrices have one shape.
  /// - Throws: the error of `HermitianEigensystem` where one of them is not Hermitian.
  package init(
    of state: ComplexMatrix, hamiltonian: ComplexMatrix
  ) throws(NumericEvaluationError) {
    precondition(
      state.rows == hamiltonian.rows && state.columns == hamiltonian.columns,
      "a state and a Hamiltonian of different shapes")
    let levels = try HermitianEigensystem(of: hamiltonian)
    populations = try eigenvalues(of: state).reversed()
    energies = levels.values
    self.state = levels.vectors * .diagonal(populations) * levels.vectors.adjoint
  }

  /// Σ_n r_n ε_n.
  package var energy: Double { zip(populations, energies).reduce(0) { $0 + $1.0 * $1.1 } }
}

/// The eigenvalues of a Hermitian matrix, in ascending order.
package func eigenvalues(of state: ComplexMatrix) throws(NumericEvaluationError) -> [Double] {
  try HermitianEigensystem(of: state).values
}

/// tr(ρ H).
package func internalEnergy(state: ComplexMatrix, hamiltonian: ComplexMatrix) -> Double {
  (state * hamiltonian).trace.re
}

/// The energy of the passive state, the least that unitaries leave.
package func passiveEnergy(
  state: ComplexMatrix, hamiltonian: ComplexMatrix
) throws(NumericEvaluationError) -> Double {
  try PassiveState(of: state, hamiltonian: hamiltonian).energy
}

/// The most work a unitary can extract, tr(ρ H) less the energy of the passive state.
///
/// Zero comes out as zero only up to rounding of the energies.
package func ergotropy(
  state: ComplexMatrix, hamiltonian: ComplexMatrix
) throws(NumericEvaluationError) -> Double {
  let passive = try passiveEnergy(state: state, hamiltonian: hamiltonian)
  return internalEnergy(state: state, hamiltonian: hamiltonian) - passive
}
