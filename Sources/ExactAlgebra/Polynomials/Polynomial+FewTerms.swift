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
    guard left.termCount + right.termCount <= few else { return nil }
    var (a, b) = (left, right)
    if left.layout.bits != right.layout.bits {
      let layout = commonLayout(left, right)
      (a, b) = (left.repacked(layout), right.repacked(layout))
    }
    return mergedWords(a, b, negatingRight: negatingRight).map { $0.isZero ? .zero : $0 }
  }

  /// The product where one factor has few terms and neither many; nil where it leaves the factors' words.
  static func productOfFew(_ left: Polynomial, _ right: Polynomial) -> Polynomial? {
    if left.isOne { return right }
    if right.isOne { return left }
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

  /// The sum of products with few terms altogether, one after the other; nil where one of them is not made so.
  static func sumOfFewProducts(_ pairs: [(Polynomial, Polynomial)]) -> Polynomial? {
    var termCount = 0
    for (left, right) in pairs {
      let (product, overflow) = left.termCount.multipliedReportingOverflow(by: right.termCount)
      if overflow || product > few - termCount { return nil }
      termCount += product
    }
    var sum = Polynomial.zero
    for (left, right) in pairs {
      guard let product = productOfFew(left, right),
        let next = sum.isZero ? product : sumOfFew(sum, product, negatingRight: false)
      else { return nil }
      sum = next
    }
    return sum
  }

  /// The product of two terms with fields of the same width; nil where a field or the coefficient has no room.
  private static func productOfTerms(
    _ left: Polynomial, _ x: Int, _ right: Polynomial, _ y: Int
  ) -> Polynomial? {
    let layout = commonLayout(left, right)
    let (product, overflow) = x.multipliedReportingOverflow(by: y)
    if overflow { return nil }
    let (a, b) = (left.monomials, right.monomials)
    return Polynomial(layout: layout, capacity: 1) { room in
      var fields: UInt64 = 0
      for offset in 0..<layout.stride {
        let word = (offset < a.count ? a[offset] : 0) &+ (offset < b.count ? b[offset] : 0)
        fields |= word
        room.monomials[offset] = word
      }
      room.coefficients[0] = product
      return fields & layout.guardMask == 0 ? 1 : nil
    }
  }

  /// A polynomial times one term of another with fields of the same width; nil where a field or a
  /// coefficient has no room.
  private static func multiple(
    of value: Polynomial, _ coefficients: StoredWords<Int>, byTerm term: Int,
    of other: Polynomial, _ factor: Int
  ) -> Polynomial? {
    let layout = commonLayout(value, other)
    let (stride, from, shifts) = (layout.stride, value.layout.stride, other.layout.stride)
    let count = coefficients.count
    let (words, shift) = (value.monomials, other.monomials)
    return Polynomial(layout: layout, capacity: count) { room in
      // Below its guard bit no field carries into the next one.
      var fields: UInt64 = 0
      for offset in 0..<stride {
        let step = offset < shifts ? shift[term &* shifts &+ offset] : 0
        for index in 0..<count {
          let word = (offset < from ? words[index &* from &+ offset] : 0) &+ step
          fields |= word
          room.monomials[index &* stride &+ offset] = word
        }
      }
      var overflowed = false
      for index in 0..<count {
        let (product, overflow) = coefficients[index].multipliedReportingOverflow(by: factor)
        overflowed = overflowed || overflow
        room.coefficients[index] = product
      }
      return overflowed || fields & layout.guardMask != 0 ? nil : count
    }
  }

  /// The sum or difference; nil where a coefficient is no word.
  ///
  /// - Precondition: both have fields of the same width.
  static func mergedWords(
    _ left: Polynomial, _ right: Polynomial, negatingRight: Bool
  ) -> Polynomial? {
    guard case .small(let x) = left.coefficients, case .small(let y) = right.coefficients else {
      return nil
    }
    return left.monomials.withUnsafeBufferPointer { a in
      x.withUnsafeBufferPointer { x in
        right.monomials.withUnsafeBufferPointer { b in
          y.withUnsafeBufferPointer { y in
            merged(
              Row(words: a, stride: left.layout.stride, coefficients: x),
              Row(words: b, stride: right.layout.stride, coefficients: y),
              commonLayout(left, right), negatingRight: negatingRight)
          }
        }
      }
    }
  }

  /// Descending terms. Monomials with fewer words than others have zeros in the places of the rest.
  private struct Row {
    let words: UnsafeBufferPointer<UInt64>
    let stride: Int
    let coefficients: UnsafeBufferPointer<Int>

    @inline(__always)
    func word(_ offset: Int, of term: Int) -> UInt64 {
      offset < stride ? words[term &* stride &+ offset] : 0
    }
  }

  private static func merged(
    _ left: Row, _ right: Row, _ layout: MonomialLayout, negatingRight: Bool
  ) -> Polynomial? {
    let stride = layout.stride
    let (n, m) = (left.coefficients.count, right.coefficients.count)
    return Polynomial(layout: layout, capacity: n + m) { room in
      var (i, j, count) = (0, 0, 0)
      while i < n || j < m {
        let order = i == n ? -1 : j == m ? 1 : compare(left, i, right, j, stride)
        var total = order >= 0 ? left.coefficients[i] : 0
        if order <= 0 {
          let (sum, overflow) =
            negatingRight
            ? total.subtractingReportingOverflow(right.coefficients[j])
            : total.addingReportingOverflow(right.coefficients[j])
          if overflow { return nil }
          total = sum
        }
        if total != 0 {
          for offset in 0..<stride {
            room.monomials[count &* stride &+ offset] =
              order >= 0 ? left.word(offset, of: i) : right.word(offset, of: j)
          }
          room.coefficients[count] = total
          count &+= 1
        }
        i &+= order >= 0 ? 1 : 0
        j &+= order <= 0 ? 1 : 0
      }
      return count
    }
  }

  /// Compares two rows' terms: negative, zero or positive.
  @inline(__always)
  private static func compare(_ a: Row, _ i: Int, _ b: Row, _ j: Int, _ stride: Int) -> Int {
    for offset in 0..<stride {
      let (x, y) = (a.word(offset, of: i), b.word(offset, of: j))
      if x != y { return x < y ? -1 : 1 }
    }
    return 0
  }
}
