import ExactAlgebra
import OpenSystems
import SymbolicAlgebra

/// Linear relations with rational coefficients between sums of monomials.
enum ExponentRelations {
  /// A basis of all (r₁, r₂, …) with Σ r_i x_i = 0.
  static func relations(
    between sums: [[(coefficient: Rational, monomial: Fraction)]]
  ) -> [[Rational]] {
    var monomials: [Fraction] = []
    for part in sums.joined() where !monomials.contains(part.monomial) {
      monomials.append(part.monomial)
    }
    // (X | 1) reduced: where the left part of a row vanishes, its right part is a relation.
    let rows = sums.enumerated().map { number, parts in
      var row = Array(repeating: Rational(0), count: monomials.count + sums.count)
      for part in parts {
        if let column = monomials.firstIndex(of: part.monomial) {
          row[column] = row[column] + part.coefficient
        }
      }
      row[monomials.count + number] = 1
      return row
    }
    let reduced = ReducedEchelon(rows, columns: Array(0..<monomials.count)).rows
    return reduced.filter { $0.prefix(monomials.count).allSatisfy(\.isZero) }
      .map { Array($0.dropFirst(monomials.count)) }
  }

  /// The relations solved for as many unknowns as they fix, the last ones first: each row has 1 at its
  /// pivot and 0 at the other pivots.
  static func solved(_ relations: [[Rational]]) -> [(pivot: Int, row: [Rational])] {
    let width = relations.first?.count ?? 0
    let result = ReducedEchelon(relations, columns: Array((0..<width).reversed()))
    return zip(result.pivots, result.rows).map { ($0, $1) }
  }
}

extension Context {
  /// The exponents (ω − μ)/T of occupations as sums of monomials; `nil` where one is none.
  func exponents(
    of occupations: [Int]
  ) -> [[(coefficient: Rational, monomial: Fraction)]]? {
    let known = reservoirs.exponents
    var result: [[(coefficient: Rational, monomial: Fraction)]] = []
    for occupation in occupations {
      guard let exponent = known.first(where: { $0.occupation == occupation })?.exponent,
        let parts = field.canonical(exponent).flatMap({ field.monomials(of: $0) })
      else { return nil }
      result.append(parts)
    }
    return result
  }
}
