import Derivations

/// The derivation from model to closed forms as a LaTeX document that compiles by itself.
package enum StagesLaTeX {
  package static func render(_ stages: Stages) -> String {
    var text = LaTeXDocument.head(title: stages.title, author: "Derived by rederive", isWide: true)
    if stages.sections.isEmpty { text += "Nothing was derived: the file states no model.\n" }
    for section in stages.sections {
      text += "\n\\section{\(LaTeXProse.escaped(section.title))}\n"
      if !section.given.isEmpty {
        text += "Given \(section.given.map(restriction).joined(separator: ", ")).\n"
      }
      if !section.comment.isEmpty { text += LaTeXProse.escaped(section.comment) + "\n" }
      for statement in section.statements { text += formula(statement) }
    }
    return text + LaTeXDocument.foot
  }

  private static func formula(_ statement: Stages.Statement) -> String {
    let (left, right) = (statement.left, statement.right)
    return "\n" + LaTeXDocument.formula(right.isEmpty ? left : "\(left) = \(right)") + "\n"
  }

  /// A restriction is a formula if it looks like one: `\theta = \pi/2`, but `boson`.
  private static func restriction(_ text: String) -> String {
    let isFormula = text.contains("=") || text.contains("\\")
    return isFormula ? "$\(TextLayout.oneLine(text))$" : LaTeXProse.escaped(text)
  }
}
