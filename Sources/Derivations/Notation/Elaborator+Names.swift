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
    func replaced(_ formula: Formula) -> Formula { formula.replacing(part) }

    func vector(_ label: String, _ range: Range<Int>) -> Formula? {
      let key = Formula.ketKey(label)
      guard !labels.contains(label), isDeclared(key) else { return nil }
      return replacement(key, range)
    }

    func bra(_ label: String, _ range: Range<Int>) -> Formula {
      guard let ket = vector(label, range) else { return Formula(.bra(label), range) }
      let group = Formula(.group(.parentheses, [ket]), range)
      let dagger = Formula.Script(text: "\\dagger", formula: nil, range: range)
      return Formula(.scripted(group, subscript: nil, superscript: dagger), range)
    }

    /// ⟨a|b⟩ and ⟨a|X|b⟩ as products, where one of the vectors is replaced.
    func bracket(
      _ left: String, _ middle: Formula?, _ right: String, _ range: Range<Int>
    ) -> Formula? {
      let ket = vector(right, range)
      guard ket != nil || vector(left, range) != nil else { return nil }
      let inside = middle.map { [Formula(.group(.parentheses, [replaced($0)]), $0.range)] } ?? []
      let factors = [bra(left, range)] + inside + [ket ?? Formula(.ket(right), range)]
      return Formula(.product(factors), range)
    }

    func product(_ factors: [Formula]) -> [Formula] {
      var result: [Formula] = []
      var rest = factors[...]
      while let first = rest.popFirst() {
        guard let next = rest.first else { return result + [replaced(first)] }
        if let (name, upper) = compoundName(first, next) {
          rest.removeFirst()
          let range = first.range.lowerBound..<next.range.upperBound
          if let new = replacement(name, range) {
            result.append(
              upper.map { Formula(.scripted(new, subscript: nil, superscript: $0), range) } ?? new)
          } else {
            result += [first, next]
          }
        } else if isFunction(first, before: next) {
          // Whatever its name is without an argument.
          result.append(first)
        } else {
          result.append(replaced(first))
        }
      }
      return result
    }

    func part(_ node: Formula) -> Formula? {
      if let name = node.name, isDeclared(name) || parameters.contains(name) {
        return parameters.contains(name) ? node : replacement(name, node.range) ?? node
      }
      switch node.kind {
      case .scripted(_, _, let upper):
        // |e⟩₁ is a ket of a subsystem, and the N of N_1 no name.
        guard var upper, let raised = node.raised else { return node }
        let base = replaced(raised)
        let exponent = upper.formula.map(replaced)
        if base == raised, exponent == upper.formula { return node }
        upper.formula = exponent
        return Formula(.scripted(base, subscript: nil, superscript: upper), node.range)
      case .ket(let label): return vector(label, node.range)
      case .bra(let label): return bra(label, node.range)
      case .inner(let bra, let ket): return bracket(bra, nil, ket, node.range)
      case .matrixElement(let bra, let middle, let ket):
        return bracket(bra, middle, ket, node.range)
      case .product(let printed):
        let parts = product(printed)
        return parts == printed ? node : Formula(.product(parts), node.range)
      case .big("sum", let lower, let upper, let body):
        let indices = SumIndices(lower)
        guard !indices.letters.contains(where: isModeIndex),
          let terms = try? terms(ofSum: indices, upper, body, node)
        else { return nil }
        let parts = terms.map(replaced)
        if parts == terms { return node }
        let sum = parts.map { Formula.Term(sign: .plus, signRange: $0.range, formula: $0) }
        return Formula(.group(.parentheses, [Formula(.sum(sum), node.range)]), node.range)
      case .number, .symbol, .sum, .tensor, .quotient, .ambiguousQuotient, .function, .root, .group,
        .absolute, .expectation, .big, .matrix, .hermitianConjugate, .text:
        return nil
      }
    }
    return replaced(formula)
  }
}
