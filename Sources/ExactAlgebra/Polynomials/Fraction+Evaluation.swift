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

  private static func substituting(_ map: [Int: Fraction], in value: Polynomial) -> Fraction {
    let (top, bottom) = value.parts(substituting: map)
    return Fraction(top, bottom)
  }
}

extension Polynomial {
  /// What the polynomial becomes with fractions in place of variables, as a numerator and a denominator
  /// that may have factors in common.
  ///
  /// With v = n/d and degree D in v: Σ cₖ vᵏ = Σ cₖ nᵏ dᴰ⁻ᵏ / dᴰ.
  package func parts(
    substituting map: [Int: Fraction]
  ) -> (numerator: Polynomial, denominator: Polynomial) {
    var replaced: [(variable: Int, value: Fraction)] = []
    forEachVariable { variable in
      if let own = map[variable] { replaced.append((variable, own)) }
    }
    if replaced.isEmpty { return (self, .one) }
    if replaced.allSatisfy({ $0.value.isConstant }) {
      let result = partiallyEvaluated { variable in
        replaced.first { $0.variable == variable }?.value.constantValue
      }
      return (result.numerator, result.denominator)
    }
    // Values that have replaced variables must not meet what takes the places of those, which are
    // moved beyond all others then.
    let shift = Polynomial.haveReplaced(replaced) ? bound(of: replaced) : 0
    var top = shift == 0 ? self : moved(replaced, by: shift)
    var bottom = Polynomial.one
    for (variable, fraction) in replaced {
      let parts = top.coefficients(in: variable + shift)
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
    return (top, bottom)
  }

  private static func haveReplaced(_ replaced: [(variable: Int, value: Fraction)]) -> Bool {
    let variables = replaced.map(\.variable)
    return replaced.contains { $0.value.contains(anyOf: variables) }
  }

  /// One more than the highest variable of all.
  private func bound(of replaced: [(variable: Int, value: Fraction)]) -> Int {
    replaced.reduce(variableBound) { max($0, $1.value.variableBound) }
  }

  private func moved(
    _ replaced: [(variable: Int, value: Fraction)], by shift: Int
  ) -> Polynomial {
    renamed { variable in
      replaced.contains { $0.variable == variable } ? variable + shift : variable
    }
  }
}
