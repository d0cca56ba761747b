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
  }

  init(_ derivation: Derivation, _ outcome: Outcome) throws(FileError) {
    self.derivation = derivation
    self.outcome = outcome
    checker = LineChecker(derivation: derivation, contexts: try Contexts(derivation))
  }

  /// What to change, in the order of the document; a slip in a definition before those of its users, which
  /// may follow without more.
  mutating func proposals() throws(FileError) -> [Proposal] {
    let definitions = outcome.lines.indices.filter {
      outcome.lines[$0].verdict == .defined && !outcome.lines[$0].repairs.isEmpty
    }
    if !definitions.isEmpty { return definitions.compactMap { repair(ofLine: $0, reversed: []) } }
    let orders = orders()
    let reversed = Set(orders.flatMap(\.labels))
    var result = orders.map(\.proposal)
    var seen: [[TextEdit]] = []
    for number in outcome.lines.indices where outcome.lines[number].verdict == .refuted {
      var proposal = repair(ofLine: number, reversed: reversed)
      if proposal == nil { proposal = try replacement(ofLine: number) }
      guard let proposal else { continue }
      // One printed formula may stand for several lines.
      if let known = seen.firstIndex(of: proposal.edits) {
        result[orders.count + known].lines += proposal.lines
      } else if result.allSatisfy({ !$0.overlaps(proposal) }) {
        seen.append(proposal.edits)
        result.append(proposal)
      }
    }
    return result
  }

  // MARK: Repairs

  /// The most plausible repair that was proved, under the declared conventions or with a basis in its other
  /// order, if that is put right too.
  private func repair(ofLine number: Int, reversed: Set<[String]>) -> Proposal? {
    let line = outcome.lines[number]
    let labels = checker.productBasis(of: derivation.lines[number])
    let repair = line.repairs.first { repair in
      line.verdict == .defined || repair.under.isEmpty || labels.map(reversed.contains) ?? false
    }
    guard let repair else { return nil }
    let source = derivation.base.document.source
    return Proposal(
      source: .repair,
      edits: repair.changes.map {
        TextEdit(range: source.range(of: $0.location), replacement: $0.replacement)
      }, lines: [number])
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
      place.filling.isIdentity
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
    for form in forms {
      let edit = TextEdit(range: right.range, replacement: form.latex)
      guard let changed = checker.read(line, place, [edit]) else { continue }
      var candidate = line
      candidate.right = changed.formula
      guard try checker.verdict(of: candidate, changed.formula).verdict == .proved else { continue }
      return Proposal(source: form.source, edits: [edit], lines: [number])
    }
    return nil
  }
}

extension Corrector.Proposal {
  fileprivate func overlaps(_ other: Self) -> Bool {
    edits.contains { own in
      other.edits.contains { own != $0 && own.range.touches($0.range) }
    }
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
