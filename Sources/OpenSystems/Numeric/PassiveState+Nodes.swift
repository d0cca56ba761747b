import NumericEvaluation

/// tr(ρ H) inside a program, for a state in the eigenbasis of H.
package func internalEnergy(state: [[ComplexNode]], energies: [RealNode]) -> RealNode {
  precondition(state.count == energies.count && !state.isEmpty, "an energy for each level")
  return weightedSum(state.indices.map { state[$0][$0].re }, energies)
}

/// The energy of the passive state inside a program, Σ_n r_n ε_n with the eigenvalues r of the
/// state in descending and the energies in ascending order.
///
/// - Parameter energiesAscend: whether the energies are known to be in order at every point.
package func passiveEnergy(
  state: [[ComplexNode]], energies: [RealNode], energiesAscend: Bool
) -> RealNode {
  precondition(state.count == energies.count && !state.isEmpty, "an energy for each level")
  let levels = energiesAscend ? energies : sorted(energies)
  return weightedSum(eigenvalues(of: state).reversed(), levels)
}

/// The most work a unitary can extract, inside a program, for a state in the eigenbasis of H.
///
/// Zero comes out as zero only up to rounding of the energies.
///
/// - Parameter energiesAscend: whether the energies are known to be in order at every point.
package func ergotropy(
  state: [[ComplexNode]], energies: [RealNode], energiesAscend: Bool
) -> RealNode {
  internalEnergy(state: state, energies: energies)
    - passiveEnergy(state: state, energies: energies, energiesAscend: energiesAscend)
}

/// Σ p_n ε_n without the terms whose energy is the literal zero.
private func weightedSum(_ populations: [RealNode], _ energies: [RealNode]) -> RealNode {
  zip(populations, energies).reduce(energies[0].literal(0)) { sum, term in
    term.1.isZero ? sum : sum + term.0 * term.1
  }
}
