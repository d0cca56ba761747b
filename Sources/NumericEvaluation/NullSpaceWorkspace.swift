/// A place where the null vectors of real square matrices are found, one after another.
///
/// Gaussian elimination with complete pivoting: pivots come in descending order, so that the first
/// one that does not count tells the rank.
package struct NullSpaceWorkspace: ~Copyable {
  /// The order of the matrix at hand.
  package private(set) var order = 0
  /// The matrix at hand, to be written row by row; elimination destroys it.
  package private(set) var matrix: UnsafeMutablePointer<Double>
  /// The null vector, after `solve()`.
  package private(set) var vector: UnsafeMutablePointer<Double>
  private var capacity = 0
  /// Where row k starts in `matrix`.
  private var rowStarts: UnsafeMutablePointer<Int>
  /// Column k of the eliminated matrix is column `columnOrder[k]` of the given one.
  private var columnOrder: UnsafeMutablePointer<Int>
  /// max |a| in what remains of row k.
  private var rowLargest: UnsafeMutablePointer<Double>

  package init() {
    matrix = .allocate(capacity: 0)
    vector = .allocate(capacity: 0)
    rowStarts = .allocate(capacity: 0)
    columnOrder = .allocate(capacity: 0)
    rowLargest = .allocate(capacity: 0)
  }

  deinit {
    matrix.deallocate()
    vector.deallocate()
    rowStarts.deallocate()
    columnOrder.deallocate()
    rowLargest.deallocate()
  }

  /// Room for a matrix of this order, of which every entry is then to be written.
  package mutating func prepare(order: Int) {
    self.order = order
    guard order > capacity else { return }
    capacity = order
    matrix.deallocate()
    vector.deallocate()
    rowStarts.deallocate()
    columnOrder.deallocate()
    rowLargest.deallocate()
    matrix = .allocate(capacity: order * order)
    vector = .allocate(capacity: order)
    rowStarts = .allocate(capacity: order)
    columnOrder = .allocate(capacity: order)
    rowLargest = .allocate(capacity: order)
    matrix.initialize(repeating: 0, count: order * order)
    vector.initialize(repeating: 0, count: order)
    rowStarts.initialize(repeating: 0, count: order)
    columnOrder.initialize(repeating: 0, count: order)
    rowLargest.initialize(repeating: 0, count: order)
  }

  /// What counts as zero among entries of magnitude one: eight units in the last place an unknown.
  package static func rounding(_ order: Int) -> Double { LinearSolver.rounding(order) }

  /// The number of pivots above `negligible`, and the last of them, infinity if there is none.
  ///
  /// - Complexity: 2 · order³ / 3.
  package mutating func eliminate(negligible: Double) -> (rank: Int, leastPivot: Double) {
    for k in 0..<order {
      rowStarts[k] = k * order
      columnOrder[k] = k
      rowLargest[k] = Self.largest(matrix + k * order, order)
    }
    var leastPivot = Double.infinity
    for step in 0..<order {
      var best = step
      for row in step..<order where rowLargest[row] > rowLargest[best] { best = row }
      guard rowLargest[best] > negligible else { return (step, leastPivot) }
      leastPivot = rowLargest[best]
      exchange(step, withRow: best)
      let pivotRow = matrix + rowStarts[step]
      for row in (step + 1)..<order {
        let target = matrix + rowStarts[row]
        let factor = target[step] / pivotRow[step]
        // A factor of zero leaves the row, and its largest entry, as they were.
        guard factor != 0 else { continue }
        rowLargest[row] = Self.subtract(
          factor, pivotRow + step + 1, from: target + step + 1, order - step - 1)
      }
    }
    return (order, leastPivot)
  }

  /// The null vector of a matrix of which all pivots but the last count.
  ///
  /// - Precondition: `eliminate` found the rank `order` − 1.
  package func solve() {
    // P a Q = [U u; 0 0]: with the last unknown 1, U x = −u; then undo the order of the columns.
    vector[columnOrder[order - 1]] = 1
    for k in (0..<order - 1).reversed() {
      let row = matrix + rowStarts[k]
      var sum = 0.0
      for column in (k + 1)..<order { sum -= row[column] * vector[columnOrder[column]] }
      vector[columnOrder[k]] = sum / row[k]
    }
  }

  /// Brings the largest entry of a row to the place (step, step).
  private func exchange(_ step: Int, withRow best: Int) {
    let row = matrix + rowStarts[best]
    var column = step
    while column < order - 1, abs(row[column]) < rowLargest[best] { column += 1 }
    swapEntries(of: rowStarts, step, best)
    rowLargest[best] = rowLargest[step]
    guard column != step else { return }
    swapEntries(of: columnOrder, step, column)
    for k in 0..<order {
      let row = matrix + k * order
      (row[step], row[column]) = (row[column], row[step])
    }
  }

  private func swapEntries(of list: UnsafeMutablePointer<Int>, _ a: Int, _ b: Int) {
    (list[a], list[b]) = (list[b], list[a])
  }

  private static func largest(_ row: UnsafeMutablePointer<Double>, _ count: Int) -> Double {
    var largest = 0.0
    for k in 0..<count { largest = max(largest, abs(row[k])) }
    return largest
  }

  /// Subtracts a multiple of one row from another; max |a| of what remains.
  private static func subtract(
    _ factor: Double, _ source: UnsafeMutablePointer<Double>,
    from target: UnsafeMutablePointer<Double>, _ count: Int
  ) -> Double {
    typealias Lanes = SIMD4<Double>
    var k = 0
    var largest = 0.0
    // Short rows are not worth the setting up.
    if count >= 4 * Lanes.scalarCount {
      let factors = Lanes(repeating: factor)
      var (most, least) = (Lanes.zero, Lanes.zero)
      while k + Lanes.scalarCount <= count {
        let to = UnsafeMutableRawPointer(target + k)
        let from = UnsafeRawPointer(source + k)
        let value =
          to.loadUnaligned(as: Lanes.self) - factors * from.loadUnaligned(as: Lanes.self)
        to.storeBytes(of: value, as: Lanes.self)
        most = value.replacing(with: most, where: value .< most)
        least = value.replacing(with: least, where: value .> least)
        k += Lanes.scalarCount
      }
      largest = max(most.max(), -least.min())
    }
    while k < count {
      target[k] -= factor * source[k]
      largest = max(largest, abs(target[k]))
      k += 1
    }
    return largest
  }
}
