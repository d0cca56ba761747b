import ExactAlgebra

/// Exact points of a field's declared domain, simplest first: the same on every machine.
///
/// Free generators take small rationals, angles rational points of the circle, exponentials positive
/// rationals as long as their exponent occurs nowhere else (then they are free), and roots the value
/// that the point gives them, if that is rational. Points come by ``PointHeight`` of what is asked for:
/// what only assumptions speak about takes the simplest values that fulfil them.
public struct SamplePoints: Sequence, IteratorProtocol {
  /// Values for generators.
  public typealias Point = [Int: Fraction]

  private let field: Field
  private let coordinates: [SampleCoordinate]
  private let roots: [Int]
  /// What a choice alone has to fulfil.
  private let conditions: [Assumption]
  /// What only assumptions speak about, and what it has to fulfil.
  private let others: [SampleCoordinate]
  private let otherConditions: [Assumption]
  private let otherChoices: AscendingChoices
  /// The chosen coordinates that conditions depend on, and what was found for their values.
  private let conditioned: [Int]
  private var known: [[Int]: (others: [Int]?, tries: Int)] = [:]
  /// Those of the last point: what they take is paid for as often as they change.
  private var last: [Int]?
  private var choices: AscendingChoices
  private var budget: Int
  /// Points in general position, not the simplest first.
  private let isScattered: Bool
  private var round = 0
  /// No point can be built exactly: a quantity occurs both by itself and in an exponent or angle.
  public let isEntangled: Bool
  /// The height of the last point in what is asked for: it never falls, unless points are scattered.
  public private(set) var height = PointHeight([])

  /// Points for at least the given generators, at most `limit` tries.
  ///
  /// - Parameters:
  ///   - field: where the generators and their domains are.
  ///   - variables: the generators that must have values.
  ///   - limit: how many combinations of values are tried in all.
  ///   - ignoringAssumptions: points need not fulfil the field's assumptions.
  ///   - includesEnds: the ends of intervals are among the values.
  ///   - scattered: points in general position, where two different functions hardly ever agree.
  public init(
    _ field: Field, covering variables: [Int], limit: Int = 20_000,
    ignoringAssumptions: Bool = false, includesEnds: Bool = false, scattered: Bool = false
  ) {
    isScattered = scattered
    self.field = field
    let needed = field.closure(of: variables)
    // An assumption may bring in symbols that another one speaks about.
    var all = needed
    var conditions: [Assumption] = []
    let assumed = ignoringAssumptions ? [] : field.conditions
    while !ignoringAssumptions {
      conditions = assumed.filter { assumption in
        field.closure(of: assumption.positive.variables).contains(where: all.contains)
      }
      let wider = field.closure(of: all + conditions.flatMap(\.positive.variables))
      if wider.count == all.count { break }
      all = wider
    }
    var coordinates: [SampleCoordinate] = []
    var others: [SampleCoordinate] = []
    var roots: [Int] = []
    var entangled = false
    var seenAngles: Set<Int> = []
    let exponents = all.compactMap { index -> [Int]? in
      if case .exponential(let exponent) = field.generators[index].kind {
        return exponent.variables
      }
      return nil
    }
    entangled = !Self.haveOwnSymbols(exponents, besides: Set(all))
    func coordinate(_ index: Int, _ domain: Domain, above: Rational? = nil) -> SampleCoordinate {
      var result = SampleCoordinate(
        index, domain, includesEnds: includesEnds, isScattered: scattered)
      if let above { result = result.filtered { ($0.constantValue ?? above) > above } }
      if scattered { return result }
      // What an assumption says of this symbol alone; where no value does, no point will.
      let own = conditions.filter { $0.positive.variables == [index] }
      if own.isEmpty { return result }
      return result.filtered { value in
        own.allSatisfy { condition in
          let margin = condition.positive.substituting([index: value])?.constantValue ?? -1
          return margin > 0 || condition.allowsZero && margin.isZero
        }
      }
    }
    func add(_ coordinate: SampleCoordinate) {
      if scattered || coordinate.generators.contains(where: needed.contains) {
        coordinates.append(coordinate)
      } else {
        others.append(coordinate)
      }
    }
    for index in all {
      let generator = field.generators[index]
      switch generator.kind {
      case .constant: break
      case .free: add(coordinate(index, generator.domain))
      case .exponential(let exponent):
        let above: Rational? = field.isProvablyPositive(exponent) ? 1 : nil
        add(coordinate(index, .positive, above: above))
      case .root(let radicand):
        // A root that only an assumption brings in need not be rational.
        if !radicand.isConstant, needed.contains(index) { roots.append(index) }
      case .cosine(let number), .sine(let number), .halfCosine(let number),
        .halfSine(let number):
        let angle = field.angles[number]
        entangled = entangled || angle.key.variables.contains(where: all.contains)
        guard seenAngles.insert(number).inserted else { continue }
        let half = all.contains(angle.halfCosine) ? angle.half : nil
        add(
          scattered
            ? SampleCoordinate(
              unorderedCosine: angle.cosine, sine: angle.sine, half: half, upper: angle.upper)
            : SampleCoordinate(
              cosine: angle.cosine, sine: angle.sine, half: half, upper: angle.upper))
      }
    }
    self.coordinates = coordinates
    self.others = others
    self.roots = roots
    let open = Set(others.flatMap(\.generators))
    func isOpen(_ assumption: Assumption) -> Bool {
      !open.isDisjoint(with: field.closure(of: assumption.positive.variables))
    }
    self.conditions = conditions.filter { !isOpen($0) }
    otherConditions = conditions.filter(isOpen)
    otherChoices = AscendingChoices(others.map(\.costs))
    let spoken = Set(field.closure(of: conditions.flatMap(\.positive.variables)))
    conditioned = coordinates.indices.filter {
      !spoken.isDisjoint(with: coordinates[$0].generators)
    }
    isEntangled = entangled
    choices = AscendingChoices(scattered ? [] : coordinates.map(\.costs))
    budget = entangled ? 0 : limit
  }

  /// The generators whose values are chosen by height, those of an angle together.
  public var chosen: [[Int]] { coordinates.map(\.generators) }

  public mutating func next() -> Point? {
    while budget > 0 {
      budget -= 1
      guard let choice = isScattered ? scattered() : choices.choice else { return nil }
      let point = build(choice)
      if isScattered {
        height = PointHeight(zip(coordinates, choice).map { Integer($0.costs[$1]) })
      } else {
        height = PointHeight(largest: Integer(choices.largest), sum: Integer(choices.sum))
        choices.advance()
      }
      if let point { return point }
    }
    return nil
  }

  /// A fixed sequence that looks irregular: coordinates step through their values at different rates.
  private mutating func scattered() -> [Int]? {
    round += 1
    return coordinates.enumerated().map { index, coordinate in
      (index * 5 + round * (2 * index + 1) + round * round) % coordinate.values.count
    }
  }

  private mutating func build(_ choice: [Int]) -> Point? {
    var point = Point(minimumCapacity: 2 * (coordinates.count + others.count) + roots.count)
    Self.put(coordinates, choice, in: &point)
    for index in roots {
      guard case .root(let radicand) = field.generators[index].kind,
        let value = Fraction(radicand).substituting(point)?.constantValue, value >= 0,
        let root = value.squareRoot()
      else { return nil }
      point[index] = Fraction(root)
    }
    let key = conditioned.map { choice[$0] }
    let found = known[key] ?? otherChoice(at: point)
    known[key] = found
    if key != last { budget -= found.tries }
    last = key
    guard budget >= 0, let choice = found.others else { return nil }
    Self.put(others, choice, in: &point)
    return point
  }

  /// The simplest values of what only assumptions speak about, and how many were refused before them;
  /// `nil` if some are not fulfilled.
  private func otherChoice(at point: Point) -> (others: [Int]?, tries: Int) {
    guard fulfils(conditions, point) else { return (nil, 0) }
    var (choices, full) = (otherChoices, point)
    let most = Swift.min(100, budget + 1)
    for tries in 0..<most {
      guard let choice = choices.choice else { return (nil, tries) }
      Self.put(others, choice, in: &full)
      if fulfils(otherConditions, full) { return (choice, tries) }
      choices.advance()
    }
    return (nil, most)
  }

  private static func put(
    _ coordinates: [SampleCoordinate], _ choice: [Int], in point: inout Point
  ) {
    for (coordinate, pick) in zip(coordinates, choice) {
      for (index, value) in zip(coordinate.generators, coordinate.values[pick]) {
        point[index] = value
      }
    }
  }

  private func fulfils(_ conditions: [Assumption], _ point: Point) -> Bool {
    conditions.allSatisfy { condition in
      condition.positive.substituting(point).map {
        field.isPositive($0, at: point) || condition.allowsZero && $0.isZero
      } ?? false
    }
  }

  /// Whether each exponent or angle has a symbol of its own, not among those that are taken: then
  /// functions of them are independent of each other and of the rest of the point. Found by augmenting
  /// paths. That they take any value is ``Field/areFunctionsFree(among:)``.
  public static func haveOwnSymbols(_ exponents: [[Int]], besides taken: Set<Int>) -> Bool {
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

  /// What an exponential, a cosine or a sine is the function of: m/2 for e^{m/2}, θ/2 for cos(θ/2);
  /// `nil` for other generators.
  public func argument(of index: Int) -> Fraction? {
    let half = Fraction(Rational(1, 2))
    switch generators[index].kind {
    case .free, .constant, .root: return nil
    case .exponential(let exponent): return exponent * half
    case .cosine(let number), .sine(let number): return angles[number].key
    case .halfCosine(let number), .halfSine(let number): return angles[number].key * half
    }
  }

  /// The given generators and those that their relations name, ascending.
  public func closure(of variables: [Int]) -> [Int] {
    var isMember = Array(repeating: false, count: generators.count)
    var pending = variables
    while let index = pending.popLast() {
      if isMember[index] { continue }
      isMember[index] = true
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
    return isMember.indices.filter { isMember[$0] }
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
