import ExactAlgebra
import LaTeXMath
import SymbolicAlgebra

extension Elaborator {
  // MARK: Sums

  mutating func sum(
    _ terms: [Formula.Term], _ formula: Formula
  ) throws(ElaborationError) -> Elaborated {
    var total: Elaborated?
    for term in terms {
      let negative: Bool
      switch term.sign {
      case .plus: negative = false
      case .minus: negative = true
      case .plusMinus, .minusPlus:
        throw ElaborationError(
          code: "ambiguous", message: "± stands for two formulas here", range: term.signRange)
      }
      if term.formula.kind == .hermitianConjugate {
        guard case .linear(let before)? = total else {
          throw ElaborationError(
            code: "type-mismatch", message: "H.c. needs operators before it",
            range: term.formula.range)
        }
        let conjugate = OperatorExpression.adjoint(before)
        total = .linear(.sum([before, negative ? .negative(conjugate) : conjugate]))
        continue
      }
      let value = try elaborate(term.formula)
      total = try add(total, negative ? try negated(value, term.formula) : value, term.formula)
    }
    guard let total else { throw unreadable(formula, "a term") }
    return total
  }

  private func negated(
    _ value: Elaborated, _ formula: Formula
  ) throws(ElaborationError) -> Elaborated {
    switch value {
    case .scalar(let e): return .scalar(.negative(e))
    case .linear(let e): return .linear(.negative(e))
    case .ket(let e): return .ket(.scaled(.number(-1), e))
    case .bra(let e): return .bra(.scaled(.number(-1), e))
    case .siteKet, .matrix, .superoperator:
      throw mismatch("a scalar or an operator", value, formula)
    }
  }

  private func add(
    _ total: Elaborated?, _ value: Elaborated, _ formula: Formula
  ) throws(ElaborationError) -> Elaborated {
    guard let total else { return value }
    switch (total, value) {
    case (.scalar(.sum(let terms)), .scalar(let e)): return .scalar(.sum(terms + [e]))
    case (.scalar(let a), .scalar(let b)): return .scalar(.sum([a, b]))
    case (.linear(.sum(let terms)), .linear(let e)): return .linear(.sum(terms + [e]))
    case (.linear(let a), .linear(let b)): return .linear(.sum([a, b]))
    // A number added to an operator is that multiple of the identity.
    case (.linear(let a), .scalar(let b)): return .linear(.sum([a, .scaled(b, .identity)]))
    case (.scalar(let a), .linear(let b)): return .linear(.sum([.scaled(a, .identity), b]))
    case (.ket(.sum(let terms)), .ket(let e)): return .ket(.sum(terms + [e]))
    case (.ket(let a), .ket(let b)): return .ket(.sum([a, b]))
    case (.bra(let a), .bra(let b)): return .bra(.sum([a, b]))
    default: throw mismatch("\(total.typeName), as before it in the sum", value, formula)
    }
  }

  // MARK: Products

  mutating func product(
    _ factors: [Formula], _ formula: Formula
  ) throws(ElaborationError) -> Elaborated {
    let factors = joined(factors)
    var total: Elaborated?
    var index = 0
    while index < factors.count {
      let factor = factors[index]
      var value: Elaborated
      if index + 1 < factors.count, let applied = try application(factor, factors[index + 1]) {
        value = applied
        index += 2
      } else {
        value = try elaborate(factor)
        index += 1
        // |a⟩₁⟨b| is one operator, whatever stands before it.
        if case .siteKet(let site, let a) = value, index < factors.count,
          case .bra(let b) = factors[index].kind
        {
          value = .linear(.siteOuter(site: site, a, b))
          index += 1
        }
      }
      total = try multiply(total, value, factor)
    }
    guard let total else { throw unreadable(formula, "a factor") }
    return total
  }

  /// With two names side by side as one, where they are declared as one.
  private func joined(_ factors: [Formula]) -> [Formula] {
    var result: [Formula] = []
    for factor in factors {
      if let last = result.last, let (name, upper) = compoundName(last, factor) {
        let range = last.range.lowerBound..<factor.range.upperBound
        let symbol = Formula(.symbol(name), range)
        result[result.count - 1] =
          upper.map { Formula(.scripted(symbol, subscript: nil, superscript: $0), range) } ?? symbol
      } else {
        result.append(factor)
      }
    }
    return result
  }

  /// The declared name that two factors make, and what it is raised to: `\Delta T^2` is (ΔT)².
  func compoundName(
    _ first: Formula, _ second: Formula
  ) -> (name: String, upper: Formula.Script?)? {
    guard case .symbol(let head) = first.kind, notation.headsOfTwo.contains(head) else {
      return nil
    }
    if let name = first.compoundName(with: second), isDeclared(name) { return (name, nil) }
    guard case .scripted(_, _, let upper?) = second.kind, let raised = second.raised,
      let name = first.compoundName(with: raised), isDeclared(name)
    else { return nil }
    return (name, upper)
  }

  /// f(x), 𝒟[ρ], Tr(X): a name that was declared to be a function, and the group after it.
  private mutating func application(
    _ head: Formula, _ next: Formula
  ) throws(ElaborationError) -> Elaborated? {
    if let power = powerOfApplication(head, next) { return try elaborate(power) }
    guard let name = head.name, case .group(let delimiter, let contents) = next.kind,
      delimiter != .braces
    else { return nil }
    if name == "\\mathrm{Tr}" {
      guard contents.count == 1 else { throw unreadable(next, "one operator") }
      return .scalar(.trace(try linear(contents[0])))
    }
    let key = name + "()"
    guard contents.count == 1, isDeclared(key),
      case .meaning(let meaning, let parameter)? = find(key)?.kind
    else { return nil }
    switch meaning {
    case .dissipator:
      return .linear(.superoperator(key, try linear(contents[0])))
    case .internalEnergy, .passiveEnergy, .ergotropy:
      return .scalar(.functional(key, try linear(contents[0])))
    case .passiveState:
      return .linear(.superoperator(key, try linear(contents[0])))
    case .interactionPicture:
      return .linear(.application(key, try scalar(contents[0])))
    case .densityOperator, .steadyState, .component:
      return .linear(.application(key, try scalar(contents[0])))
    default:
      guard parameter != nil else { return nil }
      return .scalar(.application(key, try scalar(contents[0])))
    }
  }

  /// Whether a factor is a function and the next one its argument.
  func isFunction(_ factor: Formula, before next: Formula) -> Bool {
    if powerOfApplication(factor, next) != nil { return true }
    guard let name = factor.name, next.argument != nil else { return false }
    return isDeclared(name + "()")
  }

  /// f(x)² and f²(x) as the power of a value, where f is a function.
  private func powerOfApplication(_ head: Formula, _ next: Formula) -> Formula? {
    let name: Formula
    let argument: Formula
    let power: Formula.Script
    // A number above a name that is none with it: Γ_i^+ [X] is a product.
    if next.argument != nil, case .scripted(_, _, let upper?) = head.kind, let raised = head.raised,
      Int(upper.text) != nil, let own = head.name, !isDeclared(own), !isDeclared(own + "()")
    {
      (name, argument, power) = (raised, next, upper)
    } else if case .scripted(let group, nil, let upper?) = next.kind, group.argument != nil {
      (name, argument, power) = (head, group, upper)
    } else {
      return nil
    }
    guard let key = name.name, isDeclared(key + "()") else { return nil }
    let range = head.range.lowerBound..<next.range.upperBound
    let value = Formula(.product([name, argument]), range)
    let group = Formula(.group(.parentheses, [value]), range)
    return Formula(.scripted(group, subscript: nil, superscript: power), range)
  }

  private func multiply(
    _ total: Elaborated?, _ value: Elaborated, _ formula: Formula
  ) throws(ElaborationError) -> Elaborated {
    guard let total else { return value }
    switch (total, value) {
    case (.scalar(.product(let factors)), .scalar(let b)): return .scalar(.product(factors + [b]))
    case (.scalar(let a), .scalar(let b)): return .scalar(.product([a, b]))
    case (.scalar(let a), .linear(let b)): return .linear(.scaled(a, b))
    case (.linear(let a), .scalar(let b)): return .linear(.scaled(b, a))
    case (.scalar(let a), .ket(let b)), (.ket(let b), .scalar(let a)): return .ket(.scaled(a, b))
    case (.scalar(let a), .bra(let b)), (.bra(let b), .scalar(let a)):
      return .bra(.scaled(.conjugate(a), b))
    case (.linear(.product(let factors)), .linear(let b)): return .linear(.product(factors + [b]))
    case (.linear(let a), .linear(let b)): return .linear(.product([a, b]))
    case (.linear(let a), .ket(let b)): return .ket(.applied(a, b))
    case (.bra(let a), .linear(let b)): return .bra(.applied(.adjoint(b), a))
    case (.ket(let a), .bra(let b)): return .linear(.outer(a, b))
    case (.bra(let a), .ket(let b)): return .scalar(.matrixElement(a, nil, b))
    default:
      throw mismatch("something that can be multiplied by \(total.typeName)", value, formula)
    }
  }

  // MARK: Big operators

  mutating func big(
    _ name: String, _ lower: Formula.Script?, _ upper: Formula.Script?, _ body: Formula,
    _ formula: Formula
  ) throws(ElaborationError) -> Elaborated {
    guard name == "sum" else {
      throw ElaborationError(
        code: "unsupported", message: "\\\(name) is outside what is decided", range: formula.range)
    }
    let indices = SumIndices(lower)
    let letters = indices.letters
    guard !letters.isEmpty else {
      throw ElaborationError(
        code: "unreadable", message: "expected an index below the sum", range: formula.range)
    }
    if let letter = letters.first(where: isModeIndex) {
      guard upper == nil, indices == SumIndices(over: letter) else {
        throw unreadable(formula, "a sum over all modes \(letter), without bounds and by itself")
      }
      guard case .linear(let inside) = try elaborate(body) else {
        throw ElaborationError(
          code: "unsupported",
          message: "a sum of scalars over the modes \(letter) of a reservoir has no closed value",
          range: formula.range)
      }
      return .linear(.modeSum(index: letter, inside))
    }
    let terms = try terms(ofSum: indices, upper, body, formula)
    if letters.contains("i"), body.hasOnBaseLine("i") {
      throw ElaborationError(
        code: "ambiguous", message: "i is both the index of the sum and the imaginary unit",
        help: "use another letter for the index", range: formula.range)
    }
    var total: Elaborated?
    for term in terms { total = try add(total, try elaborate(term), body) }
    guard let total else { throw unreadable(formula, "a range for the sum") }
    return total
  }

  /// The body of a sum for each value of its indices.
  func terms(
    ofSum indices: SumIndices, _ upper: Formula.Script?, _ body: Formula, _ formula: Formula
  ) throws(ElaborationError) -> [Formula] {
    var fillings = [Instantiation(letters: [:], upper: nil, isSum: true)]
    for index in indices.indices {
      let values: [String]
      if let printed = try indices.values(of: index, upTo: upper, formula) {
        values = printed
      } else {
        values = try family(of: index.letter, body, formula)
      }
      fillings = fillings.flatMap { filling in
        values.map { value in
          var next = filling
          next.letters[index.letter] = value
          return next
        }
      }
    }
    return fillings.map { $0(body) }
  }

  /// A letter in the subscript of a declared mode operator.
  func isModeIndex(_ letter: String) -> Bool {
    notation.declarations.contains { declaration in
      guard case .mode = declaration.kind, declaration.position <= position else { return false }
      return LaTeXTokens.split(declaration.key).contains(letter)
    }
  }

  /// The values that an index takes in a name that was declared for several.
  private func family(
    of letter: String, _ body: Formula, _ formula: Formula
  ) throws(ElaborationError) -> [String] {
    let open = notation.openLetters(in: body, at: position, section: section)
    guard let values = open[letter] else {
      throw ElaborationError(
        code: "unbound-index", message: "the values of the index \(letter) are not known",
        help: "declare them with ', for \(letter) = 1, 2' where its symbol gets its meaning",
        range: formula.range)
    }
    return values
  }
}

extension Formula {
  /// Whether a one-letter symbol stands outside subscripts and labels.
  fileprivate func hasOnBaseLine(_ letter: String) -> Bool {
    if kind == .symbol(letter) { return true }
    if case .scripted(let base, _, _) = kind, base.kind == .symbol(letter) { return false }
    return children.contains { $0.hasOnBaseLine(letter) }
  }
}
