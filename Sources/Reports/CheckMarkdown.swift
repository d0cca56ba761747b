import Derivations

/// The outcome of a check as a document to keep: verdicts, witnesses, exact numbers.
///
/// Line numbers stay in the JSON: moving a paragraph of prose changes no verdict.
package enum CheckMarkdown {
  package static func render(_ outcome: Outcome) -> String {
    let name = TextLayout.oneLine(outcome.derivation)
    var text = "# \(TextLayout.oneLine(outcome.title))\n\n"
    text += "What `rederive check derivations/\(name).md` says: every printed line, as transcribed,"
    text += " against what the file's model implies.\nWritten by `rederive golden accept \(name)`,"
    text += " never by hand.\n\n"
    text += "| Verdict | Lines |\n|---|---|\n"
    for verdict in Verdict.allCases {
      text += "| \(verdict.rawValue) | \(outcome.summary[verdict] ?? 0) |\n"
    }
    if !outcome.assumptions.isEmpty {
      text += "\nIt rests on:\n\n"
      for assumption in outcome.assumptions { text += "- \(mathOrProse(assumption))\n" }
    }
    text += "\n## Lines\n\n"
    for line in outcome.lines { text += item(line) }
    return text
  }

  private static func item(_ line: LineOutcome) -> String {
    var text = "- (\(TextLayout.oneLine(line.equation))) \(code(line.subject))"
    text += ": **\(line.verdict.rawValue)**"
    if !line.given.isEmpty {
      text += ", given " + line.given.map(mathOrProse).joined(separator: ", ")
    }
    text += "\n"
    if line.verdict != .defined { text += "  - printed: \(code(line.printed))\n" }
    if let derived = line.derived, line.verdict != .proved {
      text += "  - derived: \(code(derived))\n"
    }
    if let witness = line.witness {
      let point = witness.at.map { "\(code($0.symbol)) = \(TextLayout.oneLine($0.value))" }
      text += "  - at: \(point.isEmpty ? "all values" : point.joined(separator: ", "))\n"
      text += "  - there: printed = \(TextLayout.oneLine(witness.printed))"
      text += ", derived = \(TextLayout.oneLine(witness.derived))\n"
    }
    for condition in line.conditions { text += "  - where: \(mathOrProse(condition))\n" }
    for note in line.notes { text += "  - note: \(TextLayout.oneLine(note))\n" }
    return text
  }

  /// LaTeX as a code span; longer fences where it holds backticks itself.
  private static func code(_ latex: String) -> String {
    let text = TextLayout.oneLine(latex)
    guard text.contains("`") else { return "`\(text)`" }
    return "``` \(text) ```"
  }

  private static func mathOrProse(_ text: String) -> String {
    text.contains { "\\_^{}=<>".contains($0) } && !text.contains("$")
      ? code(text) : TextLayout.oneLine(text)
  }
}
