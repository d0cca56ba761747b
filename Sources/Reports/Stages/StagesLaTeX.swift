import Derivations

/// The derivation from model to closed forms as a LaTeX document that compiles by itself.
///
/// Formulas are set inline in display style: TeX then breaks long ones at operators.
package enum StagesLaTeX {
  package static func render(_ stages: Stages) -> String {
    var text = preamble
    text += "\\title{\(LaTeXProse.escaped(stages.title))}\n"
    text += "\\author{Derived by rederive}\n\\date{}\n"
    text += "\\begin{document}\n\\maketitle\n"
    if stages.sections.isEmpty { text += "Nothing was derived: the file states no model.\n" }
    for section in stages.sections {
      text += "\n\\section{\(LaTeXProse.escaped(section.title))}\n"
      if !section.given.isEmpty {
        text += "Given \(section.given.map(restriction).joined(separator: ", ")).\n"
      }
      if !section.comment.isEmpty { text += LaTeXProse.escaped(section.comment) + "\n" }
      for statement in section.statements { text += formula(statement) }
    }
    return text + "\n\\end{document}\n"
  }

  private static func formula(_ statement: Stages.Statement) -> String {
    let left = TextLayout.oneLine(statement.left)
    let right = TextLayout.oneLine(statement.right)
    return "\n$\\displaystyle \(right.isEmpty ? left : "\(left) = \(right)")$\n"
  }

  /// A restriction is a formula if it looks like one: `\theta = \pi/2`, but `boson`.
  private static func restriction(_ text: String) -> String {
    let isFormula = text.contains("=") || text.contains("\\")
    return isFormula ? "$\(TextLayout.oneLine(text))$" : LaTeXProse.escaped(text)
  }

  private static let preamble = #"""
    \documentclass[a4paper]{article}
    \usepackage[T1]{fontenc}
    \IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
    \usepackage[utf8]{inputenc}
    \usepackage{amsmath,amssymb}
    \usepackage[landscape,margin=15mm]{geometry}
    \providecommand{\ket}[1]{|#1\rangle}
    \providecommand{\bra}[1]{\langle#1|}
    \providecommand{\mathscr}[1]{\mathcal{#1}}
    \setlength{\parindent}{0pt}
    \setlength{\parskip}{1.5ex}
    \sloppy
    \raggedright

    """#
}
