/// A quotient of two integers.
///
/// **Invariant.** Lowest terms; the denominator is positive; zero is 0/1.
public struct Rational: Hashable, Sendable {
  public let numerator: Integer
  public let denominator: Integer

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

  public init(_ value: Integer) {
    self.init(lowest: value, .one)
  }

  public init(_ value: Int) {
    self.init(lowest: Integer(value), .one)
  }

  /// - Precondition: `denominator` is not zero.
  public init(_ numerator: Int, _ denominator: Int) {
    self.init(Integer(numerator), Integer(denominator))
  }

  /// Parts that keep the invariant already.
  init(lowest numerator: Integer, _ denominator: Integer) {
    self.numerator = numerator
    self.denominator = denominator
  }

  public static let zero = Rational(0)
  public static let one = Rational(1)

  public var isZero: Bool { numerator.isZero }
  public var isOne: Bool { numerator.isOne && denominator.isOne }
  public var isInteger: Bool { denominator.isOne }
  public var isNegative: Bool { numerator.isNegative }

  /// −1, 0 or 1.
  public var signum: Int { numerator.signum }

  public var magnitude: Rational { Rational(lowest: numerator.magnitude, denominator) }

  /// The larger of the numerator's magnitude and the denominator.
  public var height: Integer { max(numerator.magnitude, denominator) }

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
