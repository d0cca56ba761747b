import ExactAlgebra

/// The sign of a rational function throughout the declared domain, by positive coefficients.
///
/// Every generator is written in one that is positive: v in (a, b) as (a + b t)/(1 + t) with t > 0, an
/// angle's cosine and sine by t = tan(θ/2) > 0. A polynomial in positive quantities whose coefficients all
/// have one sign has that sign. Not finding a sign says nothing.
package struct PositiveCoordinates {
  private var field: Field
  /// Of the value in question: an angle's functions share one coordinate.
  private var images: [Int: Fraction] = [:]
  private var replacements: [Int: Fraction] = [:]

  /// Polynomials with more terms are not looked at.
  private static let mostTerms = 2000

  package init(_ field: Field) { self.field = field }

  /// A new quantity that is positive.
  package mutating func positive() -> Fraction {
    .variable(field.addFree("", domain: .positive))
  }

  /// Takes a generator's value in others, before anything else: n as n′ + d with d > 0.
  package mutating func replace(_ generator: Int, by value: Fraction) {
    replacements[generator] = value
  }

  /// 1 or −1 where the value has that sign throughout the domain, the ends of intervals included, 0 if it is identically zero, `nil` if
  /// unknown.
  package mutating func sign(of value: Fraction) -> Int? {
    guard let value = value.substituting(replacements).flatMap({ field.canonical($0) }) else {
      return nil
    }
    if value.isZero { return 0 }
    if field.isProvablyPositive(value) { return 1 }
    if field.isProvablyPositive(-value) { return -1 }
    guard value.numerator.termCount <= Self.mostTerms,
      value.denominator.termCount <= Self.mostTerms
    else { return nil }
    let variables = value.variables
    images = [:]
    var map: [Int: Fraction] = [:]
    for index in variables { map[index] = image(of: index, among: variables) }
    guard let top = Fraction(value.numerator).substituting(map),
      let bottom = Fraction(value.denominator).substituting(map)
    else { return nil }
    // Both denominators are products of positive ones.
    guard let first = coefficientSign(top.numerator),
      let second = coefficientSign(bottom.numerator),
      let third = coefficientSign(top.denominator), let fourth = coefficientSign(bottom.denominator)
    else { return nil }
    let sign = first * second * third * fourth
    // Intervals are closed: the sign must be the same at their ends.
    for index in variables {
      guard case .interval(let low, let high) = field.generators[index].domain,
        case .free = field.generators[index].kind
      else { continue }
      for end in [low, high] {
        guard let there = value.substituting([index: Fraction(end)]), self.sign(of: there) == sign
        else { return nil }
      }
    }
    return sign
  }

  /// A generator in positive quantities.
  private mutating func image(of index: Int, among variables: [Int]) -> Fraction {
    if let known = images[index] { return known }
    let generator = field.generators[index]
    switch generator.kind {
    case .cosine(let number), .sine(let number), .halfCosine(let number), .halfSine(let number):
      guard field.angles[number].upper else { return .variable(index) }
      turn(number, among: variables)
      return images[index] ?? .variable(index)
    case .free, .constant, .root, .exponential:
      guard case .interval(let low, let high) = generator.domain else { return .variable(index) }
      let t = positive()
      let value = (Fraction(low) + Fraction(high) * t) / (Fraction(1) + t)
      images[index] = value
      return value
    }
  }

  /// θ in (0, π): by t = tan(θ/2) > 0, or where its half occurs by tan(θ/4) = 1/(1 + t).
  private mutating func turn(_ number: Int, among variables: [Int]) {
    let angle = field.angles[number]
    let usesHalf =
      variables.contains(angle.halfCosine) || variables.contains(angle.halfSine)
    let v = positive()
    let t = usesHalf ? (Fraction(1) + v).inverse : v
    let norm = (Fraction(1) + t * t).inverse
    let (c, s) = ((Fraction(1) - t * t) * norm, Fraction(2) * t * norm)
    if usesHalf {
      images[angle.halfCosine] = c
      images[angle.halfSine] = s
      images[angle.cosine] = c * c - s * s
      images[angle.sine] = Fraction(2) * c * s
    } else {
      images[angle.cosine] = c
      images[angle.sine] = s
    }
  }

  private func coefficientSign(_ polynomial: Polynomial) -> Int? {
    if field.isProvablyPositive(Fraction(polynomial)) { return 1 }
    if field.isProvablyPositive(Fraction(-polynomial)) { return -1 }
    return nil
  }
}
