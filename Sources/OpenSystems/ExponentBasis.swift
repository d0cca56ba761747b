import ExactAlgebra

/// Linearly independent rows of exponents, solved for as many of the quantities as there are rows.
///
/// If the rows are a x = l with known l, any combination of the quantities x is a form in l and in those
/// quantities that were not solved for.
struct ExponentBasis {
  /// The numbers of the rows.
  let rows: [Int]
  /// Rows in reduced echelon form, each with the combination of the given rows that it is.
  private let reduced: [[Rational]]
  private let pivots: [Int]
  private let columns: Int

  /// - Returns: `nil` if the rows are dependent.
  init?(_ exponents: [[Rational]], rows: [Int]) {
    self.rows = rows
    columns = exponents.first?.count ?? 0
    let extended = rows.enumerated().map { place, row in
      exponents[row] + rows.indices.map { Rational($0 == place ? 1 : 0) }
    }
    (reduced, pivots) = Self.echelon(extended, columns: columns)
    if pivots.count < rows.count { return nil }
  }

  static func rank(_ exponents: [[Rational]]) -> Int {
    echelon(exponents, columns: exponents.first?.count ?? 0).pivots.count
  }

  /// A combination of the quantities: coefficients of what the rows are, and of what is left open.
  func form(of combination: [Rational]) -> (known: [Rational], unknown: [Rational]) {
    var rest = combination
    var known = rows.map { _ in Rational(0) }
    for (row, pivot) in zip(reduced, pivots) {
      let factor = rest[pivot]
      if factor.isZero { continue }
      for column in 0..<columns { rest[column] -= factor * row[column] }
      for index in known.indices { known[index] += factor * row[columns + index] }
    }
    return (known, (0..<columns).filter { !pivots.contains($0) }.map { rest[$0] })
  }

  /// Gauß and Jordan, with pivots among the first columns only.
  private static func echelon(
    _ matrix: [[Rational]], columns: Int
  ) -> (rows: [[Rational]], pivots: [Int]) {
    var rows = matrix
    var pivots: [Int] = []
    for column in 0..<columns {
      let top = pivots.count
      guard let found = (top..<rows.count).first(where: { !rows[$0][column].isZero }) else {
        continue
      }
      rows.swapAt(top, found)
      let scale = rows[top][column].inverse
      rows[top] = rows[top].map { $0 * scale }
      for other in rows.indices where other != top && !rows[other][column].isZero {
        let factor = rows[other][column]
        rows[other] = zip(rows[other], rows[top]).map { $0 - factor * $1 }
      }
      pivots.append(column)
    }
    return (rows, pivots)
  }
}
