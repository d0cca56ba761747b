import NumericEvaluation

/// A system with baths and jumps given by plain numbers, for comparison with the symbolic road.
///
/// It shares no code with that road. Units ħ = k_B = 1.
package struct NumericOpenSystem: Sendable {
  /// In the basis of the caller, as are all operators and states.
  package let hamiltonian: ComplexMatrix
  package let eigensystem: HermitianEigensystem
  /// Of the baths, in the order given.
  package let bathDissipators: [NumericDissipator]
  /// Of the jumps, in the order given.
  package let jumpDissipators: [NumericDissipator]

  /// The system with the generator −i[H, ρ] + Σ D[ρ].
  ///
  /// A bath contributes Σ_{a,b} r_a (L_a ρ L_b† − L_b† L_a ρ) + Hermitian conjugate within each of
  /// its groups: for a Hermitian coupling the one group {X(ω)} with the rates Γ(ω), ω > 0, and
  /// γ(|ω|), ω < 0; otherwise {X(ω)} with Γ(ω) and {X(ω)†} with γ(ω). This is the Bloch–Redfield
  /// equation under Born and Markov, without Lamb shift (Breuer and Petruccione, *The Theory of
  /// Open Quantum Systems*, §3.3).
  ///
  /// - Parameters:
  ///   - secular: Whether only pairs of equal frequency are kept.
  ///   - frequencyTolerance: Relative to the largest energy: frequencies closer than this are equal.
  /// - Precondition: all operators have the shape of the Hamiltonian.
  package init(
    hamiltonian: ComplexMatrix, baths: [NumericBath] = [], jumps: [NumericJump] = [],
    secular: Bool = false, frequencyTolerance: Double = 1e-12
  ) throws(NumericOpenSystemError) {
    let operators = [hamiltonian] + baths.map(\.coupling) + jumps.map(\.jumpOperator)
    precondition(
      operators.allSatisfy { $0.rows == hamiltonian.rows && $0.columns == hamiltonian.rows },
      "operators of different shapes")
    let eigensystem: HermitianEigensystem
    do {
      eigensystem = try HermitianEigensystem(of: hamiltonian)
    } catch {
      throw .numeric(error)
    }
    self.hamiltonian = hamiltonian
    self.eigensystem = eigensystem

    var bathDissipators: [NumericDissipator] = []
    for (index, bath) in baths.enumerated() {
      bathDissipators.append(
        try NumericDissipator(
          bath, index: index, eigensystem: eigensystem, secular: secular,
          tolerance: frequencyTolerance))
    }
    self.bathDissipators = bathDissipators
    var jumpDissipators: [NumericDissipator] = []
    for (index, jump) in jumps.enumerated() {
      jumpDissipators.append(try NumericDissipator(jump, index: index))
    }
    self.jumpDissipators = jumpDissipators
  }

  package var dimension: Int { hamiltonian.rows }

  /// The matrix of ρ ↦ −i[H, ρ] + Σ D[ρ] on ρ stacked column by column: entry ρ(r, c) stands at
  /// r + c · dimension.
  package func liouvillian() -> ComplexMatrix {
    let one = ComplexMatrix.identity(dimension)
    // Hρ is (1 ⊗ H) ρ and ρH is (Hᵀ ⊗ 1) ρ.
    let commutator = one.kronecker(hamiltonian) - hamiltonian.transpose.kronecker(one)
    return (bathDissipators + jumpDissipators).reduce(-Complex.i * commutator) {
      $0 + $1.superoperator(dimension: dimension)
    }
  }

  /// Energy that flows into the system from one bath per time, tr(H D[ρ]).
  ///
  /// At a chemical potential other than zero it contains the work done by exchanged particles.
  package func heatCurrent(fromBath bath: Int, in state: ComplexMatrix) -> Double {
    (hamiltonian * bathDissipators[bath].applied(to: state)).trace.re
  }
}
