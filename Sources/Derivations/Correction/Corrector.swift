import Checking
import LaTeXMath

/// What would put right the lines of one document, as edits of its text; nothing is applied.
struct Corrector {
  let derivation: Derivation
  let outcome: Outcome
  private var checker: LineChecker

  /// Edits that belong together: all of them make one thing right.
  struct Proposal: Sendable {
    var source: Correction.Entry.Source
    var edits: [TextEdit]
    /// Places in the outcome's lines that are proved with them.
    var lines: [Int]
    var repair: Repair?
  }

  init(_ derivation: Derivation, _ outcome: Outcome) throws(FileError) {
    self.derivation = derivation
    self.outcome = outcome
    checker = LineChecker(derivation: derivation, contexts: try Contexts(derivation))
  }

  /// Slips in printed definitions, undone: their users may follow without more.
  func definitions() -> [Proposal] {
    merged(
      outcome.lines.indices.filter { outcome.lines[$0].verdict == .defined }
        .compactMap { repair(ofLine: $0, reversed: []) })
  }

  /// What to change in bases and lines, in the order of the document.
  mutating func lines() throws(FileError) -> [Proposal] {
    let orders = orders()
    let reversed = Set(orders.flatMap(\.labels))
    let doubtful = doubtfulDefinitions()
    var result = orders.map(\.proposal)
    for number in outcome.lines.indices where outcome.lines[number].verdict == .refuted {
      var proposal = repair(ofLine: number, reversed: reversed)
      if proposal == nil, !uses(doubtful, number) { proposal = try replacement(ofLine: number) }
      if let proposal { result.append(proposal) }
    }
    return merged(result)
  }

  /// Those with the same edits are one, for one printed formula may stand for several lines; of those whose
  /// edits meet the first stays.
  private func merged(_ proposals: [Proposal]) -> [Proposal] {
    var result: [Proposal] = []
    for proposal in proposals {
      if let known = result.firstIndex(where: { $0.edits == proposal.edits }) {
        result[known].lines += proposal.lines
      } else if result.allSatisfy({ !$0.meets(proposal) }) {
        result.append(proposal)
      }
    }
    return result
  }

  // MARK: Definitions in doubt

  /// Printed definitions that two or more lines use, all of which are refuted: the slip is likely there, and
  /// the lines are not rewritten.
  private func doubtfulDefinitions() -> Set<Int> {
    var wrong: [Int: Int] = [:]
    var trusted = derivation.base.definitionsOfModel
    for number in outcome.lines.indices {
      switch outcome.lines[number].verdict {
      case .proved, .convention: trusted.formUnion(definitions(usedBy: number))
      case .refuted: for index in definitions(usedBy: number) { wrong[index, default: 0] += 1 }
      case .defined, .undefined, .undecided, .unreadable: continue
      }
    }
    return Set(wrong.filter { $0.value > 1 && !trusted.contains($0.key) }.map(\.key))
  }

  private func uses(_ definitions: Set<Int>, _ number: Int) -> Bool {
    self.definitions(usedBy: number).contains(where: definitions.contains)
  }

  private func definitions(usedBy number: Int) -> [Int] {
    let line = derivation.lines[number]
    guard let right = line.right else { return [] }
    return derivation.base.definitions(
      usedBy: [line.left, right], at: line.position, in: line.section)
  }

  // MARK: Repairs

  /// The most plausible repair that was proved, under the declared conventions or with a basis in its other
  /// order, if that is put right too.
  private func repair(ofLine number: Int, reversed: Set<[String]>) -> Proposal? {
    let line = outcome.lines[number]
    let labels = checker.productBasis(of: derivation.lines[number])
    let left = derivation.lines[number].left
    let repair = line.repairs.first { repair in
      !isSame(repair.latex, left)
        && (line.verdict == .defined || repair.under.isEmpty
          || labels.map(reversed.contains) ?? false)
    }
    guard let repair else { return nil }
    let source = derivation.base.document.source
    return Proposal(
      source: .repair,
      edits: repair.changes.map {
        TextEdit(range: source.range(of: $0.location), replacement: $0.replacement)
      }, lines: [number], repair: repair)
  }

  // MARK: Orders of bases

  /// Bases that lines need in the opposite order, and no line in the declared one: turned round in every
  /// directive that names them.
  private func orders() -> [(labels: [[String]], proposal: Proposal)] {
    var lines: [[String]: [Int]] = [:]
    var order: [[String]] = []
    for number in outcome.lines.indices where outcome.lines[number].needsReversedBasis {
      guard let labels = checker.productBasis(of: derivation.lines[number]) else { continue }
      if lines[labels] == nil { order.append(labels) }
      lines[labels, default: []].append(number)
    }
    // One line alone may as well be printed for another.
    guard lines.values.joined().count > 1 else { return [] }
    // All bases are read in the opposite order at once, so all of them are turned round.
    var edits: [TextEdit] = []
    for labels in order { edits += turned(labels) }
    guard !edits.isEmpty else { return [] }
    return [
      (
        order,
        Proposal(source: .order, edits: edits, lines: order.flatMap { lines[$0] ?? [] }.sorted())
      )
    ]
  }

  /// The kets of a basis in the directives that name it, each in the place of its mirror image.
  private func turned(_ labels: [String]) -> [TextEdit] {
    let document = derivation.base.document
    var edits: [TextEdit] = []
    var seen = Set<Int>()
    for declaration in derivation.base.notation.declarations {
      guard case .meaning(let meaning, _) = declaration.kind, meaning.productBasis == labels,
        case .directive(let phrase) = document.items[declaration.position].element,
        seen.insert(phrase.offset).inserted
      else { continue }
      let text = Array(phrase.text.utf8)
      var places: [Range<Int>] = []
      var from = 0
      for label in labels {
        let ket = Array("|\(label)\\rangle".utf8)
        let start = text.indices.dropFirst(from).first { text[$0...].starts(with: ket) }
        guard let start else { break }
        places.append(start + 1..<start + 1 + label.utf8.count)
        from = start + ket.count
      }
      guard places.count == labels.count else { continue }
      for (place, label) in zip(places, labels.reversed()) {
        edits.append(
          TextEdit(
            range: place.lowerBound + phrase.offset..<place.upperBound + phrase.offset,
            replacement: label))
      }
    }
    return edits
  }

  // MARK: Other forms

  /// A whole right side in the place of the printed one, read back and proved: what another line of the same
  /// display prints, else what the model implies.
  private mutating func replacement(ofLine number: Int) throws(FileError) -> Proposal? {
    let line = derivation.lines[number]
    guard let place = line.place, let right = line.right, line.relation.isEquality,
      place.filling.isIdentity, !isInChain(number)
    else { return nil }
    let source = derivation.base.document.source
    var forms: [(source: Correction.Entry.Source, latex: String)] = []
    for other in derivation.lines
    where other.position == line.position && other.relation.isEquality && other.left != line.left {
      guard let own = other.place, own.filling.isIdentity, let form = other.right else { continue }
      forms.append((.otherLine, source.text(form.range)))
    }
    // Of an expression the derived form is the expression itself, which says nothing.
    if line.left.declarationKey != nil {
      var (_, context) = try checker.contexts.context(at: line.position, in: line.section)
      (context.position, context.section) = (line.position, line.section)
      let printed = derivation.lines.filter { $0.position == line.position }.compactMap(\.right)
      let derived = [context.shortForm(of: line, printed: printed), outcome.lines[number].derived]
      forms += derived.compactMap { $0 }.sorted { $0.utf8.count < $1.utf8.count }
        .map { (.derived, $0) }
    }
    for form in forms where !isSame(form.latex, line.left) {
      let edit = TextEdit(range: right.range, replacement: form.latex)
      guard let changed = checker.read(line, place, [edit]) else { continue }
      var candidate = line
      candidate.right = changed.formula
      let verdict = try checker.verdict(of: candidate, changed.formula, seeksWitness: false).verdict
      guard verdict == .proved else { continue }
      return Proposal(source: form.source, edits: [edit], lines: [number])
    }
    return nil
  }

  /// The line is one of several of a chain a = b = c, any side of which may be the wrong one.
  private func isInChain(_ number: Int) -> Bool {
    guard let place = derivation.lines[number].place else { return false }
    return derivation.lines.contains { other in
      other.position == derivation.lines[number].position && other.place?.piece == place.piece
        && other.place?.side != place.side
    }
  }

  /// Whether a right side says the left one again, which is true of everything.
  private func isSame(_ latex: String, _ left: Formula) -> Bool {
    func bare(_ text: String) -> String { LineReader.cleaned(text).filter { $0 != " " } }
    return bare(latex) == bare(derivation.base.document.source.text(left.range))
  }
}

extension Corrector.Proposal {
  fileprivate func meets(_ other: Self) -> Bool {
    edits.contains { own in other.edits.contains { own.range.touches($0.range) } }
  }
}

extension Range<Int> {
  /// Whether edits of both ranges would meet.
  fileprivate func touches(_ other: Range<Int>) -> Bool {
    overlaps(other) || contains(other.lowerBound) || other.contains(lowerBound)
      || lowerBound == other.lowerBound
  }
}

extension Relation.Kind {
  /// `=`, `≡` or `:=`.
  var isEquality: Bool {
    switch self {
    case .equal, .equivalent, .defined: true
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .notEqual, .approximately, .proportional,
      .element, .maps:
      false
    }
  }
}
