import Derivations

/// What was corrected in a document and what was not, for people.
package enum CorrectionText {
  package static func render(_ correction: Correction, style: TextStyle) -> String {
    let words = CorrectionWords(correction: correction, style: style)
    var text = ""
    for entry in correction.entries {
      let subjects = entry.subjects.map(style.math).joined(separator: ", ")
      let name = entry.subjects.isEmpty ? "order of the basis" : subjects
      text += style.paint("corrected", .green)
      text += " \(words.numbers(entry)) \(name), line \(entry.location.line)\n"
      text += row("printed", style.math(entry.printed), style)
      text += row("should read", style.math(entry.corrected), style)
      text += row("why", words.reasons(entry).prefix(1).joined(), style)
    }
    let left = words.left
    for (name, reason) in left {
      text += paragraph(style.paint("left to the author", .yellow) + " " + name, style, indent: 0)
      if !reason.isEmpty { text += row("why", reason, style) }
    }
    let lines = TextLayout.count(correction.openLines.count, "line")
    let claims = TextLayout.count(correction.openClaims.count, "claim")
    text += TextLayout.count(correction.entries.count, "correction")
    text += correction.entries.isEmpty ? "; " : ", each proved; "
    text +=
      left.isEmpty ? "nothing is left to the author\n" : "\(lines), \(claims) left to the author\n"
    return text
  }

  private static func row(_ name: String, _ content: String, _ style: TextStyle) -> String {
    paragraph("\(name): \(content)", style, indent: 2)
  }

  private static func paragraph(_ text: String, _ style: TextStyle, indent: Int) -> String {
    let lines = TextLayout.wrapped(text, width: style.width - indent - 4)
    return lines.enumerated().map { number, line in
      String(repeating: " ", count: number == 0 ? indent : indent + 4) + line + "\n"
    }.joined()
  }
}
