import LaTeXMath

extension Formula {
  /// The same with some parts replaced: what the transform gives stands in place of a part, and where it
  /// gives `nil` the parts below are asked.
  func replacing(_ transform: (Formula) -> Formula?) -> Formula {
    changed { part in transform(part).map { .replaced($0) } ?? .open } ?? self
  }

  /// What becomes of a part.
  enum Change {
    /// The parts below are asked.
    case open
    case kept
    case replaced(Formula)
  }

  /// The same with some parts replaced; `nil` where nothing is: what stays is not built again.
  func changed(_ change: (Formula) -> Change) -> Formula? {
    switch change(self) {
    case .kept: return nil
    case .replaced(let formula): return formula
    case .open: break
    }
    var isChanged = false
    func one(_ formula: Formula) -> Formula {
      guard let changed = formula.changed(change) else { return formula }
      isChanged = true
      return changed
    }
    func all(_ formulas: [Formula]) -> [Formula] { formulas.map(one) }
    func script(_ script: Script?) -> Script? {
      guard var changed = script, let formula = changed.formula else { return script }
      changed.formula = one(formula)
      return changed
    }
    let kind: Kind
    switch self.kind {
    case .number, .symbol, .ket, .bra, .inner, .hermitianConjugate, .text: return nil
    case .scripted(let base, let lower, let upper):
      kind = .scripted(one(base), subscript: lower, superscript: script(upper))
    case .sum(let terms):
      kind = .sum(
        terms.map { Term(sign: $0.sign, signRange: $0.signRange, formula: one($0.formula)) })
    case .product(let factors): kind = .product(all(factors))
    case .tensor(let factors): kind = .tensor(all(factors))
    case .quotient(let a, let b): kind = .quotient(one(a), one(b))
    case .ambiguousQuotient(let a, let b, let trailing):
      kind = .ambiguousQuotient(one(a), one(b), trailing: all(trailing))
    case .function(let name, let power, let argument):
      kind = .function(name, power: power, argument: one(argument))
    case .root(let radicand, let index): kind = .root(one(radicand), index: index)
    case .group(let delimiter, let contents): kind = .group(delimiter, all(contents))
    case .matrixElement(let bra, let middle, let ket):
      kind = .matrixElement(bra: bra, one(middle), ket: ket)
    case .absolute(let inside): kind = .absolute(one(inside))
    case .expectation(let inside): kind = .expectation(one(inside))
    case .big(let name, let lower, let upper, let body):
      kind = .big(name, lower: lower, upper: upper, body: one(body))
    case .matrix(let rows): kind = .matrix(rows.map(all))
    }
    return isChanged ? Formula(kind, range) : nil
  }
}
