import Derivations

/// An erratum as a LaTeX document that compiles by itself: for each corrected line what was printed, what it
/// should read, why, and what the mistake does.
package enum ErratumLaTeX {
  package static func render(_ correction: Correction) -> String {
    let words = CorrectionWords(
      correction: correction, style: .delimited)
    var text = LaTeXDocument.head(
      title: "Erratum: \(correction.before.title)", author: "Drawn up by rederive", isWide: false)
    text += "\n" + LaTeXProse.escaped(introduction(correction)) + "\n"
    for entry in correction.entries { text += section(entry, words) }
    let left = words.left
    if !left.isEmpty {
      text += "\n\\section*{Left to the authors}\n\n\\begin{itemize}\n"
      for (name, reason) in left {
        text += "\\item \(LaTeXProse.escaped(name))"
        text += reason.isEmpty ? "\n" : ": \(LaTeXProse.escaped(reason))\n"
      }
      text += "\\end{itemize}\n"
    }
    return text + LaTeXDocument.foot
  }

  private static func introduction(_ correction: Correction) -> String {
    if correction.entries.isEmpty { return "Nothing that is printed has to be corrected." }
    return "Equation numbers are those of the paper; “printed” is the line as transcribed. Each "
      + "corrected line was derived from the paper's model and proved."
  }

  private static func section(_ entry: Correction.Entry, _ words: CorrectionWords) -> String {
    let subjects = entry.subjects.map { "$\($0)$" }.joined(separator: ", ")
    let name = entry.subjects.isEmpty ? "order of the basis" : subjects
    let noun = entry.equations.count == 1 ? "Eq." : "Eqs."
    let title = LaTeXProse.escaped("\(noun) \(words.numbers(entry)), \(name)")
    var text = "\n\\section*{\(title)}\n\n\\begin{description}\n"
    func item(_ name: String, _ content: String) {
      text += "\\item[\(name)] \(content)\n"
    }
    item("Printed", LaTeXDocument.formula(words.statement(entry, entry.printed)))
    item("Should read", LaTeXDocument.formula(words.statement(entry, entry.corrected)))
    item("Why", LaTeXProse.escaped(words.reasons(entry).joined(separator: "; ") + "."))
    let rows = words.consequences(entry)
    let consequences = rows.map { row in
      row.name == "severity" ? row.content : "\(row.name): \(row.content)"
    }
    let none = "no figure and no claim of the document is declared to use it"
    item(
      "Consequence",
      LaTeXProse.escaped(
        (consequences.isEmpty ? [none] : consequences).joined(separator: "; ") + "."))
    return text + "\\end{description}\n"
  }
}
