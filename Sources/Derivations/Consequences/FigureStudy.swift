import ExactAlgebra
import LaTeXMath
import NumericEvaluation
import SymbolicAlgebra

/// What a paper's figures and claims become under every reading of its formulas.
struct FigureStudy {
  let derivation: Derivation
  var contexts: Contexts
  let outcome: Outcome
  private(set) var claims: [Claim] = []
  private(set) var conflicts: [ClaimConflict] = []
  private(set) var consequences: [Consequence] = []
  private var mistakes: [Mistake]
  private var effects: [Effect]
  /// Readings beside the derived and the printed one, with their names.
  private let conventions: [(reading: StateReading, name: String)]

  /// What one mistake does, gathered over the figures.
  private struct Effect {
    var changes: [Consequence.Change] = []
    var unchanged: [String] = []
    var turns: [Consequence.Turn] = []
    var seen = Set<String>()
  }

  /// What one figure says.
  private struct Panel {
    /// The judgements of its claims, by number.
    var judgements: [Int: [Claim.Judgement]] = [:]
    var turns: [(mistake: Int, turn: Consequence.Turn)] = []
    var comparisons: [Comparison] = []
  }

  /// What a mistake makes of a figure's quantity, or of that of a line that uses what it is about.
  private struct Comparison {
    var mistake: Int
    /// The line, which other figures may speak of as well.
    var user: String?
    var changes: [Consequence.Change] = []
    var unchanged: [String] = []
  }

  init(
    _ derivation: Derivation, _ contexts: Contexts, _ outcome: Outcome,
    progress: (String) -> Void
  ) throws(FileError) {
    self.derivation = derivation
    self.contexts = contexts
    self.outcome = outcome
    mistakes = derivation.mistakes(outcome)
    effects = mistakes.map { _ in Effect() }
    conventions = outcome.findings.compactMap { finding in
      guard finding.kind == .permutation, let order = derivation.order(of: finding) else {
        return nil
      }
      return (
        .relabelled(order),
        "the labels of (\(finding.equations.joined(separator: "), ("))) throughout"
      )
    }
    let declared = derivation.claims
    claims = declared.map { claim in
      Claim(
        figure: claim.figure, section: derivation.heading(of: claim.section),
        statement: derivation.statement(of: claim), sentence: claim.sentence, judgements: [],
        location: derivation.base.document.source.location(claim.range))
    }
    for (first, claim) in declared.enumerated() {
      for second in declared.indices.dropFirst(first + 1)
      where claim.contradicts(declared[second]) {
        conflicts.append(
          ClaimConflict(
            figure: claim.figure, first: first, second: second,
            statement: "'\(claims[first].statement)' (\(claims[first].section)) and "
              + "'\(claims[second].statement)' (\(claims[second].section)) cannot both be so"))
      }
    }
    let study = self
    let figures = derivation.figures
    let panels = Crew(threads: derivation.threads).map(figures.count) { number in
      progress("Fig. \(figures[number].name)")
    } _: { number -> Result<Panel, FileError> in
      var own = study
      return Result { () throws(FileError) in try own.panel(figures[number]) }
    }
    for panel in panels { add(try panel.get()) }
    let used = derivation.declarationsUsed
    consequences = zip(mistakes, effects).map { consequence($0, $1, used) }
    // The gravest first, else in the order of the document.
    consequences = consequences.enumerated().sorted {
      ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
    }.map(\.element)
  }

  /// Adds what the next figure says.
  private mutating func add(_ panel: Panel) {
    for (number, judgements) in panel.judgements { claims[number].judgements = judgements }
    for (mistake, turn) in panel.turns { effects[mistake].turns.append(turn) }
    for comparison in panel.comparisons {
      if let user = comparison.user,
        !effects[comparison.mistake].seen.insert(user).inserted
      {
        continue
      }
      effects[comparison.mistake].changes += comparison.changes
      effects[comparison.mistake].unchanged += comparison.unchanged
    }
  }

  /// One figure by itself.
  private mutating func panel(_ figure: FigureDeclaration) throws(FileError) -> Panel {
    var panel = Panel()
    let printed = derivation.printedState(at: figure.position, in: figure.section)
    let own = mistakes.indices.filter { number in
      guard let printed, case .eigenbasis = printed.basis, !mistakes[number].places.isEmpty else {
        return false
      }
      return mistakes[number].lines.allSatisfy { line in
        printed.lines.values.contains {
          $0.range == derivation.lines[line].range && $0.subject == derivation.lines[line].subject
        }
      }
    }
    let users = derivation.users(of: own.map { mistakes[$0].places }, outcome)
    let readings =
      [.derived, .printed] + conventions.map(\.reading)
      + own.map { StateReading.slip(mistakes[$0].places) }
    let plan = try FigurePlan(
      derivation, figure, &contexts, readings: readings, others: users.map(\.formula))
    var judge = ClaimJudge(plan)
    if meaning(of: figure) == .ergotropy, judge.isZero(.derived) {
      let conditions = derivation.conditionsOfPassivity(at: figure.position, in: figure.section)
      judge.isProvedZero = conditions != nil
      judge.zeroWhere = conditions ?? []
    }
    for (number, claim) in derivation.claims.enumerated() where claim.figure == figure.name {
      try check(claim, plan)
      let names = [(StateReading.derived, "derived"), (.printed, "printed")] + conventions
      // The abstract repeats what a section says.
      let before = (0..<number).first {
        claims[$0].figure == figure.name && claims[$0].statement == claims[number].statement
      }
      panel.judgements[number] =
        before.map { panel.judgements[$0] ?? [] }
        ?? names.compactMap { judge.judgement(claim, $0.0, named: $0.1) }
      for mistake in own {
        let reading = StateReading.slip(mistakes[mistake].places)
        guard
          let right = judge.judgement(claim, .derived, named: "", isWeighed: false),
          let wrong = judge.judgement(claim, reading, named: "", isWeighed: false),
          right.verdict != wrong.verdict, right.verdict != .undecided,
          wrong.verdict != .undecided
        else { continue }
        let turn = Consequence.Turn(claim: number, right: right.verdict, wrong: wrong.verdict)
        panel.turns.append((mistake, turn))
      }
    }
    for mistake in own {
      let reading = StateReading.slip(mistakes[mistake].places)
      panel.comparisons.append(
        try compare(
          mistake, plan, judge, reading, 0, "$\(figure.quantity.latex)$ of Fig. \(figure.name)"))
      for (number, user) in users.enumerated() where user.places.contains(mistakes[mistake].places)
      {
        var comparison = try compare(mistake, plan, judge, reading, number + 1, user.words)
        comparison.user = user.words
        panel.comparisons.append(comparison)
      }
    }
    return panel
  }

  /// A claim must be about what its figure is drawn over.
  private func check(_ claim: ClaimDeclaration, _ plan: FigurePlan) throws(FileError) {
    var subjects: [PlacedFormula] = claim.curves.map { [$0.subject] } ?? []
    switch claim.predicate {
    case .course(_, let subject, _): subjects.append(subject)
    case .extremum(_, let place): subjects += place.map(\.subject)
    case .sign: break
    }
    for subject in subjects where plan.input(of: subject) == nil {
      throw FileError([
        derivation.base.document.source.diagnostic(
          "unknown-axis", "figure \(claim.figure) is not drawn over '\(subject.latex)'",
          help: "it is drawn over \(plan.symbols.joined(separator: ", "))", at: claim.range)
      ])
    }
    if let curves = claim.curves {
      for value in curves.values { try check(curves.subject, value.value, value.text, claim, plan) }
    }
    switch claim.predicate {
    case .course(_, let subject, let range?):
      for end in [range.from, range.to] { try check(subject, end, "\(end)", claim, plan) }
    case .extremum(_, let place):
      for value in place { try check(value.subject, value.value, value.text, claim, plan) }
    case .course, .sign: break
    }
  }

  /// A value that a claim names must be drawn: on an axis, or as a curve.
  private func check(
    _ subject: PlacedFormula, _ value: Rational, _ text: String, _ claim: ClaimDeclaration,
    _ plan: FigurePlan
  ) throws(FileError) {
    guard let input = plan.input(of: subject) else { return }
    let name = subject.latex
    let axis = plan.figure.axes.first {
      $0.subject.formula.parameterName == subject.formula.parameterName
    }
    if let axis, value < axis.from || value > axis.to {
      throw FileError([
        derivation.base.document.source.diagnostic(
          "outside-axis", "figure \(claim.figure) is not drawn at \(name) = \(text)",
          help: "it is drawn from \(axis.from) to \(axis.to)", at: claim.range)
      ])
    }
    if axis == nil, !plan.grid[input].contains(value.doubleValue) {
      throw FileError([
        derivation.base.document.source.diagnostic(
          "unknown-curve", "figure \(claim.figure) has no curve \(name) = \(text)",
          help: "add it to the figure's ', for \(name) = …'", at: claim.range)
      ])
    }
  }

  private mutating func compare(
    _ mistake: Int, _ plan: FigurePlan, _ judge: ClaimJudge, _ reading: StateReading,
    _ quantity: Int, _ words: String
  ) throws(FileError) -> Comparison {
    var result = Comparison(mistake: mistake)
    guard let right = plan.output(.derived, quantity: quantity) else { return result }
    let a = judge.columns[right]
    let known = a.indices.filter { a[$0].isFinite }
    guard let any = known.first else { return result }
    func change(_ place: Int, _ wrong: Double?) -> Consequence.Change {
      Consequence.Change(
        quantity: words, at: judge.point(place, right).at, right: judge.value(place, right),
        wrong: wrong)
    }
    guard let wrong = plan.output(reading, quantity: quantity) else {
      if quantity == 0 { result.changes = [change(known[known.count / 2], nil)] }
      return result
    }
    let b = judge.columns[wrong]
    if let place = known.first(where: { !b[$0].isFinite }) {
      result.changes = [change(place, nil)]
      return result
    }
    let worst = known.reduce(any) { abs(a[$1] - b[$1]) > abs(a[$0] - b[$0]) ? $1 : $0 }
    if abs(a[worst] - b[worst]) > max(judge.rounding[right], judge.rounding[wrong]) {
      result.changes = [change(worst, judge.value(worst, wrong))]
      return result
    }
    var isProved = quantity == 0 && isOfEnergy(plan.figure)
    if isProved { isProved = try keepsSpectrum(mistake) }
    result.unchanged = [
      isProved
        ? "\(words): proved, a coherence enters by its absolute value at most"
        : "\(words): equal at all \(known.count) points"
    ]
    return result
  }

  /// The figure shows an energy of the state: a function of its populations and its eigenvalues.
  private func isOfEnergy(_ figure: FigureDeclaration) -> Bool {
    switch meaning(of: figure) {
    case .ergotropy, .internalEnergy, .passiveEnergy: true
    default: false
    }
  }

  /// What a figure's quantity means, if it is a single name.
  private func meaning(of figure: FigureDeclaration) -> Meaning? {
    guard let (key, _) = figure.quantity.formula.declarationKey,
      let index = derivation.base.notation.lookup(
        key, at: figure.quantity.position, in: figure.quantity.section),
      case .meaning(let meaning, _) = derivation.base.notation.declarations[index].kind
    else { return nil }
    return meaning
  }

  /// Every element that is wrong is a coherence with the right absolute value, and the only one of both
  /// its levels: the eigenvalues of (a, z; z*, b) depend on |z| alone.
  private mutating func keepsSpectrum(_ number: Int) throws(FileError) -> Bool {
    for index in mistakes[number].lines {
      let line = derivation.lines[index]
      guard let place = derivation.place(of: line), place[0] != place[1], let right = line.right
      else { return false }
      var (_, context) = try contexts.context(at: line.position, in: line.section)
      let declaration = Declaration(
        key: "", kind: .define(right), position: line.position, section: line.section,
        range: line.range)
      guard let printed = try? context.scalar(right, at: declaration),
        let state = try? context.steadyMatrix(), let solution = try? context.solution(),
        let derived = state[place[0], place[1]].substituting(solution)
      else { return false }
      let isAlone = place.allSatisfy { row in
        (0..<state.dimension).allSatisfy { column in
          place.contains(column) || context.field.isZero(state[row, column])
        }
      }
      let difference = printed * printed.conjugate - derived * derived.conjugate
      guard isAlone, context.field.isZero(difference) else { return false }
    }
    return true
  }

  private func consequence(
    _ mistake: Mistake, _ effect: Effect, _ used: [Set<Int>]
  ) -> Consequence {
    let severity: Consequence.Severity =
      !effect.turns.isEmpty ? .conclusion : effect.changes.isEmpty ? .slip : .number
    return Consequence(
      severity: severity, equations: mistake.equations, lines: mistake.lines,
      changes: effect.changes,
      unchanged: effect.unchanged, turns: effect.turns,
      usedBy: derivation.equations(using: mistake.lines, used))
  }
}
