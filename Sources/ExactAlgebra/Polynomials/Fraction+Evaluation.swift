extension Fraction {
  /// The fraction with others in place of variables, all at once.
  ///
  /// nil when the denominator becomes zero.
  public func substituting(_ map: [Int: Fraction]) -> Fraction? {
    let bottom = Fraction.substituting(map, in: denominator)
    if bottom.isZero { return nil }
    return Fraction.substituting(map, in: numerator) / bottom
  }

  /// The fraction in other variables, by an invertible change of them.
  ///
  /// Such a change keeps coprime polynomials coprime, so no factor but an integer is looked for.
  ///
  /// - Precondition: the values have constant denominators, and the variables are polynomials in what
  ///   takes their places.
  package func changingVariables(_ map: [Int: Fraction]) -> Fraction {
    let top = Fraction.substituting(map, in: numerator)
    let bottom = Fraction.substituting(map, in: denominator)
    let (n, d) = (
      top.numerator.scaled(by: bottom.denominator.leadingCoefficient),
      bottom.numerator.scaled(by: top.denominator.leadingCoefficient)
    )
    let common = Integer.gcd(n.content(), d.content())
    return Fraction(
      coprime: n.divided(exactlyBy: common) ?? n, d.divided(exactlyBy: common) ?? d)
  }

  /// The value at a point; nil where the denominator is zero.
  ///
  /// - Precondition: every variable that occurs has a value.
  public func evaluated(at point: [Int: Rational]) -> Rational? {
    let bottom = denominator.evaluated(at: point)
    if bottom.isZero { return nil }
    return numerator.evaluated(at: point) / bottom
  }

  /// The value modulo a prime; nil where the denominator is zero.
  ///
  /// - Precondition: every variable that occurs has a residue.
  public func evaluated(modulo field: PrimeField, at point: [UInt64]) -> UInt64? {
    guard let inverse = field.inverse(denominator.evaluated(modulo: field, at: point)) else {
      return nil
    }
    return field.multiply(numerator.evaluated(modulo: field, at: point), inverse)
  }

  // With v = n/d and degree D in v: Σ cₖ vᵏ = Σ cₖ nᵏ dᴰ⁻ᵏ / dᴰ; the values may use the replaced
  // variables, so they are first moved beyond all of them.
  private static func substituting(_ map: [Int: Fraction], in value: Polynomial) -> Fraction {
    let replaced = value.variables.filter { map[$0] != nil }
    if replaced.isEmpty { return Fraction(value) }
    var numbers: [Int: Rational] = [:]
    for variable in replaced { numbers[variable] = map[variable]?.constantValue }
    if numbers.count == replaced.count { return value.partiallyEvaluated(at: numbers) }
    var bound = (value.variables.last ?? -1) + 1
    for fraction in map.values { bound = max(bound, (fraction.variables.last ?? -1) + 1) }
    let isReplaced = Set(replaced)
    var top = value.renamed { isReplaced.contains($0) ? $0 + bound : $0 }
    var bottom = Polynomial.one
    for variable in replaced {
      guard let fraction = map[variable] else { continue }
      let parts = top.coefficients(in: variable + bound)
      if parts.count <= 1 { continue }
      var sum = Polynomial.zero
      var scale = Polynomial.one
      for (index, part) in parts.reversed().enumerated() {
        sum = sum * fraction.numerator + part * scale
        if index + 1 < parts.count { scale *= fraction.denominator }
      }
      top = sum
      bottom *= scale
    }
    return Fraction(top, bottom)
  }
}
