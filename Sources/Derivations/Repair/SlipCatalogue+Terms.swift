import LaTeXMath

/// Slips of signs, operators, scripts, factors of two and brackets between the parts of an expression.
extension SlipCatalogue {
  /// What one such slip undone makes of an expression; its parts stay as they are.
  func slips(of terms: Terms, in slot: SlotKind) -> [SlipEdit] {
    braced(bareSlips(of: terms, in: slot), terms.range)
  }

  private func bareSlips(of terms: Terms, in slot: SlotKind) -> [SlipEdit] {
    switch slot {
    case .side, .group, .fraction, .argument, .exponent:
      signs(terms, in: slot) + operators(terms) + strayScripts(terms)
        + factorsOfTwo(terms) + brackets(terms)
    case .product: factorsOfTwo(terms)
    case .factor:
      factorsOfTwo(terms).map { edit in
        switch edit.result.kind {
        case .product, .quotient: bracketed(edit, terms.range)
        default: edit
        }
      }
    }
  }

  /// The edit with brackets around what it makes of a stretch.
  private func bracketed(_ edit: SlipEdit, _ range: Range<Int>) -> SlipEdit {
    var result = edit.inside { Formula(.group(.parentheses, [$0]), range) }
    result.changes =
      [insertion("(", at: range.lowerBound)] + edit.changes
      + [insertion(")", at: range.upperBound)]
    return result
  }

  private func edit(
    _ slip: Slip, _ terms: Terms, cost: Int = 1, _ changes: [TextEdit], weight: Int? = nil
  ) -> SlipEdit {
    SlipEdit(
      slip: slip, cost: cost, result: terms.formula, changes: changes, weight: weight)
  }

  // MARK: Signs

  private func signs(_ terms: Terms, in slot: SlotKind) -> [SlipEdit] {
    var result: [SlipEdit] = []
    for (number, term) in terms.terms.enumerated() {
      guard term.units.first?.kind != .hermitianConjugate else { continue }
      var changed = term
      changed.sign = term.sign.flipped
      if term.signRange.isEmpty {
        guard number == 0 else { continue }
        changed.signRange = term.signRange
        result.append(
          edit(
            .lostSign, terms.replacing(number, with: [changed]), cost: slot.beginsWithSigns ? 1 : 2,
            [insertion("-", at: term.range.lowerBound)]))
        continue
      }
      switch term.sign {
      case .plus, .minus:
        let slip: Slip = term.units.contains(where: \.hasImaginaryFactor) ? .conjugation : .sign
        if number == 0, term.sign == .minus {
          result.append(
            edit(
              .lostSign, terms.replacing(number, with: [changed]),
              [replacement(term.signRange, "")]))
        } else {
          result.append(
            edit(
              slip, terms.replacing(number, with: [changed]),
              [replacement(term.signRange, changed.sign.rawValue)]))
        }
      case .plusMinus, .minusPlus: continue
      }
    }
    return result
  }

  // MARK: Operators

  private func operators(_ terms: Terms) -> [SlipEdit] {
    var result: [SlipEdit] = []
    for (number, term) in terms.terms.enumerated() {
      // One that was lost.
      for place in term.units.indices.dropFirst() {
        let start = term.units[place].range.lowerBound
        for sign in [Formula.Sign.minus, .plus] {
          let first = Terms.Term(
            sign: term.sign, signRange: term.signRange, units: Array(term.units[..<place]))
          let second = Terms.Term(
            sign: sign, signRange: start..<start, units: Array(term.units[place...]))
          result.append(
            edit(
              .operation, terms.replacing(number, with: [first, second]),
              [insertion("\(sign.rawValue) ", at: start)]))
        }
      }
      // One too many.
      guard number > 0, !term.signRange.isEmpty, term.sign == .plus || term.sign == .minus,
        term.units.first?.kind != .hermitianConjugate,
        let last = terms.terms[number - 1].units.last, let next = term.units.first,
        areReadApart(last, next),
        isOneLine(last.range.upperBound..<term.signRange.lowerBound)
      else { continue }
      result.append(
        edit(
          .operation, joined(terms, at: number), [replacement(term.signRange, " ")],
          // A factor before a number is printed seldom.
          weight: next.isNumber ? 6 : nil))
    }
    return result
  }

  /// A line that begins without an operator is a statement of its own.
  private func isOneLine(_ range: Range<Int>) -> Bool {
    let text = source.text(range)
    return !text.contains("\\\\") && !text.contains("&")
  }

  /// Whether two factors, printed one after the other, are two factors: not so two numbers, nor what
  /// follows a slash, a sum sign or a function without brackets.
  private func areReadApart(_ first: Formula, _ second: Formula) -> Bool {
    switch first.kind {
    case .big: return false
    case .function(_, _, let argument):
      return isClosed(argument) || isClosed(second)
    default: return !isSlashed(first) && !(first.isNumber && second.isNumber)
    }
  }

  /// Whether a formula ends an argument that is printed without brackets, or is one by itself.
  private func isClosed(_ formula: Formula) -> Bool {
    switch formula.kind {
    case .group(let delimiter, _): delimiter != .braces
    case .quotient: !isSlashed(formula)
    case .ket, .function: true
    default: false
    }
  }

  /// The term before and this one as one product.
  private func joined(_ terms: Terms, at number: Int, last: Formula? = nil) -> Terms {
    var before = terms.terms[number - 1]
    if let last { before.units[before.units.count - 1] = last }
    before.units += terms.terms[number].units
    var result = terms
    result.terms.replaceSubrange(number - 1...number, with: [before])
    return result
  }

  // MARK: Scripts

  /// `X + Y` for `X_+ Y`, and `X_+ Y` for `X + Y`.
  private func strayScripts(_ terms: Terms) -> [SlipEdit] {
    var result: [SlipEdit] = []
    for (number, term) in terms.terms.enumerated() {
      if number > 0, !term.signRange.isEmpty, term.sign == .plus || term.sign == .minus,
        let last = terms.terms[number - 1].units.last, let parts = NameCatalogue.Parts(last)
      {
        for mark in ["_", "^"] {
          var longer = parts
          if mark == "_", parts.lower == nil {
            longer.lower = term.sign.rawValue
          } else if mark == "^", parts.upper == nil {
            longer.upper = term.sign.rawValue
          } else {
            continue
          }
          guard names.isDeclared(longer) else { continue }
          let name = longer.formula(over: last, script: term.signRange)
          result.append(
            edit(
              .strayScript, joined(terms, at: number, last: name),
              [
                replacement(
                  last.range.upperBound..<term.signRange.upperBound, mark + term.sign.rawValue)
              ]))
        }
      }
      for place in term.units.indices.dropLast() {
        result += scriptAsOperator(terms, number, place)
      }
    }
    return result
  }

  private func scriptAsOperator(_ terms: Terms, _ number: Int, _ place: Int) -> [SlipEdit] {
    let term = terms.terms[number]
    let unit = term.units[place]
    guard let parts = NameCatalogue.Parts(unit) else { return [] }
    for (script, isLower) in [(parts.lower, true), (parts.upper, false)] {
      guard let script, let sign = Formula.Sign(rawValue: script), sign == .plus || sign == .minus,
        let place2 = scriptStretch(unit, isLower: isLower),
        source.text(place2).hasSuffix(script)
      else { continue }
      var shorter = parts
      if isLower { shorter.lower = nil } else { shorter.upper = nil }
      guard names.isDeclared(shorter) else { continue }
      let first = Terms.Term(
        sign: term.sign, signRange: term.signRange,
        units: term.units[..<place] + [shorter.formula(over: unit, script: nil)])
      let second = Terms.Term(
        sign: sign, signRange: place2.upperBound - 1..<place2.upperBound,
        units: Array(term.units[(place + 1)...]))
      return [
        edit(
          .strayScript, terms.replacing(number, with: [first, second]),
          [replacement(place2, " \(script)")])
      ]
    }
    return []
  }

  // MARK: Factors of two

  private func factorsOfTwo(_ terms: Terms) -> [SlipEdit] {
    var result: [SlipEdit] = []
    for (number, term) in terms.terms.enumerated() {
      guard let first = term.units.first, first.kind != .hermitianConjugate else { continue }
      let start = first.range.lowerBound
      func changed(_ units: [Formula]) -> Terms {
        var copy = term
        copy.units = units
        return terms.replacing(number, with: [copy])
      }
      if term.units.count > 1, first.isTwo || first.isHalf {
        result.append(
          edit(
            .number, changed(Array(term.units.dropFirst())),
            [replacement(start..<term.units[1].range.lowerBound, "")]))
      }
      guard !first.isNumber else { continue }
      let two = Formula(.number("2"), start..<start)
      result.append(
        edit(.number, changed([two] + term.units), [insertion("2 ", at: start)], weight: 5))
      let half = Formula(
        .quotient(Formula(.number("1"), start..<start), two), start..<start)
      result.append(
        edit(
          .number, changed([half] + term.units), [insertion("\\frac{1}{2} ", at: start)], weight: 6)
      )
    }
    return result
  }

  // MARK: Brackets

  private func brackets(_ terms: Terms) -> [SlipEdit] {
    lostBrackets(terms) + superfluousBrackets(terms)
  }

  /// Brackets around what stands from a factor of one term to a factor of a later one.
  private func lostBrackets(_ terms: Terms) -> [SlipEdit] {
    let list = terms.terms
    var result: [SlipEdit] = []
    guard list.count > 1, list.count <= 8,
      list.allSatisfy({ $0.units.first?.kind != .hermitianConjugate })
    else { return [] }
    for i in list.indices.dropLast() {
      for j in (i + 1)..<list.count {
        for a in list[i].units.indices {
          for b in list[j].units.indices {
            let isFront = a == 0 && list[i].sign == .plus
            if isFront, b == list[j].units.count - 1 { continue }
            let open = list[i].units[a].range.lowerBound
            let close = list[j].units[b].range.upperBound
            var inner = Array(list[i...j])
            inner[0] = .init(
              sign: .plus, signRange: open..<open, units: Array(list[i].units[a...]))
            inner[inner.count - 1].units = Array(list[j].units[...b])
            let group = Formula(.group(.parentheses, [Terms(inner).formula]), open..<close)
            let outer = Terms.Term(
              sign: list[i].sign, signRange: list[i].signRange,
              units: list[i].units[..<a] + [group] + list[j].units[(b + 1)...])
            var changed = terms
            changed.terms.replaceSubrange(i...j, with: [outer])
            result.append(
              edit(.bracket, changed, [insertion("(", at: open), insertion(")", at: close)]))
          }
        }
      }
    }
    return result
  }

  private func superfluousBrackets(_ terms: Terms) -> [SlipEdit] {
    var result: [SlipEdit] = []
    for (number, term) in terms.terms.enumerated() {
      for (place, unit) in term.units.enumerated() {
        guard case .group(let delimiter, let contents) = unit.kind, delimiter != .braces,
          contents.count == 1
        else { continue }
        let inner = self.terms(of: contents[0])
        guard inner.terms.count > 1, inner.terms[0].signRange.isEmpty,
          let first = inner.terms.first, let last = inner.terms.last,
          place == 0 || first.units.first.map({ areReadApart(term.units[place - 1], $0) }) == true,
          place == term.units.count - 1
            || last.units.last.map({ areReadApart($0, term.units[place + 1]) }) == true
        else { continue }
        var parts = inner.terms
        parts[0] = .init(
          sign: term.sign, signRange: term.signRange, units: term.units[..<place] + first.units)
        parts[parts.count - 1].units = last.units + term.units[(place + 1)...]
        result.append(
          edit(
            .bracket, terms.replacing(number, with: parts),
            [
              replacement(unit.range.lowerBound..<inner.range.lowerBound, ""),
              replacement(inner.range.upperBound..<unit.range.upperBound, ""),
            ]))
      }
    }
    return result
  }
}

extension NameCatalogue.Parts {
  /// The name as a formula in the place of another one.
  func formula(over printed: Formula, script: Range<Int>?) -> Formula {
    var base = Formula(.symbol(self.base), printed.range)
    if case .scripted(let inner, _, _) = printed.kind { base.range = inner.range }
    guard lower != nil || upper != nil else { return base }
    var known: (Formula.Script?, Formula.Script?) = (nil, nil)
    if case .scripted(_, let below, let above) = printed.kind { known = (below, above) }
    func made(_ text: String?, _ printed: Formula.Script?) -> Formula.Script? {
      guard let text else { return nil }
      if let printed, printed.text == text { return printed }
      let place = printed?.range ?? script ?? base.range.upperBound..<base.range.upperBound
      return Formula.Script(text: text, formula: nil, range: place)
    }
    let end = max(printed.range.upperBound, script?.upperBound ?? 0)
    return Formula(
      .scripted(
        base, subscript: made(lower, known.0), superscript: made(upper, known.1)),
      base.range.lowerBound..<end)
  }
}

extension Formula {
  /// A number, or a fraction of two.
  var isNumber: Bool {
    switch kind {
    case .number: true
    case .quotient(let a, let b): a.isNumber && b.isNumber
    default: false
    }
  }

  fileprivate var isTwo: Bool { kind == .number("2") }

  fileprivate var isHalf: Bool {
    guard case .quotient(let a, let b) = kind else { return false }
    return a.kind == .number("1") && b.kind == .number("2")
  }

  /// The imaginary unit stands in it as a factor.
  fileprivate var hasImaginaryFactor: Bool {
    switch kind {
    case .symbol(let name): name == "i"
    case .product(let factors): factors.contains(where: \.hasImaginaryFactor)
    case .quotient(let above, _): above.hasImaginaryFactor
    default: false
    }
  }
}
