import ExactAlgebra

extension Field {
  /// The normal form of a polynomial under the relations, over a positive integer.
  ///
  /// c² → (1 + C)/2, s² → (1 − C)/2, cs → S/2, cS → (1 + C)s, sS → (1 − C)c, S² → 1 − C²,
  /// g² → radicand, with C, S the cosine and sine of an angle and c, s those of its half.
  func reduced(_ polynomial: Polynomial) -> (Polynomial, Integer) {
    // Most are sums and products of what is reduced already.
    if polynomial.isLinear(inEachOf: exclusive) { return (polynomial, 1) }
    var result = polynomial
    var denominator: Integer = 1
    // A later generator's relation only brings in earlier ones, so one pass from the last suffices.
    for index in algebraic.reversed() {
      switch generators[index].kind {
      case .root(let radicand):
        result = reduceSquare(result, index, radicand, 1).0
      case .halfSine(let number):
        let step = reduceHalf(result, angles[number])
        result = step.0
        denominator *= step.1
      case .sine(let number):
        let cosine = Polynomial.variable(angles[number].cosine)
        result = reduceSquare(result, index, Polynomial(1) - cosine * cosine, 1).0
      case .halfCosine, .free, .constant, .cosine, .exponential:
        break
      }
    }
    return (result, denominator)
  }

  /// Replaces g² by value/divisor.
  private func reduceSquare(
    _ polynomial: Polynomial, _ index: Int, _ value: Polynomial, _ divisor: Integer
  ) -> (Polynomial, Integer) {
    let degree = polynomial.degree(in: index)
    if degree < 2 { return (polynomial, 1) }
    let coefficients = polynomial.coefficients(in: index)
    let steps = degree / 2
    var parts = [Polynomial.zero, Polynomial.zero]
    var power = Polynomial.one
    for step in 0...steps {
      let scale = divisor.power(steps - step)
      for parity in 0...1 where 2 * step + parity < coefficients.count {
        parts[parity] += (coefficients[2 * step + parity] * power).scaled(by: scale)
      }
      power = power * value
    }
    return (parts[0] + parts[1] * .variable(index), divisor.power(steps))
  }

  /// Everything in c, s, S of one angle, down to degree one in one of them.
  private func reduceHalf(_ polynomial: Polynomial, _ angle: Angle) -> (Polynomial, Integer) {
    guard let half = angle.half else { return (polynomial, 1) }
    let (c, s) = half
    if polynomial.degree(in: c) == 0 && polynomial.degree(in: s) == 0 { return (polynomial, 1) }
    let cosine = Polynomial.variable(angle.cosine)
    let sine = Polynomial.variable(angle.sine)
    let (one, two) = reduceBoth(polynomial, c, s, cosine)
    let inCosine = one.coefficients(in: c)
    var result = Polynomial.zero
    for (i, part) in inCosine.enumerated() {
      for (j, rest) in part.coefficients(in: s).enumerated() where !rest.isZero {
        let onlySine = reduceSquare(rest, angle.sine, 1 - cosine * cosine, 1).0
        let inSine = onlySine.coefficients(in: angle.sine)
        let plain = inSine.isEmpty ? .zero : inSine[0]
        let odd = inSine.count > 1 ? inSine[1] : .zero
        switch (i, j) {
        case (0, 0): result += (plain + odd * sine).scaled(by: 2)
        case (1, 0):
          result += (plain * .variable(c) + odd * (1 + cosine) * .variable(s)).scaled(by: 2)
        case (0, 1):
          result += (plain * .variable(s) + odd * (1 - cosine) * .variable(c)).scaled(by: 2)
        default: result += plain * sine + odd * (1 - cosine * cosine)
        }
      }
    }
    return (result, two * 2)
  }

  private func reduceBoth(
    _ polynomial: Polynomial, _ c: Int, _ s: Int, _ cosine: Polynomial
  ) -> (Polynomial, Integer) {
    let first = reduceSquare(polynomial, c, 1 + cosine, 2)
    let second = reduceSquare(first.0, s, 1 - cosine, 2)
    return (second.0, first.1 * second.1)
  }

  /// Whether the fraction is zero under the relations.
  public func isZero(_ value: Fraction) -> Bool {
    if value.isZero { return true }
    if containsFixed(value) { return canonical(value)?.isZero ?? false }
    return reduced(value.numerator).0.isZero
  }

  /// Whether both parts are zero under the relations.
  public func isZero(_ value: Scalar) -> Bool { isZero(value.real) && isZero(value.imaginary) }

  /// The normal form: denominator free of generators with a relation, lowest terms. `nil` if the
  /// denominator is zero, or a divisor of zero, under the relations.
  public func canonical(_ value: Fraction) -> Fraction? {
    if value.isZero { return value }
    if containsFixed(value) { return value.substituting(determined).flatMap(reducedFraction) }
    return reducedFraction(value)
  }

  private func containsFixed(_ value: Fraction) -> Bool {
    !fixed.isEmpty
      && (value.numerator.contains(anyOf: fixed) || value.denominator.contains(anyOf: fixed))
  }

  private func reducedFraction(_ value: Fraction) -> Fraction? {
    // In lowest terms it is by itself.
    if !value.denominator.contains(anyOf: algebraic),
      value.numerator.isLinear(inEachOf: exclusive)
    {
      return value
    }
    var (numerator, scale) = reduced(value.numerator)
    var (denominator, inverseScale) = reduced(value.denominator)
    if denominator.isZero { return nil }
    while let conjugate = conjugate(denominator) {
      let first = reduced(numerator * conjugate)
      let second = reduced(denominator * conjugate)
      numerator = first.0
      scale *= first.1
      denominator = second.0
      inverseScale *= second.1
      // A divisor of zero: |x| + x with |x|² = x².
      if denominator.isZero { return nil }
    }
    return Fraction(numerator.scaled(by: inverseScale), denominator.scaled(by: scale))
  }

  /// The normal form of both parts; `nil` if a denominator is zero under the relations.
  public func canonical(_ value: Scalar) -> Scalar? {
    guard let real = canonical(value.real) else { return nil }
    if value.isReal { return Scalar(real) }
    guard let imaginary = canonical(value.imaginary) else { return nil }
    return Scalar(real, imaginary)
  }

  /// The image under an automorphism that moves the polynomial, or `nil` if it is free of generators
  /// with a relation: the product with its images is fixed.
  private func conjugate(_ polynomial: Polynomial) -> Polynomial? {
    guard polynomial.contains(anyOf: algebraic) else { return nil }
    for index in algebraic.reversed() where polynomial.degree(in: index) > 0 {
      switch generators[index].kind {
      case .root, .sine:
        return flipped(polynomial, [index])
      case .halfCosine(let number), .halfSine(let number):
        return flipped(polynomial, [angles[number].halfCosine, angles[number].halfSine])
      case .free, .constant, .cosine, .exponential:
        continue
      }
    }
    return nil
  }

  private func flipped(_ polynomial: Polynomial, _ indices: [Int]) -> Polynomial {
    indices.reduce(polynomial) { $0.substituting($1, with: -Polynomial.variable($1)) }
  }
}
