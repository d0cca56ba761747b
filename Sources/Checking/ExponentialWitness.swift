import ExactAlgebra
import SymbolicAlgebra

/// A counterexample where a quantity occurs both by itself and in an exponent, so that no rational point
/// gives the exponentials rational values.
///
/// At rational values of all symbols the exponentials are powers of one e^{1/d}, which is transcendental
/// (Hermite, 1873). Rational functions of it with rational coefficients have equal values there only if
/// they are the same function. So both values are exact, as functions of e^{1/d}, and so is the test.
struct ExponentialWitness {
  private let comparison: Comparison
  private let field: Field
  private let completion: Completion?
  private static let tries = 400

  init(_ comparison: Comparison, _ field: Field, _ completion: Completion?) {
    self.comparison = comparison
    self.field = field
    self.completion = completion
  }

  /// The first point, by height, at which an entry's sides differ.
  func find(at entry: Int) -> ExactWitness? {
    let (printed, derived) = (comparison.printed[entry], comparison.derived[entry])
    var all = Set(field.closure(of: printed.variables + derived.variables))
    if let completion, !all.isDisjoint(with: completion.completed) {
      all.subtract(completion.completed)
      all.formUnion(field.closure(of: completion.parameters))
    }
    let exponentials = all.filter(isExponential).sorted()
    guard !exponentials.isEmpty else { return nil }
    let arguments = exponentials.flatMap(field.argumentVariables)
    let rest = Set(
      field.closure(of: Array(all.subtracting(exponentials)) + arguments)
    ).sorted()
    guard !rest.contains(where: isExponential) else { return nil }
    let points = SamplePoints(field, covering: rest, limit: 10 * Self.tries)
    guard !points.isEntangled else { return nil }
    let shown = Set(printed.variables + derived.variables + arguments)
    var left = Self.tries
    for point in points {
      left -= 1
      if left < 0 { break }
      guard let (values, local) = withExponentials(exponentials, point) else { continue }
      for full in completion?.complete(values) ?? [values] {
        guard let a = printed.substituting(full).flatMap(local.canonical),
          let b = derived.substituting(full).flatMap(local.canonical), !local.isZero(a - b)
        else { continue }
        let at = full.filter { shown.contains($0.key) && !isExponential($0.key) }
        return ExactWitness(
          entry: entry, at: at.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, printed: a,
          derived: b, field: local)
      }
    }
    return nil
  }

  private func isExponential(_ index: Int) -> Bool {
    if case .exponential = field.generators[index].kind { return true }
    return false
  }

  /// The point with every e^{m/2} as a power of one e^{1/d}.
  private func withExponentials(
    _ exponentials: [Int], _ point: SamplePoints.Point
  ) -> (SamplePoints.Point, Field)? {
    var halves: [(index: Int, exponent: Rational)] = []
    for index in exponentials {
      guard case .exponential(let exponent) = field.generators[index].kind,
        let value = exponent.substituting(point)?.constantValue
      else { return nil }
      halves.append((index, value * Rational(1, 2)))
    }
    // A common denominator, small enough to be read.
    guard
      let d = (1...24).first(where: { d in
        halves.allSatisfy { ($0.exponent * Rational(d)).isInteger }
      })
    else { return nil }
    var local = field
    let base = local.addFree(d == 1 ? "e" : "e^{1/\(d)}", domain: .positive)
    var values = point
    for (index, exponent) in halves {
      guard let power = (exponent * Rational(d)).numerator.asInt, abs(power) <= 400 else {
        return nil
      }
      values[index] = Fraction.variable(base).power(power)
    }
    return (values, local)
  }
}
