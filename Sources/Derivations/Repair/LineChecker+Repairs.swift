import Checking
import LaTeXMath

/// The repairs of one line, and how far was looked.
struct RepairReport {
  var repairs: [Repair] = []
  /// Up to how many slips.
  var reach = 0
  /// More combinations than were looked at.
  var isCut = false
}

extension LineChecker {
  /// Ways to the wanted value that are looked at.
  private static let mostProposals = 64
  /// Formulas that are different as printed, of which at most so many are shown.
  private static let mostClasses = 4
  /// Spellings of one formula that are tried until one is proved.
  private static let mostSpellings = 3

  /// The least edits of a refuted line's right side that make it true: found modulo a prime, proved by
  /// the exact check on the changed source, read again.
  ///
  /// - Parameter source: the text that the line stands in.
  mutating func repairs(
    of line: PrintedLine, _ right: Formula, in source: SourceText
  ) throws(FileError) -> RepairReport {
    guard let place = line.place else { return RepairReport() }
    switch line.relation {
    case .equal, .equivalent, .defined: break
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .notEqual, .approximately, .proportional,
      .element, .maps:
      return RepairReport()
    }
    var best = try repairs(of: line, right, place, source, isReversed: false)
    // In the opposite order a repair is told only if it takes fewer edits.
    let least = best.repairs.first?.edits ?? .max
    if least > 1, let labels = productBasis(of: line), try admitsReversal(labels) {
      let other = try repairs(
        of: line, right, place, source, isReversed: true, below: least)
      if (other.repairs.first?.edits ?? .max) < least { best = other }
    }
    return best
  }

  /// - Parameter least: only repairs with fewer edits are wanted.
  private mutating func repairs(
    of line: PrintedLine, _ right: Formula, _ place: PrintedLine.Place, _ source: SourceText,
    isReversed: Bool, below least: Int = .max
  ) throws(FileError) -> RepairReport {
    var (_, context) = try contexts.context(at: line.position, in: line.section)
    if isReversed { reverse(&context) }
    let catalogue = SlipCatalogue(
      context.base, at: line.position, in: line.section, excluding: line.left.declarationKey?.key,
      source: source)
    guard let (residues, wanted) = residues(line, right, context, catalogue) else {
      return RepairReport()
    }
    var search = RepairSearch(catalogue, residues)
    let (proposals, reach) = search.proposals(for: right, wanted: wanted, below: least)
    var report = RepairReport(repairs: [], reach: reach, isCut: search.isCut)
    if proposals.isEmpty { return report }
    // Different spellings of one formula are one repair.
    var spelled = RepairSearch(catalogue, SpelledValues(like: residues, catalogue))
    var classes: [(value: ResidueValue?, tries: Int, repair: Repair?)] = []
    let siblings = try siblings(of: line, place)
    report.isCut = report.isCut || proposals.count > Self.mostProposals
    for proposal in proposals.prefix(Self.mostProposals) {
      guard let changed = read(line, place, proposal.changes) else { continue }
      let value = spelled.value(of: changed.formula)
      let number = classes.firstIndex { $0.value == value } ?? classes.count
      if number == classes.count {
        guard number < Self.mostClasses else {
          report.isCut = true
          continue
        }
        classes.append((value, 0, nil))
      }
      guard classes[number].repair == nil, classes[number].tries < Self.mostSpellings else {
        continue
      }
      classes[number].tries += 1
      classes[number].repair = try repair(
        line, place, proposal, changed, siblings, source, isReversed: isReversed)
    }
    // To print the left side again is true of everything: only where nothing else is.
    let left = spelled.value(of: line.left)
    let telling = classes.filter { $0.repair != nil && $0.value != left }
    report.repairs = (telling.isEmpty ? classes : telling).compactMap(\.repair)
    let isUnique = report.repairs.count == 1 && !report.isCut
    for index in report.repairs.indices { report.repairs[index].unique = isUnique }
    return report
  }

  /// What else the same printed formula stands for: other indices, another sign of ±, another left side.
  private struct Sibling {
    var line: PrintedLine
    var isWrong: Bool
  }

  private mutating func siblings(
    of line: PrintedLine, _ place: PrintedLine.Place
  ) throws(FileError) -> [Sibling] {
    var result: [Sibling] = []
    for var other in derivation.lines where other.relation == line.relation {
      guard let at = other.place, at.display.offset == place.display.offset,
        at.piece == place.piece, at.side == place.side,
        at.filling != place.filling || other.left != line.left
      else { continue }
      other.place?.display = place.display
      guard let printed = read(other, other.place ?? at, []) else { continue }
      other.right = printed.formula
      if isDefinition(other) { continue }
      let verdict = try verdict(of: other, printed.formula).verdict
      result.append(Sibling(line: other, isWrong: verdict == .refuted || verdict == .undefined))
    }
    return result
  }

  /// Whether edits make none of what the formula also stands for wrong.
  private mutating func spare(
    _ siblings: [Sibling], _ changes: [TextEdit]
  ) throws(FileError) -> Bool {
    for var sibling in siblings where !sibling.isWrong {
      guard let place = sibling.line.place, let changed = read(sibling.line, place, changes) else {
        return false
      }
      sibling.line.right = changed.formula
      let verdict = try verdict(of: sibling.line, changed.formula).verdict
      if verdict == .refuted || verdict == .undefined { return false }
    }
    return true
  }

  /// The proposal as a repair, if the exact check proves it.
  ///
  /// - Parameter changed: the right side as the proposal has it.
  private mutating func repair(
    _ line: PrintedLine, _ place: PrintedLine.Place, _ proposal: RepairProposal,
    _ changed: (formula: Formula, latex: String), _ siblings: [Sibling], _ source: SourceText,
    isReversed: Bool
  ) throws(FileError) -> Repair? {
    var line = line
    var (changes, changed) = (proposal.changes, changed)
    if !(try spare(siblings, changes)) {
      changes = changes.map { place.filling.generalised($0) }
      guard changes != proposal.changes, try spare(siblings, changes),
        let general = read(line, place, changes)
      else { return nil }
      changed = general
    }
    line.right = changed.formula
    let judgement = try verdict(of: line, changed.formula, seeksWitness: false)
    var under: [String] = []
    switch (judgement.verdict, judgement.need) {
    case (.proved, nil) where !isReversed: break
    case (.convention, .reversedBasis) where isReversed:
      guard let labels = productBasis(of: line) else { return nil }
      under = [
        "the basis in the order \(Self.kets(labels.reversed())), the reverse of the declared"
      ]
    default: return nil
    }
    return proposal.repair(changes, latex: changed.latex, under: under, in: source)
  }

  /// Values at a point where the wanted side has one, and every factor of the printed side.
  func residues(
    _ line: PrintedLine, _ right: Formula, _ context: Context, _ catalogue: SlipCatalogue,
    from first: UInt64 = 1
  ) -> (FormulaResidues, ResidueValue)? {
    for seed in first..<first + 32 {
      var residues = FormulaResidues(
        context, at: line.position, in: line.section, seed: seed)
      let wanted: ResidueValue?
      if case .matrix = right.kind {
        var copy = context
        guard let sides = try? copy.sides(line, right) else { return nil }
        residues = FormulaResidues(copy, at: line.position, in: line.section, seed: seed)
        wanted = residues.residues(sides.derived).map { .tuple($0) }
      } else {
        wanted = residues.value(of: line.left)
      }
      guard let wanted, residues.value(of: right) != nil else { continue }
      var search = RepairSearch(catalogue, residues)
      if search.value(of: right) != nil { return (residues, wanted) }
    }
    return nil
  }

  /// The right side of the line in its display with edits made, read again.
  func read(
    _ line: PrintedLine, _ place: PrintedLine.Place, _ changes: [TextEdit]
  ) -> (formula: Formula, latex: String)? {
    let offset = place.display.offset
    let bounds = 0...place.display.text.utf8.count
    let edits = changes.map {
      TextEdit(
        range: $0.range.lowerBound - offset..<$0.range.upperBound - offset,
        replacement: $0.replacement)
    }
    guard
      edits.allSatisfy({
        bounds.contains($0.range.lowerBound) && bounds.contains($0.range.upperBound)
      })
    else { return nil }
    let text = TextEdit.apply(edits, to: place.display.text)
    let reading = LaTeXReader.statements(in: text)
    // An edit that splits a statement in two is none of a formula.
    guard reading.pieces.count == place.pieces, reading.pieces.indices.contains(place.piece),
      case .statement(let statement) = reading.pieces[place.piece],
      statement.sides.indices.contains(place.side)
    else { return nil }
    let side = statement.sides[place.side]
    let bytes = Array(text.utf8)[side.range]
    return (
      place.filling(side).shifted(by: offset),
      LineReader.text(side, place.filling, as: String(decoding: bytes, as: UTF8.self))
    )
  }

  static func kets(_ labels: [String]) -> String {
    "$" + labels.map { "|\($0)\\rangle" }.joined(separator: ", ") + "$"
  }
}
