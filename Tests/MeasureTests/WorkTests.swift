import Derivations
import ExactAlgebra
import Foundation
import Testing

@testable import measure

/// Little work, so that tests are quick.
private let effort = Effort(rounds: 2, repetitions: 2, budget: 0.01, limit: 20)

/// A peer that is a line of shell.
private func shell(_ line: String) -> InstalledPeer {
  InstalledPeer(
    peer: Peer(name: "Shell", source: ""), command: ["/bin/sh", "-c", line, "sh"], version: "1")
}

@Suite struct SolveWorkTests {
  private let item = SolveWork.Item(
    system: Chain.line.system(2), solving: .init(work: .w1, subject: "solve", item: "two"),
    checking: .init(work: .w2, subject: "put back", item: "two"))

  private func ledger(
    _ peers: [InstalledPeer] = [],
    solve: @escaping (LinearSystem) -> LinearSolution = { $0.solve() }
  ) -> Ledger {
    var ledger = Ledger()
    SolveWork(effort: effort, peers: peers.map { ($0, "m") }, solve: solve)
      .run([item], into: &ledger)
    return ledger
  }

  @Test func roundsAddUp() {
    let ledger = ledger()
    #expect(ledger.faults.isEmpty)
    #expect(ledger.records.map(\.place) == [item.solving, item.checking])
    #expect(ledger.records.allSatisfy { (2...4).contains($0.seconds.count) && $0.problem == nil })
  }

  @Test func aWrongSolutionIsAFaultAndHasNoTime() {
    let wrong = ledger { system in
      guard case .unique(var values) = system.solve() else { return .inconsistent }
      values.swapAt(0, 1)
      return .unique(values)
    }
    #expect(
      wrong.faults.first == "w1 two, Rederive: equation 0 does not hold at a random point")
    #expect(wrong.records.isEmpty)
    let none = ledger { _ in .inconsistent }
    #expect(none.faults.first == "w1 two, Rederive: no unique solution: inconsistent")
  }

  // p = (x₁, x₀)/(x₀ + x₁), as in `SystemTests.smallestLine`.
  @Test func aPeerThatIsRight() throws {
    let times = #"{"solve": [1, 3], "check": [0.5], "holds": true"#
    let answer = #", "answer": [["v1", "v0 + v1"], ["2*v0", "2*v0 + 2*v1"]]"#
    // It answers when it is asked to, which is once.
    let ledger = ledger([shell("echo '\(times)'; [ $4 = 0 ] || echo '\(answer)'; echo '}'")])
    #expect(ledger.faults.isEmpty)
    let peer = try #require(ledger.records.first { !$0.program.isOurs })
    #expect(peer.program.title == "Shell, m" && peer.version == "1")
    #expect(peer.seconds == [1, 3, 1, 3])
    #expect(try #require(ledger.ratio(of: peer)) > 1)
    #expect(ledger.records.last?.seconds == [0.5, 0.5])
  }

  @Test(arguments: [
    (#"{"solve": [1], "check": [1], "holds": false}"#, "residuals do not vanish"),
    (#"{"solve": [1], "check": [1], "holds": true}"#, "0 values for 2 unknowns"),
    (
      #"{"solve": [1], "check": [1], "holds": true, "answer": [["v0", "v0 + v1"], ["1", "1"]]}"#,
      "unknown 0 is wrong"
    ),
    (
      #"{"solve": [1], "check": [1], "holds": true, "answer": [["(v0)", "1"]]}"#,
      "its answer is not understood"
    ),
  ])
  func aPeerThatIsWrong(_ json: String, _ why: String) throws {
    let ledger = ledger([shell("echo '\(json)'")])
    #expect(ledger.faults == ["w1 two, Shell, m: \(why)"])
    for record in ledger.records where !record.program.isOurs {
      #expect(record.problem == "wrong: \(why)")
      #expect(record.timing == nil && ledger.ratio(of: record) == nil)
    }
  }

  @Test func aPeerThatFailsIsNoFaultAndIsNotTriedAgain() throws {
    let ledger = ledger([shell("echo no such module >&2; exit 1")])
    #expect(ledger.faults.isEmpty)
    let record = try #require(ledger.records.first { !$0.program.isOurs })
    #expect(record.problem == "failed: no such module")
    #expect(
      self.ledger([shell("echo words")]).records.last?.problem == "failed: it wrote no result")
  }

  @Test func theStatusIsThatOfTheResults() throws {
    var options = Options()
    options.works = [.w1]
    options.short = true
    options.peers = false
    let plan = try Plan.read(in: root)
    var right = Measurement(options: options, plan: plan, program: "")
    try right.run()
    #expect(right.status == .right)
    var wrong = Measurement(options: options, plan: plan, program: "")
    wrong.solve = { _ in .underdetermined(rank: 0) }
    try wrong.run()
    #expect(wrong.status == .wrong)
    #expect(wrong.ledger.faults.count == plan.systems.count)
  }
}

@Suite struct SweepWorkTests {
  private func item(_ reference: [Int: Double]) -> SweepWork.Item {
    SweepWork.Item(
      place: .init(work: .w3, subject: "sweep", item: "square"), task: "",
      sweep: Sweep(columns: ["x", "y"], axes: [[0, 1, 2]], description: "") { range, _ in
        [range.map { Double($0 * $0) }]
      }, reference: reference)
  }

  private func ledger(_ reference: [Int: Double], _ peers: [InstalledPeer] = []) -> Ledger {
    var ledger = Ledger()
    SweepWork(effort: effort, peers: peers.map { ($0, "m") }).run([item(reference)], into: &ledger)
    return ledger
  }

  @Test func valuesAreComparedWithTheReference() {
    #expect(ledger([0: 0, 2: 4]).faults.isEmpty)
    #expect(ledger([2: 4]).records.first?.points == 3)
    #expect(
      ledger([0: 0, 2: 4.1]).faults.first == "w3 square, Rederive: 4.1 at point 2, not 4.0")
  }

  @Test func peersAreComparedWithOurs() throws {
    let right = ledger(
      [1: 1], [shell(#"echo '{"sweep": [2], "points": 1, "values": [[2, 4.0]]}'"#)])
    #expect(right.faults.isEmpty)
    // Seconds for a point: ours took far less than one for three of them.
    let peer = try #require(right.records.first { !$0.program.isOurs })
    #expect(peer.cost == 2 && (right.ratio(of: peer) ?? 0) > 6)
    let wrong = ledger(
      [1: 1], [shell(#"echo '{"sweep": [2], "points": 1, "values": [[2, 5.0]]}'"#)])
    #expect(wrong.faults == ["w3 square, Shell, m: 5.0 at point 2, not 4.0"])
  }

  @Test func whatIsNoNumberIsWrong() {
    #expect(SweepWork.fault(of: [0: 1], against: [1 + 1e-10]) == nil)
    #expect(SweepWork.fault(of: [0: .nan], against: [1]) != nil)
    #expect(SweepWork.fault(of: [0: 1], against: [.nan]) != nil)
    #expect(SweepWork.fault(of: [3: 1], against: [1]) == "a point 3 outside the grid")
    #expect(SweepWork.fault(of: [:], against: [1]) == "no values")
  }

  @Test func sweepsOfThePlanAreRead() throws {
    let plan = try Plan.read(in: root)
    #expect(plan.sweeps.allSatisfy { $0.request.vary.map(\.count) == [201, 201] })
    var item = plan.sweeps[0]
    item.file = root + item.file
    item.request.vary[0].count = 3
    item.request.vary[1].count = 2
    let read = try SweepWork.Item(item)
    #expect(read.task == "boson\n-4 4 3\n-6 6 2\n")
    // All points are corners or middles, and the null space says of each what the sweep says.
    #expect(Set(read.reference.keys) == Set(0..<6))
    let values = try read.sweep.quantities(0..<6)
    #expect(SweepWork.fault(of: read.reference, against: values[0]) == nil)
    item.request.quantities = [#"\mathcal{E}(\rho)"#, #"\Omega"#]
    let file = item.file
    #expect(throws: Failure.badFile(file, "the sweep has more than one quantity")) {
      try SweepWork.Item(item)
    }
    item.file = "/nowhere.md"
    #expect(throws: Failure.noFile("/nowhere.md")) { try SweepWork.Item(item) }
  }
}

@Suite struct ProcessWorkTests {
  private func run(_ line: String, status: Int32) -> (Ledger, [ProcessWork.Result]) {
    var ledger = Ledger()
    let items = [Plan.ProcessItem(name: "p", arguments: ["-c", line], status: status)]
    let results = ProcessWork(repetitions: 3, program: "/bin/sh").run(items, into: &ledger)
    return (ledger, results)
  }

  @Test func timesOfAllRuns() throws {
    let (ledger, results) = run("echo said; exit 1", status: 1)
    #expect(ledger.faults.isEmpty)
    let result = try #require(results.first)
    #expect(result.wall.repetitions == 3 && result.wall.minimum > 0)
    #expect(result.peakMemory > 100_000)
  }

  @Test func wrongRuns() {
    #expect(
      run("echo lost >&2; exit 3", status: 0).0.faults
        == ["paper p, Rederive: ended with status 3, not 0: lost"])
    #expect(
      run("kill -9 $$", status: 0).0.faults == ["paper p, Rederive: ended with a signal, not 0: "])
    // The number of a process differs from run to run.
    #expect(
      run("echo $$", status: 0).0.faults == ["paper p, Rederive: two runs say different things"])
    var ledger = Ledger()
    let items = [Plan.ProcessItem(name: "p", arguments: [], status: 0)]
    #expect(ProcessWork(repetitions: 1, program: "/nowhere").run(items, into: &ledger).isEmpty)
    #expect(ledger.faults == ["paper p, Rederive: cannot be started: /nowhere"])
  }
}

@Suite struct SubprocessTests {
  @Test func streams() throws {
    let process = Subprocess(command: ["sh", "-c", "cat; echo bad >&2; exit 4"], input: "in\n")
    let outcome = try #require(process.run())
    #expect(outcome.status == 4)
    #expect(String(decoding: outcome.output, as: UTF8.self) == "in\n")
    #expect(outcome.lastWords == "bad")
    #expect(!outcome.isTimeout)
  }

  @Test func aLimitIsKept() throws {
    let outcome = try #require(Subprocess(command: ["sleep", "60"], limit: 0.1).run())
    #expect(outcome.isTimeout && outcome.status == nil)
    #expect(outcome.seconds < 30)
  }

  @Test func whatIsNotThere() {
    #expect(Subprocess(command: ["/nowhere/program"]).run() == nil)
    #expect(Subprocess(command: []).run() == nil)
  }
}
