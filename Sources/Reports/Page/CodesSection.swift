import Derivations

/// What the codes of the page mean, for readers that meet them for the first time.
struct CodesSection {
  private let codes: [Code]

  init(_ report: ReportPage) {
    let outcome = report.outcome
    let used = outcome.lines.compactMap(\.code) + outcome.findings.map { Code($0.kind) }
    codes = Code.allCases.filter(used.contains)
  }

  var content: String {
    codes.map { code in
      let explanation = Explanation(code)
      let identifier = Identifiers.code(code)
      return HTML.block(
        "article", [("id", identifier), ("aria-labelledby", "\(identifier)-h"), ("class", "code")],
        HTML.element(
          "h3", [("id", "\(identifier)-h")],
          "\(code.rawValue): \(HTML.text(explanation.title))") + "\n"
          + HTML.element("p", [], HTML.prose(explanation.meaning)) + "\n"
          + HTML.element("p", [], HTML.prose(explanation.physics)) + "\n")
    }.joined()
  }

  /// The code with its title, which leads to the meaning.
  static func link(_ code: Code) -> String {
    HTML.link(to: Identifiers.code(code), code.rawValue) + ": "
      + HTML.text(Explanation(code).title)
  }
}
