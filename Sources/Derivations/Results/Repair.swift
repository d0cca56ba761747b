/// A small change of a printed line that makes it true.
public struct Repair: Codable, Hashable, Sendable {
  /// How many slips it undoes.
  public var edits: Int
  /// What each of them was, in printed order.
  public var slips: [Slip]
  /// The whole right-hand side as it should read, LaTeX.
  public var latex: String
  /// The only repair with so few edits: all others are the same formula in another spelling.
  public var unique: Bool
  /// What the exact check said of the repaired LaTeX, read back from the source.
  public var verdict: Verdict
  /// Conventions other than the declared ones under which it was checked, in words; mostly none.
  public var under: [String]
  /// From the first to the last byte that changes; empty where something is only put in.
  public var range: Location
  /// The change as edits of the source, in its order.
  public var changes: [Change]

  package init(
    edits: Int, slips: [Slip], latex: String, unique: Bool, verdict: Verdict, under: [String] = [],
    range: Location, changes: [Change]
  ) {
    self.edits = edits
    self.slips = slips
    self.latex = latex
    self.unique = unique
    self.verdict = verdict
    self.under = under
    self.range = range
    self.changes = changes
  }

  /// A stretch of the source and what should stand there instead.
  public struct Change: Codable, Hashable, Sendable {
    /// The stretch of the source that changes.
    public var location: Location
    /// As printed; empty where something is put in.
    public var printed: String
    /// What should stand there; empty where something is taken out.
    public var replacement: String

    package init(location: Location, printed: String, replacement: String) {
      self.location = location
      self.printed = printed
      self.replacement = replacement
    }
  }
}

/// How authors, printers and transcribers slip.
public enum Slip: String, Codable, CaseIterable, Hashable, Sendable {
  /// A + where a − belongs, or the other way round.
  case sign
  /// A lost or superfluous minus in front of a term.
  case lostSign = "lost-sign"
  /// An index, or a + or − in a script.
  case label
  /// A sign that belongs into a script, or out of one: `X + Y` for `X_+ Y`.
  case strayScript = "stray-script"
  /// A lost or superfluous + or − between factors.
  case operation = "operator"
  /// A number that is one off, twice or half as large, or a lost factor 2.
  case number
  /// i for −i, a lost or superfluous dagger or star.
  case conjugation
  /// Roman for calligraphic, or a lost accent.
  case typeface
  /// A lost, superfluous or misplaced bracket.
  case bracket
  /// One function for another: sin for cos.
  case function
  /// A symbol for another of its family.
  case symbol

  /// Whether one glyph lost or confused in copying makes it, rather than a slip of thought.
  public var isOfGlyphs: Bool {
    switch self {
    case .lostSign, .strayScript, .operation, .typeface, .bracket: true
    case .sign, .label, .number, .conjugation, .function, .symbol: false
    }
  }
}

/// Where a wrong line probably went wrong: a weighing of the evidence, never a verdict.
public enum Origin: String, Codable, CaseIterable, Hashable, Sendable {
  /// Glyphs were lost or confused: look at the original before anything else.
  case transcription = "suspect transcription"
  /// A label, number or function was changed: not what copying does.
  case formula = "suspect formula"
  /// Another convention than the declared one makes the line true.
  case convention = "suspect convention"
}
