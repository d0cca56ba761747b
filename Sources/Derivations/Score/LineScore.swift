import Checking
import LaTeXMath

/// Plants slips in one proved line and rewrites it, and counts what the checker says.
struct LineScore {
  let line: PrintedLine
  let right: Formula
  let place: PrintedLine.Place
  let catalogue: SlipCatalogue
  private var checker: LineChecker
  /// Points at which values are compared: some have none, where what is under a root is no square.
  private static let points = 6
  /// Values at these points.
  private var residues: [(values: FormulaResidues, wanted: ResidueValue)] = []
  private var spelled: RepairSearch<SpelledValues>
  private let original: ResidueValue?
  private(set) var score: Score

  init?(_ number: Int, _ checker: LineChecker) {
    let derivation = checker.derivation
    let line = derivation.lines[number]
    guard let right = line.right, let place = line.place, line.relation == .equal else {
      return nil
    }
    self.line = line
    self.right = right
    self.place = place
    self.checker = checker
    let base = derivation.base
    catalogue = SlipCatalogue(
      base, at: line.position, in: line.section, excluding: nil, source: base.document.source)
    guard
      let (_, context) = try? self.checker.contexts.context(
        at: line.position, in: line.section)
    else { return nil }
    for number in 0..<Self.points {
      guard
        let point = self.checker.residues(
          line, right, context, catalogue, from: UInt64(1 + 100 * number))
      else { return nil }
      residues.append(point)
    }
    spelled = RepairSearch(catalogue, SpelledValues(like: residues[0].values, catalogue))
    original = spelled.value(of: right)
    score = Score(derivation: derivation.name, lines: 1)
  }

  // MARK: Slips

  /// Plants every single slip, or every `step`-th, beginning with one that depends on the line.
  mutating func plant(every step: Int, from start: Int) throws(FileError) {
    var seen = Set<[TextEdit]>()
    let variants = catalogue.variants(of: right, in: .side).filter {
      $0.cost == 1 && seen.insert($0.changes).inserted
    }
    for (number, variant) in variants.enumerated() where (number + start) % step == 0 {
      let changes = RepairProposal(edits: [variant], cost: 1).changes
      guard let mutant = mutant(changes), let isSame = isSame(mutant.formula) else {
        score.leftOut.slips += 1
        continue
      }
      guard mutant.latex != line.printed else { continue }
      let verdict = try checker.verdict(of: mutant.line, mutant.formula).verdict
      if isSame {
        score.harmless.count(verdict)
        if verdict == .refuted { miss(.wronglyRefuted, mutant.latex, verdict.rawValue) }
        continue
      }
      try judge(variant.slip, mutant, verdict)
    }
  }

  private mutating func judge(
    _ slip: Slip, _ mutant: Mutant, _ verdict: Verdict
  ) throws(FileError) {
    var tally = Score.Tally(slip)
    tally.planted = 1
    if verdict == .refuted || verdict == .undefined {
      tally.refuted = 1
    } else {
      miss(.notRefuted, mutant.latex, verdict.rawValue)
    }
    if verdict == .refuted {
      let report = try checker.repairs(of: mutant.line, mutant.formula, in: mutant.source)
      let places = report.repairs.indices.filter { isOriginal(report.repairs[$0].latex) }
      if places.first == 0 {
        tally.repairedFirst = 1
      } else if !places.isEmpty {
        tally.repairedLater = 1
        miss(.repairedOtherwise, mutant.latex, report.repairs[0].latex)
      } else if let first = report.repairs.first {
        miss(.repairedOtherwise, mutant.latex, first.latex)
      } else {
        miss(.notRepaired, mutant.latex, "")
      }
    }
    score.add(Score(derivation: score.derivation, planted: [tally]))
  }

  /// Whether a formula is the line's right side as printed, in whatever spelling.
  private mutating func isOriginal(_ latex: String) -> Bool {
    guard let formula = try? LaTeXReader.formula(in: latex), let original else { return false }
    return spelled.value(of: formula) == original
  }

  // MARK: Rewritings

  mutating func rewrite(_ rewriter: Rewriter, every step: Int, from start: Int) throws(FileError) {
    for (number, rewriting) in rewriter.rewritings(of: right).enumerated()
    where (number + start) % step == 0 {
      // Values at points guard against a rewriting that is none.
      guard let mutant = mutant(rewriting.changes), isSame(mutant.formula) == true else {
        score.leftOut.rewritings += 1
        continue
      }
      let verdict = try checker.verdict(of: mutant.line, mutant.formula).verdict
      var entry = Score.Rewritten(rewriting.kind.rawValue)
      entry.count(verdict)
      if entry.refuted > 0 { miss(.wronglyRefuted, mutant.latex, verdict.rawValue) }
      score.add(Score(derivation: score.derivation, rewritten: [entry]))
    }
  }

  // MARK: Both

  private struct Mutant {
    var line: PrintedLine
    var formula: Formula
    var latex: String
    var source: SourceText
  }

  /// The line with its source changed.
  private func mutant(_ changes: [TextEdit]) -> Mutant? {
    guard let changed = checker.read(line, place, changes) else { return nil }
    let source = catalogue.source
    let text = TextEdit.apply(changes, to: String(decoding: source.bytes, as: UTF8.self))
    guard let whole = try? SourceText(bytes: Array(text.utf8), file: source.file) else {
      return nil
    }
    let grown = changes.reduce(0) { $0 + $1.replacement.utf8.count - $1.range.count }
    var mutated = line
    mutated.right = changed.formula
    let start = place.display.offset
    mutated.place?.display = Phrase(
      text: whole.text(start..<start + place.display.text.utf8.count + grown), offset: start)
    return Mutant(line: mutated, formula: changed.formula, latex: changed.latex, source: whole)
  }

  /// Whether a formula has the wanted values at two points; `nil` if it has values at fewer.
  private mutating func isSame(_ formula: Formula) -> Bool? {
    var met = 0
    for index in residues.indices {
      guard let value = residues[index].values.value(of: formula) else { continue }
      guard value.matches(residues[index].wanted, dimension: residues[index].values.dimension)
      else { return false }
      met += 1
      if met == 2 { return true }
    }
    return nil
  }

  private mutating func miss(_ kind: Score.Miss.Kind, _ latex: String, _ said: String) {
    score.misses.append(
      .init(kind: kind, equation: line.equation, subject: line.subject, latex: latex, said: said))
  }
}
