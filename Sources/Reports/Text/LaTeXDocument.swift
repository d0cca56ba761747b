/// What the LaTeX documents that are written have in common; each compiles by itself.
enum LaTeXDocument {
  /// All before the first section.
  ///
  /// - Parameter isWide: for formulas that need the width of the page turned.
  static func head(title: String, author: String, isWide: Bool) -> String {
    preamble + "\\usepackage[\(isWide ? "landscape,margin=15mm" : "margin=25mm")]{geometry}\n"
      + "\\title{\(LaTeXProse.escaped(title))}\n"
      + "\\author{\(LaTeXProse.escaped(author))}\n\\date{}\n"
      + "\\begin{document}\n\\maketitle\n"
  }

  static let foot = "\n\\end{document}\n"

  /// A formula inline in display style: TeX then breaks a long one at operators.
  static func formula(_ latex: String) -> String {
    // J^' is J' to us, and an error to TeX.
    "$\\displaystyle \(TextLayout.oneLine(latex).replacing("^'", with: "'"))$"
  }

  private static let preamble = #"""
    \documentclass[a4paper]{article}
    \usepackage[T1]{fontenc}
    \IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
    \usepackage[utf8]{inputenc}
    \usepackage{amsmath,amssymb}
    \providecommand{\ket}[1]{|#1\rangle}
    \providecommand{\bra}[1]{\langle#1|}
    \providecommand{\mathscr}[1]{\mathcal{#1}}
    \setlength{\parindent}{0pt}
    \setlength{\parskip}{1.5ex}
    \sloppy
    \raggedright

    """#
}
