import ExactAlgebra
import SymbolicAlgebra

/// The paper's own linear abbreviations, put back into a derived formula where that makes it shorter.
struct Abbreviations {
  private let field: Field
  /// Names with values that are linear in some generators, nearest definition first.
  private let candidates: [Candidate]

  struct Candidate {
    var name: String
    var value: Fraction
    /// A printed definition may be solved by dividing by an angle's sine or cosine; a `let` may not.
    var isPrinted: Bool
    /// Where it stands in the document: definitions of one display belong together.
    var position: Int
    /// Its number among the file's declarations.
    var declaration: Int
  }

  init(field: Field, candidates: [Candidate]) {
    self.field = field
    self.candidates = candidates
  }

  /// The LaTeX of a scalar, in the shortest of the forms tried.
  func latex(_ value: Scalar) -> String {
    var best = (field: field, value: value)
    var tried: [Replacement] = []
    for set in sets(for: value) {
      guard let replacement = solve(set, for: value), !tried.contains(replacement) else { continue }
      tried.append(replacement)
      guard let next = apply(replacement, to: value, below: Self.size(best.value)) else { continue }
      if Self.size(next.value) < Self.size(best.value) { best = next }
    }
    return best.field.latex(best.value)
  }

  static func size(_ value: Scalar) -> Int {
    [value.real, value.imaginary].reduce(0) {
      $0 + $1.numerator.termCount + $1.denominator.termCount
    }
  }

  /// Sets of those that say something about the value's generators, to be tried one after the other.
  private func sets(for value: Scalar) -> [[Candidate]] {
    let occurring = Set(value.variables)
    let relevant = candidates.filter { candidate in
      let own = candidate.value.variables
      return own.count >= 2 && candidate.value.denominator.isConstant
        && isLinear(candidate.value.numerator) && !occurring.isDisjoint(with: own)
    }
    if relevant.isEmpty { return [] }
    // Displays by themselves, printed definitions together, `let`s together, and each alone.
    let printed = relevant.filter(\.isPrinted)
    var displays: [Int] = []
    for candidate in printed where !displays.contains(candidate.position) {
      displays.append(candidate.position)
    }
    return displays.map { display in printed.filter { $0.position == display } }
      + [printed, relevant.filter { !$0.isPrinted }] + relevant.map { [$0] }
  }

  /// Of degree one in the generators without a relation, whatever the angles' functions do.
  private func isLinear(_ polynomial: Polynomial) -> Bool {
    polynomial.terms.allSatisfy { term in
      term.exponents.reduce(0) { $0 + (field.isPolar($1.variable) ? 0 : $1.exponent) } <= 1
    }
  }

  /// Generators as functions of abbreviations.
  private struct Replacement: Equatable {
    /// The abbreviations, which follow the field's own generators in this order.
    var names: [String]
    var solved: [Int: Fraction]
  }

  /// Solves the abbreviations for as many generators as they can; `nil` if they give none.
  private func solve(_ set: [Candidate], for value: Scalar) -> Replacement? {
    var field = field
    var solved: [Int: Fraction] = [:]
    var made = Set<Int>()
    let angular = Set(field.generators.indices.filter { field.isPolar($0) })
    for candidate in set {
      guard var reduced = candidate.value.substituting(solved) else { continue }
      reduced = field.canonical(reduced) ?? reduced
      let pivot = reduced.variables.first { index in
        !made.contains(index) && !angular.contains(index)
          && reduced.numerator.degree(in: index) == 1
          && reduced.denominator.degree(in: index) == 0
          && isOccupied(index, in: value)
          && (candidate.isPrinted || reduced.numerator.coefficients(in: index)[1].isConstant)
      }
      guard let pivot else { continue }
      let symbol = field.addFree(candidate.name, domain: .real)
      made.insert(symbol)
      let parts = reduced.numerator.coefficients(in: pivot)
      let right =
        (Fraction.variable(symbol) * Fraction(reduced.denominator) - Fraction(parts[0]))
        * Fraction(parts[1]).inverse
      for (known, old) in solved {
        guard let new = old.substituting([pivot: right]).flatMap(field.canonical) else {
          return nil
        }
        solved[known] = new
      }
      solved[pivot] = field.canonical(right) ?? right
    }
    if solved.isEmpty { return nil }
    return Replacement(
      names: field.generators.dropFirst(self.field.generators.count).map(\.latex), solved: solved)
  }

  /// - Parameter most: nothing of this size or more is wanted; it need not be brought to normal form.
  private func apply(
    _ replacement: Replacement, to value: Scalar, below most: Int
  ) -> (field: Field, value: Scalar)? {
    var field = field
    for name in replacement.names { _ = field.addFree(name, domain: .real) }
    if let value = field.canonical(value), replacement.solved.values.allSatisfy(isPolynomial) {
      // The abbreviations are polynomials in the generators that they replace, and free of relations.
      return (field, value.changingVariables(replacement.solved))
    }
    // The new values are linear over the functions of angles and roots, and so is what they stand for: parts
    // that were coprime have no other common factor than such functions.
    let polynomials = [value.real, value.imaginary].flatMap { [$0.numerator, $0.denominator] }
    let parts = polynomials.map { $0.parts(substituting: replacement.solved) }
    guard !parts[1].numerator.isZero, !parts[3].numerator.isZero,
      parts.reduce(0, { $0 + leastSize($1.numerator, field) }) < most
    else { return nil }
    let fractions = parts.map { Fraction($0.numerator, $0.denominator) }
    guard
      let normal = field.canonical(
        Scalar(fractions[0] / fractions[1], fractions[2] / fractions[3]))
    else { return nil }
    return (field, normal)
  }

  /// A polynomial over the rationals in generators without a relation.
  private func isPolynomial(_ value: Fraction) -> Bool {
    value.denominator.isConstant
      && value.variables.allSatisfy { $0 >= field.generators.count || !field.isPolar($0) }
  }

  /// How many terms are left whatever cancels: the normal form divides by functions of angles and roots alone.
  private func leastSize(_ polynomial: Polynomial, _ field: Field) -> Int {
    field.canonical(Fraction(polynomial))?.numerator.monomialCount { index in
      field.isPolar(index)
    } ?? 0
  }

  private func isOccupied(_ index: Int, in value: Scalar) -> Bool {
    value.real.numerator.degree(in: index) > 0 || value.real.denominator.degree(in: index) > 0
      || value.imaginary.numerator.degree(in: index) > 0
      || value.imaginary.denominator.degree(in: index) > 0
  }
}

extension Field {
  /// Whether the generator takes part in a relation: an angle's function or a root.
  func isPolar(_ index: Int) -> Bool {
    switch generators[index].kind {
    case .free, .constant, .exponential: false
    case .cosine, .sine, .halfCosine, .halfSine, .root: true
    }
  }
}
