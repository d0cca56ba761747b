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
    repeat {
      // A later generator's relation only brings in earlier ones, so one pass from the last mostly suffices.
      for index in algebraic.reversed() {
        switch generators[index].kind {
        case .root(let radicand):
          result = reduceSquare(result, index) { radicand }
        case .halfSine(let number):
          let step = reduceHalf(result, angles[number])
          result = step.0
          denominator *= step.1
        case .sine(let number):
          result = reduceSquare(result, index) {
            let cosine = Polynomial.variable(angles[number].cosine)
            return 1 - cosine * cosine
          }
        case .halfCosine, .free, .constant, .cosine, .exponential:
          break
        }
      }
      // A radicand brings in the sine of an angle, whose half was made after the root.
    } while !result.isLinear(inEachOf: exclusive)
    return (result, denominator)
  }

  /// Replaces g² by a value.
  private func reduceSquare(
    _ polynomial: Polynomial, _ index: Int, by value: () -> Polynomial
  ) -> Polynomial {
    if polynomial.degree(in: index) < 2 { return polynomial }
    let coefficients = polynomial.coefficients(in: index)
    let value = value()
    var products: [(Polynomial, Polynomial)] = []
    var power = Polynomial.one
    for exponent in stride(from: 0, to: coefficients.count, by: 2) {
      products.append((coefficients[exponent], power))
      if exponent + 1 < coefficients.count {
        products.append((coefficients[exponent + 1], power * .variable(index)))
      }
      power = power * value
    }
    return Polynomial.sumOfProducts(products)
  }

  /// Everything in c, s, S of one angle, down to degree one in one of them.
  private func reduceHalf(_ polynomial: Polynomial, _ angle: Angle) -> (Polynomial, Integer) {
    guard let half = angle.half,
      !polynomial.isLinear(inEachOf: [[angle.sine, half.cosine, half.sine]])
    else { return (polynomial, 1) }
    var parts: [(rest: Polynomial, product: Polynomial)] = []
    var halvings: [Int] = []
    polynomial.forEachCoefficient(in: [half.cosine, half.sine, angle.sine]) { exponent, rest in
      let reduced = angle.halfProduct(exponent(0), exponent(1), exponent(2))
      parts.append((rest, reduced.polynomial))
      halvings.append(reduced.halvings)
    }
    let most = halvings.max() ?? 0
    if most == 0 { return (Polynomial.sumOfProducts(parts), 1) }
    for (index, own) in halvings.enumerated() where own < most {
      parts[index].product = parts[index].product.scaled(by: Integer(2).power(most - own))
    }
    return (Polynomial.sumOfProducts(parts), Integer(2).power(most))
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

  /// Whether the denominator is zero under the relations, and not only a divisor of zero such as |x| + x, which
  /// is zero at some points and not at others.
  public func hasZeroDenominator(_ value: Fraction) -> Bool {
    let denominator = Fraction(value.denominator)
    guard let fixed = fixed.isEmpty ? denominator : denominator.substituting(determined) else {
      return true
    }
    return reduced(fixed.numerator).0.isZero
  }

  private func containsFixed(_ value: Fraction) -> Bool {
    !fixed.isEmpty
      && (value.numerator.contains(anyOf: fixed) || value.denominator.contains(anyOf: fixed))
  }

  private func reducedFraction(_ value: Fraction) -> Fraction? {
    // In lowest terms it is by itself.
    if value.isPolynomial || !value.denominator.contains(anyOf: algebraic),
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
