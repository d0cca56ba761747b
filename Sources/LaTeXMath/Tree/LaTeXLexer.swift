/// Cuts a text into tokens, one at a time.
package struct LaTeXLexer: Sendable {
  package enum Kind: UInt8, Equatable, Sendable {
    case whitespace, comment, character, command, lineBreak, alignmentMark
    case openBrace, closeBrace, superscript, `subscript`
    /// `\begin{name}`, `\end{name}`, `\left(`, `\right)`: one token with what follows.
    case begin, end, left, right
    /// A backslash at the end of the text, `\begin` without a name, `\left` without a delimiter.
    case malformed
  }

  package struct Token: Equatable, Sendable {
    package var kind: Kind
    package var range: Range<Int>
  }

  package let bytes: [UInt8]
  package private(set) var position: Int

  /// A lexer that begins at `position`, the border of a token.
  package init(_ bytes: [UInt8], at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// The next token, or `nil` at the end of the text.
  package mutating func next() -> Token? {
    guard position < bytes.count else { return nil }
    let start = position
    let kind = scan()
    return Token(kind: kind, range: start..<position)
  }

  private mutating func scan() -> Kind {
    let byte = bytes[position]
    if byte.isSpace {
      skip { $0.isSpace }
      return .whitespace
    }
    switch byte {
    case UInt8(ascii: "%"):
      skip { $0 != UInt8(ascii: "\n") }
      return .comment
    case UInt8(ascii: "\\"): return scanCommand()
    case UInt8(ascii: "{"): return single(.openBrace)
    case UInt8(ascii: "}"): return single(.closeBrace)
    case UInt8(ascii: "^"): return single(.superscript)
    case UInt8(ascii: "_"): return single(.subscript)
    case UInt8(ascii: "&"): return single(.alignmentMark)
    default:
      skipCharacter()
      return .character
    }
  }

  private mutating func scanCommand() -> Kind {
    let start = position
    position += 1
    guard position < bytes.count else { return .malformed }
    if bytes[position] == UInt8(ascii: "\\") {
      position += 1
      skipLineBreakOptions()
      return .lineBreak
    }
    guard bytes[position].isLetter else {
      skipCharacter()
      return .command
    }
    skip { $0.isLetter }
    let name = bytes[start + 1..<position]
    if name.elementsEqual("begin".utf8) { return skipName() ? .begin : .malformed }
    if name.elementsEqual("end".utf8) { return skipName() ? .end : .malformed }
    if name.elementsEqual("left".utf8) { return skipDelimiter() ? .left : .malformed }
    if name.elementsEqual("right".utf8) { return skipDelimiter() ? .right : .malformed }
    return .command
  }

  private mutating func single(_ kind: Kind) -> Kind {
    position += 1
    return kind
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while position < bytes.count, condition(bytes[position]) { position += 1 }
  }

  private mutating func skipCharacter() {
    position += 1
    skip { $0 & 0xC0 == 0x80 }
  }

  /// Takes `*` and `[2pt]` after `\\`; a bracket that holds no length is not an option.
  private mutating func skipLineBreakOptions() {
    if position < bytes.count, bytes[position] == UInt8(ascii: "*") { position += 1 }
    guard position < bytes.count, bytes[position] == UInt8(ascii: "[") else { return }
    let start = position
    position += 1
    skip { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }
    let digits = position
    skip { $0.isDigit || $0 == UInt8(ascii: ".") }
    guard position > digits else {
      position = start
      return
    }
    skip { $0.isLetter || $0 == UInt8(ascii: " ") }
    guard position < bytes.count, bytes[position] == UInt8(ascii: "]") else {
      position = start
      return
    }
    position += 1
  }

  /// Takes `{name}` after `\begin`.
  private mutating func skipName() -> Bool {
    let start = position
    skip { $0.isSpace }
    guard position < bytes.count, bytes[position] == UInt8(ascii: "{") else {
      position = start
      return false
    }
    position += 1
    skip { $0.isLetter || $0 == UInt8(ascii: "*") }
    guard position < bytes.count, bytes[position] == UInt8(ascii: "}") else {
      position = start
      return false
    }
    position += 1
    return true
  }

  /// Takes the delimiter after `\left`.
  private mutating func skipDelimiter() -> Bool {
    let start = position
    skip { $0.isSpace }
    let first = position
    if position < bytes.count {
      if "()[]|./<>".utf8.contains(bytes[position]) {
        position += 1
        return true
      }
      if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count {
        position += 1
        if "{}|".utf8.contains(bytes[position]) {
          position += 1
          return true
        }
        skip { $0.isLetter }
        let name = String(decoding: bytes[first + 1..<position], as: UTF8.self)
        if Vocabulary.delimiters.contains(name) { return true }
      }
    }
    position = start
    return false
  }
}

extension UInt8 {
  package var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  package var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  package var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
