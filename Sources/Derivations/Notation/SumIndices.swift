import LaTeXMath

/// What stands below a sum: its indices with the values that are printed for them, as in `n, m`, `k = 1`,
/// `i = 1, j = 1` and `s = L, R`.
struct SumIndices: Hashable, Sendable {
  struct Index: Hashable, Sendable {
    var letter: String
    /// None where the index runs over the family of a name in the sum.
    var values: [String] = []
  }

  private(set) var indices: [Index] = []
  /// Something else stands there too, such as i ≠ j.
  private(set) var isUnderstood = true

  init(_ script: Formula.Script?) {
    for part in Self.parts(LaTeXTokens.split(script?.text ?? "")) {
      if let mark = part.firstIndex(of: "=") {
        // Whatever follows, the letter before it is bound.
        let value = Self.value(part[(mark + 1)...])
        isUnderstood = isUnderstood && mark == 1 && value != nil
        indices += part[..<mark].map { Index(letter: $0, values: value.map { [$0] } ?? []) }
      } else if let last = indices.indices.last, !indices[last].values.isEmpty {
        if let value = Self.value(part[...]) {
          indices[last].values.append(value)
        } else {
          isUnderstood = false
        }
      } else {
        indices += part.map { Index(letter: $0) }
      }
    }
  }

  /// One letter by itself.
  init(over letter: String) { indices = [Index(letter: letter)] }

  var letters: [String] { indices.map(\.letter) }

  /// Between commas.
  private static func parts(_ tokens: [String]) -> [[String]] {
    tokens.split(separator: ",").map(Array.init)
  }

  /// A number, or a word of one token.
  private static func value(_ tokens: ArraySlice<String>) -> String? {
    let text = tokens.joined()
    return tokens.count == 1 || Int(text) != nil ? text : nil
  }

  /// The values of an index by what is printed; `nil` where it runs over a family.
  ///
  /// - Parameter upper: what stands above the sum.
  /// - Throws: where that is no range of numbers.
  func values(
    of index: Index, upTo upper: Formula.Script?, _ formula: Formula
  ) throws(ElaborationError) -> [String]? {
    func unreadable(_ message: String) -> ElaborationError {
      ElaborationError(
        code: "unreadable", message: message,
        help: "write \\sum_{k=1}^{3}, \\sum_{s=L,R}, or \\sum_k over the family of a name",
        range: formula.range)
    }
    guard isUnderstood else {
      throw unreadable("what stands below the sum is not understood")
    }
    guard let upper else {
      if index.values.count == 1 {
        throw unreadable("expected where the sum over \(index.letter) ends")
      }
      return index.values.isEmpty ? nil : index.values
    }
    guard index.values.count == 1, let first = Int(index.values[0]),
      let last = Int(Instantiation.identity.script(upper.text)),
      (-1_000_000...1_000_000).contains(first),
      last < first + 64
    else {
      throw unreadable("expected numbers, at most 64, from which and to which \(index.letter) runs")
    }
    return first <= last ? (first...last).map(String.init) : []
  }
}
