import NumericEvaluation

/// A density matrix at which the generator vanishes.
package struct NumericSteadyState: Sendable {
  /// Hermitian and of trace 1. Bloch–Redfield does not keep it positive.
  package let state: ComplexMatrix
  /// max |L ρ| over max |L|, L ρ computed anew from `state`.
  package let residual: Double
  /// What remained of the Liouvillian in the last step of elimination, relative to its largest
  /// entry: the state's error is of the order of 2^−52 over this.
  package let leastPivot: Double
}

extension NumericOpenSystem {
  /// The unique steady state, the null vector of the Liouvillian.
  ///
  /// - Throws: `steadyStateNotUnique` where the null space has several dimensions — to rounding: a
  ///   rate below 10⁻¹² of the largest entry is none; `steadyStateWithoutTrace`.
  package func steadyState() throws(NumericOpenSystemError) -> NumericSteadyState {
    let liouvillian = liouvillian()
    let null: LinearSolver.NullVector
    do {
      null = try LinearSolver.nullVector(of: liouvillian)
    } catch .nullSpace(let nullity) where nullity > 1 {
      throw .steadyStateNotUnique(dimension: nullity)
    } catch {
      throw .numeric(error)
    }
    // Columns stacked: row by row they give the transpose.
    let raw = ComplexMatrix(rows: dimension, columns: dimension, entries: null.vector).transpose
    let trace = raw.trace
    // The vector has length 1, and |tr ρ| ≥ the length of ρ for a state; 10⁻⁸ is rounding.
    guard trace.magnitude > 1e-8 else { throw .steadyStateWithoutTrace }
    let state = (Complex.one / trace * raw).hermitianPart

    let image = liouvillian * state.transpose.entries
    let scale = liouvillian.largestMagnitude
    let largest = image.reduce(0) { max($0, $1.magnitude) }
    return NumericSteadyState(
      state: state, residual: scale == 0 ? 0 : largest / scale, leastPivot: null.leastPivot)
  }
}
