/// How a quantity moves along lines of the grid.
extension ClaimJudge {
  func finding(_ course: Claim.Course, _ lines: [[Int]], _ output: Int) -> ClaimFinding {
    let points = lines.reduce(0) { $0 + $1.count }
    let shortest = lines.map(\.count).min() ?? 0
    guard shortest >= course.fewestPoints else {
      return ClaimFinding(
        verdict: .undecided, reason: "too few points: \(shortest)", points: points)
    }
    var finding: ClaimFinding
    switch course {
    case .rises, .falls: finding = monotonic(lines, output, rising: course == .rises)
    case .fallsThenRises, .risesThenFalls:
      finding = turning(lines, output, valley: course == .fallsThenRises)
    case .saturates: finding = saturating(lines, output)
    }
    finding.points = points
    return finding
  }

  private func fails(
    _ reason: String, _ places: [Int], _ output: Int, _ evidence: ClaimFinding.Evidence = .none
  ) -> ClaimFinding {
    ClaimFinding(
      verdict: .fails, reason: reason, witness: places.map { spot($0, output) },
      evidence: evidence)
  }

  private func holds(_ places: [Int], _ output: Int) -> ClaimFinding {
    ClaimFinding(verdict: .holds, witness: places.map { spot($0, output) })
  }

  private func ends(_ lines: [[Int]]) -> [Int] {
    lines.first.map { [$0[0], $0[$0.count - 1]] } ?? []
  }

  private func monotonic(_ lines: [[Int]], _ output: Int, rising: Bool) -> ClaimFinding {
    let (values, noise) = (columns[output], rounding[output])
    let sign: Double = rising ? 1 : -1
    var worst: (size: Double, pair: [Int]) = (noise, [])
    var best: (size: Double, pair: [Int]) = (noise, [])
    for line in lines {
      guard let first = line.first, let last = line.last else { continue }
      var top = first
      for place in line {
        if sign * values[place] > sign * values[top] { top = place }
        let loss = sign * (values[top] - values[place])
        if loss > worst.size { worst = (loss, [top, place]) }
      }
      let gain = sign * (values[last] - values[first])
      if gain > best.size { best = (gain, [first, last]) }
    }
    if !worst.pair.isEmpty {
      return fails(rising ? "it falls" : "it rises", worst.pair, output, .steps([!rising]))
    }
    if best.pair.isEmpty { return fails("it is constant", ends(lines), output) }
    return holds(best.pair, output)
  }

  private func turning(_ lines: [[Int]], _ output: Int, valley: Bool) -> ClaimFinding {
    let (values, noise) = (columns[output], rounding[output])
    let sign: Double = valley ? 1 : -1
    let (first, second) = valley ? ("fall", "rise") : ("rise", "fall")
    /// One step the wrong way and back: no valley (no hill) has it.
    func turned(_ reason: String, _ a: Int, _ b: Int, _ c: Int) -> ClaimFinding {
      fails(reason, [a, b, c], output, .steps([valley, !valley]))
    }
    for line in lines {
      guard let start = line.first, let end = line.last,
        let turn = line.min(by: { sign * values[$0] < sign * values[$1] })
      else { continue }
      if sign * (values[start] - values[turn]) <= noise {
        let top = line.max { sign * values[$0] < sign * values[$1] } ?? end
        let reason = "it does not \(first) first"
        let isHill =
          sign * (values[top] - values[start]) > noise && sign * (values[top] - values[end]) > noise
        return isHill
          ? turned(reason, start, top, end) : fails(reason, [start, top], output)
      }
      if sign * (values[end] - values[turn]) <= noise {
        return fails("it does not \(second) in the end", [turn, end], output)
      }
      var top = turn
      var low = start
      for place in line {
        if place <= turn {
          if sign * values[place] < sign * values[low] { low = place }
          if sign * (values[place] - values[low]) > noise {
            return turned("it turns more than once", low, place, turn)
          }
        } else {
          if sign * values[place] > sign * values[top] { top = place }
          if sign * (values[top] - values[place]) > noise {
            return turned("it turns more than once", turn, top, place)
          }
        }
      }
    }
    return holds(ends(lines), output)
  }

  private func saturating(_ lines: [[Int]], _ output: Int) -> ClaimFinding {
    let values = columns[output]
    func spread(_ places: ArraySlice<Int>) -> (size: Double, pair: [Int]) {
      guard let low = places.min(by: { values[$0] < values[$1] }),
        let high = places.max(by: { values[$0] < values[$1] })
      else { return (0, []) }
      return (values[high] - values[low], [min(low, high), max(low, high)])
    }
    func last(_ line: [Int]) -> ArraySlice<Int> { line[(line.count * 9 / 10)...] }
    for line in lines {
      let whole = spread(line[...]).size
      if whole <= rounding[output] {
        return fails("it is constant", [line[0], line[line.count - 1]], output)
      }
      let late = spread(last(line))
      if late.size > 0.01 * whole {
        return fails(
          "over the last tenth of the range it still changes by more than 1 % of the whole",
          late.pair, output)
      }
    }
    let late = lines.first.map { Array(last($0)) } ?? []
    return holds([late.first, late.last].compactMap { $0 }, output)
  }
}

extension Claim.Course {
  /// Below this, points of a line say nothing of the course.
  fileprivate var fewestPoints: Int {
    switch self {
    case .rises, .falls: 2
    case .fallsThenRises, .risesThenFalls: 3
    case .saturates: 20
    }
  }
}
