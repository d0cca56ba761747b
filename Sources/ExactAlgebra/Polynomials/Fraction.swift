/// A quotient of two polynomials over the integers.
///
/// **Invariant.** The parts have no common factor, integers included; the denominator's leading
/// coefficient is positive; zero is 0/1. Equal functions are therefore equal values.
public struct Fraction: Hashable, Sendable {
  /// The upper part, without a common factor with the lower one.
  public let numerator: Polynomial
  /// The lower part where it is not 1, which it mostly is.
  private let divisor: Polynomial?

  /// The lower part: not zero, with positive leading coefficient.
  public var denominator: Polynomial { divisor ?? .one }

  /// The quotient of a polynomial and 1.
  public init(_ value: Polynomial) {
    numerator = value
    divisor = nil
  }

  /// A number, as a quotient of constants.
  public init(_ value: Rational) {
    self.init(lowest: Polynomial(value.numerator), Polynomial(value.denominator))
  }

  /// A machine word, as a quotient of constants.
  public init(_ value: Int) {
    self.init(Polynomial(value))
  }

  /// The quotient, brought to lowest terms.
  ///
  /// - Precondition: `denominator` is not zero.
  public init(_ numerator: Polynomial, _ denominator: Polynomial) {
    precondition(!denominator.isZero, "zero denominator")
    let (top, bottom) = Fraction.withoutCommonFactor(numerator, denominator)
    self.init(coprime: top, bottom)
  }

  /// The variable of that number.
  public static func variable(_ index: Int) -> Fraction {
    Fraction(Polynomial.variable(index))
  }

  /// The neutral element of addition: 0/1.
  public static let zero = Fraction(0)
  /// The neutral element of multiplication: 1/1.
  public static let one = Fraction(1)

  /// Whether it vanishes identically.
  public var isZero: Bool { numerator.isZero }
  /// Whether it is the constant 1.
  public var isOne: Bool { divisor == nil && numerator.isOne }

  /// Whether the denominator is 1.
  public var isPolynomial: Bool { divisor == nil }

  /// Whether no variable occurs.
  var isConstant: Bool { numerator.isConstant && divisor?.isConstant ?? true }

  /// The value when no variable occurs.
  public var constantValue: Rational? {
    guard let top = numerator.constantValue else { return nil }
    guard let divisor else { return Rational(top) }
    return divisor.constantValue.map { Rational(lowest: top, $0) }
  }

  /// The variables that occur, ascending.
  public var variables: [Int] {
    let top = numerator.variables
    guard let divisor, !divisor.isConstant else { return top }
    return Set(top).union(divisor.variables).sorted()
  }

  /// One more than the highest variable that occurs; 0 for constants.
  var variableBound: Int { max(numerator.variableBound, divisor?.variableBound ?? 0) }

  /// Whether one of these variables occurs.
  func contains(anyOf variables: [Int]) -> Bool {
    numerator.contains(anyOf: variables) || divisor?.contains(anyOf: variables) ?? false
  }

  /// Parts that keep the invariant already.
  init(lowest numerator: Polynomial, _ denominator: Polynomial) {
    self.numerator = numerator
    divisor = denominator.isOne ? nil : denominator
  }

  /// Parts without a common factor; only the sign is still to be settled.
  init(coprime numerator: Polynomial, _ denominator: Polynomial) {
    if numerator.isZero {
      self.init(lowest: .zero, .one)
    } else if denominator.leadingCoefficient.isNegative {
      self.init(lowest: -numerator, -denominator)
    } else {
      self.init(lowest: numerator, denominator)
    }
  }

  /// Both polynomials divided by their greatest common divisor.
  static func withoutCommonFactor(
    _ left: Polynomial, _ right: Polynomial
  ) -> (Polynomial, Polynomial) {
    if left.isOne || right.isOne { return (left, right) }
    let factor = Polynomial.commonFactor(left, right)
    return (factor.left, factor.right)
  }
}

extension Fraction: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) {
    self.init(value)
  }
}

extension Fraction: CustomStringConvertible {
  /// Numerator and denominator with the variables written x0, x1, …
  public var description: String {
    if isPolynomial { return numerator.description }
    let top = numerator.termCount > 1 ? "(\(numerator))" : numerator.description
    let single =
      denominator.termCount == 1
      && (denominator.isConstant
        || (denominator.leadingCoefficient.isOne && denominator.variables.count == 1))
    return single ? "\(top)/\(denominator)" : "\(top)/(\(denominator))"
  }
}
