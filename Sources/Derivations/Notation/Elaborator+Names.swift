import LaTeXMath

/// What the names in a formula are, read where it stands.
extension Elaborator {
  /// The declarations that a formula names; of one that cannot be read, all that may be meant.
  func declarations(namedIn formula: Formula) -> Set<Int> {
    var reader = self
    reader.allowsUndeclared = true
    do {
      _ = try reader.elaborate(formula)
      return reader.used
    } catch {
      let keys = formula.keys.compactMap { notation.lookup($0, at: position, in: section) }
      return reader.used.union(keys)
    }
  }

  /// The declarations that the formulas of one name.
  func declarations(namedBy declaration: Declaration) -> Set<Int> {
    var reader = self
    if case .meaning(_, let parameter?) = declaration.kind { reader.parameters.insert(parameter) }
    return declaration.formulas.reduce(into: []) { $0.formUnion(reader.declarations(namedIn: $1)) }
  }

  /// The formula with something else for its names: a longer name is no place of a shorter one. Sums in which
  /// a name is replaced are written out.
  ///
  /// - Parameter replacement: what stands for the name of a key; `nil` leaves it.
  func replacingNames(
    in formula: Formula, by replacement: (String, Range<Int>) -> Formula?
  ) -> Formula {
    withoutActuallyEscaping(replacement) { replacement in
      NameReplacer(self, replacement).replaced(formula)
    }
  }
}

/// Replaces names as a reader finds them.
///
/// One object, since what is handed down with every part of a formula should not be copied.
private final class NameReplacer {
  private let reader: Elaborator
  private let replacement: (String, Range<Int>) -> Formula?

  init(_ reader: Elaborator, _ replacement: @escaping (String, Range<Int>) -> Formula?) {
    self.reader = reader
    self.replacement = replacement
  }

  func replaced(_ formula: Formula) -> Formula { changed(formula) ?? formula }

  /// `nil` where nothing is replaced.
  private func changed(_ formula: Formula) -> Formula? { formula.changed { change($0) } }

  private func vector(_ label: String, _ range: Range<Int>) -> Formula? {
    let key = Formula.ketKey(label)
    guard !reader.labels.contains(label), reader.isDeclared(key) else { return nil }
    return replacement(key, range)
  }

  private func bra(_ label: String, _ range: Range<Int>) -> Formula? {
    vector(label, range).map { ket in
      let group = Formula(.group(.parentheses, [ket]), range)
      let dagger = Formula.Script(text: "\\dagger", formula: nil, range: range)
      return Formula(.scripted(group, subscript: nil, superscript: dagger), range)
    }
  }

  /// ⟨a|b⟩ and ⟨a|X|b⟩ as products, where one of the vectors is replaced.
  private func bracket(
    _ left: String, _ middle: Formula?, _ right: String, _ range: Range<Int>
  ) -> Formula? {
    let (bra, ket) = (bra(left, range), vector(right, range))
    if bra == nil, ket == nil { return nil }
    let inside = middle.map { [Formula(.group(.parentheses, [replaced($0)]), $0.range)] } ?? []
    let first = bra ?? Formula(.bra(left), range)
    return Formula(.product([first] + inside + [ket ?? Formula(.ket(right), range)]), range)
  }

  /// `nil` where nothing is replaced.
  private func product(_ factors: [Formula]) -> [Formula]? {
    var result: [Formula] = []
    var isChanged = false
    var rest = factors[...]
    while let first = rest.popFirst() {
      if let next = rest.first {
        if let (name, upper) = reader.compoundName(first, next) {
          rest.removeFirst()
          let range = first.range.lowerBound..<next.range.upperBound
          guard let new = replacement(name, range) else {
            result += [first, next]
            continue
          }
          isChanged = true
          result.append(
            upper.map { Formula(.scripted(new, subscript: nil, superscript: $0), range) } ?? new)
          continue
        }
        // Whatever a function's name is without an argument.
        if reader.isFunction(first, before: next) {
          result.append(first)
          continue
        }
      }
      let new = changed(first)
      isChanged = isChanged || new != nil
      result.append(new ?? first)
    }
    return isChanged ? result : nil
  }

  /// The body of a sum for each value of its indices, where that changes it.
  private func sum(_ terms: [Formula], _ range: Range<Int>) -> Formula? {
    let new = terms.map(changed)
    guard new.contains(where: { $0 != nil }) else { return nil }
    let parts = zip(terms, new).map { $1 ?? $0 }
      .map { Formula.Term(sign: .plus, signRange: $0.range, formula: $0) }
    return Formula(.group(.parentheses, [Formula(.sum(parts), range)]), range)
  }

  private func change(_ node: Formula) -> Formula.Change {
    func kept(or formula: Formula?) -> Formula.Change { formula.map { .replaced($0) } ?? .kept }
    if let name = node.name {
      if reader.parameters.contains(name) { return .kept }
      if let new = replacement(name, node.range), reader.isDeclared(name) { return .replaced(new) }
      if case .symbol = node.kind { return .kept }
      if reader.isDeclared(name) { return .kept }
    }
    switch node.kind {
    case .scripted(_, _, let upper):
      // |e⟩₁ is a ket of a subsystem, and the N of N_1 no name.
      guard var upper, let raised = node.raised else { return .kept }
      let base = changed(raised)
      let exponent = upper.formula.flatMap(changed)
      if base == nil, exponent == nil { return .kept }
      upper.formula = exponent ?? upper.formula
      return .replaced(
        Formula(.scripted(base ?? raised, subscript: nil, superscript: upper), node.range))
    case .ket(let label): return kept(or: vector(label, node.range))
    case .bra(let label): return kept(or: bra(label, node.range))
    case .inner(let bra, let ket): return kept(or: bracket(bra, nil, ket, node.range))
    case .matrixElement(let bra, let middle, let ket):
      return bracket(bra, middle, ket, node.range).map { .replaced($0) } ?? .open
    case .product(let factors):
      return kept(or: product(factors).map { Formula(.product($0), node.range) })
    case .big("sum", let lower, let upper, let body):
      let indices = SumIndices(lower)
      guard !indices.letters.contains(where: reader.isModeIndex),
        let terms = try? reader.terms(ofSum: indices, upper, body, node)
      else { return .open }
      return kept(or: sum(terms, node.range))
    case .number, .symbol, .sum, .tensor, .quotient, .ambiguousQuotient, .function, .root, .group,
      .absolute, .expectation, .big, .matrix, .hermitianConjugate, .text:
      return .open
    }
  }
}
