import LaTeXMath
import OpenSystems

/// The conventions that make the most lines of one equation true.
struct EquationConventions {
  var equation: String
  /// Equally good ones, as small as each other; the first is shown.
  var solutions: [ConventionSearch.Solution]
  /// The lines that they make true, by number, as the exact check confirmed.
  var explained: [Int]
  /// What names of the lines stand for.
  var renaming: Renaming
  /// Lines of the equation that stay wrong.
  var unsaved: [Int]
}

extension LineChecker {
  /// What several lines have in common: bases, labels, conventions, and lines that need different ones.
  mutating func findings(_ outcomes: inout [LineOutcome]) throws(FileError) -> [Finding] {
    var result = bases(outcomes)
    let decided = equations(outcomes)
    let studies = try studies(of: decided, outcomes)
    let found = studies.compactMap(\.conventions)
    for (equation, study) in zip(decided, studies) where study.hasConventions {
      for number in equation
      where outcomes[number].verdict == .refuted
        && study.conventions?.explained.contains(number) != true
      {
        outcomes[number].notes.append("no convention that was tried makes it true")
      }
    }
    for conventions in found {
      guard let solution = conventions.solutions.first else { continue }
      for number in conventions.explained {
        outcomes[number].origin = .convention
        outcomes[number].notes.append(
          "true if " + solution.conventions.map(\.statement).joined(separator: " and "))
      }
    }
    result += try grouped(found, studies.map(\.search), decided, outcomes)
    result += contradictions(found, outcomes)
    return result
  }

  /// What was looked for in one equation with a wrong line.
  private struct EquationStudy {
    var search: ConventionSearch?
    /// There are conventions that change one of its lines.
    var hasConventions = false
    var conventions: EquationConventions?
  }

  /// Nothing is looked for where no line is wrong.
  private func studies(
    of decided: [[Int]], _ outcomes: [LineOutcome]
  ) throws(FileError) -> [EquationStudy] {
    try each(of: decided) { checker, index throws(FileError) in
      guard decided[index].contains(where: { outcomes[$0].verdict == .refuted }) else {
        return EquationStudy()
      }
      return try checker.study(decided[index], outcomes)
    }
  }

  /// What is made of each equation by itself, on as many threads as there are.
  private func each<Value: Sendable>(
    of equations: [[Int]],
    _ make: @escaping @Sendable (inout LineChecker, Int) throws(FileError) -> Value
  ) throws(FileError) -> [Value] {
    let checker = self
    // By their number of lines, so that no long one is left for the end.
    let order = equations.indices.sorted { equations[$0].count > equations[$1].count }
    let results = Crew(threads: derivation.threads).map(equations.count, begun: order) {
      index -> Result<Value, FileError> in
      var own = checker
      return Result { () throws(FileError) in try make(&own, index) }
    }
    return try results.map { result throws(FileError) in try result.get() }
  }

  private mutating func study(
    _ equation: [Int], _ outcomes: [LineOutcome]
  ) throws(FileError) -> EquationStudy {
    guard var search = try search(equation, outcomes) else { return EquationStudy() }
    let conventions = try conventions(by: &search, outcomes)
    return EquationStudy(
      search: search, hasConventions: !search.conventions.isEmpty, conventions: conventions)
  }

  /// Printed numbers in order, each with the places of its equalities that were decided.
  private func equations(_ outcomes: [LineOutcome]) -> [[Int]] {
    var groups: [String: [Int]] = [:]
    var order: [String] = []
    for (number, outcome) in outcomes.enumerated() {
      guard derivation.lines[number].place != nil, derivation.lines[number].relation == .equal
      else {
        continue
      }
      switch outcome.verdict {
      case .proved, .refuted: break
      case .convention where outcome.needsReversedBasis: break
      case .convention, .defined, .undefined, .undecided, .unreadable: continue
      }
      if groups[outcome.equation] == nil { order.append(outcome.equation) }
      groups[outcome.equation, default: []].append(number)
    }
    return order.compactMap { groups[$0] }
  }

  /// A search over the lines of one equation, in the basis order that they are true in.
  private mutating func search(
    _ numbers: [Int], _ outcomes: [LineOutcome]
  ) throws(FileError) -> ConventionSearch? {
    let members = numbers.compactMap { number -> ConventionSearch.Member? in
      let line = derivation.lines[number]
      guard let right = line.right else { return nil }
      return .init(
        number: number, line: line, right: right, holds: outcomes[number].verdict != .refuted)
    }
    guard let first = members.first else { return nil }
    var (_, context) = try contexts.context(at: first.line.position, in: first.line.section)
    if members.contains(where: { outcomes[$0.number].needsReversedBasis }),
      let labels = members.compactMap({ productBasis(of: $0.line) }).first,
      try admitsReversal(labels)
    {
      reverse(&context)
    }
    let restrictions = derivation.restrictions(at: first.line.position, in: first.line.section)
      .filter { $0.statistics == nil }
    var base = derivation.base
    let declared = Set(base.model.baths.map(\.statistics))
    let shared = declared.count == 1 ? declared.first.flatMap { $0 } : nil
    for index in base.model.baths.indices { base.model.baths[index].statistics = nil }
    var known: [Statistics: Context] = [:]
    // Where the equations are known here, they are not derived anew from renamed definitions.
    for kind in Statistics.allCases where declared == [nil] && context.equationsCache != nil {
      known[kind] = contexts.known(
        at: first.line.position, in: first.line.section, under: kind)
    }
    let isNeeded = declared == [nil] && known.count < Statistics.allCases.count
    let foundation = isNeeded ? contexts.foundation(under: restrictions) : nil
    return ConventionSearch(
      members, context, statistics: context.statistics ?? shared,
      makeContext: { [base, known] statistics in
        known[statistics]
          ?? (try? Context(
            base, restrictions: restrictions, statistics: statistics, from: foundation))
      })
  }

  private mutating func conventions(
    by search: inout ConventionSearch, _ outcomes: [LineOutcome]
  ) throws(FileError) -> EquationConventions? {
    let members = search.members
    let solutions = search.solutions()
    guard let solution = solutions.first else { return nil }
    var explained: [Int] = []
    var names = Renaming([:])
    for member in members where solution.explained.contains(member.number) {
      guard let renaming = search.renaming(solution.conventions) else { continue }
      names = renaming
      var line = member.line
      let reader = derivation.base.elaborator(at: line.position, in: line.section)
      line.left = renaming(line.left, read: reader)
      let right = renaming(member.right, read: reader)
      line.right = right
      let (other, isOther) = search.context(solution.conventions, renaming)
      let judgement: Judgement
      if isOther, var other {
        judgement = judge(line, right, in: &other, seeksWitness: false)
      } else {
        judgement = try verdict(of: line, right, seeksWitness: false)
      }
      if judgement.verdict == .proved || judgement.need == .reversedBasis {
        explained.append(member.number)
      }
    }
    guard explained == solution.explained else { return nil }
    return EquationConventions(
      equation: outcomes[members[0].number].equation, solutions: solutions, explained: explained,
      renaming: names,
      unsaved: members.filter { !$0.holds && !explained.contains($0.number) }.map(\.number))
  }

  // MARK: Statements

  /// Equations that the same conventions explain, as one finding.
  private func grouped(
    _ found: [EquationConventions], _ searches: [ConventionSearch?], _ decided: [[Int]],
    _ outcomes: [LineOutcome]
  ) throws(FileError) -> [Finding] {
    var sets: [[Convention]] = []
    for conventions in found.compactMap(\.solutions.first?.conventions)
    where !sets.contains(conventions) {
      sets.append(conventions)
    }
    let broken = try broken(by: sets, searches, decided, outcomes)
    return zip(sets, broken).map { conventions, broken in
      let group = found.filter { $0.solutions.first?.conventions == conventions }
      let isPermutation = conventions.contains(where: \.isPermutation)
      let lines = group.flatMap(\.explained)
      let unsaved = group.flatMap(\.unsaved)
      var statement =
        conventions.map(\.statement).joined(separator: " and ").capitalizedFirst
        + ": then \(Self.list(lines, outcomes)) \(lines.count == 1 ? "follows" : "follow")"
      if !unsaved.isEmpty {
        statement += "; nothing that was tried saves \(Self.list(unsaved, outcomes))"
      }
      statement += "; " + scope(of: lines, broken, outcomes)
      return Finding(
        kind: isPermutation ? .permutation : .convention, equations: group.map(\.equation),
        statement: statement + ".", mapping: mapping(group, outcomes),
        locations: lines.map { outcomes[$0].location })
    }
  }

  /// For each set of conventions the lines of the whole paper that follow, and would not under it.
  private func broken(
    by sets: [[Convention]], _ searches: [ConventionSearch?], _ decided: [[Int]],
    _ outcomes: [LineOutcome]
  ) throws(FileError) -> [[Int]] {
    if sets.isEmpty { return [] }
    let byEquation = try each(of: decided) { checker, index throws(FileError) in
      var search = searches[index]
      if search == nil { search = try checker.search(decided[index], outcomes) }
      return sets.map { search?.broken(by: $0) ?? [] }
    }
    return sets.indices.map { set in byEquation.flatMap { $0[set] } }
  }

  /// Over the paper, its section or the equations alone: as far as nothing that follows speaks against it.
  private func scope(
    of lines: [Int], _ broken: [Int], _ outcomes: [LineOutcome]
  ) -> String {
    guard let example = broken.first else {
      return "no line of the paper that follows speaks against it"
    }
    let sections = Set(lines.map { derivation.lines[$0].section })
    let isNear = broken.contains { sections.contains(derivation.lines[$0].section) }
    let others = broken.count == 1 ? "" : " and \(broken.count - 1) more"
    return "taken beyond \(isNear ? "these lines" : "their section"), it would make "
      + "\(Self.list([example], outcomes))\(others) wrong, which "
      + (broken.count == 1 ? "follows" : "follow")
  }

  private func isElement(_ key: String) -> Bool {
    derivation.base.notation.declarations.contains { declaration in
      guard declaration.key == key, case .meaning(.steadyElement, _) = declaration.kind else {
        return false
      }
      return true
    }
  }

  /// The names that change and stand on the left of the lines, in their order, and the symbols that mean
  /// a multiple of themselves.
  private func mapping(
    _ group: [EquationConventions], _ outcomes: [LineOutcome]
  ) -> [Finding.Renaming] {
    var result: [Finding.Renaming] = []
    func add(_ key: String, _ target: Renaming.Target) {
      let factor = target.factor == 1 ? "" : target.factor == -1 ? "-" : "\(target.factor) "
      let next = Finding.Renaming(printed: key, meant: factor + target.name)
      if !result.contains(next) { result.append(next) }
    }
    for conventions in group {
      for (number, outcome) in outcomes.enumerated() where outcome.equation == conventions.equation
      {
        guard let key = derivation.lines[number].left.declarationKey?.key,
          let target = conventions.renaming.targets[key]
        else { continue }
        add(key, target)
      }
      for (key, target) in conventions.renaming.targets.sorted(by: { $0.key < $1.key })
      where target.name == key && !isElement(key) { add(key, target) }
    }
    return result
  }

  /// Equations about one quantity that need different conventions.
  private func contradictions(
    _ found: [EquationConventions], _ outcomes: [LineOutcome]
  ) -> [Finding] {
    var groups: [(conventions: [Set<[Convention]>], members: [EquationConventions])] = []
    for one in found
    where !one.solutions.contains(where: { $0.conventions.contains(where: \.isPermutation) }) {
      let sets = Set(one.solutions.map(\.conventions))
      if let index = groups.firstIndex(where: { $0.conventions == [sets] }) {
        groups[index].members.append(one)
      } else {
        groups.append(([sets], [one]))
      }
    }
    var result: [Finding] = []
    for (number, first) in groups.enumerated() {
      for second in groups[(number + 1)...] {
        guard first.conventions[0].isDisjoint(with: second.conventions[0]) else { continue }
        let a = first.members.flatMap(\.explained)
        let b = second.members.flatMap(\.explained)
        let subjects = Set(a.map { outcomes[$0].subject })
          .intersection(b.map { outcomes[$0].subject })
        guard !subjects.isEmpty else { continue }
        let left = a.filter { subjects.contains(outcomes[$0].subject) }
        let right = b.filter { subjects.contains(outcomes[$0].subject) }
        func needs(_ members: [EquationConventions]) -> String {
          (members.first?.solutions.first?.conventions.map(\.statement) ?? [])
            .joined(separator: " and ")
        }
        result.append(
          Finding(
            kind: .inconsistency,
            equations: Self.ordered((left + right).map { outcomes[$0].equation }, outcomes),
            statement: "No single convention makes both \(Self.list(left, outcomes)) and "
              + "\(Self.list(right, outcomes)) true: the former would hold if "
              + "\(needs(first.members)), the latter if \(needs(second.members)).",
            locations: (left + right).sorted().map { outcomes[$0].location }))
      }
    }
    return result
  }

  /// Lines that are true in the opposite order of a basis, with all lines about that basis.
  private func bases(_ outcomes: [LineOutcome]) -> [Finding] {
    var result: [Finding] = []
    var seen = Set<[String]>()
    for (number, outcome) in outcomes.enumerated() where outcome.needsReversedBasis {
      guard let labels = productBasis(of: derivation.lines[number]), seen.insert(labels).inserted
      else { continue }
      let about = outcomes.indices.filter { productBasis(of: derivation.lines[$0]) == labels }
      let saved = about.filter { outcomes[$0].needsReversedBasis }
      let names = labels.map { "|\($0)\\rangle" }
      result.append(
        Finding(
          kind: .basis, equations: Self.ordered(about.map { outcomes[$0].equation }, outcomes),
          statement: "The basis is printed in the order \(Self.kets(labels)); "
            + "\(Self.list(saved, outcomes)) \(saved.count == 1 ? "follows" : "follow") in the "
            + "opposite order, \(Self.kets(labels.reversed())), and no line speaks for the printed one.",
          mapping: zip(names, names.reversed()).map { .init(printed: $0, meant: $1) },
          locations: saved.map { outcomes[$0].location }))
    }
    return result
  }

  /// `$\rho_{11}$, $\rho_{22}$ of (18) and $U$ of (3)`.
  private static func list(_ numbers: [Int], _ outcomes: [LineOutcome]) -> String {
    ordered(numbers.map { outcomes[$0].equation }, outcomes).map { equation in
      let subjects = numbers.filter { outcomes[$0].equation == equation }
        .map { "$\(outcomes[$0].subject)$" }
      return "\(subjects.joined(separator: ", ")) of (\(equation))"
    }.joined(separator: ", ")
  }

  /// Each printed number once, in the order of the document.
  private static func ordered(_ equations: [String], _ outcomes: [LineOutcome]) -> [String] {
    var seen = Set<String>()
    return outcomes.map(\.equation).filter { equations.contains($0) && seen.insert($0).inserted }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
