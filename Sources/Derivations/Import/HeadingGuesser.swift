/// Finds headings that stand as plain lines: `II. MODELS AND METHODS`, `A. The baths`, `2.1 Rates`.
struct HeadingGuesser {
  private var section = 0
  private var letter = 0
  private var isNumbered = false

  /// The level and the words of a line that stands alone and is a heading.
  mutating func level(of line: String) -> (Int, String)? {
    let words = Self.withoutStars(line)
    guard words.count <= 120, !words.contains("$"), let last = words.last, !".,;:".contains(last)
    else { return nil }
    guard let space = words.firstIndex(of: " ") else { return nil }
    let mark = String(words[..<space])
    let title = words[space...].trimmed
    guard let first = title.first, first.isUppercase else { return nil }
    guard let level = level(ofMark: mark, title) else { return nil }
    return (level, words)
  }

  /// A line that is bold or slanted as a whole, without that.
  static func withoutStars(_ line: String) -> String {
    var words = line
    while words.hasPrefix("*"), words.hasSuffix("*"), words.count > 2 {
      words = String(words.dropFirst().dropLast()).trimmed
    }
    return words
  }

  private mutating func level(ofMark mark: String, _ title: String) -> Int? {
    let isLoud = title == title.uppercased() && title.contains { $0.isLetter }
    let bare = mark.hasSuffix(".") ? String(mark.dropLast()) : mark
    guard mark.hasSuffix(".") || bare.contains(where: \.isNumber) else { return nil }
    if let number = Self.roman(bare), number == section + 1 || (isLoud && number > section) {
      if isLoud || Self.letter(bare) != letter + 1 || letter == 0 && bare == "I" {
        section = number
        letter = 0
        return 2
      }
    }
    if let number = Self.letter(bare), number == letter + 1, section > 0 || isLoud {
      letter = number
      return isLoud && section == 0 ? 2 : 3
    }
    let parts = bare.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...4).contains(parts.count), let first = Int(parts[0]), first > 0,
      parts.allSatisfy({ Int($0).map { (0...99).contains($0) } ?? false })
    else { return nil }
    if parts.count > 1 { return isNumbered ? 1 + parts.count : nil }
    guard first == section + 1 else { return nil }
    section = first
    isNumbered = true
    return 2
  }

  private static func letter(_ mark: String) -> Int? {
    guard mark.count == 1, let byte = mark.utf8.first,
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    else { return nil }
    return Int(byte - UInt8(ascii: "A")) + 1
  }

  static func roman(_ mark: String) -> Int? {
    guard (1...6).contains(mark.count) else { return nil }
    return (1...30).first { EquationCounter.roman($0) == mark }
  }
}
