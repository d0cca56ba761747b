extension Fraction {
  // Henrici: with g = gcd(b, d), a/b + c/d = (a·d/g + c·b/g) / (b/g · d), and only g can still
  // share a factor with the numerator.
  /// The sum in lowest terms.
  public static func + (left: Fraction, right: Fraction) -> Fraction {
    if left.isZero { return right }
    if right.isZero { return left }
    if left.isPolynomial, right.isPolynomial {
      return Fraction(left.numerator + right.numerator)
    }
    let (b, d) = (left.denominator, right.denominator)
    if b == d { return Fraction(left.numerator + right.numerator, b) }
    if right.isPolynomial { return Fraction(lowest: left.numerator + right.numerator * b, b) }
    if left.isPolynomial { return Fraction(lowest: left.numerator * d + right.numerator, d) }
    let factor = Polynomial.commonFactor(b, d)
    let sum = Polynomial.sumOfProducts(
      [(left.numerator, factor.right), (right.numerator, factor.left)])
    if factor.common.isOne { return Fraction(coprime: sum, b * d) }
    let (top, rest) = withoutCommonFactor(sum, factor.common)
    return Fraction(coprime: top, factor.left * factor.right * rest)
  }

  /// The difference in lowest terms.
  public static func - (left: Fraction, right: Fraction) -> Fraction {
    if left.isPolynomial, right.isPolynomial {
      return Fraction(left.numerator - right.numerator)
    }
    return left + (-right)
  }

  // Both factors are in lowest terms, so common factors lie only across.
  /// The product in lowest terms.
  public static func * (left: Fraction, right: Fraction) -> Fraction {
    if left.isZero || right.isZero { return .zero }
    if left.isPolynomial, right.isPolynomial {
      return Fraction(left.numerator * right.numerator)
    }
    let (a, d) = withoutCommonFactor(left.numerator, right.denominator)
    let (c, b) = withoutCommonFactor(right.numerator, left.denominator)
    return Fraction(coprime: a * c, b * d)
  }

  /// The quotient in lowest terms.
  ///
  /// - Precondition: `right` is not zero.
  public static func / (left: Fraction, right: Fraction) -> Fraction {
    left * right.inverse
  }

  /// The fraction with the other sign.
  public static prefix func - (value: Fraction) -> Fraction {
    value.isPolynomial
      ? Fraction(-value.numerator) : Fraction(lowest: -value.numerator, value.denominator)
  }

  /// Adds `right` to `left`.
  public static func += (left: inout Fraction, right: Fraction) { left = left + right }
  /// Subtracts `right` from `left`.
  public static func -= (left: inout Fraction, right: Fraction) { left = left - right }
  /// Multiplies `left` by `right`.
  public static func *= (left: inout Fraction, right: Fraction) { left = left * right }
  /// Divides `left` by `right`.
  ///
  /// - Precondition: `right` is not zero.
  public static func /= (left: inout Fraction, right: Fraction) { left = left / right }

  /// One over the value.
  ///
  /// - Precondition: the value is not zero.
  public var inverse: Fraction {
    precondition(!isZero, "inverse of zero")
    return Fraction(coprime: denominator, numerator)
  }

  /// The power; 1 for exponent 0.
  ///
  /// - Precondition: the value is not zero when `exponent` is negative.
  public func power(_ exponent: Int) -> Fraction {
    if exponent < 0 { return inverse.power(-exponent) }
    return Fraction(lowest: numerator.power(exponent), denominator.power(exponent))
  }

  // (n/d)′ = (n′ d − n d′) / d².
  /// The partial derivative, by the quotient rule, in lowest terms.
  public func derivative(in variable: Int) -> Fraction {
    let slope = denominator.derivative(in: variable)
    if slope.isZero { return Fraction(numerator.derivative(in: variable), denominator) }
    return Fraction(
      Polynomial.sumOfProducts(
        [(numerator.derivative(in: variable), denominator), (-numerator, slope)]),
      denominator * denominator)
  }
}
