import ExactAlgebra

/// What a sum costs a reader is found before anything is written; only what is best gets an expression.
extension ShortForms {
  /// How a sum is written.
  enum Plan: Sendable {
    /// Term by term.
    case terms(cost: Int)
    /// As a multiple of a sum that occurs again, with the rest.
    case divided(cost: Int, by: Int, PolynomialTable.Division)
    /// By the powers of a variable.
    case collected(cost: Int, PolynomialTable.Collection)

    var cost: Int {
      switch self {
      case .terms(let cost), .divided(let cost, _, _), .collected(let cost, _): cost
      }
    }
  }

  // MARK: Costs

  /// The cost of a polynomial in factors.
  mutating func cost(ofPolynomial number: Int) -> Int {
    if table.constant(number) != nil { return Cost.number }
    if table.extent(number).termCount == 1 { return costOfTerms(number) }
    let parts = table.factors(number)
    var total = parts.content.magnitude.isOne ? 0 : Cost.number
    for factor in parts.factors {
      let isTerm = table.extent(factor.base).termCount == 1
      total += isTerm ? costOfTerms(factor.base) : cost(ofSum: factor.base)
      if factor.exponent > 1 { total += Cost.mark }
    }
    return total
  }

  /// The cost of a polynomial written term by term.
  private func costOfTerms(_ number: Int) -> Int {
    let extent = table.extent(number)
    return Cost.name * extent.occurrences + Cost.number * (extent.factors + extent.constants)
      + Cost.mark * (extent.powers + extent.termCount - 1)
  }

  /// The cost of a polynomial in front of something that is no number: nothing for one.
  private mutating func cost(ofFactor number: Int) -> Int {
    guard let constant = table.constant(number) else { return cost(ofPolynomial: number) }
    return constant.magnitude.isOne ? 0 : Cost.number
  }

  /// The cost of a polynomial that is no product, of two terms or more.
  private mutating func cost(ofSum number: Int) -> Int {
    if let known = names[number] { return known.cost }
    if number < plans.count, let known = plans[number] { return known.cost }
    spent += 1
    let plan = plan(ofSum: number)
    if number >= plans.count {
      plans += [Plan?](repeating: nil, count: max(table.count, 2 * plans.count) - plans.count)
    }
    plans[number] = plan
    return plan.cost
  }

  private mutating func plan(ofSum number: Int) -> Plan {
    var best = Plan.terms(cost: costOfTerms(number))
    let terms = table.extent(number).termCount
    guard terms > 2, terms <= Self.mostTerms else { return best }
    for divisor in pool + named where divisor != number && spent < Self.budget {
      for division in table.divisions(of: number, by: divisor) {
        let next = cost(of: division, by: divisor)
        if next <= best.cost { best = .divided(cost: next, by: divisor, division) }
      }
    }
    // Collected in one variable, with the coefficients written short.
    let collections = table.collections(number)
    for collection in collections.prefix(spent < Self.budget ? collections.count : 1) {
      let next = cost(of: collection)
      if next < best.cost { best = .collected(cost: next, collection) }
    }
    return best
  }

  private mutating func cost(of division: PolynomialTable.Division, by divisor: Int) -> Int {
    var total = cost(ofFactor: division.quotient)
    // A sum that occurs again costs as much as its name.
    total += min(cost(ofSum: divisor), Cost.name)
    return division.remainder.map { total + cost(ofPolynomial: $0) + Cost.mark } ?? total
  }

  private mutating func cost(of collection: PolynomialTable.Collection) -> Int {
    var total = -Cost.mark
    for (exponent, part) in collection.coefficients.enumerated().reversed() {
      guard let part else { continue }
      total += Cost.mark
      if exponent == 0 {
        total += cost(ofPolynomial: part)
      } else {
        total += cost(ofFactor: part) + Cost.name + (exponent > 1 ? Cost.mark : 0)
      }
    }
    return total
  }

  // MARK: Forms

  /// A polynomial in factors.
  mutating func form(ofPolynomial number: Int) -> Form {
    if let constant = table.constant(number) {
      return Form(expression: .number(Rational(constant, 1)), cost: Cost.number)
    }
    let parts = table.factors(number)
    var product: Form?
    for factor in parts.factors {
      let isTerm = table.extent(factor.base).termCount == 1
      let base = isTerm ? termForms(factor.base)[0] : form(ofSum: factor.base)
      let power = base.power(factor.exponent)
      product = product.map { $0.times(power) } ?? power
    }
    return (product ?? Form(expression: .number(1), cost: Cost.number))
      .scaled(by: Rational(parts.content, 1))
  }

  private func termForms(_ number: Int) -> [Form] {
    table.polynomial(number).terms.map { term in
      var form: Form?
      for (index, exponent) in term.exponents {
        let next = Form(expression: Self.leaf(index), cost: Cost.name).power(exponent)
        form = form.map { $0.times(next) } ?? next
      }
      return (form ?? Form(expression: .number(1), cost: Cost.number))
        .scaled(by: Rational(term.coefficient, 1))
    }
  }

  private mutating func form(ofSum number: Int) -> Form {
    if let known = names[number] { return known }
    if let known = written[number] { return known }
    var form: Form
    switch number < plans.count ? plans[number] : nil {
    case .divided(_, let divisor, let division):
      var reference = self.form(ofSum: divisor)
      reference.cost = min(reference.cost, Cost.name)
      form = self.form(ofPolynomial: division.quotient).times(reference)
      if let rest = division.remainder { form = .sum([form, self.form(ofPolynomial: rest)]) }
    case .collected(_, let collection):
      form = self.form(of: collection)
    case .terms, nil:
      form = .sum(termForms(number))
    }
    written[number] = form
    origins[form.expression] = number
    return form
  }

  private mutating func form(of collection: PolynomialTable.Collection) -> Form {
    var terms: [Form] = []
    for (exponent, part) in collection.coefficients.enumerated().reversed() {
      guard let part else { continue }
      let front = form(ofPolynomial: part)
      let power = Form(expression: Self.leaf(collection.variable), cost: Cost.name).power(exponent)
      terms.append(exponent == 0 ? front : front.times(power))
    }
    return .sum(terms)
  }
}
