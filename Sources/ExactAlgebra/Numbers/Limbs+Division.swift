extension Limbs {
  /// Replaces `a` by its quotient and returns the remainder.
  static func divide(_ a: inout [UInt], by divisor: UInt) -> UInt {
    var rest: UInt = 0
    for index in a.indices.reversed() {
      (a[index], rest) = divisor.dividingFullWidth((rest, a[index]))
    }
    trim(&a)
    return rest
  }

  /// Knuth, *The Art of Computer Programming* 4.3.1, algorithm D.
  ///
  /// - Precondition: `b` is not empty.
  static func quotientAndRemainder(
    _ a: [UInt], _ b: [UInt]
  ) -> (quotient: [UInt], remainder: [UInt]) {
    if isLess(a, b) { return ([], a) }
    if b.count == 1 {
      var quotient = a
      let rest = divide(&quotient, by: b[0])
      return (quotient, rest == 0 ? [] : [rest])
    }
    // The divisor's highest bit is set, so that a guessed digit is at most 2 too large.
    let shift = b[b.count - 1].leadingZeroBitCount
    let v = shiftedLeft(b, by: shift)
    var u = shiftedLeft(a, by: shift)
    if u.count == a.count { u.append(0) }
    let n = v.count
    var quotient = [UInt](repeating: 0, count: u.count - n)
    for j in quotient.indices.reversed() {
      var digit = guess(high: u[j + n], middle: u[j + n - 1], low: u[j + n - 2], v[n - 1], v[n - 2])
      if subtract(v, times: digit, from: &u, at: j) {
        digit -= 1
        addBack(v, to: &u, at: j)
      }
      quotient[j] = digit
    }
    trim(&quotient)
    trim(&u)
    return (quotient, shiftedRight(u, by: shift))
  }

  /// The quotient digit from the three leading limbs; right or 1 too large.
  private static func guess(
    high: UInt, middle: UInt, low: UInt, _ top: UInt, _ second: UInt
  ) -> UInt {
    var digit: UInt
    var rest: UInt
    if high >= top {
      // The quotient would not fit a word; the largest digit is the guess.
      digit = .max
      let (sum, overflow) = middle.addingReportingOverflow(top)
      if overflow { return digit }
      rest = sum
    } else {
      (digit, rest) = top.dividingFullWidth((high, middle))
    }
    while true {
      let product = digit.multipliedFullWidth(by: second)
      if product.high < rest || (product.high == rest && product.low <= low) { return digit }
      digit -= 1
      let (sum, overflow) = rest.addingReportingOverflow(top)
      if overflow { return digit }
      rest = sum
    }
  }

  /// Subtracts `v · digit` and says whether the result went below zero.
  private static func subtract(
    _ v: [UInt], times digit: UInt, from u: inout [UInt], at offset: Int
  ) -> Bool {
    var carry: UInt = 0
    for index in v.indices {
      let (high, low) = digit.multipliedFullWidth(by: v[index])
      let (product, first) = low.addingReportingOverflow(carry)
      let (rest, second) = u[offset + index].subtractingReportingOverflow(product)
      u[offset + index] = rest
      carry = high + (first ? 1 : 0) + (second ? 1 : 0)
    }
    let (rest, borrow) = u[offset + v.count].subtractingReportingOverflow(carry)
    u[offset + v.count] = rest
    return borrow
  }

  private static func addBack(_ v: [UInt], to u: inout [UInt], at offset: Int) {
    var carry: UInt = 0
    for index in v.indices {
      let (partial, first) = u[offset + index].addingReportingOverflow(v[index])
      let (total, second) = partial.addingReportingOverflow(carry)
      u[offset + index] = total
      carry = first || second ? 1 : 0
    }
    u[offset + v.count] &+= carry
  }
}
