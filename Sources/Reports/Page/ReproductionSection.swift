import Derivations

/// Version, input and commands: what a reader needs to see the same.
struct ReproductionSection {
  private let report: ReportPage

  init(_ report: ReportPage) { self.report = report }

  var content: String {
    let path = LineText.path(of: report.file.path)
    return HTML.list([
      ("program", "rederive \(HTML.text(report.version))"),
      ("file", HTML.code(TextLayout.oneLine(report.file.path))),
      ("size", "\(report.file.source.count) bytes"),
      ("SHA-256", HTML.code(SHA256.hexadecimal(of: report.file.source))),
    ])
      + HTML.element("p", [], "This page, its verdicts, its figures and its derivation:") + "\n"
      + HTML.listing(
        """
        rederive report --out report.html \(path)
        rederive check \(path)
        rederive plot --out figures \(path)
        rederive facts \(path)
        rederive derive \(path)
        """)
      + HTML.element(
        "p", [],
        "The page has no date: the same program makes the same bytes of the same file.") + "\n"
  }
}
