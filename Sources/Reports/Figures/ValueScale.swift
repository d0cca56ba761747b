/// The range that the values of a picture are drawn over.
struct ValueScale: Hashable, Sendable {
  /// Where all values are one, that value twice.
  var range: ClosedRange<Double>
  /// Values reach further than is drawn: single points near a pole would hide all others.
  var isCut: Bool

  var isConstant: Bool { range.lowerBound == range.upperBound }

  /// Below this size everything is rounding: an ergotropy of zero comes out as 1e-17.
  static let zero = 1e-12
  /// Below this share of the size, differences between values are rounding.
  static let relativeZero = 1e-9

  init(range: ClosedRange<Double>, isCut: Bool = false) {
    self.range = range
    self.isCut = isCut
  }

  /// `nil` if there is no value at all.
  init?(of arrays: [[Double]]) {
    let values = arrays.flatMap { $0 }.filter(\.isFinite).sorted()
    guard let least = values.first, let greatest = values.last else { return nil }
    let low = values[values.count / 50]
    let high = values[values.count - 1 - values.count / 50]
    let spread = high - low
    if spread > Self.relativeZero * max(abs(low), abs(high)), greatest - least > 20 * spread {
      let room = spread / 4
      self.init(range: max(least, low - room)...min(greatest, high + room), isCut: true)
    } else {
      self.init(range: least...greatest)
    }
  }

  /// One scale for both, unless that would flatten what this one is for.
  func shared(with other: Self?) -> Self {
    guard let other else { return self }
    let lower = min(range.lowerBound, other.range.lowerBound)
    let upper = max(range.upperBound, other.range.upperBound)
    let own = range.upperBound - range.lowerBound
    guard isConstant || upper - lower <= 8 * own else { return self }
    return Self(range: lower...upper, isCut: isCut || other.isCut)
  }

  /// The values with rounding taken out: all zero, or all the same, where they differ by no more.
  static func settled(_ values: [[Double]]) -> [[Double]] {
    let finite = values.flatMap { $0 }.filter(\.isFinite)
    guard let least = finite.min(), let greatest = finite.max() else { return values }
    let size = max(abs(least), abs(greatest))
    if size <= zero { return values.map { $0.map { $0.isFinite ? 0 : $0 } } }
    guard greatest - least <= relativeZero * size else { return values }
    return values.map { $0.map { $0.isFinite ? least : $0 } }
  }

  static func size(_ values: [[Double]]) -> Double {
    values.flatMap { $0 }.filter(\.isFinite).map(abs).max() ?? 0
  }
}
