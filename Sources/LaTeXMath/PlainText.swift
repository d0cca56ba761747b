import Synchronization

/// Mathematics in one line of Unicode, for terminals.
public enum PlainText {
  /// Short texts with what they became: reports name the same few symbols again and again.
  private static let known = Mutex<[String: String]>([:])
  private static let mostKnown = (texts: 1000, bytes: 32)

  /// The LaTeX text as Unicode: `\frac{a}{b}` as `a/b`, `\rho_{11}` as `ρ₁₁`.
  ///
  /// Text that cannot be read comes back unchanged.
  public static func render(latex: String) -> String {
    // As keys, texts that differ only in how accents are coded are equal.
    guard latex.utf8.count <= mostKnown.bytes, latex.utf8.allSatisfy({ $0 < 0x80 }) else {
      return rendered(latex)
    }
    if let text = known.withLock({ $0[latex] }) { return text }
    let text = rendered(latex)
    known.withLock { known in
      if known.count < mostKnown.texts { known[latex] = text }
    }
    return text
  }

  private static func rendered(_ latex: String) -> String {
    let reading = LaTeXReader.statements(in: latex)
    guard reading.diagnostics.isEmpty, !reading.pieces.isEmpty else { return latex }
    let text = reading.statements.map(render).joined(separator: ", ")
    return reading.tag.map { "\(text) (\($0))" } ?? text
  }

  /// A statement, with spaces around its relations and the signs of its outermost sums.
  public static func render(_ statement: Statement) -> String {
    var text = render(statement.sides[0])
    for (relation, side) in zip(statement.relations, statement.sides.dropFirst()) {
      text += " \(symbol(of: relation.kind)) \(render(side))"
    }
    return text
  }

  /// A formula, with spaces around the signs of its outermost sum.
  public static func render(_ formula: Formula) -> String {
    PlainTextWriter().text(formula, spaced: true)
  }

  /// A label or script, `+` or `\dagger`, that need not be a formula.
  public static func render(label: String) -> String {
    PlainTextWriter().label(label)
  }

  /// The sign of a relation.
  public static func symbol(of kind: Relation.Kind) -> String {
    switch kind {
    case .equal, .defined, .less, .greater: kind.rawValue
    case .equivalent: "≡"
    case .lessOrEqual: "≤"
    case .greaterOrEqual: "≥"
    case .notEqual: "≠"
    case .approximately: "≈"
    case .proportional: "∝"
    case .element: "∈"
    case .maps: "→"
    }
  }
}

struct PlainTextWriter {
  func text(_ formula: Formula, spaced: Bool = false) -> String {
    switch formula.kind {
    case .number(let digits): digits
    case .symbol(let symbol): PlainTextSymbols.symbol(symbol)
    case .scripted(let base, let lower, let upper):
      atom(base) + script(lower, PlainTextSymbols.subscripts, "_")
        + script(upper, PlainTextSymbols.superscripts, "^")
    case .sum(let terms): sum(terms, spaced: spaced)
    case .product(let factors): product(factors)
    case .tensor(let parts): parts.map(factor).joined(separator: "⊗")
    case .quotient(let a, let b): factor(a) + "/" + denominator(b)
    case .ambiguousQuotient(let a, let b, let trailing):
      factor(a) + "/" + atom(b) + " " + product(trailing)
    case .function(let name, let power, let argument):
      name + (power.map(superscript) ?? "") + parenthesised(argument)
    case .root(let radicand, let degree):
      (degree.map(superscript) ?? "") + "√" + parenthesised(radicand)
    case .group(.parentheses, let contents): "(" + list(contents) + ")"
    case .group(.brackets, let contents): "[" + list(contents) + "]"
    case .group(.braces, let contents): "{" + list(contents) + "}"
    case .ket(let label): "|" + self.label(label) + "⟩"
    case .bra(let label): "⟨" + self.label(label) + "|"
    case .inner(let bra, let ket): "⟨" + label(bra) + "|" + label(ket) + "⟩"
    case .matrixElement(let bra, let operand, let ket):
      "⟨" + label(bra) + "|" + text(operand) + "|" + label(ket) + "⟩"
    case .absolute(let inner): "|" + text(inner) + "|"
    case .expectation(let inner): "⟨" + text(inner) + "⟩"
    case .big(let name, let lower, let upper, let body):
      PlainTextSymbols.big(name) + script(lower, PlainTextSymbols.subscripts, "_")
        + script(upper, PlainTextSymbols.superscripts, "^") + " " + factor(body)
    case .matrix(let rows):
      "[" + rows.map(list).joined(separator: "; ") + "]"
    case .hermitianConjugate: "H.c."
    case .text(let text): text
    }
  }

  private func list(_ formulas: [Formula]) -> String {
    formulas.map { text($0) }.joined(separator: ", ")
  }

  private func sum(_ terms: [Formula.Term], spaced: Bool) -> String {
    var result = ""
    for (index, term) in terms.enumerated() {
      let sign =
        switch term.sign {
        case .plus: "+"
        case .minus: "−"
        case .plusMinus: "±"
        case .minusPlus: "∓"
        }
      if index > 0 {
        result += spaced ? " \(sign) " : sign
      } else if term.sign != .plus || !term.signRange.isEmpty {
        result += sign
      }
      result += factor(term.formula)
    }
    return result
  }

  private func product(_ factors: [Formula]) -> String {
    var result = ""
    for (index, factor) in factors.enumerated() {
      let isLast = index == factors.count - 1
      let next = isQuotient(factor) && !isLast ? atom(factor) : tight(factor)
      if let last = result.unicodeScalars.last, let first = next.unicodeScalars.first {
        if ("0"..."9").contains(first) || first == "." {
          result += "·"
        } else if index > 0, isWord(factors[index - 1]), first.properties.isAlphabetic {
          result += " "
        } else if isWord(factor), last.properties.isAlphabetic {
          result += " "
        }
      }
      result += next
    }
    return result
  }

  private func isWord(_ formula: Formula) -> Bool {
    switch formula.kind {
    case .symbol(let symbol): symbol.hasPrefix("\\mathrm")
    case .scripted(let base, _, _): isWord(base)
    case .function, .big, .text: true
    default: false
    }
  }

  private func isQuotient(_ formula: Formula) -> Bool {
    switch formula.kind {
    case .quotient, .ambiguousQuotient: true
    default: false
    }
  }

  /// In parentheses if it is a sum.
  private func factor(_ formula: Formula) -> String {
    switch formula.kind {
    case .sum, .ambiguousQuotient, .tensor: "(" + text(formula) + ")"
    default: text(formula)
    }
  }

  /// In parentheses if it is a sum or a product.
  private func tight(_ formula: Formula) -> String {
    if case .product = formula.kind { return "(" + text(formula) + ")" }
    return factor(formula)
  }

  /// `dt` needs no parentheses, `2x` does.
  private func denominator(_ formula: Formula) -> String {
    if case .product(let factors) = formula.kind, factors.count == 2,
      factors[0].kind == .symbol("d")
    {
      return text(formula)
    }
    return atom(formula)
  }

  /// In parentheses unless it is one piece.
  private func atom(_ formula: Formula) -> String {
    switch formula.kind {
    case .sum, .product, .tensor, .quotient, .ambiguousQuotient, .big:
      "(" + text(formula) + ")"
    default: text(formula)
    }
  }

  private func parenthesised(_ formula: Formula) -> String {
    switch formula.kind {
    case .group(.parentheses, _), .absolute: text(formula)
    default: "(" + text(formula) + ")"
    }
  }

  private func superscript(_ formula: Formula) -> String {
    raised(text(formula), PlainTextSymbols.superscripts, "^")
  }

  private func script(
    _ script: Formula.Script?, _ table: [Unicode.Scalar: Unicode.Scalar], _ mark: String
  ) -> String {
    guard let script else { return "" }
    return raised(script.formula.map { text($0) } ?? label(script.text), table, mark)
  }

  private func raised(
    _ text: String, _ table: [Unicode.Scalar: Unicode.Scalar], _ mark: String
  ) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let small = table[scalar] else {
        return text.unicodeScalars.count == 1 ? mark + text : "\(mark){\(text)}"
      }
      result.append(small)
    }
    return String(result)
  }

  /// The text of a label or script in Unicode.
  func label(_ text: String) -> String {
    if let formula = try? LaTeXReader.formula(in: text) { return self.text(formula) }
    let tree = LaTeXTree(text)
    return label(tree.nodes, in: tree.source)
  }

  private func label(_ nodes: [LaTeXTree.Node], in source: Source) -> String {
    [Item](formula: nodes).map { label($0, in: source) }.joined()
  }

  private func label(_ item: Item, in source: Source) -> String {
    switch item.token {
    case .symbol(let symbol): return PlainTextSymbols.symbol(symbol)
    case .label(let name):
      return Vocabulary.labels[String(name.dropFirst())].map { String($0) } ?? name
    case .sign(.plus): return "+"
    case .sign(.minus): return "−"
    case .sign(.plusMinus): return "±"
    case .sign(.minusPlus): return "∓"
    case .prime: return "′"
    case .group(let nodes): return label(nodes, in: source)
    case .script(let position, let argument):
      let inner = label(argument, in: source)
      return position == .subscript
        ? raised(inner, PlainTextSymbols.subscripts, "_")
        : raised(inner, PlainTextSymbols.superscripts, "^")
    default: return source.text(item.range)
    }
  }
}
