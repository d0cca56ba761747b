import ExactAlgebra

/// The real numbers a derivation computes with: rational functions of generators, some of which obey
/// quadratic relations.
///
/// A generator is free (a symbol of the paper), the cosine or sine of an angle or of its half, a
/// square root, or an exponential. Every relation has the form g·h → lower terms, and together they are
/// a Gröbner basis, so that ``canonical(_:)-(Fraction)`` is a normal form: two scalars are equal
/// exactly when their canonical forms are.
///
/// **Invariant.** Distinct generators without a relation are algebraically independent as functions:
/// exponentials and angles have exponents that are distinct monomials, hence linearly independent over
/// the rationals.
public struct Field: Sendable {
  /// A real quantity that the others are rational functions of.
  public struct Generator: Hashable, Sendable {
    /// How it is written.
    public var latex: String
    /// Where it takes its values.
    public var domain: Domain
    /// What it is, and so which relation it obeys.
    public var kind: Kind
  }

  /// What a generator is; the angles are numbered in the order they were met.
  public enum Kind: Hashable, Sendable {
    /// A symbol without a relation.
    case free
    /// A real constant without an exact rational value: π.
    case constant
    /// The cosine of an angle.
    case cosine(angle: Int)
    /// The sine of an angle.
    case sine(angle: Int)
    /// The cosine of half an angle.
    case halfCosine(angle: Int)
    /// The sine of half an angle.
    case halfSine(angle: Int)
    /// g² = radicand, g ≥ 0.
    case root(radicand: Polynomial)
    /// e^{exponent/2}: half exponents occur as soon as e^{λ/2T} does.
    case exponential(exponent: Fraction)
  }

  /// The generators in the order they were made: `generators[i]` is variable i of fractions.
  public private(set) var generators: [Generator] = []
  private(set) var angles: [Angle] = []
  /// Generators that carry a relation, ascending.
  private(set) var algebraic: [Int] = []
  /// Those of which a normal form has at most one to the first power in each term: a root by itself, the
  /// functions of an angle that are not its cosine together.
  private(set) var exclusive: [[Int]] = []
  /// The index of π, once it occurred.
  public private(set) var pi: Int?
  /// Quantities that are positive in the declared domain.
  public var assumptions: [Assumption] = []
  /// What had to be nonzero to be divided by, or nonnegative to have a root, since this was emptied.
  public var met: [Condition] = []
  /// Generators that a restriction has fixed, with their values in the others.
  public internal(set) var determined: [Int: Fraction] = [:] {
    didSet { fixed = determined.keys.sorted() }
  }
  /// What the domains of fixed generators say of their values: not below zero.
  var bounds: [Assumption] = []
  /// Free generators that are no symbols: their values are bounded by more than their domain.
  private(set) var tied: Set<Int> = []
  /// The generators that a restriction has fixed, ascending.
  private(set) var fixed: [Int] = []

  /// The rational numbers: no generators yet.
  public init() {}

  // MARK: Generators

  /// A new free generator.
  ///
  /// A tied one is no symbol that takes any value of its domain: an occupation, an element of a state,
  /// an angle that is known by its cosine and sine.
  public mutating func addFree(_ latex: String, domain: Domain, isTied: Bool = false) -> Int {
    let index = append(Generator(latex: latex, domain: domain, kind: .free))
    if isTied { tied.insert(index) }
    return index
  }

  private mutating func append(_ generator: Generator) -> Int {
    generators.append(generator)
    let index = generators.count - 1
    switch generator.kind {
    case .free, .constant, .cosine, .exponential: break
    case .sine, .root:
      algebraic.append(index)
      exclusive.append([index])
    case .halfCosine(let number), .halfSine(let number):
      algebraic.append(index)
      let sine = angles[number].sine
      if let place = exclusive.firstIndex(where: { $0[0] == sine }) {
        exclusive[place].append(index)
      }
    }
    return index
  }

  /// Replaces the domain of a generator.
  ///
  /// - Precondition: there is a generator of this index.
  public mutating func setDomain(_ index: Int, _ domain: Domain) {
    generators[index].domain = domain
  }

  /// Replaces the LaTeX of a generator.
  ///
  /// - Precondition: there is a generator of this index.
  public mutating func setLatex(_ index: Int, _ latex: String) {
    generators[index].latex = latex
  }

  /// π, as a generator: transcendental, so independent of everything algebraic.
  public mutating func piGenerator() -> Int {
    if let pi { return pi }
    let index = append(Generator(latex: "\\pi", domain: .positive, kind: .constant))
    pi = index
    return index
  }

  /// The angle with the given monomial as its value, made if new.
  mutating func angle(
    key: Fraction, latex: String, upper: Bool = false, isDeclared: Bool = false
  ) -> Int {
    if let known = angles.firstIndex(where: { $0.key == key }) { return known }
    let number = angles.count
    let cosine = append(
      Generator(
        latex: "\\cos " + latex, domain: .interval(-1, 1), kind: .cosine(angle: number)))
    let sine = append(
      Generator(
        latex: "\\sin " + latex, domain: upper ? .positive : .interval(-1, 1),
        kind: .sine(angle: number)))
    angles.append(
      Angle(
        latex: latex, key: key, cosine: cosine, sine: sine, upper: upper, isDeclared: isDeclared))
    return number
  }

  /// The generators cos(φ/2), sin(φ/2) of an angle, made if new.
  mutating func half(ofAngle number: Int) -> (cosine: Int, sine: Int) {
    if let half = angles[number].half { return half }
    let angle = angles[number]
    let argument = "\\frac{\(angle.latex)}{2}"
    let domain: Domain = angle.upper ? .positive : .interval(-1, 1)
    angles[number].halfCosine = append(
      Generator(latex: "\\cos" + argument, domain: domain, kind: .halfCosine(angle: number)))
    angles[number].halfSine = append(
      Generator(latex: "\\sin" + argument, domain: domain, kind: .halfSine(angle: number)))
    angles[number].makeSmallProducts()
    let made = (angles[number].halfCosine, angles[number].halfSine)
    if let cosine = determined[angle.cosine], let sine = determined[angle.sine],
      let values = try? halfAngle(cosine: cosine, sine: sine)
    {
      determined[made.0] = values.cosine
      determined[made.1] = values.sine
    }
    return made
  }

  /// The generator e^{m/2} of a monomial m, made if new.
  public mutating func exponential(of monomial: Fraction) -> Int {
    for (index, generator) in generators.enumerated() {
      if case .exponential(monomial) = generator.kind { return index }
    }
    let isAboveOne = isProvablyPositive(monomial)
    let index = append(
      Generator(
        latex: "e^{\(latex(monomial))/2}", domain: .positive,
        kind: .exponential(exponent: monomial)))
    if isAboveOne {
      assumptions.append(Assumption(positive: .variable(index) - Fraction(1), latex: ""))
    }
    return index
  }

  /// The generator √p of a polynomial, made if new.
  mutating func root(of radicand: Polynomial) -> Int {
    for (index, generator) in generators.enumerated() {
      if case .root(radicand) = generator.kind { return index }
    }
    let domain: Domain = isProvablyPositive(Fraction(radicand)) ? .positive : .nonnegative
    return append(
      Generator(
        latex: "\\sqrt{\(latex(Fraction(radicand)))}", domain: domain,
        kind: .root(radicand: radicand)))
  }

  /// A root becomes a free positive generator: r is chosen as a coordinate in place of its radicand's.
  public mutating func free(_ index: Int, latex: String) {
    generators[index] = Generator(latex: latex, domain: .positive, kind: .free)
    algebraic.removeAll { $0 == index }
    exclusive.removeAll { $0 == [index] }
  }
}

/// Where a real generator takes its values.
public enum Domain: Hashable, Sendable {
  /// Any real number.
  case real
  /// At least 0.
  case nonnegative
  /// Above 0.
  case positive
  /// From the first bound to the second, both included.
  case interval(Rational, Rational)

  /// Whether a rational number lies in the domain.
  public func contains(_ value: Rational) -> Bool {
    switch self {
    case .real: true
    case .nonnegative: value >= 0
    case .positive: value > 0
    case .interval(let low, let high): low <= value && value <= high
    }
  }

  /// No value is negative.
  public var isNonnegative: Bool {
    switch self {
    case .real: false
    case .nonnegative, .positive: true
    case .interval(let low, _): low >= 0
    }
  }
}

/// What a formula needs to have a value, where the declared domain does not already grant it.
public enum Condition: Hashable, Sendable {
  /// The value must not be zero.
  case nonzero(Fraction)
  /// The value must not be negative.
  case nonnegative(Fraction)
}

extension Field {
  /// Notes a divisor that the domain does not show to be nonzero.
  mutating func noteDivisor(_ value: Scalar) {
    if value.isReal {
      if value.real.numerator.isConstant || isProvablyPositive(value.real)
        || isProvablyPositive(-value.real)
      {
        return
      }
      note(.nonzero(Fraction(value.real.numerator)))
    } else {
      let norm = (value * value.conjugate).real
      if !isProvablyPositive(norm) { note(.nonzero(Fraction(norm.numerator))) }
    }
  }

  /// Notes a radicand that the domain does not show to be nonnegative.
  mutating func noteRadicand(_ value: Fraction) {
    guard let value = canonical(value), value.constantValue == nil, !isProvablyPositive(value),
      !(hasNonnegativeTerms(value.numerator) && hasNonnegativeTerms(value.denominator))
    else { return }
    note(.nonnegative(value))
  }

  private mutating func note(_ condition: Condition) { meet([condition]) }

  /// Adds conditions that were met elsewhere.
  public mutating func meet(_ conditions: [Condition]) {
    for condition in conditions where !met.contains(condition) { met.append(condition) }
  }
}

/// A quantity that is positive in the declared domain.
public struct Assumption: Hashable, Sendable {
  /// The quantity that is above 0.
  public var positive: Fraction
  /// As the paper says it; empty where it follows from the declarations by itself.
  public var latex: String
  /// It may be 0 too.
  var allowsZero = false

  /// The assumption that a quantity is above 0, with its wording.
  public init(positive: Fraction, latex: String) {
    self.positive = positive
    self.latex = latex
  }
}

extension Field {
  /// Whether what is assumed cannot hold together, since up to three of the assumptions have a sum that is
  /// nowhere positive: `false` means unknown.
  public var hasContradiction: Bool {
    let values = assumptions.filter { !$0.latex.isEmpty }.map(\.positive)
    func isNowherePositive(_ value: Fraction) -> Bool {
      canonical(value).map { $0.isZero || isProvablyPositive(-$0) } ?? false
    }
    return values.indices.contains { a in
      isNowherePositive(values[a])
        || values.indices[(a + 1)...].contains { b in
          isNowherePositive(values[a] + values[b])
            || values.indices[(b + 1)...].contains { c in
              isNowherePositive(values[a] + values[b] + values[c])
            }
        }
    }
  }

  /// Whether the value is positive throughout the domain, by positive coefficients or as a quadratic
  /// without real roots: `false` means unknown.
  public func isProvablyPositive(_ value: Fraction) -> Bool {
    guard let value = canonical(value), !value.isZero else { return false }
    if isPositive(value.numerator), isPositive(value.denominator) { return true }
    let occurring = Set(value.variables)
    return assumptions.contains { assumption in
      // An assumption about something else does not help.
      guard let assumed = canonical(assumption.positive), !assumed.isZero,
        assumed.variables.allSatisfy(occurring.contains),
        let ratio = canonical(value * assumed.inverse)
      else { return false }
      if isPositive(ratio.numerator) && isPositive(ratio.denominator) { return true }
      return isPositive(value.denominator) && isPositive(assumed.denominator)
        && exceeds(value.numerator, assumed.numerator)
    }
  }

  /// Whether p is a positive multiple of a positive q, and a rest that is not negative.
  private func exceeds(_ p: Polynomial, _ q: Polynomial) -> Bool {
    let (lead, same) = (q.leadingCoefficient, p.coefficient(ofStartOf: q))
    guard !same.isZero, same.isNegative == lead.isNegative else { return false }
    // p = (a/b) q + rest with a, b > 0.
    let rest = p.scaled(by: lead.magnitude) - q.scaled(by: same.magnitude)
    return hasNonnegativeTerms(rest)
  }

  private func isPositive(_ polynomial: Polynomial, depth: Int = 0) -> Bool {
    if hasPositiveTerms(polynomial) { return true }
    guard depth < 2 else { return false }
    return polynomial.variables.contains { index in
      guard polynomial.degree(in: index) == 2 else { return false }
      // αv² + βv + γ > 0 for every real v if α > 0 and 4αγ > β².
      let parts = polynomial.coefficients(in: index)
      let discriminant = (parts[2] * parts[0]).scaled(by: 4) - parts[1] * parts[1]
      return isPositive(parts[2], depth: depth + 1) && isPositive(discriminant, depth: depth + 1)
    }
  }

  /// Every term nonnegative, and one that cannot vanish.
  private func hasPositiveTerms(_ polynomial: Polynomial) -> Bool {
    hasNonnegativeTerms(polynomial)
      && polynomial.hasTerm {
        let domain = generators[$0].domain
        return domain.isNonnegative && !domain.contains(0)
      }
  }

  /// Every coefficient positive, over squares and nonnegative generators.
  func hasNonnegativeTerms(_ polynomial: Polynomial) -> Bool {
    !polynomial.hasNegativeCoefficient
      && polynomial.oddVariables.allSatisfy { generators[$0].domain.isNonnegative }
  }
}
