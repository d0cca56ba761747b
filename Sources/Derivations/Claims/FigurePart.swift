import ExactAlgebra

/// The points of a figure that a claim is made of.
struct FigurePart {
  private let plan: FigurePlan
  /// The places of each input that count, ascending.
  private let chosen: [[Int]]

  init(_ plan: FigurePlan, _ claim: ClaimDeclaration) {
    self.plan = plan
    var chosen = plan.grid.map { Array($0.indices) }
    if let curves = claim.curves, let input = plan.input(of: curves.subject) {
      let values = curves.values.map(\.value.doubleValue)
      chosen[input] = chosen[input].filter { values.contains(plan.grid[input][$0]) }
    }
    self.chosen = chosen
  }

  /// Places in the columns, ascending.
  var points: [Int] {
    var result = [0]
    for (input, places) in chosen.enumerated() {
      let count = plan.grid[input].count
      result = result.flatMap { before in places.map { before * count + $0 } }
    }
    return result
  }

  /// The places along one input, for every combination of the others.
  func lines(along axis: Int, range: (from: Rational, to: Rational)?) -> [[Int]] {
    var inside = chosen[axis]
    if let range {
      let (from, to) = (range.from.doubleValue, range.to.doubleValue)
      inside = inside.filter { plan.grid[axis][$0] >= from && plan.grid[axis][$0] <= to }
    }
    guard !inside.isEmpty else { return [] }
    let stride = plan.grid[(axis + 1)...].reduce(1) { $0 * $1.count }
    var starts = [0]
    for (input, places) in chosen.enumerated() {
      let count = plan.grid[input].count
      let here = input == axis ? [0] : places
      starts = starts.flatMap { before in here.map { before * count + $0 } }
    }
    return starts.map { start in inside.map { start + $0 * stride } }
  }

  /// The point of the grid next to a place; `nil` if the figure is not drawn over what is named.
  func nearest(to place: [Assignment]) -> Int? {
    var indices = chosen.map { $0.first ?? 0 }
    for assignment in place {
      guard let input = plan.input(of: assignment.subject) else { return nil }
      let value = assignment.value.doubleValue
      guard
        let best = chosen[input].min(by: {
          abs(plan.grid[input][$0] - value) < abs(plan.grid[input][$1] - value)
        })
      else { return nil }
      indices[input] = best
    }
    return zip(indices, plan.grid).reduce(0) { $0 * $1.1.count + $1.0 }
  }
}
