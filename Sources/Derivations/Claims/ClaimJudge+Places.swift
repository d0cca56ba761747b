/// Where a quantity is largest, and its sign.
extension ClaimJudge {
  func finding(
    _ kind: Claim.Extremum, _ groups: [FigurePart.Group], _ output: Int
  ) -> ClaimFinding {
    let values = columns[output]
    let noise = rounding[output]
    let sign: Double = kind == .maximum ? 1 : -1
    let count = groups.reduce(0) { $0 + $1.points.count }
    var worst: (size: Double, spots: [ClaimFinding.Spot]) = (noise, [])
    var shown: [ClaimFinding.Spot] = []
    for group in groups {
      guard let any = group.points.first else { continue }
      var (peak, least) = (any, any)
      var (top, bottom) = (sign * values[any], sign * values[any])
      for place in group.points {
        let value = sign * values[place]
        if value > top { (peak, top) = (place, value) }
        if value < bottom { (least, bottom) = (place, value) }
      }
      let own =
        group.place.map { spot($0, output) }
        ?? .init(
          coordinates: group.coordinates,
          value: plan.values(at: group.coordinates)[output])
      guard own.value.isFinite else {
        return ClaimFinding(
          verdict: .undecided, reason: "the formulas give no number there", points: count)
      }
      if max(abs(values[peak] - values[least]), abs(own.value - values[least])) <= noise {
        return ClaimFinding(
          verdict: .fails, reason: "it is constant", witness: [own, spot(least, output)],
          points: count)
      }
      // Of several places that are equal to rounding, the one next to the middle.
      var (best, distance) = (peak, Double.infinity)
      for place in group.points where sign * (values[peak] - values[place]) <= noise {
        let own = plan.distanceFromMiddle(place)
        if own < distance { (best, distance) = (place, own) }
      }
      let loss = sign * (values[best] - own.value)
      if loss > worst.size { worst = (loss, [own, spot(best, output)]) }
      if shown.isEmpty { shown = [own, spot(least, output)] }
    }
    guard worst.spots.isEmpty else {
      return ClaimFinding(
        verdict: .fails,
        reason: kind == .maximum ? "it is larger elsewhere" : "it is smaller elsewhere",
        witness: worst.spots, points: count, evidence: .steps([kind == .maximum]))
    }
    return ClaimFinding(verdict: .holds, witness: shown, points: count)
  }

  func zero(_ points: [Int], _ output: Int) -> ClaimFinding {
    guard let bad = points.first(where: { abs(columns[output][$0]) > rounding[output] }) else {
      return ClaimFinding(verdict: .holds, points: points.count)
    }
    return ClaimFinding(
      verdict: .fails, reason: "not here", witness: [spot(bad, output)], points: points.count,
      evidence: .nonzero)
  }

  /// What is small beside the rest of the figure may be positive all the same: its bounds say so.
  func positive(_ points: [Int], _ output: Int) -> ClaimFinding {
    let values = columns[output]
    func fails(_ place: Int, _ evidence: ClaimFinding.Evidence) -> ClaimFinding {
      ClaimFinding(
        verdict: .fails, reason: "not here", witness: [spot(place, output)], points: points.count,
        evidence: evidence)
    }
    if let bad = points.first(where: { values[$0] < -rounding[output] }) {
      return fails(bad, .notPositive)
    }
    for place in points where values[place] <= rounding[output] {
      let bounds = plan.enclosure(at: plan.coordinates(place), output: output)
      if let bounds, bounds.lower > 0 { continue }
      if let bounds, bounds.upper <= 0 { return fails(place, .notPositive) }
      return ClaimFinding(
        verdict: .undecided, reason: "it is zero to rounding here",
        witness: [spot(place, output)], points: points.count)
    }
    return ClaimFinding(verdict: .holds, points: points.count)
  }
}
