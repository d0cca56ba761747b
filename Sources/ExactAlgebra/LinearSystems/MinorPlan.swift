/// The order of rows for a table of minors, and which subsets of columns are met with it.
struct MinorPlan {
  let order: [Int]
  /// For each number of rows the subsets that can be nonzero and lead to a maximal minor, ascending.
  let levels: [[UInt64]]
  /// The numbers of terms of the entries, row by row.
  private let lengths: [[Int]]
  private let variableCount: Int

  /// Products of an entry's terms with a minor above which elimination is the better method.
  private static let largest = 60_000

  /// In which order the rows come, but that those with a right-hand side come last, so that its
  /// column stays out of the small minors.
  enum RowOrder {
    case asGiven
    case shortestFirst
  }

  /// The better of the two orders; nil when there would be too many minors.
  ///
  /// - Parameter plan: the one for the rows as given, where it is known.
  /// - Precondition: each row has one entry more than there are rows.
  static func better(for rows: [[Polynomial]], than plan: MinorPlan? = nil) -> MinorPlan? {
    let given = plan ?? MinorPlan(rows: rows, .asGiven)
    guard let shortest = MinorPlan(rows: rows, .shortestFirst) else { return given }
    return given.map { $0.products() <= shortest.products() ? $0 : shortest } ?? shortest
  }

  /// nil when there would be too many minors.
  ///
  /// - Precondition: each row has one entry more than there are rows.
  init?(rows: [[Polynomial]], _ order: RowOrder) {
    if rows.count > 62 { return nil }
    let lengths = rows.map { row in row.map(\.termCount) }
    let bearsRightSide = lengths.map { ($0.last ?? 0) != 0 }
    var rowOrder =
      rows.indices.filter { !bearsRightSide[$0] } + rows.indices.filter { bearsRightSide[$0] }
    if order == .shortestFirst {
      let weights = lengths.map { $0.reduce(0, +) }
      rowOrder.sort { left, right in
        bearsRightSide[left] != bearsRightSide[right]
          ? bearsRightSide[right] : (weights[left], left) < (weights[right], right)
      }
    }
    let variableCount = rows.joined().reduce(0) {
      max($0, $1.isConstant ? 0 : $1.layout.variableCount)
    }
    self.init(order: rowOrder, lengths: lengths, variableCount: variableCount)
  }

  private init?(order: [Int], lengths: [[Int]], variableCount: Int) {
    // The columns of each row with something in them, as bits.
    let occupied = order.map { row in
      lengths[row].indices.reduce(0 as UInt64) {
        lengths[row][$1] > 0 ? $0 | 1 << UInt64($1) : $0
      }
    }
    var reached: [[UInt64]] = [[0]]
    for choices in occupied {
      let count = choices.nonzeroBitCount
      var next: [UInt64] = []
      next.reserveCapacity(reached[reached.count - 1].count * count)
      for subset in reached[reached.count - 1] {
        MinorPlan.forEachBit(of: choices & ~subset) { _, bit in next.append(subset | bit) }
      }
      MinorPlan.sortAndMerge(&next)
      if next.count * count > MinorPlan.largest { return nil }
      reached.append(next)
    }
    var levels: [[UInt64]] = []
    var needed = reached[order.count]
    var cost = 0
    for level in order.indices.reversed() {
      levels.append(needed)
      let (choices, lengths) = (occupied[level], lengths[order[level]])
      var below: [UInt64] = []
      below.reserveCapacity(needed.count * choices.nonzeroBitCount)
      for subset in needed {
        MinorPlan.forEachBit(of: choices & subset) { column, bit in
          below.append(subset & ~bit)
          cost += lengths[column]
        }
      }
      MinorPlan.sortAndMerge(&below)
      needed = MinorPlan.common(below, reached[level])
    }
    if cost > MinorPlan.largest { return nil }
    self.order = order
    self.levels = levels.reversed()
    self.lengths = lengths
    self.variableCount = variableCount
  }

  /// Every bit that is set, from the lowest, with its number.
  @inline(__always)
  private static func forEachBit(of set: UInt64, _ body: (_ number: Int, _ bit: UInt64) -> Void) {
    var rest = set
    while rest != 0 {
      let number = rest.trailingZeroBitCount
      body(number, 1 << UInt64(number))
      rest &= rest - 1
    }
  }

  /// What is in both of two ascending lists.
  private static func common(_ left: [UInt64], _ right: [UInt64]) -> [UInt64] {
    var result: [UInt64] = []
    result.reserveCapacity(min(left.count, right.count))
    var place = 0
    for subset in left {
      while place < right.count, right[place] < subset { place += 1 }
      if place < right.count, right[place] == subset { result.append(subset) }
    }
    return result
  }

  private static func sortAndMerge(_ subsets: inout [UInt64]) {
    subsets.sort()
    var count = 0
    for index in subsets.indices where index == 0 || subsets[index] != subsets[count - 1] {
      subsets[count] = subsets[index]
      count += 1
    }
    subsets.removeLast(subsets.count - count)
  }

  /// The place of a subset in an ascending list.
  static func index(of subset: UInt64, in list: [UInt64]) -> Int? {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < subset { low = middle + 1 } else { high = middle }
    }
    return low < list.count && list[low] == subset ? low : nil
  }

  /// An estimate of the products of terms to be formed: no two of them alike, except where there are not so
  /// many monomials of the degree.
  func products() -> Double {
    var known: (subsets: [UInt64], lengths: [Double]) = ([0], [1])
    var total = 0.0
    var monomials = 1.0
    for (level, subsets) in levels.enumerated() {
      // Monomials of degree k in v variables: (v + k − 1)! / (k! (v − 1)!).
      monomials *= Double(variableCount + level) / Double(level + 1)
      var next: [Double] = []
      for subset in subsets {
        var sum = 0.0
        var columns = subset
        while columns != 0 {
          let column = columns.trailingZeroBitCount
          columns &= columns - 1
          let length = lengths[order[level]][column]
          if length > 0,
            let place = MinorPlan.index(of: subset & ~(1 << UInt64(column)), in: known.subsets)
          {
            sum += Double(length) * known.lengths[place]
          }
        }
        total += sum
        next.append(min(sum, max(1, 4 * monomials)))
      }
      known = (subsets, next)
    }
    return total
  }

  /// Whether the order is an odd permutation of the rows.
  var isOddOrder: Bool {
    var inversions = 0
    for (index, row) in order.enumerated() { inversions += order[index...].count { $0 < row } }
    return inversions % 2 == 1
  }
}
