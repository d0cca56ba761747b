import ExactAlgebra

/// Rational functions written short: factored, nested, divided by what occurs again, with names that are known
/// put back.
///
/// What comes out is equal to what went in as a rational function of the variables; nothing is rounded and no
/// relation between variables is used. How short it gets is a search within a budget.
package struct ShortForms {
  /// A name with its value in the same variables.
  package struct Known: Sendable {
    var name: String
    var value: Fraction

    package init(name: String, value: Fraction) {
      self.name = name
      self.value = value
    }
  }

  /// An expression with what it costs a reader.
  struct Form {
    var expression: ScalarExpression
    var cost: Int
  }

  /// After so many sums of one value only the most promising way to write one is tried.
  static let budget = 400
  /// Sums of more terms are written out.
  static let mostTerms = 400

  private let known: [Known]
  /// Every polynomial met; they are known by their numbers from here on.
  var table = PolynomialTable()
  /// Names of polynomials, of their reciprocals, and of ratios.
  var names: [Int: Form] = [:]
  /// Those with a name, in the order given.
  var named: [Int] = []
  private var reciprocals: [(polynomial: Polynomial, form: Form)] = []
  private var ratios: [(numerator: Polynomial, denominator: Polynomial, form: Form)] = []
  /// Sums that occur more than once, to divide others by.
  var pool: [Int] = []
  /// How each sum is best written, by its number.
  var plans: [Plan?] = []
  /// The sums that were written.
  var written: [Int: Form] = [:]
  var origins: [ScalarExpression: Int] = [:]
  var spent = 0

  package init(known: [Known] = []) {
    self.known = known
    for entry in known { add(entry) }
  }

  private mutating func add(_ known: Known) {
    let (top, bottom) = (
      Factorization(known.value.numerator), Factorization(known.value.denominator)
    )
    let symbol = Form(expression: .symbol(known.name), cost: Cost.name)
    let scale = Rational(top.content, bottom.content)
    switch (top.single, bottom.single) {
    case (let base?, nil) where bottom.factors.isEmpty && base.termCount > 1:
      let number = table.number(of: base)
      guard names[number] == nil else { break }
      names[number] = symbol.scaled(by: scale.inverse)
      named.append(number)
    case (nil, let base?) where top.factors.isEmpty && base.termCount > 1:
      reciprocals.append((base, symbol.scaled(by: scale.inverse)))
    case (_, _) where !top.factors.isEmpty && !bottom.factors.isEmpty:
      ratios.append((top.monic, bottom.monic, symbol.scaled(by: scale.inverse)))
    default: break
    }
  }

  /// The values, real and imaginary parts, each written short; sums that several have in common are the same
  /// expression in all of them.
  ///
  /// Variables are symbols, ``leaf(_:)``. Each form is multiplied out again and compared; one that is not the
  /// value would be written as a plain quotient.
  package mutating func forms(of values: [(real: Fraction, imaginary: Fraction)])
    -> [ScalarExpression]
  {
    var best = attempt(values)
    var cost = SharedParts.cost(of: best)
    for _ in 0..<2 {
      pool = repeated(in: best)
      if pool.isEmpty { break }
      plans = []
      written = [:]
      let next = attempt(values)
      let nextCost = SharedParts.cost(of: next)
      // Level is better: what is divided through has its denominator in one place.
      if nextCost > cost { break }
      (best, cost) = (next, nextCost)
    }
    return zip(best, values).map { form, value in
      return isEqual(form, to: value) ? form.tidied : Self.plain(value)
    }
  }

  // MARK: Leaves

  /// The symbol that stands for a variable.
  package static func leaf(_ index: Int) -> ScalarExpression { .symbol("\\#\(index)") }

  private func isEqual(
    _ form: ScalarExpression, to value: (real: Fraction, imaginary: Fraction)
  ) -> Bool {
    var names: [String: Fraction] = [:]
    for index in value.real.variables + value.imaginary.variables {
      names["\\#\(index)"] = .variable(index)
    }
    for entry in known { names[entry.name] = entry.value }
    guard let found = form.rationalValue(names) else { return false }
    return found.real == value.real && found.imaginary == value.imaginary
  }

  private static func plain(
    _ value: (real: Fraction, imaginary: Fraction)
  ) -> ScalarExpression {
    func polynomial(_ value: Polynomial) -> ScalarExpression {
      .sum(
        value.terms.map { term in
          .product(
            [.number(Rational(term.coefficient, 1))]
              + term.exponents.map { .power(leaf($0.variable), $0.exponent) })
        })
    }
    func quotient(_ value: Fraction) -> ScalarExpression {
      .quotient(polynomial(value.numerator), polynomial(value.denominator))
    }
    return .sum([quotient(value.real), .product([.imaginaryUnit, quotient(value.imaginary)])])
  }

  private mutating func attempt(
    _ values: [(real: Fraction, imaginary: Fraction)]
  ) -> [ScalarExpression] {
    values.map { value in
      spent = 0
      if value.imaginary.isZero { return quotient(value.real).expression }
      if value.real.isZero {
        return quotient(value.imaginary).times(Form(expression: .imaginaryUnit, cost: Cost.name))
          .expression
      }
      return complex(value.real, value.imaginary).expression
    }
  }

  /// g(a + ib)/q with what both parts have in common in front.
  private mutating func complex(_ real: Fraction, _ imaginary: Fraction) -> Form {
    let shared = Polynomial.gcd(real.denominator, imaginary.denominator)
    let lift = imaginary.denominator.divided(exactlyBy: shared) ?? .one
    let other = real.denominator.divided(exactlyBy: shared) ?? .one
    let (a, b) = (real.numerator * lift, imaginary.numerator * other)
    let common = Polynomial.gcd(a, b)
    guard let x = a.divided(exactlyBy: common), let y = b.divided(exactlyBy: common) else {
      return Form(expression: .number(0), cost: 0)
    }
    let front = quotient(Fraction(common, real.denominator * lift))
    let unit = Form(expression: .imaginaryUnit, cost: Cost.name)
    return front.times(Form.sum([polynomial(x), polynomial(y).times(unit)]))
  }

  // MARK: Quotients

  private mutating func quotient(_ value: Fraction) -> Form {
    let (top, bottom) = (value.numerator, value.denominator)
    if let constant = bottom.constantValue {
      return polynomial(top).scaled(by: Rational(1, constant))
    }
    var best = polynomial(top).over(polynomial(bottom))
    func offer(_ form: Form) {
      if form.cost <= best.cost { best = form }
    }
    // p = qa + b: p/q = a + b/q.
    for (a, b) in divisions(of: top, by: bottom) where !b.isZero {
      offer(Form.sum([polynomial(a), divided(b, by: bottom)]))
    }
    // Only by what the file itself divides by: another divisor might vanish where the value is defined.
    for divisor in reciprocals.map(\.polynomial) where divisor != bottom {
      // p/q = (a + b/d)/(a' + b'/d) where p = da + b, q = da' + b'.
      for (a, b) in divisions(of: bottom, by: divisor) where !b.isZero {
        let below = Form.sum([polynomial(a), divided(b, by: divisor)])
        offer(divided(top, by: divisor).over(below))
        for (c, d) in divisions(of: top, by: divisor) {
          let above =
            d.isZero ? polynomial(c) : Form.sum([polynomial(c), divided(d, by: divisor)])
          offer(above.over(below))
        }
      }
    }
    for ratio in ratios {
      // q = n·m with n/d named: p/q = (p/(d·m))/name.
      guard let rest = bottom.divided(exactlyBy: ratio.numerator) else { continue }
      let reduced = Fraction(top, ratio.denominator * rest)
      offer(quotient(reduced).over(ratio.form))
    }
    return best
  }

  /// A polynomial over one that may be the reciprocal of a name.
  private mutating func divided(_ top: Polynomial, by bottom: Polynomial) -> Form {
    for (polynomial, form) in reciprocals where polynomial == bottom {
      return self.polynomial(top).times(form)
    }
    let shared = Fraction(top, bottom)
    if !ratios.isEmpty {
      let (above, below) = (Factorization(shared.numerator), Factorization(shared.denominator))
      for ratio in ratios where ratio.numerator == above.monic && ratio.denominator == below.monic {
        return ratio.form.scaled(by: Rational(above.content, below.content))
      }
    }
    return polynomial(shared.numerator).over(polynomial(shared.denominator))
  }

  /// Quotients that are not zero, with their remainders, in each variable that makes the dividend no longer.
  private mutating func divisions(
    of top: Polynomial, by bottom: Polynomial
  ) -> [(quotient: Polynomial, remainder: Polynomial)] {
    // By what has fewer terms only, so that no sum is written in terms of itself.
    let (dividend, divisor) = (table.number(of: top), table.number(of: bottom))
    return table.divisions(of: dividend, by: divisor).map { division in
      (
        table.polynomial(division.quotient),
        division.remainder.map { table.polynomial($0) } ?? .zero
      )
    }
  }

  /// A polynomial, written as it costs least.
  private mutating func polynomial(_ value: Polynomial) -> Form {
    let number = table.number(of: value)
    _ = cost(ofPolynomial: number)
    return form(ofPolynomial: number)
  }

  /// Sums that occur more than once in these expressions.
  private func repeated(in expressions: [ScalarExpression]) -> [Int] {
    let counts = SharedParts.counts(in: expressions)
    return origins.filter { counts[$0.key, default: 0] > 1 }.map(\.value)
      .filter { table.extent($0).termCount > 1 && names[$0] == nil }
      .sorted { a, b in
        let (left, right) = (table.polynomial(a), table.polynomial(b))
        return left.termCount != right.termCount
          ? left.termCount > right.termCount : "\(left.terms)" < "\(right.terms)"
      }
  }
}

extension Factorization {
  /// The product without the integer in front.
  fileprivate var monic: Polynomial {
    factors.reduce(Polynomial.one) { $0 * $1.base.power($1.exponent) }
  }

  /// The one base of a product that has no other, to the power one.
  fileprivate var single: Polynomial? {
    factors.count == 1 && factors[0].exponent == 1 ? factors[0].base : nil
  }
}
