/// Quotients with one common denominator, brought to lowest terms.
struct LowestTerms {
  private let denominator: Polynomial
  /// The degree of the denominator, and for each numerator that of the reduced denominator on a line.
  private let degree: Int
  private let lines: LineImages?
  private let content: Integer
  /// The monomial that divides every term of the denominator.
  private let monomial: [UInt64]

  /// - Parameter lines: the solution's images on a line, if the quotients solve a system that has
  ///   them.
  ///
  /// - Precondition: the denominator is not zero.
  init(denominator: Polynomial, lines: LineImages?) {
    self.denominator = denominator
    degree = denominator.totalDegree
    content = denominator.content()
    monomial = denominator.commonMonomial
    // The images prove something only if the denominator does not vanish on their line.
    self.lines = lines.flatMap { lines in
      denominator.evaluated(modulo: lines.field, at: lines.point) == 0 ? nil : lines
    }
  }

  /// The numerators over the denominator.
  ///
  /// What divides all is divided out first, so that the rest is short.
  static func fractions(
    _ numerators: [Polynomial], over denominator: Polynomial, lines: LineImages?
  ) -> [Fraction] {
    if denominator.leadingCoefficient.isNegative {
      // Once for all, so that fractions share what is below the line.
      return fractions(numerators.map { -$0 }, over: -denominator, lines: lines)
    }
    let whole = LowestTerms(denominator: denominator, lines: lines)
    let nonzero = numerators.indices.filter { !numerators[$0].isZero }
    if nonzero.contains(where: { whole.areCoprime(numerators[$0], $0) }) {
      return numerators.indices.map { whole.fraction(numerators[$0], $0) }
    }
    let reduced = withoutCommonFactor(numerators, denominator)
    let rest = LowestTerms(denominator: reduced.denominator, lines: lines)
    return reduced.numerators.indices.map { rest.fraction(reduced.numerators[$0], $0) }
  }

  /// All divided by what divides the denominator and every numerator.
  static func withoutCommonFactor(
    _ numerators: [Polynomial], _ denominator: Polynomial
  ) -> (numerators: [Polynomial], denominator: Polynomial) {
    if denominator.isOne { return (numerators, denominator) }
    if let quotients = quotients(of: numerators, by: denominator) { return (quotients, .one) }
    var shared = denominator
    for value in numerators.sorted(by: { $0.termCount < $1.termCount }) where !value.isZero {
      if shared.isOne { return (numerators, denominator) }
      if value.divided(exactlyBy: shared) == nil { shared = Polynomial.gcd(shared, value) }
    }
    guard !shared.isOne, let all = quotients(of: numerators + [denominator], by: shared),
      let bottom = all.last
    else { return (numerators, denominator) }
    return (Array(all.dropLast()), bottom)
  }

  /// The quotients of all by one divisor; nil when one is not exact.
  private static func quotients(
    of polynomials: [Polynomial], by divisor: Polynomial
  ) -> [Polynomial]? {
    var result = polynomials
    // A short dividend tells soonest that there is none.
    let order = polynomials.indices.sorted {
      polynomials[$0].termCount < polynomials[$1].termCount
    }
    for index in order {
      guard let quotient = polynomials[index].divided(exactlyBy: divisor) else { return nil }
      result[index] = quotient
    }
    return result
  }

  /// Whether numerator and denominator are known to have no factor in common but integers.
  private func areCoprime(_ numerator: Polynomial, _ index: Int) -> Bool {
    if numerator.termCount == 1 && numerator.layout == denominator.layout {
      return zip(monomial, numerator.monomials).allSatisfy {
        denominator.layout.fieldwiseMinimum($0, $1) == 0
      }
    }
    return lines?.denominatorDegrees[index] == degree
  }

  private func fraction(_ numerator: Polynomial, _ index: Int) -> Fraction {
    if numerator.isZero { return .zero }
    guard areCoprime(numerator, index) else { return Fraction(numerator, denominator) }
    let content = Integer.gcd(numerator.content(), self.content)
    if content.isOne { return Fraction(coprime: numerator, denominator) }
    guard let top = numerator.divided(exactlyBy: content),
      let bottom = denominator.divided(exactlyBy: content)
    else { return Fraction(numerator, denominator) }
    return Fraction(coprime: top, bottom)
  }
}
