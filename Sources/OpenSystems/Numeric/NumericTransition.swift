import NumericEvaluation

/// A matrix element ⟨to|X|from⟩ between two eigenvectors of the Hamiltonian.
struct NumericTransition {
  /// E(from) − E(to): positive where the element lowers the energy.
  let frequency: Double
  let to: Int
  let from: Int
  let value: Complex
}
