import Checking
import ExactAlgebra
import LaTeXMath
import OpenSystems
import SymbolicAlgebra

/// Decides printed lines one by one, each against the model and never against another line.
struct LineChecker {
  let derivation: Derivation
  var contexts: Contexts
  /// Refuted lines are searched for repairs.
  var seeksRepairs = true
  var diagnostics: [FileDiagnostic] = []
  /// Bases of product kets that were tried in the opposite order, and whether that is consistent.
  var reversals: [[String]: Bool] = [:]
  /// Whether a line about such a basis that says more than `= 0` asks for the opposite order.
  var supported: [[String]: Bool] = [:]

  init(derivation: Derivation, contexts: Contexts) {
    self.derivation = derivation
    self.contexts = contexts
  }

  /// What one reading of a line under one statistics came to.
  struct Judgement {
    /// What a line needs to be true that is true under a convention other than the declared one.
    enum Need: Hashable, Sendable {
      case reversedBasis
      case statistics
    }

    var verdict: Verdict
    /// With the verdict `convention`.
    var need: Need?
    /// LaTeX of what the model gives, made where it is asked for: most judgements are steps to another one.
    var derived: () -> String? = { nil }
    var witness: Witness?
    var conditions: [String] = []
    var notes: [String] = []
    /// Rates, occupations or elements of the state are involved.
    var dependsOnReservoirs = false
    /// Undeclared symbols of the line.
    var undeclared: [FileDiagnostic] = []
  }

  mutating func check(_ line: PrintedLine) throws(FileError) -> LineOutcome {
    let source = derivation.base.document.source
    let given = derivation.restrictions(at: line.position, in: line.section)
      .filter { !$0.isAssumption }.map(\.phrase.text)
    var outcome = LineOutcome(
      equation: line.equation, subject: line.subject, verdict: .unreadable, printed: line.printed,
      given: given, notes: line.notes, location: source.location(line.range))
    if let problem = line.problem {
      let place = source.location(problem.range)
      outcome.notes.append("line \(place.line), column \(place.column): \(problem.message)")
      return outcome
    }
    guard let right = line.right else { return outcome }
    if isDefinition(line) {
      let judgement = try definition(line, right)
      return outcome.with(judgement)
    }
    let judgement = try verdict(of: line, right)
    for diagnostic in judgement.undeclared where !diagnostics.contains(diagnostic) {
      diagnostics.append(diagnostic)
    }
    outcome = outcome.with(judgement)
    if outcome.verdict == .refuted, seeksRepairs {
      outcome.mend(with: try repairs(of: line, right, in: source))
    }
    if outcome.verdict == .refuted, outcome.mark == nil {
      outcome.mark = source.location(right.range)
    }
    return outcome
  }

  /// A line against the model, under every statistics and basis order that it leaves open.
  ///
  /// - Parameter seeksWitness: otherwise what neither is proved nor true by convention may come back
  ///   undecided.
  mutating func verdict(
    of line: PrintedLine, _ right: Formula, seeksWitness: Bool = true
  ) throws(FileError) -> Judgement {
    let isOpen = try leavesStatisticsOpen(line)
    var judgement = try judge(
      line, right, statistics: nil, seeksWitness: seeksWitness && !isOpen)
    if isOpen, judgement.verdict == .refuted || judgement.verdict == .undecided {
      // Each statistics has a witness of its own.
      if judgement.dependsOnReservoirs {
        judgement = try byStatistics(line, right, seeksWitness: seeksWitness)
      } else if seeksWitness {
        judgement = try judge(line, right, statistics: nil)
      }
    }
    let isWrong =
      judgement.verdict == .refuted || (judgement.verdict == .undecided && !seeksWitness)
    if isWrong, let convention = try reversedBasis(line, right) {
      // Only a line that is refuted in the declared order is one of the other order.
      judgement = seeksWitness ? convention : try verdict(of: line, right)
    }
    return judgement
  }

  // MARK: Conventions

  /// A line about elements in a product basis that is true with the basis in the opposite order, if
  /// every line about that basis that is true in the declared order is true in the other as well.
  ///
  /// That an element vanishes says little: another element may do so in any order. Such a line needs
  /// another one that asks for the opposite order too.
  private mutating func reversedBasis(
    _ line: PrintedLine, _ right: Formula
  ) throws(FileError) -> Judgement? {
    guard let labels = productBasis(of: line), var judgement = try reversed(line, right),
      judgement.verdict == .proved, try admitsReversal(labels)
    else { return nil }
    if right.isZero, !(try isSupported(labels)) { return nil }
    judgement.verdict = .convention
    judgement.need = .reversedBasis
    judgement.notes.append(
      "true with the basis in the order \(Self.kets(labels.reversed())), the reverse of the declared"
    )
    return judgement
  }

  /// The basis of product kets that a line's left side is about.
  func productBasis(of line: PrintedLine) -> [String]? {
    guard let (key, _) = line.left.declarationKey,
      let index = derivation.base.notation.lookup(key, at: line.position, in: line.section),
      case .meaning(let meaning, _) = derivation.base.notation.declarations[index].kind
    else { return nil }
    return meaning.productBasis
  }

  /// Reads every basis of product kets in the opposite order.
  func reverse(_ context: inout Context) {
    context.base.notation = derivation.base.notation.withReversedBases()
    context.forgetNames()
  }

  /// The line with every basis of product kets in the opposite order: proved, or not.
  private mutating func reversed(
    _ line: PrintedLine, _ right: Formula
  ) throws(FileError) -> Judgement? {
    var (_, context) = try contexts.context(at: line.position, in: line.section)
    reverse(&context)
    guard let sides = try? context.sides(line, right) else { return nil }
    return equality(line, sides, &context, seeksWitness: false)
  }

  /// Whether no line about a basis speaks for its declared order.
  mutating func admitsReversal(_ labels: [String]) throws(FileError) -> Bool {
    if let known = reversals[labels] { return known }
    var admits = true
    for line in derivation.lines where admits && line.problem == nil && speaks(line, of: labels) {
      guard let right = line.right,
        try judge(line, right, statistics: nil, seeksWitness: false).verdict == .proved
      else { continue }
      admits = try reversed(line, right)?.verdict == .proved
    }
    reversals[labels] = admits
    return admits
  }

  private mutating func isSupported(_ labels: [String]) throws(FileError) -> Bool {
    if let known = supported[labels] { return known }
    var isSupported = false
    for line in derivation.lines
    where !isSupported && line.problem == nil && productBasis(of: line) == labels {
      guard let right = line.right, !right.isZero,
        try reversed(line, right)?.verdict == .proved
      else { continue }
      isSupported = try judge(line, right, statistics: nil).verdict == .refuted
    }
    supported[labels] = isSupported
    return isSupported
  }

  private func speaks(_ line: PrintedLine, of labels: [String]) -> Bool {
    meanings(in: line).contains { $0.productBasis == labels }
  }

  /// What the names in a line mean, and those behind them, where the file says so.
  func meanings(in line: PrintedLine) -> [Meaning] {
    let base = derivation.base
    return base.declarations(
      usedBy: [line.left, line.right].compactMap { $0 }, at: line.position, in: line.section
    ).compactMap { base.notation.declarations[$0].meaning }
  }

  // MARK: Definitions

  func isDefinition(_ line: PrintedLine) -> Bool {
    guard let (key, _) = line.left.declarationKey,
      let index = derivation.base.notation.lookup(key, at: line.position, in: line.section)
    else { return false }
    let declaration = derivation.base.notation.declarations[index]
    return declaration.isPrinted && declaration.range == line.range
      && declaration.position == line.position
  }

  /// A definition has to be readable and to have a value.
  private mutating func definition(
    _ line: PrintedLine, _ right: Formula
  ) throws(FileError) -> Judgement {
    var (key, context) = try contexts.context(at: line.position, in: line.section)
    context.position = line.position
    context.section = line.section
    var elaborator = context.elaborator(at: line.position, in: line.section)
    do {
      switch try elaborator.elaborate(right) {
      case .scalar(let e): _ = try context.canonical(e)
      case .linear(let e): _ = try context.canonical(e)
      case .ket(let e): _ = try context.canonical(e)
      case .bra, .siteKet, .matrix, .superoperator: break
      }
      contexts.store(context, key)
      return Judgement(verdict: .defined)
    } catch let error as ElaborationError {
      if error.code == "undeclared-symbol" { throw context.fileError(error) }
      return problem(error)
    } catch let error as EvaluationError {
      contexts.store(context, key)
      return problem(error, isPrinted: true)
    } catch {
      return Judgement(verdict: .undecided)
    }
  }

  private func problem(_ error: ElaborationError) -> Judgement {
    let place = derivation.base.document.source.location(error.range)
    var note = "line \(place.line), column \(place.column): \(error.message)"
    if !error.help.isEmpty { note += "; \(error.help)" }
    return Judgement(verdict: .unreadable, notes: [note])
  }

  private func problem(_ error: EvaluationError, isPrinted: Bool) -> Judgement {
    let side = isPrinted ? "the printed side" : "the derived side"
    switch error {
    case .divisionByZero, .field(.divisionByZero):
      return Judgement(
        verdict: .undefined, notes: ["\(side) has no value: \(error.message)"])
    case .undeclared, .circular:
      return Judgement(verdict: .unreadable, notes: ["\(side): \(error.message)"])
    case .field, .reservoirOperator, .unsupported:
      return Judgement(verdict: .undecided, notes: ["\(side): \(error.message)"])
    }
  }

  // MARK: Statistics left open

  mutating func leavesStatisticsOpen(_ line: PrintedLine) throws(FileError) -> Bool {
    let (_, context) = try contexts.context(at: line.position, in: line.section)
    return context.statistics == nil
      && derivation.base.model.baths.contains { $0.statistics == nil }
  }

  /// Without a statistics in force a line is proved if it holds for each, and refuted only if it fails
  /// for each.
  private mutating func byStatistics(
    _ line: PrintedLine, _ right: Formula, seeksWitness: Bool
  ) throws(FileError) -> Judgement {
    var results: [(Statistics, Judgement)] = []
    for statistics in Statistics.allCases {
      // True for one, it is true by convention, whatever the others say.
      let isOpen = seeksWitness && !results.contains { $0.1.verdict == .proved }
      results.append(
        (statistics, try judge(line, right, statistics: statistics, seeksWitness: isOpen)))
    }
    let proved = results.filter { $0.1.verdict == .proved }
    if proved.count == results.count {
      var result = results[0].1
      result.notes.append("proved for bosons and for fermions separately")
      return result
    }
    if let (statistics, judgement) = proved.first {
      var result = judgement
      result.verdict = .convention
      result.need = .statistics
      result.notes.append("true for \(statistics.rawValue)s")
      return result
    }
    var (statistics, result) = results.first { $0.1.verdict != .refuted } ?? results[0]
    result.notes.append(
      result.verdict == .refuted
        ? "it fails for bosons and for fermions; the values are for \(statistics.rawValue)s"
        : "for \(statistics.rawValue)s")
    return result
  }

  // MARK: One reading

  mutating func judge(
    _ line: PrintedLine, _ right: Formula, statistics: Statistics?, seeksWitness: Bool = true
  ) throws(FileError) -> Judgement {
    var (key, context) = try contexts.context(
      at: line.position, in: line.section, statistics: statistics)
    defer { contexts.store(context, key) }
    return judge(line, right, in: &context, seeksWitness: seeksWitness)
  }

  /// A line in one model, under no other convention.
  ///
  /// - Parameter seeksWitness: otherwise an equality that is not proved may come back undecided.
  func judge(
    _ line: PrintedLine, _ right: Formula, in context: inout Context, seeksWitness: Bool = true
  ) -> Judgement {
    let sides: LineSides
    do {
      sides = try context.sides(line, right)
    } catch {
      switch error {
      case .elaboration(let error): return problem(error)
      case .evaluation(let error, let isPrinted): return problem(error, isPrinted: isPrinted)
      }
    }
    switch line.relation {
    case .equal, .equivalent, .defined:
      let used = Set(
        context.field.closure(of: (sides.printed + sides.derived).flatMap(\.variables)))
      var result = equality(line, sides, &context, seeksWitness: seeksWitness)
      result.dependsOnReservoirs = !context.reservoirGenerators.isDisjoint(with: used)
      if result.verdict == .undecided, !context.openLevels.isEmpty, !seeksWitness {
        return judge(line, right, in: &context)
      }
      result = withoutBasis(line, sides, result, &context)
      return withoutTies(sides, withoutAngles(sides, result, context), context)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      let used = Set((sides.printed + sides.derived).flatMap(\.variables))
      var result = inequality(line, sides, &context)
      result.dependsOnReservoirs = !context.reservoirGenerators.isDisjoint(with: used)
      result = withoutBasis(line, sides, result, &context)
      return withoutTies(sides, withoutAngles(sides, result, context), context)
    case .notEqual, .approximately, .proportional, .element, .maps:
      return Judgement(
        verdict: .undecided,
        notes: ["only equalities and inequalities are decided, not \(line.relation.rawValue)"])
    }
  }

  /// An inequality, with the elements of the state and the occupations as the model makes them.
  private func inequality(
    _ line: PrintedLine, _ sides: LineSides, _ context: inout Context
  ) -> Judgement {
    guard sides.printed.count == 1, sides.printed[0].isReal, sides.derived[0].isReal else {
      return Judgement(verdict: .undecided, notes: ["an inequality between numbers is expected"])
    }
    guard sides.strays.isEmpty else {
      let names = sides.strays.map { "$\($0.name)$" }.joined(separator: ", ")
      return Judgement(verdict: .undecided, notes: ["undeclared in an inequality: \(names)"])
    }
    let closed: Comparison
    do {
      closed = try context.closed(sides)
    } catch {
      return Judgement(verdict: .undecided, notes: ["the steady state: \(error.message)"])
    }
    let (printed, derived) = (closed.printed[0], closed.derived[0])
    guard printed.isReal, derived.isReal else {
      return Judgement(verdict: .undecided, notes: ["an inequality between numbers is expected"])
    }
    var difference = derived.real - printed.real
    let isStrict = line.relation == .less || line.relation == .greater
    if line.relation == .less || line.relation == .lessOrEqual { difference = -difference }
    if context.field.isProvablyPositive(difference)
      || (!isStrict && context.field.isZero(difference))
    {
      let assumed = context.field.assumptions.filter { assumption in
        guard let ratio = context.field.canonical(difference * assumption.positive.inverse) else {
          return false
        }
        return ratio.constantValue != nil
      }
      let conditions = context.metConditions(sides) + assumed.map(\.latex).filter { !$0.isEmpty }
      return Judgement(verdict: .proved, conditions: conditions)
    }
    let open = Judgement(
      verdict: .undecided, notes: ["the inequality does not follow from positive coefficients"])
    let used = Set(difference.variables)
    // Points where related quantities are chosen apart from each other would refute nothing.
    guard context.areUnrelated(context.field.dependencies(of: difference.variables)),
      context.field.areFunctionsFree(among: difference.variables)
    else { return open }
    // An occupation does not reach the ends of its range.
    let includesEnds = context.reservoirs.generators.isDisjoint(with: used)
    let excludesZero = !isStrict || !includesEnds
    // In the end points in general position, where those of small height tell nothing.
    for isScattered in [false, true] {
      let points = SamplePoints(
        context.field, covering: difference.variables, limit: 2000, includesEnds: includesEnds,
        scattered: isScattered)
      guard !points.isEntangled else { return open }
      for point in points {
        guard let value = difference.substituting(point)?.constantValue else { continue }
        if value < 0 || (!excludesZero && value.isZero) {
          let shown = point.filter { used.contains($0.key) }.sorted { $0.key < $1.key }
          let left = derived.substituting(point) ?? .zero
          let right = printed.substituting(point) ?? .zero
          return Judgement(
            verdict: .refuted,
            witness: context.witness(
              shown.map { ($0.key, $0.value) }, printed: right, derived: left))
        }
      }
    }
    return open
  }
}

extension Formula {
  /// Zero, or a matrix of zeros.
  fileprivate var isZero: Bool {
    switch kind {
    case .number(let text): text.allSatisfy { $0 == "0" || $0 == "." }
    case .matrix(let rows): rows.allSatisfy { $0.allSatisfy(\.isZero) }
    case .group(_, let contents): contents.count == 1 && contents[0].isZero
    default: false
    }
  }
}

extension LineOutcome {
  /// Adds what was found to mend the line, and what that says of where it went wrong.
  mutating func mend(with report: RepairReport) {
    repairs = report.repairs
    guard let repair = repairs.first else {
      if report.reach > 0 {
        let slips = report.reach == 1 ? "one slip" : "up to \(report.reach) slips"
        notes.append(
          "no edit of \(slips) mends it" + (report.isCut ? ", among those that were tried" : ""))
      }
      return
    }
    mark = repair.changes.first?.location
    origin = repair.slips.allSatisfy(\.isOfGlyphs) ? .transcription : .formula
  }

  func with(_ judgement: LineChecker.Judgement) -> LineOutcome {
    var result = self
    result.verdict = judgement.verdict
    result.needsReversedBasis = judgement.need == .reversedBasis
    result.derived = judgement.derived()
    result.witness = judgement.witness
    result.conditions = judgement.conditions
    result.notes += judgement.notes
    result.hasUndeclared = !judgement.undeclared.isEmpty
    return result
  }
}
