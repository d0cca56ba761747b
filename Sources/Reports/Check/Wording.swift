import Derivations

/// What reports say of lines, slips, repairs and origins, in words.
///
/// The wording judges formulas, not people: a line is spoken of as printed or as transcribed.
enum Wording {
  /// `(27) ρ₄₄ does not follow: a sign between two factors is missing`
  static func title(of line: LineOutcome, style: TextStyle) -> String {
    let name = name(of: line, style: style)
    switch line.verdict {
    case .proved: return "\(name) follows"
    case .defined: return "\(name) is a definition"
    case .refuted:
      let slips = line.repairs.first.map(slips) ?? ""
      return "\(name) does not follow" + (slips.isEmpty ? "" : ": \(slips)")
    case .undefined: return "\(name): a side has no value"
    case .convention: return "\(name) holds under another convention than the declared one"
    case .undecided: return "\(name) is neither proved nor refuted"
    case .unreadable: return "\(name) is not understood"
    }
  }

  /// `(27) ρ₄₄`
  static func name(of line: LineOutcome, style: TextStyle) -> String {
    let subject = style.math(line.subject)
    return "(\(TextLayout.oneLine(line.equation)))" + (subject.isEmpty ? "" : " \(subject)")
  }

  /// `a sign differs and a number differs`
  static func slips(of repair: Repair) -> String {
    // Which change undoes which slip is known where there is one of each.
    let changes =
      repair.slips.count == repair.changes.count
      ? repair.changes.map(Optional.some) : repair.slips.map { _ in nil }
    return joined(zip(repair.slips, changes).map(slip))
  }

  private static func slip(_ slip: Slip, _ change: Repair.Change?) -> String {
    let state =
      switch (change?.printed.isEmpty, change?.replacement.isEmpty) {
      case (true?, _): "is missing"
      case (_, true?): "is superfluous"
      default: "differs"
      }
    switch slip {
    case .sign: return "a sign differs"
    case .lostSign: return "a minus sign in front of a term \(state)"
    case .label: return "a label \(state)"
    case .strayScript: return "a sign stands outside its script, or inside one"
    case .operation: return "a sign between two factors \(state)"
    case .number: return "a number \(state)"
    case .conjugation: return "a conjugation or a sign of i \(state)"
    case .typeface: return "a letter is of another typeface, or an accent is lost"
    case .bracket: return "a bracket \(change == nil ? "is lost or misplaced" : state)"
    case .function: return "a function differs"
    case .symbol: return "a symbol differs"
    }
  }

  /// `put in '-'`, `write 'L_+' for 'L +'`.
  static func edits(of repair: Repair) -> String {
    joined(repair.changes.map(edit))
  }

  /// `a symbol differs, twice, and a sign differs`: each once, in order.
  private static func joined(_ phrases: [String]) -> String {
    var order: [String] = []
    for phrase in phrases where !order.contains(phrase) { order.append(phrase) }
    return order.map { phrase in
      switch phrases.count(where: { $0 == phrase }) {
      case 1: phrase
      case 2: "\(phrase), twice"
      case let count: "\(phrase), \(count) times"
      }
    }.joined(separator: ", and ")
  }

  static func edit(_ change: Repair.Change) -> String {
    let printed = TextLayout.oneLine(change.printed)
    let replacement = TextLayout.oneLine(change.replacement)
    if printed.isEmpty { return "put in '\(replacement)'" }
    if replacement.isEmpty { return "leave out '\(printed)'" }
    return "write '\(replacement)' for '\(printed)'"
  }

  /// `put in '-': L₊L₋ − 𝓡 (proved; the only repair with one edit)`
  static func help(_ repair: Repair, among repairs: [Repair], style: TextStyle) -> String {
    let edits = edits(of: repair)
    return (edits.isEmpty ? "" : "\(edits): ") + style.math(repair.latex)
      + " (\(standing(of: repair, among: repairs, style: style)))"
  }

  /// `proved; the only repair with one edit`
  static func standing(
    of repair: Repair, among repairs: [Repair], style: TextStyle
  ) -> String {
    var parts = [repair.verdict.rawValue]
    parts += repair.under.map { "under \(style.mathOrProse($0))" }
    let others = repairs.count { $0.edits == repair.edits }
    if repair.unique {
      parts.append("the only repair with \(number(of: repair.edits, "edit"))")
    } else if others > 1 {
      parts.append("one of \(others) repairs with \(number(of: repair.edits, "edit"))")
    } else {
      parts.append("not the only repair with \(number(of: repair.edits, "edit"))")
    }
    return parts.joined(separator: "; ")
  }

  /// What an origin means for the reader.
  static func origin(_ origin: Origin) -> String {
    switch origin {
    case .transcription:
      "\(origin.rawValue): a glyph lost or confused in copying would do it; compare the line as"
        + " transcribed with the original first"
    case .formula:
      "\(origin.rawValue): copying seldom changes a label, a number or a function; the original may"
        + " read as transcribed"
    case .convention:
      "\(origin.rawValue): another convention than the declared one makes it true as transcribed"
    }
  }

  /// `a = 3/4, b = 1/4`, or `all values`.
  static func point(_ at: [Witness.Assignment], style: TextStyle) -> String {
    guard !at.isEmpty else { return "all values" }
    return at.map { style.equation($0.symbol, $0.value) }.joined(separator: ", ")
  }

  /// `one edit`, `two edits`, `3 edits`.
  private static func number(of count: Int, _ noun: String) -> String {
    switch count {
    case 1: "one \(noun)"
    case 2: "two \(noun)s"
    default: TextLayout.count(count, noun)
    }
  }
}

extension Finding.Kind {
  /// What such a finding is called.
  var title: String {
    switch self {
    case .permutation: "labels permuted"
    case .basis: "basis in another order"
    case .convention: "another convention"
    case .inconsistency: "lines that cannot all be right together"
    }
  }
}
