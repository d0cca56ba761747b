/// Builds the nodes of a tree: first every opening token finds its partner, then the nodes follow.
struct TreeBuilder {
  private let source: Source
  private var tokens: [LaTeXLexer.Token] = []
  /// For an opening token the index of its closing one; -1 for all others.
  private var partner: [Int] = []
  /// Faults of tokens without partner.
  private var faults: [Int: LaTeXDiagnostic.Code] = [:]
  private(set) var diagnostics: [LaTeXDiagnostic] = []

  private static let diagnosticLimit = 100

  init(source: Source) {
    self.source = source
  }

  mutating func build() -> [LaTeXTree.Node] {
    if let tooDeep = matchTokens() {
      diagnostics = [diagnostic(.nestingTooDeep, tooDeep)]
      return [LaTeXTree.Node(kind: .stray(.nestingTooDeep), range: 0..<source.bytes.count)]
    }
    var index = 0
    let nodes = nodes(&index, until: tokens.count)
    diagnostics.sort { $0.range.lowerBound < $1.range.lowerBound }
    return nodes
  }

  private func diagnostic(
    _ code: LaTeXDiagnostic.Code, _ range: Range<Int>
  ) -> LaTeXDiagnostic {
    source.diagnostic(code, code.structuralMessage, range)
  }

  private mutating func report(_ code: LaTeXDiagnostic.Code, _ range: Range<Int>) {
    if diagnostics.count < Self.diagnosticLimit { diagnostics.append(diagnostic(code, range)) }
  }
}

// MARK: - Partners

extension TreeBuilder {
  /// Fills `tokens` and `partner`; the range of the opening token that is nested too deep, if any.
  private mutating func matchTokens() -> Range<Int>? {
    var lexer = LaTeXLexer(source.bytes)
    var open: [Int] = []
    tokens.reserveCapacity(min(source.bytes.count, 1024))
    partner.reserveCapacity(min(source.bytes.count, 1024))
    while let token = lexer.next() {
      let index = tokens.count
      tokens.append(token)
      partner.append(-1)
      switch token.kind {
      case .openBrace, .begin, .left:
        guard open.count < LaTeXTree.nestingLimit else { return token.range }
        open.append(index)
      case .closeBrace: close(index, .openBrace, .strayBrace, &open)
      case .right: close(index, .left, .strayFence, &open)
      case .end: closeEnvironment(index, &open)
      case .alignmentMark, .lineBreak:
        // A group or fence that is open here does not close in its cell.
        while let last = open.last, tokens[last].kind != .begin { abandon(&open) }
      case .whitespace, .comment, .character, .command, .superscript, .subscript, .malformed:
        break
      }
    }
    while !open.isEmpty { abandon(&open) }
    return nil
  }

  private mutating func abandon(_ open: inout [Int]) {
    let index = open.removeLast()
    switch tokens[index].kind {
    case .begin: faults[index] = .unclosedEnvironment
    case .left: faults[index] = .unclosedFence
    default: faults[index] = .unclosedBrace
    }
  }

  /// Closes a brace, giving up any `\left` inside it, or a `\left`.
  private mutating func close(
    _ index: Int, _ kind: LaTeXLexer.Kind, _ fault: LaTeXDiagnostic.Code, _ open: inout [Int]
  ) {
    var depth = open.count
    while depth > 0, tokens[open[depth - 1]].kind == .left, kind == .openBrace { depth -= 1 }
    guard depth > 0, tokens[open[depth - 1]].kind == kind else {
      faults[index] = fault
      return
    }
    while open.count > depth { abandon(&open) }
    partner[open.removeLast()] = index
  }

  private mutating func closeEnvironment(_ index: Int, _ open: inout [Int]) {
    let begins = open.indices.filter { tokens[open[$0]].kind == .begin }
    guard let innermost = begins.last else {
      faults[index] = .strayEnd
      return
    }
    let name = environmentName(index)
    let target = begins.last { environmentName(open[$0]) == name } ?? innermost
    while open.count > target + 1 { abandon(&open) }
    partner[open.removeLast()] = index
  }

  private func environmentName(_ index: Int) -> String {
    let text = source.text(tokens[index].range)
    guard let brace = text.firstIndex(of: "{") else { return "" }
    return String(text[text.index(after: brace)...].dropLast())
  }

  private func delimiter(_ index: Int) -> String {
    let text = source.text(tokens[index].range)
    let command = tokens[index].kind == .left ? "\\left" : "\\right"
    return String(text.dropFirst(command.count).drop { $0.isWhitespace })
  }
}

// MARK: - Nodes

extension TreeBuilder {
  private typealias Node = LaTeXTree.Node

  /// The nodes from `index` up to the token `end`.
  private mutating func nodes(_ index: inout Int, until end: Int) -> [LaTeXTree.Node] {
    var result: [Node] = []
    while index < end { result.append(node(&index, until: end)) }
    return result
  }

  private mutating func node(_ index: inout Int, until end: Int) -> LaTeXTree.Node {
    let token = tokens[index]
    switch token.kind {
    case .whitespace: return leaf(.whitespace, &index)
    case .comment: return leaf(.comment, &index)
    case .lineBreak: return leaf(.lineBreak, &index)
    case .alignmentMark: return leaf(.alignmentMark, &index)
    case .command:
      let name = source.text(token.range.lowerBound + 1..<token.range.upperBound)
      return leaf(.command(name), &index)
    case .character:
      let scalar = source.text(token.range).unicodeScalars.first
      return leaf(.character(scalar ?? "\u{FFFD}"), &index)
    case .superscript, .subscript: return script(&index, until: end)
    case .openBrace:
      let close = partner[index]
      guard close >= 0 else { return stray(&index) }
      index += 1
      let children = nodes(&index, until: close)
      index = close + 1
      return Node(
        kind: .group(children), range: token.range.lowerBound..<tokens[close].range.upperBound)
    case .left: return partner[index] >= 0 ? fence(&index) : stray(&index)
    case .begin: return partner[index] >= 0 ? environment(&index) : stray(&index)
    case .closeBrace, .right, .end, .malformed: return stray(&index)
    }
  }

  private func leaf(_ kind: LaTeXTree.Kind, _ index: inout Int) -> LaTeXTree.Node {
    defer { index += 1 }
    return Node(kind: kind, range: tokens[index].range)
  }

  private mutating func stray(_ index: inout Int) -> LaTeXTree.Node {
    let code = faults[index] ?? .malformedCommand
    report(code, tokens[index].range)
    return leaf(.stray(code), &index)
  }

  private mutating func script(_ index: inout Int, until end: Int) -> LaTeXTree.Node {
    let mark = index
    let argument = argument(after: index, until: end)
    guard let argument else {
      report(.missingScript, tokens[mark].range)
      return leaf(.stray(.missingScript), &index)
    }
    let position: LaTeXTree.ScriptPosition =
      tokens[mark].kind == .subscript ? .subscript : .superscript
    var children: [Node] = []
    index += 1
    while index < argument { children.append(node(&index, until: end)) }
    children.append(node(&index, until: end))
    // A command takes its arguments along: x^\mathrm{T}, x^\frac12.
    if case .command(let name) = children.last?.kind {
      for _ in 0..<Vocabulary.argumentCount(of: name) {
        guard let next = self.argument(after: index - 1, until: end) else { break }
        while index <= next { children.append(node(&index, until: end)) }
      }
    }
    let upper = children.last?.range.upperBound ?? tokens[mark].range.upperBound
    return Node(
      kind: .script(position, children), range: tokens[mark].range.lowerBound..<upper)
  }

  /// The token after `index` that can be an argument, white space and comments skipped.
  private func argument(after index: Int, until end: Int) -> Int? {
    var next = index + 1
    while next < end, tokens[next].kind == .whitespace || tokens[next].kind == .comment {
      next += 1
    }
    guard next < end else { return nil }
    switch tokens[next].kind {
    case .character, .command: return next
    case .openBrace: return partner[next] >= 0 ? next : nil
    case .whitespace, .comment, .lineBreak, .alignmentMark, .closeBrace, .superscript, .subscript,
      .begin, .end, .left, .right, .malformed:
      return nil
    }
  }

  private mutating func fence(_ index: inout Int) -> LaTeXTree.Node {
    let open = index
    let close = partner[open]
    index += 1
    let content = nodes(&index, until: close)
    index = close + 1
    let leftRange = tokens[open].range
    let rightRange = tokens[close].range
    let fence = LaTeXTree.Fence(
      left: delimiter(open), right: delimiter(close), leftRange: leftRange,
      rightRange: rightRange, content: content)
    return Node(kind: .fence(fence), range: leftRange.lowerBound..<rightRange.upperBound)
  }

  private mutating func environment(_ index: inout Int) -> LaTeXTree.Node {
    let begin = index
    let end = partner[begin]
    let name = environmentName(begin)
    let endName = environmentName(end)
    index += 1
    let arguments = environmentArguments(name, &index, until: end)
    var rows: [LaTeXTree.Row] = []
    var cells: [LaTeXTree.Cell] = []
    var content: [Node] = []
    while index < end {
      let next = node(&index, until: end)
      switch next.kind {
      case .alignmentMark:
        cells.append(LaTeXTree.Cell(nodes: content, alignmentMark: next))
        content = []
      case .lineBreak:
        cells.append(LaTeXTree.Cell(nodes: content, alignmentMark: nil))
        rows.append(LaTeXTree.Row(cells: cells, lineBreak: next))
        cells = []
        content = []
      default: content.append(next)
      }
    }
    cells.append(LaTeXTree.Cell(nodes: content, alignmentMark: nil))
    rows.append(LaTeXTree.Row(cells: cells, lineBreak: nil))
    index = end + 1
    if name != endName { report(.mismatchedEnvironment, tokens[end].range) }
    let environment = LaTeXTree.Environment(
      name: name, beginRange: tokens[begin].range, endRange: tokens[end].range, endName: endName,
      arguments: arguments, rows: rows)
    return Node(
      kind: .environment(environment),
      range: tokens[begin].range.lowerBound..<tokens[end].range.upperBound)
  }

  /// The `[t]` and `{cc}` directly after `\begin{…}`.
  private mutating func environmentArguments(
    _ name: String, _ index: inout Int, until end: Int
  ) -> [LaTeXTree.Node] {
    var result: [Node] = []
    // `[H, \rho]` at the start of an `aligned` is mathematics; only `[t]`, `[b]`, `[c]` are not.
    if index + 2 < end, ["[t]", "[b]", "[c]"].contains(text(index...index + 2)) {
      for _ in 0..<3 { result.append(node(&index, until: end)) }
    }
    guard ["array", "alignedat", "alignat", "alignat*"].contains(name) else { return result }
    if let next = argument(after: index - 1, until: end), tokens[next].kind == .openBrace {
      while index <= next { result.append(node(&index, until: end)) }
    }
    return result
  }

  private func text(_ indices: ClosedRange<Int>) -> String {
    let lower = tokens[indices.lowerBound].range.lowerBound
    return source.text(lower..<tokens[indices.upperBound].range.upperBound)
  }
}
