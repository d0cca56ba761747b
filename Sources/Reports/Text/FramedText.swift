/// Words with formulas in a frame: between two characters that no other text has.
///
/// So all wording is made once, by ``TextStyle``, and a page sets its formulas as MathML, a comment between
/// dollars, whatever dollars the words have of their own.
enum FramedText {
  enum Part: Hashable, Sendable {
    case words(String)
    /// LaTeX.
    case formula(String)
  }

  private static let opening: Unicode.Scalar = "\u{E000}"
  private static let closing: Unicode.Scalar = "\u{E001}"

  static func frame(_ latex: String) -> String {
    let text = clean(TextLayout.oneLine(latex))
    return text.isEmpty ? "" : "\(opening)\(text)\(closing)"
  }

  /// Words on one line; blanks at the ends stay, since a formula may stand there.
  static func words(_ text: String) -> String {
    let line = clean(TextLayout.oneLine(text))
    if line.isEmpty { return text.isEmpty ? "" : " " }
    let before = text.first.map(\.isWhitespace) == true ? " " : ""
    let after = text.last.map(\.isWhitespace) == true ? " " : ""
    return before + line + after
  }

  /// A sentence of a paper: `$…$` and words with a command in them are formulas, brackets and stops around
  /// them are not.
  static func sentence(_ text: String) -> String {
    if text.contains("$") { return TextStyle.framed.prose(text) }
    return text.split(separator: " ").map { word in
      guard word.contains("\\") else { return words(String(word)) }
      let head = word.prefix { "(“‘".contains($0) }
      let tail = String(word.reversed().prefix { ".,;:)”’?!".contains($0) }.reversed())
      guard head.count + tail.count < word.count else { return words(String(word)) }
      let core = word.dropFirst(head.count).dropLast(tail.count)
      // A bracket that the formula opened itself is its own.
      guard core.count(where: { $0 == "(" }) == core.count(where: { $0 == ")" }) else {
        return frame(String(word))
      }
      return words(String(head)) + frame(String(core)) + words(tail)
    }.joined(separator: " ")
  }

  /// The words and formulas of a text, in order.
  static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var piece = String.UnicodeScalarView()
    func flush(_ make: (String) -> Part) {
      if !piece.isEmpty { parts.append(make(String(piece))) }
      piece = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case opening: flush(Part.words)
      case closing: flush(Part.formula)
      default: piece.append(scalar)
      }
    }
    flush(Part.words)
    return parts
  }

  private static func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == opening || $0 == closing }) else {
      return text
    }
    let scalars = text.unicodeScalars.map { $0 == opening || $0 == closing ? "\u{FFFD}" : $0 }
    return scalars.map { String($0) }.joined()
  }
}
