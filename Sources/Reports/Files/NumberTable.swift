/// Tables of numbers as comma-separated text.
enum NumberTable {
  /// Whether two texts differ in numbers only, and in these by no more than a part in 10⁹ of the larger
  /// one or 10⁻⁹.
  static func areClose(_ a: String, _ b: String) -> Bool {
    let (first, second) = (lines(a), lines(b))
    return first.count == second.count
      && zip(first, second).allSatisfy { x, y in
        let (cells, others) = (cells(x), self.cells(y))
        return cells.count == others.count && zip(cells, others).allSatisfy(isClose)
      }
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func cells(_ line: Substring) -> [Substring] {
    line.split(separator: ",", omittingEmptySubsequences: false)
  }

  private static func isClose(_ a: Substring, _ b: Substring) -> Bool {
    if a == b { return true }
    guard let x = Double(a), let y = Double(b) else { return false }
    return abs(x - y) <= 1e-9 * max(1, abs(x), abs(y))
  }
}
