import Derivations

/// What `explain` prints: prose in lines of a readable width, files as they are.
package enum ExplainText {
  /// Longer lines of prose are hard to read.
  static let widest = 90

  package static func render(_ explanation: Explanation, style: TextStyle) -> String {
    let example = explanation.example
    var text = style.paint("\(explanation.code.rawValue): \(explanation.title)", .bold) + "\n\n"
    text += paragraph(explanation.meaning, style)
    text += "\n" + paragraph("Why it matters. \(explanation.physics)", style)
    text += "\nAn example. With the model\n\n" + indented(example.model)
    let verdicts = TextLayout.list(example.verdicts.map(\.rawValue))
    text += "\nthis is \(verdicts):\n\n" + indented(example.wrong)
    text += "\nand this follows:\n\n" + indented(example.right)
    return text
  }

  /// All codes, one a line.
  package static func list(style: TextStyle) -> String {
    let width = min(style.width, widest)
    return Explanation.all.map { explanation in
      let lines = TextLayout.wrapped(explanation.title, width: width - 6)
      return style.paint(explanation.code.rawValue, explanation.code.severity.ink) + "  "
        + lines.joined(separator: "\n      ") + "\n"
    }.joined()
  }

  private static func paragraph(_ text: String, _ style: TextStyle) -> String {
    TextLayout.wrapped(text, width: min(style.width, widest)).map { $0 + "\n" }.joined()
  }

  private static func indented(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
  }
}
