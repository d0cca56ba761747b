/// What a printed line says of one quantity: a whole right side, or an entry of a printed matrix.
struct Reading: Sendable {
  /// Which of the file's lines.
  var line: Int
  var quantity: Quantity
  /// The quantity as printed, LaTeX.
  var name: String
  /// Row and column, from 0, if the right side is a matrix.
  var entry: Entry?
  /// The line prints the complex conjugate of the quantity: ρ₃₂ for ρ₂₃.
  var isConjugate = false

  struct Entry: Hashable, Sendable {
    var row: Int
    var column: Int
  }
}
