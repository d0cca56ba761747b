import LaTeXMath

/// How text is set for a terminal: with or without colour, how wide, LaTeX raw or as Unicode.
///
/// Colour never carries meaning alone: every coloured word also says what it means.
package struct TextStyle: Hashable, Sendable {
  package var hasColor: Bool
  /// Columns of the terminal; never below 40.
  package var width: Int
  package var formulas: Formulas

  /// How formulas among words are shown.
  package enum Formulas: Hashable, Sendable {
    case unicode
    case latex
    /// As LaTeX between `$` and `$`, for text that TeX reads.
    case delimited
    /// As LaTeX in a frame, for what sets it afterwards; see ``FramedText``.
    case framed
  }

  package init(hasColor: Bool = false, width: Int = 100, showsLaTeX: Bool = false) {
    self.hasColor = hasColor
    self.width = max(40, width)
    formulas = showsLaTeX ? .latex : .unicode
  }

  /// The style of words for a LaTeX document.
  static let delimited = {
    var style = TextStyle()
    style.formulas = .delimited
    return style
  }()

  /// The style of words that are set with their formulas afterwards.
  static let framed = {
    var style = TextStyle()
    style.formulas = .framed
    return style
  }()

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
    switch formulas {
    case .unicode: TextLayout.oneLine(PlainText.render(latex: latex))
    case .latex: TextLayout.oneLine(latex)
    case .delimited: latex.isEmpty ? "" : "$\(TextLayout.oneLine(latex))$"
    case .framed: FramedText.frame(latex)
    }
  }

  /// `left = right`, both LaTeX.
  package func equation(_ left: String, _ right: String) -> String {
    switch formulas {
    case .unicode, .latex, .framed: "\(math(left)) = \(math(right))"
    case .delimited: math("\(left) = \(right)")
    }
  }

  /// Words, with `$ … $` as formulas.
  package func prose(_ text: String) -> String {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count > 1, parts.count % 2 == 1 else { return words(text) }
    switch formulas {
    case .latex, .delimited: return words(text)
    case .unicode:
      let rendered = parts.enumerated().map {
        $0.offset % 2 == 1 ? PlainText.render(latex: String($0.element)) : String($0.element)
      }
      return TextLayout.oneLine(rendered.joined())
    case .framed:
      return parts.enumerated().map {
        $0.offset % 2 == 1
          ? FramedText.frame(String($0.element)) : FramedText.words(String($0.element))
      }.joined()
    }
  }

  private func words(_ text: String) -> String {
    formulas == .framed ? FramedText.words(text) : TextLayout.oneLine(text)
  }

  /// A formula or words, whichever it looks like: `\delta > \Omega`, but `no Lamb shift`.
  package func mathOrProse(_ text: String) -> String {
    let isFormula = text.contains { "\\_^{}=<>".contains($0) } && !text.contains("$")
    return isFormula ? math(text) : prose(text)
  }
}
