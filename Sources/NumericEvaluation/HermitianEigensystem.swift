/// The real eigenvalues of a Hermitian matrix and an orthonormal basis of eigenvectors, found by
/// `HermitianWorkspace`.
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
    var workspace = HermitianWorkspace(order: matrix.rows)
    try workspace.diagonalize(matrix, tolerance: tolerance, withVectors: true)
    self.init(workspace)
  }

  /// What a workspace found last, with vectors.
  package init(_ workspace: borrowing HermitianWorkspace) {
    let order = workspace.order
    values = Array(UnsafeBufferPointer(start: workspace.values, count: order))
    vectors = ComplexMatrix(
      rows: order, columns: order,
      entries: Array(UnsafeBufferPointer(start: workspace.vectors, count: order * order)))
  }
}

extension HermitianWorkspace {
  /// - Precondition: `matrix` has the order of the workspace.
  package mutating func diagonalize(
    _ matrix: ComplexMatrix, tolerance: Double = 1e-12, withVectors: Bool
  ) throws(NumericEvaluationError) {
    precondition(matrix.rows == order && matrix.columns == order, "order of a workspace")
    let entries = matrix.entries
    try entries.withUnsafeBufferPointer { buffer throws(NumericEvaluationError) in
      guard let start = buffer.baseAddress else { return }
      try diagonalize(start, tolerance: tolerance, withVectors: withVectors)
    }
  }
}
