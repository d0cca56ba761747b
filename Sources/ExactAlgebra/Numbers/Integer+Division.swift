extension Integer {
  /// Quotient rounded toward zero, and the remainder with the sign of the dividend.
  ///
  /// - Precondition: `divisor` is not zero.
  public func quotientAndRemainder(
    dividingBy divisor: Integer
  ) -> (quotient: Integer, remainder: Integer) {
    precondition(!divisor.isZero, "division by zero")
    if case .small(let a) = storage, case .small(let b) = divisor.storage {
      let (quotient, overflow) = a.dividedReportingOverflow(by: b)
      if !overflow { return (Integer(word: quotient), Integer(word: a % b)) }
    }
    let (quotient, remainder) = Limbs.quotientAndRemainder(
      magnitudeLimbs, divisor.magnitudeLimbs)
    return (
      Integer(negative: isNegative != divisor.isNegative, limbs: quotient),
      Integer(negative: isNegative, limbs: remainder)
    )
  }

  /// The quotient when the division leaves no remainder.
  func divided(exactlyBy divisor: Integer) -> Integer? {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder.isZero ? quotient : nil
  }

  /// The value reduced to 0 ..< `modulus`.
  ///
  /// - Precondition: `modulus` is not zero.
  public func remainder(modulo modulus: UInt64) -> UInt64 {
    precondition(modulus != 0, "division by zero")
    let residue: UInt64
    switch storage {
    case .small(let word):
      residue = UInt64(word.magnitude) % modulus
    case .large(_, let limbs):
      var rest: UInt64 = 0
      for limb in limbs.reversed() {
        rest = modulus.dividingFullWidth((rest, UInt64(limb))).remainder
      }
      residue = rest
    }
    return isNegative && residue != 0 ? modulus - residue : residue
  }

  /// The greatest common divisor, never negative; `gcd(0, 0)` is 0.
  public static func gcd(_ left: Integer, _ right: Integer) -> Integer {
    var a = left
    var b = right
    while true {
      if case .small(let x) = a.storage, case .small(let y) = b.storage {
        let word = gcd(word: x.magnitude, y.magnitude)
        return Integer(magnitude: word)
      }
      if b.isZero { return a.magnitude }
      (a, b) = (b, a.quotientAndRemainder(dividingBy: b).remainder)
    }
  }

  /// The greatest common divisor of two words, by halving.
  static func gcd(word left: UInt, _ right: UInt) -> UInt {
    if left == 0 { return right }
    if right == 0 { return left }
    if left == 1 || right == 1 { return 1 }
    let twos = (left | right).trailingZeroBitCount
    var a = left >> left.trailingZeroBitCount
    var b = right
    repeat {
      b >>= b.trailingZeroBitCount
      if a > b { (a, b) = (b, a) }
      b -= a
    } while b != 0
    return a << twos
  }

  /// The root when the value is a perfect square.
  public func squareRoot() -> Integer? {
    if isNegative { return nil }
    if isZero { return .zero }
    // Newton from above: the first step that does not fall is at the floor of the root.
    var root = Integer.one.shiftedLeft(by: (bitWidth + 1) / 2)
    while true {
      let next = (root + quotientAndRemainder(dividingBy: root).quotient)
        .quotientAndRemainder(dividingBy: 2).quotient
      if next >= root { break }
      root = next
    }
    return root * root == self ? root : nil
  }
}
