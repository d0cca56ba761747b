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
  /// What that proof asks for, in words and `$…$`.
  var zeroWhere: [String] = []
  /// The largest error that rounding can have made in each column, as far as it can be bounded.
  let rounding: [Double]

  /// What a column is like as a whole.
  private struct Extent {
    /// The largest absolute value of those that are finite.
    var largest = 0.0
    var isFinite = true

    init(_ column: [Double]) {
      for value in column {
        let size = abs(value)
        // No comparison holds for NaN.
        if size < .infinity { if size > largest { largest = size } } else { isFinite = false }
      }
    }
  }

  private let extents: [Extent]

  /// - Parameter all: the columns of the plan's program.
  init(_ plan: FigurePlan, _ all: [[Double]]) {
    self.plan = plan
    let columns = plan.columns(of: all)
    self.columns = columns
    let extents = columns.map { Extent($0) }
    self.extents = extents
    let samples = FigurePlan.samples(of: plan.grid)
    rounding = columns.indices.map { number in
      let largest = extents[number].largest
      let widths = samples.compactMap {
        plan.enclosure(at: $0, output: number).map { $0.upper - $0.lower }
      }
      // A change below this is none: by the bound on rounding, or a part in 10⁹ of the whole. A bound
      // that is itself a sizeable part of the whole says nothing of single values.
      let bound = 4 * (widths.max() ?? 1e-12)
      return largest <= bound
        ? bound : max(min(bound, 1e-6 * largest), 1e-9 * largest)
    }
  }

  /// The claim under one reading; `nil` if the reading is not among the plan's.
  ///
  /// - Parameters:
  ///   - isWeighed: whether it is asked what the verdict rests on.
  ///   - known: what the claim is made of, where it is known.
  func judgement(
    _ claim: ClaimDeclaration, _ reading: StateReading, named name: String,
    isWeighed: Bool = true, part known: FigurePart? = nil
  ) -> Claim.Judgement? {
    guard let output = plan.output(reading) else { return nil }
    let part = known ?? FigurePart(plan, claim)
    let finding: ClaimFinding
    if reading == .derived, isProvedZero {
      finding = ofZero(claim, part)
    } else if case let missing = missing(part, output), !missing.isEmpty {
      finding = ClaimFinding(
        verdict: .undecided,
        reason: "the formulas give no number at \(missing.count) of its points, first at "
          + zip(plan.symbols, plan.coordinates(missing[0])).map { "$\($0) = \($1)$" }
          .joined(separator: ", "),
        points: part.points.count)
    } else if isZero(output: output), extents[output].largest > 0 {
      finding = ClaimFinding(
        verdict: .undecided,
        reason: "its values are zero to rounding, which is no proof that they are",
        points: part.points.count)
    } else {
      switch claim.predicate {
      case .course(let course, let subject, let range):
        guard let axis = plan.input(of: subject) else { return nil }
        finding = self.finding(course, part.lines(along: axis, range: range), output)
      case .extremum(let kind, let place):
        guard let groups = part.groups(at: place) else { return nil }
        finding = self.finding(kind, groups, output)
      case .sign(.zero): finding = zero(part.points, output)
      case .sign(.positive): finding = positive(part.points, output)
      }
    }
    return Claim.Judgement(
      reading: name, verdict: finding.verdict,
      basis: isWeighed ? basis(of: finding, claim, part, output) : .points,
      points: finding.points,
      witness: finding.witness.map { point($0.coordinates, $0.value, output) },
      reason: finding.reason)
  }

  /// The points at which the formulas give no number.
  private func missing(_ part: FigurePart, _ output: Int) -> [Int] {
    if extents[output].isFinite { return [] }
    return part.points.filter { !columns[output][$0].isFinite }
  }

  /// Every claim about a quantity that is zero everywhere.
  private func ofZero(_ claim: ClaimDeclaration, _ part: FigurePart) -> ClaimFinding {
    var holds = false
    if case .sign(.zero) = claim.predicate { holds = true }
    let ends = [part.points.first, part.points.last].compactMap { $0 }
    return ClaimFinding(
      verdict: holds ? .holds : .fails,
      reason: "it is identically zero"
        + (zeroWhere.isEmpty ? "" : " where " + zeroWhere.joined(separator: ", ")),
      witness: holds ? [] : ends.map { .init(coordinates: plan.coordinates($0), value: 0) },
      points: part.points.count, evidence: .proof)
  }

  // MARK: How sure it is

  /// A failure that separate enclosures show, or a course that an enclosure of the derivative shows, does
  /// not rest on floating point.
  private func basis(
    of finding: ClaimFinding, _ claim: ClaimDeclaration, _ part: FigurePart, _ output: Int
  ) -> Claim.Basis {
    if case .proof = finding.evidence { return .proof }
    switch finding.verdict {
    case .undecided: return .points
    case .fails: return shows(finding, output) ? .enclosure : .points
    case .holds:
      guard case .course(let course, let subject, let range) = claim.predicate,
        course == .rises || course == .falls, let axis = plan.input(of: subject)
      else { return .points }
      let isShown = plan.isMonotonic(
        along: axis, lines: part.lines(along: axis, range: range),
        ends: part.ends(of: range, along: axis), rising: course == .rises, output: output)
      return isShown ? .enclosure : .points
    }
  }

  private func shows(_ finding: ClaimFinding, _ output: Int) -> Bool {
    var bounds: [Interval] = []
    if case .none = finding.evidence { return false }
    for spot in finding.witness {
      guard let bound = plan.enclosure(at: spot.coordinates, output: output) else { return false }
      bounds.append(bound)
    }
    switch finding.evidence {
    case .none, .proof: return false
    case .steps(let rising):
      return bounds.count == rising.count + 1
        && rising.enumerated().allSatisfy { number, isRise in
          let (a, b) = (bounds[number], bounds[number + 1])
          return isRise ? a.upper < b.lower : b.upper < a.lower
        }
    case .nonzero: return bounds.count == 1 && !bounds[0].contains(0)
    case .notPositive: return bounds.count == 1 && bounds[0].upper <= 0
    }
  }

  // MARK: Places

  /// A place of the grid with its value.
  func spot(_ place: Int, _ output: Int) -> ClaimFinding.Spot {
    .init(coordinates: plan.coordinates(place), value: columns[output][place])
  }

  func point(_ place: Int, _ output: Int) -> Claim.Point {
    point(plan.coordinates(place), columns[output][place], output)
  }

  private func point(_ coordinates: [Double], _ value: Double, _ output: Int) -> Claim.Point {
    Claim.Point(
      at: zip(plan.symbols, coordinates).map {
        Claim.Point.Coordinate(symbol: $0, value: $1)
      }, value: withoutRounding(value, output))
  }

  /// Whether the quantity is zero to rounding at every point.
  func isZero(_ reading: StateReading) -> Bool {
    plan.output(reading).map { isZero(output: $0) } ?? false
  }

  /// Whether an output has a number at every point.
  func isFinite(_ output: Int) -> Bool { extents[output].isFinite }

  private func isZero(output: Int) -> Bool {
    extents[output].isFinite && extents[output].largest <= rounding[output]
  }

  /// A value of a column to nine digits, zero where it is zero to rounding: what is reported is the same
  /// on every machine.
  func value(_ place: Int, _ output: Int) -> Double {
    withoutRounding(columns[output][place], output)
  }

  private func withoutRounding(_ value: Double, _ output: Int) -> Double {
    guard abs(value) > rounding[output], value.isFinite else { return 0 }
    return Double(String(format: "%.9g", value)) ?? value
  }
}
