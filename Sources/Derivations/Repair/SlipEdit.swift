import LaTeXMath

/// One slip undone: what a piece of the printed formula becomes, and how the source says so.
struct SlipEdit: Sendable {
  var slip: Slip
  /// Counted as so many edits: one, or two where a single glyph hardly does it.
  var cost: Int
  /// What stands in place of the piece.
  var result: Formula
  /// In the file.
  var changes: [TextEdit]
  /// How unlikely the slip is, to rank repairs with as many edits.
  var weight: Int

  init(
    slip: Slip, cost: Int, result: Formula, changes: [TextEdit], weight: Int? = nil
  ) {
    self.slip = slip
    self.cost = cost
    self.result = result
    self.changes = changes
    let one = weight ?? Self.weight(of: slip)
    // One glyph that counts as two slips is less likely than two.
    self.weight = cost == 1 ? one : one * cost + 4
  }

  private static func weight(of slip: Slip) -> Int {
    switch slip {
    case .lostSign, .operation, .sign, .conjugation: 1
    case .strayScript, .typeface: 2
    case .label, .function, .bracket: 3
    case .number: 4
    case .symbol: 5
    }
  }

  /// The same slip with another piece around what it changes.
  func inside(_ wrap: (Formula) -> Formula) -> SlipEdit {
    var copy = self
    copy.result = wrap(result)
    return copy
  }
}
