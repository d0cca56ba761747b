import ExactAlgebra

extension Enclosure {
  /// The solution of a system of linear equations, or `nil` where a pivot may be zero.
  package static func solve(_ matrix: [[Enclosure]], _ right: [Enclosure]) -> [Enclosure]? {
    let n = right.count
    var rows = zip(matrix, right).map { $0 + [$1] }
    for column in 0..<n {
      let order = (column..<n).max { first, second in
        magnitude(rows[first][column]) < magnitude(rows[second][column])
      }
      guard let pivot = order, let scale = rows[pivot][column].inverse else { return nil }
      rows.swapAt(column, pivot)
      for index in column...n { rows[column][index] = rows[column][index] * scale }
      for row in 0..<n where row != column && rows[row][column] != .zero {
        let factor = rows[row][column]
        for index in column...n {
          rows[row][index] = rows[row][index] - factor * rows[column][index]
        }
      }
    }
    return rows.map { $0[n] }
  }

  /// The least magnitude between the bounds: the surest pivot has the largest.
  private static func magnitude(_ value: Enclosure) -> Integer {
    value.containsZero ? 0 : Swift.min(value.lower.magnitude, value.upper.magnitude)
  }
}
