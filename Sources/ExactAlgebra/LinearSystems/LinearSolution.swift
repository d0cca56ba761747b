/// What is known of the solutions of a linear system.
public enum LinearSolution: Hashable, Sendable {
  /// Exactly one, in lowest terms.
  case unique([Fraction])
  /// More than one; the rank of the matrix is below the number of unknowns.
  case underdetermined(rank: Int)
  /// None: the right-hand side raises the rank.
  case inconsistent
}
