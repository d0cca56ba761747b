import ExactAlgebra

/// A real number between two bounds that were rounded outwards: what is true of both bounds is true of it.
///
/// **Invariant.** `lower` ≤ `upper`; the number lies between lower/2²⁵⁶ and upper/2²⁵⁶.
package struct Enclosure: Hashable, Sendable {
  package let lower: Integer
  package let upper: Integer

  static let unit = Integer(2).power(256)

  init(lower: Integer, upper: Integer) {
    self.lower = lower
    self.upper = upper
  }

  package init(_ value: Rational) {
    let scaled = value.numerator * Self.unit
    lower = Self.floor(scaled, value.denominator)
    upper = Self.ceiling(scaled, value.denominator)
  }

  package static let zero = Enclosure(0)
  package static let one = Enclosure(1)

  package var isPositive: Bool { lower.signum > 0 }
  package var isNegative: Bool { upper.signum < 0 }
  package var containsZero: Bool { !isPositive && !isNegative }

  /// A number between the bounds.
  package var middle: Rational { Rational(lower + upper, Self.unit * 2) }

  package static func + (a: Enclosure, b: Enclosure) -> Enclosure {
    Enclosure(lower: a.lower + b.lower, upper: a.upper + b.upper)
  }

  package static func - (a: Enclosure, b: Enclosure) -> Enclosure {
    Enclosure(lower: a.lower - b.upper, upper: a.upper - b.lower)
  }

  package static prefix func - (a: Enclosure) -> Enclosure {
    Enclosure(lower: -a.upper, upper: -a.lower)
  }

  package static func * (a: Enclosure, b: Enclosure) -> Enclosure {
    let products = [
      a.lower * b.lower, a.lower * b.upper, a.upper * b.lower, a.upper * b.upper,
    ]
    let least = products.dropFirst().reduce(products[0]) { Swift.min($0, $1) }
    let most = products.dropFirst().reduce(products[0]) { Swift.max($0, $1) }
    return Enclosure(lower: floor(least, unit), upper: ceiling(most, unit))
  }

  /// 1/x, or `nil` if zero lies between the bounds.
  package var inverse: Enclosure? {
    guard !containsZero else { return nil }
    let square = Self.unit * Self.unit
    return Enclosure(lower: Self.floor(square, upper), upper: Self.ceiling(square, lower))
  }

  package func power(_ exponent: Int) -> Enclosure {
    (0..<exponent).reduce(Enclosure.one) { product, _ in product * self }
  }

  // MARK: Rounding

  /// ⌊a/b⌋; precondition: b ≠ 0.
  static func floor(_ a: Integer, _ b: Integer) -> Integer {
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    let isBelow = !remainder.isZero && (remainder.signum < 0) != (b.signum < 0)
    return isBelow ? quotient - 1 : quotient
  }

  /// ⌈a/b⌉; precondition: b ≠ 0.
  static func ceiling(_ a: Integer, _ b: Integer) -> Integer { -floor(-a, b) }
}
