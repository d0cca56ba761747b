import Derivations

/// What several lines have in common, or cannot all be right about.
struct FindingsSection {
  private let report: ReportPage
  private let style = TextStyle.framed

  init(_ report: ReportPage) { self.report = report }

  var content: String {
    report.outcome.findings.enumerated().map { number, finding in
      let identifier = Identifiers.finding(number)
      let code = Code(finding.kind)
      let explanation = Explanation(code)
      let rows = LineText.rows(of: finding, style: style).map {
        (HTML.text($0.name), HTML.words($0.content))
      }
      let command = LineText.command(finding.equations, of: report.file.path)
      return HTML.block(
        "article", [("id", identifier), ("aria-labelledby", "\(identifier)-h")],
        HTML.element(
          "h3", [("id", "\(identifier)-h")],
          VerdictSign.markup(code.severity, code.rawValue) + " " + HTML.text(finding.kind.title))
          + "\n" + HTML.element("p", [], HTML.prose(finding.statement)) + "\n"
          + HTML.list(rows + [("reproduce", HTML.code(command))])
          + HTML.details(
            "\(code.rawValue): \(HTML.text(explanation.title))",
            HTML.element("p", [], HTML.prose(explanation.meaning)) + "\n"
              + HTML.element("p", [], HTML.prose(explanation.physics)) + "\n"))
    }.joined()
  }
}
