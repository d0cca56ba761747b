extension MathBuilder {
  /// What a command and its arguments set; `nil` for one that sets nothing by itself.
  mutating func command(
    _ name: String, _ node: Node, _ cursor: inout Cursor, after previous: MathElement?
  ) -> MathElement? {
    let range = node.range
    if let letter = Vocabulary.greek[name] { return self.letter(letter, range) }
    if let width = MathVocabulary.spaces[name] { return space(width, range) }
    if let sign = MathVocabulary.signs[name] {
      switch sign.role {
      case .sign: return self.sign(sign.text, range, after: previous)
      case .relation: return MathElement("mo", sign.text, range, width: 1.3, role: .relation)
      case .binary: return binary(sign.text, range, after: previous)
      case .open, .close: return bracket(sign.text, range, sign.role)
      case .ordinary, .function, .big, .punctuation, .space:
        return sign.text == "|" || sign.text == "‖"
          ? bracket(sign.text, range, .ordinary) : MathElement("mo", sign.text, range, width: 0.6)
      }
    }
    if let letter = MathVocabulary.letters[name] {
      return MathElement(
        "mi", letter, range, width: 0.6,
        attributes: name == "infty" || name == "hbar" ? [("mathvariant", "normal")] : [])
    }
    if let big = MathVocabulary.big[name] {
      return MathElement(
        "mo", big.text, range, width: 1.2, role: big.hasLimits ? .big : .ordinary,
        attributes: big.hasLimits ? [("movablelimits", "true")] : [])
    }
    if MathVocabulary.limits.contains(name) {
      return MathElement(
        "mo", name, range, role: .big,
        attributes: [("movablelimits", "true"), ("lspace", "0"), ("rspace", "0.167em")])
    }
    if MathVocabulary.functions.contains(name) {
      return MathElement("mi", name, range, role: .function)
    }
    if MathVocabulary.silent.contains(name) {
      if name == "label" { _ = cursor.nextArgument() }
      return nil
    }
    return construct(name, range, &cursor)
  }

  private func binary(
    _ text: String, _ range: Range<Int>, after previous: MathElement?
  ) -> MathElement {
    switch previous?.role {
    case .ordinary, .close:
      MathElement("mo", text, range, width: 1, role: .binary, attributes: [("form", "infix")])
    case nil, .function, .big, .relation, .sign, .binary, .open, .punctuation, .space:
      // Alone in a script: †, ∗.
      MathElement(
        "mo", text, range, width: 0.6, attributes: [("lspace", "0"), ("rspace", "0")])
    }
  }

  /// Commands with arguments; one that is unknown, or lacks an argument, is shown as it stands.
  ///
  /// What was read is kept, never read a second time: else a chain of commands would take forever.
  private mutating func construct(
    _ name: String, _ range: Range<Int>, _ cursor: inout Cursor
  ) -> MathElement {
    if name == "sqrt" { return root(range, &cursor) }
    if let accent = MathVocabulary.accents[name] { return self.accent(accent, range, &cursor) }
    if let count = Vocabulary.dirac[name] { return dirac(name, count, range, &cursor) }
    if let alphabet = MathAlphabet(command: name), let node = cursor.nextArgument() {
      return styled(node, alphabet, name, range)
    }
    if Vocabulary.text.contains(name), let node = cursor.nextArgument() { return text(node, range) }
    if name == "tag", let node = cursor.nextArgument() {
      let number = text(node, range)
      return MathElement("mtext", "\u{2003}(\(number.text))", number.range)
    }
    let isFraction = Vocabulary.fractions.contains(name) || name == "binom"
    let isStack = ["overset", "underset", "stackrel"].contains(name)
    guard isFraction || isStack else { return raw(range) }
    let parts = arguments(2, &cursor, breaks: isFraction)
    guard parts.count == 2 else { return incomplete(range, parts) }
    let whole = self.whole(range, parts[1])
    if isStack {
      return MathElement(
        name == "underset" ? "munder" : "mover", [parts[1], parts[0]], whole,
        width: max(parts[1].width, parts[0].width * 0.7))
    }
    let fraction = MathElement(
      "mfrac", parts, whole, width: max(parts[0].width, parts[1].width) + 0.3)
    switch name {
    case "dfrac": return fraction.with("displaystyle", "true")
    case "tfrac": return fraction.with("displaystyle", "false")
    case "binom": return fenced([fraction.with("linethickness", "0")], "(", ")", whole)
    default: return fraction
    }
  }

  /// As many arguments as are there, at most so many.
  private mutating func arguments(
    _ count: Int, _ cursor: inout Cursor, breaks: Bool = false
  ) -> [MathElement] {
    var parts: [MathElement] = []
    while parts.count < count, let part = nextArgument(&cursor, breaks: breaks) {
      parts.append(part)
    }
    return parts
  }

  /// A command whose arguments are not all there.
  private func incomplete(_ range: Range<Int>, _ parts: [MathElement]) -> MathElement {
    let end = parts.last.map { whole(range, $0).upperBound } ?? range.upperBound
    return .row([raw(range)] + parts, range.lowerBound..<end)
  }

  /// A command with its last argument; the closing brace of a group belongs to it.
  private func whole(_ range: Range<Int>, _ last: MathElement) -> Range<Int> {
    let end = last.range.upperBound
    let isBraced = end < source.bytes.count && source.bytes[end] == UInt8(ascii: "}")
    return range.lowerBound..<max(range.upperBound, end + (isBraced ? 1 : 0))
  }

  private mutating func root(_ range: Range<Int>, _ cursor: inout Cursor) -> MathElement {
    let degree = cursor.nextOption().map { argument($0.nodes, $0.range) }
    guard let radicand = nextArgument(&cursor) else {
      return incomplete(range, degree.map { [$0] } ?? [])
    }
    return MathElement(
      degree == nil ? "msqrt" : "mroot", [radicand] + (degree.map { [$0] } ?? []),
      whole(range, radicand), width: radicand.width + 0.9)
  }

  private mutating func accent(
    _ accent: MathVocabulary.Accent, _ range: Range<Int>, _ cursor: inout Cursor
  ) -> MathElement {
    guard let base = nextArgument(&cursor) else { return raw(range) }
    let mark = MathElement(
      "mo", accent.text, range, width: 0,
      attributes: [("stretchy", accent.isWide ? "true" : "false")])
    return MathElement(
      accent.isBelow ? "munder" : "mover", [base, mark], whole(range, base), width: base.width,
      attributes: [(accent.isBelow ? "accentunder" : "accent", "true")])
  }

  /// The content of `\text{…}` as it stands, blanks at its ends too.
  private func text(_ node: Node, _ range: Range<Int>) -> MathElement {
    var inner = node.range
    if case .group = node.kind { inner = inner.lowerBound + 1..<inner.upperBound - 1 }
    let words = source.text(inner).split(omittingEmptySubsequences: false) { $0.isWhitespace }
    return MathElement(
      "mtext", words.joined(separator: "\u{A0}"), range.lowerBound..<node.range.upperBound)
  }

  /// Letters in a typeface; a word in roman is a name.
  private mutating func styled(
    _ node: Node, _ alphabet: MathAlphabet, _ name: String, _ range: Range<Int>
  ) -> MathElement {
    let whole = range.lowerBound..<node.range.upperBound
    var inner = [node]
    var content = node.range
    if case .group(let nodes) = node.kind {
      inner = nodes
      content = content.lowerBound + 1..<content.upperBound - 1
    }
    let isWord = inner.allSatisfy { node in
      switch node.kind {
      case .character(let scalar): scalar.properties.isAlphabetic || scalar == "."
      case .whitespace: true
      default: false
      }
    }
    if alphabet == .upright, isWord {
      let word = source.text(content).filter { !$0.isWhitespace }
      return MathElement(
        "mi", word, whole, role: name == "operatorname" ? .function : .ordinary,
        attributes: word.count == 1 ? [("mathvariant", "normal")] : [])
    }
    let outer = self.alphabet
    self.alphabet = alphabet
    var element = argument(inner, content)
    self.alphabet = outer
    element.range = whole
    return element
  }

  /// `\ket{e}`, `\braket{a|b}`, `\abs{x}`.
  private mutating func dirac(
    _ name: String, _ count: Int, _ range: Range<Int>, _ cursor: inout Cursor
  ) -> MathElement {
    let parts = arguments(count, &cursor)
    guard parts.count == count, let first = parts.first, let last = parts.last else {
      return incomplete(range, parts)
    }
    let end = whole(range, last).upperBound
    let place = end..<end
    func sign(_ text: String) -> MathElement { bracket(text, place, .ordinary) }
    let content: [MathElement]
    switch name {
    case "ket": content = [sign("|"), first, sign("⟩")]
    case "bra": content = [sign("⟨"), first, sign("|")]
    case "braket", "expval": content = [sign("⟨"), first, sign("⟩")]
    case "ketbra", "dyad": content = [sign("|"), first, sign("⟩"), sign("⟨"), last, sign("|")]
    case "mel":
      content = [sign("⟨"), first, sign("|"), parts[1], sign("|"), last, sign("⟩")]
    default: content = [sign("|"), first, sign("|")]
    }
    return MathElement(
      "mrow", content, range.lowerBound..<end, width: MathElement.width(of: content))
  }
}
