extension Polynomial {
  /// The quotient when every coefficient is divisible.
  ///
  /// - Precondition: `divisor` is not zero.
  public func divided(exactlyBy divisor: Integer) -> Polynomial? {
    precondition(!divisor.isZero, "division by zero")
    if divisor.isOne { return self }
    if case .small(let words) = coefficients, let word = divisor.asInt, word != -1 {
      return withCoefficients { quotients in
        for index in words.indices {
          let (quotient, remainder) = words[index].quotientAndRemainder(dividingBy: word)
          if remainder != 0 { return false }
          quotients[index] = quotient
        }
        return true
      }
    }
    var quotients: [Integer] = []
    quotients.reserveCapacity(termCount)
    for coefficient in coefficients.integers {
      guard let quotient = coefficient.divided(exactlyBy: divisor) else { return nil }
      quotients.append(quotient)
    }
    return withCoefficients(quotients)
  }

  /// The greatest common divisor of the coefficients, never negative; 0 for zero.
  public func content() -> Integer {
    if case .small(let words) = coefficients {
      var divisor: UInt = 0
      for word in words {
        divisor = Integer.gcd(word: divisor, word.magnitude)
        if divisor == 1 { break }
      }
      return Integer(magnitude: divisor)
    }
    var divisor = Integer.zero
    for coefficient in coefficients.integers {
      divisor = Integer.gcd(divisor, coefficient)
      if divisor.isOne { break }
    }
    return divisor
  }

  /// The polynomial divided by its content, with positive leading coefficient.
  public var primitivePart: Polynomial {
    if isZero { return self }
    let content = content()
    let signed = leadingCoefficient.isNegative ? -content : content
    return divided(exactlyBy: signed) ?? self
  }

  /// The quotient; nil when the division is not exact.
  ///
  /// - Precondition: `divisor` is not zero.
  public func divided(exactlyBy divisor: Polynomial) -> Polynomial? {
    precondition(!divisor.isZero, "division by zero")
    if isZero { return .zero }
    if let constant = divisor.constantValue { return divided(exactlyBy: constant) }
    let layout = Polynomial.commonLayout(self, divisor)
    let dividend = repacked(layout)
    let divisor = divisor.repacked(layout)
    let degrees = dividend.packedDegrees
    let divisorDegrees = divisor.packedDegrees
    // A product's degree in every variable is the sum of its factors' degrees.
    var quotientDegrees: [UInt64] = []
    for (a, b) in zip(degrees, divisorDegrees) {
      guard layout.isMultiple(a, of: b) else { return nil }
      quotientDegrees.append(a &- b)
    }
    if divisor.termCount == 1 { return dividend.divided(byTerm: divisor) }
    guard dividend.lastTermIsDivisible(by: divisor) else { return nil }
    if layout.stride == 1, case .small(let x) = dividend.coefficients,
      case .small(let y) = divisor.coefficients
    {
      switch ExactDivision.words(
        layout, dividend.monomials, x, divisor.monomials, y, quotientDegrees: quotientDegrees[0])
      {
      case .quotient(let quotient): return quotient
      case .inexact: return nil
      case .overflow: break
      }
    }
    var division = LargeExactDivision(
      dividend: dividend, divisor: divisor, quotientDegrees: quotientDegrees)
    return division.quotient()
  }

  /// Whether the lowest terms divide, as they do in every exact division.
  private func lastTermIsDivisible(by divisor: Polynomial) -> Bool {
    let stride = layout.stride
    for offset in 1...stride {
      let a = monomials[monomials.count - offset]
      let b = divisor.monomials[divisor.monomials.count - offset]
      guard layout.isMultiple(a, of: b) else { return false }
    }
    let (a, b) = (coefficients[termCount - 1], divisor.coefficients[divisor.termCount - 1])
    return a.divided(exactlyBy: b) != nil
  }

  /// - Precondition: the divisor has one term and the same layout.
  private func divided(byTerm divisor: Polynomial) -> Polynomial? {
    let layout = layout
    let (own, lead) = (monomials, divisor.monomials)
    var isExact = true
    let quotient = Polynomial(layout: layout, coefficientsOf: self) { words in
      for index in words.indices {
        let b = lead[index % layout.stride]
        isExact = isExact && layout.isMultiple(own[index], of: b)
        words[index] = own[index] &- b
      }
    }
    return isExact ? quotient.divided(exactlyBy: divisor.leadingCoefficient) : nil
  }
}
