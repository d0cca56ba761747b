import Foundation

/// A closed interval of real numbers with finite ends.
///
/// Operations round outwards, so the result holds every value the operation takes on the operands.
/// They give `nil` where no finite interval is known.
package struct Interval: Hashable, Sendable {
  package let lower: Double
  package let upper: Double

  /// - Precondition: `lower` ≤ `upper`, both finite.
  package init(_ lower: Double, _ upper: Double) {
    precondition(lower.isFinite && upper.isFinite && lower <= upper, "ends of an interval")
    self.lower = lower
    self.upper = upper
  }

  package init(_ value: Double) { self.init(value, value) }

  /// - Precondition: as above, known to the caller.
  @inline(__always)
  fileprivate init(known lower: Double, _ upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  package static let zero = Interval(0)

  package var isPositive: Bool { lower > 0 }
  package var isNegative: Bool { upper < 0 }

  package func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

  package func hull(_ other: Interval) -> Interval {
    Interval(min(lower, other.lower), max(upper, other.upper))
  }

  package static prefix func - (a: Interval) -> Interval { Interval(known: -a.upper, -a.lower) }

  /// Whether it is the one number, whose sum or product with another interval is not rounded.
  @inline(__always)
  func isOnly(_ value: Double) -> Bool { lower == upper && lower == value }

  /// The interval between two computed bounds, each moved outwards by a unit in the last place.
  @inline(__always)
  static func outward(_ lower: Double, _ upper: Double) -> Interval? {
    let (low, high) = (lower.nextDown, upper.nextUp)
    // No comparison holds for NaN.
    guard low > -.infinity, high < .infinity, low <= high else { return nil }
    return Interval(known: low, high)
  }

  /// By some units in the last place.
  static func outward(_ lower: Double, _ upper: Double, units: Int) -> Interval? {
    var (low, high) = (lower, upper)
    for _ in 1..<units { (low, high) = (low.nextDown, high.nextUp) }
    return outward(low, high)
  }
}

extension Interval {
  @inline(__always)
  func plus(_ other: Interval) -> Interval? {
    if isOnly(0) { return other }
    if other.isOnly(0) { return self }
    return .outward(lower + other.lower, upper + other.upper)
  }

  @inline(__always)
  func minus(_ other: Interval) -> Interval? { plus(-other) }

  @inline(__always)
  func times(_ other: Interval) -> Interval? {
    if isOnly(0) || other.isOnly(0) { return .zero }
    if isOnly(1) { return other }
    if other.isOnly(1) { return self }
    // The signs say which two of the four products of ends are the least and the greatest.
    if lower >= 0 {
      return .outward(
        (other.lower >= 0 ? lower : upper) * other.lower,
        (other.upper >= 0 ? upper : lower) * other.upper)
    }
    if upper <= 0 {
      return .outward(
        (other.upper >= 0 ? lower : upper) * other.upper,
        (other.lower >= 0 ? upper : lower) * other.lower)
    }
    if other.lower >= 0 { return .outward(lower * other.upper, upper * other.upper) }
    if other.upper <= 0 { return .outward(upper * other.lower, lower * other.lower) }
    return .outward(
      min(lower * other.upper, upper * other.lower), max(lower * other.lower, upper * other.upper))
  }

  /// x² on the interval.
  func squared() -> Interval? {
    let size = magnitudes
    guard let square = Interval.outward(size.lower * size.lower, size.upper * size.upper) else {
      return nil
    }
    return Interval(max(square.lower, 0), square.upper)
  }

  @inline(__always)
  func over(_ other: Interval) -> Interval? {
    guard !other.contains(0) else { return nil }
    if isOnly(0) { return .zero }
    if other.isOnly(1) { return self }
    // As for products: the divisor has one sign.
    if other.lower > 0 {
      return .outward(
        lower / (lower >= 0 ? other.upper : other.lower),
        upper / (upper >= 0 ? other.lower : other.upper))
    }
    return .outward(
      upper / (upper >= 0 ? other.upper : other.lower),
      lower / (lower >= 0 ? other.lower : other.upper))
  }

  var magnitudes: Interval {
    if lower >= 0 { return self }
    if upper <= 0 { return -self }
    return Interval(0, max(-lower, upper))
  }

  func squareRoot() -> Interval? {
    guard lower >= 0, let root = Interval.outward(lower.squareRoot(), upper.squareRoot()) else {
      return nil
    }
    return Interval(max(root.lower, 0), root.upper)
  }

  // The exponentials are off by less than two units in the last place: four are safe.

  func exponential() -> Interval? {
    let ends = LaneExponential.exponential(bothEnds)
    guard let found = Interval.outward(ends[0], ends[1], units: 4) else { return nil }
    return Interval(max(found.lower, 0), found.upper)
  }

  func exponentialLessOne() -> Interval? {
    let ends = LaneExponential.exponentialLessOne(bothEnds)
    guard let found = Interval.outward(ends[0], ends[1], units: 4) else { return nil }
    return Interval(max(found.lower, -1), found.upper)
  }

  /// The lower end in the first lane, the upper one in the others.
  private var bothEnds: Lanes {
    var ends = Lanes(repeating: upper)
    ends[0] = lower
    return ends
  }

  /// The cosine: monotone between multiples of π, which are looked for with a margin.
  func cosine() -> Interval? { wave(phase: 0, cos(lower), cos(upper)) }

  func sine() -> Interval? { wave(phase: 0.5, sin(lower), sin(upper)) }

  /// A wave with its maxima where x/π − phase is even, from its values at both ends.
  private func wave(phase: Double, _ first: Double, _ last: Double) -> Interval? {
    let whole = Interval(-1, 1)
    guard magnitudes.upper < 1e9, upper - lower < 6 else { return whole }
    let margin = 1e-6
    let start = lower / .pi - phase - margin
    let end = upper / .pi - phase + margin
    // The libm is off by less than one unit: two are safe.
    guard let ends = Interval.outward(min(first, last), max(first, last), units: 2) else {
      return nil
    }
    var (low, high) = (max(ends.lower, -1), min(ends.upper, 1))
    var extremum = start.rounded(.up)
    while extremum <= end {
      if extremum.truncatingRemainder(dividingBy: 2) == 0 { high = 1 } else { low = -1 }
      extremum += 1
    }
    return Interval(low, high)
  }
}

/// Memory for intervals, each of which may be missing.
struct IntervalColumn {
  private let start: UnsafeMutablePointer<Interval>

  /// - Precondition: the buffer is not empty, and outlives the column.
  init?(_ buffer: UnsafeMutableBufferPointer<Interval>) {
    guard let start = buffer.baseAddress else { return nil }
    self.start = start
  }

  /// What stands there before anything is put there.
  static var nothing: Interval { .missing }

  /// - Precondition: a place inside the buffer.
  @inline(__always)
  subscript(_ place: Int) -> Interval? {
    get {
      let interval = start[place]
      return interval.lower.isNaN ? nil : interval
    }
    nonmutating set { start[place] = newValue ?? .missing }
  }
}

extension Interval {
  /// Not an interval: it stands where one is missing, in a column only.
  fileprivate static var missing: Interval { Interval(known: .nan, .nan) }
}
