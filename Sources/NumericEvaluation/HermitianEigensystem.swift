import Foundation

/// The real eigenvalues of a Hermitian matrix and an orthonormal basis of eigenvectors.
///
/// Cyclic Jacobi rotations (Golub and Van Loan, *Matrix Computations*, §8.5): each is unitary to
/// rounding, so the result is exact for a matrix that differs from the given one by a few units in
/// the last place of its largest entry. Cost: about ten sweeps of order³ steps.
package struct HermitianEigensystem: Sendable {
  /// In ascending order.
  package let values: [Double]
  /// Column k is the eigenvector of `values[k]`, in a basis of its eigenspace that is not specified.
  package let vectors: ComplexMatrix

  /// - Precondition: `matrix` is square.
  /// - Throws: `notFinite`; `notHermitian` where the matrix and its adjoint differ by more than
  ///   `tolerance` times the largest entry; `noConvergence`, which no finite matrix is known to meet.
  package init(
    of matrix: ComplexMatrix, tolerance: Double = 1e-12
  ) throws(NumericEvaluationError) {
    precondition(matrix.isSquare, "eigenvalues of a square matrix")
    guard matrix.isFinite else { throw .notFinite }
    // The largest part goes to [1, 2), so that no square overflows.
    let exponent = matrix.exponent
    let scaled = matrix.shifted(by: -exponent)
    let defect = scaled.hermitianDefect
    guard defect <= tolerance else { throw .notHermitian(defect: defect) }

    var rotations = JacobiRotations(scaled.hermitianPart)
    try rotations.diagonalize()
    let found = (0..<matrix.rows).map { scalbn(rotations.matrix[$0, $0].re, exponent) }
    guard found.allSatisfy(\.isFinite) else { throw .notFinite }
    // Equal eigenvalues keep the order of their columns: sorting pairs, not values alone.
    let order = found.indices.sorted { (found[$0], $0) < (found[$1], $1) }
    values = order.map { found[$0] }
    var vectors = ComplexMatrix.zero(rows: matrix.rows, columns: matrix.rows)
    for (column, source) in order.enumerated() {
      for row in 0..<matrix.rows { vectors[row, column] = rotations.vectors[row, source] }
    }
    self.vectors = vectors
  }
}

/// A Hermitian matrix on its way to diagonal form, `vectors`† · original · `vectors`.
private struct JacobiRotations {
  static let sweepLimit = 64

  var matrix: ComplexMatrix
  var vectors: ComplexMatrix

  init(_ matrix: ComplexMatrix) {
    self.matrix = matrix
    vectors = .identity(matrix.rows)
  }

  mutating func diagonalize() throws(NumericEvaluationError) {
    let negligible = matrix.largestMagnitude * .ulpOfOne / 16
    for _ in 0..<Self.sweepLimit {
      var rotated = false
      for p in 0..<matrix.rows {
        for q in (p + 1)..<matrix.rows where matrix[p, q].magnitude > negligible {
          rotate(p, q)
          rotated = true
        }
      }
      if !rotated { return }
    }
    throw .noConvergence(sweeps: Self.sweepLimit)
  }

  /// The rotation of the columns p and q that makes entry (p, q) vanish.
  ///
  /// With a(p, q) = r e^{iφ}, column q times e^{−iφ} makes the 2 × 2 block real; then
  /// tan 2α = 2r / (a(q, q) − a(p, p)), and the smaller of the two angles converges.
  private mutating func rotate(_ p: Int, _ q: Int) {
    let r = matrix[p, q].magnitude
    let phase = matrix[p, q].conjugate.scaled(by: 1 / r)
    let cotangent = (matrix[q, q].re - matrix[p, p].re) / (2 * r)
    let tangent = (cotangent < 0 ? -1 : 1) / (abs(cotangent) + hypot(cotangent, 1))
    let cosine = 1 / hypot(tangent, 1)
    let sine = tangent * cosine

    func rotated(_ a: Complex, _ b: Complex) -> (Complex, Complex) {
      let b = b * phase
      return (
        a.scaled(by: cosine) - b.scaled(by: sine), a.scaled(by: sine) + b.scaled(by: cosine)
      )
    }
    for k in 0..<matrix.rows {
      (vectors[k, p], vectors[k, q]) = rotated(vectors[k, p], vectors[k, q])
      guard k != p, k != q else { continue }
      (matrix[k, p], matrix[k, q]) = rotated(matrix[k, p], matrix[k, q])
      matrix[p, k] = matrix[k, p].conjugate
      matrix[q, k] = matrix[k, q].conjugate
    }
    matrix[p, p] = Complex(matrix[p, p].re - tangent * r)
    matrix[q, q] = Complex(matrix[q, q].re + tangent * r)
    matrix[p, q] = .zero
    matrix[q, p] = .zero
  }
}
