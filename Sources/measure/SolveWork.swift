import ExactAlgebra

/// How often and how long one round of one item is repeated.
struct Effort: Hashable, Sendable {
  var rounds: Int
  var repetitions: Int
  /// Seconds of one program on one item in one round, but at least one repetition.
  var budget: Double
  /// Seconds after which a peer is stopped.
  var limit: Double

  static let full = Effort(rounds: 3, repetitions: 40, budget: 1, limit: 60)
  static let short = Effort(rounds: 1, repetitions: 2, budget: 0.1, limit: 10)
}

/// W1, W2 and, on families, W4: systems solved, and solutions put back.
struct SolveWork {
  var effort: Effort
  /// Peers with their methods for this work.
  var peers: [(peer: InstalledPeer, method: String)]
  /// Ours; a test puts a stand-in here.
  var solve: (LinearSystem) -> LinearSolution = { $0.solve() }
  var progress: (String) -> Void = { _ in }

  /// A system, and where its two steps are recorded.
  struct Item {
    var system: NamedSystem
    var solving: Record.Place
    var checking: Record.Place
  }

  /// All rounds: in each every item in turn, ours first and then the peers, so that a drift of the
  /// machine's speed meets all alike.
  func run(_ items: [Item], into ledger: inout Ledger) {
    for round in 0..<effort.rounds {
      var exhausted: Set<Record.Program> = []
      for item in items {
        progress("\(item.solving.work.rawValue) \(item.system.name)")
        guard let solution = runOurs(item, into: &ledger) else { continue }
        for (peer, method) in peers {
          let program = peer.peer.program(method)
          let old = ledger.record(item.solving, program)
          // Where it failed once it is not tried again, nor on what is larger of the same family.
          if old?.problem != nil || exhausted.contains(program) {
            if item.solving.work == .w4 { exhausted.insert(program) }
            continue
          }
          progress("\(item.solving.work.rawValue) \(item.system.name), \(program.title)")
          runPeer(peer, program, on: item, solution, isFirst: round == 0, into: &ledger)
          if item.solving.work == .w4, ledger.record(item.solving, program)?.problem != nil {
            exhausted.insert(program)
          }
        }
      }
    }
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

  /// One round of a peer, whose answer is compared with the right one in the first.
  private func runPeer(
    _ peer: InstalledPeer, _ program: Record.Program, on item: Item, _ solution: [Fraction],
    isFirst: Bool, into ledger: inout Ledger
  ) {
    var solving = Record(place: item.solving, program: program, version: peer.version)
    var checking = solving
    checking.place = item.checking
    // What puts back is ours in every case.
    checking.program.isShipped = false
    do throws(InstalledPeer.Problem) {
      let answer = try peer.measure(
        program.method, on: item.system.peerText, effort: effort, wantsAnswer: isFirst)
      solving.seconds = answer.solve ?? []
      checking.seconds = answer.check ?? []
      var fault = answer.holds == true ? nil : "residuals do not vanish"
      if isFirst, fault == nil {
        fault = Self.fault(of: answer.answer ?? [], in: item.system, against: solution)
      }
      if let fault {
        solving.problem = "wrong: \(fault)"
        ledger.addFault(item.solving, program, fault)
      }
    } catch {
      solving.problem = error.text
    }
    checking.problem = solving.problem
    ledger.add(solving)
    ledger.add(checking)
  }

  private static func fault(
    of texts: [[String]], in system: NamedSystem, against solution: [Fraction]
  ) -> String? {
    let reader = PolynomialReader(symbols: system.symbols)
    var pairs: [(Polynomial, Polynomial)] = []
    for text in texts {
      guard text.count == 2, let top = reader.polynomial(text[0]),
        let bottom = reader.polynomial(text[1])
      else { return "its answer is not understood" }
      pairs.append((top, bottom))
    }
    return AnswerCheck.fault(of: pairs, against: solution)
  }
}
