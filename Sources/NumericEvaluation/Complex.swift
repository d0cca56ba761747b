import Foundation

/// A complex number in double precision.
///
/// Equality is that of the two parts: a number with a NaN part equals nothing. It is public
/// because only that is inlined across modules: calls would cost several times what they do.
public struct Complex: Hashable, Sendable {
  /// The real part.
  public var re: Double
  /// The imaginary part.
  public var im: Double

  /// The number `re` + i · `im`.
  @inlinable public init(_ re: Double, _ im: Double = 0) {
    self.re = re
    self.im = im
  }

  /// The number with this magnitude and this argument in radians.
  public init(magnitude: Double, argument: Double) {
    self.init(magnitude * cos(argument), magnitude * sin(argument))
  }

  /// 0
  @inlinable public static var zero: Complex { Complex(0) }
  /// 1
  @inlinable public static var one: Complex { Complex(1) }
  /// i, with i² = −1.
  @inlinable public static var i: Complex { Complex(0, 1) }

  /// The number with the other sign of its imaginary part.
  @inlinable public var conjugate: Complex { Complex(re, -im) }

  /// |z|, right even where re² + im² overflows or underflows.
  public var magnitude: Double { hypot(re, im) }

  /// re² + im², which overflows where `magnitude` does not.
  @inlinable public var magnitudeSquared: Double { re * re + im * im }

  /// Whether neither part is infinite or NaN.
  @inlinable public var isFinite: Bool { re.isFinite && im.isFinite }

  /// The number times a real factor.
  @inlinable public func scaled(by factor: Double) -> Complex {
    Complex(re * factor, im * factor)
  }

  /// e^z.
  public static func exp(_ z: Complex) -> Complex {
    if z.im == 0 { return Complex(Foundation.exp(z.re), z.im) }
    // e^re may overflow where its product with a small cosine or sine does not.
    let half = z.re > 709 ? Foundation.exp(z.re / 2) : 1
    let rest = z.re > 709 ? half : Foundation.exp(z.re)
    return Complex(rest * cos(z.im) * half, rest * sin(z.im) * half)
  }
}

extension Complex {
  @inlinable public static func == (a: Complex, b: Complex) -> Bool {
    a.re == b.re && a.im == b.im
  }

  /// The number with the other sign.
  @inlinable public static prefix func - (z: Complex) -> Complex { Complex(-z.re, -z.im) }

  /// The sum.
  @inlinable public static func + (a: Complex, b: Complex) -> Complex {
    Complex(a.re + b.re, a.im + b.im)
  }

  /// The difference.
  @inlinable public static func - (a: Complex, b: Complex) -> Complex {
    Complex(a.re - b.re, a.im - b.im)
  }

  /// The product, by its definition: no care is taken of overflow.
  @inlinable public static func * (a: Complex, b: Complex) -> Complex {
    Complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
  }

  /// The quotient, free of overflow in between. Division by zero yields parts that are not finite.
  public static func / (a: Complex, b: Complex) -> Complex {
    let scale = max(abs(b.re), abs(b.im))
    guard scale.isFinite, scale > 0 else { return Complex(a.re / scale, a.im / scale) }
    // a/b = 2^(p−q) · (a/2^p) b̄' / |b'|² with b' = b/2^q and 1 ≤ max(|b'.re|, |b'.im|) < 2.
    let divisor = b.shifted(by: -Int(scale.exponent))
    let size = max(abs(a.re), abs(a.im))
    let shift = size.isFinite && size > 0 ? Int(size.exponent) : 0
    let product = a.shifted(by: -shift) * divisor.conjugate
    let square = divisor.magnitudeSquared
    return Complex(product.re / square, product.im / square)
      .shifted(by: shift - Int(scale.exponent))
  }

  /// Adds `b` to `a`.
  @inlinable public static func += (a: inout Complex, b: Complex) { a = a + b }

  /// Subtracts `b` from `a`.
  @inlinable public static func -= (a: inout Complex, b: Complex) { a = a - b }

  /// Multiplies `a` by `b`.
  @inlinable public static func *= (a: inout Complex, b: Complex) { a = a * b }

  /// The number times 2^exponent.
  func shifted(by exponent: Int) -> Complex {
    Complex(scalbn(re, exponent), scalbn(im, exponent))
  }
}

extension Complex: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  public init(floatLiteral value: Double) { self.init(value) }

  public init(integerLiteral value: Int) { self.init(Double(value)) }
}

extension Complex: CustomStringConvertible {
  /// `3.0`, `2.0i`, `3.0 - 2.0i`.
  public var description: String {
    if im == 0 { return "\(re)" }
    if re == 0 { return "\(im)i" }
    return im < 0 ? "\(re) - \(-im)i" : "\(re) + \(im)i"
  }
}
