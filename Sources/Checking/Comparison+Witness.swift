import ExactAlgebra
import SymbolicAlgebra

extension Comparison {
  /// The exact zero test, and where it fails the witness of least height over all entries that differ.
  ///
  /// - Parameters:
  ///   - field: where the generators, their relations and domains are.
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
    // Elsewhere points may choose signs of roots that these do not have.
    let free = telling.filter {
      field.areRadicandsFree(
        among: printed[$0].variables + derived[$0].variables,
        completed: Set(completion?.completed ?? []), by: completion?.parameters ?? [])
    }
    var search = WitnessSearch(self, field, completion, tries: tries)
    for entry in free { search.look(at: entry) }
    for entry in free where search.best == nil { search.lookAnywhere(at: entry) }
    if let witness = search.best { return .different(witness) }
    let irrational = IrrationalWitness(
      comparison: self, field: field, completion: completion)
    for entry in free {
      if let witness = irrational.find(at: entry) { return .different(witness) }
    }
    let transcendental = TranscendentalWitness(
      comparison: self, field: field, completion: completion)
    for entry in free {
      if let witness = transcendental.find(at: entry) { return .different(witness) }
    }
    return .undecided(free.count < telling.count ? Self.signsAreOpen : search.reason)
  }

  private static var signsAreOpen: String {
    "the sign of what is under a root depends on functions whose values are bounded or tied together"
  }
}
