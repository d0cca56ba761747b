/// A quotient of two integers.
///
/// **Invariant.** Lowest terms; the denominator is positive; zero is 0/1.
public struct Rational: Hashable, Sendable {
  /// The upper part, which carries the sign.
  public let numerator: Integer
  /// The lower part, which is positive.
  public let denominator: Integer

  /// The quotient, brought to lowest terms.
  ///
  /// - Precondition: `denominator` is not zero.
  public init(_ numerator: Integer, _ denominator: Integer) {
    precondition(!denominator.isZero, "zero denominator")
    let divisor = Integer.gcd(numerator, denominator)
    let signed = denominator.isNegative ? -divisor : divisor
    if signed.isOne {
      self.init(lowest: numerator, denominator)
    } else {
      self.init(
        lowest: numerator.quotientAndRemainder(dividingBy: signed).quotient,
        denominator.quotientAndRemainder(dividingBy: signed).quotient)
    }
  }

  /// The quotient of an integer and 1.
  public init(_ value: Integer) {
    self.init(lowest: value, .one)
  }

  /// The quotient of a machine word and 1.
  public init(_ value: Int) {
    self.init(lowest: Integer(value), .one)
  }

  /// The quotient of two machine words, brought to lowest terms.
  ///
  /// - Precondition: `denominator` is not zero.
  public init(_ numerator: Int, _ denominator: Int) {
    self.init(Integer(numerator), Integer(denominator))
  }

  /// Parts that keep the invariant already.
  init(lowest numerator: Integer, _ denominator: Integer) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The neutral element of addition: 0/1.
  public static let zero = Rational(0)
  /// The neutral element of multiplication: 1/1.
  public static let one = Rational(1)

  /// Whether the value is 0.
  public var isZero: Bool { numerator.isZero }
  /// Whether the value is 1.
  public var isOne: Bool { numerator.isOne && denominator.isOne }
  /// Whether the denominator is 1.
  public var isInteger: Bool { denominator.isOne }
  /// Whether the value is below 0.
  public var isNegative: Bool { numerator.isNegative }

  /// −1, 0 or 1.
  public var signum: Int { numerator.signum }

  /// The absolute value.
  public var magnitude: Rational { Rational(lowest: numerator.magnitude, denominator) }

  /// The larger of the numerator's magnitude and the denominator.
  public var height: Integer { max(numerator.magnitude, denominator) }

  /// One over the value.
  ///
  /// - Precondition: the value is not zero.
  public var inverse: Rational {
    precondition(!isZero, "inverse of zero")
    return numerator.isNegative
      ? Rational(lowest: -denominator, -numerator) : Rational(lowest: denominator, numerator)
  }

  /// The root when it is rational.
  public func squareRoot() -> Rational? {
    guard let top = numerator.squareRoot(), let bottom = denominator.squareRoot() else {
      return nil
    }
    return Rational(lowest: top, bottom)
  }

  /// The nearest double, also when numerator and denominator are beyond its range.
  public var doubleValue: Double {
    let exact = 53
    if numerator.bitWidth <= exact && denominator.bitWidth <= exact {
      return numerator.doubleValue / denominator.doubleValue
    }
    // A quotient of at least 65 bits whose lowest bit also records the remainder rounds correctly.
    let shift = 66 - (numerator.bitWidth - denominator.bitWidth)
    let top = shift > 0 ? numerator.magnitude.shiftedLeft(by: shift) : numerator.magnitude
    let bottom = shift < 0 ? denominator.shiftedLeft(by: -shift) : denominator
    let (quotient, remainder) = top.quotientAndRemainder(dividingBy: bottom)
    let sticky = remainder.isZero ? quotient : quotient + quotient + .one
    let exponent = remainder.isZero ? -shift : -shift - 1
    let size = Double(
      sign: .plus, exponent: exponent, significand: sticky.doubleValue)
    return isNegative ? -size : size
  }
}

extension Rational: Comparable {
  public static func < (left: Rational, right: Rational) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}

extension Rational: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) {
    self.init(value)
  }
}
