import ExactAlgebra

/// How often and how long one round of one item is repeated.
struct Effort: Hashable, Sendable {
  var rounds: Int
  var repetitions: Int
  /// Seconds of one program on one item in one round, at least one repetition.
  var budget: Double
  /// Seconds after which a peer is stopped.
  var limit: Double

  static let full = Effort(rounds: 3, repetitions: 40, budget: 1, limit: 60)
  static let short = Effort(rounds: 1, repetitions: 2, budget: 0.1, limit: 10)
}

/// W1, W2 and, on families, W4: systems solved, and solutions put back.
struct SolveWork {
  var effort: Effort
  /// Ours; a test puts a stand-in here.
  var solve: (LinearSystem) -> LinearSolution = { $0.solve() }

  /// Where the two steps of a system are recorded.
  struct Item {
    var system: NamedSystem
    var solving: Record.Place
    var checking: Record.Place
  }

  /// One round of ours on one system; the solution if it is right.
  func runOurs(_ item: Item, into ledger: inout Ledger) -> [Fraction]? {
    let system = item.system.system
    let solving = repeated(effort.repetitions, within: effort.budget) { solve(system) }
    guard case .unique(let values) = solving.result else {
      ledger.addFault(item.solving, .ours, "no unique solution: \(solving.result)")
      return nil
    }
    if let fault = AnswerCheck.fault(of: values, in: item.system) {
      ledger.addFault(item.solving, .ours, fault)
      return nil
    }
    let checking = repeated(effort.repetitions, within: effort.budget) {
      system.isSolved(by: values)
    }
    guard checking.result else {
      ledger.addFault(item.checking, .ours, "a right solution is refused")
      return nil
    }
    ledger.add(Record(place: item.solving, program: .ours, seconds: solving.seconds))
    ledger.add(Record(place: item.checking, program: .ours, seconds: checking.seconds))
    return values
  }
}
