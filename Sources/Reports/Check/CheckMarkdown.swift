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
    if !outcome.findings.isEmpty { text += "\n## Findings\n\n" }
    for finding in outcome.findings { text += item(finding) }
    if !outcome.consequences.isEmpty { text += "\n## Consequences\n\n" }
    for consequence in outcome.consequences { text += item(consequence, outcome) }
    if !outcome.claims.isEmpty { text += "\n## Claims\n\n" }
    for claim in outcome.claims { text += item(claim) }
    for conflict in outcome.conflicts {
      text += "- Fig. \(conflict.figure): **conflict** \(TextLayout.oneLine(conflict.statement))\n"
    }
    return text
  }

  private static func item(_ consequence: Consequence, _ outcome: Outcome) -> String {
    let names = consequence.lines.map { number in
      "(\(TextLayout.oneLine(outcome.lines[number].equation))) \(code(outcome.lines[number].subject))"
    }
    var text = "- \(names.joined(separator: ", ")): **\(consequence.severity.rawValue)**\n"
    for turn in consequence.turns {
      let claim = outcome.claims[turn.claim]
      text += "  - claim: Fig. \(claim.figure), \(TextLayout.oneLine(claim.statement))"
      text += " (\(TextLayout.oneLine(claim.section))): \(turn.right.rawValue),"
      text += " with what is printed it \(turn.wrong.rawValue)\n"
    }
    for change in consequence.changes {
      let wrong = change.wrong.map(number) ?? "no number"
      text +=
        "  - changes: \(TextLayout.oneLine(change.quantity)): \(number(change.right)) → \(wrong)"
      text += " at \(place(change.at))\n"
    }
    for words in consequence.unchanged { text += "  - keeps: \(TextLayout.oneLine(words))\n" }
    if !consequence.usedBy.isEmpty {
      let users = consequence.usedBy.map { "(\(TextLayout.oneLine($0)))" }
      text += "  - used by: \(users.joined(separator: ", "))\n"
    }
    return text
  }

  private static func item(_ claim: Claim) -> String {
    var text = "- Fig. \(claim.figure), \(TextLayout.oneLine(claim.statement)): "
    text += "**\(claim.verdict.rawValue)**\n"
    text += "  - \(TextLayout.oneLine(claim.section)): “\(TextLayout.oneLine(claim.sentence))”\n"
    for judgement in claim.judgements {
      text += "  - \(TextLayout.oneLine(judgement.reading)): \(judgement.verdict.rawValue), "
      text += judgement.basisInWords
      if !judgement.reason.isEmpty { text += ": \(TextLayout.oneLine(judgement.reason))" }
      if judgement.verdict == .fails {
        text += judgement.witness.map { ": \(number($0.value)) at \(place($0.at))" }.joined()
      }
      text += "\n"
    }
    return text
  }

  private static func number(_ value: Double) -> String { NumberText.rounded(value, digits: 6) }

  private static func place(_ at: [Claim.Point.Coordinate]) -> String {
    at.map { "\(code($0.symbol)) = \(number($0.value))" }.joined(separator: ", ")
  }

  private static func item(_ line: LineOutcome) -> String {
    var text = "- (\(TextLayout.oneLine(line.equation))) \(code(line.subject))"
    text += ": **\(line.verdict.rawValue)**" + (line.code.map { " \($0.rawValue)" } ?? "")
    if !line.given.isEmpty {
      text += ", given " + line.given.map(mathOrProse).joined(separator: ", ")
    }
    text += "\n"
    if line.verdict != .defined { text += "  - printed: \(code(line.printed))\n" }
    if let derived = line.derived, line.verdict != .proved {
      text += "  - derived: \(code(derived))\n"
    }
    if let witness = line.witness {
      text += "  - at: \(point(witness.at))\n"
      text += "  - there: printed = \(TextLayout.oneLine(witness.printed))"
      text += ", derived = \(TextLayout.oneLine(witness.derived))\n"
    }
    for repair in line.repairs { text += item(repair, among: line.repairs) }
    if let origin = line.origin { text += "  - origin: \(origin.rawValue)\n" }
    for condition in line.conditions { text += "  - where: \(mathOrProse(condition))\n" }
    for note in line.notes { text += "  - note: \(TextLayout.oneLine(note))\n" }
    return text
  }

  /// The formula as it should read, and how it was found to be right.
  private static func item(_ repair: Repair, among repairs: [Repair]) -> String {
    let slips = repair.slips.map(\.rawValue).joined(separator: ", ")
    let standing = Wording.standing(
      of: repair, among: repairs, style: TextStyle(showsLaTeX: true))
    return "  - repair: \(code(repair.latex)) (\(slips); \(standing))\n"
  }

  private static func item(_ finding: Finding) -> String {
    let numbers = finding.equations.map { "(\(TextLayout.oneLine($0)))" }
    var text = "- \(numbers.joined(separator: ", ")): **\(finding.kind.rawValue)**"
    text += " \(Code(finding.kind).rawValue)\n"
    text += "  - statement: \(TextLayout.oneLine(finding.statement))\n"
    if !finding.mapping.isEmpty {
      let pairs = finding.mapping.map { "\(code($0.printed)) → \(code($0.meant))" }
      text += "  - printed → meant: \(pairs.joined(separator: ", "))\n"
    }
    if let witness = finding.witness {
      text += "  - at: \(point(witness.at))\n"
      text += "  - there: \(TextLayout.oneLine(witness.first)) = "
      text += "\(TextLayout.oneLine(witness.firstValue)), \(TextLayout.oneLine(witness.second)) = "
      text += "\(TextLayout.oneLine(witness.secondValue))\n"
    }
    return text
  }

  private static func point(_ at: [Witness.Assignment]) -> String {
    let values = at.map { "\(code($0.symbol)) = \(TextLayout.oneLine($0.value))" }
    return values.isEmpty ? "all values" : values.joined(separator: ", ")
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
