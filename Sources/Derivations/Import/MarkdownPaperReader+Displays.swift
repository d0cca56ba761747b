import LaTeXMath

extension MarkdownPaperReader {
  /// A display with the words before it on its line.
  mutating func display(_ range: Range<Int>, prefix: String, start: Int, isFence: Bool) {
    let body = text.bytes[range]
    if !isFence, hasEmptyLine(body) { remark(.emptyLine, at: start) }
    if let (environment, inner) = onlyEnvironment(range) {
      let read = DisplayRows(text.bytes, inner, splits: true)
      let rows = read.rows.map(numbered)
      if rows.count(where: { $0.number != nil }) > 1 {
        add(read, DisplayBuilder.build(rows, environment.arrangement))
        return
      }
    }
    let read = DisplayRows(text.bytes, range, splits: false)
    addOne(read, prefix: prefix, .one)
  }

  /// An environment without dollars; only tags and brackets give numbers here.
  mutating func environmentDisplay(
    _ range: Range<Int>, _ environment: DisplayEnvironment,
    _ arrangement: DisplayBuilder.Arrangement, prefix: String
  ) {
    if environment.splits {
      let read = DisplayRows(text.bytes, range, splits: true)
      let rows = read.rows.map(numbered)
      if rows.count(where: { $0.number != nil }) > 0 {
        add(read, DisplayBuilder.build(rows, arrangement))
        return
      }
      // A number behind the whole is the last row's.
      let behind = PrintedNumber.alone(prefix) ?? takeNumberBehind()
      add(read, DisplayBuilder.build(rows.map { ($0.row, nil) }, arrangement), number: behind)
    } else {
      addOne(DisplayRows(text.bytes, range, splits: false), prefix: prefix, arrangement)
    }
  }

  private mutating func addOne(
    _ read: DisplayRows, prefix: String, _ arrangement: DisplayBuilder.Arrangement
  ) {
    guard var row = read.rows.first else { return }
    var number = row.tag
    if number == nil, let found = PrintedNumber.atEnd(of: row.latex) {
      if found.certainty != .spaced || isNext(found.number) {
        number = found.number
        row.latex.removeSubrange(found.range)
      } else {
        remark(.perhapsNumber(found.number), at: row.offset)
      }
    }
    if number == nil { number = numberInside(&row.latex) }
    if number == nil { number = PrintedNumber.alone(prefix) ?? takeNumberBehind() }
    add(read, DisplayBuilder.build([(row, number)], arrangement))
  }

  private mutating func add(
    _ read: DisplayRows, _ built: [DisplayBuilder.Built], number: String? = nil
  ) {
    for (tag, offset) in read.extraTags { remark(.secondNumber(tag), at: offset) }
    for (index, piece) in built.enumerated() {
      var display = piece.display
      if index == built.count - 1, display.number == nil { display.number = number }
      if let whole = display.number.flatMap(NumberSequence.whole) { lastNumber = whole }
      let line = text.line(at: piece.offset)
      paper.pieces.append(ImportedPaper.Piece(.display(display), line: line))
      if piece.isContinuation {
        remark(.startsWithOperator(number: display.number), at: piece.offset)
      }
      if let words = piece.words {
        paper.pieces.append(ImportedPaper.Piece(.words(PlainHeading.text(words)), line: line))
      }
    }
  }

  /// A row with the number that its tag or a `(27)` set apart at its end gives it.
  private func numbered(_ row: DisplayRows.Row) -> (row: DisplayRows.Row, number: String?) {
    if let tag = row.tag { return (row, tag) }
    guard let found = PrintedNumber.atEnd(of: row.latex), found.certainty == .set else {
      return (row, nil)
    }
    var row = row
    row.latex.removeSubrange(found.range)
    return (row, found.number)
  }

  /// A number set apart at the end of the last row of an environment that the display ends with.
  private func numberInside(_ latex: inout [UInt8]) -> String? {
    let tail = String(decoding: latex, as: UTF8.self).trimmed
    guard tail.hasSuffix("}"), let end = latex.lastIndex(of: UInt8(ascii: "\\")),
      latex.has("\\end{", at: end)
    else { return nil }
    guard let found = PrintedNumber.atEnd(of: Array(latex[..<end])), found.certainty == .set else {
      return nil
    }
    latex.removeSubrange(found.range)
    return found.number
  }

  private func isNext(_ number: String) -> Bool {
    guard let whole = NumberSequence.whole(number) else { return false }
    return (lastNumber + 1...lastNumber + 3).contains(whole)
  }

  private func hasEmptyLine(_ body: ArraySlice<UInt8>) -> Bool {
    let inner = body.drop(while: \.isSpace)
    let last = inner.lastIndex { !$0.isSpace } ?? inner.startIndex
    var isBlank = false
    for byte in inner[..<last] {
      if byte == UInt8(ascii: "\n") {
        if isBlank { return true }
        isBlank = true
      } else if !byte.isSpace {
        isBlank = false
      }
    }
    return false
  }

  /// The environment that a display consists of, and its contents.
  private func onlyEnvironment(
    _ range: Range<Int>
  ) -> (environment: DisplayEnvironment, inner: Range<Int>)? {
    let names: [String: String] = [
      "aligned": "align", "gathered": "gather", "split": "align", "alignedat": "alignat",
    ]
    var lexer = LaTeXLexer(Array(text.bytes[range]))
    let base = range.lowerBound
    var depth = 0
    var inner = 0
    var name = ""
    while let token = lexer.next() {
      switch token.kind {
      case .begin:
        if depth == 0 {
          guard name.isEmpty else { return nil }
          name = MacroExpander.name(of: String(decoding: lexer.bytes[token.range], as: UTF8.self))
          inner = token.range.upperBound
          if name == "alignedat" || name.hasPrefix("alignat"),
            DisplayRows.argument(&lexer) != nil
          {
            inner = lexer.position
          }
        }
        depth += 1
      case .end:
        depth -= 1
        guard depth <= 0 else { continue }
        let rest = lexer.bytes[token.range.upperBound...]
        guard rest.allSatisfy({ $0.isSpace || ".,".utf8.contains($0) }),
          let kind = DisplayEnvironment(names[name] ?? name), kind.splits
        else { return nil }
        return (kind, base + inner..<base + token.range.lowerBound)
      case .whitespace, .comment: continue
      case .character, .command, .lineBreak, .alignmentMark, .openBrace, .closeBrace,
        .superscript, .subscript, .left, .right, .malformed:
        if depth == 0 { return nil }
      }
    }
    return nil
  }
}
