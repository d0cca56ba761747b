/// The lines of a file, found by number.
///
/// Lines end at a line feed, with or without a carriage return before it.
package struct SourceLines: Hashable, Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]

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
