import ExactAlgebra

/// How simple a point is: the largest height among its coordinates, then the sum of their heights.
///
/// The height of p/q in lowest terms is max(|p|, q); that of an angle is the height of t in
/// (cos, sin) = ((1 − t²)/(1 + t²), 2t/(1 + t²)).
public struct PointHeight: Hashable, Comparable, Sendable {
  /// The largest height among the coordinates; it decides first.
  public var largest: Integer
  /// The sum of the coordinates' heights; it decides between equal largest ones.
  public var sum: Integer

  /// The height with this largest one and this sum.
  public init(largest: Integer, sum: Integer) {
    self.largest = largest
    self.sum = sum
  }

  /// The height of coordinates with these heights.
  public init(_ heights: [Integer]) {
    self.init(largest: heights.max() ?? 0, sum: heights.reduce(0) { $0 + $1 })
  }

  public static func < (left: PointHeight, right: PointHeight) -> Bool {
    left.largest == right.largest ? left.sum < right.sum : left.largest < right.largest
  }
}

extension Field {
  /// The height of a point in the given generators: an angle counts once, and what has no value there
  /// not at all.
  public func height(of generators: [Int], at point: SamplePoints.Point) -> PointHeight {
    var heights: [Integer] = []
    var seen: Set<Int> = []
    for index in generators {
      switch self.generators[index].kind {
      case .cosine(let number), .sine(let number), .halfCosine(let number), .halfSine(let number):
        if seen.insert(number).inserted, let height = height(ofAngle: number, at: point) {
          heights.append(height)
        }
      case .free, .constant, .root, .exponential:
        if let value = point[index]?.constantValue { heights.append(value.height) }
      }
    }
    return PointHeight(heights)
  }

  /// t = s/(1 + c), of the half angle where it has a value.
  private func height(ofAngle number: Int, at point: SamplePoints.Point) -> Integer? {
    let angle = angles[number]
    for (cosine, sine) in [(angle.halfCosine, angle.halfSine), (angle.cosine, angle.sine)] {
      guard let c = point[cosine]?.constantValue, let s = point[sine]?.constantValue else {
        continue
      }
      // c = −1 is the point t = 1/0 of the line.
      return c == -1 ? 1 : (s / (Rational(1) + c)).height
    }
    return nil
  }
}
