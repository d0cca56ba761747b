import ExactAlgebra
import NumericEvaluation

/// A linear form in the symbols of a file with rational coefficients, or what is none.
struct LinearForm: NumericScalar, Hashable {
  /// `nil` for what is not linear.
  private(set) var coefficients: [String: Rational]?
  private(set) var constant: Rational

  static func symbol(_ name: String) -> LinearForm {
    LinearForm(coefficients: [name: 1], constant: 0)
  }

  static let notLinear = LinearForm(coefficients: nil, constant: 0)

  init(coefficients: [String: Rational]?, constant: Rational) {
    self.coefficients = coefficients?.filter { !$0.value.isZero }
    self.constant = constant
  }

  /// The value of a form without symbols.
  private var number: Rational? { coefficients?.isEmpty == true ? constant : nil }

  static prefix func - (z: LinearForm) -> LinearForm { z.scaled(by: -1) }

  static func + (a: LinearForm, b: LinearForm) -> LinearForm {
    guard let x = a.coefficients, let y = b.coefficients else { return .notLinear }
    return LinearForm(
      coefficients: x.merging(y) { $0 + $1 }, constant: a.constant + b.constant)
  }

  static func - (a: LinearForm, b: LinearForm) -> LinearForm { a + -b }

  static func * (a: LinearForm, b: LinearForm) -> LinearForm {
    if let factor = a.number { return b.scaled(by: factor) }
    if let factor = b.number { return a.scaled(by: factor) }
    return .notLinear
  }

  static func / (a: LinearForm, b: LinearForm) -> LinearForm {
    guard let divisor = b.number, !divisor.isZero else { return .notLinear }
    return a.scaled(by: 1 / divisor)
  }

  private func scaled(by factor: Rational) -> LinearForm {
    LinearForm(
      coefficients: coefficients?.mapValues { $0 * factor }, constant: constant * factor)
  }

  /// Every symbol is real.
  var conjugate: LinearForm { self }
  var realPart: LinearForm { self }
  func constant(_ value: Rational) -> LinearForm { LinearForm(coefficients: [:], constant: value) }

  func exponential() -> LinearForm { .notLinear }
  func absolute() -> LinearForm { .notLinear }
  func squareRoot() -> LinearForm { .notLinear }
  func cosine() -> LinearForm { .notLinear }
  func sine() -> LinearForm { .notLinear }
  var pi: LinearForm { .notLinear }
  var imaginaryUnit: LinearForm { .notLinear }
  func boseOccupation() -> LinearForm { .notLinear }
  func fermiOccupation() -> LinearForm { .notLinear }
}
