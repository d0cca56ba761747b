import NumericEvaluation

/// An open system at one point of parameter space, given by plain numbers; units ħ = k_B = 1.
///
/// Its generator is −i[H, ρ] + Σ D[ρ]. A bath contributes
/// Σ_{a,b} r_a (L_a ρ L_b† − L_b† L_a ρ) + Hermitian conjugate within each of its groups: for a
/// Hermitian coupling the one group {X(ω)} with the rates Γ(ω), ω > 0, and γ(|ω|), ω < 0; otherwise
/// {X(ω)} with Γ(ω) and {X(ω)†} with γ(ω). This is the Bloch–Redfield equation under Born and
/// Markov, without Lamb shift (Breuer and Petruccione, *The Theory of Open Quantum Systems*, §3.3).
package struct NumericModel: Sendable {
  package var hamiltonian: ComplexMatrix
  package var baths: [NumericBath]
  package var jumps: [NumericJump]
  /// Whether only pairs of equal frequency are kept.
  package var secular: Bool
  /// Relative to the largest energy: frequencies closer than this are equal.
  package var frequencyTolerance: Double
  /// N, the number of the particles that the baths exchange with the system; [N, H] = 0.
  package var number: ComplexMatrix?

  package init(
    hamiltonian: ComplexMatrix, baths: [NumericBath] = [], jumps: [NumericJump] = [],
    secular: Bool = false, frequencyTolerance: Double = 1e-12, number: ComplexMatrix? = nil
  ) {
    self.hamiltonian = hamiltonian
    self.baths = baths
    self.jumps = jumps
    self.secular = secular
    self.frequencyTolerance = frequencyTolerance
    self.number = number
  }

  package var dimension: Int { hamiltonian.rows }

  /// Whether all operators have one square shape of this dimension.
  func hasShape(_ dimension: Int) -> Bool {
    func fits(_ matrix: ComplexMatrix) -> Bool {
      matrix.rows == dimension && matrix.columns == dimension
    }
    return fits(hamiltonian) && baths.allSatisfy { fits($0.coupling) }
      && jumps.allSatisfy { fits($0.jumpOperator) } && (number.map(fits) ?? true)
  }
}
