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

  /// Commands with arguments; without them, or unknown, they are shown as they stand.
  private mutating func construct(
    _ name: String, _ range: Range<Int>, _ cursor: inout Cursor
  ) -> MathElement? {
    let start = cursor
    func whole(_ last: MathElement) -> Range<Int> {
      // The closing brace of a group belongs to it.
      range
        .lowerBound..<max(range.upperBound, last.range.upperBound + (last.isBraced(source) ? 1 : 0))
    }
    if Vocabulary.fractions.contains(name) || name == "binom" {
      if let above = nextArgument(&cursor, breaks: true),
        let below = nextArgument(&cursor, breaks: true)
      {
        var fraction = MathElement(
          "mfrac", [above, below], whole(below), width: max(above.width, below.width) + 0.3)
        if name == "dfrac" { fraction = fraction.with("displaystyle", "true") }
        if name == "tfrac" { fraction = fraction.with("displaystyle", "false") }
        guard name == "binom" else { return fraction }
        return fenced(
          [fraction.with("linethickness", "0")], "(", ")", fraction.range)
      }
    } else if name == "sqrt" {
      let degree = cursor.nextOption().map { argument($0.nodes, $0.range) }
      if let radicand = nextArgument(&cursor) {
        return MathElement(
          degree == nil ? "msqrt" : "mroot", [radicand] + (degree.map { [$0] } ?? []),
          whole(radicand), width: radicand.width + 0.9)
      }
    } else if let accent = MathVocabulary.accents[name] {
      if let base = nextArgument(&cursor) {
        let mark = MathElement(
          "mo", accent.text, range, width: 0,
          attributes: [("stretchy", accent.isWide ? "true" : "false")])
        return MathElement(
          accent.isBelow ? "munder" : "mover", [base, mark], whole(base), width: base.width,
          attributes: [(accent.isBelow ? "accentunder" : "accent", "true")])
      }
    } else if Vocabulary.text.contains(name) {
      if let node = cursor.nextArgument() { return text(node, range) }
    } else if let alphabet = MathAlphabet(command: name) {
      if let node = cursor.nextArgument() { return styled(node, alphabet, name, range) }
    } else if let count = Vocabulary.dirac[name] {
      if let element = dirac(name, count, range, &cursor) { return element }
    } else if ["overset", "underset", "stackrel"].contains(name) {
      if let mark = nextArgument(&cursor), let base = nextArgument(&cursor) {
        return MathElement(
          name == "underset" ? "munder" : "mover", [base, mark], whole(base),
          width: max(base.width, mark.width * 0.7))
      }
    } else if name == "tag", let node = cursor.nextArgument() {
      let number = text(node, range)
      return MathElement("mtext", "\u{2003}(\(number.text))", number.range)
    }
    cursor = start
    return raw(range)
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
  ) -> MathElement? {
    var parts: [MathElement] = []
    for _ in 0..<count {
      guard let part = nextArgument(&cursor) else { return nil }
      parts.append(part)
    }
    guard let first = parts.first, let last = parts.last else { return nil }
    let end = last.range.upperBound + (last.isBraced(source) ? 1 : 0)
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

extension MathElement {
  /// Whether the closing brace of the group that it is stands right behind it.
  fileprivate func isBraced(_ source: Source) -> Bool {
    range.upperBound < source.bytes.count && source.bytes[range.upperBound] == UInt8(ascii: "}")
  }
}
