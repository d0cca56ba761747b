import ExactAlgebra

extension Field {
  /// What a generator is, as an expression in the names of the file.
  public func definition(of index: Int) -> ScalarExpression {
    switch generators[index].kind {
    case .free: .symbol(generators[index].latex)
    case .constant: .symbol("\\pi")
    case .cosine(let angle): .cosine(expression(of: angles[angle].key))
    case .sine(let angle): .sine(expression(of: angles[angle].key))
    case .halfCosine(let angle): .cosine(half(expression(of: angles[angle].key)))
    case .halfSine(let angle): .sine(half(expression(of: angles[angle].key)))
    case .root(let radicand): .squareRoot(expression(of: radicand))
    case .exponential(let exponent): .exponential(half(expression(of: exponent)))
    }
  }

  /// A rational function of generators, as an expression in the names of the file.
  public func expression(of value: Fraction) -> ScalarExpression {
    let numerator = expression(of: value.numerator)
    if value.denominator == .one { return numerator }
    return .quotient(numerator, expression(of: value.denominator))
  }

  private func expression(of polynomial: Polynomial) -> ScalarExpression {
    let terms = polynomial.terms.map { term -> ScalarExpression in
      var factors = term.exponents.map { variable, exponent -> ScalarExpression in
        let base = definition(of: variable)
        return exponent == 1 ? base : .power(base, exponent)
      }
      if term.coefficient != 1 || factors.isEmpty {
        factors.insert(.number(Rational(term.coefficient, 1)), at: 0)
      }
      return factors.count == 1 ? factors[0] : .product(factors)
    }
    return terms.count == 1 ? terms[0] : .sum(terms)
  }

  private func half(_ value: ScalarExpression) -> ScalarExpression {
    .quotient(value, .number(2))
  }
}
