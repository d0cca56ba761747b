import LaTeXMath

/// Reads headings and displays out of Markdown, such as a machine makes of a printed page.
struct MarkdownPaperReader {
  let text: PaperText
  let lines: [Range<Int>]
  var paper = ImportedPaper(format: .markdown)
  private var headings = HeadingGuesser()
  private var position = 0
  private var missing: Set<String> = []
  /// The whole part of the last number of a display.
  var lastNumber = 0

  init(_ text: PaperText) {
    self.text = text
    var lines: [Range<Int>] = []
    var start = 0
    for (index, byte) in text.bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(start..<index)
      start = index + 1
    }
    lines.append(start..<text.bytes.count)
    self.lines = lines
  }

  mutating func read() {
    var index = 0
    while index < lines.count {
      let line = lines[index]
      index += 1
      // A display may have ended inside this line, or behind it.
      guard position < line.upperBound || line.isEmpty else { continue }
      if position <= line.lowerBound {
        position = line.lowerBound
        if let next = fence(at: index - 1) {
          index = next
          continue
        }
        if heading(at: index - 1) { continue }
      }
      displays(in: line)
    }
  }

  mutating func remark(_ kind: ImportRemark.Kind, at offset: Int) {
    paper.remarks.append(ImportRemark(kind, line: text.line(at: offset)))
  }

  func trimmed(_ line: Range<Int>) -> String { text.text(line).trimmed }

  func isBlank(_ index: Int) -> Bool {
    guard lines.indices.contains(index) else { return true }
    return text.bytes[lines[index]].allSatisfy(\.isSpace)
  }

  // MARK: Fences

  /// Takes a fenced block; the index of the line behind it.
  private mutating func fence(at index: Int) -> Int? {
    let opening = trimmed(lines[index])
    guard let first = opening.first, first == "`" || first == "~" else { return nil }
    let mark = opening.prefix { $0 == first }
    let language = opening.dropFirst(mark.count).trimmed
    guard mark.count >= 3, !language.contains("`"), !missing.contains(String(mark)) else {
      return nil
    }
    guard
      let close = lines[(index + 1)...].firstIndex(where: { line in
        let text = trimmed(line)
        return text.hasPrefix(mark) && text.allSatisfy { $0 == first }
      })
    else {
      missing.insert(String(mark))
      return nil
    }
    let start = lines[index].lowerBound
    if language == "math" || language == "latex" || language == "tex" {
      let body = lines[index].upperBound..<lines[close].lowerBound
      display(body, prefix: "", start: start, isFence: true)
    } else {
      let block = lines[index].upperBound..<lines[close].lowerBound
      let hasDisplays = ["$$", "\\[", "\\begin{"].contains {
        text.first($0, from: block.lowerBound, to: block.upperBound) != nil
      }
      remark(.code(language, hasDisplays: hasDisplays), at: start)
    }
    position = max(position, lines[close].upperBound)
    return close + 1
  }

  // MARK: Headings

  private mutating func heading(at index: Int) -> Bool {
    let line = trimmed(lines[index])
    guard !line.isEmpty, line.utf8.count <= 300 else { return false }
    let offset = lines[index].lowerBound
    let marks = line.prefix { $0 == "#" }.count
    if (1...6).contains(marks), line.dropFirst(marks).first == " " {
      let words = String(line.dropFirst(marks)).trimmed
      let title = String(words.reversed().drop { $0 == "#" }.reversed()).trimmed
      addHeading(marks, title, offset)
      return true
    }
    guard isBlank(index - 1), isBlank(index + 1) else { return false }
    if let (level, text) = headings.level(of: line) {
      addHeading(level, text, offset)
      return true
    }
    if paper.title.isEmpty, paper.pieces.isEmpty, !line.contains("$"), !line.contains("\\") {
      paper.title = HeadingGuesser.withoutStars(line)
      return true
    }
    return false
  }

  private mutating func addHeading(_ level: Int, _ words: String, _ offset: Int) {
    if level == 1, paper.title.isEmpty {
      paper.title = words
      return
    }
    let heading = ImportedPaper.Kind.heading(level: level, text: words)
    paper.pieces.append(ImportedPaper.Piece(heading, line: text.line(at: offset)))
  }

  // MARK: Displays

  private mutating func displays(in line: Range<Int>) {
    let bytes = text.bytes
    let start = position
    while position < line.upperBound {
      let here = position
      if bytes.has("$$", at: here) {
        take("$$", "$$", start, line)
      } else if bytes[here] == UInt8(ascii: "$") {
        stepOverFormula(line)
      } else if bytes.has("\\[", at: here) {
        take("\\[", "\\]", start, line)
      } else if bytes.has("\\(", at: here) {
        stepOverBrackets()
      } else if bytes.has("\\begin{", at: here) {
        environment(start, line)
      } else {
        position += bytes[here] == UInt8(ascii: "\\") ? 2 : 1
      }
    }
  }

  /// A display from here to `closing`.
  private mutating func take(
    _ opening: String, _ closing: String, _ lineStart: Int, _ line: Range<Int>
  ) {
    let start = position
    let body = start + opening.utf8.count
    guard let end = end(closing, from: body) else {
      remark(.unclosedDisplay(opening), at: start)
      position = body
      return
    }
    position = end + closing.utf8.count
    display(body..<end, prefix: words(lineStart, start), start: start, isFence: false)
  }

  /// Where a mark next stands that no backslash is before.
  private mutating func end(_ mark: String, from start: Int) -> Int? {
    guard !missing.contains(mark) else { return nil }
    let bytes = text.bytes
    var index = start
    while index < bytes.count {
      if bytes.has(mark, at: index) { return index }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    missing.insert(mark)
    return nil
  }

  /// `\begin{equation} … \end{equation}` without dollars.
  private mutating func environment(_ lineStart: Int, _ line: Range<Int>) {
    let start = position
    let word = text.text(start..<min(start + 40, line.upperBound))
    let name = String(word.dropFirst("\\begin{".count).prefix { $0.isLetter || $0 == "*" })
    guard let kind = DisplayEnvironment(name), word.hasPrefix("\\begin{\(name)}") else {
      if DisplayEnvironment.isSuspicious(name) || name.hasSuffix("aligned") {
        remark(.unknownEnvironment(name), at: start)
      }
      position += 1
      return
    }
    let closing = "\\end{\(name)}"
    var body = start + "\\begin{\(name)}".utf8.count
    guard let end = end(closing, from: body) else {
      remark(.unclosedDisplay("\\begin{\(name)}"), at: start)
      position = body
      return
    }
    position = end + closing.utf8.count
    var arrangement = kind.arrangement
    if kind.hasArgument {
      var lexer = LaTeXLexer(text.bytes, at: body)
      if let argument = DisplayRows.argument(&lexer) {
        body = lexer.position
        if arrangement == .alignedAt("") { arrangement = .alignedAt(argument) }
      }
    }
    environmentDisplay(body..<end, kind, arrangement, prefix: words(lineStart, start))
  }

  /// In bytes; what is longer is no number.
  private static let longestNumber = 40

  /// The words between two places, if a number can be all of them.
  private func words(_ start: Int, _ end: Int) -> String {
    end - start <= Self.longestNumber ? text.text(start..<end).trimmed : ""
  }

  /// Steps over `\( … \)`, if that is not long.
  private mutating func stepOverBrackets() {
    let start = position + 2
    position = start
    guard let end = text.first("\\)", from: start, to: min(start + 400, text.bytes.count)) else {
      return
    }
    paper.add(formula: text.text(start..<end), line: text.line(at: start))
    position = end + 2
  }

  /// Steps over `$ … $`, in its paragraph; else the dollar is a stray one.
  private mutating func stepOverFormula(_ line: Range<Int>) {
    let bytes = text.bytes
    var index = position + 1
    position += 1
    var isBlank = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "\n"):
        if isBlank { return }
        isBlank = true
      case UInt8(ascii: "$"):
        // A display on a line of its own does not close a formula.
        if isBlank, bytes.has("$$", at: index) { return }
        paper.add(formula: text.text(position..<index), line: text.line(at: position))
        position = index + 1
        return
      case let byte where byte.isSpace: break
      default: isBlank = false
      }
      index += 1
    }
  }

  // MARK: What stands behind

  /// Takes a `(27)` behind a display, on its line or as the next line that is not empty.
  mutating func takeNumberBehind() -> String? {
    let lineEnd = endOfLine(position)
    let rest = words(position, lineEnd)
    if let number = PrintedNumber.alone(rest) {
      position = lineEnd
      return number
    }
    let isBare = text.bytes[position..<lineEnd].allSatisfy { $0.isSpace || ".,".utf8.contains($0) }
    guard isBare else { return nil }
    var start = lineEnd
    while start < text.bytes.count, text.bytes[start].isSpace { start += 1 }
    let end = endOfLine(start)
    guard let number = PrintedNumber.alone(words(start, end)) else { return nil }
    position = end
    return number
  }

  /// Where the line ends, or a little behind where it could still be a number.
  private func endOfLine(_ start: Int) -> Int {
    let limit = min(text.bytes.count, start + Self.longestNumber + 1)
    return text.bytes[start..<limit].firstIndex(of: UInt8(ascii: "\n")) ?? limit
  }
}
