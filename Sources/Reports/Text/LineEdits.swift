/// A shortest way from one sequence of lines to another, after Myers, “An O(ND) difference
/// algorithm and its variations”, Algorithmica 1 (1986) 251.
///
/// Lines are numbers, equal for equal lines. Deletions stand before insertions.
package struct LineEdits {
  package enum Edit: Hashable, Sendable {
    case keep(old: Int, new: Int)
    case delete(old: Int)
    case insert(new: Int)

    package var isInOld: Bool {
      switch self {
      case .keep, .delete: true
      case .insert: false
      }
    }

    package var isInNew: Bool {
      switch self {
      case .keep, .insert: true
      case .delete: false
      }
    }

    package var isKept: Bool { isInOld && isInNew }
  }

  package private(set) var edits: [Edit] = []

  /// Memory grows with the square of the number of differences: past this many, what lies between
  /// the common ends is replaced as a whole.
  package static let mostDifferences = 2000

  private let old: [Int]
  private let new: [Int]

  package init(from lines: (old: [Int], new: [Int])) {
    old = lines.old
    new = lines.new
    let shorter = min(old.count, new.count)
    var start = 0
    while start < shorter, old[start] == new[start] { start += 1 }
    var tail = 0
    while tail < shorter - start, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
      tail += 1
    }
    edits = (0..<start).map { .keep(old: $0, new: $0) }
    edits += middle(start..<old.count - tail, start..<new.count - tail)
    edits += (0..<tail).map {
      .keep(old: old.count - tail + $0, new: new.count - tail + $0)
    }
  }

  private func middle(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> [Edit] {
    let replacement =
      oldRange.map { Edit.delete(old: $0) } + newRange.map { Edit.insert(new: $0) }
    if oldRange.isEmpty || newRange.isEmpty { return replacement }
    return shortest(oldRange, newRange) ?? replacement
  }

  /// `furthest[d][k]` is the largest x that d differences reach on the diagonal x − y = k.
  private func shortest(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> [Edit]? {
    var rounds: [[Int]] = []
    for differences in 0...min(oldRange.count + newRange.count, Self.mostDifferences) {
      // Diagonals −d, −d + 2, …, d stand at 0, 1, …, d.
      var row = [Int](repeating: 0, count: differences + 1)
      for slot in 0...differences {
        let diagonal = 2 * slot - differences
        var x = entry(slot, in: rounds.last, isFirst: differences == 0).x
        while x < oldRange.count, x - diagonal < newRange.count, x - diagonal >= 0,
          old[oldRange.lowerBound + x] == new[newRange.lowerBound + x - diagonal]
        {
          x += 1
        }
        row[slot] = x
        if x >= oldRange.count, x - diagonal >= newRange.count {
          return path(rounds + [row], oldRange, newRange)
        }
      }
      rounds.append(row)
    }
    return nil
  }

  /// Where a path on diagonal `slot` enters from the round before: an insertion comes from the
  /// diagonal above (same x), a deletion from the one below (x + 1).
  private func entry(
    _ slot: Int, in previous: [Int]?, isFirst: Bool
  ) -> (x: Int, isInsertion: Bool) {
    guard let previous, !isFirst else { return (0, false) }
    if slot == 0 { return (previous[0], true) }
    if slot == previous.count { return (previous[slot - 1] + 1, false) }
    return previous[slot - 1] < previous[slot]
      ? (previous[slot], true) : (previous[slot - 1] + 1, false)
  }

  /// The edits from the end back to the start.
  private func path(_ rounds: [[Int]], _ oldRange: Range<Int>, _ newRange: Range<Int>) -> [Edit] {
    var reversed: [Edit] = []
    var x = oldRange.count
    var diagonal = oldRange.count - newRange.count
    for differences in stride(from: rounds.count - 1, through: 0, by: -1) {
      let slot = (diagonal + differences) / 2
      let start = entry(
        slot, in: differences > 0 ? rounds[differences - 1] : nil, isFirst: differences == 0)
      while x > start.x {
        x -= 1
        reversed.append(
          .keep(old: oldRange.lowerBound + x, new: newRange.lowerBound + x - diagonal))
      }
      guard differences > 0 else { break }
      if start.isInsertion {
        reversed.append(.insert(new: newRange.lowerBound + x - diagonal - 1))
        diagonal += 1
      } else {
        x -= 1
        reversed.append(.delete(old: oldRange.lowerBound + x))
        diagonal -= 1
      }
    }
    return reversed.reversed()
  }
}
