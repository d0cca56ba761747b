import ExactAlgebra
import SymbolicAlgebra

extension Comparison {
  /// The exact zero test, and where it fails the witness of least height over all entries that differ.
  ///
  /// - Parameters:
  ///   - completion: extends a point to the generators that depend on it, such as the elements of a state.
  ///   - tries: how many points are looked at, for each entry.
  public func decide(
    in field: Field, completion: Completion? = nil, tries: Int = 400
  ) -> Finding {
    let differences = zip(printed, derived).map { $0 - $1 }
    let differing = differences.indices.filter { !field.isZero(differences[$0]) }
    guard let first = differing.first else { return .equal }
    if let reason = undeclaredReason(differences[first], field) { return .undecided(reason) }
    let telling = differing.filter {
      $0 == first || undeclaredReason(differences[$0], field) == nil
    }
    var search = WitnessSearch(self, field, completion, tries: tries)
    for entry in telling { search.look(at: entry) }
    for entry in telling where search.best == nil { search.lookAnywhere(at: entry) }
    guard let witness = search.best else { return .undecided(search.reason) }
    return .different(witness)
  }
}

/// Looks for the point of least height at which two formulas differ.
private struct WitnessSearch {
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
    guard let (sampling, coordinates) = sampling(entry) else { return }
    var points = SamplePoints(field, covering: sampling.needed, limit: 10 * tries)
    // Without coordinates that a reader does not see, a point's height is that of what was chosen or more.
    let isBounded = points.chosen.allSatisfy(coordinates.contains)
    var left = tries
    while left > 0, let point = points.next() {
      if let height {
        if isBounded, points.height >= height { return }
        left -= 1
      }
      let values = sampling.extensions(of: point) { isBetter($0, coordinates) }
      if height == nil, !values.isEmpty { left -= 1 }
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
    guard best == nil, let (sampling, _) = sampling(entry) else { return }
    for point in SamplePoints(field, covering: sampling.needed, limit: tries, scattered: true) {
      for values in sampling.extensions(of: point) where best == nil {
        best = witness(entry, sampling, values)
      }
      if best != nil { return }
    }
  }

  /// How an entry is sampled, and which generators count; `nil` if it has no exact points.
  private mutating func sampling(_ entry: Int) -> (Sampling, [Int])? {
    let printed = Set(comparison.printed[entry].variables)
    let sampling = Sampling(
      comparison.printed[entry].variables + comparison.derived[entry].variables, completion, field)
    let points = SamplePoints(field, covering: sampling.needed, limit: 0)
    if points.isEntangled || sampling.isEntangled {
      reason =
        "a quantity occurs both by itself and in an exponent or angle, so that no rational "
        + "point tells both sides apart"
      return nil
    }
    let coordinates = field.generators.indices.filter {
      sampling.isCoordinate($0, isPrinted: printed.contains($0))
    }
    return (sampling, coordinates)
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
