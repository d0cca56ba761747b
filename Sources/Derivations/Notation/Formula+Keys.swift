import LaTeXMath

extension Formula {
  /// Every key under which a reader may look something up in the formula: a name where one is used, and not
  /// what an index is written on.
  ///
  /// Of keys that exclude each other all are told, since only declarations say which is meant: `x_1^2` is
  /// a name, or a power of the name `x_1`; `\Delta T` is one name or two.
  var keys: Set<String> {
    var keys = Set<String>()
    addKeys(to: &keys)
    return keys
  }

  private func addKeys(to keys: inout Set<String>) {
    visitOwnKeys { keys.insert($0) }
    // The N of N_1 is no name.
    if case .scripted(let base, .some, let upper) = kind, case .symbol = base.kind {
      upper?.formula?.addKeys(to: &keys)
      return
    }
    forEachChild { $0.addKeys(to: &keys) }
  }

  /// The keys of this part itself, without those of the parts below.
  func visitOwnKeys(_ body: (String) -> Void) {
    if let name { body(name) }
    switch kind {
    case .scripted(_, .some, .some): if let name = raised?.name { body(name) }
    case .ket(let label), .bra(let label): body(Self.ketKey(label))
    case .inner(let bra, let ket), .matrixElement(let bra, _, let ket):
      body(Self.ketKey(bra))
      body(Self.ketKey(ket))
    case .product(let factors):
      for (factor, next) in zip(factors, factors.dropFirst()) {
        if let name = factor.compoundName(with: next) { body(name) }
        if let raised = next.raised, let name = factor.compoundName(with: raised) { body(name) }
        if let name = factor.name, (next.raised ?? next).argument != nil { body(name + "()") }
        if let name = factor.raised?.name, next.argument != nil { body(name + "()") }
      }
    case .scripted, .number, .symbol, .sum, .tensor, .quotient, .ambiguousQuotient, .function,
      .root,
      .group, .absolute, .expectation, .big, .matrix, .hermitianConjugate, .text:
      break
    }
  }

  /// The key of a ket, and of the bra that is its adjoint.
  static func ketKey(_ label: String) -> String { "|\(label)\\rangle" }

  /// What a superscript stands on, with its index.
  var raised: Formula? {
    guard case .scripted(let base, let lower, .some) = kind else { return nil }
    return lower == nil
      ? base : Formula(.scripted(base, subscript: lower, superscript: nil), range)
  }

  /// The argument in brackets after the name of a function.
  var argument: Formula? {
    guard case .group(let delimiter, let contents) = kind, delimiter != .braces, contents.count == 1
    else { return nil }
    return contents[0]
  }
}
