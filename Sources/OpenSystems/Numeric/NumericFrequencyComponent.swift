import NumericEvaluation

/// The part X(ω) of an operator that rotates at one frequency, [H, X(ω)] = −ω X(ω).
package struct NumericFrequencyComponent: Sendable {
  /// ω: positive where the part lowers the energy.
  package let frequency: Double
  /// X(ω), in the basis in which the operator was given.
  package let part: ComplexMatrix

  /// The parts of `operator`, in ascending order of frequency.
  ///
  /// Frequencies closer than `tolerance` times the largest energy are one frequency, their mean.
  /// Matrix elements below 10⁻¹² of the largest one count as zero.
  package static func components(
    of operator: ComplexMatrix, in eigensystem: HermitianEigensystem, tolerance: Double
  ) -> [NumericFrequencyComponent] {
    let (energies, vectors) = (eigensystem.values, eigensystem.vectors)
    let elements = vectors.adjoint * `operator` * vectors
    let negligible = 1e-12 * elements.largestMagnitude
    var transitions: [(frequency: Double, to: Int, from: Int)] = []
    for to in energies.indices {
      for from in energies.indices where elements[to, from].magnitude > negligible {
        // [H, |j⟩⟨k|] = (E_j − E_k) |j⟩⟨k|.
        transitions.append((energies[from] - energies[to], to, from))
      }
    }
    transitions.sort { ($0.frequency, $0.to, $0.from) < ($1.frequency, $1.to, $1.from) }

    let width = tolerance * energies.reduce(0) { max($0, abs($1)) }
    var groups: [[(frequency: Double, to: Int, from: Int)]] = []
    for transition in transitions {
      if let last = groups.last?.last, transition.frequency - last.frequency <= width {
        groups[groups.count - 1].append(transition)
      } else {
        groups.append([transition])
      }
    }
    return groups.map { group in
      var part = ComplexMatrix.zero(rows: elements.rows, columns: elements.columns)
      for (_, to, from) in group { part[to, from] = elements[to, from] }
      // Exactly zero where the group reaches across it, as for equal energies.
      let reachesZero = group.contains { abs($0.frequency) <= width }
      let mean = group.reduce(0) { $0 + $1.frequency } / Double(group.count)
      return NumericFrequencyComponent(
        frequency: reachesZero ? 0 : mean, part: vectors * part * vectors.adjoint)
    }
  }
}
