extension FormulaParser {
  /// A function with its power and argument; `length` items are its name.
  mutating func parseFunction(_ name: String, length: Int = 1) throws(LaTeXError) -> Formula {
    let lower = items[index].range.lowerBound
    index += length
    let scripts = try takeScripts()
    if scripts.subscript != nil || scripts.primes != nil {
      index -= 1
      throw error(.unsupported, "expected no subscript or prime on '\\\(name)'")
    }
    var power: Formula?
    if let superscript = scripts.superscript {
      guard let formula = superscript.formula else {
        index -= 1
        throw error(.unsupported, "expected a number or expression as the power of '\\\(name)'")
      }
      power = formula
    }
    let argument = try parseFunctionArgument(name)
    return Formula(
      .function(name, power: power, argument: argument), lower..<argument.range.upperBound)
  }

  /// A group or fraction that directly follows, or a run of numbers and symbols.
  private mutating func parseFunctionArgument(_ name: String) throws(LaTeXError) -> Formula {
    if startsClosedArgument {
      let argument = try parseBase()
      guard !isScriptNext else {
        throw error(
          .ambiguous, "expected the power directly after '\\\(name)', not after its argument")
      }
      return argument
    }
    var factors: [Formula] = []
    while isRunItem, factors.isEmpty || items[index].gap != .explicit {
      try parseFactor(into: &factors)
    }
    guard !factors.isEmpty else { throw unexpected("an argument of '\\\(name)'") }
    return product(factors)
  }

  private var startsClosedArgument: Bool {
    switch token {
    case .group, .open, .fraction, .root: true
    case .fence(let fence): fence.right != "\\rangle" && fence.left != "\\langle"
    case .bar: openBars == 0 && items.ketEnd(from: index, partners, end) == nil
    default: false
    }
  }

  private var isRunItem: Bool {
    switch token {
    case .symbol, .digit, .accent: true
    case .period: decimalDigitFollows
    case .roman:
      if case .group(let nodes) = token(after: 1) {
        !Vocabulary.functions.contains(rawText(nodes))
      } else {
        true
      }
    default: false
    }
  }

  /// `\sum`, `\int`, `\min`, … with its scripts and the product that follows.
  mutating func parseBigOperator(_ name: String) throws(LaTeXError) -> Formula {
    let lower = items[index].range.lowerBound
    index += 1
    let scripts = try takeScripts()
    if scripts.primes != nil {
      index -= 1
      throw error(.unsupported, "expected no prime on '\\\(name)'")
    }
    depth += 1
    defer { depth -= 1 }
    try checkDepth(depth)
    guard index < end else { throw unexpected("an expression after '\\\(name)'") }
    let body = try parseTensor()
    return Formula(
      .big(name, lower: scripts.subscript, upper: scripts.superscript, body: body),
      lower..<body.range.upperBound)
  }
}

// MARK: - Scripts

extension FormulaParser {
  struct Scripts {
    var `subscript`: Formula.Script?
    var superscript: Formula.Script?
    var primes: Formula.Script?
  }

  /// The base with the scripts that follow it.
  mutating func parseScripts(of base: Formula) throws(LaTeXError) -> Formula {
    guard isScriptNext else { return base }
    let scripts = try takeScripts(exponential: base.kind == .symbol("e"))
    let range = base.range.lowerBound..<items[index - 1].range.upperBound
    guard let primes = scripts.primes else {
      return Formula(
        .scripted(base, subscript: scripts.subscript, superscript: scripts.superscript), range)
    }
    guard scripts.superscript != nil else {
      return Formula(.scripted(base, subscript: scripts.subscript, superscript: primes), range)
    }
    // x'^2 is the square of x'.
    let lower = scripts.subscript?.range.upperBound ?? 0
    let inner = Formula(
      .scripted(base, subscript: scripts.subscript, superscript: primes),
      base.range.lowerBound..<max(primes.range.upperBound, lower))
    return Formula(
      .scripted(inner, subscript: nil, superscript: scripts.superscript), range)
  }

  mutating func takeScripts(exponential: Bool = false) throws(LaTeXError) -> Scripts {
    var scripts = Scripts()
    while let token {
      let range = items[index].range
      switch token {
      case .prime:
        guard scripts.superscript == nil else { throw doubleScript() }
        let lower = scripts.primes?.range.lowerBound ?? range.lowerBound
        scripts.primes = Formula.Script(
          text: (scripts.primes?.text ?? "") + "'", formula: nil,
          range: lower..<range.upperBound)
      case .script(.subscript, let argument):
        guard scripts.subscript == nil else { throw doubleScript() }
        scripts.subscript = try script(argument, limit: range.upperBound)
      case .script(.superscript, let argument):
        guard scripts.superscript == nil else { throw doubleScript() }
        scripts.superscript = try script(
          argument, limit: range.upperBound, exponential: exponential)
      default: return scripts
      }
      index += 1
    }
    return scripts
  }

  private func doubleScript() -> LaTeXError {
    let code = LaTeXDiagnostic.Code.doubleScript
    return error(code, code.structuralMessage)
  }

  /// The argument of a script mark as text and, where it reads as one, as a formula.
  private func script(
    _ argument: [LaTeXTree.Node], limit: Int, exponential: Bool = false
  ) throws(LaTeXError) -> Formula.Script {
    let outer = [Item](formula: argument)
    let lower = outer.first?.range.lowerBound ?? limit
    var parser = try nested(argument, limit: limit)
    if outer.count == 1, case .group(let nodes) = outer[0].token {
      parser = try nested(nodes, limit: limit - 1)
    }
    guard !parser.items.isEmpty else { throw unexpected("a script") }
    let text = CanonicalText.ofScript(argument, in: source)
    return Formula.Script(
      text: text, formula: try parser.parseScriptContent(exponential: exponential),
      range: lower..<limit)
  }

  /// All items as an expression, or `nil` if they are a label.
  private mutating func parseScriptContent(exponential: Bool) throws(LaTeXError) -> Formula? {
    if !exponential, isParenthesisedLabel { return nil }
    if items.count == 2, case .text = items[0].token, case .group(let nodes) = items[1].token {
      return Formula(
        .symbol(CanonicalText.roman(rawText(nodes))),
        items[0].range.lowerBound..<items[1].range.upperBound)
    }
    do throws(LaTeXError) {
      return try parseWhole()
    } catch {
      guard error.diagnostic.code != .nestingTooDeep, items.isLabel else { throw error }
      return nil
    }
  }

  /// `(1)`, `(ij)`: which one, not how much.
  private var isParenthesisedLabel: Bool {
    guard items[0].token == .open(.parentheses), partners[0] == items.count - 1 else {
      return false
    }
    return items[1..<items.count - 1].allSatisfy {
      switch $0.token {
      case .symbol, .digit: true
      default: false
      }
    }
  }
}

extension [Item] {
  /// Whether these are nothing but letters, digits, signs and the like, with balanced brackets.
  fileprivate var isLabel: Bool {
    let partners = bracketPartners()
    return indices.allSatisfy { index in
      switch self[index].token {
      case .symbol, .digit, .sign, .times, .comma, .relation, .label, .prime, .bar: true
      case .accent, .roman, .text: index + 1 < count
      case .open, .close: partners[index] >= 0
      case .group(let nodes): Array(formula: nodes).isLabel
      case .script(_, let argument): index > 0 && Array(formula: argument).isLabel
      default: false
      }
    }
  }
}
