import LaTeXMath

/// The printed number of a display: `27`, `3a`, `2.14`, `A1`, `S3'`.
enum PrintedNumber {
  /// The number in `(27)`, if that is the whole text, a full stop or a comma behind it apart.
  static func alone(_ text: String) -> String? {
    var text = text.trimmed
    if text.hasSuffix(".") || text.hasSuffix(",") { text = String(text.dropLast()) }
    for wrapper in ["\\tag{", "\\text{(", "{(", "**("] where text.hasPrefix(wrapper) {
      let inner = text.dropFirst(wrapper.count).prefix { $0 != "}" && $0 != ")" && $0 != "*" }
      let rest = text.dropFirst(wrapper.count + inner.count)
      guard rest.count <= 3, isNumber(inner) else { return nil }
      return String(inner)
    }
    guard text.hasPrefix("("), text.hasSuffix(")") else { return nil }
    let inner = text.dropFirst().dropLast()
    return isNumber(inner) ? String(inner) : nil
  }

  static func isNumber(_ text: some StringProtocol) -> Bool {
    guard (1...12).contains(text.utf8.count), text.contains(where: { "0"..."9" ~= $0 }) else {
      return false
    }
    var letters = 0
    for character in text {
      switch character {
      case "0"..."9", ".", "-", "'", "′", "–": letters = 0
      case "a"..."z", "A"..."Z": letters += 1
      default: return false
      }
      if letters > 2 { return false }
    }
    return true
  }

  /// How sure a `(27)` at the end of a formula is its number.
  enum Certainty: Hashable {
    /// Set apart by a wide space.
    case set
    /// Behind a full stop, a comma or the end of an environment.
    case punctuated
    /// Behind a space only.
    case spaced
  }

  struct Found: Hashable {
    var number: String
    var certainty: Certainty
    /// What is taken out of the formula with it: the wide space before it too.
    var range: Range<Int>
  }

  private static let wide: Set<String> = ["\\quad", "\\qquad", "\\hfill", "\\enspace"]
  private static let narrow: Set<String> = ["\\,", "\\;", "\\:", "\\ ", "~", "\\>", "\\!"]

  /// The `(27)` that a formula ends with.
  static func atEnd(of latex: [UInt8]) -> Found? {
    guard let (open, close) = brackets(latex) else { return nil }
    let inner = String(decoding: latex[open + 1..<close], as: UTF8.self).trimmed
    guard isNumber(inner) else { return nil }
    var start = open
    var end = close + 1
    // `\text{(27)}` goes as a whole.
    for wrapper in ["\\text{", "\\mbox{", "\\textrm{", "\\mathrm{", "{"]
    where latex[..<open].ends(with: wrapper) {
      start = open - wrapper.utf8.count
      end = latex[end...].firstIndex(of: UInt8(ascii: "}")).map { $0 + 1 } ?? end
      break
    }
    var certainty: Certainty?
    var index = start
    while index > 0 {
      let before = latex[..<index]
      if let space = (wide.union(narrow)).first(where: { before.ends(with: $0) }) {
        index -= space.utf8.count
        if wide.contains(space) {
          certainty = .set
        } else if certainty == nil {
          certainty = .spaced
        }
      } else if let hspace = beginOfHorizontalSpace(before) {
        index = hspace
        certainty = .set
      } else if latex[index - 1].isSpace {
        index -= 1
        if certainty == nil { certainty = .spaced }
      } else {
        break
      }
    }
    if certainty != .set, index > 0 {
      let isBehindEnd = endsWithEnd(latex[..<index])
      if isBehindEnd || ".,;".utf8.contains(latex[index - 1]) { certainty = .punctuated }
    }
    guard let certainty, index > 0 else { return nil }
    return Found(number: inner, certainty: certainty, range: index..<end)
  }

  /// Where the brackets at the end stand.
  private static func brackets(_ latex: [UInt8]) -> (open: Int, close: Int)? {
    var close = latex.count - 1
    while close >= 0, latex[close].isSpace || "}.,".utf8.contains(latex[close]) { close -= 1 }
    guard close > 0, latex[close] == UInt8(ascii: ")") else { return nil }
    let open = latex[..<close].suffix(16).lastIndex(of: UInt8(ascii: "("))
    let behind = latex[(close + 1)...].filter { $0 == UInt8(ascii: "}") }.count
    guard let open, behind <= 1 else { return nil }
    // A brace behind belongs to `\text{(27)}`.
    if behind == 1, open == 0 || latex[open - 1] != UInt8(ascii: "{") { return nil }
    return (open, close)
  }

  /// Where `\hspace{…}` at the end begins.
  private static func beginOfHorizontalSpace(_ latex: ArraySlice<UInt8>) -> Int? {
    guard latex.last == UInt8(ascii: "}"),
      let open = latex.suffix(30).lastIndex(of: UInt8(ascii: "{"))
    else { return nil }
    for name in ["\\hspace", "\\hspace*", "\\hskip"] where latex[..<open].ends(with: name) {
      return open - name.utf8.count
    }
    return nil
  }

  /// Whether the text ends with `\end{…}`.
  private static func endsWithEnd(_ latex: ArraySlice<UInt8>) -> Bool {
    guard latex.last == UInt8(ascii: "}"),
      let open = latex.suffix(30).lastIndex(of: UInt8(ascii: "{"))
    else { return false }
    return latex[..<open].ends(with: "\\end")
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with text: String) -> Bool {
    count >= text.utf8.count && suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
