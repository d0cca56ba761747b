extension Polynomial {
  /// Σ left · right over the pairs.
  static func sumOfProducts(_ pairs: [(Polynomial, Polynomial)]) -> Polynomial {
    let pairs = pairs.filter { !$0.0.isZero && !$0.1.isZero }
    guard let first = pairs.first else { return .zero }
    // The layout must hold the sum of both factors' degrees in every variable.
    var layout = first.0.layout
    var fits = true
    for (left, right) in pairs {
      fits = fits && left.layout == layout && right.layout == layout
    }
    if fits {
      for (left, right) in pairs {
        for (a, b) in zip(left.packedDegrees, right.packedDegrees) {
          fits = fits && (a &+ b) & layout.guardMask == 0
        }
      }
    }
    if !fits {
      var variableCount = 0
      var exponent = 0
      for (left, right) in pairs {
        variableCount = max(
          variableCount, left.layout.variableCount, right.layout.variableCount)
        let a = left.degrees
        let b = right.degrees
        for variable in 0..<max(a.count, b.count) {
          exponent = max(
            exponent,
            (variable < a.count ? a[variable] : 0) + (variable < b.count ? b[variable] : 0))
        }
      }
      layout = MonomialLayout(variableCount: variableCount, exponent: exponent)
    }
    let factors = pairs.map { pair in
      let a = pair.0.repacked(layout)
      let b = pair.1.repacked(layout)
      return a.termCount <= b.termCount ? (short: a, long: b) : (short: b, long: a)
    }
    if let small = wordSum(factors, stride: layout.stride) {
      return Polynomial(layout: layout, terms: small)
    }
    var streams: [(short: Polynomial, long: Polynomial, term: Int)] = []
    for (short, long) in factors {
      for term in 0..<short.termCount { streams.append((short, long, term)) }
    }
    return balancedSum(streams[...])
  }

  /// The sum of products as long as every coefficient on the way fits a word.
  private static func wordSum(
    _ factors: [(short: Polynomial, long: Polynomial)], stride: Int
  ) -> TermList? {
    var lists: [TermList.Scaled] = []
    for (short, long) in factors {
      guard case .small(let x) = short.coefficients, case .small(let y) = long.coefficients
      else { return nil }
      let source = TermList(monomials: long.monomials, coefficients: y)
      for term in x.indices {
        lists.append(
          TermList.Scaled(
            source: source, shift: short.monomials[term * stride..<(term + 1) * stride],
            factor: x[term]))
      }
    }
    return TermList.sum(lists[...], stride: stride)
  }

  private static func balancedSum(
    _ streams: ArraySlice<(short: Polynomial, long: Polynomial, term: Int)>
  ) -> Polynomial {
    if streams.count == 1, let stream = streams.first {
      return stream.long.multiplied(byTerm: stream.term, of: stream.short)
    }
    let middle = streams.startIndex + streams.count / 2
    return largeSum(balancedSum(streams[..<middle]), balancedSum(streams[middle...]))
  }

  /// The product with one term of a polynomial of the same layout.
  func multiplied(byTerm term: Int, of other: Polynomial) -> Polynomial {
    let stride = layout.stride
    var words = monomials
    for index in words.indices {
      words[index] &+= other.monomials[term * stride + index % stride]
    }
    return Polynomial(layout: layout, monomials: words, coefficients: coefficients)
      .scaled(by: other.coefficients[term])
  }
}
