import ExactAlgebra

/// Linearly independent rows of exponents, solved for as many of the quantities as there are rows.
///
/// If the rows are a x = l with known l, any combination of the quantities x is a form in l and in those
/// quantities that were not solved for.
struct ExponentBasis {
  /// The numbers of the rows.
  let rows: [Int]
  /// Rows in reduced echelon form, each with the combination of the given rows that it is.
  private let reduced: ReducedEchelon
  private let columns: Int

  /// - Returns: `nil` if the rows are dependent.
  init?(_ exponents: [[Rational]], rows: [Int]) {
    self.rows = rows
    columns = exponents.first?.count ?? 0
    let extended = rows.enumerated().map { place, row in
      exponents[row] + rows.indices.map { Rational($0 == place ? 1 : 0) }
    }
    reduced = ReducedEchelon(extended, columns: Array(0..<columns))
    if reduced.pivots.count < rows.count { return nil }
  }

  static func rank(_ exponents: [[Rational]]) -> Int {
    ReducedEchelon(exponents, columns: Array(0..<(exponents.first?.count ?? 0))).pivots.count
  }

  /// A combination of the quantities: coefficients of what the rows are, and of what is left open.
  func form(of combination: [Rational]) -> (known: [Rational], unknown: [Rational]) {
    var rest = combination
    var known = rows.map { _ in Rational(0) }
    for (row, pivot) in zip(reduced.rows, reduced.pivots) {
      let factor = rest[pivot]
      if factor.isZero { continue }
      for column in 0..<columns { rest[column] -= factor * row[column] }
      for index in known.indices { known[index] += factor * row[columns + index] }
    }
    return (known, (0..<columns).filter { !reduced.pivots.contains($0) }.map { rest[$0] })
  }
}
