/// A node that means something, with the kind of white space before it.
struct Item {
  var node: LaTeXTree.Node
  var token: Token
  var gap: Gap

  enum Gap: Int, Comparable {
    case none, blank, explicit

    static func < (a: Gap, b: Gap) -> Bool { a.rawValue < b.rawValue }
  }

  var range: Range<Int> { node.range }
}

/// What a node is to the reader of formulas.
enum Token: Hashable {
  /// A symbol that needs no argument, canonical: `x`, `\omega`.
  case symbol(String)
  case digit(Unicode.Scalar)
  case sign(Formula.Sign)
  /// `\cdot`, `\times`, `*`
  case times
  case tensor
  case slash
  case relation(Relation.Kind)
  case colon
  case open(Formula.Delimiter)
  case close(Formula.Delimiter)
  case bar, angleOpen, angleClose
  case comma, semicolon, period, prime
  case fraction, root
  case function(String)
  case big(String)
  case accent(String)
  case roman(String)
  case text(String)
  case dirac(String)
  /// A symbol of labels and scripts: `\dagger`.
  case label(String)
  case group([LaTeXTree.Node])
  case script(LaTeXTree.ScriptPosition, [LaTeXTree.Node])
  case fence(LaTeXTree.Fence)
  case environment(LaTeXTree.Environment)
  case lineBreak, alignmentMark, quad
  /// `\tag`, `\label`, with their argument to come.
  case tag, crossReference
  case stray(LaTeXDiagnostic.Code)
  case unknownCommand(String)
  case unknownCharacter

  /// The token of a node; `nil` for white space and decoration.
  init?(_ node: LaTeXTree.Node) {
    switch node.kind {
    case .whitespace, .comment: return nil
    case .character(let scalar): self.init(character: scalar)
    case .command(let name): self.init(command: name)
    case .lineBreak: self = .lineBreak
    case .alignmentMark: self = .alignmentMark
    case .group(let nodes): self = .group(nodes)
    case .script(let position, let argument): self = .script(position, argument)
    case .fence(let fence): self = .fence(fence)
    case .environment(let environment): self = .environment(environment)
    case .stray(let code): self = .stray(code)
    }
  }

  private init?(character scalar: Unicode.Scalar) {
    if scalar.isASCII, let byte = UInt8(exactly: scalar.value) {
      if byte.isLetter {
        self = .symbol(String(scalar))
        return
      }
      if byte.isDigit {
        self = .digit(scalar)
        return
      }
    }
    switch scalar {
    case "~": return nil
    case "+": self = .sign(.plus)
    case "-", "−": self = .sign(.minus)
    case "*": self = .times
    case "/": self = .slash
    case "=": self = .relation(.equal)
    case "<": self = .relation(.less)
    case ">": self = .relation(.greater)
    case ":": self = .colon
    case "(": self = .open(.parentheses)
    case ")": self = .close(.parentheses)
    case "[": self = .open(.brackets)
    case "]": self = .close(.brackets)
    case "|": self = .bar
    case ",": self = .comma
    case ";": self = .semicolon
    case ".": self = .period
    case "'": self = .prime
    default:
      if let name = Vocabulary.characters[scalar] {
        self.init(command: name)
      } else {
        self = .unknownCharacter
      }
    }
  }

  private init?(command name: String) {
    if Vocabulary.decoration.contains(name) || Vocabulary.spaces.contains(name) { return nil }
    if Vocabulary.greek[name] != nil || Vocabulary.symbols[name] != nil {
      self = .symbol("\\" + name)
    } else if let sign = Vocabulary.signs[name] {
      self = .sign(sign)
    } else if let relation = Vocabulary.relations[name] {
      self = .relation(relation)
    } else if Vocabulary.functions.contains(name) {
      self = .function(name)
    } else if Vocabulary.bigOperators.contains(name) {
      self = .big(name)
    } else if Vocabulary.accents.contains(name) {
      self = .accent(name)
    } else if Vocabulary.roman.contains(name) {
      self = .roman(name)
    } else if Vocabulary.text.contains(name) {
      self = .text(name)
    } else if Vocabulary.dirac[name] != nil {
      self = .dirac(name)
    } else if Vocabulary.fractions.contains(name) {
      self = .fraction
    } else if Vocabulary.labels[name] != nil {
      self = .label("\\" + name)
    } else {
      self.init(singleCommand: name)
    }
  }

  private init(singleCommand name: String) {
    switch name {
    case "cdot", "times", "ast": self = .times
    case "otimes": self = .tensor
    case "{", "lbrace": self = .open(.braces)
    case "}", "rbrace": self = .close(.braces)
    case "lbrack": self = .open(.brackets)
    case "rbrack": self = .close(.brackets)
    case "vert", "lvert", "rvert", "mid": self = .bar
    case "langle": self = .angleOpen
    case "rangle": self = .angleClose
    case "sqrt": self = .root
    case "prime": self = .prime
    case "Tr", "tr": self = .symbol("\\mathrm{Tr}")
    case "quad", "qquad": self = .quad
    case "tag": self = .tag
    case "label": self = .crossReference
    default: self = .unknownCommand(name)
    }
  }
}

extension Array where Element == Item {
  /// The meaningful nodes among `nodes`, in order.
  ///
  /// A `\quad` inside a formula is only space.
  init(formula nodes: [LaTeXTree.Node]) {
    self.init(nodes) { $0 == .quad }
  }

  /// The meaningful nodes, with `\quad` kept.
  init(display nodes: [LaTeXTree.Node]) {
    self.init(nodes) { _ in false }
  }

  private init(_ nodes: [LaTeXTree.Node], isSpace: (Token) -> Bool) {
    self = []
    reserveCapacity(nodes.count)
    var gap = Item.Gap.none
    for node in nodes {
      guard let token = Token(node), !isSpace(token) else {
        gap = Swift.max(gap, node.gap)
        continue
      }
      append(Item(node: node, token: token, gap: gap))
      gap = .none
    }
  }

  /// For every bracket the index of its partner, -1 for one without and for all else.
  ///
  /// A bracket of the wrong kind closes nothing, and so do brackets left open inside a closed pair.
  func bracketPartners() -> [Int] {
    var result = [Int](repeating: -1, count: count)
    var open: [(index: Int, delimiter: Formula.Delimiter)] = []
    for (index, item) in enumerated() {
      if case .open(let delimiter) = item.token {
        open.append((index, delimiter))
      } else if case .close(let delimiter) = item.token, let last = open.last,
        last.delimiter == delimiter
      {
        open.removeLast()
        result[last.index] = index
        result[index] = last.index
      }
    }
    return result
  }
}

extension LaTeXTree.Node {
  /// The kind of space this node is, if it is not meaningful.
  var gap: Item.Gap {
    switch kind {
    case .whitespace: .blank
    case .character(let scalar): scalar == "~" ? .explicit : .none
    case .command(let name):
      Vocabulary.spaces.contains(name) || name == "quad" || name == "qquad" ? .explicit : .none
    case .comment, .lineBreak, .alignmentMark, .group, .script, .fence, .environment, .stray:
      .none
    }
  }
}
