import Checking
import OpenSystems
import SymbolicAlgebra

/// Holds the printed lines against each other: only notation and what a meaning says by itself is used,
/// never what the model makes of it.
struct ConsistencyChecker {
  let derivation: Derivation
  let readings: [Reading]
  var contradictions = Contradictions()
  /// What is said of each line.
  var remarks: [Remarks]
  private var places: [Conditions: Place?] = [:]
  private var inForce: [Conditions] = []

  /// What holds at a place: numbers of restrictions, and a statistics where the file leaves it open.
  struct Conditions: Hashable {
    var restrictions: [Int]
    var statistics: Statistics?
  }

  /// - Throws: ``FileError`` if the restrictions in force at some line cannot be used.
  init(_ derivation: Derivation) throws(FileError) {
    self.derivation = derivation
    readings = derivation.readings()
    remarks = Array(repeating: Remarks(), count: derivation.lines.count)
    for line in derivation.lines {
      let here = derivation.restrictions.indices.filter {
        let restriction = derivation.restrictions[$0]
        return restriction.position <= line.position
          && line.section.starts(with: restriction.section)
      }
      let conditions = Conditions(restrictions: here)
      inForce.append(conditions)
      if places[conditions] == nil { places[conditions] = .some(Place(try context(conditions))) }
    }
  }

  var lines: [PrintedLine] { derivation.lines }

  private func context(_ conditions: Conditions) throws(FileError) -> Context {
    try Context(
      derivation.base, restrictions: conditions.restrictions.map { derivation.restrictions[$0] },
      statistics: conditions.statistics)
  }

  // MARK: Places

  /// What holds at a line.
  func conditions(_ line: Int) -> Conditions { inForce[line] }

  /// What holds where both lines do.
  func conditions(_ first: Int, _ second: Int) -> Conditions {
    Conditions(
      restrictions: Set(inForce[first].restrictions + inForce[second].restrictions).sorted())
  }

  /// Runs under conditions and keeps what was computed; `nil` where they contradict each other.
  mutating func at<Result>(
    _ conditions: Conditions, _ body: (inout Place) -> Result
  ) -> Result? {
    let known = places[conditions]
    guard var place = known ?? (try? context(conditions)).map({ Place($0) }) else {
      places[conditions] = .some(nil)
      return nil
    }
    let result = body(&place)
    places[conditions] = .some(place)
    return result
  }

  /// The restrictions as written, each once, without assumptions.
  func texts(_ conditions: Conditions) -> [String] {
    var result: [String] = []
    for index in conditions.restrictions where !derivation.restrictions[index].isAssumption {
      let text = derivation.restrictions[index].phrase.text
      if !result.contains(text) { result.append(text) }
    }
    return result
  }

  /// Decides under conditions; where they leave the statistics open and rates occur, both kinds must
  /// agree or both must differ.
  mutating func decide(
    _ conditions: Conditions, anyState isOfEigenbasis: Bool? = nil,
    _ sides: (inout Place) throws(EvaluationError) -> (left: [Scalar], right: [Scalar])
  ) -> Place.Agreement {
    let open = decideOnce(conditions, isOfEigenbasis, sides)
    guard case .different = open.agreement, open.leavesStatisticsOpen else {
      return open.agreement
    }
    var results: [Place.Agreement] = []
    for statistics in Statistics.allCases {
      var conditions = conditions
      conditions.statistics = statistics
      results.append(decideOnce(conditions, isOfEigenbasis, sides).agreement)
    }
    if let first = results.first, results.allSatisfy(\.isDifferent) || results.allSatisfy(\.isEqual)
    {
      return first
    }
    return .unknown("it depends on the statistics")
  }

  private mutating func decideOnce(
    _ conditions: Conditions, _ isOfEigenbasis: Bool?,
    _ sides: (inout Place) throws(EvaluationError) -> (left: [Scalar], right: [Scalar])
  ) -> (agreement: Place.Agreement, leavesStatisticsOpen: Bool) {
    let hasOpenBaths = derivation.base.model.baths.contains { $0.statistics == nil }
    let result = at(conditions) { place -> (Place.Agreement, Bool) in
      do throws(EvaluationError) {
        let (left, right) = try sides(&place)
        let used = Set(place.context.field.closure(of: (left + right).flatMap(\.variables)))
        let isOpen =
          hasOpenBaths && place.context.statistics == nil
          && !place.context.reservoirs.generators.isDisjoint(with: used)
        let state = isOfEigenbasis.flatMap { place.context.kinematics?.state(isEigen: $0) }
        return (place.agreement(left, right, anyState: state), isOpen)
      } catch {
        return (.unknown(error.message), false)
      }
    }
    return result ?? (.unknown("their restrictions cannot hold together"), false)
  }

  func equation(_ line: Int) -> String { "(\(lines[line].equation))" }
}
