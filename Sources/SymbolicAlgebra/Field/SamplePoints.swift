import ExactAlgebra

/// Exact points of a field's declared domain, simplest first: the same on every machine.
///
/// Free generators take small rationals, angles rational points of the circle, exponentials positive
/// rationals as long as their exponent occurs nowhere else (then they are free), and roots the value
/// that the point gives them, if that is rational.
public struct SamplePoints: Sequence, IteratorProtocol {
  /// Values for generators.
  public typealias Point = [Int: Fraction]

  /// What a point is chosen by.
  private enum Coordinate {
    case free(Int, [Rational])
    case angle([Int], [[Rational]])
  }

  private let field: Field
  private let coordinates: [Coordinate]
  private let roots: [Int]
  private let conditions: [Assumption]
  /// The choice for each coordinate, and the bound on their sum.
  private var choice: [Int]
  private var level = 0
  private var budget: Int
  /// Points in general position, not the simplest first.
  private let isScattered: Bool
  private var round = 0
  /// No point can be built exactly: a quantity occurs both by itself and in an exponent or angle.
  public let isEntangled: Bool

  /// Points for at least the given generators, at most `limit` tries.
  ///
  /// - Parameter scattered: points in general position, where two different functions hardly ever agree.
  public init(
    _ field: Field, covering variables: [Int], limit: Int = 20_000,
    ignoringAssumptions: Bool = false, scattered: Bool = false
  ) {
    isScattered = scattered
    self.field = field
    let needed = field.closure(of: variables)
    // An assumption may bring in symbols that another one speaks about.
    var all = needed
    var conditions: [Assumption] = []
    while !ignoringAssumptions {
      conditions = field.assumptions.filter { assumption in
        field.closure(of: assumption.positive.variables).contains(where: all.contains)
      }
      let wider = field.closure(of: all + conditions.flatMap(\.positive.variables))
      if wider.count == all.count { break }
      all = wider
    }
    self.conditions = conditions
    var coordinates: [Coordinate] = []
    var roots: [Int] = []
    var entangled = false
    var seenAngles: Set<Int> = []
    let exponents = all.compactMap { index -> Fraction? in
      if case .exponential(let exponent) = field.generators[index].kind { return exponent }
      return nil
    }
    entangled = !Self.haveOwnSymbols(exponents.map(\.variables), besides: all)
    for index in all {
      let generator = field.generators[index]
      switch generator.kind {
      case .constant: break
      case .free:
        coordinates.append(.free(index, Self.candidates(generator.domain)))
      case .exponential(let exponent):
        let above = field.isProvablyPositive(exponent)
        coordinates.append(
          .free(index, Self.candidates(.positive).filter { !above || $0 > 1 }))
      case .root(let radicand):
        // A root that only an assumption brings in need not be rational.
        if !radicand.isConstant, needed.contains(index) { roots.append(index) }
      case .cosine(let number), .sine(let number), .halfCosine(let number),
        .halfSine(let number):
        let angle = field.angles[number]
        entangled = entangled || angle.key.variables.contains(where: all.contains)
        guard seenAngles.insert(number).inserted else { continue }
        coordinates.append(Self.circle(angle, hasHalf: all.contains(angle.halfCosine)))
      }
    }
    self.coordinates = coordinates
    self.roots = roots
    isEntangled = entangled
    choice = Array(repeating: 0, count: coordinates.count)
    budget = entangled ? 0 : limit
  }

  public mutating func next() -> Point? {
    while budget > 0 {
      budget -= 1
      if isScattered { scatter() }
      let point = build()
      if !isScattered, !advance() { budget = 0 }
      if let point { return point }
    }
    return nil
  }

  /// A fixed sequence that looks irregular: coordinates step through their values at different rates.
  private mutating func scatter() {
    round += 1
    for (index, coordinate) in coordinates.enumerated() {
      let count =
        switch coordinate {
        case .free(_, let values): values.count
        case .angle(_, let values): values.count
        }
      choice[index] = (index * 5 + round * (2 * index + 1) + round * round) % count
    }
  }

  /// The next choice with the same sum, or the first with the next sum.
  private mutating func advance() -> Bool {
    // Compositions of `level` into as many parts, in colexicographic order.
    guard choice.count > 0 else { return false }
    var position = 0
    while position < choice.count, choice[position] == 0 { position += 1 }
    if position < choice.count - 1 {
      let value = choice[position]
      choice[position] = 0
      choice[position + 1] += 1
      choice[0] = value - 1
      return true
    }
    level += 1
    choice = Array(repeating: 0, count: choice.count)
    choice[0] = level
    return level < 40
  }

  private func build() -> Point? {
    var point: Point = [:]
    for (coordinate, pick) in zip(coordinates, choice) {
      switch coordinate {
      case .free(let index, let values):
        guard pick < values.count else { return nil }
        point[index] = Fraction(values[pick])
      case .angle(let indices, let values):
        guard pick < values.count else { return nil }
        for (index, value) in zip(indices, values[pick]) { point[index] = Fraction(value) }
      }
    }
    for index in roots {
      guard case .root(let radicand) = field.generators[index].kind,
        let value = Fraction(radicand).substituting(point)?.constantValue, value >= 0,
        let root = value.squareRoot()
      else { return nil }
      point[index] = Fraction(root)
    }
    for condition in conditions {
      guard let value = condition.positive.substituting(point),
        field.isPositive(value, at: point)
      else { return nil }
    }
    return point
  }

  /// Whether each exponent has a symbol of its own, not among the others: then exponentials take any
  /// value, whatever the rest of the point is. Found by augmenting paths.
  private static func haveOwnSymbols(_ exponents: [[Int]], besides taken: [Int]) -> Bool {
    var owner: [Int: Int] = [:]
    func assign(_ exponent: Int, _ tried: inout Set<Int>) -> Bool {
      for symbol in exponents[exponent] where !taken.contains(symbol) {
        guard tried.insert(symbol).inserted else { continue }
        let holder = owner[symbol]
        if holder == nil || holder.map({ assign($0, &tried) }) == true {
          owner[symbol] = exponent
          return true
        }
      }
      return false
    }
    return exponents.indices.allSatisfy { exponent in
      var tried = Set<Int>()
      return assign(exponent, &tried)
    }
  }

  private static func candidates(_ domain: Domain) -> [Rational] {
    let positive: [Rational] = [
      1, 2, Rational(1, 2), 3, Rational(1, 3), Rational(3, 2), Rational(2, 3), 4, Rational(1, 4),
      Rational(3, 4), Rational(4, 3), 5, Rational(5, 2), 6, 7, 10, 20, 50,
    ]
    switch domain {
    case .positive: return positive
    case .nonnegative: return positive + [0]
    case .real: return positive.flatMap { [$0, -$0] } + [0]
    case .interval(let low, let high):
      let inner: [Rational] = [
        Rational(1, 2), Rational(1, 4), Rational(3, 4), Rational(1, 3), Rational(2, 3), 1, 0,
        Rational(1, 5), Rational(2, 5), Rational(3, 5),
      ]
      return inner.map { low + (high - low) * $0 }
    }
  }

  private static func circle(_ angle: Field.Angle, hasHalf: Bool) -> Coordinate {
    // (c, s) = ((1 − t²)/(1 + t²), 2t/(1 + t²)).
    let parameters: [Rational] = [
      Rational(1, 2), Rational(1, 3), Rational(2, 3), Rational(1, 4), Rational(3, 4),
      Rational(1, 5), Rational(2, 5),
    ]
    let points = parameters.map { t in
      let norm = (Rational(1) + t * t).inverse
      return ((Rational(1) - t * t) * norm, Rational(2) * t * norm)
    }
    if hasHalf, let half = angle.half {
      let values = points.map { c, s in
        [c * c - s * s, Rational(2) * c * s, c, s]
      }
      return .angle([angle.cosine, angle.sine, half.cosine, half.sine], values)
    }
    var values: [[Rational]] = points.map { [$0.1, $0.0] } + points.map { [-$0.1, $0.0] }
    values.insert([0, 1], at: 3)
    if !angle.upper { values += points.map { [$0.1, -$0.0] } }
    return .angle([angle.cosine, angle.sine], values)
  }
}

extension Field {
  /// The generators that a root's radicand, an exponential's exponent or an angle is made of.
  public func argumentVariables(of index: Int) -> [Int] {
    switch generators[index].kind {
    case .free, .constant: []
    case .root(let radicand): radicand.variables
    case .exponential(let exponent): exponent.variables
    case .cosine(let number), .sine(let number), .halfCosine(let number), .halfSine(let number):
      angles[number].key.variables
    }
  }

  /// The given generators and those that their relations name, ascending.
  public func closure(of variables: [Int]) -> [Int] {
    var result = Set<Int>()
    var pending = variables
    while let index = pending.popLast() {
      guard result.insert(index).inserted else { continue }
      switch generators[index].kind {
      case .free, .constant, .exponential: break
      case .root(let radicand): pending += radicand.variables
      case .cosine(let number), .sine(let number):
        pending += [angles[number].cosine, angles[number].sine]
      case .halfCosine(let number), .halfSine(let number):
        let angle = angles[number]
        pending += [angle.cosine, angle.sine, angle.halfCosine, angle.halfSine]
      }
    }
    return result.sorted()
  }

  /// Whether a + b√r with rational a, b, and r rational at the point, is positive, exactly; `false`
  /// where that is not its form.
  public func isPositive(_ value: Fraction, at point: SamplePoints.Point) -> Bool {
    if let constant = value.constantValue { return constant > 0 }
    guard value.denominator.isConstant, let index = value.variables.first,
      value.variables.count == 1, case .root(let radicand) = generators[index].kind,
      let square = Fraction(radicand).substituting(point)?.constantValue, square >= 0
    else { return false }
    let parts = value.numerator.coefficients(in: index)
    guard parts.count == 2, let first = parts[0].constantValue,
      let second = parts[1].constantValue
    else { return false }
    let (a, b) = (Rational(first, 1), Rational(second, 1))
    // a + b√r > 0: compare a² with b²r where the signs differ.
    switch (a < 0, b < 0) {
    case (false, false): return true
    case (true, true): return false
    case (false, true): return a * a > b * b * square
    case (true, false): return b * b * square > a * a
    }
  }
}
