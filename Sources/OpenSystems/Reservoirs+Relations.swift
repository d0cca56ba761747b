import ExactAlgebra
import SymbolicAlgebra

extension Reservoirs {
  /// What occupations have to fulfil to occur together, and with the frequencies that have values.
  ///
  /// - Parameters:
  ///   - generators: the occupations, and whatever else has a value at a point.
  ///   - field: where the generators are.
  /// - Returns: `nil` if there are none, one has no statistics, or the relations have no exact form.
  public func relations(among generators: Set<Int>, _ field: Field) -> OccupationRelations? {
    var columns: [Fraction] = []
    var occupations: [(generator: Int, statistics: Statistics)] = []
    var sparse: [[(coefficient: Rational, column: Int)]] = []
    var ties: [OccupationRelations.Tie] = []
    var exponents: [Fraction] = []
    for (key, generator) in entries
    where key.quantity == .occupation && generators.contains(generator) {
      let exponent = (key.frequency - key.chemicalPotential) * key.temperature.inverse
      guard let statistics = key.statistics, let exponent = field.canonical(exponent),
        let parts = field.monomials(of: exponent)
      else { return nil }
      var row: [(Rational, Int)] = []
      for (coefficient, monomial) in parts {
        // A power of e itself is no rational number.
        if monomial.constantValue != nil { return nil }
        let column = columns.firstIndex(of: monomial) ?? columns.count
        if column == columns.count { columns.append(monomial) }
        row.append((coefficient, column))
      }
      for (other, divisor) in zip(occupations, exponents) where !divisor.isZero {
        guard let ratio = field.canonical(exponent * divisor.inverse) else { return nil }
        let variables = ratio.variables
        guard !variables.isEmpty, variables.allSatisfy(generators.contains) else { continue }
        ties.append(.init(first: generator, second: other.generator, ratio: ratio))
      }
      occupations.append((generator, statistics))
      exponents.append(exponent)
      sparse.append(row)
    }
    if occupations.isEmpty { return nil }
    func dense(_ row: [(coefficient: Rational, column: Int)]) -> [Rational] {
      var result = columns.map { _ in Rational(0) }
      for (coefficient, column) in row { result[column] += coefficient }
      return result
    }
    let factors = Set(columns.flatMap(\.variables)).filter {
      field.generators[$0].domain.contains(0)
    }
    return OccupationRelations(
      occupations: occupations, exponents: sparse.map(dense),
      positive: Self.positive(columns, field).map(dense), factors: factors.sorted(), ties: ties)
  }

  /// Which of some generators ``relations(among:_:)`` depends on.
  package func related(_ generators: Set<Int>, _ field: Field) -> Set<Int> {
    let own = entries.filter { $0.key.quantity == .occupation }.flatMap { key, generator in
      [generator] + key.frequency.variables + key.chemicalPotential.variables
        + key.temperature.variables
    }
    // What a restriction has fixed since stands for what it was fixed to.
    let fixed = own.flatMap { field.determined[$0]?.variables ?? [] }
    return generators.intersection(field.closure(of: own + fixed))
  }

  /// Combinations of the monomials that are positive: the monomials themselves, and what is assumed,
  /// times something positive.
  private static func positive(
    _ columns: [Fraction], _ field: Field
  ) -> [[(coefficient: Rational, column: Int)]] {
    var result: [[(coefficient: Rational, column: Int)]] = []
    for (index, column) in columns.enumerated() where field.isProvablyPositive(column) {
      result.append([(1, index)])
    }
    for assumption in field.assumptions {
      guard let assumed = field.canonical(assumption.positive),
        let parts = field.monomials(of: assumed), let first = parts.first,
        parts.count <= columns.count
      else { continue }
      for (index, column) in columns.enumerated() {
        // 2ω − λ > 0 says that 2ω/T − λ/T > 0.
        let factor = column * first.monomial.inverse
        var row = [(coefficient: first.coefficient, column: index)]
        for part in parts.dropFirst() {
          guard let place = columns.firstIndex(of: part.monomial * factor) else { break }
          row.append((part.coefficient, place))
        }
        if row.count == parts.count, field.isProvablyPositive(factor) { result.append(row) }
      }
    }
    return result
  }
}
