import ExactAlgebra

/// Why a scalar could not be brought into the field.
public enum FieldError: Error, Hashable, Sendable {
  /// A denominator that is zero under the relations.
  case divisionByZero
  /// A root of something that is not real.
  case rootOfComplex
  /// An angle or exponent with a fraction finer than one half of a monomial.
  case fineFraction(latex: String)
  /// A function of an argument that is outside the field.
  case unsupported(function: String, argument: String)
}

extension Field {
  /// A rational function's value, as a sum of monomials: each in lowest terms with coefficient 1.
  ///
  /// Requires the denominator to be a monomial, else the terms need not be independent.
  public func monomials(of value: Fraction) -> [(coefficient: Rational, monomial: Fraction)]? {
    guard value.denominator.termCount == 1 else { return nil }
    return value.numerator.terms.map { term in
      let fraction = Fraction(Polynomial(term), value.denominator)
      let coefficient = Rational(
        fraction.numerator.leadingCoefficient, fraction.denominator.leadingCoefficient)
      return (coefficient, fraction * Fraction(coefficient.inverse))
    }
  }

  /// e^x for complex x: e^{a+ib} = e^a (cos b + i sin b).
  public mutating func exponential(_ exponent: Scalar) throws(FieldError) -> Scalar {
    guard let exponent = canonical(exponent) else { throw .divisionByZero }
    var magnitude = Fraction(1)
    if !exponent.real.isZero {
      guard let parts = monomials(of: exponent.real) else {
        throw .unsupported(function: "exp", argument: latex(exponent.real))
      }
      for (coefficient, monomial) in parts {
        let doubled = coefficient * 2
        guard doubled.isInteger, let power = doubled.numerator.asInt, abs(power) <= 400 else {
          throw .fineFraction(latex: latex(exponent.real))
        }
        magnitude = magnitude * Fraction.variable(exponential(of: monomial)).power(power)
      }
    }
    if exponent.imaginary.isZero { return Scalar(magnitude) }
    let (cosine, sine) = try cosineAndSine(exponent.imaginary)
    return Scalar(magnitude * cosine, magnitude * sine)
  }

  /// The cosine and sine of a real argument, by addition theorems from its monomials.
  public mutating func cosineAndSine(
    _ argument: Fraction
  ) throws(FieldError) -> (cosine: Fraction, sine: Fraction) {
    guard let argument = canonical(argument) else { throw .divisionByZero }
    guard let parts = monomials(of: argument) else {
      throw .unsupported(function: "cos", argument: latex(argument))
    }
    var total = Scalar.one
    for (coefficient, monomial) in parts {
      total = total * (try phase(coefficient, monomial))
    }
    guard let result = canonical(total) else { throw .divisionByZero }
    return (result.real, result.imaginary)
  }

  /// e^{i q m} for a rational q and a monomial m.
  private mutating func phase(
    _ coefficient: Rational, _ monomial: Fraction
  ) throws(FieldError) -> Scalar {
    if let pi, monomial == Fraction.variable(pi) { return try phase(ofPiTimes: coefficient) }
    let doubled = coefficient * 2
    guard doubled.isInteger, let power = doubled.numerator.asInt, abs(power) <= 64 else {
      throw .fineFraction(latex: latex(monomial * Fraction(coefficient)))
    }
    let number = angle(key: monomial, latex: latex(monomial))
    let base: Scalar
    let steps: Int
    if power.isMultiple(of: 2) {
      base = Scalar(.variable(angles[number].cosine), .variable(angles[number].sine))
      steps = power / 2
    } else {
      let half = half(ofAngle: number)
      base = Scalar(.variable(half.cosine), .variable(half.sine))
      steps = power
    }
    return (steps < 0 ? base.conjugate : base).power(abs(steps))
  }

  /// e^{iπq} for q a multiple of 1/4 or 1/6 (and by halving, 1/8 and 1/12 are refused).
  private mutating func phase(ofPiTimes coefficient: Rational) throws(FieldError) -> Scalar {
    let twelfths = coefficient * 12
    guard twelfths.isInteger, let steps = twelfths.numerator.asInt else {
      throw .fineFraction(latex: "\(coefficient)\\pi")
    }
    // e^{iπ/12} is not needed by itself: quarters and sixths cover every multiple but ±1, ±5, … .
    let turn = ((steps % 24) + 24) % 24
    let half = Fraction(Rational(1, 2))
    if turn.isMultiple(of: 6) {
      return Scalar.imaginaryUnit.power(turn / 6)
    }
    if turn.isMultiple(of: 3) {
      let r = half * Fraction.variable(root(of: Polynomial(2)))
      return Scalar(r, r).power(turn / 3)
    }
    if turn.isMultiple(of: 2) {
      let r = half * Fraction.variable(root(of: Polynomial(3)))
      return Scalar(r, half).power(turn / 2)
    }
    throw .fineFraction(latex: "\(coefficient)\\pi")
  }

  /// √x for real x: rational squares, squares of nonnegative generators and polynomials that are squares
  /// of such are taken out; what is left is a product of known roots or becomes a generator.
  public mutating func squareRoot(_ value: Fraction) throws(FieldError) -> Fraction {
    guard let value = canonical(value) else { throw .divisionByZero }
    if value.isZero { return value }
    if isProvablyPositive(-value) { throw .rootOfComplex }
    let (outsideNumerator, top) = squarePart(value.numerator)
    let (outsideDenominator, bottom) = squarePart(value.denominator)
    let outside = Fraction(outsideNumerator, outsideDenominator)
    if bottom == .one { return outside * (try squarefreeRoot(top)) }
    // √(a/b) = √(ab)/|b|, and |b| = b if b ≥ 0, or if a ≥ 0: then b > 0 wherever there is a root.
    let (shared, inside) = squarePart(top * bottom)
    let root = outside * Fraction(shared) * (try squarefreeRoot(inside))
    if hasNonnegativeTerms(bottom) || hasNonnegativeTerms(top)
      || isProvablyPositive(Fraction(bottom)) || isProvablyPositive(Fraction(top))
    {
      return root * Fraction(bottom).inverse
    }
    if isProvablyPositive(Fraction(-bottom)) { return -root * Fraction(bottom).inverse }
    let magnitude = try squareRoot(Fraction(bottom * bottom))
    return root * magnitude * Fraction(bottom * bottom).inverse
  }

  /// √p by roots that are known: √p = √(p r₁r₂…)/(√r₁√r₂…) if p r₁r₂… is a square, else a generator.
  private mutating func squarefreeRoot(_ radicand: Polynomial) throws(FieldError) -> Fraction {
    if radicand == .one { return 1 }
    var products: [(square: Polynomial, roots: Fraction)] = [(radicand, 1)]
    for (index, generator) in generators.enumerated() {
      guard case .root(let known) = generator.kind, determined[index] == nil else { continue }
      if known == radicand { return .variable(index) }
      // Subsets grow fast: three roots at once are enough for √6 = √2 √3 in any order.
      for (square, roots) in products where roots.numerator.totalDegree < 3 {
        let product = reduced(square * known)
        let (outside, inside) = squarePart(product.0)
        let next = roots * .variable(index)
        if inside == .one, product.1.isOne, let value = canonical(Fraction(outside) / next) {
          return value
        }
        products.append((product.0, next))
      }
      if products.count > 256 { break }
    }
    return .variable(root(of: radicand))
  }

  /// p = outside² · inside, with outside ≥ 0 in the domain.
  private mutating func squarePart(_ polynomial: Polynomial) -> (Polynomial, Polynomial) {
    var outside = Polynomial.one
    var inside = polynomial
    for number in angles.indices where angles[number].upper {
      takeOutAngle(number, &outside, &inside)
    }
    // Integer content.
    let content = inside.content()
    var square: Integer = 1
    var candidate = 2
    var rest = content
    while candidate < 1000, Integer(candidate * candidate) <= rest {
      let factor = Integer(candidate * candidate)
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: factor)
      if remainder.isZero {
        rest = quotient
        square *= Integer(candidate)
      } else {
        candidate += 1
      }
    }
    if let root = rest.squareRoot(), !root.isOne {
      square *= root
      rest = 1
    }
    if !square.isOne {
      outside = outside.scaled(by: square)
      inside = inside.divided(exactlyBy: Polynomial(square * square)) ?? inside
    }
    for index in inside.variables where generators[index].domain.isNonnegative {
      let least =
        inside.terms.map { term in
          term.exponents.first { $0.variable == index }?.exponent ?? 0
        }.min() ?? 0
      if least >= 2 {
        let power = Polynomial.variable(index).power(least / 2)
        outside = outside * power
        inside = inside.divided(exactlyBy: power * power) ?? inside
      }
    }
    while let factor = positiveRepeatedFactor(inside),
      let quotient = inside.divided(exactlyBy: factor * factor)
    {
      outside = outside * factor
      inside = quotient
    }
    if let root = perfectSquareRoot(inside) {
      return (outside * root, .one)
    }
    return (outside, inside)
  }

  /// For an angle in [0, π]: (1 + C)(1 − C) = S², (1 + C) = 2c², (1 − C) = 2s², with S, c, s ≥ 0.
  private mutating func takeOutAngle(
    _ number: Int, _ outside: inout Polynomial, _ inside: inout Polynomial
  ) {
    let cosine = Polynomial.variable(angles[number].cosine)
    while let rest = inside.divided(exactlyBy: 1 - cosine * cosine) {
      outside = outside * .variable(angles[number].sine)
      inside = rest
    }
    for sign in [Integer(1), -1] {
      let factor = cosine.scaled(by: sign) + 1
      while let rest = inside.divided(exactlyBy: factor * factor) {
        outside = outside * factor
        inside = rest
      }
      if let rest = inside.divided(exactlyBy: factor) {
        let half = half(ofAngle: number)
        outside = outside * .variable(sign == 1 ? half.cosine : half.sine)
        inside = rest.scaled(by: 2)
      }
    }
  }

  /// A nonconstant factor ≥ 0 whose square divides the polynomial: from what it shares with its
  /// derivatives.
  private func positiveRepeatedFactor(_ polynomial: Polynomial) -> Polynomial? {
    let shared = polynomial.variables.reduce(polynomial) {
      $0.isConstant ? $0 : Polynomial.gcd($0, polynomial.derivative(in: $1))
    }
    guard !shared.isConstant, let distinct = polynomial.divided(exactlyBy: shared) else {
      return nil
    }
    var factor = Polynomial.gcd(distinct, shared).primitivePart
    if factor.leadingCoefficient.isNegative { factor = -factor }
    return !factor.isConstant && hasNonnegativeTerms(factor) ? factor : nil
  }

  /// q with q² = p and every term of q nonnegative, or q assumed to be, so that q ≥ 0.
  private func perfectSquareRoot(_ polynomial: Polynomial) -> Polynomial? {
    if polynomial.isConstant {
      return polynomial.constantValue.flatMap { $0.squareRoot() }.map { Polynomial($0) }
    }
    guard var root = squareRootByTerms(polynomial) else { return nil }
    if root.leadingCoefficient.isNegative { root = -root }
    if hasNonnegativeTerms(root) || isProvablyPositive(Fraction(root)) { return root }
    return isProvablyPositive(Fraction(-root)) ? -root : nil
  }

  /// Square root of a polynomial by matching leading terms; `nil` if it is not a square.
  private func squareRootByTerms(_ polynomial: Polynomial) -> Polynomial? {
    guard let lead = polynomial.terms.first, let top = halved(lead) else { return nil }
    var root = top
    var rest = polynomial - root * root
    let twice = top.scaled(by: 2)
    var steps = 0
    while !rest.isZero {
      steps += 1
      guard steps <= 64, let next = rest.terms.first,
        let term = Polynomial(next).divided(exactlyBy: twice)
      else { return nil }
      rest = rest - (root.scaled(by: 2) + term) * term
      root = root + term
    }
    return root
  }

  private func halved(_ term: Polynomial.Term) -> Polynomial? {
    guard let coefficient = term.coefficient.squareRoot(),
      term.exponents.allSatisfy({ $0.exponent.isMultiple(of: 2) })
    else { return nil }
    return term.exponents.reduce(Polynomial(coefficient)) {
      $0 * Polynomial.variable($1.variable).power($1.exponent / 2)
    }
  }

  /// cos(φ/2), sin(φ/2) for an angle φ ∈ [0, π] or (−π, π) known by its cosine and sine.
  ///
  /// If they are, up to sign and exchange, those of a known angle, its half is used; else
  /// cos(φ/2) = √((1 + cos φ)/2), sin(φ/2) = sin φ / (2 cos(φ/2)).
  public mutating func halfAngle(
    cosine: Fraction, sine: Fraction
  ) throws(FieldError) -> (cosine: Fraction, sine: Fraction) {
    for number in angles.indices where angles[number].upper {
      let c = Fraction.variable(angles[number].cosine)
      let s = Fraction.variable(angles[number].sine)
      guard sine == s || sine == -s, cosine == c || cosine == -c else { continue }
      let half = half(ofAngle: number)
      let hc = Fraction.variable(half.cosine)
      let hs = Fraction.variable(half.sine)
      // φ = θ or π − θ, and their negatives.
      let (x, y) = cosine == c ? (hc, hs) : (hs, hc)
      return (x, sine == s ? y : -y)
    }
    let two = Fraction(2)
    let first = try squareRoot((Fraction(1) + cosine) * two.inverse)
    if first.isZero { return (first, Fraction(1)) }
    guard let second = canonical(sine * (two * first).inverse) else { throw .divisionByZero }
    return (first, second)
  }

  /// Declares an angle in [0, π] or (−π, π) by the generators of its cosine and sine.
  public mutating func declareAngle(
    symbol: Int, latex: String, upper: Bool
  ) -> (cosine: Int, sine: Int) {
    let number = angle(key: .variable(symbol), latex: latex, upper: upper, isDeclared: true)
    return (angles[number].cosine, angles[number].sine)
  }
}
