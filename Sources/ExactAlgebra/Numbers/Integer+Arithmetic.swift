extension Integer {
  /// The sum, exact at any size.
  public static func + (left: Integer, right: Integer) -> Integer {
    if case .small(let a) = left.storage, case .small(let b) = right.storage {
      let (sum, overflow) = a.addingReportingOverflow(b)
      if !overflow { return Integer(word: sum) }
    }
    return sum(left, right, negatingRight: false)
  }

  /// The difference, exact at any size.
  public static func - (left: Integer, right: Integer) -> Integer {
    if case .small(let a) = left.storage, case .small(let b) = right.storage {
      let (difference, overflow) = a.subtractingReportingOverflow(b)
      if !overflow { return Integer(word: difference) }
    }
    return sum(left, right, negatingRight: true)
  }

  /// The product, exact at any size.
  public static func * (left: Integer, right: Integer) -> Integer {
    if case .small(let a) = left.storage, case .small(let b) = right.storage {
      let (product, overflow) = a.multipliedReportingOverflow(by: b)
      if !overflow { return Integer(word: product) }
    }
    if left.isZero || right.isZero { return .zero }
    return Integer(
      negative: left.isNegative != right.isNegative,
      limbs: Limbs.product(left.magnitudeLimbs, right.magnitudeLimbs))
  }

  /// The value with the other sign.
  public static prefix func - (value: Integer) -> Integer {
    switch value.storage {
    case .small(let word) where word != Int.min:
      return Integer(word: -word)
    case .small, .large:
      return Integer(negative: !value.isNegative, limbs: value.magnitudeLimbs)
    }
  }

  /// Adds `right` to `left`.
  public static func += (left: inout Integer, right: Integer) { left = left + right }
  /// Subtracts `right` from `left`.
  public static func -= (left: inout Integer, right: Integer) { left = left - right }
  /// Multiplies `left` by `right`.
  public static func *= (left: inout Integer, right: Integer) { left = left * right }

  /// The value multiplied by itself `exponent` times; 1 for exponent 0.
  ///
  /// - Precondition: `exponent` is not negative.
  public func power(_ exponent: Int) -> Integer {
    precondition(exponent >= 0, "negative exponent of an integer")
    var result = Integer.one
    var square = self
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      rest >>= 1
      if rest > 0 { square *= square }
    }
    return result
  }

  /// The value times 2 to the power `count`.
  ///
  /// - Precondition: `count` is not negative.
  func shiftedLeft(by count: Int) -> Integer {
    precondition(count >= 0, "negative shift")
    return Integer(negative: isNegative, limbs: Limbs.shiftedLeft(magnitudeLimbs, by: count))
  }

  private static func sum(_ left: Integer, _ right: Integer, negatingRight: Bool) -> Integer {
    let a = left.magnitudeLimbs
    let b = right.magnitudeLimbs
    let leftNegative = left.isNegative
    let rightNegative = right.isNegative != negatingRight
    if leftNegative == rightNegative {
      return Integer(negative: leftNegative, limbs: Limbs.sum(a, b))
    }
    return Limbs.isLess(a, b)
      ? Integer(negative: rightNegative, limbs: Limbs.difference(b, a))
      : Integer(negative: leftNegative, limbs: Limbs.difference(a, b))
  }
}
