/// All maximal minors of a matrix with one column more than rows, from smaller minors that are
/// shared: row by row over the subsets of columns.
struct MinorTable {
  private let minors: [UInt64: Polynomial]
  private let rowCount: Int
  /// Whether the order in which the rows were taken is an odd permutation.
  let isOddOrder: Bool

  /// Products above which elimination is the better method.
  private static let largestPlan = 60_000

  /// nil when there would be too many minors.
  ///
  /// - Precondition: each row has one entry more than there are rows.
  init?(rows: [[Polynomial]]) {
    rowCount = rows.count
    if rows.count > 62 { return nil }
    // Rows with a right-hand side last, so that its column stays out of the small minors.
    let natural =
      rows.indices.filter { rows[$0].last?.isZero == true }
      + rows.indices.filter { rows[$0].last?.isZero == false }
    let weights = rows.map { row in row.reduce(0) { $0 + $1.termCount } }
    let shortest = natural.sorted { left, right in
      let (a, b) = (rows[left].last?.isZero == true, rows[right].last?.isZero == true)
      return a != b ? a : (weights[left], left) < (weights[right], right)
    }
    let plans = [natural, shortest].compactMap { MinorTable.Plan(rows: rows, order: $0) }
    guard let plan = plans.min(by: { $0.cost < $1.cost }) else { return nil }
    var known: [UInt64: Polynomial] = [0: .one]
    for (level, subsets) in plan.levels.enumerated() {
      let row = rows[plan.order[level]]
      var next: [UInt64: Polynomial] = [:]
      for subset in subsets {
        var pairs: [(Polynomial, Polynomial)] = []
        var columns = subset
        var position = 0
        while columns != 0 {
          let column = columns.trailingZeroBitCount
          columns &= columns - 1
          if !row[column].isZero, let minor = known[subset & ~(1 << UInt64(column))] {
            // Expansion along the last of the rows 0 … level.
            pairs.append(((level + position) % 2 == 0 ? row[column] : -row[column], minor))
          }
          position += 1
        }
        let minor = Polynomial.sumOfProducts(pairs)
        if !minor.isZero { next[subset] = minor }
      }
      known = next
    }
    minors = known
    var inversions = 0
    for (index, row) in plan.order.enumerated() {
      inversions += plan.order[index...].count { $0 < row }
    }
    isOddOrder = inversions % 2 == 1
  }

  /// The minor of all columns but one, up to the sign of the row order.
  func withoutColumn(_ column: Int) -> Polynomial {
    let all: UInt64 = (1 << UInt64(rowCount + 1)) - 1
    return minors[all & ~(1 << UInt64(column))] ?? .zero
  }

  /// The determinant with the last column in place of this one, up to the sign of the row order.
  func cramerNumerator(_ column: Int) -> Polynomial {
    // The last column moves over the rowCount − 1 − column others between.
    let minor = withoutColumn(column)
    return (rowCount - 1 - column) % 2 == 0 ? minor : -minor
  }

  /// Which subsets of columns are met with a given order of rows.
  private struct Plan {
    let order: [Int]
    /// For each number of rows the subsets that can be nonzero and lead to a maximal minor.
    let levels: [[UInt64]]
    /// Terms to multiply by.
    let cost: Int

    init?(rows: [[Polynomial]], order: [Int]) {
      var reached: [[UInt64]] = [[0]]
      let columns = order.map { row in
        rows[row].indices.filter { !rows[row][$0].isZero }.map { UInt64(1) << UInt64($0) }
      }
      for choices in columns {
        var next: Set<UInt64> = []
        for subset in reached[reached.count - 1] {
          for bit in choices where subset & bit == 0 { next.insert(subset | bit) }
        }
        if next.count * choices.count > MinorTable.largestPlan { return nil }
        reached.append(next.sorted())
      }
      var needed = Set(reached[order.count])
      var levels: [[UInt64]] = []
      var cost = 0
      for level in order.indices.reversed() {
        levels.append(needed.sorted())
        let known = Set(reached[level])
        var below: Set<UInt64> = []
        for subset in needed {
          for bit in columns[level] where subset & bit != 0 && known.contains(subset & ~bit) {
            below.insert(subset & ~bit)
            cost += rows[order[level]][bit.trailingZeroBitCount].termCount
          }
        }
        needed = below
      }
      self.order = order
      self.levels = levels.reversed()
      self.cost = cost
      if cost > MinorTable.largestPlan { return nil }
    }
  }
}
