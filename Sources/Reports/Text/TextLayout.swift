/// Padding, wrapping and cleaning of text for a fixed number of columns.
package enum TextLayout {
  /// `text` with spaces behind it up to `width` characters.
  package static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// `text` with spaces before it up to `width` characters.
  package static func rightAligned(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// `text` on one line: runs of white space become one space, control characters a symbol, so that
  /// a derivation file cannot send escape sequences to the reader's terminal.
  package static func oneLine(_ text: String) -> String {
    var result = ""
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if !isPlain(scalar), scalar.properties.isWhitespace {
        pendingSpace = !result.isEmpty
        continue
      }
      if pendingSpace {
        result.append(" ")
        pendingSpace = false
      }
      result.unicodeScalars.append(visible(scalar))
    }
    return result
  }

  /// `text` with control characters replaced, white space as it is; a tab becomes a space.
  package static func withoutControls(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(scalar == "\t" ? " " : visible(scalar))
    }
    return result
  }

  /// `text` in lines of at most `width` characters, broken at spaces, or inside a word that is
  /// longer than a line.
  package static func wrapped(_ text: String, width: Int) -> [String] {
    let width = max(1, width)
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in text.utf8.split(separator: UInt8(ascii: " ")) {
      var rest = Substring(word)
      var count = rest.count
      if length > 0, length + 1 + count <= width {
        line += " " + rest
        length += 1 + count
        continue
      }
      if length > 0 { lines.append(line) }
      while count > width {
        let part = breakPoint(in: rest.prefix(width + 1), width: width)
        lines.append(String(rest.prefix(part)))
        rest = rest.dropFirst(part)
        count -= part
      }
      line = String(rest)
      length = count
    }
    if length > 0 { lines.append(line) }
    return lines
  }

  /// Where a word longer than a line is broken: before a sign in the last third of the line, as
  /// formulas are, or at its end.
  private static func breakPoint(in word: Substring, width: Int) -> Int {
    let characters = Array(word)
    let signs: Set<Character> = ["+", "−", "-", "="]
    return characters.indices.last { signs.contains(characters[$0]) && $0 > width * 2 / 3 }
      ?? width
  }

  /// `text` cut to `width` characters, the last one `…` if something was cut.
  package static func cut(_ text: String, to width: Int) -> String {
    text.count <= width ? text : text.prefix(max(0, width - 1)) + "…"
  }

  /// `1 line`, `2 lines`.
  package static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// `a`, `a and b`, `a, b and c`.
  package static func list(_ words: [String], conjunction: String = "and") -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// A letter, number or mark of ASCII: nothing has to be looked up for it.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    (0x21...0x7E).contains(scalar.value)
  }

  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if isPlain(scalar) { return scalar }
    switch scalar.properties.generalCategory {
    case .control, .surrogate: return "\u{FFFD}"
    // Zero-width and direction marks could make a line read as something else.
    case .format: return scalar == "\u{200D}" ? scalar : "\u{FFFD}"
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
      .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol, .spaceSeparator, .lineSeparator, .paragraphSeparator,
      .privateUse, .unassigned:
      return scalar
    @unknown default: return scalar
    }
  }
}
