/// The lines of a file, found by number.
///
/// Lines end at a line feed, with or without a carriage return before it.
package struct SourceLines: Hashable, Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]

  /// Lines that are looked into: to count the characters of longer ones again and again takes too long.
  package static let longest = 100_000

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  /// The bytes of a line, from 1, without its end; `nil` if there is no such line.
  package subscript(number: Int) -> ArraySlice<UInt8>? {
    guard number >= 1, number <= starts.count else { return nil }
    let end = number < starts.count ? starts[number] - 1 : bytes.count
    let line = bytes[starts[number - 1]..<end]
    return line.last == 0x0D ? line.dropLast() : line
  }

  /// The text from a place up to another, lines and columns counted from 1; `nil` if the file has no such
  /// stretch, or it lies in a line of more than ``longest`` bytes.
  package func text(
    from start: (line: Int, column: Int), to end: (line: Int, column: Int)
  ) -> String? {
    guard start.line <= end.line, start.column >= 1, end.column >= 1 else { return nil }
    var lines: [String] = []
    for number in start.line...end.line {
      guard let bytes = self[number], bytes.count <= Self.longest else { return nil }
      let line = String(decoding: bytes, as: UTF8.self)
      let first = number == start.line ? start.column - 1 : 0
      let last = number == end.line ? end.column - 1 : line.count
      guard first <= last, last <= line.count else { return nil }
      lines.append(String(line.prefix(last).dropFirst(first)))
    }
    return lines.joined(separator: "\n")
  }

  /// A column counted in characters as one counted in code points, which are more where letters have
  /// combining marks; as it is where the file has no such place.
  package func codePointColumn(line number: Int, column: Int) -> Int {
    guard column > 1, let line = self[number] else { return column }
    // The usual line is plain and needs no counting; a mark may follow the last plain letter.
    if line.prefix(column).allSatisfy({ $0 < 0x80 }) { return column }
    let before = String(decoding: line, as: UTF8.self).prefix(column - 1)
    return before.unicodeScalars.count + 1 + (column - 1 - before.count)
  }
}
