/// Sums and products of few terms, written straight into the result: those of a paper's formulas mostly are.
extension Polynomial {
  /// Above so many terms sums and products are merged without branches.
  private static let few = 64
  /// Up to so many terms of the shorter factor, its multiples are merged one after the other.
  private static let fewFactors = 4

  /// The sum of two polynomials with few terms; nil where a coefficient leaves the word.
  static func sumOfFew(
    _ left: Polynomial, _ right: Polynomial, negatingRight: Bool
  ) -> Polynomial? {
    guard left.termCount + right.termCount <= few,
      case .small(let x) = left.coefficients, case .small(let y) = right.coefficients
    else { return nil }
    let layout = commonLayout(left, right)
    let (a, b) = (left.repacked(layout), right.repacked(layout))
    return a.monomials.withUnsafeBufferPointer { a in
      x.withUnsafeBufferPointer { x in
        b.monomials.withUnsafeBufferPointer { b in
          y.withUnsafeBufferPointer { y in
            merged(
              Row(words: a, coefficients: x), Row(words: b, coefficients: y), layout,
              negatingRight: negatingRight)
          }
        }
      }
    }
  }

  /// The product where one factor has few terms and neither many; nil where it leaves the factors' words.
  static func productOfFew(_ left: Polynomial, _ right: Polynomial) -> Polynomial? {
    let (short, long) = left.termCount <= right.termCount ? (left, right) : (right, left)
    guard short.termCount <= fewFactors, long.termCount <= few,
      short.layout.bits == long.layout.bits,
      case .small(let factors) = short.coefficients, case .small(let all) = long.coefficients
    else { return nil }
    if long.termCount == 1 { return productOfTerms(short, factors[0], long, all[0]) }
    var result: Polynomial?
    for (term, factor) in factors.enumerated() {
      guard let next = multiple(of: long, all, byTerm: term, of: short, factor) else { return nil }
      guard let sum = result else {
        result = next
        continue
      }
      guard let total = sumOfFew(sum, next, negatingRight: false) else { return nil }
      result = total
    }
    return result
  }

  /// The product of two terms with fields of the same width; nil where a field or the coefficient has no room.
  private static func productOfTerms(
    _ left: Polynomial, _ x: Int, _ right: Polynomial, _ y: Int
  ) -> Polynomial? {
    let layout = commonLayout(left, right)
    let (product, overflow) = x.multipliedReportingOverflow(by: y)
    if overflow { return nil }
    var fields: UInt64 = 0
    func word(_ offset: Int) -> UInt64 {
      let a = offset < left.layout.stride ? left.monomials[offset] : 0
      let b = offset < right.layout.stride ? right.monomials[offset] : 0
      fields |= a &+ b
      return a &+ b
    }
    // Arrays written out are made faster.
    let words =
      switch layout.stride {
      case 1: [word(0)]
      case 2: [word(0), word(1)]
      case 3: [word(0), word(1), word(2)]
      default: (0..<layout.stride).map(word)
      }
    return fields & layout.guardMask == 0
      ? Polynomial(layout: layout, monomials: words, coefficients: .small([product])) : nil
  }

  /// A polynomial times one term of another with fields of the same width; nil where a field or a
  /// coefficient has no room.
  private static func multiple(
    of value: Polynomial, _ coefficients: [Int], byTerm term: Int, of other: Polynomial,
    _ factor: Int
  ) -> Polynomial? {
    let layout = commonLayout(value, other)
    let (stride, from, shifts) = (layout.stride, value.layout.stride, other.layout.stride)
    var overflowed = false
    // Below its guard bit no field carries into the next one.
    var fields: UInt64 = 0
    let count = coefficients.count
    let words = [UInt64](unsafeUninitializedCapacity: count * stride) { words, size in
      for index in 0..<count {
        for offset in 0..<stride {
          let word = offset < from ? value.monomials[index &* from &+ offset] : 0
          let shift = offset < shifts ? other.monomials[term &* shifts &+ offset] : 0
          words[index &* stride &+ offset] = word &+ shift
          fields |= word &+ shift
        }
      }
      size = count * stride
    }
    if fields & layout.guardMask != 0 { return nil }
    if factor == 1 {
      return Polynomial(layout: layout, monomials: words, coefficients: value.coefficients)
    }
    let products = [Int](unsafeUninitializedCapacity: count) { products, size in
      for index in 0..<count {
        let (product, overflow) = coefficients[index].multipliedReportingOverflow(by: factor)
        products[index] = product
        overflowed = overflowed || overflow
      }
      size = count
    }
    return overflowed
      ? nil : Polynomial(layout: layout, monomials: words, coefficients: .small(products))
  }

  /// Descending terms of one layout.
  private struct Row {
    let words: UnsafeBufferPointer<UInt64>
    let coefficients: UnsafeBufferPointer<Int>
  }

  private static func merged(
    _ left: Row, _ right: Row, _ layout: MonomialLayout, negatingRight: Bool
  ) -> Polynomial? {
    let stride = layout.stride
    let (n, m) = (left.coefficients.count, right.coefficients.count)
    var overflowed = false
    var sums: [Int] = []
    let words = [UInt64](unsafeUninitializedCapacity: (n + m) * stride) { words, size in
      var count = 0
      sums = [Int](unsafeUninitializedCapacity: n + m) { sums, size in
        var (i, j) = (0, 0)
        while i < n || j < m {
          let order = i == n ? -1 : j == m ? 1 : compare(left.words, i, right.words, j, stride)
          var total = order >= 0 ? left.coefficients[i] : 0
          if order <= 0 {
            let (sum, overflow) =
              negatingRight
              ? total.subtractingReportingOverflow(right.coefficients[j])
              : total.addingReportingOverflow(right.coefficients[j])
            total = sum
            overflowed = overflowed || overflow
          }
          if total != 0 {
            let (row, place) = order >= 0 ? (left.words, i) : (right.words, j)
            for offset in 0..<stride {
              words[count &* stride &+ offset] = row[place &* stride &+ offset]
            }
            sums[count] = total
            count &+= 1
          }
          i &+= order >= 0 ? 1 : 0
          j &+= order <= 0 ? 1 : 0
        }
        size = count
      }
      size = count * stride
    }
    if overflowed { return nil }
    return sums.isEmpty
      ? .zero : Polynomial(layout: layout, monomials: words, coefficients: .small(sums))
  }

  /// Compares two rows' terms: negative, zero or positive.
  @inline(__always)
  private static func compare(
    _ a: UnsafeBufferPointer<UInt64>, _ i: Int, _ b: UnsafeBufferPointer<UInt64>, _ j: Int,
    _ stride: Int
  ) -> Int {
    for offset in 0..<stride {
      let (x, y) = (a[i &* stride &+ offset], b[j &* stride &+ offset])
      if x != y { return x < y ? -1 : 1 }
    }
    return 0
  }
}
