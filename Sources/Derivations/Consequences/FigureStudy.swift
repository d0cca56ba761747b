import ExactAlgebra
import LaTeXMath
import NumericEvaluation
import SymbolicAlgebra

/// What a paper's figures and claims become under every reading of its formulas.
struct FigureStudy {
  let derivation: Derivation
  private(set) var claims: [Claim] = []
  private(set) var conflicts: [ClaimConflict] = []
  private(set) var consequences: [Consequence] = []
  private let mistakes: [Mistake]
  private var effects: [Effect]

  /// What one mistake does, gathered over the figures.
  private struct Effect {
    var changes: [Consequence.Change] = []
    var unchanged: [String] = []
    var turns: [Consequence.Turn] = []
    var seen = Set<String>()
  }

  init(
    _ derivation: Derivation, _ contexts: Contexts, _ outcome: Outcome,
    progress: (String) -> Void
  ) throws(FileError) {
    self.derivation = derivation
    mistakes = derivation.mistakes(outcome)
    effects = mistakes.map { _ in Effect() }
    let conventions = outcome.findings.compactMap { finding -> PanelStudy.Convention? in
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
    let study = PanelStudy(derivation, contexts, outcome, mistakes, conventions)
    let figures = derivation.figures
    // Maps take longest: they come first.
    let groups = FigurePlan.groups(of: figures, in: derivation).enumerated().sorted {
      (-figures[$0.element[0]].axes.count, $0.offset)
        < (-figures[$1.element[0]].axes.count, $1.offset)
    }.map(\.element)
    var group = figures.map { _ in [Int]() }
    for numbers in groups { for number in numbers { group[number] = numbers } }
    let groupOf = group
    let (panels, _) = Crew(threads: derivation.threads).gather(groups, state: study) { number in
      progress("Fig. \(figures[number].name)")
    } _: { own, number -> Result<PanelStudy.Panel, FileError> in
      Result { () throws(FileError) in try own.panel(number, of: groupOf[number]) }
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
  private mutating func add(_ panel: PanelStudy.Panel) {
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
