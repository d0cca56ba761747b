/// A reason why a floating-point computation has no answer.
package enum NumericEvaluationError: Error, Hashable, Sendable {
  /// An entry is NaN or infinite, or a result leaves the range of `Double`.
  case notFinite
  /// The largest |a − a†|, relative to the largest entry.
  case notHermitian(defect: Double)
  /// The rotations did not settle within this many sweeps.
  case noConvergence(sweeps: Int)
  /// A linear system without a pivot for this unknown, counted from zero.
  case singular(unknown: Int, order: Int)
  /// A null vector was asked of a matrix whose null space has another dimension than one.
  case nullSpace(dimension: Int)
}

extension NumericEvaluationError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notFinite:
      "a number is not finite"
    case .notHermitian(let defect):
      "the matrix is not Hermitian: it differs from its adjoint by \(defect) of its largest entry"
    case .noConvergence(let sweeps):
      "the eigenvalues did not settle within \(sweeps) sweeps"
    case .singular(let unknown, let order):
      "the matrix is singular: no pivot for unknown \(unknown + 1) of \(order)"
    case .nullSpace(let dimension):
      "the null space has dimension \(dimension), not 1"
    }
  }
}
