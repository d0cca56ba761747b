import LaTeXMath

/// Reads headings and displays out of a LaTeX source whose macros are expanded.
struct LaTeXPaperReader {
  let text: PaperText
  var lexer: LaTeXLexer
  var counter = EquationCounter()
  var paper = ImportedPaper(format: .latex)
  /// Whether there is a preamble, which prints nothing.
  private var isInPreamble: Bool
  private var isOver = false
  /// Marks that were looked for and stand nowhere behind.
  var missing: Set<String> = []

  init(_ text: PaperText) {
    self.text = text
    lexer = LaTeXLexer(text.bytes)
    isInPreamble = text.first("\\begin{document}", from: 0) != nil
  }

  mutating func read() {
    while !isOver, let token = lexer.next() {
      switch token.kind {
      case .begin: begin(token)
      case .end: end(token)
      case .command: command(token)
      case .character where text.bytes[token.range.lowerBound] == UInt8(ascii: "$"): dollar(token)
      case .whitespace, .comment, .character, .lineBreak, .alignmentMark, .openBrace, .closeBrace,
        .superscript, .subscript, .left, .right, .malformed:
        break
      }
    }
  }

  mutating func remark(_ kind: ImportRemark.Kind, at offset: Int) {
    paper.remarks.append(ImportRemark(kind, line: text.line(at: offset)))
  }

  mutating func add(_ kind: ImportedPaper.Kind, at offset: Int) {
    paper.pieces.append(ImportedPaper.Piece(kind, line: text.line(at: offset)))
  }

  func word(_ token: LaTeXLexer.Token) -> String { text.text(token.range) }

  /// The text in the braces that come next, options in brackets before them apart.
  mutating func argument() -> String? {
    let start = lexer.position
    var position = start
    while position < text.bytes.count, text.bytes[position].isSpace { position += 1 }
    if position < text.bytes.count, text.bytes[position] == UInt8(ascii: "*") { position += 1 }
    if position < text.bytes.count, text.bytes[position] == UInt8(ascii: "[") {
      let limit = min(text.bytes.count, position + 1000)
      if let close = text.first("]", from: position, to: limit) { position = close + 1 }
    }
    var reader = LaTeXLexer(text.bytes, at: position)
    guard let argument = DisplayRows.argument(&reader) else { return nil }
    lexer = reader
    return argument
  }

  // MARK: Environments

  private mutating func begin(_ token: LaTeXLexer.Token) {
    let name = MacroExpander.name(of: word(token))
    if name == "document" {
      isInPreamble = false
    } else if isInPreamble {
      return
    } else if let kind = DisplayEnvironment(name) {
      display(kind, token)
    } else if name == "subequations" {
      counter.beginSubequations()
    } else if name == "abstract" {
      add(.heading(level: 2, text: "Abstract"), at: token.range.lowerBound)
    } else if DisplayEnvironment.isSuspicious(name) {
      remark(.unknownEnvironment(name), at: token.range.lowerBound)
    }
  }

  private mutating func end(_ token: LaTeXLexer.Token) {
    switch MacroExpander.name(of: word(token)) {
    case "subequations": counter.endSubequations()
    case "document":
      isOver = true
      let rest = text.bytes[token.range.upperBound...]
      if !rest.allSatisfy(\.isSpace) { remark(.afterTheEnd, at: token.range.upperBound) }
    default: break
    }
  }

  // MARK: Commands

  private mutating func command(_ token: LaTeXLexer.Token) {
    let name = String(word(token).dropFirst())
    switch name {
    case "title":
      if paper.title.isEmpty, let title = argument() { paper.title = PlainHeading.text(title) }
    case "documentclass":
      if let name = argument() { counter = EquationCounter(documentClass: name.trimmed) }
    case "chapter", "section", "subsection", "subsubsection", "paragraph":
      heading(name, token)
    case "appendix": counter.beginAppendix()
    case "numberwithin", "counterwithin": numberWithin(token)
    case "setcounter", "addtocounter": setCounter(adds: name == "addtocounter", token)
    case "renewcommand", "newcommand", "def": numberFormat(token)
    case "input", "include", "subfile", "import":
      if let file = argument() {
        remark(.otherFile("\\\(name){\(file)}"), at: token.range.lowerBound)
      }
    case "(": bracketFormula()
    case "be", "beq", "bea", "beqn", "beqa":
      // What so many papers call `\begin{equation}`; defined in this one it would be expanded.
      if !isInPreamble { remark(.unknownMacro("\\\(name)"), at: token.range.lowerBound) }
    case "@": if text.bytes.has("addtoreset", at: lexer.position) { resetWithin(token) }
    case "[": if !isInPreamble { bracketDisplay(token) }
    default: break
    }
  }

  private mutating func heading(_ name: String, _ token: LaTeXLexer.Token) {
    let behind = lexer.position
    let isStarred = behind < text.bytes.count && text.bytes[behind] == UInt8(ascii: "*")
    guard let title = argument(), !isInPreamble else { return }
    let level: Int
    switch name {
    case "chapter", "section":
      level = 2
      if !isStarred { counter.begin(name == "chapter" ? .chapter : .section) }
    case "subsection":
      level = 3
      if !isStarred { counter.begin(.subsection) }
    case "subsubsection": level = 4
    default: level = 5
    }
    add(.heading(level: level, text: PlainHeading.text(title)), at: token.range.lowerBound)
  }

  /// `\numberwithin{equation}{section}`
  private mutating func numberWithin(_ token: LaTeXLexer.Token) {
    guard argument() == "equation", let level = argument() else { return }
    switch level {
    case "chapter": counter.number(within: .chapter)
    case "section": counter.number(within: .section)
    case "subsection": counter.number(within: .subsection)
    default: remark(.numberFormat, at: token.range.lowerBound)
    }
  }

  /// `\@addtoreset{equation}{section}`, whose `@` is no letter here.
  private mutating func resetWithin(_ token: LaTeXLexer.Token) {
    lexer = LaTeXLexer(text.bytes, at: lexer.position + "addtoreset".utf8.count)
    guard argument() == "equation", let level = argument() else { return }
    switch level {
    case "chapter": counter.reset(within: .chapter)
    case "section": counter.reset(within: .section)
    case "subsection": counter.reset(within: .subsection)
    default: remark(.numberFormat, at: token.range.lowerBound)
    }
  }

  /// `\setcounter{equation}{7}`
  private mutating func setCounter(adds: Bool, _ token: LaTeXLexer.Token) {
    guard argument() == "equation", let text = argument() else { return }
    guard let value = Int(text.trimmed) else {
      remark(.numberFormat, at: token.range.lowerBound)
      return
    }
    if adds { counter.add(value) } else { counter.set(value) }
  }

  /// `\renewcommand{\theequation}{S\arabic{equation}}`; other macros are expanded before.
  private mutating func numberFormat(_ token: LaTeXLexer.Token) {
    let start = lexer
    guard let name = argument(), name.trimmed == "\\theequation" else {
      lexer = start
      return
    }
    guard let form = argument(), let parts = Self.parts(of: form) else {
      remark(.numberFormat, at: token.range.lowerBound)
      return
    }
    counter.set(form: parts)
  }

  static func parts(of form: String) -> [EquationCounter.Part]? {
    var parts: [EquationCounter.Part] = []
    var rest = form[...]
    let known: [(String, EquationCounter.Part)] = [
      ("\\arabic{equation}", .equation), ("\\arabic{section}", .section),
      ("\\thesection", .section), ("\\Alph{section}", .section), ("\\thechapter", .section),
    ]
    while let first = rest.first {
      if let (text, part) = known.first(where: { rest.hasPrefix($0.0) }) {
        parts.append(part)
        rest = rest.dropFirst(text.count)
      } else if first == "\\" || first == "#" {
        return nil
      } else {
        if first != "{", first != "}" { parts.append(.text(String(first))) }
        rest = rest.dropFirst()
      }
    }
    return parts.contains(.equation) ? parts : nil
  }

  // MARK: Dollars

  /// `$$ … $$`, or steps over `$ … $`.
  private mutating func dollar(_ token: LaTeXLexer.Token) {
    guard !isInPreamble else { return }
    let start = token.range.lowerBound
    if text.bytes.has("$$", at: start) {
      dollarDisplay(start)
      return
    }
    // A formula ends in its paragraph; else the dollar is a stray one.
    var reader = lexer
    while let token = reader.next() {
      if token.kind == .whitespace, isParagraphBreak(token) { return }
      if text.bytes[token.range.lowerBound] == UInt8(ascii: "$") {
        addFormula(start + 1..<token.range.lowerBound)
        lexer = reader
        return
      }
    }
  }

  /// `\( … \)`, if that is not long.
  private mutating func bracketFormula() {
    let start = lexer.position
    let limit = min(start + 400, text.bytes.count)
    guard let end = text.first("\\)", from: start, to: limit) else { return }
    addFormula(start..<end)
    lexer = LaTeXLexer(text.bytes, at: end + 2)
  }

  private mutating func addFormula(_ range: Range<Int>) {
    guard !isInPreamble else { return }
    paper.add(formula: text.text(range), line: text.line(at: range.lowerBound))
  }

  func isParagraphBreak(_ token: LaTeXLexer.Token) -> Bool {
    text.bytes[token.range].count { $0 == UInt8(ascii: "\n") } > 1
  }
}
