/// All maximal minors of a matrix with one column more than rows, from smaller minors that are
/// shared: row by row over the subsets of columns.
struct MinorTable {
  private let subsets: [UInt64]
  private let minors: [Polynomial]
  private let rowCount: Int
  /// Whether the order in which the rows were taken is an odd permutation.
  let isOddOrder: Bool

  /// nil when there would be too many minors.
  ///
  /// - Precondition: each row has one entry more than there are rows; all entries have one layout
  ///   with room for the minors.
  init?(rows: [[Polynomial]]) {
    guard let plan = MinorPlan.better(for: rows) else { return nil }
    self.init(rows: rows, plan: plan)
  }

  /// The minors as planned for these rows; nil when that takes more than `limit` products of terms.
  init?(rows: [[Polynomial]], plan: MinorPlan, limit: Int = .max) {
    var productCount = 0
    rowCount = rows.count
    let layout = rows.joined().first { !$0.isZero }?.layout ?? Polynomial.one.layout
    var known: (subsets: [UInt64], minors: [Polynomial]) = ([0], [Polynomial.one.repacked(layout)])
    var sum = ProductSum(layout: layout, reserving: rows.count)
    for (level, subsets) in plan.levels.enumerated() {
      let row = rows[plan.order[level]]
      var next: [Polynomial] = []
      next.reserveCapacity(subsets.count)
      for subset in subsets {
        sum.removeAll()
        var columns = subset
        var position = 0
        while columns != 0 {
          let column = columns.trailingZeroBitCount
          columns &= columns - 1
          if !row[column].isZero,
            let place = MinorPlan.index(of: subset & ~(1 << UInt64(column)), in: known.subsets)
          {
            // Expansion along the last of the rows 0 … level.
            sum.add(row[column], known.minors[place], isNegative: (level + position) % 2 == 1)
          }
          position += 1
        }
        productCount += sum.termCount
        if productCount > limit { return nil }
        next.append(sum.polynomial())
      }
      known = (subsets, next)
    }
    (subsets, minors) = known
    isOddOrder = plan.isOddOrder
  }

  /// Numerators and denominator of the solution, when the last column holds the right-hand sides.
  var solution: (numerators: [Polynomial], denominator: Polynomial) {
    ((0..<rowCount).map { cramerNumerator($0) }, withoutColumn(rowCount))
  }

  /// The minor of all columns but one, up to the sign of the row order.
  func withoutColumn(_ column: Int) -> Polynomial {
    let all: UInt64 = (1 << UInt64(rowCount + 1)) - 1
    return MinorPlan.index(of: all & ~(1 << UInt64(column)), in: subsets).map { minors[$0] }
      ?? .zero
  }

  /// The determinant with the last column in place of this one, up to the sign of the row order.
  func cramerNumerator(_ column: Int) -> Polynomial {
    // The last column moves over the rowCount − 1 − column others between.
    let minor = withoutColumn(column)
    return (rowCount - 1 - column) % 2 == 0 ? minor : -minor
  }
}
