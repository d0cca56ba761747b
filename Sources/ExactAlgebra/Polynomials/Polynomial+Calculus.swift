extension Polynomial {
  /// The coefficients of the powers of a variable: entry k belongs to the power k.
  ///
  /// Zero has no entries.
  public func coefficients(in variable: Int) -> [Polynomial] {
    if isZero { return [] }
    let degree = degree(in: variable)
    if degree == 0 { return [self] }
    // Taking one field out keeps the order among terms that had the same exponent there.
    switch coefficients {
    case .small(let words): return parts(in: variable, degree, words) { .small($0) }
    case .large(let integers): return parts(in: variable, degree, integers) { Coefficients($0) }
    }
  }

  private func parts<Number>(
    in variable: Int, _ degree: Int, _ coefficients: [Number],
    _ packed: ([Number]) -> Coefficients
  ) -> [Polynomial] {
    let stride = layout.stride
    let word = layout.word(of: variable)
    let shift = layout.shift(of: variable)
    let (mask, keep) = (layout.fieldMask, ~(layout.fieldMask << shift))
    func power(_ term: Int) -> Int { Int((monomials[term &* stride &+ word] >> shift) & mask) }
    var counts = [Int](repeating: 0, count: degree + 1)
    for term in 0..<termCount { counts[power(term)] += 1 }
    var words = [[UInt64]](repeating: [], count: degree + 1)
    var parts = [[Number]](repeating: [], count: degree + 1)
    for power in 0...degree {
      words[power].reserveCapacity(counts[power] * stride)
      parts[power].reserveCapacity(counts[power])
    }
    for term in 0..<termCount {
      let power = power(term)
      parts[power].append(coefficients[term])
      for offset in 0..<stride {
        let packed = monomials[term &* stride &+ offset]
        words[power].append(offset == word ? packed & keep : packed)
      }
    }
    return (0...degree).map {
      Polynomial(layout: layout, monomials: words[$0], coefficients: packed(parts[$0]))
    }
  }

  /// The partial derivative.
  public func derivative(in variable: Int) -> Polynomial {
    if degree(in: variable) == 0 { return .zero }
    let word = layout.word(of: variable)
    let unit: UInt64 = 1 << layout.shift(of: variable)
    var words: [UInt64] = []
    var products: [Integer] = []
    // Lowering one exponent everywhere keeps the order.
    for term in 0..<termCount {
      let power = exponent(of: variable, in: term)
      if power == 0 { continue }
      for offset in 0..<layout.stride {
        let packed = monomials[term * layout.stride + offset]
        words.append(offset == word ? packed - unit : packed)
      }
      products.append(coefficients[term] * Integer(power))
    }
    return Polynomial(layout: layout, monomials: words, coefficients: Coefficients(products))
  }

  /// The polynomial with another one in place of a variable.
  public func substituting(_ variable: Int, with value: Polynomial) -> Polynomial {
    let parts = coefficients(in: variable)
    if parts.count <= 1 { return self }
    // Horner from the highest power.
    var result = Polynomial.zero
    for part in parts.reversed() { result = result * value + part }
    return result
  }

  /// The polynomial with every variable v that occurs replaced by variable `map(v)`.
  ///
  /// - Precondition: `map` gives no negative number. It may send two variables to one.
  public func renamed(_ map: (Int) -> Int) -> Polynomial {
    let targets = variables.map { (from: $0, to: map($0)) }
    precondition(targets.allSatisfy { $0.to >= 0 }, "negative variable")
    if targets.allSatisfy({ $0.from == $0.to }) { return self }
    if zip(targets, targets.dropFirst()).allSatisfy({ $0.to < $1.to }) {
      return movingVariables(targets)
    }
    return Polynomial(
      terms: terms.map { term in
        var exponents: [Int: Int] = [:]
        for (variable, exponent) in term.exponents {
          if let target = targets.first(where: { $0.from == variable }) {
            exponents[target.to, default: 0] += exponent
          }
        }
        return (exponents, term.coefficient)
      })
  }

  /// Renamed with the order of the variables, and so of the terms, kept.
  private func movingVariables(_ targets: [(from: Int, to: Int)]) -> Polynomial {
    let highest = targets.reduce(0) { max($0, degree(in: $1.from)) }
    let target = MonomialLayout.common(
      variableCount: (targets.last?.to ?? -1) + 1, exponent: highest)
    var words = [UInt64](repeating: 0, count: termCount * target.stride)
    for (from, to) in targets {
      let (offset, shift) = (target.word(of: to), target.shift(of: to))
      for term in 0..<termCount {
        words[term * target.stride + offset] |= UInt64(exponent(of: from, in: term)) << shift
      }
    }
    return Polynomial(layout: target, monomials: words, coefficients: coefficients)
  }
}
