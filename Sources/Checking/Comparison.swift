import ExactAlgebra
import SymbolicAlgebra

/// Two formulas, entry by entry: a scalar has one, a ket or matrix more.
///
/// Where either came from does not matter here.
public struct Comparison: Sendable {
  /// The entries of what is checked.
  public var printed: [Scalar]
  /// The entries of what it is checked against, as many.
  public var derived: [Scalar]
  /// Undeclared symbols, as generators: a value of theirs must not be needed to make both equal.
  public var strays: [Int]

  /// The entries of both sides; `strays` are the generators of undeclared symbols.
  public init(printed: [Scalar], derived: [Scalar], strays: [Int] = []) {
    precondition(printed.count == derived.count)
    self.printed = printed
    self.derived = derived
    self.strays = strays
  }

  /// What the exact comparison finds.
  public enum Finding: Sendable {
    /// The difference is zero under the field's relations.
    case equal
    /// They differ at a point of the domain.
    case different(ExactWitness)
    /// The difference is not zero, but no exact point of the domain shows it.
    case undecided(String)
  }

  /// The exact zero test by itself.
  public func isIdentity(in field: Field) -> Bool {
    zip(printed, derived).allSatisfy { field.isZero($0 - $1) }
  }

  /// Whether both sides agree at a few points in general position: a quick sign, not a proof. `nil` if
  /// there are no such points.
  public func agreesAtScatteredPoints(in field: Field, completion: Completion?) -> Bool? {
    let sampling = Sampling((printed + derived).flatMap(\.variables), completion, field)
    guard !sampling.isEntangled else { return nil }
    var met = 0
    for point in SamplePoints(field, covering: sampling.needed, limit: 400, scattered: true) {
      for values in sampling.extensions(of: point) {
        for (left, right) in zip(printed, derived) {
          guard let a = left.substituting(values), let b = right.substituting(values) else {
            continue
          }
          if !field.isZero(a - b) { return false }
        }
        met += 1
      }
      if met >= 2 { return true }
    }
    return nil
  }

  /// Why the undeclared symbols keep the comparison from refuting anything, if they do: one value of
  /// theirs makes both sides equal at every point that was looked at.
  public func undeclaredReason(in field: Field, completion: Completion?) -> String? {
    let differences = zip(printed, derived).map { $0 - $1 }
    let own = Set(differences.flatMap(\.variables))
    let occurring = strays.filter(own.contains)
    if occurring.isEmpty { return nil }
    guard occurring.count == 1, let stray = occurring.first else {
      return "more than one symbol is undeclared"
    }
    let completed = Set(completion?.completed ?? [])
    let needed = own.subtracting(completed).subtracting(occurring)
      .union(completion?.parameters ?? [])
    var common = Polynomial.zero
    var met = 0
    for point in SamplePoints(field, covering: needed.sorted(), limit: 400, scattered: true) {
      let full = completion.map { $0.complete(point) } ?? [point]
      for value in full.flatMap({ values in differences.map { $0.substituting(values) } }) {
        guard let value = value.flatMap(field.canonical),
          value.variables.allSatisfy({ $0 == stray })
        else { continue }
        // A complex root of A + iB is one of A² + B².
        let (a, b) = (value.real, value.imaginary)
        common = Polynomial.gcd(common, b.isZero ? a.numerator : (a * a + b * b).numerator)
        if !common.isZero, common.isConstant { return nil }
      }
      if !full.isEmpty { met += 1 }
      if met >= 6 { break }
    }
    return Self.holdsForAConstant(field, stray)
  }

  private static func holdsForAConstant(_ field: Field, _ stray: Int) -> String {
    "it would hold if the undeclared symbol \(field.generators[stray].latex) had the right "
      + "constant value"
  }

  /// An undeclared symbol that one constant value could make right refutes nothing.
  func undeclaredReason(_ difference: Scalar, _ field: Field) -> String? {
    let occurring = strays.filter(difference.variables.contains)
    if occurring.isEmpty { return nil }
    guard occurring.count == 1, let stray = occurring.first else {
      return "more than one symbol is undeclared"
    }
    // As polynomials in the stray symbol, the coefficients of the declared symbols' monomials must have
    // no root in common; where they are complex, A + iB, their norms A² + B² are looked at.
    let real = field.canonical(difference.real) ?? difference.real
    let imaginary = field.canonical(difference.imaginary) ?? difference.imaginary
    var common = Polynomial.zero
    if imaginary.isZero {
      for coefficient in Self.coefficients(of: real.numerator, in: stray).values {
        common = Polynomial.gcd(common, coefficient)
        if !common.isZero, common.isConstant { return nil }
      }
    } else {
      let a = Self.coefficients(of: real.numerator * imaginary.denominator, in: stray)
      let b = Self.coefficients(of: imaginary.numerator * real.denominator, in: stray)
      for key in Set(a.keys).union(b.keys).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        let (x, y) = (a[key] ?? .zero, b[key] ?? .zero)
        common = Polynomial.gcd(common, x * x + y * y)
        if !common.isZero, common.isConstant { return nil }
      }
    }
    return Self.holdsForAConstant(field, stray)
  }

  /// The coefficients, polynomials in one variable, of the monomials in all others.
  private static func coefficients(
    of polynomial: Polynomial, in variable: Int
  ) -> [[Int]: Polynomial] {
    var groups: [[Int]: Polynomial] = [:]
    for term in polynomial.terms {
      var key: [Int] = []
      var power = 0
      for (index, exponent) in term.exponents {
        if index == variable {
          power = exponent
        } else {
          key += [index, exponent]
        }
      }
      let part = Polynomial(term.coefficient) * Polynomial.variable(variable).power(power)
      groups[key] = (groups[key] ?? .zero) + part
    }
    return groups
  }
}
