import ExactAlgebra

/// A complex number over a field of real generators: real and imaginary part, kept apart.
///
/// Arithmetic is that of free generators; relations between them (c² + s² = 1, …) belong to a
/// ``Field``, whose ``Field/canonical(_:)-(Scalar)`` decides equality.
public struct Scalar: Hashable, Sendable {
  /// The real part.
  public let real: Fraction
  /// The imaginary part where it is not zero: most numbers of a model are real.
  private let other: Fraction?

  /// The imaginary part, without i.
  public var imaginary: Fraction { other ?? .zero }

  /// The number `real` + i · `imaginary`.
  public init(_ real: Fraction, _ imaginary: Fraction) {
    self.real = real
    other = imaginary.isZero ? nil : imaginary
  }

  /// A real number.
  public init(_ real: Fraction) {
    self.real = real
    other = nil
  }

  /// A machine word as a real number.
  public init(_ value: Int) { self.init(Fraction(value)) }
  /// A rational number as a real number.
  public init(_ value: Rational) { self.init(Fraction(value)) }

  /// The neutral element of addition.
  public static let zero = Scalar(0)
  /// The neutral element of multiplication.
  public static let one = Scalar(1)
  /// i, with i² = −1.
  public static let imaginaryUnit = Scalar(Fraction(0), Fraction(1))

  /// Zero as written, before any relation is used.
  public var isLiterallyZero: Bool { other == nil && real.isZero }
  /// Whether the imaginary part is zero as written.
  public var isReal: Bool { other == nil }

  /// The number with the other sign of its imaginary part: generators are real.
  public var conjugate: Scalar { isReal ? self : Scalar(real, -imaginary) }

  /// The value if no generator occurs and it is real.
  public var rationalValue: Rational? { isReal ? real.constantValue : nil }

  /// The generators that occur, ascending.
  public var variables: [Int] {
    isReal ? real.variables : Set(real.variables + imaginary.variables).sorted()
  }

  /// The sum.
  public static func + (a: Scalar, b: Scalar) -> Scalar {
    if a.isLiterallyZero { return b }
    if b.isLiterallyZero { return a }
    if a.isReal, b.isReal { return Scalar(a.real + b.real) }
    return Scalar(a.real + b.real, a.imaginary + b.imaginary)
  }

  /// The difference.
  public static func - (a: Scalar, b: Scalar) -> Scalar {
    a.isReal && b.isReal ? Scalar(a.real - b.real) : a + -b
  }

  /// The number with the other sign.
  public static prefix func - (a: Scalar) -> Scalar {
    a.isReal ? Scalar(-a.real) : Scalar(-a.real, -a.imaginary)
  }

  /// The product, with i² = −1.
  public static func * (a: Scalar, b: Scalar) -> Scalar {
    if a.isLiterallyZero || b.isLiterallyZero { return .zero }
    switch (a.isReal, b.isReal) {
    case (true, true): return Scalar(a.real * b.real)
    case (true, false): return Scalar(a.real * b.real, a.real * b.imaginary)
    case (false, true): return Scalar(a.real * b.real, a.imaginary * b.real)
    case (false, false):
      return Scalar(
        a.real * b.real - a.imaginary * b.imaginary,
        a.real * b.imaginary + a.imaginary * b.real)
    }
  }

  /// 1/(x + iy) = (x − iy)/(x² + y²).
  ///
  /// - Precondition: not literally zero.
  public var inverse: Scalar {
    if isReal { return Scalar(real.inverse) }
    let norm = (real * real + imaginary * imaginary).inverse
    return Scalar(real * norm, -(imaginary * norm))
  }

  /// The quotient.
  ///
  /// - Precondition: `b` is not literally zero.
  public static func / (a: Scalar, b: Scalar) -> Scalar { a * b.inverse }

  /// Adds `b` to `a`.
  public static func += (a: inout Scalar, b: Scalar) { a = a + b }
  /// Subtracts `b` from `a`.
  public static func -= (a: inout Scalar, b: Scalar) { a = a - b }

  /// The power; 1 for exponent 0.
  ///
  /// - Precondition: `exponent` ≥ 0 or `self` not literally zero.
  public func power(_ exponent: Int) -> Scalar {
    if exponent < 0 { return inverse.power(-exponent) }
    if isReal { return Scalar(real.power(exponent)) }
    var result = Scalar.one
    var base = self
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = result * base }
      rest >>= 1
      if rest > 0 { base = base * base }
    }
    return result
  }

  /// The number in other generators, by an invertible change of them: see
  /// `Fraction.changingVariables`.
  package func changingVariables(_ map: [Int: Fraction]) -> Scalar {
    isReal
      ? Scalar(real.changingVariables(map))
      : Scalar(real.changingVariables(map), imaginary.changingVariables(map))
  }

  /// The number with fractions in the places of generators.
  ///
  /// `nil` if a denominator becomes zero.
  public func substituting(_ values: [Int: Fraction]) -> Scalar? {
    if values.isEmpty { return self }
    guard let real = real.substituting(values) else { return nil }
    if isReal { return Scalar(real) }
    guard let imaginary = imaginary.substituting(values) else { return nil }
    return Scalar(real, imaginary)
  }
}
