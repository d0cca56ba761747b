import ExactAlgebra
import SymbolicAlgebra

/// A counterexample where no rational point was found at which all roots are rational: √(a² − b²) beside
/// √(a² + b²), say.
///
/// At rational values of all symbols a few square roots of small integers may stay irrational. Where no
/// product of them is rational, sums of their products with rational coefficients vanish only if every
/// coefficient does (Besicovitch 1940): both values are exact, and so is the test.
struct IrrationalWitness {
  let comparison: Comparison
  let field: Field
  let completion: Completion?
  private static let tries = 2000
  /// As many as the field looks at together when it writes one root by others.
  private static let mostRoots = 3
  /// Radicands are less than this, so that the field finds every square in their products.
  private static let bound = 1000

  /// The first point, by height, at which an entry's sides differ.
  func find(at entry: Int) -> ExactWitness? {
    let (printed, derived) = (comparison.printed[entry], comparison.derived[entry])
    let all = Set(field.closure(of: printed.variables + derived.variables))
    if let completion,
      !all.isDisjoint(with: completion.completed) || !all.isDisjoint(with: completion.listed)
    {
      return nil
    }
    let roots = all.sorted().filter { index in
      if case .root = field.generators[index].kind { return true }
      return false
    }
    guard !roots.isEmpty else { return nil }
    let points = SamplePoints(
      field, covering: all.subtracting(roots).sorted(), limit: Self.tries)
    guard !points.isEntangled else { return nil }
    for point in points {
      guard let (values, local) = extended(point, roots),
        let a = printed.substituting(values).flatMap(local.canonical),
        let b = derived.substituting(values).flatMap(local.canonical), !local.isZero(a - b)
      else { continue }
      let at = point.filter { all.contains($0.key) }
      return ExactWitness(
        entry: entry, at: at.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, printed: a,
        derived: b, field: local)
    }
    return nil
  }

  /// The point with every root, and a field of the irrational ones alone; `nil` if one is not real, is of
  /// a large number, or if there are too many.
  private func extended(
    _ point: SamplePoints.Point, _ roots: [Int]
  ) -> (SamplePoints.Point, Field)? {
    var values = point
    var local = Field()
    for index in roots {
      guard case .root(let radicand) = field.generators[index].kind,
        let square = Fraction(radicand).substituting(values)?.constantValue, square >= 0
      else { return nil }
      if let value = square.squareRoot() {
        values[index] = Fraction(value)
        continue
      }
      guard square.numerator * square.denominator < Integer(Self.bound),
        let value = try? local.squareRoot(Fraction(square)),
        local.generators.count <= Self.mostRoots
      else { return nil }
      values[index] = value
    }
    return (values, local)
  }
}
