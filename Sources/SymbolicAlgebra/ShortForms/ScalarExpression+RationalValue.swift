import ExactAlgebra

extension ScalarExpression {
  /// The expression as a rational function, where each name is one; `nil` for a division by zero, an unknown
  /// name or a function.
  func rationalValue(_ names: [String: Fraction]) -> Scalar? {
    switch self {
    case .number(let value): return Scalar(Fraction(value))
    case .imaginaryUnit: return Scalar(Fraction(0), Fraction(1))
    case .symbol(let name): return names[name].map { Scalar($0) }
    case .sum(let terms):
      var total = Scalar.zero
      for term in terms {
        guard let value = term.rationalValue(names) else { return nil }
        total = total + value
      }
      return total
    case .product(let factors):
      var total = Scalar(Fraction(1))
      for factor in factors {
        guard let value = factor.rationalValue(names) else { return nil }
        total = total * value
      }
      return total
    case .negative(let value): return value.rationalValue(names).map { -$0 }
    case .quotient(let top, let bottom):
      guard let top = top.rationalValue(names), let bottom = bottom.rationalValue(names),
        bottom.isReal, !bottom.real.isZero
      else { return nil }
      return top * Scalar(bottom.real.inverse)
    case .power(let base, let exponent):
      guard exponent >= 0, let value = base.rationalValue(names) else { return nil }
      return (0..<exponent).reduce(Scalar(Fraction(1))) { product, _ in product * value }
    case .squareRoot, .exponential, .sine, .cosine, .tangent, .conjugate, .absoluteSquare,
      .absolute,
      .trace, .matrixElement, .application, .functional:
      return nil
    }
  }
}
