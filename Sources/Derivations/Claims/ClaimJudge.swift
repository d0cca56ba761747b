import ExactAlgebra
import Foundation
import NumericEvaluation

/// Judges claims about one figure under each reading of the formulas.
struct ClaimJudge {
  let plan: FigurePlan
  /// For each of the plan's outputs, the last input fastest.
  let columns: [[Double]]
  /// Whether the quantity is proved to be zero everywhere, by the model.
  var isProvedZero = false
  /// The largest error that rounding can have made in each column, as far as it can be bounded.
  let rounding: [Double]

  init(_ plan: FigurePlan) {
    self.plan = plan
    let columns = plan.columns()
    self.columns = columns
    rounding = columns.indices.map { number in
      let largest = columns[number].reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
      let widths = FigurePlan.samples(of: plan.grid).compactMap {
        plan.enclosure(at: $0, output: number).map { $0.upper - $0.lower }
      }
      // A change below this is none: by the bound on rounding, or a part in 10⁹ of the whole.
      return max(4 * (widths.max() ?? 1e-12), 1e-9 * largest)
    }
  }

  /// The claim under one reading; `nil` if the reading is not among the plan's.
  ///
  /// - Parameter isWeighed: whether it is asked what the verdict rests on.
  func judgement(
    _ claim: ClaimDeclaration, _ reading: StateReading, named name: String,
    isWeighed: Bool = true
  ) -> Claim.Judgement? {
    guard let output = plan.output(reading) else { return nil }
    let part = FigurePart(plan, claim)
    if columns[output].contains(where: { !$0.isFinite }) {
      return Claim.Judgement(
        reading: name, verdict: .undecided, basis: .points, points: columns[output].count,
        witness: [], reason: "the formulas give no number at some points")
    }
    let finding: Finding
    if reading == .derived, isProvedZero {
      finding = ofZero(claim, part)
    } else {
      switch claim.predicate {
      case .course(let course, let subject, let range):
        guard let axis = plan.input(of: subject) else { return nil }
        let lines = part.lines(along: axis, range: range)
        finding = self.finding(course, lines, output)
      case .extremum(let kind, let place):
        guard let found = self.finding(kind, place, part, output) else { return nil }
        finding = found
      case .sign(let sign): finding = self.finding(sign, part.points, output)
      }
    }
    return Claim.Judgement(
      reading: name, verdict: finding.holds ? .holds : .fails,
      basis: finding.isProved
        ? .proof : isWeighed ? basis(of: finding, claim, part, output) : .points,
      points: finding.points, witness: finding.witness.map { point($0, output) },
      reason: finding.reason)
  }

  // MARK: What was found

  struct Finding {
    var holds: Bool
    var reason: String
    /// Places in the grid.
    var witness: [Int] = []
    var points = 0
    var isProved = false
    /// What a failure rests on: the first witness has the larger value.
    var isDrop = false
  }

  /// Every claim about a quantity that is zero everywhere.
  private func ofZero(_ claim: ClaimDeclaration, _ part: FigurePart) -> Finding {
    var holds = false
    if case .sign(.zero) = claim.predicate { holds = true }
    let ends = [part.points.first, part.points.last].compactMap { $0 }
    return Finding(
      holds: holds, reason: "it is identically zero", witness: holds ? [] : ends,
      points: part.points.count, isProved: true)
  }

  private func finding(_ course: Claim.Course, _ lines: [[Int]], _ output: Int) -> Finding {
    let values = columns[output]
    let noise = rounding[output]
    let points = lines.reduce(0) { $0 + $1.count }
    switch course {
    case .rises, .falls:
      let sign: Double = course == .rises ? 1 : -1
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
        return Finding(
          holds: false, reason: course == .rises ? "it falls" : "it rises", witness: worst.pair,
          points: points, isDrop: true)
      }
      if best.pair.isEmpty {
        return Finding(
          holds: false, reason: "it is constant", witness: ends(lines), points: points)
      }
      return Finding(holds: true, reason: "", witness: best.pair, points: points)
    case .fallsThenRises, .risesThenFalls:
      let sign: Double = course == .fallsThenRises ? 1 : -1
      let (first, second) = course == .fallsThenRises ? ("fall", "rise") : ("rise", "fall")
      for line in lines {
        guard let start = line.first, let end = line.last,
          let turn = line.min(by: { sign * values[$0] < sign * values[$1] })
        else { continue }
        func turned(_ reason: String, _ pair: [Int]) -> Finding {
          Finding(holds: false, reason: reason, witness: pair, points: points, isDrop: true)
        }
        if sign * (values[start] - values[turn]) <= noise {
          let top = line.max { sign * values[$0] < sign * values[$1] } ?? end
          return turned("it does not \(first) first", [start, top])
        }
        if sign * (values[end] - values[turn]) <= noise {
          return turned("it does not \(second) in the end", [turn, end])
        }
        var top = turn
        var low = start
        for place in line {
          if place <= turn {
            if sign * values[place] < sign * values[low] { low = place }
            if sign * (values[place] - values[low]) > noise {
              return turned("it turns more than once", [low, place])
            }
          } else {
            if sign * values[place] > sign * values[top] { top = place }
            if sign * (values[top] - values[place]) > noise {
              return turned("it turns more than once", [top, place])
            }
          }
        }
      }
      return Finding(holds: true, reason: "", witness: ends(lines), points: points)
    case .saturates:
      for line in lines {
        guard let start = line.first, let end = line.last else { continue }
        let late = line[line.count * 9 / 10]
        let range = line.map { values[$0] }
        let whole = (range.max() ?? 0) - (range.min() ?? 0)
        if whole <= noise {
          return Finding(
            holds: false, reason: "it is constant", witness: [start, end], points: points)
        }
        if abs(values[end] - values[late]) > 0.01 * whole {
          return Finding(
            holds: false,
            reason:
              "over the last tenth of the range it still changes by more than 1 % of the whole",
            witness: [late, end], points: points, isDrop: true)
        }
      }
      let late = lines.first.map { [$0[$0.count * 9 / 10], $0[$0.count - 1]] } ?? []
      return Finding(holds: true, reason: "", witness: late, points: points)
    }
  }

  private func finding(
    _ kind: Claim.Extremum, _ place: [Assignment], _ part: FigurePart, _ output: Int
  ) -> Finding? {
    let values = columns[output]
    let sign: Double = kind == .maximum ? 1 : -1
    guard let own = part.nearest(to: place), let any = part.points.first else { return nil }
    let peak = part.points.reduce(any) { sign * values[$1] > sign * values[$0] ? $1 : $0 }
    // Of several places that are equal to rounding, the one next to the middle.
    let best =
      part.points.filter { sign * (values[peak] - values[$0]) <= rounding[output] }
      .min { plan.distanceFromMiddle($0) < plan.distanceFromMiddle($1) } ?? peak
    let least = part.points.reduce(any) { sign * values[$1] < sign * values[$0] ? $1 : $0 }
    let count = part.points.count
    if abs(values[best] - values[least]) <= rounding[output] {
      return Finding(
        holds: false, reason: "it is constant", witness: [best, least], points: count)
    }
    if sign * (values[best] - values[own]) > rounding[output] {
      return Finding(
        holds: false,
        reason: kind == .maximum ? "it is larger elsewhere" : "it is smaller elsewhere",
        witness: [own, best], points: count, isDrop: true)
    }
    return Finding(holds: true, reason: "", witness: [own, least], points: count)
  }

  private func finding(_ sign: Claim.Sign, _ points: [Int], _ output: Int) -> Finding {
    let values = columns[output]
    let bad = points.first { place in
      sign == .zero
        ? abs(values[place]) > rounding[output] : values[place] <= rounding[output]
    }
    return Finding(
      holds: bad == nil, reason: bad == nil ? "" : "not here",
      witness: bad.map { [$0] } ?? [], points: points.count)
  }

  private func ends(_ lines: [[Int]]) -> [Int] {
    lines.first.map { [$0[0], $0[$0.count - 1]] } ?? []
  }

  // MARK: How sure it is

  /// A failure that two separate enclosures show, or a course that an enclosure of the derivative shows,
  /// does not rest on floating point.
  private func basis(
    of finding: Finding, _ claim: ClaimDeclaration, _ part: FigurePart, _ output: Int
  ) -> Claim.Basis {
    if finding.isDrop, finding.witness.count == 2 {
      let bounds = finding.witness.compactMap {
        plan.enclosure(at: plan.coordinates($0), output: output)
      }
      if bounds.count == 2, bounds[0].upper < bounds[1].lower || bounds[1].upper < bounds[0].lower {
        return .enclosure
      }
    }
    if finding.holds, case .course(let course, let subject, let range) = claim.predicate,
      course == .rises || course == .falls, let axis = plan.input(of: subject),
      plan.isMonotonic(
        along: axis, lines: part.lines(along: axis, range: range), rising: course == .rises,
        output: output)
    {
      return .enclosure
    }
    return .points
  }

  func point(_ place: Int, _ output: Int) -> Claim.Point {
    Claim.Point(
      at: zip(plan.symbols, plan.coordinates(place)).map {
        Claim.Point.Coordinate(symbol: $0, value: $1)
      }, value: value(place, output))
  }

  /// Whether the quantity is zero to rounding at every point.
  func isZero(_ reading: StateReading) -> Bool {
    guard let output = plan.output(reading) else { return false }
    return columns[output].allSatisfy { abs($0) <= rounding[output] }
  }

  /// A value of a column to nine digits, zero where it is zero to rounding: what is reported is the same
  /// on every machine.
  func value(_ place: Int, _ output: Int) -> Double {
    let value = columns[output][place]
    guard abs(value) > rounding[output], value.isFinite else { return 0 }
    return Double(String(format: "%.9g", value)) ?? value
  }
}
