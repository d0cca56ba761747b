import ExactAlgebra
import SymbolicAlgebra

/// A point of the domain, and the two values there: exact.
public struct ExactWitness: Sendable {
  /// Which entry differs.
  public var entry: Int
  /// Generators with their values, in the order of declaration.
  public var at: [(generator: Int, value: Fraction)]
  /// The value of the printed entry there.
  public var printed: Scalar
  /// The value of the derived entry there.
  public var derived: Scalar
  /// What the two values are written in, if it is more than the comparison's own field: e, or functions of
  /// a rational angle.
  public var field: Field?
}
