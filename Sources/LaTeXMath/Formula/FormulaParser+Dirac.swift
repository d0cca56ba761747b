extension FormulaParser {
  /// A formula that begins with `|`: a ket, or else an absolute value.
  mutating func parseBar() throws(LaTeXError) -> Formula {
    let start = index
    let lower = items[start].range.lowerBound
    if let close = items.ketEnd(from: index, partners, end) {
      let label = CanonicalText.of(items: items[index + 1..<close], in: source)
      index = close + 1
      return Formula(.ket(label), lower..<items[close].range.upperBound)
    }
    index += 1
    openBars += 1
    let inner = try parseSum()
    openBars -= 1
    guard token == .bar else { throw unexpected("a closing '|'") }
    index += 1
    return Formula(.absolute(inner), lower..<items[index - 1].range.upperBound)
  }

  /// A formula that begins with `\langle`.
  mutating func parseAngle() throws(LaTeXError) -> Formula {
    let start = index
    let lower = items[start].range.lowerBound
    guard let first = items.angleStop(after: start, partners, end) else {
      throw error(.unclosedDelimiter, "expected '|' or '\\rangle' after '\\langle'")
    }
    if items[first].token == .bar, first > start + 1 {
      let bra = try label(start + 1..<first)
      if let (kind, close) = try middle(after: first, bra: bra, start: start) {
        index = close + 1
        return Formula(kind, lower..<items[close].range.upperBound)
      }
      index = first + 1
      return Formula(.bra(bra), lower..<items[first].range.upperBound)
    }
    guard let close = items.expectationEnd(from: start, partners, end) else {
      throw error(.unclosedDelimiter, "expected '\\rangle' after '\\langle'")
    }
    let inner = try inside(until: close) { (parser) throws(LaTeXError) in
      try parser.parseWhole()
    }
    return Formula(.expectation(inner), lower..<items[close].range.upperBound)
  }

  /// The inner product or matrix element that goes on after `\langle bra|`, with its last index.
  private func middle(
    after bar: Int, bra: String, start: Int
  ) throws(LaTeXError) -> (Formula.Kind, Int)? {
    guard bar + 1 < end, !items[bar + 1].isScript, !items[bar + 1].isInfix,
      let second = items.angleStop(after: bar, partners, end), second > bar + 1
    else { return nil }
    if items[second].token == .angleClose {
      return (.inner(bra: bra, ket: try label(bar + 1..<second)), second)
    }
    guard items[second].token == .bar, let close = items.ketEnd(from: second, partners, end),
      !items[second - 1].isInfix
    else { return nil }
    let between = items[bar + 1..<second]
    let hasSign = between.contains {
      if case .sign = $0.token { true } else { false }
    }
    let endsStatement = between.contains {
      switch $0.token {
      case .relation, .comma, .semicolon, .colon, .tensor: true
      default: false
      }
    }
    // |a\rangle\langle b|X + Y|c\rangle\langle d| is a sum of two products.
    let isOuter = items[..<start].last { !$0.isScript }?.token == .angleClose
    if endsStatement || (hasSign && isOuter) { return nil }
    var parser = self
    parser.index = bar + 1
    parser.end = second
    parser.openBars = 0
    let operand = try parser.parseWhole()
    let ket = CanonicalText.of(items: items[second + 1..<close], in: source)
    return (.matrixElement(bra: bra, operand, ket: ket), close)
  }

  /// The items in `range` as the label of a ket or bra.
  private func label(_ range: Range<Int>) throws(LaTeXError) -> String {
    if let bad = range.first(where: { !items[$0].isLabelItem && partners[$0] < 0 }) {
      var parser = self
      parser.index = bad
      throw parser.unexpected("a label")
    }
    return CanonicalText.of(items: items[range], in: source)
  }

  /// All items as a label.
  func parseLabel() throws(LaTeXError) -> String {
    guard !items.isEmpty else { throw unexpected("a label") }
    return try label(0..<items.count)
  }

  /// All items as what stands between `\langle` and `\rangle`.
  mutating func parseAngleContents() throws(LaTeXError) -> Formula.Kind {
    let bars = items.indices.filter { items[$0].token == .bar }
    switch bars.count {
    case 0: return .expectation(try parseWhole())
    case 1:
      guard bars[0] > 0, bars[0] + 1 < items.count else { throw unexpected("two labels") }
      return .inner(bra: try label(0..<bars[0]), ket: try label(bars[0] + 1..<items.count))
    case 2 where bars[0] > 0 && bars[1] + 1 < items.count:
      let bra = try label(0..<bars[0])
      let ket = try label(bars[1] + 1..<items.count)
      index = bars[0] + 1
      end = bars[1]
      return .matrixElement(bra: bra, try parseWhole(), ket: ket)
    default: return .expectation(try parseWhole())
    }
  }

  /// `\ket{a}`, `\braket{a|b}`, `\ketbra{a}{b}`, …: a ket and a bra are two factors.
  mutating func parseDiracCommand(_ name: String) throws(LaTeXError) -> [Formula] {
    let start = index
    index += 1
    var arguments: [FormulaParser] = []
    var ranges: [Range<Int>] = []
    while arguments.count < Vocabulary.dirac[name] ?? 1, case .group(let nodes) = token {
      arguments.append(try nested(nodes, limit: items[index].range.upperBound - 1))
      ranges.append(items[index].range)
      index += 1
    }
    let isOuter = name == "ketbra" || name == "dyad"
    guard !arguments.isEmpty, isOuter || arguments.count == Vocabulary.dirac[name] else {
      throw unexpected("'{' after '\\\(name)'")
    }
    let range = items[start].range.lowerBound..<items[index - 1].range.upperBound
    switch name {
    case "ket": return [Formula(.ket(try arguments[0].parseLabel()), range)]
    case "bra": return [Formula(.bra(try arguments[0].parseLabel()), range)]
    case "abs": return [Formula(.absolute(try arguments[0].parseWhole()), range)]
    case "expval": return [Formula(.expectation(try arguments[0].parseWhole()), range)]
    case "mel":
      let bra = try arguments[0].parseLabel()
      let ket = try arguments[2].parseLabel()
      return [
        Formula(.matrixElement(bra: bra, try arguments[1].parseWhole(), ket: ket), range)
      ]
    case "braket":
      guard arguments[0].items.contains(where: { $0.token == .bar }) else {
        throw arguments[0].error(.ambiguous, "expected '|' in '\\braket'")
      }
      return [Formula(try arguments[0].parseAngleContents(), range)]
    default:
      let ket = Formula(
        .ket(try arguments[0].parseLabel()), range.lowerBound..<ranges[0].upperBound)
      let bra = Formula(
        .bra(try arguments[arguments.count - 1].parseLabel()), ranges[ranges.count - 1])
      return [ket, bra]
    }
  }
}

extension [Item] {
  /// The index of the `\rangle` that makes the `|` at `index` a ket.
  func ketEnd(from index: Int, _ partners: [Int], _ end: Int? = nil) -> Int? {
    guard index < count, self[index].token == .bar,
      let close = labelEnd(after: index, partners, end ?? count),
      self[close].token == .angleClose
    else { return nil }
    return close
  }

  /// The index at which the label of the ket or bra that begins at `index` ends.
  func angleLabelEnd(from index: Int, _ partners: [Int]) -> Int? {
    if self[index].token == .angleOpen, let close = labelEnd(after: index, partners, count),
      self[close].token == .bar || self[close].token == .angleClose
    {
      return close
    }
    return ketEnd(from: index, partners)
  }

  /// The first item after the label that begins after `index`; `nil` if that is no label.
  private func labelEnd(after index: Int, _ partners: [Int], _ end: Int) -> Int? {
    var next = index + 1
    guard next < end, !self[next].isScript, self[next].token != .comma else { return nil }
    while next < end {
      if self[next].isLabelItem {
        next += 1
      } else if partners[next] > next {
        next = partners[next] + 1
      } else {
        break
      }
    }
    return next < end && next > index + 1 ? next : nil
  }

  /// The first `|` or `\rangle` after `index` outside brackets; `nil` if `\langle` comes first.
  func angleStop(after index: Int, _ partners: [Int], _ end: Int) -> Int? {
    var next = index + 1
    while next < end {
      switch self[next].token {
      case .bar, .angleClose: return next
      case .angleOpen: return nil
      default: next = Swift.max(next, partners[next]) + 1
      }
    }
    return nil
  }

  /// The `\rangle` that closes the `\langle` at `index`, kets and inner products inside skipped.
  func expectationEnd(from index: Int, _ partners: [Int], _ end: Int) -> Int? {
    var next = index + 1
    var open = 1
    while next < end {
      switch self[next].token {
      case .bar:
        next = (ketEnd(from: next, partners, end) ?? next) + 1
      case .angleOpen:
        open += 1
        next += 1
      case .angleClose:
        open -= 1
        if open == 0 { return next }
        next += 1
      default: next = Swift.max(next, partners[next]) + 1
      }
    }
    return nil
  }
}

extension Item {
  /// Whether the item may stand in the label of a ket.
  var isLabelItem: Bool {
    switch token {
    case .symbol, .digit, .sign, .comma, .semicolon, .slash, .prime, .accent, .roman, .text,
      .label, .group, .script:
      true
    default: false
    }
  }

  /// Whether the item is an operator between two operands.
  fileprivate var isInfix: Bool {
    switch token {
    case .sign, .times, .slash, .tensor, .relation, .colon, .comma, .semicolon: true
    default: false
    }
  }
}
