import LaTeXMath

/// How text is set for a terminal: with or without colour, how wide, LaTeX raw or as Unicode.
///
/// Colour never carries meaning alone: every coloured word also says what it means.
package struct TextStyle: Hashable, Sendable {
  package var hasColor: Bool
  /// Columns of the terminal; never below 40.
  package var width: Int
  /// Shows formulas as LaTeX instead of Unicode text.
  package var showsLaTeX: Bool
  /// Puts `$` around formulas, for text that TeX or Markdown reads.
  package var delimitsLaTeX: Bool

  package init(
    hasColor: Bool = false, width: Int = 100, showsLaTeX: Bool = false, delimitsLaTeX: Bool = false
  ) {
    self.hasColor = hasColor
    self.width = max(40, width)
    self.showsLaTeX = showsLaTeX || delimitsLaTeX
    self.delimitsLaTeX = delimitsLaTeX
  }

  /// The colours that are used, by ANSI number.
  package enum Ink: Int, Sendable {
    case bold = 1
    case faint = 2
    case red = 31
    case green = 32
    case yellow = 33
    case cyan = 36
  }

  package func paint(_ text: String, _ ink: Ink) -> String {
    hasColor ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// A formula on one line, safe to show.
  package func math(_ latex: String) -> String {
    let text = TextLayout.oneLine(showsLaTeX ? latex : PlainText.render(latex: latex))
    return delimitsLaTeX && !text.isEmpty ? "$\(text)$" : text
  }

  /// `left = right`, both LaTeX.
  package func equation(_ left: String, _ right: String) -> String {
    delimitsLaTeX ? math("\(left) = \(right)") : "\(math(left)) = \(math(right))"
  }

  /// Words, with `$ … $` as formulas.
  package func prose(_ text: String) -> String {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    guard !showsLaTeX, parts.count > 1, parts.count % 2 == 1 else {
      return TextLayout.oneLine(text)
    }
    let rendered = parts.enumerated().map {
      $0.offset % 2 == 1 ? PlainText.render(latex: String($0.element)) : String($0.element)
    }
    return TextLayout.oneLine(rendered.joined())
  }

  /// A formula or words, whichever it looks like: `\delta > \Omega`, but `no Lamb shift`.
  package func mathOrProse(_ text: String) -> String {
    let isFormula = text.contains { "\\_^{}=<>".contains($0) } && !text.contains("$")
    return isFormula ? math(text) : prose(text)
  }
}
