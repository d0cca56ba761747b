import LaTeXMath

/// The names in a paper's displays, in order of their first places, for somebody to say what they mean.
package struct SymbolProposals: Hashable, Sendable {
  /// Left sides of equations that are a name, `\rho_{11}`, `H_{int}(t)`, `|\psi\rangle`.
  package private(set) var leftSides: [String] = []
  /// Names that are no left side.
  package private(set) var symbols: [String] = []
  /// Labels of kets and bras.
  package private(set) var kets: [String] = []

  /// What is known without a declaration.
  private static let known: Set<String> = [
    "i", "e", "\\pi", "\\infty", "\\partial", "\\mathrm{Tr}", "\\mathrm{tr}", "d", "\\hbar",
    "\\mathrm{d}", "\\cdots", "\\ldots", "\\dots",
  ]

  private var seen: Set<String> = []
  private var seenLeft: Set<String> = []
  private var order: [String] = []
  private var seenKets: Set<String> = []

  package init(_ paper: ImportedPaper) {
    for (display, _) in paper.displays {
      let bytes = Array(display.latex.utf8)
      for statement in LaTeXReader.statements(in: display.latex).statements {
        if let first = statement.sides.first, Self.isEquality(statement), let name = name(first) {
          let text = String(decoding: bytes[first.range], as: UTF8.self)
          let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          if seenLeft.insert(name).inserted { leftSides.append(line) }
        }
        for side in statement.sides { walk(side) }
      }
    }
    symbols = order.filter { !seenLeft.contains($0) }
  }

  private static func isEquality(_ statement: Statement) -> Bool {
    switch statement.relations.first?.kind {
    case .equal, .equivalent, .defined: true
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .notEqual, .approximately, .proportional,
      .element, .maps, nil:
      false
    }
  }

  /// The name that a left side is, or is a function's with an argument.
  private func name(_ formula: Formula) -> String? {
    switch formula.kind {
    case .symbol, .scripted:
      return Self.name(of: formula).flatMap { Self.known.contains($0) ? nil : $0 }
    case .product(let factors):
      guard factors.count == 2, case .group = factors[1].kind else { return nil }
      return Self.name(of: factors[0])
    case .ket(let label): return "|\(label)\\rangle"
    case .number, .sum, .tensor, .quotient, .ambiguousQuotient, .function, .root, .group, .bra,
      .inner, .matrixElement, .absolute, .expectation, .big, .matrix, .hermitianConjugate, .text:
      return nil
    }
  }

  /// A symbol with its subscript and with a superscript that is no power and no dagger.
  private static func name(of formula: Formula) -> String? {
    switch formula.kind {
    case .symbol(let symbol): return symbol
    case .scripted(let base, let lower, let upper):
      guard case .symbol = base.kind else { return nil }
      let isLabel = upper.map(isLabel) ?? false
      return Formula(
        .scripted(base, subscript: lower, superscript: isLabel ? upper : nil), formula.range
      ).name
    case .number, .sum, .product, .tensor, .quotient, .ambiguousQuotient, .function, .root,
      .group, .ket, .bra, .inner, .matrixElement, .absolute, .expectation, .big, .matrix,
      .hermitianConjugate, .text:
      return nil
    }
  }

  private static func isLabel(_ script: Formula.Script) -> Bool {
    if ["*", "\\dagger", "\\ast"].contains(script.text) { return false }
    guard let formula = script.formula else { return true }
    guard case .group(.parentheses, _) = formula.kind else { return false }
    return true
  }

  // MARK: Walking

  private mutating func add(_ name: String) {
    if !Self.known.contains(name), seen.insert(name).inserted { order.append(name) }
  }

  private mutating func add(ket label: String) {
    if seenKets.insert(label).inserted { kets.append(label) }
  }

  private mutating func walk(_ formula: Formula) {
    switch formula.kind {
    case .number, .hermitianConjugate, .text: break
    case .symbol(let symbol): add(symbol)
    case .scripted(let base, _, let upper):
      if let name = Self.name(of: formula) { add(name) } else { walk(base) }
      if let upper, !Self.isLabel(upper), let power = upper.formula { walk(power) }
    case .sum(let terms): for term in terms { walk(term.formula) }
    case .product(let parts), .tensor(let parts), .group(_, let parts):
      for part in parts { walk(part) }
    case .quotient(let above, let below):
      walk(above)
      walk(below)
    case .ambiguousQuotient(let above, let below, let trailing):
      for part in [above, below] + trailing { walk(part) }
    case .function(_, let power, let argument):
      if let power { walk(power) }
      walk(argument)
    case .root(let radicand, let index):
      walk(radicand)
      if let index { walk(index) }
    case .ket(let label), .bra(let label): add(ket: label)
    case .inner(let bra, let ket):
      add(ket: bra)
      add(ket: ket)
    case .matrixElement(let bra, let inner, let ket):
      add(ket: bra)
      walk(inner)
      add(ket: ket)
    case .absolute(let inner), .expectation(let inner): walk(inner)
    case .big(_, _, _, let body): walk(body)
    case .matrix(let rows): for row in rows { for entry in row { walk(entry) } }
    }
  }
}
