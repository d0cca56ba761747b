import Checking
import ExactAlgebra
import OpenSystems
import SymbolicAlgebra

/// The lowest order of quantities in the occupations, where those are related as the restrictions that fix
/// temperatures and chemical potentials imply.
///
/// For small occupations n = e^{−x} with x = (ω − μ)/T: whole-number relations between the exponents x
/// make monomials of the occupations equal. What a line says under its restrictions holds wherever its
/// relations do, as exponentials of independent exponents are algebraically independent; so two lines
/// can be compared where the relations of both do. Equal occupations are exactly equal; other relations
/// hold to lowest order only, and where they make that vanish nothing is said.
struct DiluteLimit {
  enum Result {
    case equal
    /// With the order up to which both are compared.
    case different(Witness, order: Int)
    case unknown(String)
  }

  /// Occupations that are equal to others.
  private var equal: [Int: Fraction] = [:]
  /// Occupations as monomials of others, all of degree 1, to lowest order.
  private var related: [Int: Fraction] = [:]
  private let occupations: Set<Int>

  /// Compares what two lines say of one quantity, for bosons and for fermions.
  ///
  /// - Parameters:
  ///   - own: for each line its restrictions on temperatures and chemical potentials.
  ///   - hasLeadingSign: the lowest order cannot cancel, as in a population; elsewhere only orders up to
  ///     the first are compared, as later ones depend on the statistics where the first cancels.
  static func compare(
    _ left: Scalar, _ right: Scalar, _ own: [[Scoped]], hasLeadingSign: Bool,
    _ place: inout Place
  ) throws(EvaluationError) -> Result {
    let context = place.context
    let used = Set(context.field.closure(of: left.variables + right.variables))
    let occupations = used.intersection(context.reservoirs.occupations)
    guard context.reservoirs.generators.intersection(used) == occupations else {
      return .unknown("rates of their own occur")
    }
    guard !context.isThermal(used) else { return .unknown("temperatures occur") }
    guard used.isDisjoint(with: context.kinematics?.generators ?? []) else {
      return .unknown("it depends on elements of the state")
    }
    guard used.isDisjoint(with: place.undeclared) else {
      return .unknown("an undeclared symbol occurs")
    }
    guard
      used.allSatisfy({
        Set(context.field.argumentVariables(of: $0)).isDisjoint(with: occupations)
      })
    else { return .unknown("a root of occupations occurs") }
    guard let limit = DiluteLimit(occupations.sorted(), own, context) else {
      return .unknown("the limit of small occupations is outside what is assumed")
    }
    let (a, b) = (try limit.lowest(left, context.field), try limit.lowest(right, context.field))
    guard let order = [a?.order, b?.order].compactMap({ $0 }).min() else { return .equal }
    guard hasLeadingSign || order <= 1 else {
      return .unknown("the first order in the occupations vanishes")
    }
    let first = a.flatMap { $0.order == order ? $0.coefficient : nil } ?? .zero
    let second = b.flatMap { $0.order == order ? $0.coefficient : nil } ?? .zero
    switch Comparison(printed: [first], derived: [second]).decide(in: context.field) {
    case .equal: return .equal
    case .undecided(let reason): return .unknown(reason)
    case .different(let witness): return .different(limit.witness(witness, context), order: order)
    }
  }

  /// `nil` where small occupations are not reached by scaling all of them alike.
  private init?(_ occupations: [Int], _ own: [[Scoped]], _ context: Context) {
    self.occupations = Set(occupations)
    var relations: [[Rational]] = []
    for restrictions in own {
      var context = context
      for restriction in restrictions {
        guard (try? context.impose(restriction)) != nil else { return nil }
      }
      guard let exponents = context.exponents(of: occupations),
        exponents.joined().allSatisfy({ !$0.monomial.variables.isEmpty })
      else { return nil }
      relations += ExponentRelations.relations(between: exponents)
    }
    for (pivot, row) in ExponentRelations.solved(relations) {
      // n_pivot = Π n^{−r}, scaled by ε as every n is.
      guard row.allSatisfy(\.isInteger), row.reduce(Rational(0), +) == 0 else { return nil }
      var value = Fraction(1)
      for (index, exponent) in row.enumerated() where index != pivot && !exponent.isZero {
        guard let power = (-exponent).numerator.asInt, abs(power) <= 20 else { return nil }
        value = value * Fraction.variable(occupations[index]).power(power)
      }
      let isEqual = value.denominator.isOne && value.numerator.totalDegree == 1
      if isEqual { equal[occupations[pivot]] = value } else { related[occupations[pivot]] = value }
    }
  }

  /// The lowest order in the occupations with its coefficient; `nil` for zero.
  private func lowest(
    _ value: Scalar, _ field: Field
  ) throws(EvaluationError) -> (order: Int, coefficient: Scalar)? {
    guard let reduced = value.substituting(equal).flatMap(field.canonical) else {
      throw .divisionByZero
    }
    let parts = [try lowest(reduced.real, field), try lowest(reduced.imaginary, field)]
    guard let order = parts.compactMap({ $0?.order }).min() else { return nil }
    let leading = parts.map { part in
      part.flatMap { $0.order == order ? $0.coefficient : nil } ?? Fraction(0)
    }
    return (order, Scalar(leading[0], leading[1]))
  }

  private func lowest(
    _ value: Fraction, _ field: Field
  ) throws(EvaluationError) -> (order: Int, coefficient: Fraction)? {
    guard let top = lowest(value.numerator), let bottom = lowest(value.denominator) else {
      return nil
    }
    // Relations hold to lowest order: what they make vanish is of an order that is not known.
    let ends = [top.part, bottom.part].compactMap {
      Fraction($0).substituting(related).flatMap(field.canonical)
    }
    guard ends.count == 2, !ends.contains(where: \.isZero) else {
      throw .unsupported("the lowest order in the occupations vanishes")
    }
    return (top.order - bottom.order, ends[0] / ends[1])
  }

  /// The terms of lowest degree in the occupations.
  private func lowest(_ polynomial: Polynomial) -> (order: Int, part: Polynomial)? {
    let terms = polynomial.terms.map { term in
      (
        degree: term.exponents.reduce(0) {
          $0 + (occupations.contains($1.variable) ? $1.exponent : 0)
        }, term: term
      )
    }
    guard let order = terms.map(\.degree).min() else { return nil }
    let lowest = terms.filter { $0.degree == order }.map { _, term in
      (
        exponents: Dictionary(
          term.exponents.map { ($0.variable, $0.exponent) }, uniquingKeysWith: +),
        coefficient: term.coefficient
      )
    }
    return (order, Polynomial(terms: lowest))
  }

  /// The values found, and those of the occupations that they imply.
  private func witness(_ witness: ExactWitness, _ context: Context) -> Witness {
    var at = witness.at.map { ($0.generator, $0.value) }
    let point = Dictionary(at, uniquingKeysWith: { first, _ in first })
    for (index, value) in equal.merging(related, uniquingKeysWith: { first, _ in first }) {
      if let value = value.substituting(point), value.variables.isEmpty {
        at.append((index, value))
      }
    }
    return context.witness(
      at.sorted { $0.0 < $1.0 }, printed: witness.printed, derived: witness.derived)
  }
}
