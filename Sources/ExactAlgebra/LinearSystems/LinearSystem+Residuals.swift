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
    let numerators = values.map { $0.repacked(layout) }
    guard let denominator = numerators.last else { return true }
    let sums = zip(matrix, rightHandSide).lazy.map { row, right in
      var sum = ProductSum(layout: layout)
      for (entry, value) in zip(row, numerators) where !entry.isZero {
        sum.add(entry.repacked(layout), value)
      }
      sum.add(right.repacked(layout), denominator, isNegative: true)
      return sum
    }
    switch layout.stride {
    case 1: return CancellationTable<UInt64>.areAllZero(sums)
    case 2: return CancellationTable<UInt128>.areAllZero(sums)
    default: return sums.allSatisfy { $0.polynomial().isZero }
    }
  }

  /// A layout for the products of the equations with these values, with the guard bit to spare.
  ///
  /// Where the values' own layout has room, nothing long is packed anew.
  private func residualLayout(of values: [Polynomial]) -> MonomialLayout {
    var bounds: [Int] = []
    func raise(_ polynomials: [Polynomial], by base: [Int]) -> [Int] {
      var highest = base
      for polynomial in polynomials where !polynomial.isConstant {
        for (variable, degree) in polynomial.degrees.enumerated() where degree > 0 {
          while highest.count <= variable { highest.append(0) }
          highest[variable] = max(highest[variable], degree)
        }
      }
      return highest
    }
    let entries = raise(Array(matrix.joined()) + rightHandSide, by: [])
    bounds = raise(values, by: [])
    while bounds.count < entries.count { bounds.append(0) }
    for (variable, degree) in entries.enumerated() { bounds[variable] += degree }
    let highest = bounds.max() ?? 0
    let least = MonomialLayout(variableCount: bounds.count, exponent: highest)
    let longest = values.max { $0.termCount < $1.termCount }?.layout ?? least
    let fits =
      longest.stride == least.stride && longest.variableCount >= bounds.count
      && highest < 1 << (longest.bits - 1)
    return fits ? longest : least
  }
}
