import Testing

@testable import LaTeXMath

/// The structure of a formula in one line, without ranges, for expectations.
func shape(_ formula: Formula) -> String {
  if let name = formula.name { return name }
  switch formula.kind {
  case .number(let digits): return digits
  case .symbol(let symbol): return symbol
  case .scripted(let base, let lower, let upper):
    let scripts = [lower.map { "_" + content($0) }, upper.map { "^" + content($0) }]
    return "{\(shape(base))}" + scripts.compactMap { $0 }.joined()
  case .sum(let terms): return "(" + terms.map(term).joined(separator: " ") + ")"
  case .product(let factors): return "(* " + factors.map(shape).joined(separator: " ") + ")"
  case .tensor(let parts): return "(⊗ " + parts.map(shape).joined(separator: " ") + ")"
  case .quotient(let a, let b): return "(/ \(shape(a)) \(shape(b)))"
  case .ambiguousQuotient(let a, let b, let trailing):
    return "(/? \(shape(a)) \(shape(b)) : " + trailing.map(shape).joined(separator: " ") + ")"
  case .function(let name, let power, let argument):
    return "(\(name)\(power.map { "^" + shape($0) } ?? "") \(shape(argument)))"
  case .root(let radicand, let degree):
    return "(root\(degree.map { " " + shape($0) } ?? "") \(shape(radicand)))"
  case .group(let delimiter, let contents):
    return "<\(delimiter) " + contents.map(shape).joined(separator: ", ") + ">"
  case .ket(let label): return "|\(label)>"
  case .bra(let label): return "<\(label)|"
  case .inner(let bra, let ket): return "<\(bra)|\(ket)>"
  case .matrixElement(let bra, let operand, let ket): return "<\(bra)|\(shape(operand))|\(ket)>"
  case .absolute(let inner): return "(abs \(shape(inner)))"
  case .expectation(let inner): return "(mean \(shape(inner)))"
  case .big(let name, let lower, let upper, let body):
    let scripts = [lower.map { "_{\($0.text)}" }, upper.map { "^{\($0.text)}" }]
    return "(\(name)" + scripts.compactMap { $0 }.joined() + " \(shape(body)))"
  case .matrix(let rows):
    return "[" + rows.map { $0.map(shape).joined(separator: ", ") }.joined(separator: "; ") + "]"
  case .hermitianConjugate: return "Hc"
  case .text(let text): return "\"\(text)\""
  }
}

private func content(_ script: Formula.Script) -> String {
  script.formula.map { shape($0) } ?? script.text
}

private func term(_ term: Formula.Term) -> String {
  (term.signRange.isEmpty ? "" : term.sign.rawValue + " ") + shape(term.formula)
}

func shape(_ statement: Statement) -> String {
  var result = shape(statement.sides[0])
  for (relation, side) in zip(statement.relations, statement.sides.dropFirst()) {
    result += " \(relation.kind.rawValue) \(shape(side))"
  }
  return result
}

func slice(_ text: String, _ range: Range<Int>) -> String {
  String(decoding: Array(text.utf8)[range], as: UTF8.self)
}

/// Reads a formula, and checks that the tree gives the text back byte for byte, and that every part
/// stands where its range says: the slice of the text reads as that part.
func read(_ latex: String, sourceLocation: SourceLocation = #_sourceLocation) -> Formula? {
  #expect(Array(LaTeXTree(latex).text.utf8) == Array(latex.utf8), sourceLocation: sourceLocation)
  do {
    let formula = try LaTeXReader.formula(in: latex)
    checkRanges(of: formula, in: latex, sourceLocation)
    return formula
  } catch {
    Issue.record("\(latex): \(error.diagnostic)", sourceLocation: sourceLocation)
    return nil
  }
}

/// Reads a display, with the same checks.
func readDisplay(
  _ latex: String, sourceLocation: SourceLocation = #_sourceLocation
) -> DisplayReading {
  #expect(Array(LaTeXTree(latex).text.utf8) == Array(latex.utf8), sourceLocation: sourceLocation)
  let reading = LaTeXReader.statements(in: latex)
  for statement in reading.statements {
    for side in statement.sides { checkRanges(of: side, in: latex, sourceLocation) }
    if let again = try? LaTeXReader.statement(in: slice(latex, statement.range)) {
      #expect(shape(again) == shape(statement), sourceLocation: sourceLocation)
    } else if !slice(latex, statement.range).contains("\\\\") {
      Issue.record("\(slice(latex, statement.range))", sourceLocation: sourceLocation)
    }
  }
  return reading
}

private func checkRanges(
  of formula: Formula, in latex: String, _ sourceLocation: SourceLocation
) {
  let text = slice(latex, formula.range)
  // What spans lines or is half of a \ketbra is no text of its own.
  if !text.contains("\\\\") && !text.contains("&") && !latex.contains("\\ketbra") {
    let again = try? LaTeXReader.formula(in: text)
    #expect(again.map { shape($0) } == shape(formula), "\(text)", sourceLocation: sourceLocation)
  }
  for child in formula.children {
    #expect(
      formula.range.lowerBound <= child.range.lowerBound
        && child.range.upperBound <= formula.range.upperBound,
      "\(text)", sourceLocation: sourceLocation)
    checkRanges(of: child, in: latex, sourceLocation)
  }
}

extension Formula {
  var children: [Formula] {
    switch kind {
    case .number, .symbol, .ket, .bra, .inner, .hermitianConjugate, .text: []
    case .scripted(let base, let lower, let upper):
      [base] + [lower?.formula, upper?.formula].compactMap { $0 }
    case .sum(let terms): terms.map(\.formula)
    case .product(let factors), .tensor(let factors), .group(_, let factors): factors
    case .quotient(let a, let b): [a, b]
    case .ambiguousQuotient(let a, let b, let trailing): [a, b] + trailing
    case .function(_, let power, let argument): [power, argument].compactMap { $0 }
    case .root(let radicand, let degree): [degree, radicand].compactMap { $0 }
    case .matrixElement(_, let inner, _), .absolute(let inner), .expectation(let inner): [inner]
    case .big(_, let lower, let upper, let body):
      [lower?.formula, upper?.formula].compactMap { $0 } + [body]
    case .matrix(let rows): rows.flatMap { $0 }
    }
  }
}
