import ExactAlgebra

/// Equations of the steady state for moments: sums of its elements, some of which close among
/// themselves, so that elimination meets fewer unknowns at a time.
package struct MomentEquations: Sendable {
  /// One row for each moment but the trace, which is one.
  package let rows: [[Polynomial]]
  package let right: [Polynomial]
  /// The unknowns of the equations of which these are the moments.
  package let elements: [Element]

  /// An unknown as a sum over the moments, the constant for the trace.
  package struct Element: Sendable {
    package let constant: Rational
    package let coefficients: [Rational]
  }
}

extension SteadyStateEquations {
  /// The equations of ``populations`` for moments, if fewer than all of them close.
  ///
  /// A sum of elements has as its rate another sum for each monomial of the coefficients. All that is
  /// reached so from one sum closes for any values of the parameters. Tried are the coherences and the
  /// pairs of populations: of two qubits, the excitation of each closes with the coherence, without
  /// the correlation.
  package var moments: MomentEquations? {
    let count = populations.unknowns.count
    let levels = (0..<count).filter {
      populations.unknowns[$0].row == populations.unknowns[$0].column
    }
    func sum(of positions: [Int]) -> [Rational] {
      (0..<count).map { Rational(positions.contains($0) ? 1 : 0) }
    }
    let trace = sum(of: levels)
    // With rows of different scale, the trace is not seen to be kept.
    guard let first = levels.first, rate(of: trace).allSatisfy(\.isZero) else { return nil }
    let pairs = levels.indices.flatMap { i in levels[..<i].map { [$0, levels[i]] } }
    let coherences = (0..<count).filter { !levels.contains($0) }.map { [$0] }
    var best = ReducedEchelon([trace], columns: Array(0..<count))
    let rates = ratesByMonomial
    for seed in coherences + pairs {
      let closed = Self.closure(of: best.rows.prefix(best.pivots.count) + [sum(of: seed)], rates)
      if closed.pivots.count < count { best = closed }
    }
    guard best.pivots.count > 1 else { return nil }
    let free = (0..<count).filter { !best.pivots.contains($0) }
    // The trace takes the place of the first population's row, which it is a sum with.
    guard let place = best.pivots.firstIndex(of: first) else { return nil }
    var sums = Array(best.rows.prefix(best.pivots.count))
    sums.remove(at: place)
    sums.insert(trace, at: 0)
    sums += free.map { sum(of: [$0]) }
    guard let inverse = Self.inverse(sums),
      (sums + inverse).allSatisfy({ $0.allSatisfy(\.isInteger) })
    else { return nil }
    let rows = sums.dropFirst().map { sum -> [Polynomial] in
      let rate = rate(of: sum)
      return (0..<count).map { column in
        (0..<count).reduce(.zero) { $0 + Polynomial(inverse[$1][column].numerator) * rate[$1] }
      }
    }
    return MomentEquations(
      rows: rows.map { Array($0.dropFirst()) },
      right: rows.map { Polynomial(-1) * $0[0] },
      elements: inverse.map {
        MomentEquations.Element(constant: $0[0], coefficients: Array($0.dropFirst()))
      })
  }

  /// The coefficients of the unknowns in the rate of a sum of unknowns.
  private func rate(of sum: [Rational]) -> [Polynomial] {
    populations.matrix.indices.map { column in
      sum.indices.reduce(.zero) { result, row in
        sum[row].isZero
          ? result : result + Polynomial(sum[row].numerator) * populations.matrix[row][column]
      }
    }
  }

  /// What one monomial of the parameters has to do with the rates: a sparse matrix.
  private typealias MonomialRate = [(row: Int, column: Int, coefficient: Rational)]

  /// The matrix of ``populations`` as a sum over the monomials of its entries.
  private var ratesByMonomial: [MonomialRate] {
    var numbers: [[Int]: Int] = [:]
    var result: [MonomialRate] = []
    for (row, entries) in populations.matrix.enumerated() {
      for (column, entry) in entries.enumerated() {
        for term in entry.terms {
          let key = term.exponents.flatMap { [$0.variable, $0.exponent] }
          let number = numbers[key] ?? result.count
          if number == result.count {
            numbers[key] = number
            result.append([])
          }
          result[number].append((row, column, Rational(term.coefficient)))
        }
      }
    }
    return result
  }

  /// The smallest space of sums that holds these and, for all values of the parameters, their rates.
  private static func closure(
    of seeds: [[Rational]], _ rates: [MonomialRate]
  ) -> ReducedEchelon {
    let columns = Array(seeds[0].indices)
    var space = ReducedEchelon(seeds, columns: columns)
    while space.pivots.count < columns.count {
      let sums = Array(space.rows.prefix(space.pivots.count))
      var found: [[Rational]] = []
      for sum in sums {
        for rate in rates where rate.contains(where: { !sum[$0.row].isZero }) {
          var part = columns.map { _ in Rational(0) }
          for (row, column, coefficient) in rate where !sum[row].isZero {
            part[column] += sum[row] * coefficient
          }
          if !space.spans(part) { found.append(part) }
        }
      }
      if found.isEmpty { return space }
      space = ReducedEchelon(sums + found, columns: columns)
    }
    return space
  }

  private static func inverse(_ matrix: [[Rational]]) -> [[Rational]]? {
    let order = matrix.count
    let augmented = matrix.enumerated().map { i, row in
      row + (0..<order).map { Rational($0 == i ? 1 : 0) }
    }
    let echelon = ReducedEchelon(augmented, columns: Array(0..<order))
    guard echelon.pivots.count == order else { return nil }
    return echelon.rows.map { Array($0[order...]) }
  }
}
