import ExactAlgebra

/// Points of a field's declared domain with round values, in a fixed order that looks irregular.
///
/// Symbols take values as they are used in figures (1/10, 1/2, 1, 2, 5, 10, …) and angles rational points
/// of the circle. What is a function of them (exponentials, roots, occupations) has no value here, and
/// neither are assumptions looked at.
package struct RoundPoints {
  private let coordinates: [SampleCoordinate]
  private var generator: SplitMix64
  /// The simplest point, where every coordinate has its first value, comes first.
  private var isFirst = true

  /// Points for symbols and angles; `nil` if an angle is a function of symbols that occur by themselves, or
  /// if π occurs.
  package init?(_ field: Field, covering variables: [Int], seed: UInt64 = 1) {
    var coordinates: [SampleCoordinate] = []
    let all = field.closure(of: variables)
    var seen: Set<Int> = []
    for index in all where field.determined[index] == nil {
      let generator = field.generators[index]
      switch generator.kind {
      case .constant: return nil
      case .root, .exponential: continue
      case .free: coordinates.append(SampleCoordinate(index, Self.values(generator.domain)))
      case .cosine(let number), .sine(let number), .halfCosine(let number), .halfSine(let number):
        let angle = field.angles[number]
        guard angle.key.variables.allSatisfy({ !all.contains($0) }) else { return nil }
        guard seen.insert(number).inserted else { continue }
        coordinates.append(
          SampleCoordinate(
            cosine: angle.cosine, sine: angle.sine,
            half: all.contains(angle.halfCosine) ? angle.half : nil, upper: angle.upper))
      }
    }
    self.coordinates = coordinates
    generator = SplitMix64(seed: seed)
  }

  /// The next point, and how far its values are from the simplest.
  package mutating func next() -> (point: [Int: Rational], height: Int) {
    var (point, height) = ([Int: Rational](), 0)
    for coordinate in coordinates {
      let count = min(coordinate.values.count, Self.mostValues)
      let pick = isFirst ? 0 : Int(generator.next() % UInt64(count))
      height += pick
      for (index, value) in zip(coordinate.generators, coordinate.values[pick]) {
        point[index] = value.constantValue
      }
    }
    isFirst = false
    return (point, height)
  }

  private static let mostValues = 14

  private static func values(_ domain: Domain) -> [Rational] {
    let positive: [Rational] = [
      1, 2, Rational(1, 2), 10, 5, 3, Rational(1, 5), 20, Rational(1, 10), 4, 8,
    ]
    switch domain {
    case .positive: return positive
    case .nonnegative: return positive + [0]
    case .real: return [0, 1, -1, 2, -2, 10, 5, -5, 3, 8, 20, -10, 12, 30]
    case .interval: return SampleCoordinate.candidates(domain, includesEnds: true)
    }
  }
}
