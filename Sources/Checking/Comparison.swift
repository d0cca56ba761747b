import ExactAlgebra
import SymbolicAlgebra

/// Two formulas, entry by entry: a scalar has one, a ket or matrix more.
///
/// Where either came from does not matter here.
public struct Comparison: Sendable {
  public var printed: [Scalar]
  public var derived: [Scalar]
  /// Undeclared symbols, as generators: a value of theirs must not be needed to make both equal.
  public var strays: [Int]

  public init(printed: [Scalar], derived: [Scalar], strays: [Int] = []) {
    precondition(printed.count == derived.count)
    self.printed = printed
    self.derived = derived
    self.strays = strays
  }

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

  /// The exact zero test, and where it fails a witness.
  ///
  /// - Parameters:
  ///   - completion: extends a point to the generators that depend on it, such as the elements of a state.
  ///   - tries: how many points are looked at.
  public func decide(
    in field: Field, completion: Completion? = nil, tries: Int = 400
  ) -> Finding {
    let differences = zip(printed, derived).map { $0 - $1 }
    guard let entry = differences.firstIndex(where: { !field.isZero($0) }) else { return .equal }
    if let reason = undeclaredReason(differences[entry], field) { return .undecided(reason) }
    var last = "no exact point of the domain was found at which both sides have a value"
    for entry in differences.indices where !field.isZero(differences[entry]) {
      switch witness(entry, field, completion, tries) {
      case .success(let witness): return .different(witness)
      case .failure(let reason): last = reason.text
      }
    }
    return .undecided(last)
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

  struct Reason: Error {
    var text: String
  }

  private func witness(
    _ entry: Int, _ field: Field, _ completion: Completion?, _ limit: Int
  ) -> Result<ExactWitness, Reason> {
    let sampling = Sampling(printed[entry].variables + derived[entry].variables, completion, field)
    let points = SamplePoints(field, covering: sampling.needed, limit: 4000)
    if points.isEntangled || sampling.isEntangled {
      return .failure(
        Reason(
          text: "a quantity occurs both by itself and in an exponent or angle, so that no rational "
            + "point tells both sides apart"))
    }
    var tries = 0
    for point in points {
      tries += 1
      if tries > limit { break }
      for values in sampling.extensions(of: point) {
        guard let left = printed[entry].substituting(values).flatMap(field.canonical),
          let right = derived[entry].substituting(values).flatMap(field.canonical),
          !field.isZero(left - right)
        else { continue }
        let shown = values.filter { index, _ in
          sampling.isShown(index, isPrinted: printed[entry].variables.contains(index))
        }
        return .success(
          ExactWitness(
            entry: entry, at: shown.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
            printed: left, derived: right))
      }
    }
    return .failure(
      Reason(text: "no exact point of the domain was found at which the two sides differ"))
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
  private func undeclaredReason(_ difference: Scalar, _ field: Field) -> String? {
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

/// Which generators a point has to give values to, and how it is extended to the others.
private struct Sampling {
  let own: Set<Int>
  let needed: [Int]
  /// A function of a completed quantity that no rational point reaches.
  let isEntangled: Bool
  private let completion: Completion?
  private let field: Field
  /// Roots whose radicands are completed, ascending.
  private let roots: [Int]

  init(_ variables: [Int], _ completion: Completion?, _ field: Field) {
    self.field = field
    let closure = Set(field.closure(of: variables))
    let completed = Set(completion?.completed ?? [])
    let isCompleted = !closure.isDisjoint(with: completed)
    self.completion = isCompleted ? completion : nil
    var roots: [Int] = []
    var isEntangled = false
    for index in closure.sorted() where isCompleted {
      let key = field.argumentVariables(of: index)
      guard key.contains(where: { completed.contains($0) || roots.contains($0) }) else { continue }
      if case .root = field.generators[index].kind {
        roots.append(index)
      } else {
        isEntangled = true
      }
    }
    self.roots = roots
    self.isEntangled = isEntangled
    own = Set(variables)
    var needed = closure.subtracting(completed).subtracting(roots)
    if isCompleted { needed.formUnion(completion?.parameters ?? []) }
    self.needed = needed.sorted()
  }

  /// The point with every completed generator and every root of one.
  func extensions(of point: SamplePoints.Point) -> [SamplePoints.Point] {
    (completion?.complete(point) ?? [point]).compactMap { values in
      var values = values
      for root in roots {
        guard case .root(let radicand) = field.generators[root].kind,
          let square = Fraction(radicand).substituting(values)?.constantValue, square >= 0,
          let value = square.squareRoot()
        else { return nil }
        values[root] = Fraction(value)
      }
      return values
    }
  }

  /// Of what is completed, only what is printed or listed is shown.
  func isShown(_ index: Int, isPrinted: Bool) -> Bool {
    if completion?.listed.contains(index) == true { return true }
    if completion?.completed.contains(index) == true {
      return own.contains(index) && (isPrinted || completion?.chosen.contains(index) == true)
    }
    if completion?.hidden.contains(index) == true { return own.contains(index) }
    return own.contains(index) || completion?.parameters.contains(index) == true
  }
}

/// How a point is extended to generators that depend on it.
public struct Completion: Sendable {
  /// The generators that get their values.
  public var completed: [Int]
  /// The generators that their values depend on.
  public var parameters: [Int]
  /// Parameters that a reader need not see, because the completed ones say as much.
  public var hidden: [Int]
  /// Completed generators that a reader needs to reproduce the values.
  public var listed: [Int]
  /// Completed generators that are chosen, not implied by the parameters.
  public var chosen: [Int]
  /// Every extension that is to be tried; empty where there is none.
  public var complete: @Sendable (SamplePoints.Point) -> [SamplePoints.Point]

  public init(
    completed: [Int], parameters: [Int], hidden: [Int] = [], listed: [Int] = [],
    chosen: [Int] = [],
    complete: @escaping @Sendable (SamplePoints.Point) -> [SamplePoints.Point]
  ) {
    self.completed = completed
    self.parameters = parameters
    self.hidden = hidden
    self.listed = listed
    self.chosen = chosen
    self.complete = complete
  }
}

/// A point of the domain, and the two values there: exact.
public struct ExactWitness: Sendable {
  /// Which entry differs.
  public var entry: Int
  /// Generators with their values, in the order of declaration.
  public var at: [(generator: Int, value: Fraction)]
  public var printed: Scalar
  public var derived: Scalar
}
