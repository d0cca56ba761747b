import LaTeXMath

/// Sets LaTeX in one line: variables italic, digits and names upright, scripts small and shifted,
/// fractions with a slash.
struct MathTypesetter {
  /// A formula or statement; text that cannot be read is shown as far as Unicode goes, upright.
  static func runs(_ latex: String) -> [MathRun] {
    let reading = LaTeXReader.statements(in: latex)
    guard reading.diagnostics.isEmpty, !reading.pieces.isEmpty else {
      return [MathRun(TextLayout.oneLine(PlainText.render(label: latex)), .upright)]
    }
    var setter = MathTypesetter()
    for (number, statement) in reading.statements.enumerated() {
      if number > 0 { setter.put(",", .upright) }
      setter.set(statement, isFirst: number == 0)
    }
    return setter.runs
  }

  private(set) var runs: [MathRun] = []
  private var size = 1.0
  private var rise = 0.0
  /// Room before the next run.
  private var gap = 0.0

  private static let relationGap = 0.26
  private static let thinGap = 0.14

  private mutating func put(_ text: String, _ face: MathRun.Face) {
    if text.isEmpty { return }
    if gap == 0, var last = runs.last, last.face == face, last.size == size, last.rise == rise {
      last.text += text
      runs[runs.count - 1] = last
    } else {
      runs.append(MathRun(text, face, size: size, rise: rise, gap: gap))
    }
    gap = 0
  }

  private mutating func put(spaced text: String, around room: Double) {
    gap += room * size
    put(text, .upright)
    gap += room * size
  }

  private mutating func set(_ statement: Statement, isFirst: Bool) {
    if !isFirst { gap += Self.relationGap }
    set(statement.sides[0], spaced: true)
    for (relation, side) in zip(statement.relations, statement.sides.dropFirst()) {
      put(spaced: PlainText.symbol(of: relation.kind), around: Self.relationGap)
      set(side, spaced: true)
    }
  }

  private mutating func set(_ formula: Formula, spaced: Bool = false) {
    switch formula.kind {
    case .number(let digits): put(digits, .upright)
    case .symbol(let symbol): set(symbol: symbol)
    case .scripted(let base, let lower, let upper):
      set(atom: base)
      set(lower: lower, upper: upper)
    case .sum(let terms): set(terms, spaced: spaced)
    case .product(let factors): set(factors)
    case .tensor(let parts): set(list: parts, separator: "⊗")
    case .quotient(let a, let b):
      set(factor: a)
      put("/", .upright)
      set(atom: b)
    case .ambiguousQuotient(let a, let b, let trailing):
      set(factor: a)
      put("/", .upright)
      set(atom: b)
      gap += Self.thinGap
      set(trailing)
    case .function(let name, let power, let argument):
      put(name, .upright)
      if let power { set(raised: power) }
      if case .group = argument.kind {
        set(argument)
      } else {
        gap += Self.thinGap
        set(atom: argument)
      }
    case .root(let radicand, let degree):
      if let degree { set(raised: degree) }
      put("√", .upright)
      set(atom: radicand)
    case .group(.parentheses, let contents): set(list: contents, "(", ")")
    case .group(.brackets, let contents): set(list: contents, "[", "]")
    case .group(.braces, let contents): set(list: contents, "{", "}")
    case .absolute(let inner): set(list: [inner], "|", "|")
    case .expectation(let inner): set(list: [inner], "⟨", "⟩")
    case .ket, .bra, .inner, .matrixElement, .matrix, .hermitianConjugate, .text:
      put(PlainText.render(formula), .upright)
    case .big(let name, let lower, let upper, let body):
      let bare = Formula(
        .big(name, lower: nil, upper: nil, body: Formula(.text(""), 0..<0)), 0..<0)
      put(String(PlainText.render(bare).drop(while: \.isWhitespace).prefix { $0 != " " }), .upright)
      set(lower: lower, upper: upper)
      gap += Self.thinGap
      set(factor: body)
    }
  }

  private mutating func set(symbol: String) {
    let unicode = PlainText.render(Formula(.symbol(symbol), 0..<0))
    if let letter = Self.script(symbol) { return put(letter, .upright) }
    if symbol.hasPrefix("\\mathbf") || symbol.hasPrefix("\\boldsymbol") || symbol.hasPrefix("\\bm"),
      let brace = symbol.firstIndex(of: "{")
    {
      let inner = String(symbol[symbol.index(after: brace)...].dropLast())
      return put(PlainText.render(Formula(.symbol(inner), 0..<0)), .bold)
    }
    let isRoman = symbol.hasPrefix("\\mathrm") || symbol.hasPrefix("\\operatorname")
    // Capital Greek stands upright, as LaTeX sets it.
    let isCapitalGreek = unicode.unicodeScalars.first.map { ("Α"..."Ω").contains($0) } ?? false
    put(unicode, isRoman || isCapitalGreek || unicode == "∞" ? .upright : .italic)
  }

  /// `\mathcal{E}` as ℰ: the light script letters, which most fonts have.
  private static func script(_ symbol: String) -> String? {
    guard symbol.hasSuffix("}"),
      symbol.hasPrefix("\\mathcal{") || symbol.hasPrefix("\\mathscr{"),
      let letter = symbol.dropLast().unicodeScalars.last, symbol.dropLast(2).hasSuffix("{")
    else { return nil }
    let early: [Unicode.Scalar: String] = [
      "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ",
      "g": "ℊ", "o": "ℴ",
    ]
    if let found = early[letter] { return found }
    let start: UInt32
    switch letter {
    case "A"..."Z": start = 0x1D49C - 0x41
    case "a"..."z": start = 0x1D4B6 - 0x61
    default: return nil
    }
    return Unicode.Scalar(start + letter.value).map { String($0) }
  }

  private mutating func set(_ terms: [Formula.Term], spaced: Bool) {
    for (number, term) in terms.enumerated() {
      let sign =
        switch term.sign {
        case .plus: "+"
        case .minus: "−"
        case .plusMinus: "±"
        case .minusPlus: "∓"
        }
      if number > 0 {
        put(spaced: sign, around: spaced ? 0.2 : 0.05)
      } else if term.sign != .plus || !term.signRange.isEmpty {
        put(sign, .upright)
      }
      set(factor: term.formula)
    }
  }

  private mutating func set(_ factors: [Formula]) {
    for (number, factor) in factors.enumerated() {
      if number > 0 {
        if case .number = Self.leading(factor) {
          put(spaced: "·", around: 0.05)
        } else if Self.isWord(factors[number - 1]) || Self.isWord(factor) {
          gap += Self.thinGap
        }
      }
      set(factor: factor)
    }
  }

  private static func leading(_ formula: Formula) -> Formula.Kind {
    switch formula.kind {
    case .scripted(let base, _, _): leading(base)
    case .quotient(let a, _): leading(a)
    default: formula.kind
    }
  }

  private static func isWord(_ formula: Formula) -> Bool {
    switch formula.kind {
    case .symbol(let symbol): symbol.hasPrefix("\\mathrm") || symbol.hasPrefix("\\operatorname")
    case .scripted(let base, _, _): isWord(base)
    case .function, .big, .text: true
    default: false
    }
  }

  private mutating func set(
    list parts: [Formula], _ opening: String = "", _ closing: String = "", separator: String = ","
  ) {
    put(opening, .upright)
    for (number, part) in parts.enumerated() {
      if number > 0 {
        put(separator, .upright)
        gap += Self.thinGap
      }
      set(part)
    }
    put(closing, .upright)
  }

  /// In parentheses if it is a sum.
  private mutating func set(factor formula: Formula) {
    switch formula.kind {
    case .sum, .ambiguousQuotient, .tensor: set(list: [formula], "(", ")")
    default: set(formula)
    }
  }

  /// In parentheses unless it is one piece.
  private mutating func set(atom formula: Formula) {
    switch formula.kind {
    case .sum, .product, .tensor, .quotient, .ambiguousQuotient, .big:
      set(list: [formula], "(", ")")
    default: set(formula)
    }
  }

  // MARK: Scripts

  private mutating func set(raised formula: Formula) {
    let script = Formula.Script(text: "", formula: formula, range: formula.range)
    set(lower: nil, upper: script)
  }

  /// The upper script stands above the lower one.
  private mutating func set(lower: Formula.Script?, upper: Formula.Script?) {
    let lowerWidth = lower.map { set(script: $0, by: -0.22) } ?? 0
    guard let upper else { return }
    gap -= lowerWidth
    let upperWidth = set(script: upper, by: 0.36)
    gap += max(0, lowerWidth - upperWidth)
  }

  /// Sets a script and tells how wide it is.
  private mutating func set(script: Formula.Script, by shift: Double) -> Double {
    let (oldSize, oldRise) = (size, rise)
    rise += shift * size
    size *= 0.7
    let first = runs.count
    // A gap keeps the script apart from what stands as high before it.
    if let formula = script.formula {
      set(formula)
    } else {
      put(PlainText.render(label: script.text), .upright)
    }
    (size, rise) = (oldSize, oldRise)
    guard first < runs.count else { return 0 }
    return MathRun.width(Array(runs[first...])) - runs[first].gap
  }
}
