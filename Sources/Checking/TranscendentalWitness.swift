import ExactAlgebra
import SymbolicAlgebra

/// A counterexample where a quantity occurs both by itself and in an exponent or angle, so that no
/// rational point gives exponentials, cosines and sines rational values.
///
/// At rational values of all symbols the exponentials are powers of one e^{1/d}, and the cosines and sines
/// those of multiples of one angle 1/d. By Lindemann and Weierstrass (1885) e^{1/d} and e^{i/d} are
/// algebraically independent. So two rational functions of them with rational coefficients have equal
/// values only if they are the same function: both values are exact, and so is the test.
struct TranscendentalWitness {
  let comparison: Comparison
  let field: Field
  let completion: Completion?
  private static let tries = 400
  private static let highestPower = 64

  /// The first point, by height, at which an entry's sides differ.
  func find(at entry: Int) -> ExactWitness? {
    let (printed, derived) = (comparison.printed[entry], comparison.derived[entry])
    var all = Set(field.closure(of: printed.variables + derived.variables))
    if let completion, !all.isDisjoint(with: completion.completed) {
      all.subtract(completion.completed)
      all.formUnion(field.closure(of: completion.parameters))
    }
    let functions = implied(&all)
    guard !functions.isEmpty else { return nil }
    let points = SamplePoints(
      field, covering: all.subtracting(functions).sorted(), limit: 10 * Self.tries)
    guard !points.isEntangled else { return nil }
    let shown = Set(printed.variables + derived.variables)
      .union(functions.flatMap(field.argumentVariables)).subtracting(functions)
    var left = Self.tries
    for point in points {
      left -= 1
      if left < 0 { break }
      guard let (values, local) = extended(point, functions) else { continue }
      for full in completion?.complete(values) ?? [values] {
        guard let a = printed.substituting(full).flatMap(local.canonical),
          let b = derived.substituting(full).flatMap(local.canonical), !local.isZero(a - b)
        else { continue }
        let at = full.filter { shown.contains($0.key) }
        return ExactWitness(
          entry: entry, at: at.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, printed: a,
          derived: b, field: local)
      }
    }
    return nil
  }

  /// Exponentials, and cosines and sines of what occurs by itself too: what the other values imply. What
  /// they are functions of joins the set.
  private func implied(_ all: inout Set<Int>) -> Set<Int> {
    var functions = Set<Int>()
    while true {
      let known = all
      let next = all.filter { index in
        switch field.generators[index].kind {
        case .exponential: true
        case .cosine, .sine, .halfCosine, .halfSine:
          !known.isDisjoint(with: field.argumentVariables(of: index))
        case .free, .constant, .root: false
        }
      }
      all.formUnion(field.closure(of: next.flatMap(field.argumentVariables)))
      if next == functions, all == known { return functions }
      functions = next
    }
  }

  /// The point with every implied function, as powers of e^{1/d} and functions of the angle 1/d.
  private func extended(
    _ point: SamplePoints.Point, _ functions: Set<Int>
  ) -> (SamplePoints.Point, Field)? {
    var arguments: [(index: Int, value: Rational)] = []
    for index in functions.sorted() {
      guard let value = field.argument(of: index)?.substituting(point)?.constantValue else {
        return nil
      }
      arguments.append((index, value))
    }
    // A common denominator, small enough to be read.
    let d = (1...24).first { d in
      arguments.allSatisfy { ($0.value * Rational(d)).isInteger }
    }
    guard let d else { return nil }
    var local = field
    let unit = d == 1 ? "1" : "\\frac{1}{\(d)}"
    // The generator of an exponential is its square root.
    let base = local.exponential(of: Fraction(Rational(2, Integer(d))))
    let angle = local.declareAngle(
      symbol: local.addFree(unit, domain: .positive), latex: unit, upper: true)
    let turn = Scalar(.variable(angle.cosine), .variable(angle.sine))
    var values = point
    for (index, value) in arguments {
      guard let power = (value * Rational(d)).numerator.asInt, abs(power) <= Self.highestPower
      else {
        return nil
      }
      let phase = (power < 0 ? turn.conjugate : turn).power(abs(power))
      switch field.generators[index].kind {
      case .exponential: values[index] = Fraction.variable(base).power(power)
      case .cosine, .halfCosine: values[index] = local.canonical(phase.real)
      case .sine, .halfSine: values[index] = local.canonical(phase.imaginary)
      case .free, .constant, .root: return nil
      }
    }
    return (values, local)
  }
}
