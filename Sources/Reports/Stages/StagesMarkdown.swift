import Derivations

/// The derivation from model to closed forms as a document to keep.
package enum StagesMarkdown {
  package static func render(_ stages: Stages) -> String {
    let name = TextLayout.oneLine(stages.derivation)
    var text = "# \(TextLayout.oneLine(stages.title))\n\n"
    text += "What `rederive derive derivations/\(name).md` derives from the model alone.\n"
    text += "Written by `rederive golden accept \(name)`, never by hand.\n"
    for section in stages.sections {
      text += "\n## \(TextLayout.oneLine(section.title))\n"
      if !section.given.isEmpty {
        let restrictions = section.given.map { "`\(TextLayout.oneLine($0))`" }
        text += "\nGiven \(restrictions.joined(separator: ", ")).\n"
      }
      if !section.comment.isEmpty { text += "\n\(TextLayout.oneLine(section.comment))\n" }
      for statement in section.statements {
        let left = TextLayout.oneLine(statement.left)
        let right = TextLayout.oneLine(statement.right)
        text += "\n$$ \(right.isEmpty ? left : "\(left) = \(right)") $$\n"
      }
    }
    return text
  }
}
