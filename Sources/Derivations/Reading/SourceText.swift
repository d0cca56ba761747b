/// The text of a derivation file with its line starts, for turning offsets into places.
struct SourceText: Sendable {
  let file: String
  let bytes: [UInt8]
  private let lineStarts: [Int]

  /// - Throws: ``FileError`` for a file that is not text.
  init(bytes: [UInt8], file: String) throws(FileError) {
    self.file = file
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    lineStarts = starts
    if let zero = bytes.firstIndex(of: 0) {
      throw FileError([
        FileDiagnostic(
          code: "binary-file", message: "this is not a text file: it has a zero byte",
          help: "give a derivation file, a Markdown text in UTF-8",
          location: location(zero..<zero + 1))
      ])
    }
    if String(validating: bytes, as: UTF8.self) == nil {
      throw FileError([
        FileDiagnostic(
          code: "not-utf8", message: "this is not UTF-8 text",
          help: "save the file in UTF-8", location: location(0..<0))
      ])
    }
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The byte offsets of each line without its line break.
  var lines: [Range<Int>] {
    lineStarts.indices.map { number in
      let start = lineStarts[number]
      var end = number + 1 < lineStarts.count ? lineStarts[number + 1] - 1 : bytes.count
      if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      return start..<max(start, end)
    }
  }

  /// All of it.
  var whole: String { text(bytes.indices) }

  /// The bytes of a place; empty at the end for one outside the text.
  func range(of location: Location) -> Range<Int> {
    let start = offset(line: location.line, column: location.column)
    return start..<max(start, offset(line: location.endLine, column: location.endColumn))
  }

  private func offset(line: Int, column: Int) -> Int {
    guard lineStarts.indices.contains(line - 1) else { return bytes.count }
    let start = lineStarts[line - 1]
    let end = line < lineStarts.count ? lineStarts[line] : bytes.count
    return start + text(start..<end).prefix(max(0, column - 1)).utf8.count
  }

  func location(_ range: Range<Int>) -> Location {
    let (line, column) = place(range.lowerBound)
    let (endLine, endColumn) = place(max(range.lowerBound, range.upperBound))
    return Location(file: file, line: line, column: column, endLine: endLine, endColumn: endColumn)
  }

  private func place(_ offset: Int) -> (Int, Int) {
    let offset = min(offset, bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let prefix = String(decoding: bytes[lineStarts[low]..<offset], as: UTF8.self)
    return (low + 1, prefix.count + 1)
  }

  func diagnostic(
    _ code: String, _ message: String, help: String = "", at range: Range<Int>
  ) -> FileDiagnostic {
    FileDiagnostic(code: code, message: message, help: help, location: location(range))
  }
}

/// A stretch of the file as text, knowing where it stands.
struct Phrase: Hashable, Sendable {
  var text: String
  /// Byte offset of its first byte in the file.
  var offset: Int

  var range: Range<Int> { offset..<offset + text.utf8.count }

  /// Without white space at both ends.
  var trimmed: Phrase {
    let bytes = Array(text.utf8)
    var start = 0
    var end = bytes.count
    func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return Phrase(text: String(decoding: bytes[start..<end], as: UTF8.self), offset: offset + start)
  }

  var isEmpty: Bool { text.isEmpty }

  /// The parts between ASCII separators at bracket depth zero, trimmed.
  func split(on separator: Character) -> [Phrase] {
    let bytes = Array(text.utf8)
    var parts: [Phrase] = []
    var depth = 0
    var start = 0
    var isEscaped = false
    func part(_ end: Int) -> Phrase {
      Phrase(text: String(decoding: bytes[start..<end], as: UTF8.self), offset: offset + start)
        .trimmed
    }
    for (index, byte) in bytes.enumerated() {
      if !isEscaped, byte == separator.asciiValue, depth == 0 {
        parts.append(part(index))
        start = index + 1
      } else if !isEscaped {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
        default: break
        }
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    parts.append(part(bytes.count))
    return parts
  }

  /// The text after a prefix of whole words, or `nil`.
  func dropping(prefix words: String) -> Phrase? {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var rest = text.utf8[...]
    for word in words.utf8.split(separator: UInt8(ascii: " ")) {
      rest = rest.drop(while: isBlank)
      guard rest.starts(with: word) else { return nil }
      rest = rest.dropFirst(word.count)
      guard rest.first.map(isBlank) ?? true else { return nil }
    }
    let start = text.utf8.distance(from: text.startIndex, to: rest.startIndex)
    return Phrase(text: String(Substring(rest)), offset: offset + start).trimmed
  }

  /// The two sides of the first occurrence of a piece of text, trimmed.
  func cut(at separator: String) -> (Phrase, Phrase)? {
    let bytes = Array(text.utf8)
    let needle = Array(separator.utf8)
    guard !needle.isEmpty, bytes.count >= needle.count else { return nil }
    for start in 0...(bytes.count - needle.count)
    where bytes[start] == needle[0] && bytes[start..<start + needle.count].elementsEqual(needle) {
      let left = String(decoding: bytes[..<start], as: UTF8.self)
      let right = String(decoding: bytes[(start + needle.count)...], as: UTF8.self)
      return (
        Phrase(text: left, offset: offset).trimmed,
        Phrase(text: right, offset: offset + start + needle.count).trimmed
      )
    }
    return nil
  }
}
