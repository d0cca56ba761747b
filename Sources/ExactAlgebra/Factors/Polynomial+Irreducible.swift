extension Polynomial {
  /// The powers of variables that divide every term, by variable, and what is left.
  var withoutMonomial: (powers: [Factorization.Factor], rest: Polynomial) {
    let stride = layout.stride
    var lowest = Array(monomials.prefix(stride))
    var place = stride
    while place < monomials.count {
      for offset in 0..<stride {
        lowest[offset] = layout.fieldwiseMinimum(lowest[offset], monomials[place + offset])
      }
      place += stride
    }
    if lowest.allSatisfy({ $0 == 0 }) { return ([], self) }
    var powers: [Factorization.Factor] = []
    for variable in 0..<layout.variableCount {
      let (word, shift) = (layout.word(of: variable), layout.shift(of: variable))
      let exponent = Int((lowest[word] >> shift) & layout.fieldMask)
      if exponent == 0 { continue }
      var words = [UInt64](repeating: 0, count: stride)
      words[word] = 1 << shift
      let base = Polynomial(layout: layout, monomials: words, coefficients: .small([1]))
      powers.append(Factorization.Factor(base: base, exponent: exponent))
    }
    var words = monomials
    for index in words.indices { words[index] &-= lowest[index % stride] }
    return (powers, Polynomial(layout: layout, monomials: words, coefficients: coefficients))
  }

  /// Whether it is of degree one in some variable and proved to be no product.
  ///
  /// - Precondition: it is primitive, not constant, and no variable divides it.
  var isLinearAndIrreducible: Bool {
    // Of the factors of av + b all but one are free of v, so they divide both a and b.
    guard let variable = linearVariable else { return false }
    let parts = coefficients(in: variable)
    // One term: what divides it is a variable, and no variable divides both.
    if parts.contains(where: { $0.termCount == 1 }) { return true }
    let (b, a) = (parts[0], parts[1])
    if zip(a.packedDegrees, b.packedDegrees).allSatisfy({ layout.fieldwiseMinimum($0, $1) == 0 }) {
      return true
    }
    return Polynomial.gcd(a, b).isConstant
  }

  /// The variable of degree one that splits the terms most unevenly.
  private var linearVariable: Int? {
    var best: (variable: Int, terms: Int)?
    for (variable, degree) in degrees.enumerated() where degree == 1 {
      let (word, shift) = (layout.word(of: variable), layout.shift(of: variable))
      var count = 0
      var place = word
      while place < monomials.count {
        count += Int((monomials[place] >> shift) & 1)
        place += layout.stride
      }
      let terms = min(count, termCount - count)
      if terms < best?.terms ?? .max { best = (variable, terms) }
    }
    return best?.variable
  }
}
