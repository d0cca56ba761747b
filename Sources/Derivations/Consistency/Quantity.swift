/// Something that is one and the same wherever it is printed.
enum Quantity: Hashable, Sendable {
  /// ⟨row|ρ|column⟩ with row ≤ column, from 0: energy eigenvectors, or product kets in the order of the
  /// space.
  case element(isEigen: Bool, row: Int, column: Int)
  /// Another scalar with a meaning, and the declaration of its argument if it is a function.
  case meaning(Meaning, argument: Int?)
  /// An abbreviation, by its declaration.
  case abbreviation(Int)

  var isOfEigenbasis: Bool {
    if case .element(true, _, _) = self { return true }
    return false
  }

  /// Its phase is that of the eigenvectors.
  var isEigenCoherence: Bool { isOfEigenbasis && !isDiagonal }

  var isDiagonal: Bool {
    if case .element(_, let row, let column) = self { return row == column }
    return false
  }
}
