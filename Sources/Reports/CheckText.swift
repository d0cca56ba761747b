import Derivations

/// The outcome of a check for people: every line with its verdict, details where it matters.
///
/// The wording judges formulas, not authors: "printed" is a line as transcribed in the file,
/// "derived" is what the file's own model implies.
package enum CheckText {
  /// The whole report of one derivation; with `isQuiet` the summary alone.
  package static func render(
    _ outcome: Outcome, file: String, style: TextStyle, isQuiet: Bool = false
  ) -> String {
    if isQuiet {
      return "\(TextLayout.oneLine(file)): \(summary(of: outcome.summary, style: style))\n"
    }
    var text = heading(of: outcome, file: file, style: style)
    var page = Page(style: style, lines: outcome.lines)
    for line in outcome.lines { text += page.row(line) + page.block(line) }
    if !outcome.lines.isEmpty { text += "\n" }
    text += summary(of: outcome.summary, style: style) + "\n"
    text += page.footer(outcome)
    return text
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

/// The columns of one report.
private struct Page {
  let style: TextStyle
  let equationWidth: Int
  let subjectWidth: Int
  /// Formulas with more lines are cut.
  let longest = 6
  var wasCut = false

  static let verdictWidth = Verdict.allCases.map(\.rawValue.count).max() ?? 0

  init(style: TextStyle, lines: [LineOutcome]) {
    self.style = style
    equationWidth = min(12, lines.map { $0.equation.count + 2 }.max() ?? 0)
    let lineWidth = (lines.map { String($0.location.line).count }.max() ?? 0) + 5
    let room = style.width - 2 - Self.verdictWidth - 2 - equationWidth - 2 - 2 - lineWidth
    subjectWidth = min(max(8, room), lines.map { style.math($0.subject).count }.max() ?? 0)
  }

  /// `refuted     (27)  ρ₄₄   line 211`
  func row(_ line: LineOutcome) -> String {
    let word = TextLayout.padded(line.verdict.rawValue, to: Self.verdictWidth)
    let equation = TextLayout.padded("(\(TextLayout.oneLine(line.equation)))", to: equationWidth)
    let subject = TextLayout.cut(style.math(line.subject), to: subjectWidth)
    return "  \(style.paint(word, line.verdict.ink))  \(equation)  "
      + TextLayout.padded(subject, to: subjectWidth)
      + "  " + style.paint("line \(line.location.line)", .faint) + "\n"
  }

  /// What there is to say below a row; empty for a line that simply follows.
  mutating func block(_ line: LineOutcome) -> String {
    var text = ""
    if line.verdict.asksForDetails {
      text += field("printed", style.math(line.printed))
      if let derived = line.derived { text += field("derived", style.math(derived)) }
      if let witness = line.witness {
        text += field("at", assignments(witness))
        text += field(
          "there", "printed = \(value(witness.printed)), derived = \(value(witness.derived))")
      }
      if !line.given.isEmpty {
        text += field("given", line.given.map(style.mathOrProse).joined(separator: ", "))
      }
      if !line.conditions.isEmpty {
        text += field("where", line.conditions.map(style.mathOrProse).joined(separator: "; "))
      }
    }
    for note in line.notes { text += field("note", style.prose(note)) }
    return text
  }

  /// What the verdicts rest on.
  mutating func footer(_ outcome: Outcome) -> String {
    var text = ""
    if !outcome.assumptions.isEmpty {
      text += paragraph(
        "Rests on", outcome.assumptions.map(style.mathOrProse).joined(separator: "; "), limit: .max)
    }
    let conditions = conditionsOfProvedLines(outcome)
    if !conditions.isEmpty {
      text += paragraph("Proved where", conditions.joined(separator: "; "), limit: 12)
    }
    if outcome.lines.contains(where: { $0.verdict == .refuted }) {
      text += paragraph(
        "Reading",
        "“printed” is the line as transcribed in the file, “derived” what the file's"
          + " own model implies; “there” gives both sides exactly, at the values named.",
        limit: .max)
    }
    if wasCut {
      text += paragraph("…", "marks a formula that was cut; --format json shows all.", limit: .max)
    }
    return text
  }

  private func assignments(_ witness: Witness) -> String {
    guard !witness.at.isEmpty else { return "all values" }
    return witness.at.map { "\(style.math($0.symbol)) = \(value($0.value))" }
      .joined(separator: ", ")
  }

  private func value(_ text: String) -> String {
    style.math(text)
  }

  /// Conditions in the order of their first use, each with the equations that need it.
  private func conditionsOfProvedLines(_ outcome: Outcome) -> [String] {
    var order: [String] = []
    var users: [String: [String]] = [:]
    for line in outcome.lines where line.verdict == .proved {
      for condition in line.conditions {
        if users[condition] == nil { order.append(condition) }
        if users[condition]?.last != line.equation {
          users[condition, default: []].append(line.equation)
        }
      }
    }
    return order.map { condition in
      let equations = (users[condition] ?? []).map(TextLayout.oneLine).joined(separator: ", ")
      return "\(style.mathOrProse(condition)) (\(equations))"
    }
  }

  private mutating func field(_ name: String, _ content: String) -> String {
    let indent = String(repeating: " ", count: Self.verdictWidth + 4)
    let label = style.paint(TextLayout.padded(name, to: 9), .faint)
    let lines = limited(
      TextLayout.wrapped(content, width: style.width - Self.verdictWidth - 13), to: longest)
    guard let first = lines.first else { return indent + style.paint(name, .faint) + "\n" }
    let rest = lines.dropFirst().map { indent + String(repeating: " ", count: 9) + $0 + "\n" }
    return indent + label + first + "\n" + rest.joined()
  }

  private mutating func paragraph(_ name: String, _ content: String, limit: Int) -> String {
    let lines = limited(TextLayout.wrapped("\(name): \(content)", width: style.width), to: limit)
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func limited(_ lines: [String], to limit: Int) -> [String] {
    guard lines.count > limit else { return lines }
    wasCut = true
    var kept = Array(lines.prefix(limit))
    kept[limit - 1] = String(kept[limit - 1].dropLast(2)) + " …"
    return kept
  }
}

extension Verdict {
  /// Whether the report shows both sides of a line with this verdict.
  var asksForDetails: Bool {
    switch self {
    case .proved, .defined: false
    case .convention, .refuted, .undefined, .undecided, .unreadable: true
    }
  }

  var ink: TextStyle.Ink {
    switch self {
    case .proved: .green
    case .defined: .cyan
    case .refuted, .undefined: .red
    case .convention, .undecided, .unreadable: .yellow
    }
  }
}
