extension Polynomial {
  /// The coefficients of the powers of a variable: entry k belongs to the power k.
  ///
  /// Zero has no entries.
  public func coefficients(in variable: Int) -> [Polynomial] {
    if isZero { return [] }
    let degree = degree(in: variable)
    if degree == 0 { return [self] }
    let (stride, word, shift) = (
      layout.stride, layout.word(of: variable), layout.shift(of: variable)
    )
    let mask = layout.fieldMask
    let keep = ~(mask << shift)
    let words = monomials
    func power(_ term: Int) -> Int { Int((words[term &* stride &+ word] >> shift) & mask) }
    // Places in a row: where the terms of each power end, then the terms by their power.
    let first = degree + 2
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: first + termCount) { space in
      let (ends, order) = (
        UnsafeMutableBufferPointer(rebasing: space[..<first]),
        UnsafeMutableBufferPointer(rebasing: space[first...])
      )
      ends.initialize(repeating: 0)
      for term in 0..<termCount { ends[power(term) + 1] += 1 }
      for power in 0...degree { ends[power + 1] += ends[power] }
      for term in 0..<termCount {
        let power = power(term)
        order[ends[power]] = term
        ends[power] += 1
      }
      // Taking one field out keeps the order among terms that had the same exponent there.
      return (0...degree).map { power in
        let start = power == 0 ? 0 : ends[power - 1]
        if start == ends[power] { return .zero }
        return selecting(UnsafeBufferPointer(rebasing: order[start..<ends[power]])) {
          $0 == word ? $1 & keep : $1
        }
      }
    }
  }

  /// Calls `body` with the coefficient of each monomial in some variables that occurs, in the order in which
  /// they occur first: their sum, each times its monomial, is the polynomial.
  ///
  /// - Parameter body: is given the exponent of each of the variables, by its place among them, and the
  ///   coefficient.
  package func forEachCoefficient(
    in variables: [Int], _ body: (_ exponent: (Int) -> Int, Polynomial) -> Void
  ) {
    let (layout, words, count) = (layout, monomials, termCount)
    let stride = layout.stride
    var masks = Array(repeating: UInt64(0), count: stride)
    for variable in variables where variable < layout.variableCount {
      masks[layout.word(of: variable)] |= layout.fieldMask << layout.shift(of: variable)
    }
    func agree(_ a: Int, _ b: Int) -> Bool {
      for offset in 0..<stride
      where (words[a &* stride &+ offset] ^ words[b &* stride &+ offset]) & masks[offset] != 0 {
        return false
      }
      return true
    }
    // The first term with each monomial, the number of every term's monomial, and the terms of one of them.
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * count) { space in
      let (firsts, numbers, terms) = (
        UnsafeMutableBufferPointer(rebasing: space[..<count]),
        UnsafeMutableBufferPointer(rebasing: space[count..<2 * count]),
        UnsafeMutableBufferPointer(rebasing: space[(2 * count)...])
      )
      var found = 0
      for term in 0..<count {
        let number = (0..<found).first { agree(firsts[$0], term) } ?? found
        if number == found {
          firsts[found] = term
          found += 1
        }
        numbers[term] = number
      }
      for number in 0..<found {
        var size = 0
        for term in firsts[number]..<count where numbers[term] == number {
          terms[size] = term
          size += 1
        }
        // Taking out fields in which terms agree keeps their order.
        let coefficient = selecting(UnsafeBufferPointer(rebasing: terms[..<size])) {
          $1 & ~masks[$0]
        }
        body(
          { place in
            variables[place] < layout.variableCount
              ? exponent(of: variables[place], in: firsts[number]) : 0
          }, coefficient)
      }
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
    return Polynomial(layout: layout, monomials: words, coefficients: products)
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
    // Where variables meet their exponents add up.
    var degrees: [Int: Int] = [:]
    for (from, to) in targets { degrees[to, default: 0] += degree(in: from) }
    let bound = targets.reduce(0) { max($0, $1.to + 1) }
    let target = MonomialLayout.common(
      variableCount: bound, exponent: degrees.values.max() ?? 0)
    var words = [UInt64](repeating: 0, count: termCount * target.stride)
    words.withUnsafeMutableBufferPointer { move(targets, to: target, in: $0) }
    return PolynomialBuilder(layout: target, monomials: words, coefficients: coefficients.integers)
      .polynomial()
  }

  /// Renamed with the order of the variables, and so of the terms, kept.
  private func movingVariables(_ targets: [(from: Int, to: Int)]) -> Polynomial {
    let highest = targets.reduce(0) { max($0, degree(in: $1.from)) }
    let target = MonomialLayout.common(
      variableCount: (targets.last?.to ?? -1) + 1, exponent: highest)
    return Polynomial(layout: target, coefficientsOf: self) { words in
      words.initialize(repeating: 0)
      move(targets, to: target, in: words)
    }
  }

  /// Adds the exponents of variables to those of others in monomials of another layout.
  private func move(
    _ targets: [(from: Int, to: Int)], to target: MonomialLayout,
    in words: UnsafeMutableBufferPointer<UInt64>
  ) {
    for (from, to) in targets {
      let (offset, shift) = (target.word(of: to), target.shift(of: to))
      for term in 0..<termCount {
        words[term &* target.stride &+ offset] &+= UInt64(exponent(of: from, in: term)) << shift
      }
    }
  }
}
