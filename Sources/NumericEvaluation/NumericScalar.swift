import ExactAlgebra
import Foundation

/// What expressions are evaluated in: complex numbers, nodes of a program, linear forms.
package protocol NumericScalar {
  static prefix func - (z: Self) -> Self
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  var conjugate: Self { get }
  var realPart: Self { get }
  /// e^z.
  func exponential() -> Self
  /// |z|.
  func absolute() -> Self
  /// √z for a real z ≥ 0.
  func squareRoot() throws(NumericNameError) -> Self
  func cosine() -> Self
  func sine() -> Self
  /// The angle whose cosine this is, for a real cosine and sine.
  func angle(sine: Self) throws(NumericNameError) -> Self
  /// A constant of the same kind as this value: of the same program, if it is a node.
  func constant(_ value: Rational) -> Self
  /// π, of the same kind as this value.
  var pi: Self { get }
  /// i, of the same kind as this value.
  var imaginaryUnit: Self { get }
  /// 1/(e^x − 1) for a real x.
  func boseOccupation() -> Self
  /// 1/(e^x + 1) for a real x.
  func fermiOccupation() -> Self
  /// A polynomial at the values of its variables, all of the same kind as this value.
  ///
  /// - Precondition: every variable has a value.
  func value(of polynomial: Polynomial, at values: [Int: Self]) throws(NumericNameError) -> Self
  /// The same value, known from now on by a name of the file.
  ///
  /// - Parameter declaration: the number of the declaration that gives the name, if there is one.
  func named(_ name: String, declaration: Int?) -> Self
}

extension NumericScalar {
  package func named(_ name: String, declaration: Int?) -> Self { self }

  package func angle(sine: Self) throws(NumericNameError) -> Self {
    throw .notNumeric("an angle outside a cosine or sine")
  }

  package func value(
    of polynomial: Polynomial, at values: [Int: Self]
  ) throws(NumericNameError) -> Self {
    var total: Self?
    for term in polynomial.terms {
      var product: Self?
      for (variable, exponent) in term.exponents {
        guard let value = values[variable] else { throw .notNumeric("a part of it") }
        for _ in 0..<exponent { product = product.map { $0 * value } ?? value }
      }
      let coefficient = Rational(term.coefficient, 1)
      let next: Self
      switch (product, coefficient) {
      case (let product?, 1): next = product
      case (let product?, -1) where total == nil: next = -product
      case (let product?, _): next = constant(coefficient) * product
      case (nil, _): next = constant(coefficient)
      }
      total = total.map { $0 + next } ?? next
    }
    return total ?? constant(0)
  }
}

extension Complex: NumericScalar {
  package var realPart: Complex { Complex(re) }

  package func exponential() -> Complex { .exp(self) }

  package func absolute() -> Complex { Complex(magnitude) }

  package func squareRoot() throws(NumericNameError) -> Complex {
    guard im == 0, re >= 0 else { throw .notNumeric("the root of \(self)") }
    return Complex(re.squareRoot())
  }

  package func cosine() -> Complex {
    let z = Complex.exp(.i * self)
    return (z + .one / z).scaled(by: 0.5)
  }

  package func sine() -> Complex {
    let z = Complex.exp(.i * self)
    return (z - .one / z) / Complex(0, 2)
  }

  package func angle(sine: Complex) throws(NumericNameError) -> Complex {
    Complex(atan2(sine.re, re))
  }

  package func constant(_ value: Rational) -> Complex { Complex(value.doubleValue) }

  package var pi: Complex { Complex(Double.pi) }

  package var imaginaryUnit: Complex { .i }

  package func boseOccupation() -> Complex { Complex(1 / expm1(re)) }

  package func fermiOccupation() -> Complex { Complex(1 / (Foundation.exp(re) + 1)) }

  /// Summed exactly: long closed forms cancel to their last digits.
  package func value(
    of polynomial: Polynomial, at values: [Int: Complex]
  ) throws(NumericNameError) -> Complex {
    var exact: [Int: Rational] = [:]
    for variable in polynomial.variables {
      guard let value = values[variable], value.im == 0, let real = Rational(exactly: value.re)
      else { throw .notNumeric("a quantity that is not finite") }
      exact[variable] = real
    }
    return Complex(polynomial.evaluated(at: exact).doubleValue)
  }
}

extension Rational {
  /// The rational number that a floating-point number is; `nil` if it is not finite.
  package init?(exactly value: Double) {
    guard value.isFinite else { return nil }
    if value == 0 {
      self.init(0)
      return
    }
    // value = significand · 2^(exponent − 52), with an integer significand.
    let shift = Int(value.exponent) - 52
    let significand = Int(value.significand * 0x1p52)
    let signed = Integer(value < 0 ? -significand : significand)
    let power = Integer(2).power(abs(shift))
    self = shift < 0 ? Rational(signed, power) : Rational(signed * power, 1)
  }
}
