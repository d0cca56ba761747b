/// Places on an axis at multiples of 1, 2 or 5 times a power of ten.
///
/// Values and labels come from integers: no label is 0.30000000000000004.
struct Ticks: Hashable, Sendable {
  /// 1, 2 or 5.
  let digit: Int
  /// The step is `digit` · 10^`exponent`.
  let exponent: Int
  /// The multiples of the step.
  let multiples: ClosedRange<Int>
  /// Labels leave out this power of ten, which is said once beside the axis.
  let factor: Int

  /// How far beyond its last multiple a range may reach and still count as ending there.
  private static let slack = 1e-9

  /// Multiples inside a range, about `count` of them.
  init(inside range: ClosedRange<Double>, count: Int) {
    let (digit, exponent) = Self.step(range, count: count)
    let step = Self.value(digit, exponent)
    let first = Int((range.lowerBound / step - Self.slack).rounded(.up))
    let last = Int((range.upperBound / step + Self.slack).rounded(.down))
    self.init(digit: digit, exponent: exponent, multiples: first...max(first, last))
  }

  /// Multiples of which the first and the last enclose a range, about `count` of them.
  init(covering range: ClosedRange<Double>, count: Int) {
    let (digit, exponent) = Self.step(range, count: count)
    let step = Self.value(digit, exponent)
    let first = Int((range.lowerBound / step + Self.slack).rounded(.down))
    let last = Int((range.upperBound / step - Self.slack).rounded(.up))
    self.init(digit: digit, exponent: exponent, multiples: first...max(first + 1, last))
  }

  private init(digit: Int, exponent: Int, multiples: ClosedRange<Int>) {
    self.digit = digit
    self.exponent = exponent
    self.multiples = multiples
    let largest = max(abs(multiples.lowerBound), abs(multiples.upperBound)) * digit
    let leading = exponent + String(largest).count - 1
    factor = largest > 0 && (leading >= 5 || leading <= -3) ? leading : 0
  }

  /// The step that gives about `count` places, as a digit and a power of ten.
  private static func step(
    _ range: ClosedRange<Double>, count: Int
  ) -> (digit: Int, exponent: Int) {
    // Steps that the numbers cannot tell apart are none.
    let least = 1e-12 * max(abs(range.lowerBound), abs(range.upperBound))
    let ideal = max(least, range.upperBound / Double(count) - range.lowerBound / Double(count))
    guard ideal.isFinite, ideal > 0 else { return (1, 0) }
    var exponent = 0
    while ideal >= value(10, exponent), exponent < 307 { exponent += 1 }
    while ideal < value(1, exponent), exponent > -307 { exponent -= 1 }
    let mantissa = ideal / value(1, exponent)
    if mantissa < 1.5 { return (1, exponent) }
    if mantissa < 3.5 { return (2, exponent) }
    return mantissa < 7.5 ? (5, exponent) : (1, exponent + 1)
  }

  /// `number` · 10^`exponent`, rounded once.
  private static func value(_ number: Int, _ exponent: Int) -> Double {
    Double("\(number)e\(exponent)") ?? .nan
  }

  var step: Double { Self.value(digit, exponent) }

  var values: [Double] { multiples.map(value) }

  func value(_ multiple: Int) -> Double { Self.value(multiple * digit, exponent) }

  var range: ClosedRange<Double> {
    value(multiples.lowerBound)...value(multiples.upperBound)
  }

  /// The value of a multiple divided by 10^`factor`, with as many places as the step needs.
  func label(_ multiple: Int) -> String { label(multiple * digit, exponent) }

  /// A tenth of the step.
  var tenth: Double { Self.value(digit, exponent - 1) }

  var tenthLabel: String { label(digit, exponent - 1) }

  /// `number` · 10^`exponent` divided by 10^`factor`.
  private func label(_ number: Int, _ exponent: Int) -> String {
    let places = max(0, factor - exponent)
    var digits = String(abs(number))
    if exponent > factor, number != 0 {
      digits += String(repeating: "0", count: exponent - factor)
    }
    if places > 0 {
      digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -places))
    }
    return number < 0 ? "−" + digits : digits
  }
}
