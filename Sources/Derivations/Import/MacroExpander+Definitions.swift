import LaTeXMath

extension MacroExpander {
  enum Bracketed {
    case found([MacroToken])
    case absent
    case unclosed
  }

  /// Takes a definition whose command was just taken; `false` if the command is none.
  mutating func define(_ command: String) -> Bool {
    let isDone: Bool
    switch command {
    case "newcommand", "renewcommand", "providecommand", "DeclareRobustCommand":
      isDone = newCommand()
    case "def", "gdef", "edef", "xdef": isDone = plainDefinition()
    case "let": isDone = alias()
    case "DeclareMathOperator": isDone = mathOperator()
    case "DeclarePairedDelimiter": isDone = pairedDelimiter()
    case "newenvironment", "renewenvironment": isDone = newEnvironment()
    default: return false
    }
    if !isDone { giveUp(.definition("\\\(command)")) }
    return true
  }

  // MARK: The forms

  /// `\newcommand*{\x}[2][default]{body}`
  private mutating func newCommand() -> Bool {
    skipStar()
    guard let name = commandName() else { return false }
    // The form of the equations' numbers is read later, at its place.
    guard name != "theequation" else { return putDefinitionOfNumbers() }
    var count = 0
    var fallback: [MacroToken]?
    switch bracketed() {
    case .found(let digits):
      guard let number = Int(digits.map(word).joined()), (0...9).contains(number) else {
        return false
      }
      count = number
      switch bracketed() {
      case .found(let tokens): fallback = tokens
      case .absent: break
      case .unclosed: return false
      }
    case .absent: break
    case .unclosed: return false
    }
    guard let body = group() else { return false }
    define(
      name,
      as: Macro(parameterCount: count, defaultArgument: fallback, body: withParameters(body)))
    return true
  }

  /// `\def\x#1#2{body}`; parameters with text between them are not simple.
  private mutating func plainDefinition() -> Bool {
    guard let token = takeBehindSpace(), token.kind == .command else { return false }
    var count = 0
    while let next = take() {
      if next.kind == .openBrace {
        guard let body = groupBehindBrace() else { return false }
        define(
          String(word(token).dropFirst()),
          as: Macro(parameterCount: count, defaultArgument: nil, body: withParameters(body)))
        return true
      }
      guard isCharacter(next, "#"), let digit = take(), word(digit) == String(count + 1) else {
        return false
      }
      count += 1
    }
    return false
  }

  /// `\let\x=\y`
  private mutating func alias() -> Bool {
    guard let token = takeBehindSpace(), token.kind == .command, var other = takeBehindSpace()
    else { return false }
    if isCharacter(other, "=") {
      guard let behind = takeBehindSpace() else { return false }
      other = behind
    }
    let name = String(word(token).dropFirst())
    let meaning = other.kind == .command ? macro(String(word(other).dropFirst())) : nil
    // An alias of itself would go round for ever.
    guard meaning != nil || word(other) != word(token) else { return true }
    define(name, as: meaning ?? Macro(parameterCount: 0, defaultArgument: nil, body: [other]))
    return true
  }

  /// `\DeclareMathOperator{\x}{Text}`
  private mutating func mathOperator() -> Bool {
    skipStar()
    guard let name = commandName(), let body = group() else { return false }
    let wrapped = tokens(of: "\\operatorname{") + body + tokens(of: "}")
    define(name, as: Macro(parameterCount: 0, defaultArgument: nil, body: wrapped))
    return true
  }

  /// `\DeclarePairedDelimiter{\x}{\lvert}{\rvert}`
  private mutating func pairedDelimiter() -> Bool {
    guard let name = commandName(), let left = group(), let right = group() else { return false }
    var argument = tokens(of: " ")
    argument[0].parameter = 1
    define(name, as: Macro(parameterCount: 1, defaultArgument: nil, body: left + argument + right))
    return true
  }

  /// `\newenvironment{name}{begin}{end}`, without parameters.
  private mutating func newEnvironment() -> Bool {
    guard let name = group(), case .absent = bracketed(), let begin = group(), let end = group()
    else { return false }
    defineEnvironment(name.map(word).joined(), begin: begin, end: end)
    return true
  }

  private mutating func putDefinitionOfNumbers() -> Bool {
    guard group() != nil else { return false }
    putTaken()
    return true
  }

  // MARK: Their parts

  private mutating func skipStar() {
    guard let token = takeBehindSpace() else { return }
    if !isCharacter(token, "*") { giveBack(token) }
  }

  /// The name in `{\x}` or `\x`, without its backslash.
  private mutating func commandName() -> String? {
    guard let token = takeBehindSpace() else { return nil }
    if token.kind == .command { return String(word(token).dropFirst()) }
    guard token.kind == .openBrace, let name = takeBehindSpace(), name.kind == .command,
      let close = takeBehindSpace(), close.kind == .closeBrace
    else { return nil }
    return String(word(name).dropFirst())
  }

  /// The tokens in `{…}`, without comments.
  mutating func group() -> [MacroToken]? {
    guard let token = takeBehindSpace(), token.kind == .openBrace else { return nil }
    return groupBehindBrace()
  }

  private mutating func groupBehindBrace() -> [MacroToken]? {
    var depth = 1
    var result: [MacroToken] = []
    while let token = take() {
      switch token.kind {
      case .openBrace: depth += 1
      case .closeBrace: depth -= 1
      case .comment: continue
      case .whitespace, .character, .command, .lineBreak, .alignmentMark, .superscript,
        .subscript, .begin, .end, .left, .right, .malformed:
        break
      }
      if depth == 0 { return result }
      result.append(token)
    }
    return nil
  }

  /// The tokens in `[…]`, if that comes next.
  mutating func bracketed() -> Bracketed {
    guard let token = takeBehindSpace() else { return .absent }
    guard isCharacter(token, "[") else {
      giveBack(token)
      return .absent
    }
    var depth = 0
    var result: [MacroToken] = []
    while let token = take() {
      if token.kind == .openBrace { depth += 1 }
      if token.kind == .closeBrace { depth -= 1 }
      if depth == 0, isCharacter(token, "]") { return .found(result) }
      if token.kind != .comment { result.append(token) }
    }
    return .unclosed
  }

  /// One argument: a group without its braces, or a token.
  mutating func argument() -> [MacroToken]? {
    guard let token = takeBehindSpace(), token.kind != .closeBrace else { return nil }
    return token.kind == .openBrace ? groupBehindBrace() : [token]
  }

  /// `#1` as parameters.
  private func withParameters(_ body: [MacroToken]) -> [MacroToken] {
    var result: [MacroToken] = []
    var index = 0
    while index < body.count {
      var token = body[index]
      if isCharacter(token, "#"), index + 1 < body.count, let number = Int(word(body[index + 1])),
        (1...9).contains(number)
      {
        token.parameter = number
        index += 1
      }
      result.append(token)
      index += 1
    }
    return result
  }
}
