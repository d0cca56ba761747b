import LaTeXMath

/// One reading of a family of formulas: values for index letters, and upper or lower signs for ±.
struct Instantiation: Hashable, Sendable {
  var letters: [String: String]
  /// ± reads + and ∓ reads − where `true`; `nil` leaves them.
  var upper: Bool?
  /// The letters are numbers on the base line too, as in Σ_n n.
  var isSum = false

  static let identity = Instantiation(letters: [:], upper: nil)

  var isIdentity: Bool { letters.isEmpty && upper == nil }

  // MARK: Text of scripts

  /// The text of a script with index letters and signs filled in; `n+1` is worked out.
  func script(_ text: String) -> String {
    let tokens = LaTeXTokens.split(text).map(token)
    let joined = tokens.joined()
    if let sum = Self.integerSum(tokens) { return String(sum) }
    return joined
  }

  /// An edit with index letters, ± and ∓ for what stands for them here.
  func generalised(_ edit: TextEdit) -> TextEdit {
    var signs: [String: String] = [:]
    if let upper { signs = upper ? ["+": "\\pm", "-": "\\mp"] : ["-": "\\pm", "+": "\\mp"] }
    let names = Dictionary(letters.map { ($1, $0) }, uniquingKeysWith: min)
    let text = edit.replacement
    let tokens = LaTeXTokens.split(text).map { signs[$0] ?? names[$0] ?? $0 }
    guard tokens != LaTeXTokens.split(text) else { return edit }
    var result = String(text.prefix(while: \.isWhitespace))
    for (place, token) in tokens.enumerated() {
      // A command's name ends before a letter.
      if place > 0, tokens[place - 1].hasPrefix("\\"), tokens[place - 1].last?.isLetter == true,
        token.first?.isLetter == true
      {
        result += " "
      }
      result += token
    }
    result += String(text.reversed().prefix(while: \.isWhitespace))
    return TextEdit(range: edit.range, replacement: result)
  }

  private func token(_ token: String) -> String {
    switch (token, upper) {
    case ("\\pm", true?), ("\\mp", false?): "+"
    case ("\\pm", false?), ("\\mp", true?): "-"
    default: letters[token] ?? token
    }
  }

  /// The value of `1+1`, if letters were filled in so.
  private static func integerSum(_ tokens: [String]) -> Int? {
    guard tokens.count >= 3, let mark = tokens.firstIndex(where: { $0 == "+" || $0 == "-" }),
      let left = Int(tokens[..<mark].joined()), let right = Int(tokens[(mark + 1)...].joined())
    else { return nil }
    let (sum, overflow) =
      tokens[mark] == "+"
      ? left.addingReportingOverflow(right) : left.subtractingReportingOverflow(right)
    return overflow ? nil : sum
  }

  /// The label of a ket: only its scripts carry indices.
  func label(_ text: String) -> String {
    var result = ""
    var tokens = LaTeXTokens.split(text)[...]
    while let next = tokens.popFirst() {
      result += next
      guard next == "_" || next == "^", let first = tokens.first else { continue }
      var body: [String] = []
      if first == "{" {
        tokens.removeFirst()
        while let inner = tokens.popFirst(), inner != "}" { body.append(inner) }
      } else {
        body = [first]
        tokens.removeFirst()
      }
      let filled = script(body.joined())
      result += LaTeXTokens.split(filled).count > 1 ? "{\(filled)}" : filled
    }
    return result
  }

  // MARK: Formulas

  func callAsFunction(_ formula: Formula) -> Formula {
    if isIdentity { return formula }
    return Formula(kind(formula.kind), formula.range)
  }

  private func callAsFunction(_ formulas: [Formula]) -> [Formula] { formulas.map { self($0) } }

  private func kind(_ kind: Formula.Kind) -> Formula.Kind {
    switch kind {
    case .symbol(let name):
      if isSum, let value = letters[name] { return .number(value) }
      return kind
    case .number, .hermitianConjugate, .text: return kind
    case .scripted(let base, let lower, let upper):
      return .scripted(self(base), subscript: lower.map(label), superscript: upper.map(exponent))
    case .sum(let terms): return .sum(terms.map(term))
    case .product(let factors): return .product(self(factors))
    case .tensor(let factors): return .tensor(self(factors))
    case .quotient(let a, let b): return .quotient(self(a), self(b))
    case .ambiguousQuotient(let a, let b, let trailing):
      return .ambiguousQuotient(self(a), self(b), trailing: self(trailing))
    case .function(let name, let power, let argument):
      return .function(name, power: power.map { self($0) }, argument: self(argument))
    case .root(let radicand, let index):
      return .root(self(radicand), index: index.map { self($0) })
    case .group(let delimiter, let contents): return .group(delimiter, self(contents))
    case .ket(let text): return .ket(label(text))
    case .bra(let text): return .bra(label(text))
    case .inner(let bra, let ket): return .inner(bra: label(bra), ket: label(ket))
    case .matrixElement(let bra, let middle, let ket):
      return .matrixElement(bra: label(bra), self(middle), ket: label(ket))
    case .absolute(let inside): return .absolute(self(inside))
    case .expectation(let inside): return .expectation(self(inside))
    case .big(let name, let lower, let upper, let body):
      let inside = self.without(SumIndices(lower).letters)
      return .big(
        name, lower: lower.map(inside.label), upper: upper.map(label), body: inside(body))
    case .matrix(let rows): return .matrix(rows.map { self($0) })
    }
  }

  /// Inside a sum its own indices are others.
  private func without(_ bound: [String]) -> Instantiation {
    var result = self
    for letter in bound { result.letters[letter] = nil }
    return result
  }

  private func term(_ term: Formula.Term) -> Formula.Term {
    var result = term
    result.formula = self(term.formula)
    result.sign =
      switch (term.sign, upper) {
      case (.plusMinus, true?), (.minusPlus, false?): .plus
      case (.plusMinus, false?), (.minusPlus, true?): .minus
      default: term.sign
      }
    return result
  }

  private func label(_ script: Formula.Script) -> Formula.Script {
    let text = self.script(script.text)
    return text == script.text
      ? script : Formula.Script(text: text, formula: nil, range: script.range)
  }

  /// A superscript is a label where it does not read as a formula, else an exponent.
  private func exponent(_ script: Formula.Script) -> Formula.Script {
    guard let formula = script.formula else { return label(script) }
    return Formula.Script(text: script.text, formula: self(formula), range: script.range)
  }

  // MARK: Text as printed, filled in

  /// Edits that write the values into the printed text.
  func edits(in formula: Formula) -> [TextEdit] {
    if isIdentity { return [] }
    func edit(_ script: Formula.Script?, by filling: Instantiation) -> [TextEdit] {
      guard let script else { return [] }
      let text = filling.script(script.text)
      return text == script.text
        ? [] : [TextEdit(range: script.range, replacement: Self.braced(text))]
    }
    var inside = self
    var edits: [TextEdit] = []
    switch formula.kind {
    case .scripted(_, let lower, let upper):
      edits += edit(lower, by: self)
      if upper?.formula == nil { edits += edit(upper, by: self) }
    case .sum(let terms):
      for term in terms {
        let sign = self.term(term).sign
        if sign != term.sign {
          edits.append(TextEdit(range: term.signRange, replacement: sign.rawValue))
        }
      }
    case .ket(let text):
      if label(text) != text {
        edits.append(TextEdit(range: formula.range, replacement: "|\(label(text))\\rangle"))
      }
    case .bra(let text):
      if label(text) != text {
        edits.append(TextEdit(range: formula.range, replacement: "\\langle \(label(text))|"))
      }
    case .inner(let bra, let ket):
      if label(bra) != bra || label(ket) != ket {
        let text = "\\langle \(label(bra))|\(label(ket))\\rangle"
        edits.append(TextEdit(range: formula.range, replacement: text))
      }
    case .big(_, let lower, let upper, _):
      inside = without(SumIndices(lower).letters)
      edits += edit(lower, by: inside) + edit(upper, by: self)
    default: break
    }
    return edits + formula.children.flatMap { inside.edits(in: $0) }
  }

  private static func braced(_ text: String) -> String {
    LaTeXTokens.split(text).count > 1 ? "{\(text)}" : text
  }
}

extension Formula.Script {
  /// A number that stands there for letters: what is printed as a number reads as one.
  var isFilledIn: Bool { formula == nil && !text.contains { $0.isLetter } }
}

/// The tokens of a short piece of LaTeX: commands whole, other characters one by one, no spaces.
enum LaTeXTokens {
  static func split(_ text: String) -> [String] {
    var result: [String] = []
    let bytes = text.utf8
    var start = text.startIndex
    while start < text.endIndex {
      var end = end(of: start, in: text)
      let isByte = end == bytes.index(after: start)
      if bytes[start] == UInt8(ascii: "\\"), isByte {
        let name = end
        while end < text.endIndex, bytes[end].isLetter {
          let next = self.end(of: end, in: text)
          // With an accent it is no letter of a name.
          guard next == bytes.index(after: end) else { break }
          end = next
        }
        if end == name, end < text.endIndex { end = self.end(of: end, in: text) }
        result.append(String(text[start..<end]))
      } else if !(isByte ? bytes[start].isSpace : text[start].isWhitespace) {
        result.append(String(text[start..<end]))
      }
      start = end
    }
    return result
  }

  /// Where a character ends: after one byte where neither that nor the next one can be part of a longer one.
  private static func end(of start: String.Index, in text: String) -> String.Index {
    let next = text.utf8.index(after: start)
    let byte = text.utf8[start]
    let isByte =
      byte < 0x80 && byte != UInt8(ascii: "\r")
      && (next == text.endIndex || text.utf8[next] < 0x80)
    return isByte ? next : text.index(after: start)
  }
}

extension Formula {
  /// The parts directly below, in printed order.
  var children: [Formula] {
    var result: [Formula] = []
    forEachChild { result.append($0) }
    return result
  }

  /// Calls `body` with each part directly below, in printed order.
  func forEachChild(_ body: (Formula) -> Void) {
    switch kind {
    case .number, .symbol, .ket, .bra, .inner, .hermitianConjugate, .text: break
    case .scripted(let base, _, let upper):
      body(base)
      if let formula = upper?.formula { body(formula) }
    case .sum(let terms): for term in terms { body(term.formula) }
    case .product(let factors), .tensor(let factors), .group(_, let factors):
      factors.forEach(body)
    case .quotient(let a, let b):
      body(a)
      body(b)
    case .ambiguousQuotient(let a, let b, let trailing):
      body(a)
      body(b)
      trailing.forEach(body)
    case .function(_, let power, let argument):
      if let power { body(power) }
      body(argument)
    case .root(let radicand, let index):
      body(radicand)
      if let index { body(index) }
    case .matrixElement(_, let middle, _): body(middle)
    case .absolute(let inside), .expectation(let inside): body(inside)
    case .big(_, _, _, let inside): body(inside)
    case .matrix(let rows): for row in rows { row.forEach(body) }
    }
  }

  /// This node and all below, outermost first.
  func visit(_ body: (Formula) -> Void) {
    body(self)
    forEachChild { $0.visit(body) }
  }
}
