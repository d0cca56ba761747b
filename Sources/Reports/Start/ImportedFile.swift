import Derivations

/// A paper as a derivation file whose directives are still to be filled in.
package enum ImportedFile {
  /// What stands wherever something is to be filled in.
  package static let mark = "FILL IN"

  package static func render(_ paper: ImportedPaper, source: String) -> String {
    let title = paper.title.isEmpty ? "\(mark): the title" : TextLayout.oneLine(paper.title)
    var text = "# \(title)\n\n" + introduction(paper, source: source)
    text += "\n" + directives(SymbolProposals(paper))
    var isListing = false
    for piece in paper.pieces {
      if case .formula(let formula) = piece.kind {
        if !isListing { text += "\nIn the text:\n\n" }
        text += "- $\(formula)$ (line \(piece.line))\n"
        isListing = true
      } else {
        text += "\n" + render(piece)
        isListing = false
      }
    }
    if !paper.remarks.isEmpty { text += "\n" + remarks(paper) }
    return text
  }

  private static func introduction(_ paper: ImportedPaper, source: String) -> String {
    paragraph(
      """
      The displays below are those of \(fileName(source)), in its order and with its \
      numbers; nothing in them has been corrected. Formulas of its running text are listed where \
      they stand: a $ more on both sides makes a display of one. What each symbol means and what the model is \
      must still be said: search for “\(mark)”, put what holds in its place and take away the # \
      before it. A directive may also stand further down, in a block of its own, where the paper \
      says it. derivations/README.md describes all of them.
      """)
  }

  /// A path without its folders.
  private static func fileName(_ path: String) -> String {
    TextLayout.oneLine(String(path.split(separator: "/").last ?? "a paper"))
  }

  // MARK: Directives

  private static func directives(_ proposals: SymbolProposals) -> String {
    var lines = ["# \(mark): the levels of each subsystem, in the order of the product basis."]
    if !proposals.kets.isEmpty {
      let kets = proposals.kets.prefix(40).map { "|\($0)\\rangle" }
      lines += comment("Kets in the displays: " + kets.joined(separator: ", "))
    }
    lines += ["# qubit 1: e g", "", "# \(mark): what the parameters are: positive, real, complex."]
    if proposals.symbols.isEmpty {
      lines.append("# symbol …: positive")
    } else {
      lines += comment(
        "These stand in displays and on no left side; not all of them are parameters. Put parameters "
          + "of one kind in one directive: a slip may have taken one for another.")
      for name in proposals.symbols { lines.append("# symbol \(oneLine(name)): \(mark)") }
    }
    lines += [
      "", "# \(mark): operators and shorthands that no display defines.",
      "# let \\sigma_- = |g\\rangle\\langle e|", "", "# \(mark): the model.", "# hamiltonian H",
      "# bath 1: couples \\sigma_-, temperature T, decay rate \\kappa, boson",
      "# approximations: born, markov, no Lamb shift",
    ]
    if !proposals.leftSides.isEmpty {
      lines += ["", "# \(mark): what these left sides mean in the model."]
      lines += comment("A line that is taken away leaves its name a definition of the paper's own.")
      for name in proposals.leftSides { lines.append("# \(oneLine(name)) means \(mark)") }
    }
    return "```rederive\n" + lines.joined(separator: "\n") + "\n```\n"
  }

  private static func comment(_ text: String) -> [String] {
    TextLayout.wrapped(text, width: 96).map { "# \($0)" }
  }

  private static func oneLine(_ text: String) -> String { TextLayout.oneLine(text) }

  // MARK: Pieces

  private static func render(_ piece: ImportedPaper.Piece) -> String {
    switch piece.kind {
    case .heading(let level, let text):
      let marks = String(repeating: "#", count: min(max(level, 2), 6))
      return "\(marks) \(TextLayout.oneLine(text))\n"
    case .words(let words): return paragraph(prose(words))
    case .display(let display): return render(display)
    case .formula(let formula): return "$\(formula)$\n"
    }
  }

  /// Words that nothing in them makes a display, a heading or a block.
  private static func prose(_ words: String) -> String {
    let line = TextLayout.oneLine(words).replacing("$$", with: "$ $")
    let first = line.unicodeScalars.first
    return first == "#" || first == "`" || first == "~" ? "\\" + line : line
  }

  private static func render(_ display: ImportedDisplay) -> String {
    let latex = display.latex
    let tag = display.number.map { "\\tag{\(TextLayout.oneLine($0))}" } ?? ""
    let isShort = !latex.contains("\n") && latex.count + tag.count <= 90
    if isShort, !latex.contains("%") {
      return "$$ \(latex)\(tag.isEmpty ? "" : " ")\(tag) $$\n"
    }
    // Behind a comment the number would be one itself.
    let last = latex.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    let gap = tag.isEmpty ? "" : last.contains("%") ? "\n" : " "
    return "$$\n\(latex)\(gap)\(tag)\n$$\n"
  }

  // MARK: Remarks

  private static func remarks(_ paper: ImportedPaper) -> String {
    var text = "## Not read, or not understood\n\n"
    text += paragraph(
      "\(mark): look these up in the source, by their lines, and take this section away.")
    text += "\n"
    for remark in paper.remarks {
      let line = "- Line \(remark.line): " + escaped(remark.message)
      text += line + "\n"
    }
    return text
  }

  /// A message that quotes dollars must not open a display.
  private static func escaped(_ message: String) -> String {
    TextLayout.oneLine(message).replacing("$$", with: "\\$\\$")
  }

  private static func paragraph(_ text: String) -> String {
    TextLayout.wrapped(text, width: 100).joined(separator: "\n") + "\n"
  }
}
