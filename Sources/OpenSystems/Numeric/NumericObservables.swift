/// What is measured in the steady state of one model.
package struct NumericObservables: Hashable, Sendable {
  /// The eigenvalues of the state, in descending order.
  package let populations: [Double]
  /// tr(ρ H).
  package let internalEnergy: Double
  /// The energy of the passive state, the least that unitaries leave.
  package let passiveEnergy: Double
  /// From the baths, in the order given.
  package let currents: [NumericCurrent]
  /// −Σ_i Q̇_i/T_i, where each bath has a heat current and a temperature and there are no jumps.
  package let entropyProduction: Double?
  /// max |L ρ| over max |L|.
  package let residual: Double
  /// The last pivot that counted in elimination, relative to the largest entry of the Liouvillian:
  /// the state's error is of the order of 2^−52 over this.
  package let leastPivot: Double

  /// The most work a unitary can extract; zero comes out as zero only up to rounding.
  package var ergotropy: Double { internalEnergy - passiveEnergy }
}
