import LaTeXMath

extension Formula {
  /// The same with some parts replaced: what the transform gives stands in place of a part, and where it
  /// gives `nil` the parts below are asked.
  func replacing(_ transform: (Formula) -> Formula?) -> Formula {
    if let replaced = transform(self) { return replaced }
    func all(_ formulas: [Formula]) -> [Formula] { formulas.map { $0.replacing(transform) } }
    func script(_ script: Script?) -> Script? {
      guard var changed = script, let formula = changed.formula else { return script }
      changed.formula = formula.replacing(transform)
      return changed
    }
    let kind: Kind
    switch self.kind {
    case .number, .symbol, .ket, .bra, .inner, .hermitianConjugate, .text: return self
    case .scripted(let base, let lower, let upper):
      kind = .scripted(base.replacing(transform), subscript: lower, superscript: script(upper))
    case .sum(let terms):
      kind = .sum(
        terms.map {
          Term(
            sign: $0.sign, signRange: $0.signRange, formula: $0.formula.replacing(transform))
        })
    case .product(let factors): kind = .product(all(factors))
    case .tensor(let factors): kind = .tensor(all(factors))
    case .quotient(let a, let b):
      kind = .quotient(a.replacing(transform), b.replacing(transform))
    case .ambiguousQuotient(let a, let b, let trailing):
      kind = .ambiguousQuotient(
        a.replacing(transform), b.replacing(transform), trailing: all(trailing))
    case .function(let name, let power, let argument):
      kind = .function(name, power: power, argument: argument.replacing(transform))
    case .root(let radicand, let index):
      kind = .root(radicand.replacing(transform), index: index)
    case .group(let delimiter, let contents): kind = .group(delimiter, all(contents))
    case .matrixElement(let bra, let middle, let ket):
      kind = .matrixElement(bra: bra, middle.replacing(transform), ket: ket)
    case .absolute(let inside): kind = .absolute(inside.replacing(transform))
    case .expectation(let inside): kind = .expectation(inside.replacing(transform))
    case .big(let name, let lower, let upper, let body):
      kind = .big(name, lower: lower, upper: upper, body: body.replacing(transform))
    case .matrix(let rows): kind = .matrix(rows.map(all))
    }
    return Formula(kind, range)
  }
}
