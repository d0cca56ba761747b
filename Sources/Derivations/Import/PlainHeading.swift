import LaTeXMath

/// A heading as plain text.
enum PlainHeading {
  private static let accents: [String: Unicode.Scalar] = [
    "\"": "\u{308}", "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "~": "\u{303}",
    "=": "\u{304}", ".": "\u{307}", "c": "\u{327}", "v": "\u{30C}", "u": "\u{306}",
    "H": "\u{30B}",
  ]

  private static let letters: [String: String] = [
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "aa": "å",
    "AA": "Å", "i": "ı", "&": "&", "%": "%", "#": "#", "_": "_", "$": "$", "ldots": "…",
    "dots": "…", ",": " ", " ": " ", "quad": " ",
  ]

  /// LaTeX of a heading without fonts, labels and footnotes; formulas stay as they are.
  static func text(_ latex: String) -> String {
    var lexer = LaTeXLexer(Array(latex.utf8))
    var result = ""
    var accent: Unicode.Scalar?
    var isFormula = false
    while let token = lexer.next() {
      let word = String(decoding: lexer.bytes[token.range], as: UTF8.self)
      switch token.kind {
      case .command where isFormula: result += word
      case .command:
        let name = String(word.dropFirst())
        if name == "label" || name == "footnote" || name == "thanks" || name == "cite" {
          _ = DisplayRows.argument(&lexer)
        } else if let mark = accents[name] {
          accent = mark
        } else {
          result += letters[name] ?? ""
        }
      case .openBrace, .closeBrace: if isFormula { result += word }
      case .whitespace, .lineBreak: result += " "
      case .comment: break
      case .character:
        if word == "$" { isFormula.toggle() }
        result += word == "~" && !isFormula ? " " : word
        if let mark = accent {
          result.unicodeScalars.append(mark)
          accent = nil
        }
      case .alignmentMark, .superscript, .subscript, .begin, .end, .left, .right, .malformed:
        result += word
      }
    }
    return result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
