import OpenSystems
import SymbolicAlgebra

extension Derivation {
  /// What laws of physics say of the model: each proved, shown to fail at a point, or left undecided.
  ///
  /// They come from the Hamiltonian and the baths alone; nothing printed is used. Where the file leaves the
  /// baths' statistics open, each is looked at.
  /// - Throws: ``FileError`` if the model cannot be built as it is declared.
  public func facts() throws(FileError) -> [Fact] {
    var contexts = try Contexts(self)
    try contexts.validateModel()
    guard !(base.model.baths.isEmpty && base.model.jumps.isEmpty) else { return [] }
    guard base.space.dimension <= Self.largestFactDimension else {
      return [
        Fact(
          kind: .uniqueness, given: [], statement: "Nothing was looked at.", verdict: .undecided,
          how: "the system has more than \(Self.largestFactDimension) states")
      ]
    }
    let last = base.document.items.count - 1
    let general = restrictions(at: last, in: [])
    let own = try Context(base, restrictions: general).statistics
    let isOpen = own == nil && base.model.baths.contains { $0.statistics == nil }
    var facts: [Fact] = []
    for statistics in isOpen ? Statistics.allCases.map(Optional.some) : [nil] {
      facts += self.facts(general, statistics)
    }
    for section in factSections(besides: general, &contexts) {
      facts += self.facts(section, failingIn: facts)
    }
    return facts
  }

  /// States beyond which the exact equations grow out of hand.
  private static let largestFactDimension = 6

  /// Facts about the model as it is declared, without a section's restrictions.
  private func facts(_ restrictions: [Scoped], _ statistics: Statistics?) -> [Fact] {
    var facts: [Fact] = []
    let given = statistics.map { [$0.rawValue] } ?? []
    do {
      guard let setting = try setting(restrictions, statistics, .none) else { return [] }
      let uniqueness = setting.uniqueness()
      facts.append(uniqueness)
      // What is said of the steady state is said of the only one.
      guard uniqueness.verdict == .proved else { return facts }
      let search = FactSearch(setting, covering: setting.flows.flatMap { [$0.energy, $0.number] })
      facts.append(setting.positivity(search))
      if !setting.baths.isEmpty {
        facts.append(setting.bathDetailedBalance())
        facts.append(setting.firstLaw())
        if let fact = setting.lackOfDetailedBalance(search) { facts.append(fact) }
        if let fact = setting.secondLaw(search) { facts.append(fact) }
        if setting.mayHaveHeatFlow, setting.haveEqualPotentials {
          facts.append(setting.heatFlow(search))
        }
      }
      if setting.mayHaveHeatFlow, !setting.haveEqualPotentials {
        facts +=
          try self.setting(restrictions, statistics, .potentials).map { setting in
            [setting.heatFlow(FactSearch(setting, covering: []))]
          } ?? []
      }
      // A jump has no temperature.
      if !setting.baths.isEmpty, setting.system.jumps.isEmpty {
        facts += try equilibrium(restrictions, statistics)
      }
    } catch is FactSetting.NotUnique {
      facts.append(.notUnique(given))
    } catch {
      facts.append(.undecided(.uniqueness, given, because: error))
    }
    return facts
  }

  private func equilibrium(_ restrictions: [Scoped], _ statistics: Statistics?) throws -> [Fact] {
    guard var setting = try setting(restrictions, statistics, .equilibrium) else {
      return [
        Fact(
          kind: .equilibrium, given: statistics.map { [$0.rawValue] } ?? [],
          statement:
            "Whether the steady state is a Gibbs state where the baths agree is not known.",
          verdict: .undecided,
          how: "the baths' temperatures or chemical potentials cannot be set equal")
      ]
    }
    var facts = setting.equilibrium()
    guard facts.first?.verdict == .proved else { return facts }
    var passivity = setting.passivity()
    // It is said of the Gibbs state, so it holds where that is the steady one.
    if passivity.verdict == .proved { passivity.conditions = facts[0].conditions }
    facts.append(passivity)
    if passivity.verdict != .proved,
      var bare = try self.setting(restrictions, statistics, .equilibriumWithoutPotential),
      let gibbs = bare.equilibrium().first, gibbs.verdict == .proved
    {
      var passivity = bare.passivity()
      if passivity.verdict == .proved { passivity.conditions = gibbs.conditions }
      facts.append(passivity)
    }
    return facts
  }

  /// The conditions under which it is proved that no work can be drawn from the steady state under the
  /// restrictions of a place: the baths agree there, and the Gibbs state's populations fall as the energy
  /// rises. `nil` if it is not proved.
  func conditionsOfPassivity(at position: Int, in section: Document.Section) -> [String]? {
    guard
      var setting = try? setting(restrictions(at: position, in: section), nil, .none),
      setting.baths.allSatisfy({ $0.statistics != nil }), setting.haveEqualTemperatures,
      setting.haveEqualPotentials, setting.system.jumps.isEmpty,
      setting.equilibrium().first?.verdict == .proved
    else { return nil }
    let fact = setting.passivity()
    return fact.verdict == .proved ? fact.conditions : nil
  }

  /// Sets of restrictions that sections with a steady state are under, each once.
  func factSections(
    besides general: [Scoped], _ contexts: inout Contexts
  ) -> [[Scoped]] {
    var seen: Set = [Set(general.map { contexts.meaning(of: $0) })]
    var result: [[Scoped]] = []
    for line in lines where speaksOfSteadyState(line) {
      let own = restrictions(at: line.position, in: line.section)
      guard seen.insert(Set(own.map { contexts.meaning(of: $0) })).inserted,
        own.contains(where: { !$0.isAssumption && $0.statistics == nil })
      else { continue }
      result.append(own)
    }
    return result
  }

  /// Laws that fail in general, under a section's restrictions.
  private func facts(_ restrictions: [Scoped], failingIn known: [Fact]) -> [Fact] {
    do {
      guard let setting = try setting(restrictions, nil, .none),
        setting.baths.allSatisfy({ $0.statistics != nil }),
        // Where the baths agree the state is Gibbs', of which everything is said.
        !(setting.haveEqualTemperatures && setting.haveEqualPotentials)
      else { return [] }
      func isOpen(_ kind: Fact.Kind) -> Bool {
        known.contains { $0.kind == kind && $0.verdict != .proved }
      }
      let search = FactSearch(setting, covering: setting.flows.flatMap { [$0.energy, $0.number] })
      var facts: [Fact] = []
      if isOpen(.positivity) { facts.append(setting.positivity(search)) }
      if isOpen(.secondLaw), let fact = setting.secondLaw(search) { facts.append(fact) }
      if isOpen(.heatFlow), setting.mayHaveHeatFlow, setting.haveEqualPotentials {
        facts.append(setting.heatFlow(search))
      }
      return facts
    } catch {
      // Restrictions that contradict each other are said where the file is checked.
      return []
    }
  }
}

extension Fact {
  /// A determinant of the equations is identically zero.
  static func notUnique(_ given: [String]) -> Fact {
    Fact(
      kind: .uniqueness, given: given,
      statement: "The steady state is not unique, whatever the parameters are.", verdict: .fails,
      how: "a determinant of the equations is identically zero")
  }

  /// A law that could not be put to the model.
  static func undecided(_ kind: Kind, _ given: [String], because error: any Error) -> Fact {
    let reason =
      switch error {
      case let error as EvaluationError: error.message
      case let error as FileError: error.diagnostics.first?.message ?? "the model cannot be built"
      default: "the model cannot be built"
      }
    return Fact(
      kind: kind, given: given, statement: "Nothing is known of the steady state.",
      verdict: .undecided, how: reason)
  }
}
