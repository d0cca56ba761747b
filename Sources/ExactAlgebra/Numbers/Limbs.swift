/// Arithmetic on magnitudes: arrays of words, least significant first, without leading zeros.
enum Limbs {
  static func trim(_ limbs: inout [UInt]) {
    while limbs.last == 0 { limbs.removeLast() }
  }

  static func isLess(_ a: [UInt], _ b: [UInt]) -> Bool {
    if a.count != b.count { return a.count < b.count }
    for index in a.indices.reversed() where a[index] != b[index] {
      return a[index] < b[index]
    }
    return false
  }

  static func bitWidth(_ a: [UInt]) -> Int {
    guard let top = a.last else { return 0 }
    return a.count * UInt.bitWidth - top.leadingZeroBitCount
  }

  static func trailingZeroBits(_ a: [UInt]) -> Int {
    guard let index = a.firstIndex(where: { $0 != 0 }) else { return 0 }
    return index * UInt.bitWidth + a[index].trailingZeroBitCount
  }

  static func sum(_ a: [UInt], _ b: [UInt]) -> [UInt] {
    if a.count < b.count { return sum(b, a) }
    var result = a
    add(b[...], to: &result, at: 0)
    return result
  }

  /// Adds `b` shifted by `offset` whole limbs, growing `a` when the carry leaves it.
  static func add(_ b: ArraySlice<UInt>, to a: inout [UInt], at offset: Int) {
    var carry: UInt = 0
    var position = offset
    for limb in b {
      if position == a.count { a.append(0) }
      let (partial, first) = a[position].addingReportingOverflow(limb)
      let (total, second) = partial.addingReportingOverflow(carry)
      a[position] = total
      carry = first || second ? 1 : 0
      position += 1
    }
    while carry != 0 {
      if position == a.count {
        a.append(1)
        return
      }
      let (total, overflow) = a[position].addingReportingOverflow(1)
      a[position] = total
      carry = overflow ? 1 : 0
      position += 1
    }
  }

  /// `a − b`.
  ///
  /// - Precondition: `a` is not less than `b`.
  static func difference(_ a: [UInt], _ b: [UInt]) -> [UInt] {
    var result = a
    var borrow: UInt = 0
    var position = 0
    while position < b.count || borrow != 0 {
      let limb = position < b.count ? b[position] : 0
      let (partial, first) = result[position].subtractingReportingOverflow(limb)
      let (total, second) = partial.subtractingReportingOverflow(borrow)
      result[position] = total
      borrow = first || second ? 1 : 0
      position += 1
    }
    trim(&result)
    return result
  }

  /// Replaces `a` by `a · factor + addend`.
  static func multiply(_ a: inout [UInt], by factor: UInt, adding addend: UInt) {
    var carry = addend
    for index in a.indices {
      let (high, low) = a[index].multipliedFullWidth(by: factor)
      let (total, overflow) = low.addingReportingOverflow(carry)
      a[index] = total
      carry = high + (overflow ? 1 : 0)
    }
    if carry != 0 { a.append(carry) }
  }

  static func product(_ a: [UInt], _ b: [UInt]) -> [UInt] {
    if a.isEmpty || b.isEmpty { return [] }
    var result =
      min(a.count, b.count) < karatsubaThreshold
      ? schoolbookProduct(a, b) : karatsubaProduct(a, b)
    trim(&result)
    return result
  }

  private static let karatsubaThreshold = 40

  private static func schoolbookProduct(_ a: [UInt], _ b: [UInt]) -> [UInt] {
    var result: [UInt] = []
    result.reserveCapacity(a.count + b.count)
    for i in a.indices {
      let factor = a[i]
      var carry: UInt = 0
      for j in b.indices {
        let (high, low) = factor.multipliedFullWidth(by: b[j])
        let (partial, first) = low.addingReportingOverflow(carry)
        let (total, second) = partial.addingReportingOverflow(i == 0 ? 0 : result[i + j])
        if i == 0 { result.append(total) } else { result[i + j] = total }
        carry = high + (first ? 1 : 0) + (second ? 1 : 0)
      }
      result.append(carry)
    }
    return result
  }

  // With a = a₁β + a₀ and b = b₁β + b₀:
  // a b = a₁b₁β² + ((a₁ + a₀)(b₁ + b₀) − a₁b₁ − a₀b₀)β + a₀b₀.
  private static func karatsubaProduct(_ a: [UInt], _ b: [UInt]) -> [UInt] {
    let half = (max(a.count, b.count) + 1) / 2
    let (a0, a1) = split(a, at: half)
    let (b0, b1) = split(b, at: half)
    let low = product(a0, b0)
    let high = product(a1, b1)
    let cross = product(sum(a0, a1), sum(b0, b1))
    let middle = difference(difference(cross, low), high)
    var result = low
    result.append(contentsOf: repeatElement(0, count: a.count + b.count + 1 - low.count))
    add(middle[...], to: &result, at: half)
    add(high[...], to: &result, at: 2 * half)
    return result
  }

  private static func split(_ a: [UInt], at count: Int) -> (low: [UInt], high: [UInt]) {
    var low = Array(a.prefix(count))
    trim(&low)
    return (low, Array(a.dropFirst(count)))
  }

  static func shiftedLeft(_ a: [UInt], by count: Int) -> [UInt] {
    if a.isEmpty { return [] }
    let (words, bits) = count.quotientAndRemainder(dividingBy: UInt.bitWidth)
    var result = [UInt](repeating: 0, count: words)
    result.reserveCapacity(words + a.count + 1)
    if bits == 0 { return result + a }
    var carry: UInt = 0
    for limb in a {
      result.append(limb << UInt(bits) | carry)
      carry = limb >> UInt(UInt.bitWidth - bits)
    }
    if carry != 0 { result.append(carry) }
    return result
  }

  static func shiftedRight(_ a: [UInt], by count: Int) -> [UInt] {
    let (words, bits) = count.quotientAndRemainder(dividingBy: UInt.bitWidth)
    if words >= a.count { return [] }
    var result = Array(a[words...])
    if bits > 0 {
      for index in result.indices {
        let above = index + 1 < result.count ? result[index + 1] : 0
        result[index] = result[index] >> UInt(bits) | above << UInt(UInt.bitWidth - bits)
      }
    }
    trim(&result)
    return result
  }
}
