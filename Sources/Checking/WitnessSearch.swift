import ExactAlgebra
import SymbolicAlgebra

/// Looks for the point of least height at which two formulas differ.
struct WitnessSearch {
  private(set) var best: ExactWitness?
  private(set) var reason = "no exact point of the domain was found at which the two sides differ"

  private let comparison: Comparison
  private let field: Field
  private let completion: Completion?
  private let tries: Int
  /// The height of the best.
  private var height: PointHeight?

  init(_ comparison: Comparison, _ field: Field, _ completion: Completion?, tries: Int) {
    self.comparison = comparison
    self.field = field
    self.completion = completion
    self.tries = tries
  }

  /// Points by height, for as long as one may be better than the best so far.
  mutating func look(at entry: Int) {
    guard let (sampling, all, coordinates) = sampling(entry) else { return }
    var points = all
    // Where all that was chosen counts, no point's height is less than that of the choice.
    let isBounded = points.chosen.allSatisfy { $0.contains(where: coordinates.contains) }
    var left = tries
    while left > 0, let point = points.next() {
      if isBounded, let height, points.height >= height { return }
      let values = sampling.extensions(of: point) { isBetter($0, coordinates) }
      // What is rejected before anything is solved costs little.
      if !values.isEmpty || (height != nil && !isBounded) { left -= 1 }
      for values in values where isBetter(values, coordinates) {
        if let witness = witness(entry, sampling, values) {
          best = witness
          height = field.height(of: coordinates, at: values)
        }
      }
    }
  }

  /// Points in general position, where those of small height tell nothing.
  mutating func lookAnywhere(at entry: Int) {
    guard let (sampling, points, _) = sampling(entry, scattered: true) else { return }
    for point in points {
      for values in sampling.extensions(of: point) where best == nil {
        best = witness(entry, sampling, values)
      }
      if best != nil { return }
    }
  }

  /// How an entry is sampled, its points, and which generators count; `nil` if it has no exact points.
  private mutating func sampling(
    _ entry: Int, scattered: Bool = false
  ) -> (Sampling, SamplePoints, [Int])? {
    let printed = Set(comparison.printed[entry].variables)
    let sampling = Sampling(
      comparison.printed[entry].variables + comparison.derived[entry].variables, completion, field)
    let points = SamplePoints(
      field, covering: sampling.needed, limit: scattered ? tries : 10 * tries,
      scattered: scattered)
    if points.isEntangled || sampling.isEntangled {
      reason =
        "a quantity occurs both by itself and in an exponent or angle, so that no rational "
        + "point tells both sides apart"
      return nil
    }
    let coordinates = field.generators.indices.filter {
      sampling.isCoordinate($0, isPrinted: printed.contains($0))
    }
    return (sampling, points, coordinates)
  }

  private func isBetter(_ point: SamplePoints.Point, _ coordinates: [Int]) -> Bool {
    guard let height else { return true }
    return field.height(of: coordinates, at: point) < height
  }

  private func witness(
    _ entry: Int, _ sampling: Sampling, _ values: SamplePoints.Point
  ) -> ExactWitness? {
    let (printed, derived) = (comparison.printed[entry], comparison.derived[entry])
    guard let left = printed.substituting(values).flatMap(field.canonical),
      let right = derived.substituting(values).flatMap(field.canonical),
      !field.isZero(left - right)
    else { return nil }
    let own = Set(printed.variables)
    let shown = values.filter { index, _ in
      sampling.isShown(index, isPrinted: own.contains(index))
    }
    return ExactWitness(
      entry: entry, at: shown.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
      printed: left, derived: right)
  }
}
