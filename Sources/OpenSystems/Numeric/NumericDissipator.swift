import NumericEvaluation

/// The part of the generator that one bath or one jump contributes.
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

  /// The matrix of D on ρ stacked column by column, where A ρ B is (Bᵀ ⊗ A) ρ.
  func superoperator(dimension: Int) -> ComplexMatrix {
    let one = ComplexMatrix.identity(dimension)
    var sum = ComplexMatrix.zero(rows: dimension * dimension, columns: dimension * dimension)
    for (k, x) in terms {
      sum += x.conjugate.kronecker(k) - one.kronecker(x.adjoint * k)
      sum += k.conjugate.kronecker(x) - (k.adjoint * x).transpose.kronecker(one)
    }
    return sum
  }
}

extension NumericDissipator {
  /// κ (L ρ L† − ½ {L†L, ρ}) is K = (κ/2) L with X = L.
  init(_ jump: NumericJump, index: Int) throws(NumericOpenSystemError) {
    guard jump.rate >= 0, jump.rate.isFinite else { throw .jumpRate(jump.rate, jump: index) }
    guard jump.jumpOperator.isFinite else { throw .operatorNotFinite }
    terms = [(jump.jumpOperator.scaled(by: jump.rate / 2), jump.jumpOperator)]
  }

  /// Born and Markov, without Lamb shift: Bloch–Redfield, or its secular part.
  init(
    _ bath: NumericBath, index: Int, eigensystem: HermitianEigensystem, secular: Bool,
    tolerance: Double
  ) throws(NumericOpenSystemError) {
    guard bath.coupling.isFinite else { throw .operatorNotFinite }
    let components = NumericFrequencyComponent.components(
      of: bath.coupling, in: eigensystem, tolerance: tolerance)
    var groups: [[(rate: Double, part: ComplexMatrix)]]
    if bath.coupling.isHermitian(tolerance: 1e-12) {
      groups = [[]]
      for component in components {
        guard component.frequency != 0 else { throw .zeroFrequency(bath: index) }
        let rates = try bath.rates(at: abs(component.frequency), bath: index)
        let rate = component.frequency > 0 ? rates.emission : rates.absorption
        groups[0].append((rate, component.part))
      }
    } else {
      groups = [[], []]
      for component in components {
        guard component.frequency > 0 else {
          throw .nonpositiveFrequency(component.frequency, bath: index)
        }
        let rates = try bath.rates(at: component.frequency, bath: index)
        groups[0].append((rates.emission, component.part))
        groups[1].append((rates.absorption, component.part.adjoint))
      }
    }
    // Within a group each frequency occurs once, so the secular pairs are those of equal index.
    terms = groups.flatMap { group in
      let weighted = group.map { $0.part.scaled(by: $0.rate) }
      let parts = group.map(\.part)
      guard !secular else { return Array(zip(weighted, parts)) }
      guard let first = parts.first, let firstWeighted = weighted.first else { return [] }
      return [
        (weighted.dropFirst().reduce(firstWeighted, +), parts.dropFirst().reduce(first, +))
      ]
    }
  }
}
