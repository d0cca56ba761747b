extension Polynomial {
  /// Whether one of these variables occurs.
  package func contains(anyOf variables: [Int]) -> Bool {
    let layout = layout
    // Neighbours mostly share a word.
    var (word, used) = (-1, UInt64(0))
    for variable in variables where variable < layout.variableCount {
      let own = layout.word(of: variable)
      if own != word { (word, used) = (own, usedBits(inWord: own)) }
      if (used >> layout.shift(of: variable)) & layout.fieldMask != 0 { return true }
    }
    return false
  }

  /// Whether no term has a product of two variables of one group, a square included.
  package func isLinear(inEachOf groups: [[Int]]) -> Bool {
    if isConstant { return true }
    let layout = layout
    var (word, used) = (-1, UInt64(0))
    for group in groups {
      var occurring = 0
      for variable in group where variable < layout.variableCount {
        let own = layout.word(of: variable)
        if own != word { (word, used) = (own, usedBits(inWord: own)) }
        // More than the lowest bit is in use where an exponent is above one.
        let bits = (used >> layout.shift(of: variable)) & layout.fieldMask
        if bits > 1 { return false }
        occurring += Int(bits)
      }
      if occurring > 1, hasProduct(in: group) { return false }
    }
    return true
  }

  private func hasProduct(in group: [Int]) -> Bool {
    (0..<termCount).contains { term in
      group.reduce(0) { degree, variable in
        variable < layout.variableCount ? degree + exponent(of: variable, in: term) : degree
      } > 1
    }
  }

  /// The variables that occur to an odd power, ascending.
  package var oddVariables: [Int] {
    let lowest = layout.guardMask >> UInt64(layout.bits - 1)
    var found: [Int] = []
    for offset in 0..<layout.stride {
      var odd: UInt64 = 0
      for place in stride(from: offset, to: monomials.count, by: layout.stride) {
        odd |= monomials[place] & lowest
      }
      layout.forEachExponent(of: odd, offset) { variable, _ in found.append(variable) }
    }
    return found
  }

  /// Whether a term has no other variables than these; that of a constant has none.
  package func hasTerm(in allowed: (Int) -> Bool) -> Bool {
    var others = [UInt64](repeating: 0, count: layout.stride)
    for variable in variables where !allowed(variable) {
      others[layout.word(of: variable)] |= layout.fieldMask << layout.shift(of: variable)
    }
    return (0..<termCount).contains { term in
      others.indices.allSatisfy { monomials[term * layout.stride + $0] & others[$0] == 0 }
    }
  }

  /// Whether no variable is seen to occur in every one that is not zero, so that only an integer divides
  /// all; false where layouts differ.
  static func shareNoVariable(_ polynomials: [Polynomial]) -> Bool {
    guard let layout = polynomials.first(where: { !$0.isZero })?.layout else { return true }
    for offset in 0..<layout.stride {
      var shared: UInt64?
      for index in polynomials.indices where !polynomials[index].isZero && shared != 0 {
        if polynomials[index].layout != layout { return false }
        let degrees = polynomials[index].highestExponents(inWord: offset)
        shared = shared.map { layout.fieldwiseMinimum($0, degrees) } ?? degrees
      }
      if shared != 0 { return false }
    }
    return true
  }

  /// The coefficient here of another polynomial's first monomial; 0 where that does not occur.
  package func coefficient(ofStartOf other: Polynomial) -> Integer {
    guard !other.isZero else { return 0 }
    let layout = Polynomial.commonLayout(self, other)
    let (own, start) = (repacked(layout).monomials, other.repacked(layout).monomials)
    let place = (0..<termCount).first { term in
      (0..<layout.stride).allSatisfy { own[term &* layout.stride &+ $0] == start[$0] }
    }
    return place.map { coefficients[$0] } ?? 0
  }

  /// Whether a term has a coefficient below zero.
  package var hasNegativeCoefficient: Bool {
    switch coefficients {
    case .small(let words): words.contains { $0 < 0 }
    case .large(let integers): integers.contains { $0.isNegative }
    }
  }
}
