/// Rows of residues in reduced echelon form, to which rows are added one by one.
struct EchelonBasis {
  let field: PrimeField
  let width: Int
  /// Columns from here on are carried along and never hold a pivot.
  private let pivotLimit: Int
  private(set) var pivots: [Int] = []
  /// The rows one after the other, in the order in which they were added.
  private var residues: [UInt64] = []

  init(width: Int, pivotsBelow limit: Int, field: PrimeField) {
    self.width = width
    self.field = field
    pivotLimit = limit
    pivots.reserveCapacity(limit)
    residues.reserveCapacity(width * limit)
  }

  init(width: Int, field: PrimeField) {
    self.init(width: width, pivotsBelow: width, field: field)
  }

  var count: Int { pivots.count }

  /// The row of that number, in the order in which they were added.
  func row(_ index: Int) -> [UInt64] {
    Array(residues[index * width..<(index + 1) * width])
  }

  /// The rows in the order of their pivots.
  var rowsByPivot: [[UInt64]] {
    pivots.indices.sorted { pivots[$0] < pivots[$1] }.map { row($0) }
  }

  /// The row without its part in the span, as far as pivots tell.
  func reduced(_ row: [UInt64]) -> [UInt64] {
    var row = row
    reduce(&row)
    return row
  }

  private func reduce(_ row: inout [UInt64]) {
    row.withUnsafeMutableBufferPointer { row in
      residues.withUnsafeBufferPointer { residues in
        for (index, pivot) in pivots.enumerated() where row[pivot] != 0 {
          let factor = row[pivot]
          let start = index &* width
          for position in 0..<width {
            row[position] = field.subtract(
              row[position], field.multiply(factor, residues[start &+ position]))
          }
        }
      }
    }
  }

  /// Adds a row unless it is in the span; true when it was added, as the last one.
  @discardableResult
  mutating func insert(_ row: [UInt64]) -> Bool {
    var new = row
    reduce(&new)
    guard let pivot = new[..<pivotLimit].firstIndex(where: { $0 != 0 }),
      let inverse = field.inverse(new[pivot])
    else { return false }
    for index in new.indices { new[index] = field.multiply(new[index], inverse) }
    for index in pivots.indices {
      let start = index * width
      let factor = residues[start + pivot]
      if factor == 0 { continue }
      for position in 0..<width {
        residues[start + position] = field.subtract(
          residues[start + position], field.multiply(factor, new[position]))
      }
    }
    residues += new
    pivots.append(pivot)
    return true
  }
}
