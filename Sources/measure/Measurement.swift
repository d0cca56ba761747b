import ExactAlgebra
import Reports

/// The whole measurement: works of a plan, one after the other.
struct Measurement {
  let options: Options
  let plan: Plan
  private(set) var ledger = Ledger()

  init(options: Options, plan: Plan) {
    self.options = options
    self.plan = plan
  }

  private var effort: Effort { options.short ? .short : .full }

  mutating func run() throws(Failure) {
    try runSystems()
    try runFamilies()
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
    solve(items)
  }

  private mutating func runFamilies() throws(Failure) {
    guard options.works.contains(.w4) else { return }
    for family in plan.families {
      let members = try plan.members(of: family, short: options.short)
      solve(
        members.map { system in
          let size = "n = \(system.system.unknownCount)"
          return SolveWork.Item(
            system: system,
            solving: .init(work: .w4, subject: "\(family.name), solve", item: size),
            checking: .init(work: .w4, subject: "\(family.name), put back", item: size))
        })
    }
  }

  private mutating func solve(_ items: [SolveWork.Item]) {
    let work = SolveWork(effort: effort)
    for _ in 0..<effort.rounds {
      for item in items {
        _ = work.runOurs(item, into: &ledger)
      }
    }
  }
}
