extension Polynomial {
  /// The powers of variables that divide every term, by variable, and what is left.
  var withoutMonomial: (powers: [Factorization.Factor], rest: Polynomial) {
    let lowest = commonMonomial
    if lowest.allSatisfy({ $0 == 0 }) { return ([], self) }
    var powers: [Factorization.Factor] = []
    for variable in 0..<layout.variableCount {
      let (word, shift) = (layout.word(of: variable), layout.shift(of: variable))
      let exponent = Int((lowest[word] >> shift) & layout.fieldMask)
      if exponent == 0 { continue }
      let base = Polynomial(layout: layout, termCount: 1) { room in
        room.coefficients[0] = 1
        room.monomials.initialize(repeating: 0)
        room.monomials[word] = 1 << shift
      }
      powers.append(Factorization.Factor(base: base, exponent: exponent))
    }
    return (powers, divided(byMonomial: lowest))
  }

  /// Whether it is proved to be no product, by what is cheap to prove.
  ///
  /// - Precondition: it is primitive, not constant, and no variable divides it.
  var isProvablyIrreducible: Bool {
    let degrees = self.degrees
    // Of the factors of av + b all but one are free of v, so they divide both a and b.
    if let variable = mostUneven(degrees, degree: 1) {
      return Polynomial.areCoprime(coefficients(in: variable))
    }
    // Of the factors of av² + bv + c those free of v divide a, b and c; two others are of degree one, and
    // b² − 4ac is a square.
    guard let variable = mostUneven(degrees, degree: 2) else { return false }
    let parts = coefficients(in: variable)
    return Polynomial.hasNoRoot(parts) && Polynomial.areCoprime(parts)
  }

  /// The variable of that degree with the fewest terms at one of its powers.
  private func mostUneven(_ degrees: [Int], degree: Int) -> Int? {
    var best: (variable: Int, terms: Int)?
    for (variable, own) in degrees.enumerated() where own == degree {
      let (word, shift) = (layout.word(of: variable), layout.shift(of: variable))
      let terms = withUnsafeTemporaryAllocation(of: Int.self, capacity: degree + 1) { counts in
        counts.initialize(repeating: 0)
        var place = word
        while place < monomials.count {
          counts[Int((monomials[place] >> shift) & layout.fieldMask)] += 1
          place += layout.stride
        }
        return counts.lazy.filter { $0 > 0 }.min() ?? 0
      }
      if terms < best?.terms ?? .max { best = (variable, terms) }
    }
    return best?.variable
  }

  /// Whether the parts of a polynomial that no variable and no integer divides are proved to have no common
  /// divisor but 1.
  private static func areCoprime(_ parts: [Polynomial]) -> Bool {
    // One term: what divides it is a variable, and no variable divides all.
    if parts.contains(where: { $0.termCount == 1 }) { return true }
    return shareNoVariable(parts) || gcd(of: parts).isConstant
  }

  /// Whether b² − 4ac of a + bv + cv² is proved to be no square, modulo a prime at a few points.
  private static func hasNoRoot(_ parts: [Polynomial]) -> Bool {
    let field = PrimeField()
    var random = SplitMix64(seed: 1)
    let count = parts[0].layout.variableCount
    return (0..<8).contains { _ in
      let point = (0..<count).map { _ in random.next() % field.modulus }
      let (a, b, c) = (
        parts[0].evaluated(modulo: field, at: point), parts[1].evaluated(modulo: field, at: point),
        parts[2].evaluated(modulo: field, at: point)
      )
      let discriminant = field.subtract(
        field.multiply(b, b), field.multiply(4, field.multiply(a, c)))
      return discriminant != 0 && field.power(discriminant, Int(field.modulus / 2)) != 1
    }
  }
}
