extension Polynomial {
  /// The value at a point.
  ///
  /// - Precondition: every variable that occurs has a value.
  public func evaluated(at point: [Int: Rational]) -> Rational {
    let value = partiallyEvaluated(at: point).constantValue
    precondition(value != nil, "a variable has no value")
    return value ?? .zero
  }

  /// The polynomial with values in place of some variables.
  public func partiallyEvaluated(at point: [Int: Rational]) -> Fraction {
    partiallyEvaluated { point[$0] }
  }

  /// The polynomial with values in place of those variables that have one.
  func partiallyEvaluated(at point: (Int) -> Rational?) -> Fraction {
    if let value = evaluatedTermByTerm(at: point) { return value }
    // With v = n/d and degree D in v: Σ cₖ vᵏ = Σ cₖ nᵏ dᴰ⁻ᵏ / dᴰ.
    var numerator = self
    var scale = Integer.one
    for variable in variables {
      guard let value = point(variable) else { continue }
      let parts = numerator.coefficients(in: variable)
      if parts.count <= 1 { continue }
      var sum = Polynomial.zero
      var bottom = Integer.one
      for part in parts.reversed() {
        sum = sum.scaled(by: value.numerator) + part.scaled(by: bottom)
        bottom *= value.denominator
      }
      numerator = sum
      scale *= value.denominator.power(parts.count - 1)
    }
    return Fraction(numerator, Polynomial(scale))
  }

  /// Up to this degree a table of all powers is short.
  private static let highestTabledDegree = 64

  /// The value where every variable that occurs has one and degrees are low; else nil.
  private func evaluatedTermByTerm(at point: (Int) -> Rational?) -> Fraction? {
    if let constant = constantValue { return Fraction(Polynomial(constant)) }
    let layout = layout
    // For v = n/d of degree D the powers nᵏ dᴰ⁻ᵏ: every term is then over Π dᴰ.
    var powers: [Integer] = []
    powers.reserveCapacity(8)
    var starts: [(variable: Int, start: Int)] = []
    var scale = Integer.one
    for offset in 0..<layout.stride {
      var isComplete = true
      layout.forEachExponent(of: highestExponents(inWord: offset), offset) { variable, degree in
        guard isComplete, degree <= Polynomial.highestTabledDegree, let value = point(variable)
        else {
          isComplete = false
          return
        }
        starts.append((variable, powers.count))
        value.appendPowers(through: degree, to: &powers)
        if !value.isInteger { scale *= value.denominator.power(degree) }
      }
      if !isComplete { return nil }
    }
    var sum = Integer.zero
    for term in 0..<termCount {
      var value = coefficients[term]
      for (variable, start) in starts {
        let power = powers[start + exponent(of: variable, in: term)]
        if !power.isOne { value *= power }
      }
      sum += value
    }
    return Fraction(Rational(sum, scale))
  }

  /// The value modulo a prime; `point` holds the residues of the variables by number.
  ///
  /// - Precondition: every variable that occurs has a residue.
  public func evaluated(modulo field: PrimeField, at point: [UInt64]) -> UInt64 {
    if termCount <= Polynomial.fewTerms {
      return sumOfTerms(modulo: field) { variable, exponent in
        precondition(variable < point.count, "a variable has no value")
        return exponent == 1 ? point[variable] : field.power(point[variable], exponent)
      }
    }
    var highest: [Int] = []
    raise(&highest)
    var offsets: [Int] = []
    var powers: [UInt64] = []
    for (variable, degree) in highest.enumerated() {
      precondition(degree == 0 || variable < point.count, "a variable has no value")
      offsets.append(powers.count - 1)
      var power: UInt64 = 1
      for _ in 0..<degree {
        power = field.multiply(power, point[variable])
        powers.append(power)
      }
    }
    return sumOfTerms(modulo: field) { variable, exponent in
      powers[offsets[variable] &+ exponent]
    }
  }

  /// Up to so many terms, powers cost less than a table of them.
  private static let fewTerms = 8

  @inline(__always)
  private func sumOfTerms(
    modulo field: PrimeField, power: (Int, Int) -> UInt64
  ) -> UInt64 {
    var sum: UInt64 = 0
    for term in 0..<termCount {
      var value = residue(ofCoefficient: term, field)
      forEachExponent(of: term) { variable, exponent in
        value = field.multiply(value, power(variable, exponent))
      }
      sum = field.add(sum, value)
    }
    return sum
  }

  @inline(__always)
  func residue(ofCoefficient term: Int, _ field: PrimeField) -> UInt64 {
    switch coefficients {
    case .small(let words): field.reduce(words[term])
    case .large(let integers): field.reduce(integers[term])
    }
  }
}

extension Rational {
  /// Appends nᵏ dᴰ⁻ᵏ for k from 0 through D, the value being n/d.
  fileprivate func appendPowers(through degree: Int, to powers: inout [Integer]) {
    var top = Integer.one
    for power in 0...degree {
      powers.append(isInteger ? top : top * denominator.power(degree - power))
      if power < degree { top *= numerator }
    }
  }
}

extension PrimeField {
  /// The powers of a residue from 0 through `exponent`.
  func powers(of base: UInt64, through exponent: Int) -> [UInt64] {
    var table: [UInt64] = [1]
    table.reserveCapacity(exponent + 1)
    for power in 0..<exponent { table.append(multiply(table[power], base)) }
    return table
  }
}
