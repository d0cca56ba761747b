import LaTeXMath

/// A paper's text as it is read, each byte of which knows its line in the source.
struct PaperText: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where in `bytes` another line of the source begins, ascending.
  private var stretches: [(start: Int, line: Int)] = []
  private var endsWithCommand = false

  init() {}

  /// The source itself.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    stretches = [(0, 1)]
    var line = 1
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      line += 1
      stretches.append((index + 1, line))
    }
  }

  /// Puts one token behind, apart from a command before it that it would run together with.
  mutating func append(_ token: ArraySlice<UInt8>, line: Int) {
    guard let first = token.first, let last = token.last else { return }
    if stretches.last?.line != line { stretches.append((bytes.count, line)) }
    if endsWithCommand, first.isLetter { bytes.append(UInt8(ascii: " ")) }
    bytes += token
    endsWithCommand =
      first == UInt8(ascii: "\\") && token.count > 1 && last.isLetter
  }

  /// The line of the source that a byte came from.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = stretches.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if stretches[middle].start <= offset { low = middle } else { high = middle }
    }
    return stretches.isEmpty ? 1 : stretches[low].line
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Where `needle` next stands before `end`.
  func first(_ needle: String, from start: Int, to end: Int? = nil) -> Int? {
    bytes.first(needle, from: start, to: end)
  }
}

extension [UInt8] {
  /// Where `needle` next stands at or after `start`, all of it before `end`.
  func first(_ needle: String, from start: Int, to end: Int? = nil) -> Int? {
    let needle = Array(needle.utf8)
    let last = (end ?? count) - needle.count
    guard let head = needle.first, start <= last else { return nil }
    var index = start
    while index <= last {
      if self[index] == head, self[index..<index + needle.count].elementsEqual(needle) {
        return index
      }
      index += 1
    }
    return nil
  }

  /// Whether `needle` stands at `offset`.
  func has(_ needle: String, at offset: Int) -> Bool {
    let needle = needle.utf8
    return offset + needle.count <= count
      && self[offset..<offset + needle.count].elementsEqual(needle)
  }
}
