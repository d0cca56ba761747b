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
    if case .small(let words) = value.coefficients,
      let result = value.withCoefficients(writing: { negated in
        for index in words.indices {
          if words[index] == .min { return false }
          negated[index] = 0 &- words[index]
        }
        return true
      })
    {
      return result
    }
    return value.withCoefficients(value.coefficients.integers.map { -$0 })
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
    if case .small(let words) = coefficients, let word = factor.asInt,
      let result = withCoefficients(writing: { products in
        var overflowed = false
        for index in words.indices {
          let (product, overflow) = words[index].multipliedReportingOverflow(by: word)
          overflowed = overflowed || overflow
          products[index] = product
        }
        return !overflowed
      })
    {
      return result
    }
    return withCoefficients(coefficients.integers.map { $0 * factor })
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
    return wordSum(a, b, negatingRight: negatingRight) ?? largeSum(a, negatingRight ? -b : b)
  }

  /// The sum or difference of polynomials of one layout when monomials have at most two words and no
  /// coefficient leaves one.
  static func wordSum(
    _ left: Polynomial, _ right: Polynomial, negatingRight: Bool
  ) -> Polynomial? {
    switch left.layout.stride {
    case 1: TermMerge<UInt64>.sum(left, right, negatingRight: negatingRight)
    case 2: TermMerge<UInt128>.sum(left, right, negatingRight: negatingRight)
    default: nil
    }
  }

  /// The sum of polynomials of one layout, with coefficients of any size.
  static func largeSum(_ left: Polynomial, _ right: Polynomial) -> Polynomial {
    if let sum = mergedWords(left, right, negatingRight: false) { return sum }
    let (x, y) = (left.coefficients.integers, right.coefficients.integers)
    let stride = left.layout.stride
    var words: [UInt64] = []
    var sums: [Integer] = []
    words.reserveCapacity(left.monomials.count + right.monomials.count)
    sums.reserveCapacity(x.count + y.count)
    var (i, j) = (0, 0)
    while i < x.count || j < y.count {
      let order =
        i == x.count
        ? -1
        : j == y.count
          ? 1 : compare(left.monomials, i * stride, right.monomials, j * stride, stride)
      let total = order > 0 ? x[i] : order < 0 ? y[j] : x[i] + y[j]
      if !total.isZero {
        sums.append(total)
        for offset in 0..<stride {
          words.append(
            order >= 0 ? left.monomials[i * stride + offset] : right.monomials[j * stride + offset])
        }
      }
      if order >= 0 { i += 1 }
      if order <= 0 { j += 1 }
    }
    return Polynomial(layout: left.layout, monomials: words, coefficients: sums)
  }

  /// Compares the monomials at two offsets: negative, zero or positive.
  @inline(__always)
  static func compare<A: RandomAccessCollection<UInt64>, B: RandomAccessCollection<UInt64>>(
    _ a: A, _ i: Int, _ b: B, _ j: Int, _ stride: Int
  ) -> Int where A.Index == Int, B.Index == Int {
    for offset in 0..<stride where a[i + offset] != b[j + offset] {
      return a[i + offset] < b[j + offset] ? -1 : 1
    }
    return 0
  }
}
