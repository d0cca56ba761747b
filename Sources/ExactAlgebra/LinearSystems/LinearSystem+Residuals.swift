extension LinearSystem {
  /// Left minus right side of every equation at a candidate: all zero exactly for a solution.
  ///
  /// Over the least common denominator of the candidate, so that no fraction is reduced on the way
  /// unless a residual is left.
  public static func residuals(of candidate: [Fraction], in system: LinearSystem) -> [Fraction] {
    precondition(candidate.count == system.unknownCount, "one value for each unknown")
    let numerators = cleared(candidate + [.one])
    guard let denominator = numerators.last else { return [] }
    return zip(system.matrix, system.rightHandSide).map { row, right in
      let pairs = Array(zip(row, numerators)) + [(-right, denominator)]
      let difference = Polynomial.sumOfProducts(pairs)
      return difference.isZero ? .zero : Fraction(difference, denominator)
    }
  }

  /// Whether a candidate solves every equation exactly.
  public func isSolved(by candidate: [Fraction]) -> Bool {
    precondition(candidate.count == unknownCount, "one value for each unknown")
    let values = LinearSystem.cleared(candidate + [.one])
    let layout = residualLayout(of: values)
    let packed = values.map { $0.repacked(layout) }
    switch layout.stride {
    case 1: return residualsVanish(values, ZeroTest<UInt64>(packed, layout: layout))
    case 2: return residualsVanish(values, ZeroTest<UInt128>(packed, layout: layout))
    default: return residualsVanish(values, nil as ZeroTest<UInt64>?)
    }
  }

  /// - Parameter values: the numerators, then their denominator.
  private func residualsVanish<Word: PackedMonomial>(
    _ values: [Polynomial], _ test: consuming ZeroTest<Word>?
  ) -> Bool {
    for (row, right) in zip(matrix, rightHandSide) {
      for index in row.indices where !row[index].isZero { test?.add(row[index], times: index) }
      test?.add(right, times: unknownCount, isNegative: true)
      if let vanishes = test?.vanishes() {
        if !vanishes { return false }
        continue
      }
      // Where words do not do, the sum is expanded with coefficients of any size.
      if !Polynomial.sumOfProducts(Array(zip(row + [-right], values))).isZero { return false }
    }
    return true
  }

  /// A layout with room for the exponents of the equations and of these values.
  ///
  /// Where the values' own layout has room and two words do, nothing long is packed anew.
  private func residualLayout(of values: [Polynomial]) -> MonomialLayout {
    let longest = (values.max { $0.termCount < $1.termCount } ?? .zero).layout
    func isPackedAlike(_ polynomial: Polynomial) -> Bool {
      let own = polynomial.layout
      return polynomial.isZero || own.bits == longest.bits && own.stride <= longest.stride
    }
    if longest.stride <= 2, values.allSatisfy(isPackedAlike),
      rightHandSide.allSatisfy(isPackedAlike), matrix.allSatisfy({ $0.allSatisfy(isPackedAlike) })
    {
      return longest
    }
    var highest: [Int] = []
    for row in matrix {
      for index in row.indices where !row[index].isZero { row[index].raise(&highest) }
    }
    for polynomial in rightHandSide + values { polynomial.raise(&highest) }
    let least = MonomialLayout(variableCount: highest.count, exponent: highest.max() ?? 0)
    let fits =
      longest.stride <= max(2, least.stride) && longest.bits >= least.bits
      && longest.variableCount >= highest.count
    return fits ? longest : least
  }
}
