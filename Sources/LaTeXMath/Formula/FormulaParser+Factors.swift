extension FormulaParser {
  /// Reads one factor with its scripts.
  mutating func parseFactor(into factors: inout [Formula]) throws(LaTeXError) {
    switch token {
    case .function(let name): factors.append(try parseFunction(name))
    case .big(let name): factors.append(try parseBigOperator(name))
    case .dirac(let name):
      let parts = try parseDiracCommand(name)
      if parts.count == 1 {
        factors.append(try parseScripts(of: parts[0]))
      } else if isScriptNext {
        throw unexpected("a factor")
      } else {
        factors += parts
      }
    case .roman where romanFunction != nil:
      factors.append(try parseFunction(romanFunction ?? "", length: 2))
    default:
      let base = try parseBase()
      if case .number = base.kind, case .digit = token {
        throw error(.ambiguous, "expected an operator between the two numbers")
      }
      factors.append(try parseScripts(of: base))
    }
  }

  mutating func parseBase() throws(LaTeXError) -> Formula {
    guard let token else { throw unexpected("an expression") }
    let range = items[index].range
    switch token {
    case .symbol(let symbol):
      index += 1
      // The letters Tr side by side are the trace.
      if symbol == "T", self.token == .symbol("r"), isAdjacent(after: 0) {
        index += 1
        return Formula(
          .symbol("\\mathrm{Tr}"), range.lowerBound..<items[index - 1].range.upperBound)
      }
      return Formula(.symbol(symbol), range)
    case .digit: return parseNumber()
    case .period where decimalDigitFollows: return parseNumber()
    case .group(let nodes):
      var parser = try nested(nodes, limit: range.upperBound - 1)
      let inner = try parser.parseWhole()
      index += 1
      return Formula(inner.kind, range)
    case .open(let delimiter): return try parseBrackets(delimiter)
    case .fence(let fence): return try parseFence(fence)
    case .fraction: return try parseFraction()
    case .root: return try parseRoot()
    case .accent(let name): return try parseAccent("\\" + name)
    case .roman: return try parseRoman()
    case .text: return try parseText()
    case .bar: return try parseBar()
    case .angleOpen: return try parseAngle()
    case .environment(let environment): return try parseMatrix(environment)
    case .sign, .times, .tensor, .slash, .relation, .colon, .close, .angleClose, .comma,
      .semicolon, .period, .prime, .function, .big, .dirac, .label, .script, .lineBreak,
      .alignmentMark, .quad, .tag, .crossReference, .stray, .unknownCommand, .unknownCharacter:
      throw unexpected("an expression")
    }
  }

  private mutating func parseNumber() -> Formula {
    let start = index
    var hasPoint = false
    while index < end, index == start || isAdjacent(after: 0) {
      if case .digit = items[index].token {
        index += 1
      } else if items[index].token == .period, !hasPoint, decimalDigitFollows {
        hasPoint = true
        index += 1
      } else {
        break
      }
    }
    let range = items[start].range.lowerBound..<items[index - 1].range.upperBound
    return Formula(.number(source.text(range)), range)
  }

  /// The argument of a command: a group or a single token.
  mutating func parseArgument(of command: String) throws(LaTeXError) -> Formula {
    guard let token else { throw unexpected("an argument of \(command)") }
    let range = items[index].range
    switch token {
    case .group(let nodes):
      var parser = try nested(nodes, limit: range.upperBound - 1)
      let inner = try parser.parseWhole()
      index += 1
      return Formula(inner.kind, range)
    case .symbol(let symbol):
      index += 1
      return Formula(.symbol(symbol), range)
    case .digit(let digit):
      index += 1
      return Formula(.number(String(digit)), range)
    case .accent(let name): return try parseAccent("\\" + name)
    default: throw unexpected("an argument of \(command)")
    }
  }

  private mutating func parseFraction() throws(LaTeXError) -> Formula {
    let lower = items[index].range.lowerBound
    index += 1
    let numerator = try parseArgument(of: "\\frac")
    let denominator = try parseArgument(of: "\\frac")
    return Formula(
      .quotient(numerator, denominator), lower..<items[index - 1].range.upperBound)
  }

  private mutating func parseRoot() throws(LaTeXError) -> Formula {
    let lower = items[index].range.lowerBound
    index += 1
    var degree: Formula?
    if token == .open(.brackets) {
      let close = partners[index]
      guard close >= 0, close < end else { throw unexpected("']' after the degree of the root") }
      degree = try inside(until: close) { (parser) throws(LaTeXError) in try parser.parseWhole() }
    }
    let radicand = try parseArgument(of: "\\sqrt")
    return Formula(
      .root(radicand, index: degree), lower..<items[index - 1].range.upperBound)
  }

  /// Reads what stands between the bracket at `index` and its partner `close`, and both.
  mutating func inside<T>(
    until close: Int, _ body: (inout FormulaParser) throws(LaTeXError) -> T
  ) throws(LaTeXError) -> T {
    var parser = self
    parser.index = index + 1
    parser.end = close
    parser.openBars = 0
    let result = try body(&parser)
    index = close + 1
    return result
  }

  private mutating func parseBrackets(
    _ delimiter: Formula.Delimiter
  ) throws(LaTeXError) -> Formula {
    let open = index
    let close = partners[open]
    guard close > open, close < end else { throw unexpected("a closing delimiter") }
    let contents = try inside(until: close) { (parser) throws(LaTeXError) in
      try parser.parseList()
    }
    return Formula(
      .group(delimiter, contents),
      items[open].range.lowerBound..<items[close].range.upperBound)
  }

  /// Expressions with commas between them, up to the end.
  mutating func parseList() throws(LaTeXError) -> [Formula] {
    var result = [try parseSum()]
    while token == .comma {
      index += 1
      result.append(try parseSum())
    }
    guard index == end else { throw unexpected("an operator, ',' or a closing delimiter") }
    return result
  }

  private mutating func parseFence(_ fence: LaTeXTree.Fence) throws(LaTeXError) -> Formula {
    let range = items[index].range
    var parser = try nested(fence.content, limit: fence.rightRange.lowerBound)
    let kind: Formula.Kind
    switch (fence.left, fence.right) {
    case ("(", ")"): kind = try parser.parseFenced(.parentheses)
    case ("[", "]"), ("\\lbrack", "\\rbrack"): kind = try parser.parseFenced(.brackets)
    case ("\\{", "\\}"), ("\\lbrace", "\\rbrace"): kind = try parser.parseFenced(.braces)
    case ("|", "|"), ("\\vert", "\\vert"), ("\\lvert", "\\rvert"):
      kind = .absolute(try parser.parseWhole())
    case ("|", "\\rangle"): kind = .ket(try parser.parseLabel())
    case ("\\langle", "|"): kind = .bra(try parser.parseLabel())
    case ("\\langle", "\\rangle"): kind = try parser.parseAngleContents()
    default:
      throw error(
        .unsupported, "the delimiters '\(fence.left)' and '\(fence.right)' are not supported")
    }
    index += 1
    return Formula(kind, range)
  }

  private mutating func parseFenced(
    _ delimiter: Formula.Delimiter
  ) throws(LaTeXError) -> Formula.Kind {
    if items.count == 1, delimiter != .braces, case .environment = items[0].token {
      return try parseBase().kind
    }
    return .group(delimiter, try parseList())
  }

  private mutating func parseMatrix(
    _ environment: LaTeXTree.Environment
  ) throws(LaTeXError) -> Formula {
    guard Vocabulary.matrixEnvironments.contains(environment.name) else {
      throw error(
        .unsupported, "the environment '\(environment.name)' is not supported in a formula")
    }
    guard environment.name == environment.endName else {
      let code = LaTeXDiagnostic.Code.mismatchedEnvironment
      throw LaTeXError(
        source.diagnostic(code, code.structuralMessage, environment.endRange))
    }
    var rows: [[Formula]] = []
    for (number, row) in environment.rows.enumerated() {
      let isLast = number == environment.rows.count - 1
      if isLast, row.cells.count == 1, [Item](formula: row.cells[0].nodes).isEmpty {
        continue
      }
      var cells: [Formula] = []
      for cell in row.cells {
        let limit =
          cell.alignmentMark?.range.lowerBound ?? row.lineBreak?.range.lowerBound
          ?? environment.endRange.lowerBound
        var parser = try nested(cell.nodes, limit: limit)
        cells.append(try parser.parseWhole())
      }
      rows.append(cells)
    }
    index += 1
    return Formula(.matrix(rows), items[index - 1].range)
  }
}

// MARK: - Accents, fonts, words

extension FormulaParser {
  private mutating func parseAccent(_ command: String) throws(LaTeXError) -> Formula {
    let start = index
    index += 1
    guard index < end else { throw unexpected("an argument of \(command)") }
    let argument = items[index]
    var length = 1
    switch argument.token {
    case .symbol, .digit: break
    case .group(let nodes):
      guard [Item](formula: nodes).isPlainSymbols else {
        throw unexpected("a symbol under \(command)")
      }
    case .accent: length = 2
    default: throw unexpected("an argument of \(command)")
    }
    guard index + length <= end, length == 1 || items[index + 1].isAccentArgument else {
      throw unexpected("an argument of \(command)")
    }
    index += length
    let text = CanonicalText.of(items: items[start..<index], in: source)
    return Formula(
      .symbol(text), items[start].range.lowerBound..<items[index - 1].range.upperBound)
  }

  /// The name of the function that an upright word at `index` is.
  private var romanFunction: String? {
    guard case .group(let nodes) = token(after: 1) else { return nil }
    let name = rawText(nodes)
    return Vocabulary.functions.contains(name) ? name : nil
  }

  private mutating func parseRoman() throws(LaTeXError) -> Formula {
    let start = index
    index += 1
    if token == .times, isAdjacent(after: 0) { index += 1 }
    guard index < end else { throw unexpected("a word") }
    switch items[index].token {
    case .symbol: break
    case .group(let nodes):
      guard [Item](formula: nodes).isPlainSymbols else { throw unexpected("a word") }
    default: throw unexpected("a word")
    }
    let word = CanonicalText.of(items: items[index...index], in: source)
    index += 1
    return Formula(
      .symbol(CanonicalText.roman(word)),
      items[start].range.lowerBound..<items[index - 1].range.upperBound)
  }

  private mutating func parseText() throws(LaTeXError) -> Formula {
    let start = index
    index += 1
    guard case .group(let nodes) = token else { throw unexpected("'{' after \\text") }
    index += 1
    let range = items[start].range.lowerBound..<items[index - 1].range.upperBound
    let word = rawText(nodes)
    if word == "Tr" || word == "tr" { return Formula(.symbol("\\mathrm{Tr}"), range) }
    return Formula(.text(nodes.reduce(into: "") { $0 += source.text($1.range) }), range)
  }
}

extension Item {
  fileprivate var isAccentArgument: Bool {
    if case .group(let nodes) = token {
      return [Item](formula: nodes).isPlainSymbols
    }
    return isPlainSymbol && !isScript
  }

  /// Whether the item may stand under an accent.
  fileprivate var isPlainSymbol: Bool {
    switch token {
    case .symbol, .digit, .script, .prime, .accent: true
    case .group(let nodes): [Item](formula: nodes).isPlainSymbols
    default: false
    }
  }
}

extension [Item] {
  /// Whether these may stand under an accent; one that has nothing under it itself may not.
  fileprivate var isPlainSymbols: Bool {
    guard let last, allSatisfy(\.isPlainSymbol) else { return false }
    if case .accent = last.token { return false }
    return true
  }
}
