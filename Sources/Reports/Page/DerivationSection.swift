import Derivations

/// The derivation from the model to closed forms, stage by stage.
struct DerivationSection {
  private let stages: Stages

  init(_ report: ReportPage) { stages = report.stages }

  var content: String {
    guard !stages.sections.isEmpty else { return "" }
    return HTML.element(
      "p", [], "From the model alone: the printed equations play no part in it.") + "\n"
      + stages.sections.enumerated().map(section).joined()
  }

  private func section(_ number: Int, _ section: Stages.Section) -> String {
    let identifier = Identifiers.stage(number)
    var title = "\(number + 1). \(HTML.prose(section.title))"
    if !section.given.isEmpty {
      title += ", given " + section.given.map(HTML.mathOrProse).joined(separator: ", ")
    }
    var text = HTML.element("h3", [("id", "\(identifier)-h")], title) + "\n"
    if !section.comment.isEmpty {
      text += HTML.element("p", [], HTML.prose(section.comment)) + "\n"
    }
    for statement in section.statements {
      text += HTML.formula(MarkedLine.statement(statement.left, statement.right)) + "\n"
    }
    return HTML.block(
      "article", [("id", identifier), ("aria-labelledby", "\(identifier)-h"), ("class", "stage")],
      text)
  }
}
