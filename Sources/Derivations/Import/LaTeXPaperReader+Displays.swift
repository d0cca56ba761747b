import LaTeXMath

extension LaTeXPaperReader {
  /// An environment whose `\begin` was just read.
  mutating func display(_ environment: DisplayEnvironment, _ begin: LaTeXLexer.Token) {
    var arrangement = environment.arrangement
    if environment.hasArgument, let argument = argument(), arrangement == .alignedAt("") {
      arrangement = .alignedAt(argument)
    }
    let start = lexer.position
    let closing = "\\end{\(environment.name)}"
    guard let end = endOfEnvironment(closing) else {
      remark(.unclosedDisplay("\\begin{\(environment.name)}"), at: begin.range.lowerBound)
      return
    }
    lexer = LaTeXLexer(text.bytes, at: end + closing.utf8.count)
    addRows(start..<end, environment, arrangement)
  }

  /// Where the environment ends; `nil` if another display begins before.
  private mutating func endOfEnvironment(_ closing: String) -> Int? {
    guard !missing.contains(closing) else { return nil }
    var reader = lexer
    while let token = reader.next() {
      switch token.kind {
      case .end where word(token) == closing: return token.range.lowerBound
      case .begin where DisplayEnvironment(MacroExpander.name(of: word(token))) != nil: return nil
      case .whitespace, .comment, .character, .command, .lineBreak, .alignmentMark, .openBrace,
        .closeBrace, .superscript, .subscript, .begin, .end, .left, .right, .malformed:
        break
      }
    }
    missing.insert(closing)
    return nil
  }

  private mutating func addRows(
    _ range: Range<Int>, _ environment: DisplayEnvironment,
    _ arrangement: DisplayBuilder.Arrangement
  ) {
    let read = DisplayRows(text.bytes, range, splits: environment.splits)
    var numbered: [(row: DisplayRows.Row, number: String?)] = []
    for row in read.rows {
      // An empty row behind the last `\\` of an environment that numbers rows is one for LaTeX.
      let number = row.tag ?? (environment.isNumbered && !row.isUnnumbered ? counter.next() : nil)
      if row.isEmpty, row.tag == nil {
        if let number { remark(.emptyRow(number: number), at: row.offset) }
        numbered.append((row, nil))
      } else {
        numbered.append((row, number))
      }
    }
    add(read, DisplayBuilder.build(numbered, arrangement))
  }

  private mutating func add(_ read: DisplayRows, _ built: [DisplayBuilder.Built]) {
    for (tag, offset) in read.extraTags { remark(.secondNumber(tag), at: offset) }
    for piece in built {
      add(.display(piece.display), at: piece.offset)
      if piece.isContinuation {
        remark(.startsWithOperator(number: piece.display.number), at: piece.offset)
      }
      if let words = piece.words { add(.words(PlainHeading.text(words)), at: piece.offset) }
    }
  }

  /// `\[ … \]`, whose opening was just read.
  mutating func bracketDisplay(_ begin: LaTeXLexer.Token) {
    var reader = lexer
    while let token = reader.next() {
      if token.kind == .whitespace, isParagraphBreak(token) { break }
      // Another one that opens says that this one is not closed.
      if token.kind == .command, word(token) == "\\[" { break }
      guard token.kind == .command, word(token) == "\\]" else { continue }
      plainDisplay(lexer.position..<token.range.lowerBound, end: token.range.upperBound)
      return
    }
    remark(.unclosedDisplay("\\["), at: begin.range.lowerBound)
  }

  /// In bytes, how far behind a mark in braces one outside of them is looked for.
  private static let longestInBraces = 2000

  /// `$$ … $$` at `start`.
  mutating func dollarDisplay(_ start: Int) {
    var reader = LaTeXLexer(text.bytes, at: start + 2)
    var depth = 0
    // Where the braces do not agree, the next mark is as good as any.
    var inBraces: Int?
    var end: Int?
    while end == nil, reader.position < inBraces.map({ $0 + Self.longestInBraces }) ?? .max,
      let token = reader.next()
    {
      switch token.kind {
      case .openBrace: depth += 1
      case .closeBrace: depth -= 1
      case .whitespace where isParagraphBreak(token): reader = LaTeXLexer([])
      case .character where text.bytes.has("$$", at: token.range.lowerBound):
        if depth <= 0 {
          end = token.range.lowerBound
        } else if inBraces == nil {
          inBraces = token.range.lowerBound
        }
      case .whitespace, .comment, .character, .command, .lineBreak, .alignmentMark,
        .superscript, .subscript, .begin, .end, .left, .right, .malformed:
        break
      }
    }
    guard let end = end ?? inBraces else {
      remark(.unclosedDisplay("$$"), at: start)
      lexer = LaTeXLexer(text.bytes, at: start + 2)
      return
    }
    plainDisplay(start + 2..<end, end: end + 2)
  }

  private mutating func plainDisplay(_ range: Range<Int>, end: Int) {
    lexer = LaTeXLexer(text.bytes, at: end)
    let read = DisplayRows(text.bytes, range, splits: false)
    add(read, DisplayBuilder.build(read.rows.map { ($0, $0.tag) }, .one))
  }
}
