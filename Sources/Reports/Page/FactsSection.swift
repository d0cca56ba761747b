import Derivations

/// The laws of physics that the model was put to; what fails stands first.
struct FactsSection {
  private let report: ReportPage
  private let style = TextStyle.framed

  init(_ report: ReportPage) { self.report = report }

  var content: String {
    guard !report.facts.isEmpty else { return "" }
    var text =
      HTML.element(
        "p", [], "Asked of the model alone; nothing printed is used.") + "\n"
    for verdict in [Fact.Verdict.fails, .undecided, .proved] {
      for (number, fact) in report.facts.enumerated() where fact.verdict == verdict {
        text += block(fact, number)
      }
    }
    return text
  }

  private func block(_ fact: Fact, _ number: Int) -> String {
    let identifier = Identifiers.fact(number)
    return HTML.block(
      "article", [("id", identifier), ("aria-labelledby", "\(identifier)-h"), ("class", "fact")],
      HTML.element(
        "h3", [("id", "\(identifier)-h")],
        VerdictSign.markup(fact.verdict) + " "
          + HTML.text(fact.kind.code.replacing("-", with: " "))) + "\n"
        + HTML.element("p", [], HTML.prose(fact.statement)) + "\n"
        + HTML.list(
          FactsText.rows(of: fact, style).map { (HTML.text($0.name), HTML.words($0.content)) }))
  }
}
