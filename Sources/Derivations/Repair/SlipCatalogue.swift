import LaTeXMath

/// How authors, printers and transcribers slip: every way to undo one slip in a printed formula.
///
/// The same catalogue mends refuted lines and plants slips in proved ones. Nothing in it knows a paper:
/// names come from what is declared at the place.
final class SlipCatalogue: Sendable {
  let notation: Notation
  let position: Int
  let section: Document.Section
  let source: SourceText
  /// Of the product basis.
  let labels: [String]
  let names: NameCatalogue
  /// Index letters of the sums around.
  let letters: [String]

  /// - Parameter source: the text that the formulas stand in.
  init(
    _ base: Context.Base, at position: Int, in section: Document.Section, excluding key: String?,
    source: SourceText
  ) {
    notation = base.notation
    self.position = position
    self.section = section
    self.source = source
    labels = base.space.labels
    names = NameCatalogue(base, at: position, in: section, excluding: key)
    letters = []
  }

  private init(_ other: SlipCatalogue, letters: [String]) {
    notation = other.notation
    position = other.position
    section = other.section
    source = other.source
    labels = other.labels
    names = other.names
    self.letters = letters
  }

  /// The catalogue under a sum sign: over the modes of a reservoir no other label runs.
  func under(_ lower: Formula.Script?) -> SlipCatalogue {
    let modes = notation.declarations.flatMap { declaration -> [String] in
      if case .mode = declaration.kind { return LaTeXTokens.split(declaration.key) }
      return []
    }
    return SlipCatalogue(
      self, letters: letters + SumIndices(lower).letters.filter { !modes.contains($0) })
  }

  // MARK: Structure

  /// A function with its argument, and a ket of one subsystem with a bra, are one unit.
  func isJoined(_ first: Formula, _ second: Formula) -> Bool {
    switch second.kind {
    case .group(let delimiter, let contents):
      guard let name = first.name, delimiter != .braces, contents.count == 1 else { return false }
      return name == "\\mathrm{Tr}" || isDeclared(name + "()")
        || notation.letters(of: name + "()", at: position) != nil
    case .bra:
      guard case .scripted(let base, .some, nil) = first.kind, case .ket = base.kind else {
        return false
      }
      return true
    default: return false
    }
  }

  func terms(of slot: Formula) -> Terms {
    Terms(Formula(slot.kind, inside(slot.range)), isJoined: isJoined)
  }

  /// A stretch of the source without the braces around it, which belong to the command before.
  ///
  /// A formula that was read from changed source may reach beyond the end.
  func inside(_ range: Range<Int>) -> Range<Int> {
    guard range.upperBound <= source.bytes.count else { return range }
    var result = range
    while result.count >= 2, source.bytes[result.lowerBound] == UInt8(ascii: "{"),
      source.bytes[result.upperBound - 1] == UInt8(ascii: "}"), isOneGroup(result)
    {
      result = result.lowerBound + 1..<result.upperBound - 1
    }
    return result
  }

  /// Whether the brace at the start is closed at the end.
  private func isOneGroup(_ range: Range<Int>) -> Bool {
    var depth = 0
    for index in range {
      let isEscaped = index > range.lowerBound && source.bytes[index - 1] == UInt8(ascii: "\\")
      guard !isEscaped else { continue }
      if source.bytes[index] == UInt8(ascii: "{") { depth += 1 }
      if source.bytes[index] == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return index == range.upperBound - 1 }
      }
    }
    return false
  }

  /// Where the parts of a quotient stand: `a/b` groups less than a fraction does.
  func slots(_ above: Formula, _ below: Formula) -> (above: SlotKind, below: SlotKind) {
    isSlashed(above, below) ? (.product, .factor) : (.fraction, .fraction)
  }

  private func isSlashed(_ above: Formula, _ below: Formula) -> Bool {
    guard above.range.upperBound < below.range.lowerBound,
      below.range.lowerBound <= source.bytes.count
    else { return false }
    return source.text(above.range.upperBound..<below.range.lowerBound).contains("/")
  }

  /// Whether a factor is printed as `a/b`, so that no other may follow it.
  func isSlashed(_ unit: Formula) -> Bool {
    guard case .quotient(let above, let below) = unit.kind else { return false }
    return isSlashed(above, below)
  }

  func isDeclared(_ key: String) -> Bool {
    notation.lookup(key, at: position, in: section) != nil
  }

  /// Whether a scripted symbol is one name, and its superscript no power.
  func isName(_ formula: Formula) -> Bool {
    guard let name = formula.name else { return false }
    guard case .scripted(_, _, .some) = formula.kind else { return true }
    return isDeclared(name)
  }

  // MARK: Every slip

  /// Everything that one slip undone makes of a slot: a whole side, a group's content, a numerator.
  func variants(of slot: Formula, in kind: SlotKind) -> [SlipEdit] {
    if case .matrix(let rows) = slot.kind { return matrixVariants(rows, slot.range) }
    let terms = terms(of: slot)
    var result = slips(of: terms, in: kind)
    for (number, term) in terms.terms.enumerated() {
      for (place, unit) in term.units.enumerated() {
        result += unitVariants(unit).map { edit in
          edit.inside { terms.replacing(term: number, unit: place, with: $0).formula }
        }
      }
    }
    return result
  }

  private func matrixVariants(_ rows: [[Formula]], _ range: Range<Int>) -> [SlipEdit] {
    rows.indices.flatMap { i in
      rows[i].indices.flatMap { j in
        variants(of: rows[i][j], in: .side).map { edit in
          edit.inside { entry in
            var changed = rows
            changed[i][j] = entry
            return Formula(.matrix(changed), range)
          }
        }
      }
    }
  }

  /// Everything that one slip undone makes of a factor.
  func unitVariants(_ unit: Formula) -> [SlipEdit] {
    switch unit.kind {
    case .group(let delimiter, let contents):
      return contents.indices.flatMap { index in
        variants(of: contents[index], in: .group).map { edit in
          edit.inside { inner in
            var changed = contents
            changed[index] = inner
            return Formula(.group(delimiter, changed), unit.range)
          }
        }
      }
    case .quotient(let above, let below):
      let kinds = slots(above, below)
      return variants(of: above, in: kinds.above).map { edit in
        edit.inside { Formula(.quotient($0, below), unit.range) }
      }
        + variants(of: below, in: kinds.below).map { edit in
          edit.inside { Formula(.quotient(above, $0), unit.range) }
        }
    case .scripted(let base, let lower, let upper?) where !isName(unit):
      return leafSlips(of: unit) + powerVariants(base, lower, upper, unit.range)
    default: return leafSlips(of: unit)
    }
  }

  /// The base of a power or adjoint changed.
  private func powerVariants(
    _ base: Formula, _ lower: Formula.Script?, _ upper: Formula.Script, _ range: Range<Int>
  ) -> [SlipEdit] {
    if base.kind == .symbol("e"), !isDeclared("e") { return [] }
    let inner =
      lower == nil
      ? base
      : Formula(
        .scripted(base, subscript: lower, superscript: nil),
        base.range.lowerBound..<(lower?.range.upperBound ?? base.range.upperBound))
    return unitVariants(inner).compactMap { edit in
      switch edit.result.kind {
      case .symbol, .group:
        return edit.inside { Formula(.scripted($0, subscript: nil, superscript: upper), range) }
      case .scripted(let base, let lower, nil):
        return edit.inside { _ in
          Formula(.scripted(base, subscript: lower, superscript: upper), range)
        }
      default: return nil
      }
    }
  }

  // MARK: Edits of the source

  /// The edits of a stretch with braces where a command takes it without any and one token no longer
  /// does: `\frac x y`, `e^x`.
  func braced(_ edits: [SlipEdit], _ range: Range<Int>) -> [SlipEdit] {
    guard !edits.isEmpty, isBareArgument(range) else { return edits }
    return edits.map { edit in
      let local = edit.changes.map {
        TextEdit(
          range: $0.range.lowerBound - range.lowerBound..<$0.range.upperBound - range.lowerBound,
          replacement: $0.replacement)
      }
      let bounds = 0...range.count
      guard
        local.allSatisfy({
          bounds.contains($0.range.lowerBound) && bounds.contains($0.range.upperBound)
        }), LaTeXTokens.split(TextEdit.apply(local, to: source.text(range))).count > 1
      else { return edit }
      var result = edit
      result.changes =
        [insertion("{", at: range.lowerBound)] + edit.changes
        + [insertion("}", at: range.upperBound)]
      return result
    }
  }

  /// Whether a stretch follows a script's mark, or is what a fraction or root takes, without braces.
  private func isBareArgument(_ range: Range<Int>) -> Bool {
    guard range.lowerBound <= range.upperBound, range.upperBound <= source.bytes.count,
      source.bytes[..<range.lowerBound].last != UInt8(ascii: "{")
    else { return false }
    func isFraction(_ token: ArraySlice<UInt8>) -> Bool {
      ["\\frac", "\\dfrac", "\\tfrac"].contains { token.elementsEqual($0.utf8) }
    }
    var before = source.bytes[max(0, range.lowerBound - 80)..<range.lowerBound]
    guard let last = Self.takeLastToken(of: &before) else { return false }
    if isFraction(last) || ["^", "_", "\\sqrt"].contains(where: { last.elementsEqual($0.utf8) }) {
      return true
    }
    // The second one of a fraction.
    if last.elementsEqual("}".utf8) {
      var depth = 1
      while depth > 0, let token = Self.takeLastToken(of: &before) {
        depth += token.elementsEqual("}".utf8) ? 1 : token.elementsEqual("{".utf8) ? -1 : 0
      }
    }
    return Self.takeLastToken(of: &before).map(isFraction) ?? false
  }

  /// Takes a command or one character off the end, with the spaces after it.
  private static func takeLastToken(of bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    while let last = bytes.last, last.isSpace { bytes.removeLast() }
    guard let last = bytes.last else { return nil }
    let character = bytes.reversed().prefix { $0 & 0xC0 == 0x80 }.count + 1
    let name = last.isLetter ? bytes.reversed().prefix(while: \.isLetter).count : character
    let isCommand = bytes.dropLast(name).last == UInt8(ascii: "\\")
    let token = bytes.suffix(isCommand ? name + 1 : character)
    bytes.removeLast(token.count)
    return token
  }

  func replacement(_ range: Range<Int>, _ text: String) -> TextEdit {
    TextEdit(range: range, replacement: text)
  }

  /// A piece put in before what begins at an offset.
  func insertion(_ text: String, at offset: Int) -> TextEdit {
    TextEdit(range: offset..<offset, replacement: text)
  }
}

/// Where an expression stands.
enum SlotKind: Hashable, Sendable {
  /// A whole side of a statement, or an entry of a matrix.
  case side
  case group
  /// Above or below a line.
  case fraction
  /// In the brackets of a function, or below a root.
  case argument
  case exponent
  /// Where only a product can stand: before a slash, or under a sum sign.
  case product
  /// Where only one factor can stand: after a slash, or after a function's name.
  case factor

  /// Whether it is written with a minus in front as often as without: the parts of a fraction and the
  /// arguments of functions are written so that they begin without.
  var beginsWithSigns: Bool {
    switch self {
    case .side, .group, .exponent: true
    case .fraction, .argument, .product, .factor: false
    }
  }
}
