/// A divisor whose leading coefficient in a variable is an integer: what it divides has a quotient and a
/// remainder.
struct MonicDivision {
  let variable: Int
  let degree: Int
  private let lead: Integer
  /// The divisor without its leading term.
  private let tail: Polynomial

  /// - Returns: nil unless the variable occurs and its highest power has an integer in front.
  init?(_ divisor: Polynomial, in variable: Int) {
    degree = divisor.degree(in: variable)
    guard degree > 0, let term = divisor.leadingTerm(in: variable, degree) else { return nil }
    self.variable = variable
    lead = divisor.coefficients[term]
    tail = divisor.without(term)
  }

  /// Quotient and remainder; nil where the leading coefficient does not divide what it has to, and where
  /// quotient or remainder has so many terms or more.
  func divide(
    _ dividend: Polynomial, below terms: Int = .max
  ) -> (quotient: Polynomial, remainder: Polynomial)? {
    var quotient = Polynomial.zero
    var rest = dividend
    while case let top = rest.degree(in: variable), top >= degree {
      let (high, low) = rest.split(at: top, of: variable, loweringBy: degree)
      guard let step = high.divided(exactlyBy: lead) else { return nil }
      // The powers of the variable fall from step to step, so nothing cancels.
      quotient += step
      if quotient.termCount >= terms { return nil }
      rest = low - step * tail
    }
    return rest.termCount < terms ? (quotient, rest) : nil
  }
}

extension Polynomial {
  /// Quotient and remainder of a division in one variable; `nil` unless the divisor's leading coefficient is
  /// an integer that divides what it has to.
  public func quotientAndRemainder(
    dividingBy divisor: Polynomial, in variable: Int
  ) -> (quotient: Polynomial, remainder: Polynomial)? {
    MonicDivision(divisor, in: variable)?.divide(self)
  }

  /// The number of the one term with this power of the variable, if it has no other variable.
  fileprivate func leadingTerm(in variable: Int, _ degree: Int) -> Int? {
    var found: Int?
    for term in 0..<termCount where exponent(of: variable, in: term) == degree {
      if found != nil { return nil }
      found = term
    }
    guard let term = found else { return nil }
    for offset in 0..<layout.stride {
      let own =
        offset == layout.word(of: variable) ? UInt64(degree) << layout.shift(of: variable) : 0
      if monomials[term * layout.stride + offset] != own { return nil }
    }
    return term
  }

  fileprivate func without(_ term: Int) -> Polynomial {
    selecting((0..<termCount).filter { $0 != term }) { $1 }
  }

  /// The terms with this power of the variable, lowered by some of it, and all others.
  fileprivate func split(
    at power: Int, of variable: Int, loweringBy lowered: Int
  ) -> (high: Polynomial, low: Polynomial) {
    let word = layout.word(of: variable)
    let unit = UInt64(lowered) << layout.shift(of: variable)
    var (high, low): ([Int], [Int]) = ([], [])
    for term in 0..<termCount {
      if exponent(of: variable, in: term) == power { high.append(term) } else { low.append(term) }
    }
    // Lowering one exponent everywhere keeps the order.
    return (selecting(high) { $0 == word ? $1 &- unit : $1 }, selecting(low) { $1 })
  }
}
