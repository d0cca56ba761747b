import Foundation

/// Whole runs of the program: start, all work, end.
struct ProcessWork {
  var repetitions: Int
  /// The path of `rederive`.
  var program: String
  var progress: (String) -> Void = { _ in }

  /// What all repetitions of a process needed.
  struct Result: Encodable, Hashable, Sendable {
    var name: String
    var wall: Timing
    var user: Timing
    /// Bytes; the largest of all repetitions.
    var peakMemory: Int
  }

  func run(_ items: [Plan.ProcessItem], into ledger: inout Ledger) -> [Result] {
    items.compactMap { item in
      let place = Record.Place(work: .paper, subject: "whole processes", item: item.name)
      var outcomes: [Subprocess.Outcome] = []
      for _ in 0..<repetitions {
        progress("paper \(item.name)")
        guard let outcome = Subprocess(command: [program] + item.arguments, limit: 600).run() else {
          ledger.addFault(place, .ours, "cannot be started: \(program)")
          return nil
        }
        guard outcome.status == item.status else {
          let status = outcome.status.map { "status \($0)" } ?? "a signal"
          ledger.addFault(
            place, .ours, "ended with \(status), not \(item.status): \(outcome.lastWords)")
          return nil
        }
        if let first = outcomes.first, first.output != outcome.output {
          ledger.addFault(place, .ours, "two runs say different things")
          return nil
        }
        outcomes.append(outcome)
      }
      guard let wall = Timing(outcomes.map(\.seconds)),
        let user = Timing(outcomes.map(\.userSeconds))
      else { return nil }
      return Result(
        name: item.name, wall: wall, user: user,
        peakMemory: outcomes.map(\.peakMemory).max() ?? 0)
    }
  }
}
