/// LaTeX text in one spelling: no spaces, no redundant braces, subscript before superscript,
/// `\mathcal{L}` for `\mathcal L`, `\theta` for `θ`.
struct CanonicalText {
  private let source: Source
  private(set) var text = ""

  init(source: Source) {
    self.source = source
  }

  /// The canonical text of some nodes.
  static func of(_ nodes: [LaTeXTree.Node], in source: Source) -> String {
    of(items: Array(formula: nodes)[...], in: source)
  }

  static func of(items: ArraySlice<Item>, in source: Source) -> String {
    var writer = CanonicalText(source: source)
    writer.write(items)
    return writer.text
  }

  /// The canonical text of a script: `eq` for `\mathrm{eq}` and for `eq`.
  static func ofScript(_ nodes: [LaTeXTree.Node], in source: Source) -> String {
    var items = [Item](formula: nodes)
    while items.count == 1, case .group(let inner) = items[0].token {
      items = Array(formula: inner)
    }
    if items.count == 2, case .group(let argument) = items[1].token {
      switch items[0].token {
      case .roman, .text: return of(argument, in: source)
      default: break
      }
    }
    return of(items: items[...], in: source)
  }

  /// Writes a script mark with its text, in braces exactly when that is longer than one token.
  static func append(_ mark: String, _ script: String, to text: inout String) {
    text += mark
    if isSingleToken(script) {
      text += script
    } else {
      text += "{"
      text += script
      text += "}"
    }
  }

  static func isSingleToken(_ text: String) -> Bool {
    if text.utf8.count < 2 { return true }
    let scalars = text.unicodeScalars
    guard text.utf8.first == UInt8(ascii: "\\") else { return scalars.dropFirst().isEmpty }
    return text.utf8.dropFirst().allSatisfy(\.isLetter) || scalars.dropFirst(2).isEmpty
  }

  /// The symbol that an upright word stands for.
  static func roman(_ word: String) -> String {
    word == "tr" || word == "Tr" ? "\\mathrm{Tr}" : "\\mathrm{\(word)}"
  }
}

extension CanonicalText {
  private mutating func append(_ piece: String) {
    if let first = piece.utf8.first, first.isLetter, endsWithCommand { text += " " }
    text += piece
  }

  private var endsWithCommand: Bool {
    var letters = false
    for byte in text.utf8.reversed() {
      if byte.isLetter { letters = true } else { return letters && byte == UInt8(ascii: "\\") }
    }
    return false
  }

  private mutating func write(_ items: ArraySlice<Item>) {
    var index = items.startIndex
    // Primes with nothing before them are the text of a script.
    while index < items.endIndex, items[index].token == .prime {
      text += "'"
      index += 1
    }
    while index < items.endIndex {
      writeBase(items, &index)
      writeScripts(items, &index)
    }
  }

  private mutating func writeScripts(_ items: ArraySlice<Item>, _ index: inout Int) {
    var subscripts = ""
    var superscripts = ""
    var primes = ""
    scan: while index < items.endIndex {
      switch items[index].token {
      case .prime: primes += "'"
      case .script(.subscript, let argument):
        Self.append("_", Self.ofScript(argument, in: source), to: &subscripts)
      case .script(.superscript, let argument):
        Self.append("^", Self.ofScript(argument, in: source), to: &superscripts)
      default: break scan
      }
      index += 1
    }
    text += subscripts
    if !primes.isEmpty { Self.append("^", primes, to: &text) }
    text += superscripts
  }

  /// Writes one node with the arguments that belong to it.
  private mutating func writeBase(_ items: ArraySlice<Item>, _ index: inout Int) {
    let item = items[index]
    switch item.token {
    case .script, .prime: return
    case .symbol(let symbol), .label(let symbol): append(symbol)
    case .digit(let digit): append(String(digit))
    case .sign(let sign): append(sign.rawValue)
    case .times: append(source.text(item.range) == "\\cdot" ? "\\cdot" : "*")
    case .tensor: append("\\otimes")
    case .relation(let relation): append(relation.rawValue)
    case .bar: append("|")
    case .angleOpen: append("\\langle")
    case .angleClose: append("\\rangle")
    case .function(let name), .big(let name), .dirac(let name): append("\\" + name)
    case .group(let nodes):
      let scripted = index + 1 < items.endIndex && items[index + 1].isScript
      let inner = Self.of(nodes, in: source)
      append(scripted && !Self.isSingleToken(inner) ? "{\(inner)}" : inner)
    case .fence(let fence):
      append(fence.left)
      append(Self.of(fence.content, in: source))
      append(fence.right)
    case .accent(let name): writeArguments("\\" + name, 1, items, &index)
    case .root: writeArguments("\\sqrt", 1, items, &index)
    case .fraction: writeArguments("\\frac", 2, items, &index)
    case .roman, .text:
      if index + 1 < items.endIndex {
        index += 1
        append(Self.roman(Self.of(items: items[index...index], in: source)))
      } else {
        append(source.text(item.range))
      }
    case .slash, .colon, .open, .close, .comma, .semicolon, .period, .environment, .lineBreak,
      .alignmentMark, .quad, .tag, .crossReference, .stray, .unknownCommand, .unknownCharacter:
      append(source.text(item.range))
    }
    index += 1
  }

  private mutating func writeArguments(
    _ command: String, _ count: Int, _ items: ArraySlice<Item>, _ index: inout Int
  ) {
    append(command)
    for _ in 0..<count where index + 1 < items.endIndex {
      index += 1
      var argument = CanonicalText(source: source)
      if case .accent(let name) = items[index].token, index + 1 < items.endIndex {
        // \hat\mathbf x: the argument of the argument.
        index += 1
        argument.append("\\" + name)
        argument.text += "{" + Self.of(items: items[index...index], in: source) + "}"
      } else {
        argument.write(items[index...index])
      }
      text += "{" + argument.text + "}"
    }
  }
}

extension Item {
  var isScript: Bool {
    switch token {
    case .script, .prime: true
    default: false
    }
  }
}
