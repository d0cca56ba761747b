import NumericEvaluation
import Testing

struct NumericEvaluationErrorTests {
  @Test(arguments: [
    (NumericEvaluationError.notFinite, "a number is not finite"),
    (
      .notHermitian(defect: 0.5),
      "the matrix is not Hermitian: it differs from its adjoint by 0.5 of its largest entry"
    ),
    (.noConvergence(sweeps: 64), "the eigenvalues did not settle within 64 sweeps"),
    (.singular(unknown: 1, order: 3), "the matrix is singular: no pivot for unknown 2 of 3"),
    (.nullSpace(dimension: 2), "the null space has dimension 2, not 1"),
  ])
  func wording(error: NumericEvaluationError, text: String) {
    #expect(error.description == text)
  }
}
