import ExactAlgebra

extension Enclosure {
  /// e^x, or `nil` beyond |x| = 700.
  package var exponential: Enclosure? {
    let bound = Self.unit * 700
    guard lower > -bound, upper < bound else { return nil }
    // e^x rises with x.
    guard let least = Self.exponential(of: lower), let most = Self.exponential(of: upper) else {
      return nil
    }
    return Enclosure(lower: least.lower, upper: most.upper)
  }

  /// √x, or `nil` if x may be negative.
  package var squareRoot: Enclosure? {
    guard lower.signum >= 0 else { return nil }
    let (least, most) = (Self.root(lower * Self.unit), Self.root(upper * Self.unit))
    return Enclosure(lower: least, upper: most + 1)
  }

  /// e^x at x = value/2²⁵⁶: (e^{x/2¹²})^(2¹²) with |x/2¹²| < 1/4, and e^{−x} = 1/e^x.
  private static func exponential(of value: Integer) -> Enclosure? {
    if value.signum < 0 { return exponential(of: -value)?.inverse }
    let halvings = 12
    let fine = Integer(2).power(halvings)
    let x = Enclosure(lower: floor(value, fine), upper: ceiling(value, fine))
    var (term, sum) = (Enclosure.one, Enclosure.one)
    var number = 0
    while term.upper > 1 {
      number += 1
      let next = term * x
      let divisor = Integer(number)
      term = Enclosure(lower: floor(next.lower, divisor), upper: ceiling(next.upper, divisor))
      sum = sum + term
    }
    // The rest of the series is less than its last term, as x < 1/4.
    var result = Enclosure(lower: sum.lower, upper: sum.upper + term.upper)
    for _ in 0..<halvings { result = result * result }
    return result
  }

  /// ⌊√n⌋ by Newton's steps, which fall until they are there.
  private static func root(_ n: Integer) -> Integer {
    if n.isZero { return 0 }
    var digits = 1
    while Integer(4).power(digits) <= n { digits *= 2 }
    var x = Integer(2).power(digits)
    while true {
      let next = floor(x + floor(n, x), 2)
      if next >= x { return x }
      x = next
    }
  }
}
