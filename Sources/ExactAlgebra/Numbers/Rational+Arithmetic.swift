extension Rational {
  /// The sum in lowest terms.
  public static func + (left: Rational, right: Rational) -> Rational {
    if left.isInteger && right.isInteger { return Rational(left.numerator + right.numerator) }
    return Rational(
      left.numerator * right.denominator + right.numerator * left.denominator,
      left.denominator * right.denominator)
  }

  /// The difference in lowest terms.
  public static func - (left: Rational, right: Rational) -> Rational {
    left + (-right)
  }

  /// The product in lowest terms.
  public static func * (left: Rational, right: Rational) -> Rational {
    if left.isInteger && right.isInteger { return Rational(left.numerator * right.numerator) }
    return Rational(
      left.numerator * right.numerator, left.denominator * right.denominator)
  }

  /// The quotient in lowest terms.
  ///
  /// - Precondition: `right` is not zero.
  public static func / (left: Rational, right: Rational) -> Rational {
    Rational(left.numerator * right.denominator, left.denominator * right.numerator)
  }

  /// The value with the other sign.
  public static prefix func - (value: Rational) -> Rational {
    Rational(lowest: -value.numerator, value.denominator)
  }

  /// Adds `right` to `left`.
  public static func += (left: inout Rational, right: Rational) { left = left + right }
  /// Subtracts `right` from `left`.
  public static func -= (left: inout Rational, right: Rational) { left = left - right }
  /// Multiplies `left` by `right`.
  public static func *= (left: inout Rational, right: Rational) { left = left * right }
  /// Divides `left` by `right`.
  ///
  /// - Precondition: `right` is not zero.
  public static func /= (left: inout Rational, right: Rational) { left = left / right }

  /// The power; 1 for exponent 0.
  ///
  /// - Precondition: the value is not zero when `exponent` is negative.
  public func power(_ exponent: Int) -> Rational {
    if exponent < 0 { return inverse.power(-exponent) }
    return Rational(lowest: numerator.power(exponent), denominator.power(exponent))
  }
}
