import ExactAlgebra

/// The points of a figure that a claim is made of.
struct FigurePart {
  private let plan: FigurePlan
  /// The places of each input that count, by ascending value.
  private let chosen: [[Int]]
  /// Places in the columns.
  let points: [Int]

  init(_ plan: FigurePlan, _ claim: ClaimDeclaration) {
    self.plan = plan
    var chosen = plan.grid.map { values in values.indices.sorted { values[$0] < values[$1] } }
    if let curves = claim.curves, let input = plan.input(of: curves.subject) {
      let values = curves.values.map(\.value.doubleValue)
      chosen[input] = chosen[input].filter { values.contains(plan.grid[input][$0]) }
    }
    self.chosen = chosen
    points = Self.combinations(chosen, plan.grid)
  }

  /// The places along one input, by its ascending value, for every combination of the others.
  func lines(along axis: Int, range: (from: Rational, to: Rational)?) -> [[Int]] {
    var inside = chosen[axis]
    if let (from, to) = ends(of: range, along: axis), range != nil {
      // An end that the grid hits to rounding is inside.
      let slack = 1e-9 * (to - from)
      inside = inside.filter {
        plan.grid[axis][$0] >= from - slack && plan.grid[axis][$0] <= to + slack
      }
    }
    guard !inside.isEmpty else { return [] }
    let stride = plan.grid[(axis + 1)...].reduce(1) { $0 * $1.count }
    var here = chosen
    here[axis] = [0]
    return combinations(here).map { start in inside.map { start + $0 * stride } }
  }

  /// The range that a claim about an input is made on.
  func ends(
    of range: (from: Rational, to: Rational)?, along axis: Int
  ) -> (from: Double, to: Double)? {
    if let range { return (range.from.doubleValue, range.to.doubleValue) }
    guard let first = chosen[axis].first, let last = chosen[axis].last else { return nil }
    return (plan.grid[axis][first], plan.grid[axis][last])
  }

  /// The points with common values of the inputs that a place does not name, and the place among them.
  struct Group {
    var coordinates: [Double]
    /// In the columns, if the grid has the place.
    var place: Int?
    var points: [Int]
  }

  /// One group for every combination of the other inputs; `nil` if the figure is not drawn over what is
  /// named.
  func groups(at place: [Assignment]) -> [Group]? {
    var named: [Int: Double] = [:]
    for assignment in place {
      guard let input = plan.input(of: assignment.subject) else { return nil }
      named[input] = assignment.value.doubleValue
    }
    var fixed = chosen
    for input in named.keys { fixed[input] = [0] }
    var own: [Int: Int] = [:]
    for (input, value) in named {
      let span = (plan.grid[input].max() ?? 0) - (plan.grid[input].min() ?? 0)
      own[input] = chosen[input].first { abs(plan.grid[input][$0] - value) <= 1e-12 * span }
    }
    return combinations(fixed).map { start in
      var coordinates = plan.coordinates(start)
      let here = indices(start)
      var part = here.map { [$0] }
      var exact: Int? = own.count == named.count ? 0 : nil
      for input in plan.grid.indices {
        if let value = named[input] {
          coordinates[input] = value
          part[input] = chosen[input]
        }
        exact = exact.map { $0 * plan.grid[input].count + (own[input] ?? here[input]) }
      }
      let isWhole = named.count == plan.grid.count
      return Group(
        coordinates: coordinates, place: exact, points: isWhole ? points : combinations(part))
    }
  }

  private func combinations(_ places: [[Int]]) -> [Int] { Self.combinations(places, plan.grid) }

  /// The places in the columns with one of some places of each input, the last input fastest.
  private static func combinations(_ places: [[Int]], _ grid: [[Double]]) -> [Int] {
    var result = [0]
    for (places, values) in zip(places, grid) {
      var next: [Int] = []
      next.reserveCapacity(result.count * places.count)
      for before in result {
        let start = before * values.count
        for place in places { next.append(start + place) }
      }
      result = next
    }
    return result
  }

  /// A place in the columns as a place of each input.
  private func indices(_ place: Int) -> [Int] {
    var rest = place
    return plan.grid.reversed().map { values in
      defer { rest /= values.count }
      return rest % values.count
    }.reversed()
  }
}
