import Derivations

/// The derivation from model to closed forms for people: every stage, nothing cut.
package enum StagesText {
  package static func render(_ stages: Stages, style: TextStyle) -> String {
    let title = style.prose(stages.title.isEmpty ? stages.derivation : stages.title)
    var text = TextLayout.wrapped(title, width: style.width)
      .map { style.paint($0, .bold) + "\n" }.joined()
    if stages.sections.isEmpty { text += "\nNothing was derived: the file states no model.\n" }
    for (number, section) in stages.sections.enumerated() {
      text += "\n" + heading(section, number: number + 1, style: style) + "\n"
      for statement in section.statements { text += formula(statement, style: style) }
    }
    return text
  }

  private static func heading(
    _ section: Stages.Section, number: Int, style: TextStyle
  ) -> String {
    var title = "\(number). \(style.prose(section.title))"
    if !section.given.isEmpty {
      title += ", given " + section.given.map(style.mathOrProse).joined(separator: ", ")
    }
    let lines = TextLayout.wrapped(title, width: style.width).map { style.paint($0, .bold) }
    let comment = TextLayout.wrapped(style.prose(section.comment), width: style.width - 3)
      .map { "   " + style.paint($0, .faint) }
    return (lines + comment).joined(separator: "\n") + "\n"
  }

  private static func formula(_ statement: Stages.Statement, style: TextStyle) -> String {
    let left = style.math(statement.left)
    let right = style.math(statement.right)
    let text = right.isEmpty ? left : "\(left) = \(right)"
    let lines = TextLayout.wrapped(text, width: style.width - 7)
    return lines.enumerated()
      .map { ($0.offset == 0 ? "   " : "       ") + $0.element + "\n" }.joined()
  }
}
