import LaTeXMath

/// Puts the text of a paper's own macros in their places, as TeX does, and takes comments away.
///
/// **Complexity.** Linear in the paper and in what the macros expand to, which is bounded.
struct MacroExpander {
  private static let mostExpansions = 100_000
  private static let mostExpandedTokens = 1_000_000

  private(set) var text = PaperText()
  private(set) var remarks: [ImportRemark] = []
  private var buffers: [[UInt8]]
  private var lexer: LaTeXLexer
  /// Tokens that come before the rest of the paper, the next one last.
  private var pending: [MacroToken] = []
  /// The line of the paper that is being read, and how far its line breaks were counted.
  private var line = 1
  private var counted = 0
  private var macros: [String: Macro] = [:]
  private var environments: [String: (begin: [MacroToken], end: [MacroToken])] = [:]
  private var expansions = 0
  private var expandedTokens = 0
  private var isExhausted = false
  /// Every token taken since a definition or an argument began, to put it out as it is.
  private var taken: [MacroToken] = []
  private var missing: Set<String> = []

  init(_ bytes: [UInt8]) {
    buffers = [bytes]
    lexer = LaTeXLexer(bytes)
  }

  /// Reads the whole paper.
  mutating func expand() {
    while let token = next() {
      taken = [token]
      switch token.kind {
      case .comment: skipComment(token)
      case .command: command(token)
      case .begin, .end: environment(token)
      case .whitespace, .character, .lineBreak, .alignmentMark, .openBrace, .closeBrace,
        .superscript, .subscript, .left, .right, .malformed:
        put(token)
      }
    }
  }

  // MARK: Tokens

  private mutating func next() -> MacroToken? {
    if let token = pending.popLast() { return token }
    guard let token = lexer.next() else { return nil }
    while counted < token.range.lowerBound {
      if lexer.bytes[counted] == UInt8(ascii: "\n") { line += 1 }
      counted += 1
    }
    return MacroToken(kind: token.kind, buffer: 0, range: token.range)
  }

  /// The next token of a definition or an argument.
  mutating func take() -> MacroToken? {
    guard let token = next() else { return nil }
    taken.append(token)
    return token
  }

  /// The next token that is no white space and no comment.
  mutating func takeBehindSpace() -> MacroToken? {
    while let token = take() {
      if token.kind != .whitespace, token.kind != .comment { return token }
    }
    return nil
  }

  /// Gives back the token that was taken last.
  mutating func giveBack(_ token: MacroToken) {
    taken.removeLast()
    pending.append(token)
  }

  func bytes(_ token: MacroToken) -> ArraySlice<UInt8> { buffers[token.buffer][token.range] }

  func word(_ token: MacroToken) -> String { String(decoding: bytes(token), as: UTF8.self) }

  func isCharacter(_ token: MacroToken, _ character: Character) -> Bool {
    token.kind == .character && bytes(token).elementsEqual(String(character).utf8)
  }

  /// Tokens of a text that is not the paper's.
  mutating func tokens(of text: String) -> [MacroToken] {
    let bytes = Array(text.utf8)
    buffers.append(bytes)
    var lexer = LaTeXLexer(bytes)
    var result: [MacroToken] = []
    while let token = lexer.next() {
      result.append(MacroToken(kind: token.kind, buffer: buffers.count - 1, range: token.range))
    }
    return result
  }

  private mutating func put(_ token: MacroToken) { text.append(bytes(token), line: line) }

  mutating func putTaken() {
    for token in taken where token.kind != .comment { put(token) }
  }

  mutating func remark(_ kind: ImportRemark.Kind) {
    remarks.append(ImportRemark(kind, line: line))
  }

  // MARK: What is taken away

  /// Without its line, if it has the line for itself.
  private mutating func skipComment(_ token: MacroToken) {
    guard token.buffer == 0, pending.isEmpty else { return }
    var start = token.range.lowerBound
    let bytes = lexer.bytes
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else { return }
    let end = token.range.upperBound
    if end < bytes.count { lexer = LaTeXLexer(bytes, at: end + 1) }
  }

  private static let verbatim: Set<String> = [
    "verbatim", "verbatim*", "Verbatim", "lstlisting", "minted", "comment", "filecontents",
    "filecontents*",
  ]

  private mutating func environment(_ token: MacroToken) {
    let name = Self.name(of: word(token))
    if let own = environments[name], !isExhausted {
      push(token.kind == .begin ? own.begin : own.end, for: "\\begin{\(name)}")
    } else if token.kind == .begin, Self.verbatim.contains(name), !missing.contains(name),
      pending.isEmpty
    {
      let closing = "\\end{\(name)}"
      if let end = lexer.bytes.first(closing, from: lexer.position) {
        remark(.verbatim(name))
        lexer = LaTeXLexer(lexer.bytes, at: end + closing.utf8.count)
      } else {
        missing.insert(name)
        put(token)
      }
    } else {
      put(token)
    }
  }

  /// The name in `\begin{name}`.
  static func name(of word: String) -> String {
    guard let brace = word.firstIndex(of: "{") else { return "" }
    return String(word[word.index(after: brace)...].dropLast())
  }

  private mutating func command(_ token: MacroToken) {
    let name = String(word(token).dropFirst())
    if let macro = macros[name], !isExhausted {
      expand(macro, named: "\\\(name)")
      return
    }
    switch name {
    case "verb": skipVerb()
    case "iffalse": skipBranch()
    case "newif": put(token)
    case "ensuremath", "xspace": break
    default:
      if define(name) { return }
      if name.hasPrefix("if"), name != "iff", name != "ifthenelse" {
        remark(.bothBranches("\\\(name)"))
      }
      put(token)
    }
  }

  /// `\verb|…|`, on one line.
  private mutating func skipVerb() {
    guard pending.isEmpty else { return }
    let bytes = lexer.bytes
    var start = lexer.position
    if start < bytes.count, bytes[start] == UInt8(ascii: "*") { start += 1 }
    guard start < bytes.count, bytes[start] < 0x80, !bytes[start].isSpace else { return }
    var end = start + 1
    while end < bytes.count, bytes[end] != bytes[start], bytes[end] != UInt8(ascii: "\n") {
      end += 1
    }
    if end < bytes.count, bytes[end] == bytes[start] { end += 1 }
    remark(.verbatim("\\verb"))
    lexer = LaTeXLexer(bytes, at: end)
  }

  private mutating func skipBranch() {
    remark(.skippedBranch)
    var depth = 1
    while depth > 0, let token = next() {
      guard token.kind == .command else { continue }
      let name = word(token).dropFirst()
      if name == "fi" { depth -= 1 }
      if name == "else", depth == 1 { depth = 0 }
      if name.hasPrefix("if"), name != "iff", name != "ifthenelse" { depth += 1 }
    }
  }

  // MARK: Expansion

  private mutating func expand(_ macro: Macro, named name: String) {
    var arguments: [[MacroToken]] = []
    if macro.parameterCount > 0, let fallback = macro.defaultArgument {
      switch bracketed() {
      case .found(let argument): arguments.append(argument)
      case .absent: arguments.append(fallback)
      case .unclosed: return giveUp(.argument(name))
      }
    }
    while arguments.count < macro.parameterCount {
      guard let argument = argument() else { return giveUp(.argument(name)) }
      arguments.append(argument)
    }
    var result: [MacroToken] = []
    for token in macro.body {
      if token.parameter == 0 {
        result.append(token)
      } else if token.parameter <= arguments.count {
        result += arguments[token.parameter - 1]
      }
      if result.count > Self.mostExpandedTokens { break }
    }
    push(result, for: name)
  }

  private mutating func push(_ tokens: [MacroToken], for name: String) {
    expansions += 1
    expandedTokens += tokens.count
    guard expansions <= Self.mostExpansions, expandedTokens <= Self.mostExpandedTokens else {
      isExhausted = true
      remark(.tooManyExpansions(name))
      putTaken()
      return
    }
    pending += tokens.reversed()
  }

  /// Puts out as it stands what was taken for a definition or for arguments.
  mutating func giveUp(_ kind: ImportRemark.Kind) {
    remark(kind)
    putTaken()
  }

  mutating func define(_ name: String, as macro: Macro) { macros[name] = macro }

  mutating func defineEnvironment(_ name: String, begin: [MacroToken], end: [MacroToken]) {
    environments[name] = (begin, end)
  }

  func macro(_ name: String) -> Macro? { macros[name] }
}
