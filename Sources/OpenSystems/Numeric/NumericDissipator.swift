import NumericEvaluation

/// The part of the generator that one bath or one jump contributes, in the basis of the caller.
///
/// D[ρ] = Σ_i (K_i ρ X_i† − X_i† K_i ρ) + Hermitian conjugate. A sum over all pairs of
/// r_a (L_a ρ L_b† − L_b† L_a ρ) has this form with K = Σ_a r_a L_a and X = Σ_b L_b.
package struct NumericDissipator: Sendable {
  /// The pairs (K_i, X_i).
  let terms: [(weighted: ComplexMatrix, partner: ComplexMatrix)]

  /// D[ρ].
  package func applied(to state: ComplexMatrix) -> ComplexMatrix {
    var sum = ComplexMatrix.zero(rows: state.rows, columns: state.columns)
    for (k, x) in terms {
      // The conjugate of the map, not of its value: ρ need not be Hermitian.
      sum += k * state * x.adjoint - x.adjoint * k * state
      sum += x * state * k.adjoint - state * k.adjoint * x
    }
    return sum
  }
}
