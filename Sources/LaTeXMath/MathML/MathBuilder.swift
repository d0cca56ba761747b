/// Turns the nodes of a tree into MathML, one after the other.
struct MathBuilder {
  typealias Node = LaTeXTree.Node

  let source: Source
  let marks: [MathML.Mark]
  let breaker: MathLineBreaker
  /// Places of the empty marks that were put in.
  var placed: Set<Int> = []
  /// The typeface of letters, inside a command such as `\mathbf`.
  var alphabet: MathAlphabet?
  private var depth = 0

  /// Browsers flatten what is nested deeper.
  private static let deepest = 60

  init(source: Source, marks: [MathML.Mark], breaker: MathLineBreaker) {
    self.source = source
    self.marks = marks
    self.breaker = breaker
  }

  /// The elements of nodes beside each other; `range` is the stretch that they fill.
  mutating func row(_ nodes: [Node], _ range: Range<Int>) -> [MathElement] {
    guard depth < Self.deepest else { return [raw(range)] }
    depth += 1
    defer { depth -= 1 }
    var cursor = Cursor(nodes: nodes)
    var elements: [MathElement] = []
    var previous: MathElement?
    while !cursor.isAtEnd {
      guard var element = atom(&cursor, after: previous) else { continue }
      element = scripted(element, &cursor)
      if let gap = Self.gap(between: elements.last, and: element) { elements.append(gap) }
      elements.append(element)
      if element.role != .space { previous = element }
    }
    return marked(elements, in: range)
  }

  /// An argument as one element.
  mutating func argument(_ nodes: [Node], _ range: Range<Int>, breaks: Bool = false) -> MathElement
  {
    let elements = row(nodes, range)
    return breaks ? breaker.broken(elements, range) : .row(elements, range)
  }

  /// The next argument of a command: a group without its braces, or the next node.
  mutating func nextArgument(_ cursor: inout Cursor, breaks: Bool = false) -> MathElement? {
    guard let node = cursor.nextArgument() else { return nil }
    if case .group(let inner) = node.kind {
      return argument(inner, node.range.lowerBound + 1..<node.range.upperBound - 1, breaks: breaks)
    }
    guard case .command = node.kind else { return argument([node], node.range) }
    // A command takes its own arguments along: \frac\sqrt{a}b.
    guard depth < Self.deepest else { return raw(node.range) }
    depth += 1
    defer { depth -= 1 }
    cursor.stepBack()
    guard let element = atom(&cursor, after: nil) else { return .row([], node.range) }
    return .row(marked([element], in: element.range), element.range)
  }

  // MARK: Atoms

  /// The next element without scripts; `nil` for what sets nothing.
  private mutating func atom(_ cursor: inout Cursor, after previous: MathElement?) -> MathElement? {
    guard let node = cursor.next() else { return nil }
    switch node.kind {
    case .whitespace, .comment, .alignmentMark: return nil
    case .lineBreak: return space(1, node.range)
    case .character(let scalar): return character(scalar, node, &cursor, after: previous)
    case .command(let name): return command(name, node, &cursor, after: previous)
    case .group(let inner):
      var element = argument(inner, node.range.lowerBound + 1..<node.range.upperBound - 1)
      element.range = node.range
      // A sign in braces is a symbol, without room around it.
      if element.tag == "mo" { element = MathElement("mrow", [element], node.range, width: 0.8) }
      return element
    case .script:
      // Scripts of nothing: {}^2.
      cursor.stepBack()
      return MathElement(
        "mrow", [], node.range.lowerBound..<node.range.lowerBound, width: 0)
    case .fence(let fence): return self.fence(fence, node.range)
    case .environment(let environment): return self.environment(environment, node.range)
    case .stray: return raw(node.range)
    }
  }

  private mutating func character(
    _ scalar: Unicode.Scalar, _ node: Node, _ cursor: inout Cursor, after previous: MathElement?
  ) -> MathElement? {
    let range = node.range
    switch scalar {
    case "0"..."9": return number(node, &cursor)
    case "+": return sign("+", range, after: previous)
    case "-", "−": return sign("−", range, after: previous)
    case "=", "<", ">", ":":
      return MathElement("mo", String(scalar), range, width: 1.3, role: .relation)
    case "(", "[": return bracket(String(scalar), range, .open)
    case ")", "]": return bracket(String(scalar), range, .close)
    case "|", "‖": return bracket(String(scalar), range, .ordinary)
    case ",", ";": return MathElement("mo", String(scalar), range, width: 0.45, role: .punctuation)
    case "/":
      return MathElement(
        "mo", "/", range, width: 0.5, role: .binary,
        attributes: [("lspace", "0"), ("rspace", "0"), ("stretchy", "false")])
    case "*": return MathElement("mo", "∗", range, width: 0.6)
    case "'": return MathElement("mo", "′", range, width: 0.3)
    case ".", "!", "?":
      return MathElement(
        "mo", String(scalar), range, width: 0.3, attributes: [("lspace", "0"), ("rspace", "0")])
    case "~": return space(0.25, range)
    default: break
    }
    if let name = Vocabulary.characters[scalar] {
      return command(name, node, &cursor, after: previous)
    }
    if scalar.properties.isAlphabetic { return letter(scalar, range) }
    return MathElement("mtext", String(scalar), range)
  }

  private func number(_ first: Node, _ cursor: inout Cursor) -> MathElement {
    var range = first.range
    while let next = cursor.peek(), case .character(let scalar) = next.kind {
      let isDigit = ("0"..."9").contains(scalar)
      // A point belongs to the number if a digit follows.
      guard isDigit || (scalar == "." && cursor.isDigit(after: 1)) else { break }
      range = range.lowerBound..<next.range.upperBound
      _ = cursor.next()
    }
    let digits = source.text(range).unicodeScalars.map { alphabet?.styled($0) ?? $0 }
    return MathElement("mn", digits.map { String($0) }.joined(), range)
  }

  func letter(_ scalar: Unicode.Scalar, _ range: Range<Int>) -> MathElement {
    guard let alphabet else {
      // LaTeX sets Greek capitals upright.
      let isUpright = ("Α"..."Ω").contains(scalar)
      return MathElement(
        "mi", String(scalar), range, width: MathElement.width(ofLetter: scalar),
        attributes: isUpright ? [("mathvariant", "normal")] : [])
    }
    let styled = alphabet.styled(scalar)
    let isPlain = styled == scalar && alphabet != .italic
    return MathElement(
      "mi", String(styled), range, width: MathElement.width(ofLetter: styled),
      attributes: isPlain ? [("mathvariant", "normal")] : [])
  }

  func sign(_ text: String, _ range: Range<Int>, after previous: MathElement?) -> MathElement {
    switch previous?.role {
    case .ordinary, .close:
      return MathElement("mo", text, range, width: 1.2, role: .sign)
    case nil, .function, .big, .relation, .sign, .binary, .open, .punctuation, .space:
      return MathElement("mo", text, range, width: 0.7, attributes: [("form", "prefix")])
    }
  }

  /// A bracket of the size of a letter, as LaTeX sets one without `\left`.
  func bracket(_ text: String, _ range: Range<Int>, _ role: MathElement.Role) -> MathElement {
    var attributes = [("stretchy", "false")]
    if role == .ordinary { attributes += [("lspace", "0"), ("rspace", "0")] }
    return MathElement("mo", text, range, width: 0.4, role: role, attributes: attributes)
  }

  func space(_ width: Double, _ range: Range<Int>) -> MathElement {
    MathElement(
      "mspace", "", range, width: width, role: .space, attributes: [("width", "\(width)em")])
  }

  /// LaTeX that was not understood, as it stands.
  func raw(_ range: Range<Int>) -> MathElement {
    MathElement("mtext", source.text(range), range, attributes: [("class", "raw")])
  }

  /// Thin spaces around names of functions and sums.
  private static func gap(
    between previous: MathElement?, and next: MathElement
  ) -> MathElement? {
    guard let previous else { return nil }
    let isGap: Bool
    switch (previous.role, next.role) {
    case (.function, .ordinary), (.function, .function), (.function, .big): isGap = true
    case (.ordinary, .function), (.close, .function), (.big, .function): isGap = true
    default: isGap = false
    }
    let place = next.range.lowerBound..<next.range.lowerBound
    return isGap
      ? MathElement(
        "mspace", "", place, width: 0.167, role: .space, attributes: [("width", "0.167em")])
      : nil
  }
}
