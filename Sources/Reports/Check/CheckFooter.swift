import Derivations

/// What stands below the summary of a check: what the verdicts rest on and how to read them.
struct CheckFooter {
  let style: TextStyle

  /// More lines of conditions are cut.
  static let longest = 12

  func render(_ outcome: Outcome, wasCut: Bool) -> String {
    var text = ""
    var wasCut = wasCut
    if !outcome.assumptions.isEmpty {
      text += paragraph(
        "Rests on", outcome.assumptions.map(style.mathOrProse).joined(separator: "; "))
    }
    let conditions = Self.conditionsOfProvedLines(outcome, style: style)
    if !conditions.isEmpty {
      var lines = wrapped("Proved where", conditions.joined(separator: "; "))
      if lines.count > Self.longest {
        wasCut = true
        lines.removeSubrange(Self.longest...)
        lines[Self.longest - 1] = String(lines[Self.longest - 1].dropLast(2)) + " …"
      }
      text += lines.map { $0 + "\n" }.joined()
    }
    if outcome.lines.contains(where: { $0.verdict == .refuted }) {
      text += paragraph(
        "Reading",
        "“printed” is the line as transcribed in the file, “derived” what the file's"
          + " own model implies; “there” gives both sides exactly, at the values named.")
    }
    if let code = firstCode(outcome) {
      text += paragraph("Codes", "rederive explain \(code.rawValue) tells what a code means.")
    }
    if wasCut { text += paragraph("…", "marks a formula that was cut; --format json shows all.") }
    return text
  }

  private func firstCode(_ outcome: Outcome) -> Code? {
    let codes = outcome.lines.compactMap(\.code) + outcome.findings.map { Code($0.kind) }
    return codes.min { $0.severity < $1.severity }
  }

  /// Conditions in the order of their first use, each with the equations that need it.
  static func conditionsOfProvedLines(_ outcome: Outcome, style: TextStyle) -> [String] {
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

  private func paragraph(_ name: String, _ content: String) -> String {
    wrapped(name, content).map { $0 + "\n" }.joined()
  }

  private func wrapped(_ name: String, _ content: String) -> [String] {
    TextLayout.wrapped("\(name): \(content)", width: style.width)
  }
}
