import ExactAlgebra

extension Field {
  /// A complex scalar as LaTeX: common denominator where both parts share one.
  public func latex(_ value: Scalar) -> String {
    if value.isReal { return latex(value.real) }
    if value.real.isZero {
      let body = latex(value.imaginary)
      if value.imaginary == Fraction(1) { return "i" }
      if value.imaginary == Fraction(-1) { return "-i" }
      if value.imaginary.numerator.termCount == 1 || value.imaginary.denominator != .one {
        return body.hasPrefix("-") ? "-i " + body.dropFirst() : "i " + body
      }
      return "i \\left(\(body)\\right)"
    }
    let imaginary = value.imaginary
    if value.real.denominator == imaginary.denominator, imaginary.denominator != .one {
      let top = Scalar(Fraction(value.real.numerator), Fraction(imaginary.numerator))
      return "\\frac{\(latex(top))}{\(latex(imaginary.denominator))}"
    }
    let tail = latex(Scalar(Fraction(0), imaginary))
    return latex(value.real) + (tail.hasPrefix("-") ? " - " + tail.dropFirst() : " + " + tail)
  }

  /// A real scalar as LaTeX.
  public func latex(_ value: Fraction) -> String {
    if value.denominator == .one { return latex(value.numerator) }
    if value.numerator.isEntirelyNegative {
      return "-" + latex(-value)
    }
    return "\\frac{\(latex(value.numerator))}{\(latex(value.denominator))}"
  }

  /// A polynomial as LaTeX: the common factor of its terms first, the rest as a sum.
  public func latex(_ polynomial: Polynomial) -> String {
    if polynomial.isZero { return "0" }
    if polynomial.termCount == 1 { return latex(polynomial.terms[0]) }
    let common = commonFactor(polynomial)
    guard !common.isConstant || polynomial.content() > 1,
      let rest = polynomial.divided(exactlyBy: common.scaled(by: polynomial.content()))
    else { return sum(polynomial) }
    let factor = latex(common.scaled(by: polynomial.content()))
    if rest.isEntirelyNegative {
      return "-\(factor) \\left(\(sum(-rest))\\right)"
    }
    return "\(factor) \\left(\(sum(rest))\\right)"
  }

  private func commonFactor(_ polynomial: Polynomial) -> Polynomial {
    polynomial.variables.reduce(Polynomial.one) { factor, variable in
      let least =
        polynomial.terms.map { term in
          term.exponents.first { $0.variable == variable }?.exponent ?? 0
        }.min() ?? 0
      return least == 0 ? factor : factor * Polynomial.variable(variable).power(least)
    }
  }

  private func sum(_ polynomial: Polynomial) -> String {
    var result = ""
    // A positive term leads if there is one.
    var terms = polynomial.terms
    if let first = terms.firstIndex(where: { !$0.coefficient.isNegative }), first > 0 {
      terms.insert(terms.remove(at: first), at: 0)
    }
    for term in terms {
      let text = latex(term)
      if result.isEmpty {
        result = text
      } else if text.hasPrefix("-") {
        result += " - " + text.dropFirst()
      } else {
        result += " + " + text
      }
    }
    return result
  }

  private func latex(_ term: Polynomial.Term) -> String {
    var front: [String] = []
    var back: [String] = []
    var exponent = Fraction(0)
    for (variable, power) in term.exponents {
      switch generators[variable].kind {
      case .exponential(let monomial):
        exponent = exponent + monomial * Fraction(Rational(power, 2))
      case .cosine, .sine, .halfCosine, .halfSine:
        back.append(trigonometric(variable, power))
      case .free, .constant, .root:
        front.append(plain(variable, power))
      }
    }
    if !exponent.isZero {
      front.append(exponent == Fraction(1) ? "e" : "e^{\(latex(exponent))}")
    }
    let factors = front + back
    let coefficient = term.coefficient
    if factors.isEmpty { return coefficient.description }
    let body = factors.joined(separator: " ")
    if coefficient == 1 { return body }
    if coefficient == -1 { return "-" + body }
    return "\(coefficient) \(body)"
  }

  private func plain(_ variable: Int, _ power: Int) -> String {
    let name = generators[variable].latex
    if power == 1 { return name }
    let scripted = name.contains("^") || name.contains(" ")
    return scripted ? "\\left(\(name)\\right)^{\(power)}" : "\(name)^{\(power)}"
  }

  /// `\cos^{2} \theta` for the square of `\cos \theta`.
  private func trigonometric(_ variable: Int, _ power: Int) -> String {
    let name = generators[variable].latex
    if power == 1 { return name }
    return "\(name.prefix(4))^{\(power)}\(name.dropFirst(4))"
  }

  /// A generator as it appears in a list of values: e^{m} itself where the generator is its root.
  public func assignmentLatex(_ index: Int) -> String {
    if case .exponential(let monomial) = generators[index].kind { return "e^{\(latex(monomial))}" }
    return generators[index].latex
  }
}

extension Polynomial {
  /// No term has a positive coefficient.
  fileprivate var isEntirelyNegative: Bool { terms.allSatisfy(\.coefficient.isNegative) }
}

extension Scalar {
  /// A constant as `3/4` or `-1/8-1/8i`; `nil` if generators occur.
  public var constantDescription: String? {
    guard let real = real.constantValue, let imaginary = imaginary.constantValue else { return nil }
    if imaginary.isZero { return real.description }
    let tail = imaginary == 1 ? "i" : imaginary == -1 ? "-i" : "\(imaginary)i"
    if real.isZero { return tail }
    return tail.hasPrefix("-") ? "\(real)\(tail)" : "\(real)+\(tail)"
  }
}
