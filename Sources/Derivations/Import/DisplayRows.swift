import LaTeXMath

/// The rows of a display: their LaTeX without numbers and labels, and what the source says of each
/// row's number.
struct DisplayRows {
  struct Row {
    var latex: [UInt8] = []
    /// The `\\` behind it, with its options.
    var lineBreak = ""
    var tag: String?
    var isUnnumbered = false
    var offset: Int
    /// Words between this row and the next one.
    var words: String?

    var isEmpty: Bool { latex.allSatisfy(\.isSpace) }
  }

  private(set) var rows: [Row] = []
  /// Tags beyond a row's first.
  private(set) var extraTags: [(tag: String, offset: Int)] = []

  /// Reads `range` of `bytes`, as one row unless `splits`.
  init(_ bytes: [UInt8], _ range: Range<Int>, splits: Bool) {
    var lexer = LaTeXLexer(Array(bytes[range]))
    let base = range.lowerBound
    var row = Row(offset: base)
    var depth = 0
    var hasBegun = false
    while let token = lexer.next() {
      let text = lexer.bytes[token.range]
      if !hasBegun, token.kind != .whitespace {
        hasBegun = true
        row.offset = base + token.range.lowerBound
      }
      switch token.kind {
      case .openBrace, .begin: depth += 1
      case .closeBrace, .end: depth -= 1
      case .lineBreak where splits && depth <= 0:
        row.lineBreak = String(decoding: text, as: UTF8.self)
        rows.append(row)
        row = Row(offset: base + token.range.upperBound)
        hasBegun = false
        continue
      case .command:
        if take(token, &lexer, &row, base) { continue }
      case .whitespace, .comment, .character, .lineBreak, .alignmentMark, .superscript,
        .subscript, .left, .right, .malformed:
        break
      }
      row.latex += text
    }
    rows.append(row)
  }

  /// Takes a command that says something of the row and is no part of its formula.
  private mutating func take(
    _ token: LaTeXLexer.Token, _ lexer: inout LaTeXLexer, _ row: inout Row, _ base: Int
  ) -> Bool {
    switch String(decoding: lexer.bytes[token.range].dropFirst(), as: UTF8.self) {
    case "nonumber", "notag": row.isUnnumbered = true
    case "label":
      guard Self.argument(&lexer) != nil else { return false }
    case "tag":
      guard let text = Self.argument(&lexer) else { return false }
      let tag = Self.number(text)
      if tag.isEmpty {
        row.isUnnumbered = true
      } else if row.tag == nil {
        row.tag = tag
      } else {
        extraTags.append((tag, base + token.range.lowerBound))
      }
    case "eqno", "leqno":
      let rest = lexer.bytes[token.range.upperBound...]
      let tag = Self.number(String(decoding: rest, as: UTF8.self))
      if !tag.isEmpty { row.tag = tag }
      lexer = LaTeXLexer(lexer.bytes, at: lexer.bytes.count)
    case "intertext", "shortintertext":
      guard let text = Self.argument(&lexer) else { return false }
      // It stands at the beginning of the row that it comes before.
      if rows.isEmpty { row.words = text } else { rows[rows.count - 1].words = text }
    default: return false
    }
    Self.closeLine(&row.latex, &lexer)
    return true
  }

  /// Without a line that held nothing but what was taken away.
  private static func closeLine(_ latex: inout [UInt8], _ lexer: inout LaTeXLexer) {
    var start = latex.count
    while start > 0, latex[start - 1] == 0x20 || latex[start - 1] == 0x09 { start -= 1 }
    guard start == 0 || latex[start - 1] == UInt8(ascii: "\n") else { return }
    var end = lexer.position
    while end < lexer.bytes.count, lexer.bytes[end] == 0x20 || lexer.bytes[end] == 0x09 {
      end += 1
    }
    guard end < lexer.bytes.count, lexer.bytes[end] == UInt8(ascii: "\n") else { return }
    latex.removeSubrange(start...)
    lexer = LaTeXLexer(lexer.bytes, at: end + 1)
  }

  /// In tokens; what is longer is no label and no tag, and an unclosed one must not cost much.
  private static let longestArgument = 500

  /// The text of `{…}`, a star and white space before it apart; nothing is taken if there is none.
  static func argument(_ lexer: inout LaTeXLexer) -> String? {
    var reader = lexer
    var depth = 0
    var start: Int?
    var count = 0
    while count < longestArgument, let token = reader.next() {
      count += 1
      switch token.kind {
      case .openBrace:
        depth += 1
        if start == nil { start = token.range.upperBound }
      case .closeBrace:
        depth -= 1
        guard let start, depth == 0 else { break }
        lexer = reader
        return String(decoding: lexer.bytes[start..<token.range.lowerBound], as: UTF8.self)
      case .whitespace where reader.bytes[token.range].count { $0 == UInt8(ascii: "\n") } > 1:
        return nil
      case .whitespace: break
      case .character where start == nil && reader.bytes[token.range].elementsEqual("*".utf8): break
      case .comment, .character, .command, .lineBreak, .alignmentMark, .superscript, .subscript,
        .begin, .end, .left, .right, .malformed:
        if start == nil { return nil }
      }
      if depth < 0 { return nil }
    }
    return nil
  }

  /// A number without the brackets and dollars around it: `3a` of `$(3a)$`.
  static func number(_ text: String) -> String {
    var text = text.trimmed[...]
    let pairs: [(Character?, Character?)] = [("{", "}"), ("(", ")"), ("[", "]"), ("$", "$")]
    while text.count > 1, pairs.contains(where: { $0 == (text.first, text.last) }) {
      text = text.dropFirst().dropLast().trimmed[...]
    }
    let number = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !isSafe(number) else { return number }
    return String(number.filter { $0.isLetter || $0.isNumber || ".-'*".contains($0) }.prefix(40))
  }

  /// Whether `\tag{…}` can hold a text: its braces agree and nothing in it opens a display.
  private static func isSafe(_ number: String) -> Bool {
    var lexer = LaTeXLexer(Array(number.utf8))
    var depth = 0
    while let token = lexer.next() {
      switch token.kind {
      case .openBrace: depth += 1
      case .closeBrace: depth -= 1
      case .comment, .lineBreak, .alignmentMark, .begin, .end, .malformed: return false
      case .whitespace, .character, .command, .superscript, .subscript, .left, .right: break
      }
      if depth < 0 { return false }
    }
    return depth == 0 && number.utf8.count <= 100 && !number.contains("$$")
  }
}
