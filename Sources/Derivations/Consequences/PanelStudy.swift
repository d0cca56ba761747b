import ExactAlgebra
import LaTeXMath
import NumericEvaluation
import SymbolicAlgebra

/// What figures say that are drawn over the same points, one after the other.
///
/// **Invariant.** The figures asked for are one of the groups of ``FigurePlan/groups(of:in:)``, so that all
/// that is kept here is said of each of them.
struct PanelStudy {
  typealias Convention = (reading: StateReading, name: String)

  let derivation: Derivation
  private var contexts: Contexts
  private let mistakes: [Mistake]
  /// Readings beside the derived and the printed one, with their names.
  private let conventions: [Convention]
  /// Lines that use what a mistake may be about.
  private let users: [Derivation.ElementUser]
  /// The claims in words.
  private let statements: [String]
  private var sheet: Result<Sheet, FileError>?
  /// Whether a mistake keeps the spectrum of the state, where it was asked.
  private var keeping: [Int: Bool] = [:]

  /// What the figures of a group share.
  private struct Sheet {
    /// The mistakes about elements of the state that the figures speak of.
    var mistakes: [Int]
    var users: [Derivation.ElementUser]
    /// By the name of the figure.
    var plans: [String: Result<FigurePlan, FileError>]
    /// Those of the plans' program.
    var columns: [[Double]]
  }

  /// What one figure says.
  struct Panel {
    /// The judgements of its claims, by number.
    var judgements: [Int: [Claim.Judgement]] = [:]
    var turns: [(mistake: Int, turn: Consequence.Turn)] = []
    var comparisons: [Comparison] = []
  }

  /// What a mistake makes of a figure's quantity, or of that of a line that uses what it is about.
  struct Comparison {
    var mistake: Int
    /// The line, which other figures may speak of as well.
    var user: String?
    var changes: [Consequence.Change] = []
    var unchanged: [String] = []
  }

  init(
    _ derivation: Derivation, _ contexts: Contexts, _ outcome: Outcome, _ mistakes: [Mistake],
    _ conventions: [Convention]
  ) {
    self.derivation = derivation
    self.contexts = contexts
    self.mistakes = mistakes
    self.conventions = conventions
    let isAboutElements = mistakes.contains { !$0.places.isEmpty }
    users = isAboutElements ? derivation.elementUsers(outcome) : []
    statements = derivation.claims.map { derivation.statement(of: $0) }
  }

  /// The mistakes about the printed state that a figure speaks of.
  private func mistakes(near figure: FigureDeclaration) -> [Int] {
    guard
      let printed = derivation.printedState(at: figure.position, in: figure.section),
      case .eigenbasis = printed.basis
    else { return [] }
    return mistakes.indices.filter { number in
      !mistakes[number].places.isEmpty
        && mistakes[number].lines.allSatisfy { line in
          let line = derivation.lines[line]
          return printed.lines.values.contains {
            $0.range == line.range && $0.subject == line.subject
          }
        }
    }
  }

  /// What the group's figures share, computed for the first of them.
  private mutating func sheet(_ numbers: [Int]) throws(FileError) -> Sheet {
    if let sheet { return try sheet.get() }
    let made = Result { () throws(FileError) in
      try makeSheet(numbers.map { derivation.figures[$0] })
    }
    sheet = made
    return try made.get()
  }

  private mutating func makeSheet(_ figures: [FigureDeclaration]) throws(FileError) -> Sheet {
    let own = mistakes(near: figures[0])
    let users = users.filter { user in
      own.contains { !mistakes[$0].places.isDisjoint(with: user.elements) }
    }
    let readings =
      [.derived, .printed] + conventions.map(\.reading)
      + own.map { StateReading.slip(mistakes[$0].places) }
    let plans = try FigurePlan.plans(
      derivation, figures, &contexts, readings: readings, others: users.map(\.formula))
    let any = plans.lazy.compactMap { try? $0.get() }.first
    return Sheet(
      mistakes: own, users: users,
      plans: Dictionary(uniqueKeysWithValues: zip(figures.map(\.name), plans)),
      columns: any?.programColumns() ?? [])
  }

  /// One figure of a group.
  ///
  /// - Parameters:
  ///   - number: that of the figure.
  ///   - group: those of its group, the same in every call.
  mutating func panel(_ number: Int, of group: [Int]) throws(FileError) -> Panel {
    let figure = derivation.figures[number]
    let sheet = try sheet(group)
    guard let plan = try sheet.plans[figure.name]?.get() else { return Panel() }
    var panel = Panel()
    var judge = ClaimJudge(plan, sheet.columns)
    if meaning(of: figure) == .ergotropy, judge.isZero(.derived) {
      let conditions = derivation.conditionsOfPassivity(at: figure.position, in: figure.section)
      judge.isProvedZero = conditions != nil
      judge.zeroWhere = conditions ?? []
    }
    let names = [(StateReading.derived, "derived"), (.printed, "printed")] + conventions
    for (number, claim) in derivation.claims.enumerated() where claim.figure == figure.name {
      try check(claim, plan)
      let part = FigurePart(plan, claim)
      // The abstract repeats what a section says.
      let before = (0..<number).first {
        derivation.claims[$0].figure == figure.name && statements[$0] == statements[number]
      }
      panel.judgements[number] =
        before.map { panel.judgements[$0] ?? [] }
        ?? names.compactMap { judge.judgement(claim, $0.0, named: $0.1, part: part) }
      guard let right = panel.judgements[number]?.first(where: { $0.reading == names[0].1 }),
        right.verdict != .undecided
      else { continue }
      for mistake in sheet.mistakes {
        let reading = StateReading.slip(mistakes[mistake].places)
        guard
          let wrong = judge.judgement(claim, reading, named: "", isWeighed: false, part: part),
          right.verdict != wrong.verdict, wrong.verdict != .undecided
        else { continue }
        let turn = Consequence.Turn(claim: number, right: right.verdict, wrong: wrong.verdict)
        panel.turns.append((mistake, turn))
      }
    }
    for mistake in sheet.mistakes {
      let places = mistakes[mistake].places
      let reading = StateReading.slip(places)
      panel.comparisons.append(
        try compare(
          mistake, plan, judge, reading, 0, "$\(figure.quantity.latex)$ of Fig. \(figure.name)"))
      for (number, user) in sheet.users.enumerated() where !places.isDisjoint(with: user.elements) {
        var comparison = try compare(mistake, plan, judge, reading, number + 1, user.words)
        comparison.user = user.words
        panel.comparisons.append(comparison)
      }
    }
    return panel
  }

  private mutating func compare(
    _ mistake: Int, _ plan: FigurePlan, _ judge: ClaimJudge, _ reading: StateReading,
    _ quantity: Int, _ words: String
  ) throws(FileError) -> Comparison {
    var result = Comparison(mistake: mistake)
    guard let right = plan.output(.derived, quantity: quantity) else { return result }
    let a = judge.columns[right]
    func change(_ place: Int, _ wrong: Double?) -> Consequence.Change {
      Consequence.Change(
        quantity: words, at: judge.point(place, right).at, right: judge.value(place, right),
        wrong: wrong)
    }
    guard let wrong = plan.output(reading, quantity: quantity) else {
      let known = a.indices.filter { a[$0].isFinite }
      if quantity == 0, !known.isEmpty { result.changes = [change(known[known.count / 2], nil)] }
      return result
    }
    let b = judge.columns[wrong]
    // Where the right one has a number: how often, the first without a wrong one, the largest difference.
    var count = 0
    var missing: Int?
    var worst: (place: Int, size: Double)?
    for place in a.indices where a[place].isFinite {
      count += 1
      let size = abs(a[place] - b[place])
      if !b[place].isFinite {
        missing = missing ?? place
      } else if size > worst?.size ?? -1 {
        worst = (place, size)
      }
    }
    if let missing {
      result.changes = [change(missing, nil)]
      return result
    }
    guard let worst else { return result }
    if worst.size > max(judge.rounding[right], judge.rounding[wrong]) {
      result.changes = [change(worst.place, judge.value(worst.place, wrong))]
      return result
    }
    var isProved = quantity == 0 && isOfEnergy(plan.figure)
    if isProved { isProved = try keepsSpectrum(mistake) }
    result.unchanged = [
      isProved
        ? "\(words): proved, a coherence enters by its absolute value at most"
        : "\(words): equal at all \(count) points"
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

  private mutating func keepsSpectrum(_ number: Int) throws(FileError) -> Bool {
    if let known = keeping[number] { return known }
    let result = try isOfCoherences(number)
    keeping[number] = result
    return result
  }

  /// Every element that is wrong is a coherence with the right absolute value, and the only one of both
  /// its levels: the eigenvalues of (a, z; z*, b) depend on |z| alone.
  private mutating func isOfCoherences(_ number: Int) throws(FileError) -> Bool {
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
      guard isAlone else { return false }
      // The usual ones are seen at once.
      if printed == -derived || printed == -derived.conjugate || printed == derived.conjugate {
        continue
      }
      let difference = printed * printed.conjugate - derived * derived.conjugate
      guard context.field.isZero(difference) else { return false }
    }
    return true
  }
}
