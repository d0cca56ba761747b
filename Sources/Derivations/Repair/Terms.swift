import LaTeXMath

/// A printed expression as signed products: `a b - c` is +a b, −c.
struct Terms {
  struct Term {
    var sign: Formula.Sign
    /// Empty where no sign is printed.
    var signRange: Range<Int>
    var units: [Formula]

    var range: Range<Int> {
      guard let first = units.first, let last = units.last else { return signRange }
      return first.range.lowerBound..<last.range.upperBound
    }

    var formula: Formula {
      if units.count == 1 { return units[0] }
      var factors: [Formula] = []
      factors.reserveCapacity(units.count + 2)
      for unit in units {
        // A unit may have been put together from several, such as f(x).
        if case .product(let own) = unit.kind { factors += own } else { factors.append(unit) }
      }
      return Formula(.product(factors), range)
    }
  }

  var terms: [Term]

  /// - Parameter isJoined: whether two neighbouring factors are one unit, such as a function and its
  ///   argument.
  init(_ formula: Formula, isJoined: (Formula, Formula) -> Bool) {
    func units(_ formula: Formula) -> [Formula] {
      guard case .product(let factors) = formula.kind else { return [formula] }
      var result: [Formula] = []
      result.reserveCapacity(factors.count)
      var index = 0
      while index < factors.count {
        if index + 1 < factors.count, isJoined(factors[index], factors[index + 1]) {
          let pair = [factors[index], factors[index + 1]]
          result.append(
            Formula(.product(pair), pair[0].range.lowerBound..<pair[1].range.upperBound))
          index += 2
        } else {
          result.append(factors[index])
          index += 1
        }
      }
      return result
    }
    if case .sum(let printed) = formula.kind {
      terms = printed.map {
        Term(sign: $0.sign, signRange: $0.signRange, units: units($0.formula))
      }
    } else {
      let start = formula.range.lowerBound
      terms = [Term(sign: .plus, signRange: start..<start, units: units(formula))]
    }
  }

  init(_ terms: [Term]) {
    self.terms = terms
  }

  var range: Range<Int> {
    guard let first = terms.first, let last = terms.last else { return 0..<0 }
    return min(first.signRange.lowerBound, first.range.lowerBound)..<last.range.upperBound
  }

  /// The expression again.
  var formula: Formula {
    if terms.count == 1, terms[0].sign == .plus { return terms[0].formula }
    return Formula(
      .sum(
        terms.map { .init(sign: $0.sign, signRange: $0.signRange, formula: $0.formula) }), range)
  }

  func replacing(_ index: Int, with new: [Term]) -> Terms {
    var result = self
    result.terms.replaceSubrange(index...index, with: new)
    return result
  }

  func replacing(term: Int, unit: Int, with new: Formula) -> Terms {
    var result = self
    result.terms[term].units[unit] = new
    return result
  }
}

extension Formula.Sign {
  /// − for +, + for −; others stay.
  var flipped: Formula.Sign {
    switch self {
    case .plus: .minus
    case .minus: .plus
    case .plusMinus: .minusPlus
    case .minusPlus: .plusMinus
    }
  }
}
