import ExactAlgebra

/// What a point is chosen by: one generator, or the functions of one angle.
struct SampleCoordinate {
  let generators: [Int]
  /// The values to choose from.
  let values: [[Fraction]]
  /// The height of each value, of an angle's that of its parameter t.
  let costs: [Int]

  /// A generator's values.
  init(_ generator: Int, _ values: [Rational]) {
    self.init(generator, List(values))
  }

  private init(_ generator: Int, _ list: List) {
    generators = [generator]
    values = list.values
    costs = list.costs
  }

  /// A generator's values in its domain: by height, or in the order of points in general position.
  init(_ generator: Int, _ domain: Domain, includesEnds: Bool, isScattered: Bool) {
    let list: List =
      switch domain {
      case .positive: isScattered ? .scatteredPositive : .positive
      case .nonnegative: isScattered ? .scatteredNonnegative : .nonnegative
      case .real: isScattered ? .scatteredReal : .real
      case .interval where isScattered: List(Self.unordered(domain, includesEnds: includesEnds))
      case .interval: List(Self.candidates(domain, includesEnds: includesEnds))
      }
    self.init(generator, list)
  }

  /// The same without the values that a test refuses.
  func filtered(_ isAllowed: (Fraction) -> Bool) -> SampleCoordinate {
    let kept = values.indices.filter { isAllowed(values[$0][0]) }
    return SampleCoordinate(
      generators: generators, values: kept.map { values[$0] }, costs: kept.map { costs[$0] })
  }

  private init(generators: [Int], values: [[Fraction]], costs: [Int]) {
    self.generators = generators
    self.values = values
    self.costs = costs
  }

  /// Values of one generator and their heights; those of the common domains are made once.
  private struct List {
    let values: [[Fraction]]
    let costs: [Int]

    init(_ values: [Rational]) {
      self.values = values.map { [Fraction($0)] }
      costs = values.map(SampleCoordinate.cost)
    }

    private init(_ domain: Domain, isScattered: Bool) {
      self.init(
        isScattered
          ? SampleCoordinate.unordered(domain, includesEnds: false)
          : SampleCoordinate.candidates(domain, includesEnds: false))
    }

    static let positive = List(.positive, isScattered: false)
    static let nonnegative = List(.nonnegative, isScattered: false)
    static let real = List(.real, isScattered: false)
    static let scatteredPositive = List(.positive, isScattered: true)
    static let scatteredNonnegative = List(.nonnegative, isScattered: true)
    static let scatteredReal = List(.real, isScattered: true)
  }

  /// An angle by its cosine and sine, or with its half by all four.
  ///
  /// - Parameters:
  ///   - half: cosine and sine of the half angle, if they are needed.
  ///   - upper: the angle lies in (0, π).
  init(
    cosine: Int, sine: Int, half: (cosine: Int, sine: Int)?, upper: Bool
  ) {
    // The half angle lies in (0, π/2), where 0 < t < 1.
    let parameters = (upper ? Self.ascents : Self.slopes).filter {
      !upper || half == nil || $0 < 1
    }
    let points = parameters.map(Self.circle)
    costs = parameters.map(Self.cost)
    if let half {
      generators = [cosine, sine, half.cosine, half.sine]
      values = points.map { Self.doubled($0).map { Fraction($0) } }
    } else {
      generators = [cosine, sine]
      values = points.map { $0.map { Fraction($0) } }
    }
  }

  /// An angle's values in a fixed order that is not one of height.
  init(
    unorderedCosine cosine: Int, sine: Int, half: (cosine: Int, sine: Int)?, upper: Bool
  ) {
    let points = [(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5)].map { p, q in
      Self.circle(Rational(p, q))
    }
    if let half {
      generators = [cosine, sine, half.cosine, half.sine]
      values = points.map { Self.doubled($0).map { Fraction($0) } }
    } else {
      var values = points.map { [$0[1], $0[0]] } + points.map { [-$0[1], $0[0]] }
      values.insert([0, 1], at: 3)
      if !upper { values += points.map { [$0[1], -$0[0]] } }
      generators = [cosine, sine]
      self.values = values.map { $0.map { Fraction($0) } }
    }
    costs = Array(repeating: 1, count: values.count)
  }

  // MARK: Values

  /// Every rational of a domain up to some height, and some beyond: by height.
  ///
  /// - Parameter includesEnds: the ends of an interval too.
  static func candidates(_ domain: Domain, includesEnds: Bool) -> [Rational] {
    switch domain {
    case .positive: return positive
    case .nonnegative: return real.filter { !$0.isNegative }
    case .real: return real
    case .interval(let low, let high):
      if low == high { return [low] }
      let parts = [(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 10), (9, 10), (1, 100), (99, 100)]
      let inside = parts.map { low + (high - low) * Rational($0.0, $0.1) }
      return byHeight(
        real.filter { low < $0 && $0 < high } + inside + (includesEnds ? [low, high] : []))
    }
  }

  /// Values in general position, for the sequence that is not one of height.
  static func unordered(_ domain: Domain, includesEnds: Bool) -> [Rational] {
    let positive: [Rational] = [
      1, 2, Rational(1, 2), 3, Rational(1, 3), Rational(3, 2), Rational(2, 3), 4, Rational(1, 4),
      Rational(3, 4), Rational(4, 3), 5, Rational(5, 2), 6, 7, 10, 20, 50,
    ]
    switch domain {
    case .positive: return positive
    case .nonnegative: return positive + [0]
    case .real: return positive.flatMap { [$0, -$0] } + [0]
    case .interval(let low, let high):
      if low == high { return [low] }
      let inner: [Rational] = [
        Rational(1, 2), Rational(1, 4), Rational(3, 4), Rational(1, 3), Rational(2, 3),
        Rational(1, 5), Rational(2, 5), Rational(3, 5),
      ]
      return (inner + (includesEnds ? [0, 1] : [])).map { low + (high - low) * $0 }
    }
  }

  /// The positive rationals of height up to 6, by height, and a few large and small ones.
  private static let positive: [Rational] = {
    var values: [Rational] = [1]
    for height in 2...6 {
      for other in 1..<height where Rational(height, other).height == Integer(height) {
        values += [Rational(height, other), Rational(other, height)]
      }
    }
    for height in [7, 10, 20, 50, 100, 1000] { values += [Rational(height), Rational(1, height)] }
    return values
  }()

  /// Positive before negative; 0 is of height 1, but after 1 and −1 as it often tells nothing apart.
  private static let real = positive.flatMap { $0 == 1 ? [1, -1, 0] : [$0, -$0] }

  /// Parameters of angles in (0, π) and of any: of equal height first those of the smaller angle.
  private static let ascents = byHeight(positive.sorted())
  private static let slopes = ascents.flatMap { $0 == 1 ? [1, -1, 0] : [$0, -$0] }

  /// By height, and in the given order where heights are equal; each once.
  private static func byHeight(_ values: [Rational]) -> [Rational] {
    var seen: Set<Rational> = []
    return values.filter { seen.insert($0).inserted }.enumerated()
      .sorted { left, right in
        let (a, b) = (left.element.height, right.element.height)
        return a == b ? left.offset < right.offset : a < b
      }.map(\.element)
  }

  private static func cost(_ value: Rational) -> Int { min(value.height.asInt ?? .max, 10_000) }

  /// (c, s) = ((1 − t²)/(1 + t²), 2t/(1 + t²)).
  private static func circle(_ t: Rational) -> [Rational] {
    let norm = (Rational(1) + t * t).inverse
    return [(Rational(1) - t * t) * norm, Rational(2) * t * norm]
  }

  /// cos 2φ, sin 2φ, cos φ, sin φ.
  private static func doubled(_ point: [Rational]) -> [Rational] {
    let (c, s) = (point[0], point[1])
    return [c * c - s * s, Rational(2) * c * s, c, s]
  }
}
