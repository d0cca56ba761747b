/// Tables of numbers as comma-separated text.
enum NumberTable {
  /// Whether two texts differ in numbers only, and in these by no more than a part in 10⁹ of the larger
  /// one or 10⁻⁹.
  static func areClose(_ a: String, _ b: String) -> Bool {
    let (first, second) = (pieces(Substring(a), "\n"), pieces(Substring(b), "\n"))
    return first.count == second.count
      && zip(first, second).allSatisfy { x, y in
        if x.utf8.elementsEqual(y.utf8) { return true }
        let (cells, others) = (pieces(x, ","), pieces(y, ","))
        return cells.count == others.count && zip(cells, others).allSatisfy(isClose)
      }
  }

  private static func pieces(_ text: Substring, _ separator: Unicode.Scalar) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false)
      .map { Substring($0) }
  }

  private static func isClose(_ a: Substring, _ b: Substring) -> Bool {
    if a.utf8.elementsEqual(b.utf8) { return true }
    guard let x = Double(a), let y = Double(b) else { return false }
    return abs(x - y) <= 1e-9 * max(1, abs(x), abs(y))
  }
}
