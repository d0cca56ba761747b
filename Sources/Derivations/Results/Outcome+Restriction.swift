extension Outcome {
  /// The same of some equations only, by their printed numbers, with what these do to figures and claims.
  public func restricted(to equations: [String]) -> Outcome {
    var result = self
    let kept = lines.indices.filter { equations.contains(lines[$0].equation) }
    result.lines = kept.map { lines[$0] }
    result.findings.removeAll { Set($0.equations).isDisjoint(with: equations) }
    let wanted = consequences.filter { $0.lines.contains(where: kept.contains) }
    let turned = Set(wanted.flatMap { $0.turns.map(\.claim) }).sorted()
    result.claims = turned.map { claims[$0] }
    result.conflicts = conflicts.compactMap { conflict in
      guard let first = turned.firstIndex(of: conflict.first),
        let second = turned.firstIndex(of: conflict.second)
      else { return nil }
      var conflict = conflict
      (conflict.first, conflict.second) = (first, second)
      return conflict
    }
    result.consequences = wanted.map { consequence in
      var consequence = consequence
      consequence.lines = consequence.lines.compactMap { kept.firstIndex(of: $0) }
      consequence.turns = consequence.turns.compactMap { turn in
        turned.firstIndex(of: turn.claim).map {
          Consequence.Turn(claim: $0, right: turn.right, wrong: turn.wrong)
        }
      }
      return consequence
    }
    return result
  }
}
