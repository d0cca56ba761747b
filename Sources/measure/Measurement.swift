import ExactAlgebra
import Foundation

/// The whole measurement: works of a plan, one after the other.
struct Measurement {
  let options: Options
  let plan: Plan
  /// The path of `rederive`.
  let program: String
  var progress: (String) -> Void = { _ in }
  /// The solver that is measured; a test puts a wrong one here.
  var solve: (LinearSystem) -> LinearSolution = { $0.solve() }
  private(set) var ledger = Ledger()
  private(set) var processes: [ProcessWork.Result] = []
  private(set) var missing: [MissingPeer] = []
  private var installed: [InstalledPeer] = []

  /// A peer that cannot be had here.
  struct MissingPeer: Encodable, Hashable, Sendable {
    var program: String
    var reason: String
  }

  init(options: Options, plan: Plan, program: String) {
    self.options = options
    self.plan = plan
    self.program = program
  }

  /// Wrong as soon as one result is.
  var status: Status { ledger.faults.isEmpty ? .right : .wrong }

  private var effort: Effort { options.short ? .short : .full }

  mutating func run() throws(Failure) {
    // First, while this process is small: see `Subprocess.Outcome.peakMemory`.
    if options.works.contains(.paper) {
      let work = ProcessWork(
        repetitions: options.short ? 1 : 5, program: program, progress: progress)
      processes = work.run(plan.processes, into: &ledger)
    }
    if options.peers { findPeers() }
    try runSystems()
    try runSweeps()
    try runFamilies()
  }

  /// What the package's build puts in the folder of this executable: it is built with it.
  static var programBesideThis: String {
    let own = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return own.deletingLastPathComponent().appendingPathComponent("rederive").path
  }

  private mutating func findPeers() {
    for peer in plan.peers
    where options.works.contains(where: { !peer.methods(for: $0).isEmpty }) {
      progress("looking for \(peer.name)")
      do throws(InstalledPeer.Problem) {
        installed.append(try InstalledPeer.find(peer, python: options.python))
      } catch {
        missing.append(MissingPeer(program: peer.name, reason: error.text))
      }
    }
  }

  private func peers(for work: Work) -> [(peer: InstalledPeer, method: String)] {
    installed.flatMap { peer in peer.peer.methods(for: work).map { (peer, $0) } }
  }

  private func solveWork(_ work: Work) -> SolveWork {
    SolveWork(effort: effort, peers: peers(for: work), solve: solve, progress: progress)
  }

  private mutating func runSystems() throws(Failure) {
    guard options.works.contains(.w1) || options.works.contains(.w2) else { return }
    var items: [SolveWork.Item] = []
    for name in plan.systems {
      items.append(
        SolveWork.Item(
          system: try plan.system(name),
          solving: .init(work: .w1, subject: "solve to lowest terms", item: name),
          checking: .init(work: .w2, subject: "put the solution back", item: name)))
    }
    solveWork(.w1).run(items, into: &ledger)
  }

  private mutating func runSweeps() throws(Failure) {
    guard options.works.contains(.w3) else { return }
    var items: [SweepWork.Item] = []
    for item in plan.sweeps { items.append(try SweepWork.Item(item)) }
    SweepWork(effort: effort, peers: peers(for: .w3), progress: progress).run(items, into: &ledger)
  }

  private mutating func runFamilies() throws(Failure) {
    guard options.works.contains(.w4) else { return }
    let work = solveWork(.w4)
    for family in plan.families {
      let members = try plan.members(of: family, short: options.short)
      let items = members.map { system in
        let size = "n = \(system.system.unknownCount)"
        return SolveWork.Item(
          system: system,
          solving: .init(work: .w4, subject: "\(family.name), solve", item: size),
          checking: .init(work: .w4, subject: "\(family.name), put back", item: size))
      }
      work.run(items, into: &ledger)
    }
  }
}
