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
      let rows = HTML.rows(
        LineText.rows(of: finding, style: style).map { ($0.name, [$0.content]) })
      let command = LineText.command(finding.equations, of: report.file.path)
      return HTML.block(
        "article", [("id", identifier), ("aria-labelledby", "\(identifier)-h")],
        HTML.element(
          "h3", [("id", "\(identifier)-h")],
          VerdictSign.markup(code.severity, "finding") + " " + HTML.text(finding.kind.title))
          + "\n" + HTML.element("p", [], HTML.prose(finding.statement)) + "\n"
          + HTML.list(
            rows + [("code", CodesSection.link(code)), ("reproduce", HTML.code(command))]))
    }.joined()
  }
}
