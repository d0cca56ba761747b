/// Reads a row of items as a formula or statement.
struct FormulaParser {
  let items: [Item]
  let partners: [Int]
  let source: Source
  /// Where the text ends for this parser, to point at what is missing there.
  let limit: Int
  /// The items from `index` up to `end` are still to be read.
  var index = 0
  var end: Int
  /// How deep the formulas are nested.
  var depth: Int
  /// How many `|` wait for their partner at this level.
  var openBars = 0

  init(_ items: [Item], source: Source, limit: Int, depth: Int) {
    self.items = items
    self.partners = items.bracketPartners()
    self.source = source
    self.limit = limit
    self.end = items.count
    self.depth = depth
  }

  /// A parser for the contents of a group, one level deeper.
  func nested(_ nodes: [LaTeXTree.Node], limit: Int) throws(LaTeXError) -> FormulaParser {
    try checkDepth(depth + 1)
    return FormulaParser(
      Array(formula: nodes), source: source, limit: limit, depth: depth + 1)
  }

  /// All items as one expression.
  mutating func parseWhole() throws(LaTeXError) -> Formula {
    let formula = try parseSum()
    guard index == end else { throw unexpected("an operator or the end of the expression") }
    return formula
  }

  /// All items as one statement.
  mutating func parseStatement() throws(LaTeXError) -> Statement {
    var sides = [try parseSum()]
    var relations: [Relation] = []
    while index < end {
      guard let relation = takeRelation() else { throw unexpected("an operator or a relation") }
      relations.append(relation)
      sides.append(try parseSum())
    }
    let range = sides[0].range.lowerBound..<sides[sides.count - 1].range.upperBound
    return Statement(sides: sides, relations: relations, range: range)
  }

  private mutating func takeRelation() -> Relation? {
    switch token {
    case .relation(let kind):
      index += 1
      return Relation(kind, items[index - 1].range)
    case .colon where token(after: 1) == .relation(.equal) && items[index + 1].gap == .none:
      index += 2
      return Relation(
        .defined, items[index - 2].range.lowerBound..<items[index - 1].range.upperBound)
    default: return nil
    }
  }
}

// MARK: - Looking and failing

extension FormulaParser {
  /// The next token, `nil` at the end.
  var token: Token? { index < end ? items[index].token : nil }

  func token(after offset: Int) -> Token? {
    index + offset < end ? items[index + offset].token : nil
  }

  /// Whether the next item stands without any space after the one before it.
  func isAdjacent(after offset: Int) -> Bool {
    index + offset < end && items[index + offset].gap == .none
  }

  var isScriptNext: Bool { index < end && items[index].isScript }

  func checkDepth(_ depth: Int) throws(LaTeXError) {
    guard depth > LaTeXTree.nestingLimit else { return }
    let code = LaTeXDiagnostic.Code.nestingTooDeep
    throw error(code, code.structuralMessage)
  }

  /// An error at the next item.
  func error(_ code: LaTeXDiagnostic.Code, _ message: String) -> LaTeXError {
    let range = index < items.count ? items[index].range : limit..<limit
    return LaTeXError(source.diagnostic(code, message, range))
  }

  /// An error that says what was expected instead of the next item.
  func unexpected(_ expectation: String) -> LaTeXError {
    guard index < items.count else {
      return error(.missingArgument, "expected \(expectation), found the end")
    }
    let item = items[index]
    let found = source.diagnostic(.unexpectedToken, "", item.range).token
    switch item.token {
    case .stray(let code): return error(code, code.structuralMessage)
    case .unknownCommand:
      return error(.unknownCommand, "expected \(expectation), found the unknown command '\(found)'")
    case .open where partners[index] < 0:
      return error(.unclosedDelimiter, "expected a closing delimiter for '\(found)'")
    case .close where partners[index] < 0:
      return error(
        .strayDelimiter, "expected \(expectation), found '\(found)', which closes nothing here")
    default: return error(.unexpectedToken, "expected \(expectation), found '\(found)'")
    }
  }

  func range(of formulas: [Formula]) -> Range<Int> {
    guard let first = formulas.first, let last = formulas.last else { return limit..<limit }
    return first.range.lowerBound..<last.range.upperBound
  }

  /// One formula as it is, several as a product.
  func product(_ factors: [Formula]) -> Formula {
    factors.count == 1 ? factors[0] : Formula(.product(factors), range(of: factors))
  }
}

// MARK: - Sums, tensor products, products

extension FormulaParser {
  mutating func parseSum() throws(LaTeXError) -> Formula {
    depth += 1
    defer { depth -= 1 }
    try checkDepth(depth)
    var terms = [try parseTerm(takeSign())]
    while let sign = takeSign() { terms.append(try parseTerm(sign)) }
    if terms.count == 1, terms[0].signRange.isEmpty { return terms[0].formula }
    let lower = min(terms[0].signRange.lowerBound, terms[0].formula.range.lowerBound)
    return Formula(.sum(terms), lower..<terms[terms.count - 1].formula.range.upperBound)
  }

  private mutating func takeSign() -> (Formula.Sign, Range<Int>)? {
    guard case .sign(let sign) = token else { return nil }
    index += 1
    return (sign, items[index - 1].range)
  }

  private mutating func parseTerm(
    _ sign: (sign: Formula.Sign, range: Range<Int>)?
  ) throws(LaTeXError) -> Formula.Term {
    let formula = try parseTensor()
    let start = formula.range.lowerBound
    return Formula.Term(
      sign: sign?.sign ?? .plus, signRange: sign?.range ?? start..<start, formula: formula)
  }

  mutating func parseTensor() throws(LaTeXError) -> Formula {
    if let conjugate = takeHermitianConjugate() { return conjugate }
    var parts = [try parseProduct()]
    while token == .tensor {
      index += 1
      parts.append(try parseProduct())
    }
    return parts.count == 1 ? parts[0] : Formula(.tensor(parts), range(of: parts))
  }

  private mutating func parseProduct() throws(LaTeXError) -> Formula {
    var factors: [Formula] = []
    // Whether a factor must follow: at the start and after an operator.
    var pending = true
    while let token {
      if token == .times {
        guard !pending else { throw unexpected("a factor") }
        index += 1
        pending = true
      } else if token == .slash {
        guard !pending else { throw unexpected("a numerator") }
        index += 1
        factors = [try parseQuotient(numerator: product(factors))]
      } else if startsFactor {
        try parseFactor(into: &factors)
        pending = false
      } else {
        break
      }
    }
    guard !pending else { throw unexpected("an expression") }
    return product(factors)
  }

  /// Whether the next item begins a factor rather than ending the product.
  private var startsFactor: Bool {
    guard let token else { return false }
    switch token {
    case .sign, .relation, .colon, .close, .comma, .semicolon, .tensor, .angleClose, .times,
      .slash, .lineBreak, .alignmentMark, .quad:
      return false
    case .period: return decimalDigitFollows
    case .bar: return openBars == 0 || items.ketEnd(from: index, partners, end) != nil
    case .open:
      return true
    case .symbol, .digit, .angleOpen, .prime, .fraction, .root, .function, .big, .accent, .roman,
      .text, .dirac, .label, .group, .script, .fence, .environment, .tag, .crossReference,
      .stray, .unknownCommand, .unknownCharacter:
      return true
    }
  }

  var decimalDigitFollows: Bool {
    guard case .digit = token(after: 1) else { return false }
    return isAdjacent(after: 1)
  }

  /// The quotient after its `/`.
  private mutating func parseQuotient(numerator: Formula) throws(LaTeXError) -> Formula {
    guard startsFactor else { throw unexpected("a denominator") }
    var denominators: [Formula] = []
    let isDifferential = token == .symbol("d") || token == .roman("mathrm")
    try parseFactor(into: &denominators)
    if isDifferential, denominators[0].isDifferential, numerator.containsDifferential,
      isAdjacent(after: 0), case .symbol = token
    {
      try parseFactor(into: &denominators)
    }
    let denominator = product(denominators)
    var trailing: [Formula] = []
    while startsFactor { try parseFactor(into: &trailing) }
    let lower = numerator.range.lowerBound
    let upper = (trailing.last ?? denominator).range.upperBound
    return Formula(
      trailing.isEmpty && !numerator.endsInBareArgument
        ? .quotient(numerator, denominator)
        : .ambiguousQuotient(numerator, denominator, trailing: trailing), lower..<upper)
  }

  /// `H.c.` in letters or as text.
  private mutating func takeHermitianConjugate() -> Formula? {
    let start = index
    if let upper = items.hermitianConjugateEnd(from: index), upper <= end {
      index = upper
    } else {
      switch token {
      case .text, .roman:
        guard case .group(let nodes) = token(after: 1),
          ["H.c.", "h.c.", "H.c", "h.c"].contains(rawText(nodes))
        else { return nil }
        index += 2
      default: return nil
      }
    }
    return Formula(
      .hermitianConjugate, items[start].range.lowerBound..<items[index - 1].range.upperBound)
  }

  /// The text of some nodes without the spaces around it.
  func rawText(_ nodes: [LaTeXTree.Node]) -> String {
    guard let first = nodes.first, let last = nodes.last else { return "" }
    let text = source.text(first.range.lowerBound..<last.range.upperBound)
    let front = text.drop { $0.isWhitespace }
    return String(front.reversed().drop { $0.isWhitespace }.reversed())
  }
}

extension Formula {
  /// `d` by itself.
  fileprivate var isDifferential: Bool {
    kind == .symbol("d") || kind == .symbol("\\mathrm{d}") || kind == .symbol("\\partial")
  }

  fileprivate var containsDifferential: Bool {
    switch kind {
    case .product(let factors): factors.contains { $0.containsDifferential }
    case .scripted(let base, _, _): base.isDifferential
    default: isDifferential
    }
  }

  /// `\sin x`, `2\sin x`: where its argument ends shows only if that is closed.
  fileprivate var endsInBareArgument: Bool {
    switch kind {
    case .product(let factors): factors.last?.endsInBareArgument == true
    case .function(_, _, let argument):
      switch argument.kind {
      case .group, .quotient, .root, .absolute: false
      default: true
      }
    default: false
    }
  }
}
