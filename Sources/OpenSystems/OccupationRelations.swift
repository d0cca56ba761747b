import ExactAlgebra
import SymbolicAlgebra

/// What occupations have to fulfil to occur together: at equal temperatures, say.
///
/// For bosons r = 1/n + 1 and for fermions r = 1/n − 1 is e^{(ω−μ)/T}. Exponents that depend on each
/// other linearly over the rationals make these ratios r products of each other's powers, and what is
/// known to be positive about them makes products of powers greater than 1. Both are decided exactly.
public struct OccupationRelations: Sendable {
  /// Occupations whose exponents are independent: they may be chosen, within the bounds.
  public let chosen: [Int]
  /// The other occupations, which follow.
  public let dependent: [Int]

  private let statistics: [Int: Statistics]
  /// For each dependent occupation the power of each chosen one's r, times 2ᵏ, and k.
  private let powers: [(exponents: [Int], halvings: Int)]
  /// Π r^q > 1 over the chosen occupations.
  private let bounds: [[Int]]
  /// Factors of frequencies: where one vanishes, exponents depend on each other that else do not.
  private let factors: [Int]

  /// Pairs whose exponents' ratio a point fixes, as it has values for the frequencies.
  private let ties: [Tie]

  /// Two occupations, and the first one's exponent over the second one's.
  struct Tie: Sendable {
    var first: Int
    var second: Int
    var ratio: Fraction
  }

  /// Whether the occupations are independent, and nothing bounds them but their own ranges.
  public var isTrivial: Bool {
    dependent.isEmpty && bounds.isEmpty && factors.isEmpty && ties.isEmpty
  }

  /// - Parameters:
  ///   - exponents: of each occupation (ω−μ)/T in independent quantities.
  ///   - positive: combinations of these quantities that are positive.
  ///   - factors: generators that the quantities are made of and that may be zero.
  ///   - ties: pairs whose exponents have a ratio that points fix.
  /// - Returns: `nil` where a ratio would be a root of others that is not taken, or where the bounds
  ///   contradict each other whatever the occupations are, or are too many.
  init?(
    occupations: [(generator: Int, statistics: Statistics)], exponents: [[Rational]],
    positive: [[Rational]], factors: [Int] = [], ties: [Tie] = []
  ) {
    self.factors = factors
    self.ties = ties
    guard let basis = Self.basis(exponents) else { return nil }
    chosen = basis.rows.map { occupations[$0].generator }
    statistics = Dictionary(
      occupations.map { ($0.generator, $0.statistics) }, uniquingKeysWith: { first, _ in first })
    var dependent: [Int] = []
    var powers: [(exponents: [Int], halvings: Int)] = []
    for index in exponents.indices where !basis.rows.contains(index) {
      guard let power = Self.power(basis.form(of: exponents[index]).known) else { return nil }
      dependent.append(occupations[index].generator)
      powers.append(power)
    }
    self.dependent = dependent
    self.powers = powers
    guard let known = Self.eliminated(positive.map(basis.form)) else { return nil }
    var bounds: [[Int]] = []
    for form in known {
      guard let bound = Self.integral(form)?.exponents, bound.contains(where: { $0 != 0 }) else {
        return nil
      }
      if !bounds.contains(bound) { bounds.append(bound) }
    }
    self.bounds = bounds
  }

  /// The point with the dependent occupations; `nil` if its occupations cannot occur together.
  public func completed(_ point: SamplePoints.Point) -> SamplePoints.Point? {
    guard factors.allSatisfy({ point[$0]?.isZero != true }) else { return nil }
    var ratios: [Rational] = []
    for generator in chosen {
      guard let n = point[generator]?.constantValue, let r = ratio(of: n, generator) else {
        return nil
      }
      ratios.append(r)
    }
    func product(_ exponents: [Int]) -> Rational {
      zip(ratios, exponents).reduce(Rational(1)) { $0 * $1.0.power($1.1) }
    }
    guard bounds.allSatisfy({ product($0) > 1 }) else { return nil }
    var result = point
    for (generator, power) in zip(dependent, powers) {
      var ratio = product(power.exponents)
      for _ in 0..<power.halvings {
        guard let root = ratio.squareRoot() else { return nil }
        ratio = root
      }
      guard let n = occupation(at: ratio, generator) else { return nil }
      result[generator] = Fraction(n)
    }
    return ties.allSatisfy { holds($0, at: result) } ? result : nil
  }

  /// Whether r of the first is r of the second to the power of the exponents' ratio.
  private func holds(_ tie: Tie, at point: SamplePoints.Point) -> Bool {
    guard let power = tie.ratio.substituting(point)?.constantValue,
      let top = Self.integers([Rational(power.numerator)])?.first,
      let bottom = Self.integers([Rational(power.denominator)])?.first,
      let first = point[tie.first]?.constantValue.flatMap({ ratio(of: $0, tie.first) }),
      let second = point[tie.second]?.constantValue.flatMap({ ratio(of: $0, tie.second) })
    else { return false }
    return first.power(bottom) == second.power(top)
  }

  /// e^{(ω−μ)/T} of an occupation inside its range.
  private func ratio(of n: Rational, _ generator: Int) -> Rational? {
    guard n > 0 else { return nil }
    if statistics[generator] == .boson { return n.inverse + 1 }
    return n < 1 ? n.inverse - 1 : nil
  }

  private func occupation(at ratio: Rational, _ generator: Int) -> Rational? {
    if statistics[generator] == .fermion { return (ratio + 1).inverse }
    return ratio > 1 ? (ratio - 1).inverse : nil
  }

  // MARK: Exponents

  /// Exponents times the power of two that makes them integers; `nil` for other denominators.
  private static func power(_ exponents: [Rational]) -> (exponents: [Int], halvings: Int)? {
    var (scaled, halvings) = (exponents, 0)
    while halvings < 4, scaled.contains(where: { !$0.isInteger }) {
      scaled = scaled.map { $0 * 2 }
      halvings += 1
    }
    return integers(scaled).map { ($0, halvings) }
  }

  /// A positive multiple with integers.
  private static func integral(_ exponents: [Rational]) -> (exponents: [Int], scale: Int)? {
    var scale = Integer(1)
    for exponent in exponents where !(exponent * Rational(scale)).isInteger {
      scale *= (exponent * Rational(scale)).denominator
    }
    guard let factor = scale.asInt else { return nil }
    return integers(exponents.map { $0 * Rational(scale) }).map { ($0, factor) }
  }

  private static func integers(_ values: [Rational]) -> [Int]? {
    let result = values.compactMap { value -> Int? in
      guard value.isInteger, let integer = value.numerator.asInt, abs(integer) <= 64 else {
        return nil
      }
      return integer
    }
    return result.count == values.count ? result : nil
  }

  /// Rows that every other is a combination of: with natural numbers if there are such, as those of the
  /// parts of a sum, else with integers.
  private static func basis(_ exponents: [[Rational]]) -> ExponentBasis? {
    var (best, bestRank) = (ExponentBasis?.none, Int.max)
    var tries = 0
    var pending: [[Int]] = [[]]
    let rank = ExponentBasis.rank(exponents)
    while bestRank > 0, tries <= 500, let rows = pending.popLast() {
      guard rows.count == rank else {
        let next = (rows.last ?? -1) + 1
        guard next < exponents.count else { continue }
        pending += (next..<exponents.count).reversed().map { rows + [$0] }
        continue
      }
      tries += 1
      guard let basis = ExponentBasis(exponents, rows: rows) else { continue }
      let powers = exponents.flatMap { basis.form(of: $0).known }
      let isIntegral = powers.allSatisfy(\.isInteger)
      let rank = !isIntegral ? 2 : powers.contains(where: \.isNegative) ? 1 : 0
      if rank < bestRank { (best, bestRank) = (basis, rank) }
    }
    return best
  }

  /// What forms that are positive say of their known part, whatever the unknown part is.
  ///
  /// Fourier and Motzkin: of two forms with opposite signs of an unknown a positive combination is free
  /// of it, and where all signs are equal it can be chosen to make them positive.
  private static func eliminated(
    _ forms: [(known: [Rational], unknown: [Rational])]
  ) -> [[Rational]]? {
    var forms = forms
    for index in forms.first?.unknown.indices ?? 0..<0 {
      var next = forms.filter { $0.unknown[index].isZero }
      for above in forms where above.unknown[index] > 0 {
        for below in forms where below.unknown[index] < 0 {
          let (a, b) = (above.unknown[index], -below.unknown[index])
          func sum(_ x: [Rational], _ y: [Rational]) -> [Rational] {
            zip(x, y).map { $0 * b + $1 * a }
          }
          next.append(
            (sum(above.known, below.known), sum(above.unknown, below.unknown)))
        }
      }
      guard next.count <= 64 else { return nil }
      forms = next
    }
    return forms.map(\.known)
  }
}
