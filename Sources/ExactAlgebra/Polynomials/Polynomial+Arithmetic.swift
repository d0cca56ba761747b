extension Polynomial {
  /// The sum.
  public static func + (left: Polynomial, right: Polynomial) -> Polynomial {
    sum(left, right, negatingRight: false)
  }

  /// The difference.
  public static func - (left: Polynomial, right: Polynomial) -> Polynomial {
    sum(left, right, negatingRight: true)
  }

  /// The polynomial with every coefficient negated.
  public static prefix func - (value: Polynomial) -> Polynomial {
    Polynomial(
      layout: value.layout, monomials: value.monomials, coefficients: value.coefficients.negated)
  }

  /// Adds `right` to `left`.
  public static func += (left: inout Polynomial, right: Polynomial) { left = left + right }
  /// Subtracts `right` from `left`.
  public static func -= (left: inout Polynomial, right: Polynomial) { left = left - right }
  /// Multiplies `left` by `right`.
  public static func *= (left: inout Polynomial, right: Polynomial) { left = left * right }

  /// The product, expanded.
  public static func * (left: Polynomial, right: Polynomial) -> Polynomial {
    if left.isZero || right.isZero { return .zero }
    if right.isConstant { return left.scaled(by: right.leadingCoefficient) }
    if left.isConstant { return right.scaled(by: left.leadingCoefficient) }
    return productOfFew(left, right) ?? sumOfProducts([(left, right)])
  }

  /// The product with a constant.
  public func scaled(by factor: Integer) -> Polynomial {
    if factor.isZero || isZero { return .zero }
    if factor.isOne { return self }
    if case .small(let words) = coefficients, let word = factor.asInt {
      var products: [Int] = []
      products.reserveCapacity(words.count)
      var overflowed = false
      for coefficient in words {
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: word)
        overflowed = overflowed || overflow
        products.append(product)
      }
      if !overflowed {
        return Polynomial(layout: layout, monomials: monomials, coefficients: .small(products))
      }
    }
    return Polynomial(
      layout: layout, monomials: monomials,
      coefficients: Coefficients(coefficients.integers.map { $0 * factor }))
  }

  /// The product of `exponent` copies; 1 for exponent 0.
  ///
  /// - Precondition: `exponent` is not negative.
  public func power(_ exponent: Int) -> Polynomial {
    precondition(exponent >= 0, "negative exponent of a polynomial")
    var result = Polynomial.one
    var square = self
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      rest >>= 1
      if rest > 0 { square *= square }
    }
    return result
  }

  private static func sum(
    _ left: Polynomial, _ right: Polynomial, negatingRight: Bool
  ) -> Polynomial {
    if right.isZero { return left }
    if left.isZero { return negatingRight ? -right : right }
    if let sum = sumOfFew(left, right, negatingRight: negatingRight) { return sum }
    let layout = commonLayout(left, right)
    let a = left.repacked(layout)
    let b = right.repacked(layout)
    if case .small(let x) = a.coefficients, case .small(let y) = b.coefficients,
      let merged = TermList.sum(
        TermList(monomials: a.monomials, coefficients: x),
        TermList(monomials: b.monomials, coefficients: y), negatingRight: negatingRight,
        stride: layout.stride)
    {
      return Polynomial(layout: layout, terms: merged)
    }
    return largeSum(a, negatingRight ? -b : b)
  }

  /// The sum of polynomials of one layout, with coefficients of any size.
  static func largeSum(_ left: Polynomial, _ right: Polynomial) -> Polynomial {
    if case .small(let x) = left.coefficients, case .small(let y) = right.coefficients,
      let sum = merged(
        left, x, right, y,
        adding: {
          let (total, overflow) = $0.addingReportingOverflow($1)
          return overflow ? nil : total
        })
    {
      return Polynomial(
        layout: left.layout, monomials: sum.monomials, coefficients: .small(sum.coefficients))
    }
    guard
      let sum = merged(
        left, left.coefficients.integers, right, right.coefficients.integers,
        adding: { $0 + $1 })
    else { return .zero }
    return Polynomial(
      layout: left.layout, monomials: sum.monomials, coefficients: Coefficients(sum.coefficients))
  }

  /// The terms of a sum of polynomials of one layout; nil where two coefficients have no sum.
  private static func merged<Number: Equatable & ExpressibleByIntegerLiteral>(
    _ left: Polynomial, _ x: [Number], _ right: Polynomial, _ y: [Number],
    adding: (Number, Number) -> Number?
  ) -> (monomials: [UInt64], coefficients: [Number])? {
    let stride = left.layout.stride
    var words: [UInt64] = []
    var sums: [Number] = []
    words.reserveCapacity(left.monomials.count + right.monomials.count)
    sums.reserveCapacity(x.count + y.count)
    var (i, j) = (0, 0)
    while i < x.count || j < y.count {
      let order =
        i == x.count
        ? -1
        : j == y.count
          ? 1 : compare(left.monomials, i * stride, right.monomials, j * stride, stride)
      guard let total = order > 0 ? x[i] : order < 0 ? y[j] : adding(x[i], y[j]) else {
        return nil
      }
      if total != 0 {
        sums.append(total)
        for offset in 0..<stride {
          words.append(
            order >= 0 ? left.monomials[i * stride + offset] : right.monomials[j * stride + offset])
        }
      }
      if order >= 0 { i += 1 }
      if order <= 0 { j += 1 }
    }
    return (words, sums)
  }

  init(layout: MonomialLayout, terms: TermList) {
    self.init(
      layout: layout, monomials: terms.monomials, coefficients: .small(terms.coefficients))
  }

  /// Compares the monomials at two offsets: negative, zero or positive.
  @inline(__always)
  static func compare(
    _ a: [UInt64], _ i: Int, _ b: [UInt64], _ j: Int, _ stride: Int
  ) -> Int {
    for offset in 0..<stride where a[i + offset] != b[j + offset] {
      return a[i + offset] < b[j + offset] ? -1 : 1
    }
    return 0
  }
}
