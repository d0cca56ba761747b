import Derivations
import LaTeXMath

/// What a report is made from: one derivation, checked, derived, drawn, and put to the laws of physics.
package struct ReportPage: Sendable {
  package var file: CheckedFile
  package var stages: Stages
  package var facts: [Fact]
  package var figures: [FigureData]
  /// Of the program.
  package var version: String

  package init(
    file: CheckedFile, stages: Stages, facts: [Fact], figures: [FigureData], version: String
  ) {
    self.file = file
    self.stages = stages
    self.facts = facts
    self.figures = figures
    self.version = version
  }

  var outcome: Outcome { file.outcome }

  /// One page of HTML that is XML too: no script, nothing from elsewhere, no date; the same bytes in every
  /// run.
  package func render() -> String {
    let sections = self.sections.filter { !$0.content.isEmpty }
    let title = outcome.title.isEmpty ? outcome.derivation : outcome.title
    var body =
      HTML.element("a", [("class", "skip"), ("href", "#content")], "Skip to the report") + "\n"
    body += HTML.block("header", [], heading(title))
    body += HTML.block("nav", [("aria-label", "Sections")], navigation(sections))
    body += HTML.block(
      "main", [("id", "content")],
      sections.map { section in
        HTML.block(
          "section", [("id", section.identifier), ("aria-labelledby", "\(section.identifier)-h")],
          HTML.element("h2", [("id", "\(section.identifier)-h")], HTML.text(section.title)) + "\n"
            + section.content)
      }.joined())
    body += HTML.block(
      "footer", [],
      HTML.element(
        "p", [],
        "Written by rederive \(HTML.text(version)). “Printed” is a line as transcribed in"
          + " the file, “derived” what the file’s own model implies: a slip in a line may be the"
          + " transcriber’s.") + "\n")
    return "<!DOCTYPE html>\n<html lang=\"en\">\n" + head(title)
      + HTML.element("body", [], "\n" + body) + "\n</html>\n"
  }

  struct Section {
    var identifier: String
    var title: String
    /// Markup; a section without any is left out.
    var content: String
  }

  private var sections: [Section] {
    let lines = LinesSection(self)
    return [
      Section(identifier: "headline", title: "In short", content: HeadlineSection(self).content),
      Section(identifier: "lines", title: "All lines", content: lines.table),
      Section(
        identifier: "attention", title: "Lines that do not simply follow",
        content: lines.entries),
      Section(
        identifier: "findings", title: "Across lines", content: FindingsSection(self).content),
      Section(identifier: "figures", title: "Figures", content: FiguresSection(self).content),
      Section(identifier: "claims", title: "Claims", content: ClaimsSection(self).content),
      Section(identifier: "facts", title: "Laws of physics", content: FactsSection(self).content),
      Section(
        identifier: "derivation", title: "The derivation", content: DerivationSection(self).content),
      Section(
        identifier: "following", title: "Lines that follow, and definitions",
        content: lines.following),
      Section(
        identifier: "codes", title: "What the codes mean", content: CodesSection(self).content),
      Section(identifier: "basis", title: "What it rests on", content: BasisSection(self).content),
      Section(
        identifier: "reproduce", title: "How to reproduce it",
        content: ReproductionSection(self).content),
    ]
  }

  private func head(_ title: String) -> String {
    let policy =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    return HTML.block(
      "head", [],
      """
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="\(policy)"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <meta name="generator" content="rederive \(HTML.text(version))"/>
      <title>\(XMLText.visible(TextStyle().prose(title))): report</title>
      <style>
      \(PageStyle.sheet)</style>

      """)
  }

  private func heading(_ title: String) -> String {
    HTML.element("p", [("class", "kind")], "Rederive report") + "\n"
      + HTML.element("h1", [], HTML.prose(title)) + "\n"
      + HTML.element("p", [("class", "file")], HTML.code(TextLayout.oneLine(file.path))) + "\n"
  }

  private func navigation(_ sections: [Section]) -> String {
    HTML.block(
      "ul", [],
      sections.map {
        HTML.element("li", [], HTML.link(to: $0.identifier, HTML.text($0.title))) + "\n"
      }.joined())
  }
}
