/// Quotients with one common denominator, brought to lowest terms.
enum CramersRule {
  /// The numerators over the denominator.
  ///
  /// What divides all is divided out first, so that the rest is short.
  ///
  /// - Precondition: the denominator is not zero.
  static func reduced(numerators: [Polynomial], denominator: Polynomial) -> [Fraction] {
    var shared = denominator
    for numerator in numerators.filter({ !$0.isZero }).sorted(by: { $0.termCount < $1.termCount }) {
      if shared.isOne { break }
      if numerator.divided(exactlyBy: shared) == nil { shared = Polynomial.gcd(shared, numerator) }
    }
    if shared.isOne { return numerators.map { Fraction($0, denominator) } }
    let quotients = (numerators + [denominator]).map { polynomial in
      guard let quotient = polynomial.divided(exactlyBy: shared) else {
        preconditionFailure("a common divisor does not divide")
      }
      return quotient
    }
    return quotients.dropLast().map { Fraction($0, quotients[numerators.count]) }
  }
}
