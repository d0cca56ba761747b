extension Polynomial {
  /// The greatest common divisor by a primitive remainder sequence: slow, without chance.
  ///
  /// - Precondition: both are nonzero, primitive, and have no variable outside `variables`.
  static func remainderSequenceGCD(
    _ left: Polynomial, _ right: Polynomial, variables: [Int]
  ) -> Polynomial {
    guard let variable = variables.first else { return .one }
    let leftContent = gcd(of: left.coefficients(in: variable))
    let rightContent = gcd(of: right.coefficients(in: variable))
    var a = left.divided(exactlyBy: leftContent) ?? left
    var b = right.divided(exactlyBy: rightContent) ?? right
    if a.degree(in: variable) < b.degree(in: variable) { (a, b) = (b, a) }
    while b.degree(in: variable) > 0 {
      let rest = a.pseudoRemainder(dividingBy: b, in: variable)
      a = b
      b = rest.divided(exactlyBy: max(rest.content(), 1)) ?? rest
      if b.isZero { break }
      b = b.divided(exactlyBy: gcd(of: b.coefficients(in: variable))) ?? b
    }
    let common = b.isZero ? a : .one
    return (common * gcd(leftContent, rightContent)).primitivePart
  }

  /// The remainder of the dividend times a power of the divisor's leading coefficient.
  func pseudoRemainder(dividingBy divisor: Polynomial, in variable: Int) -> Polynomial {
    let parts = divisor.coefficients(in: variable)
    guard let leading = parts.last else { return self }
    let degree = parts.count - 1
    var rest = self
    while !rest.isZero && rest.degree(in: variable) >= degree {
      let top = rest.coefficients(in: variable)
      guard let factor = top.last else { break }
      let shift = Polynomial(terms: [([variable: top.count - 1 - degree], .one)])
      rest = Polynomial.sumOfProducts([(rest, leading), (-(factor * shift), divisor)])
    }
    return rest
  }
}
