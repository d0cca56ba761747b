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
    let vectors = eigensystem.vectors
    let elements = vectors.adjoint * `operator` * vectors
    var transitions = NumericTransitions()
    elements.entries.withUnsafeBufferPointer { entries in
      eigensystem.values.withUnsafeBufferPointer { energies in
        guard let elements = entries.baseAddress, let values = energies.baseAddress else { return }
        transitions.read(
          elements, energies: values, dimension: energies.count, tolerance: tolerance)
      }
    }
    return transitions.groups.map { group in
      var part = ComplexMatrix.zero(rows: elements.rows, columns: elements.columns)
      for transition in transitions.list[group.range] {
        part[transition.to, transition.from] = transition.value
      }
      return NumericFrequencyComponent(
        frequency: group.frequency, part: vectors * part * vectors.adjoint)
    }
  }
}
