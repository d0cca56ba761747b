import Derivations

/// The outcome of a check for people: every line with its verdict, then what asks for attention, one
/// block each, as compilers show errors.
///
/// The wording judges formulas, not authors: "printed" is a line as transcribed in the file,
/// "derived" is what the file's own model implies.
package enum CheckText {
  /// The whole report of one derivation; with `isQuiet` the summary alone. `source` is the file.
  package static func render(
    _ outcome: Outcome, file: String, source: [UInt8], style: TextStyle, isQuiet: Bool = false
  ) -> String {
    if isQuiet {
      return "\(TextLayout.oneLine(file)): \(conclusion(outcome, style))\n"
    }
    let blocks = CheckBlocks(
      file: file, source: SourceLines(source), style: style,
      options: outcome.usesModel ? [] : ["--without-model"])
    let grave = outcome.gravestFirst.filter {
      outcome.usesModel || outcome.lines[$0].verdict != .undecided
    }
    let blocksOfLines = grave.map { Part.line($0) }
    let blocksOfFindings = outcome.findings.indices.map { Part.finding($0) }
    let parts = [.list] + blocksOfLines + blocksOfFindings + [.claims]
    // Setting the formulas takes the longest: a part on each thread.
    let set = Crew().map(parts.count) { number in
      var own = blocks
      let text =
        switch parts[number] {
        case .list: list(of: outcome, style: style)
        case .line(let line): own.block(outcome.lines[line], outcome.effect(ofLine: line)) + "\n"
        case .finding(let finding): own.block(outcome.findings[finding]) + "\n"
        case .claims: ClaimsText(style: style).render(outcome)
        }
      return (text: text, wasCut: own.wasCut)
    }
    var text = heading(of: outcome, file: file, style: style)
    for part in set { text += part.text }
    text += conclusion(outcome, style) + "\n"
    if !outcome.claims.isEmpty { text += ClaimsText(style: style).summary(of: outcome) + "\n" }
    text += CheckFooter(style: style).render(outcome, wasCut: set.contains(where: \.wasCut))
    return text
  }

  /// What stands between the heading and the conclusion, in this order.
  private enum Part {
    case list
    case line(Int)
    case finding(Int)
    case claims
  }

  /// Every line in a row of its own.
  private static func list(of outcome: Outcome, style: TextStyle) -> String {
    if outcome.lines.isEmpty { return "" }
    let list = LineList(style: style, lines: outcome.lines)
    var text = ""
    for (line, subject) in zip(outcome.lines, list.subjects) {
      text += list.row(line, subject)
      if !outcome.usesModel, line.verdict == .undecided { text += list.notes(line) }
    }
    return text + "\n"
  }

  /// The summary; without a model first how many contradictions there are.
  private static func conclusion(_ outcome: Outcome, _ style: TextStyle) -> String {
    let counts = summary(of: outcome.summary, style: style)
    guard !outcome.usesModel else { return counts }
    let found = outcome.findings.count
    let said =
      found == 0
      ? style.paint("no contradiction", .green)
      : style.paint(TextLayout.count(found, "contradiction"), .red)
    return "\(said) among the lines, without the model; \(counts)"
  }

  /// `62 lines: 40 proved, 12 defined, 10 refuted`.
  package static func summary(of counts: [Verdict: Int], style: TextStyle) -> String {
    let total = counts.values.reduce(0, +)
    guard total > 0 else { return "Nothing was checked: no equations." }
    let parts = Verdict.allCases.compactMap { verdict -> String? in
      guard let count = counts[verdict], count > 0 else { return nil }
      return style.paint("\(count) \(verdict.rawValue)", verdict.ink)
    }
    return "\(TextLayout.count(total, "line")): " + parts.joined(separator: ", ")
  }

  private static func heading(of outcome: Outcome, file: String, style: TextStyle) -> String {
    let title = style.prose(outcome.title.isEmpty ? outcome.derivation : outcome.title)
    let lines = TextLayout.wrapped(title, width: style.width).map { style.paint($0, .bold) }
    return lines.joined(separator: "\n") + "\n" + TextLayout.oneLine(file) + "\n\n"
  }
}

/// The list of all lines, in columns.
private struct LineList {
  let style: TextStyle
  /// What the lines are about, as it is shown.
  let subjects: [String]
  let equationWidth: Int
  let subjectWidth: Int

  static let verdictWidth = Verdict.allCases.map(\.rawValue.count).max() ?? 0

  /// What was asked of a line, below its row.
  func notes(_ line: LineOutcome) -> String {
    let indent = String(repeating: " ", count: Self.verdictWidth + 4)
    return line.notes.flatMap {
      TextLayout.wrapped(style.prose($0), width: style.width - indent.count)
    }.map { indent + style.paint($0, .faint) + "\n" }.joined()
  }

  init(style: TextStyle, lines: [LineOutcome]) {
    self.style = style
    equationWidth = min(12, lines.map { $0.equation.count + 2 }.max() ?? 0)
    let lineWidth = (lines.map { String($0.location.line).count }.max() ?? 0) + 5
    let room = style.width - 2 - Self.verdictWidth - 2 - equationWidth - 2 - 2 - lineWidth
    subjects = lines.map { style.math($0.subject) }
    subjectWidth = min(max(8, room), subjects.map(\.count).max() ?? 0)
  }

  /// `refuted     (27)  ρ₄₄   line 211`, and the notes of a line that has no block of its own.
  func row(_ line: LineOutcome, _ subject: String) -> String {
    let word = TextLayout.padded(line.verdict.rawValue, to: Self.verdictWidth)
    let equation = TextLayout.padded("(\(TextLayout.oneLine(line.equation)))", to: equationWidth)
    let subject = TextLayout.cut(subject, to: subjectWidth)
    let row =
      "  \(style.paint(word, line.verdict.ink))  \(equation)  "
      + TextLayout.padded(subject, to: subjectWidth)
      + "  " + style.paint("line \(line.location.line)", .faint) + "\n"
    return line.verdict.gravity == nil ? row + line.notes.map(note).joined() : row
  }

  private func note(_ text: String) -> String {
    let indent = String(repeating: " ", count: Self.verdictWidth + 4)
    let lines = TextLayout.wrapped(style.prose(text), width: style.width - indent.count - 6)
    return lines.enumerated().map { number, line in
      indent + (number == 0 ? style.paint("note", .faint) + "  " : "      ") + line + "\n"
    }.joined()
  }
}
