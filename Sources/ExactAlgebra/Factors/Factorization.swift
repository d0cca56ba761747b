/// A polynomial as a product: an integer times powers of primitive polynomials.
///
/// **Invariant.** The product is the polynomial; bases differ pairwise and are not constant. Bases need not be
/// irreducible: what contents, repeated factors and quadratic formulas do not split stays whole.
public struct Factorization: Hashable, Sendable {
  /// A power of a primitive polynomial.
  public struct Factor: Hashable, Sendable {
    /// A primitive polynomial, not constant, with positive leading coefficient.
    public var base: Polynomial
    /// How often the base divides; at least 1.
    public var exponent: Int
  }

  /// The integer in front, with the sign.
  public private(set) var content: Integer
  /// The powers behind the content; empty for a constant.
  public private(set) var factors: [Factor]

  /// More terms are not looked at for repeated factors and roots.
  private static let mostTerms = 600

  /// The factors that contents, repeated factors and quadratic formulas find.
  public init(_ polynomial: Polynomial) {
    content = 1
    factors = []
    guard !polynomial.isZero else {
      content = 0
      return
    }
    split(polynomial)
    factors.sort { a, b in
      (a.base.termCount, a.base.variables.first ?? 0) < (
        b.base.termCount, b.base.variables.first ?? 0
      )
    }
  }

  /// The product, multiplied out.
  public var polynomial: Polynomial {
    factors.reduce(Polynomial(content)) { $0 * $1.base.power($1.exponent) }
  }

  private mutating func multiply(_ base: Polynomial, exponent: Int = 1) {
    if let known = factors.firstIndex(where: { $0.base == base }) {
      factors[known].exponent += exponent
    } else {
      factors.append(Factor(base: base, exponent: exponent))
    }
  }

  private mutating func split(_ polynomial: Polynomial) {
    let primitive = polynomial.withPositiveStart
    content = content * primitive.content
    if primitive.part.isConstant { return }
    guard primitive.part.termCount <= Self.mostTerms else {
      multiply(primitive.part)
      return
    }
    let (powers, rest) = primitive.part.withoutMonomial
    for power in powers { multiply(power.base, exponent: power.exponent) }
    if rest.isConstant { return }
    if !rest.isProvablyIrreducible, let (a, b) = Self.parts(of: rest) {
      split(a)
      split(b)
    } else {
      multiply(rest)
    }
  }

  /// Two factors that are not constant.
  ///
  /// - Precondition: the polynomial is primitive and no variable divides it.
  private static func parts(of polynomial: Polynomial) -> (Polynomial, Polynomial)? {
    let variables = polynomial.variables
    for variable in variables {
      // What divides every coefficient.
      let common = Polynomial.gcd(of: polynomial.coefficients(in: variable))
      if !common.isConstant { return pair(polynomial, common) }
    }
    for variable in variables where polynomial.degree(in: variable) > 1 {
      // A repeated factor divides the derivative too.
      let common = Polynomial.gcd(polynomial, polynomial.derivative(in: variable))
      if !common.isConstant { return pair(polynomial, common) }
      if let factor = root(of: polynomial, in: variable) { return pair(polynomial, factor) }
    }
    return nil
  }

  private static func pair(_ whole: Polynomial, _ factor: Polynomial) -> (Polynomial, Polynomial)? {
    guard let rest = whole.divided(exactlyBy: factor), !rest.isConstant else { return nil }
    return (factor, rest)
  }

  /// A factor of degree one in a variable of degree two: av² + bv + c has one if b² − 4ac is a square.
  private static func root(of polynomial: Polynomial, in variable: Int) -> Polynomial? {
    guard polynomial.degree(in: variable) == 2 else { return nil }
    let parts = polynomial.coefficients(in: variable)
    let discriminant = parts[1] * parts[1] - 4 * parts[0] * parts[2]
    guard discriminant.mayBeSquare, let root = discriminant.squareRoot() else { return nil }
    let factor = Polynomial.gcd(
      polynomial, 2 * parts[2] * .variable(variable) + parts[1] - root)
    return factor.isConstant ? nil : factor
  }
}

extension Polynomial {
  /// The integer that divides every coefficient, with the sign of the first, and the rest.
  fileprivate var withPositiveStart: (content: Integer, part: Polynomial) {
    guard !isZero else { return (0, .zero) }
    var content = self.content()
    if leadingCoefficient.isNegative { content = -content }
    return (content, divided(exactlyBy: content) ?? self)
  }

  /// Whether the values at a few points are squares modulo a prime, as those of a square are.
  fileprivate var mayBeSquare: Bool {
    let field = PrimeField()
    var random = SplitMix64(seed: 1)
    let count = (variables.last ?? 0) + 1
    return (0..<8).allSatisfy { _ in
      let value = evaluated(
        modulo: field, at: (0..<count).map { _ in random.next() % field.modulus })
      return value == 0 || field.power(value, Int(field.modulus / 2)) == 1
    }
  }

  /// A polynomial whose square this is, up to its sign.
  public func squareRoot() -> Polynomial? {
    if isZero { return self }
    let parts = Factorization(self)
    guard parts.factors.allSatisfy({ $0.exponent % 2 == 0 }), parts.content > 0,
      let root = parts.content.squareRoot()
    else { return nil }
    return parts.factors.reduce(Polynomial(root)) { $0 * $1.base.power($1.exponent / 2) }
  }
}
