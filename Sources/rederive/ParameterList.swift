/// Lists that a user writes behind `--at` and `--given`.
package enum ParameterList {
  /// `\omega_1=10, T_1=1` → pairs, in the order given; no symbol twice.
  package static func assignments(
    _ texts: [String]
  ) throws(UsageError) -> [(symbol: String, value: String)] {
    var pairs: [(symbol: String, value: String)] = []
    for item in texts.flatMap({ items(of: $0) }) {
      let parts = split(item, at: "=").map { trimmed($0) }
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw .noAssignment(item)
      }
      guard !pairs.contains(where: { $0.symbol == parts[0] }) else {
        throw .repeatedSymbol(parts[0])
      }
      pairs.append((parts[0], parts[1]))
    }
    return pairs
  }

  /// `boson, \theta=\pi/2` → `boson`, `\theta=\pi/2`.
  package static func restrictions(_ texts: [String]) throws(UsageError) -> [String] {
    let all = texts.flatMap { items(of: $0) }
    guard all.allSatisfy({ !$0.isEmpty }) else { throw .emptyRestriction }
    return all
  }

  static func items(of text: String) -> [String] {
    split(text, at: ",").map { trimmed($0) }
  }

  /// Parts between separators that stand outside all brackets, so that `N_{1,2}` stays whole.
  static func split(_ text: String, at separator: Character) -> [Substring] {
    var parts: [Substring] = []
    var depth = 0
    var start = text.startIndex
    for index in text.indices {
      switch text[index] {
      case "{", "(", "[": depth += 1
      case "}", ")", "]": depth -= 1
      case separator where depth <= 0:
        parts.append(text[start..<index])
        start = text.index(after: index)
      default: break
      }
    }
    return parts + [text[start...]]
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    let head = text.drop { $0.isWhitespace }
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
  }
}
