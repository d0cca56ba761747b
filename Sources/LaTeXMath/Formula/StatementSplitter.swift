/// Cuts a display into statements and reads each.
struct StatementSplitter {
  private let source: Source
  private var items: [Item]
  private var tag: (text: String, range: Range<Int>)?
  private var extra: [DisplayReading.Piece] = []

  init(_ tree: LaTeXTree) {
    source = tree.source
    items = []
    items = lines(of: Array(display: tree.nodes))
  }

  mutating func reading() -> DisplayReading {
    takeTags()
    takeTrailingTag()
    var pieces = stretches().map(read)
    pieces += extra
    pieces.sort { $0.range.lowerBound < $1.range.lowerBound }
    return DisplayReading(tag: tag?.text, tagRange: tag?.range, pieces: pieces)
  }

  private func read(_ stretch: [Item]) -> DisplayReading.Piece {
    let lower = stretch.first?.range.lowerBound ?? 0
    let upper = stretch.last?.range.upperBound ?? 0
    var parser = FormulaParser(stretch, source: source, limit: upper, depth: 0)
    do throws(LaTeXError) {
      return .statement(try parser.parseStatement())
    } catch {
      return .unreadable(UnreadablePiece(range: lower..<upper, diagnostic: error.diagnostic))
    }
  }
}

extension DisplayReading.Piece {
  /// Where the piece stands: UTF-8 offsets into the text that was read.
  public var range: Range<Int> {
    switch self {
    case .statement(let statement): statement.range
    case .unreadable(let piece): piece.range
    }
  }
}

// MARK: - Lines

extension StatementSplitter {
  /// The items with the environments that only arrange lines replaced by their contents.
  private func lines(of items: [Item]) -> [Item] {
    var result: [Item] = []
    for (index, item) in items.enumerated() {
      guard case .environment(let environment) = item.token,
        Vocabulary.lineEnvironments.contains(environment.name)
          || (environment.name == "array" && index == 0 && isTail(items.dropFirst()))
      else {
        result.append(item)
        continue
      }
      for row in environment.rows {
        for cell in row.cells {
          result += lines(of: Array(display: cell.nodes))
          if let mark = cell.alignmentMark {
            result.append(Item(node: mark, token: .alignmentMark, gap: .none))
          }
        }
        if let lineBreak = row.lineBreak {
          result.append(Item(node: lineBreak, token: .lineBreak, gap: .none))
        }
      }
      if environment.name != environment.endName {
        let node = LaTeXTree.Node(
          kind: .stray(.mismatchedEnvironment), range: environment.endRange)
        result.append(
          Item(node: node, token: .stray(.mismatchedEnvironment), gap: .none))
      }
    }
    return result
  }

  /// Whether nothing but punctuation and a tag follows.
  private func isTail(_ items: ArraySlice<Item>) -> Bool {
    guard let first = items.first else { return true }
    switch first.token {
    case .quad, .tag: return true
    case .period, .comma: return isTail(items.dropFirst())
    default: return false
    }
  }
}

// MARK: - Tags

extension StatementSplitter {
  /// Takes out `\tag{…}` and `\label{…}`.
  private mutating func takeTags() {
    var kept: [Item] = []
    var index = 0
    while index < items.count {
      let item = items[index]
      guard item.token == .tag || item.token == .crossReference else {
        kept.append(item)
        index += 1
        continue
      }
      var next = index + 1
      if next < items.count, items[next].token == .times { next += 1 }
      guard next < items.count, case .group(let nodes) = items[next].token else {
        kept.append(item)
        index += 1
        continue
      }
      if item.token == .tag {
        let range = item.range.lowerBound..<items[next].range.upperBound
        let text = nodes.reduce(into: "") { $0 += source.text($1.range) }
        setTag(text, range)
      }
      index = next + 1
    }
    items = kept
  }

  private mutating func setTag(_ text: String, _ range: Range<Int>) {
    guard tag != nil else {
      tag = (text, range)
      return
    }
    let code = LaTeXDiagnostic.Code.secondTag
    let diagnostic = source.diagnostic(code, code.structuralMessage, range)
    extra.append(.unreadable(UnreadablePiece(range: range, diagnostic: diagnostic)))
  }

  /// Takes out `\quad (27)` at the end.
  private mutating func takeTrailingTag() {
    guard case .close(.parentheses) = items.last?.token,
      let open = items.lastIndex(where: { $0.token == .open(.parentheses) }), open > 0,
      items[open - 1].token == .quad, tag == nil
    else { return }
    let content = items[open + 1..<items.count - 1]
    var hasDigit = false
    for item in content {
      switch item.token {
      case .digit: hasDigit = true
      case .symbol(let symbol) where symbol.utf8.count == 1: break
      case .period, .prime: break
      default: return
      }
    }
    guard hasDigit, let last = items.last else { return }
    let text = content.reduce(into: "") { $0 += source.text($1.range) }
    tag = (text, items[open].range.lowerBound..<last.range.upperBound)
    items.removeSubrange((open - 1)...)
  }
}

// MARK: - Statements

extension StatementSplitter {
  private enum Cut { case separator, space, none }

  /// The stretches between separators, without the separators.
  private func stretches() -> [[Item]] {
    let partners = items.bracketPartners()
    let joined = joints()
    var result: [[Item]] = []
    var current: [Item] = []
    var spaced = false
    var depth = 0
    var label = 0
    for (index, item) in items.enumerated() {
      if index >= label, let end = items.angleLabelEnd(from: index, partners) { label = end }
      let inside = depth > 0 || index < label
      switch cut(at: item, inside || joined[index]) {
      case .separator:
        result.append(current)
        current = []
        spaced = false
      case .space: spaced = true
      case .none:
        var copy = item
        if spaced { copy.gap = .explicit }
        spaced = false
        current.append(copy)
        if partners[index] > index { depth += 1 }
        if partners[index] >= 0, partners[index] < index { depth -= 1 }
      }
    }
    result.append(current)
    return result.map(withoutFinalPeriod).filter { !$0.isEmpty }
  }

  /// What `item` does to the statement it stands in, which goes on there if `joined`.
  private func cut(at item: Item, _ joined: Bool) -> Cut {
    switch item.token {
    case .comma, .semicolon: joined ? .none : .separator
    // At `&` without an operator beside it a new column starts: `a &= 0 & b &= 1`.
    case .quad, .lineBreak, .alignmentMark: joined ? .space : .separator
    default: .none
    }
  }

  /// For each line break, `&` and wide space whether the statement goes on across it: an operator
  /// stands before or after it.
  private func joints() -> [Bool] {
    var result = [Bool](repeating: false, count: items.count)
    var before: Int?
    var index = 0
    while index < items.count {
      guard items[index].isLayout else {
        before = index
        index += 1
        continue
      }
      let start = index
      while index < items.count, items[index].isLayout { index += 1 }
      guard let before, index < items.count else { continue }
      let joined = joins(before, index)
      for layout in start..<index { result[layout] = joined }
    }
    return result
  }

  private func joins(_ before: Int, _ after: Int) -> Bool {
    if items[before].token == .comma || items[before].token == .semicolon { return false }
    if items[before].token == .period, !endsWithHermitianConjugate(items[...before]) {
      return false
    }
    return items[before].isOperator || items[after].isOperator
  }

  /// The stretch without a `.` at its end, unless that belongs to `H.c.`
  private func withoutFinalPeriod(_ stretch: [Item]) -> [Item] {
    guard stretch.last?.token == .period, !endsWithHermitianConjugate(stretch[...]) else {
      return stretch
    }
    return stretch.dropLast()
  }

  private func endsWithHermitianConjugate(_ items: ArraySlice<Item>) -> Bool {
    let last = Array(items.suffix(4))
    return last.hermitianConjugateEnd(from: 0) == 4
  }
}

extension Item {
  fileprivate var isLayout: Bool {
    switch token {
    case .quad, .alignmentMark, .lineBreak: true
    default: false
    }
  }

  fileprivate var isOperator: Bool {
    switch token {
    case .sign, .times, .slash, .tensor, .relation: true
    default: false
    }
  }
}

extension [Item] {
  /// The index after `H.c.` or `h.c` at `start`, if it stands there.
  func hermitianConjugateEnd(from start: Int) -> Int? {
    guard start >= 0, start + 2 < count,
      self[start].token == .symbol("H") || self[start].token == .symbol("h"),
      self[start + 1].token == .period, self[start + 2].token == .symbol("c")
    else { return nil }
    return start + 3 < count && self[start + 3].token == .period ? start + 4 : start + 3
  }
}
