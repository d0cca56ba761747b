import Checking
import LaTeXMath

extension LineChecker {
  /// Mends printed definitions: one that no true line uses, and of which a single slip undone makes more
  /// than one wrong line true, or the only one that uses it, if that has no repair of its own. The slip is
  /// then there, and not in the lines.
  mutating func mendDefinitions(_ outcomes: inout [LineOutcome]) throws(FileError) {
    var users: [Int: [Int]] = [:]
    var trusted = derivation.base.definitionsOfModel
    for (number, outcome) in outcomes.enumerated() {
      let line = derivation.lines[number]
      guard line.relation == .equal, let right = line.right, line.place != nil else { continue }
      let used = derivation.base.definitions(
        usedBy: [line.left, right], at: line.position, in: line.section)
      switch outcome.verdict {
      case .proved, .convention: trusted.formUnion(used)
      case .refuted: for index in used { users[index, default: []].append(number) }
      case .defined, .undefined, .undecided, .unreadable: continue
      }
    }
    for (index, numbers) in users.sorted(by: { $0.key < $1.key })
    where !trusted.contains(index) && (numbers.count > 1 || outcomes[numbers[0]].repairs.isEmpty) {
      try mend(index, usedBy: numbers, &outcomes)
    }
  }

  private mutating func mend(
    _ index: Int, usedBy numbers: [Int], _ outcomes: inout [LineOutcome]
  ) throws(FileError) {
    let declaration = derivation.base.notation.declarations[index]
    guard
      let own = derivation.lines.firstIndex(where: {
        $0.position == declaration.position && $0.range == declaration.range
          && $0.left.declarationKey?.key == declaration.key
      }), let right = derivation.lines[own].right, let place = derivation.lines[own].place
    else { return }
    let source = derivation.base.document.source
    let catalogue = SlipCatalogue(
      derivation.base, at: declaration.position, in: declaration.section,
      excluding: declaration.key, source: source)
    var best: (saved: [Int], proposal: RepairProposal, latex: String)?
    var equallyGood = 0
    for edit in catalogue.variants(of: right, in: .side) where edit.cost == 1 {
      let proposal = RepairProposal(edits: [edit], cost: 1)
      guard let changed = read(derivation.lines[own], place, proposal.changes) else { continue }
      let saved = try saved(numbers, with: changed.formula, for: index)
      guard saved.count >= min(2, numbers.count), saved.count >= best?.saved.count ?? 0 else {
        continue
      }
      let isBetter = saved.count > best?.saved.count ?? 0
      equallyGood = isBetter ? 1 : equallyGood + 1
      if isBetter || proposal.weight < best?.proposal.weight ?? .max {
        best = (saved, proposal, changed.latex)
      }
    }
    guard let best, let edit = best.proposal.edits.first,
      var repair = best.proposal.repair(best.proposal.changes, latex: best.latex, in: source)
    else { return }
    repair.unique = equallyGood == 1
    outcomes[own].repairs = [repair]
    outcomes[own].origin = edit.slip.isOfGlyphs ? .transcription : .formula
    let names = best.saved.map { "$\(outcomes[$0].subject)$ of (\(outcomes[$0].equation))" }
    outcomes[own].notes.append(
      "with one edit here \(names.joined(separator: ", ")) \(names.count == 1 ? "follows" : "follow")"
    )
    for number in best.saved {
      outcomes[number].notes.append(
        "follows as printed if $\(outcomes[own].subject)$ of (\(outcomes[own].equation)) is mended: "
          + "$\(outcomes[own].subject) = \(best.latex)$")
    }
  }

  /// The lines that are true with another definition, first by value, then by the exact check.
  private mutating func saved(
    _ numbers: [Int], with formula: Formula, for index: Int
  ) throws(FileError) -> [Int] {
    var result: [Int] = []
    var wrong = 0
    for number in numbers {
      let line = derivation.lines[number]
      guard let right = line.right else { continue }
      var (_, context) = try contexts.context(at: line.position, in: line.section)
      context.base.notation = context.base.notation.replacingDefinition(index, by: formula)
      context.forgetNames()
      guard isTrueAtAPoint(line, right, context) else {
        // A line may have a slip of its own; where the first two stay wrong, the rest is not asked.
        wrong += 1
        if result.isEmpty, wrong == 2 { return [] }
        continue
      }
      if judge(line, right, in: &context, seeksWitness: false).verdict == .proved {
        result.append(number)
      }
    }
    return result
  }

  private func isTrueAtAPoint(_ line: PrintedLine, _ right: Formula, _ context: Context) -> Bool {
    for seed in UInt64(1)...8 {
      var residues = FormulaResidues(context, at: line.position, in: line.section, seed: seed)
      guard let wanted = residues.value(of: line.left), let value = residues.value(of: right) else {
        continue
      }
      return value.matches(wanted, dimension: residues.dimension)
    }
    return false
  }
}
