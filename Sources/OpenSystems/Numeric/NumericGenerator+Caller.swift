import NumericEvaluation

/// The crossing between the energy eigenbasis and the basis of the caller.
extension NumericGenerator {
  /// Writes the number operator in the eigenbasis to `turned`.
  ///
  /// - Throws: `numberNotHermitian`, `numberNotConserved`.
  func turnNumber(_ number: ComplexMatrix) throws(NumericOpenSystemError) {
    guard number.isHermitian(tolerance: 1e-12) else { throw .numberNotHermitian }
    turn(number)
    let (n, energies) = (dimension, levels.values)
    // [N, H] has the elements N(a, b) (E_b − E_a).
    var (largest, defect) = (0.0, 0.0)
    for a in 0..<n {
      for b in 0..<n {
        let size = max(abs(turned[a * n + b].re), abs(turned[a * n + b].im))
        largest = max(largest, size)
        defect = max(defect, size * abs(energies[a] - energies[b]))
      }
    }
    let scale = max(abs(energies[0]), abs(energies[n - 1])) * largest
    guard defect <= 1e-10 * scale else { throw .numberNotConserved(defect: defect / scale) }
  }

  /// The dissipators of baths and jumps, in the basis of the caller.
  func dissipators() -> [NumericDissipator] {
    let vectors = HermitianEigensystem(levels).vectors
    return sources.map { source in
      NumericDissipator(
        terms: source.map { index in
          var weighted = ComplexMatrix.zero(rows: dimension, columns: dimension)
          var partner = weighted
          for element in elements[terms[index]] {
            weighted[element.row, element.column] = element.value.scaled(by: element.rate)
            partner[element.row, element.column] = element.value
          }
          return (
            vectors * weighted * vectors.adjoint, vectors * partner * vectors.adjoint
          )
        })
    }
  }
}
