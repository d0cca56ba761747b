/// Rows of rational numbers in reduced echelon form, for the few rows of exponents and relations; large
/// systems are ``LinearSystem``'s.
public struct ReducedEchelon: Sendable {
  /// Those with a pivot first, in the order of their pivots.
  public let rows: [[Rational]]
  /// The columns in which a row has 1 and all others 0.
  public let pivots: [Int]

  /// Gauß and Jordan.
  ///
  /// - Parameters:
  ///   - matrix: rows of one width.
  ///   - columns: where pivots are looked for, in that order.
  public init(_ matrix: [[Rational]], columns: [Int]) {
    var rows = matrix
    var pivots: [Int] = []
    for column in columns {
      let next = pivots.count
      guard let found = rows.indices.dropFirst(next).first(where: { !rows[$0][column].isZero })
      else { continue }
      rows.swapAt(next, found)
      let inverse = rows[next][column].inverse
      rows[next] = rows[next].map { $0 * inverse }
      for other in rows.indices where other != next && !rows[other][column].isZero {
        let factor = rows[other][column]
        rows[other] = zip(rows[other], rows[next]).map { $0 - factor * $1 }
      }
      pivots.append(column)
    }
    self.rows = rows
    self.pivots = pivots
  }

  /// Whether a row is a sum over the rows with a pivot.
  ///
  /// - Precondition: pivots were looked for in every column.
  package func spans(_ row: [Rational]) -> Bool {
    var rest = row
    for (pivot, own) in zip(pivots, rows) where !rest[pivot].isZero {
      let factor = rest[pivot]
      for column in pivot..<rest.count where !own[column].isZero {
        rest[column] -= factor * own[column]
      }
    }
    return rest.allSatisfy(\.isZero)
  }
}
