import Derivations

/// Assumptions, the conditions that proofs need, and what was not checked.
struct BasisSection {
  private let outcome: Outcome
  private let style = TextStyle.framed

  init(_ report: ReportPage) { outcome = report.outcome }

  var content: String {
    let parts = [
      part("Assumptions", outcome.assumptions.map(HTML.mathOrProse)),
      part(
        "Conditions of the proved lines",
        CheckFooter.conditionsOfProvedLines(outcome, style: style).map(HTML.words)),
      part("Not checked", open),
      part(
        "Undeclared symbols",
        outcome.diagnostics.map {
          "line \($0.location.line): \(HTML.prose($0.message))"
        }),
    ]
    return parts.joined()
  }

  /// Lines of which nothing is known, with the reason.
  private var open: [String] {
    outcome.lines.indices.compactMap { number in
      let line = outcome.lines[number]
      switch line.verdict {
      case .undecided, .unreadable: break
      case .proved, .defined, .convention, .refuted, .undefined: return nil
      }
      let name = HTML.words(Wording.name(of: line, style: style))
      let notes = line.notes.map(HTML.prose).joined(separator: "; ")
      return HTML.link(to: Identifiers.line(number), name) + " is \(line.verdict.rawValue)"
        + (notes.isEmpty ? "" : ": \(notes)")
    }
  }

  private func part(_ title: String, _ items: [String]) -> String {
    guard !items.isEmpty else { return "" }
    return HTML.element("h3", [], HTML.text(title)) + "\n"
      + HTML.block("ul", [], items.map { HTML.element("li", [], $0) + "\n" }.joined())
  }
}
