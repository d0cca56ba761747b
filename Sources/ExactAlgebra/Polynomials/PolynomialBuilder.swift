/// Collects terms in any order and gives the polynomial of their sum.
struct PolynomialBuilder {
  let layout: MonomialLayout
  private var monomials: [UInt64] = []
  private var coefficients: [Integer] = []

  init(layout: MonomialLayout) {
    self.layout = layout
  }

  /// - Precondition: there are `layout.stride` words for each coefficient.
  init(layout: MonomialLayout, monomials: [UInt64], coefficients: [Integer]) {
    self.layout = layout
    self.monomials = monomials
    self.coefficients = coefficients
  }

  /// - Precondition: the layout has room for every exponent.
  mutating func append(exponents: [Int: Int], coefficient: Integer) {
    let start = monomials.count
    monomials.append(contentsOf: repeatElement(0, count: layout.stride))
    for (variable, exponent) in exponents where exponent != 0 {
      monomials[start + layout.word(of: variable)] |= UInt64(exponent) << layout.shift(of: variable)
    }
    coefficients.append(coefficient)
  }

  func polynomial() -> Polynomial {
    let stride = layout.stride
    let order = coefficients.indices.sorted { left, right in
      Polynomial.compare(monomials, left * stride, monomials, right * stride, stride) > 0
    }
    var words: [UInt64] = []
    var sums: [Integer] = []
    for index in order {
      let start = index * stride
      if !sums.isEmpty,
        Polynomial.compare(words, words.count - stride, monomials, start, stride) == 0
      {
        sums[sums.count - 1] += coefficients[index]
        continue
      }
      if let last = sums.last, last.isZero {
        sums.removeLast()
        words.removeLast(stride)
      }
      words.append(contentsOf: monomials[start..<start + stride])
      sums.append(coefficients[index])
    }
    if let last = sums.last, last.isZero {
      sums.removeLast()
      words.removeLast(stride)
    }
    return Polynomial(layout: layout, monomials: words, coefficients: sums)
  }
}
