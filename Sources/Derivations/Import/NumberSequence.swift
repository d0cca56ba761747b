/// The numbers of a paper's displays: which are missing between others, and which come twice.
package struct NumberSequence: Hashable, Sendable {
  /// `25`, `7–9`, `A3`, in order.
  package private(set) var missing: [String] = []
  /// In the order of their second places.
  package private(set) var repeated: [String] = []

  package init(_ numbers: [String]) {
    var seen: Set<String> = []
    var order: [String] = []
    var wholes: [String: [Int]] = [:]
    for number in numbers {
      if !seen.insert(number).inserted, !repeated.contains(number) { repeated.append(number) }
      guard let (prefix, whole) = Self.parts(of: number) else { continue }
      if wholes[prefix] == nil { order.append(prefix) }
      wholes[prefix, default: []].append(whole)
    }
    for prefix in order {
      var expected = 1
      for whole in (wholes[prefix] ?? []).sorted() where whole >= expected {
        if whole == expected + 1 {
          missing.append("\(prefix)\(expected)")
        } else if whole > expected {
          missing.append("\(prefix)\(expected)–\(prefix)\(whole - 1)")
        }
        expected = whole + 1
      }
    }
  }

  /// The whole number in `27`, `27a` or `27'`; `nil` if something stands before it.
  static func whole(_ number: String) -> Int? {
    guard let (prefix, whole) = parts(of: number), prefix.isEmpty else { return nil }
    return whole
  }

  /// `("2.", 14)` of `2.14a`.
  private static func parts(of number: String) -> (String, Int)? {
    let digits: (Character) -> Bool = { "0"..."9" ~= $0 }
    guard let last = number.lastIndex(where: digits) else { return nil }
    let head = number[...last]
    let run = head.reversed().prefix(while: digits).count
    guard run <= 6, let whole = Int(head.suffix(run)) else { return nil }
    return (String(head.dropLast(run)), whole)
  }
}
