import NumericEvaluation

/// A density matrix at which the generator vanishes.
package struct NumericSteadyState: Sendable {
  /// Hermitian and of trace 1. Bloch–Redfield does not keep it positive.
  package let state: ComplexMatrix
  /// max |L ρ| over max |L|, L ρ computed anew from the state.
  package let residual: Double
  /// The last pivot that counted in elimination, relative to the largest entry of the Liouvillian:
  /// the state's error is of the order of 2^−52 over this.
  package let leastPivot: Double
}
