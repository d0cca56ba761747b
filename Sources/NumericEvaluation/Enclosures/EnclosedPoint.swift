import ExactAlgebra
import SymbolicAlgebra

/// An occupation 1/(e^x ∓ 1) by its exponent.
package struct ThermalFunction: Hashable, Sendable {
  package var exponent: Fraction
  package var isBoson: Bool

  package init(exponent: Fraction, isBoson: Bool) {
    self.exponent = exponent
    self.isBoson = isBoson
  }
}

/// The values of a field's generators where its symbols and angles have rational ones, between bounds.
package struct EnclosedPoint: Sendable {
  private let field: Field
  private let thermal: [Int: ThermalFunction]
  private var known: [Int: Enclosure]

  package init(
    _ field: Field, at point: [Int: Rational], thermal: [Int: ThermalFunction]
  ) {
    self.field = field
    self.thermal = thermal
    known = point.mapValues { Enclosure($0) }
  }

  /// Fixes a generator that is no function of the point: an unknown that was solved for.
  package mutating func set(_ generator: Int, _ value: Enclosure) { known[generator] = value }

  /// `nil` where a generator has no value or a denominator may be zero.
  package mutating func value(_ fraction: Fraction) -> Enclosure? {
    guard let top = value(fraction.numerator) else { return nil }
    if fraction.denominator.isOne { return top }
    guard let bottom = value(fraction.denominator)?.inverse else { return nil }
    return top * bottom
  }

  package mutating func value(_ polynomial: Polynomial) -> Enclosure? {
    var sum = Enclosure.zero
    for term in polynomial.terms {
      var product = Enclosure(Rational(term.coefficient))
      for (variable, exponent) in term.exponents {
        guard let base = value(of: variable) else { return nil }
        product = product * base.power(exponent)
      }
      sum = sum + product
    }
    return sum
  }

  private mutating func value(of generator: Int) -> Enclosure? {
    if let value = known[generator] { return value }
    let result: Enclosure?
    if let fixed = field.determined[generator] {
      result = value(fixed)
    } else if let function = thermal[generator] {
      let e = value(function.exponent)?.exponential
      result = e.flatMap { (function.isBoson ? $0 - .one : $0 + .one).inverse }
      // A boson's occupation is positive or there is none.
      if function.isBoson, result?.isPositive != true { return nil }
    } else {
      switch field.generators[generator].kind {
      case .root(let radicand): result = value(radicand)?.squareRoot
      case .exponential(let exponent):
        result = value(exponent * Fraction(Rational(1, 2)))?.exponential
      case .free, .constant, .cosine, .sine, .halfCosine, .halfSine: result = nil
      }
    }
    known[generator] = result
    return result
  }
}
