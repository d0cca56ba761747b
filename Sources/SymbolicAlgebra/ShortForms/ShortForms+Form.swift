import ExactAlgebra

extension ShortForms {
  /// What a reader pays for one symbol.
  enum Cost {
    static let name = 2
    static let number = 1
    /// A sign between terms, a bar of a fraction, an exponent.
    static let mark = 1
  }
}

extension ShortForms.Form {
  private typealias Cost = ShortForms.Cost

  /// The terms as one sum; terms that are sums are taken apart.
  static func sum(_ terms: [Self]) -> Self {
    var flat: [ScalarExpression] = []
    for term in terms {
      switch term.expression {
      case .sum(let inner): flat += inner
      case .negative(.sum(let inner)): flat += inner.map(\.negated)
      default: flat.append(term.expression)
      }
    }
    let cost = terms.reduce(0) { $0 + $1.cost } + (terms.count - 1) * Cost.mark
    // One number, the sum of all.
    let numbers = flat.compactMap { term in
      if case .number(let value) = term.withoutSign.value {
        term.isNegative ? -value : value
      } else {
        nil
      }
    }
    if numbers.count > 1 {
      flat.removeAll { if case .number = $0.withoutSign.value { true } else { false } }
      let total = numbers.reduce(Rational(0)) { $0 + $1 }
      if !total.isZero || flat.isEmpty { flat.append(.number(total)) }
    }
    // A positive number stands first; else what has no minus.
    let number = flat.firstIndex {
      if case .number(let value) = $0 { value > 0 } else { false }
    }
    if let first = number ?? flat.firstIndex(where: { !$0.isNegative }), first > 0 {
      flat.insert(flat.remove(at: first), at: 0)
    }
    return Self(expression: flat.count == 1 ? flat[0] : .sum(flat), cost: cost)
  }

  func times(_ other: Self) -> Self {
    if other.expression == .number(1) { return self }
    if expression == .number(1) { return other }
    let (a, b) = (expression.withoutSign, other.expression.withoutSign)
    if case .number(let value) = a.value {
      return other.scaled(by: a.isNegative ? -value : value)
    }
    if case .number(let value) = b.value { return scaled(by: b.isNegative ? -value : value) }
    var result: ScalarExpression
    switch (a.value, b.value) {
    case (.quotient(let top, let bottom), let factor):
      result = .quotient(ScalarExpression.product(of: [top, factor]), bottom)
    case (let factor, .quotient(let top, let bottom)):
      result = .quotient(ScalarExpression.product(of: [factor, top]), bottom)
    case (let left, let right): result = .product(of: [left, right])
    }
    if a.isNegative != b.isNegative { result = .negative(result) }
    return Self(expression: result, cost: cost + other.cost)
  }

  func power(_ exponent: Int) -> Self {
    exponent == 1
      ? self : Self(expression: .power(expression, exponent), cost: cost + Cost.mark)
  }

  func over(_ other: Self) -> Self {
    let (a, b) = (expression.withoutSign, other.expression.withoutSign)
    if case .number(let value) = b.value {
      return scaled(by: b.isNegative ? -value.inverse : value.inverse)
    }
    let quotient: ScalarExpression
    switch a.value {
    case .quotient(let top, let bottom): quotient = .quotient(top, .product(of: [bottom, b.value]))
    default: quotient = .quotient(a.value, b.value)
    }
    return Self(
      expression: a.isNegative != b.isNegative ? .negative(quotient) : quotient,
      cost: cost + other.cost + Cost.mark)
  }

  func scaled(by factor: Rational) -> Self {
    if factor == 1 { return self }
    if factor == -1 { return Self(expression: expression.negated, cost: cost) }
    if factor < 0 {
      let positive = scaled(by: -factor)
      return Self(expression: positive.expression.negated, cost: positive.cost)
    }
    let (value, isNegative) = expression.withoutSign
    let scaled: ScalarExpression
    switch value {
    case .number(let number): scaled = .number(number * factor)
    case .quotient(let top, let bottom):
      // Whole numbers above and below the bar.
      let (up, down) = (factor.numerator, factor.denominator)
      scaled = .quotient(
        up == 1 ? top : .product(of: [.number(Rational(up, 1)), top]),
        down == 1 ? bottom : .product(of: [.number(Rational(down, 1)), bottom]))
    default: scaled = .product(of: [.number(factor), value])
    }
    return Self(
      expression: isNegative ? scaled.negated : scaled, cost: cost + Cost.number)
  }
}

extension ScalarExpression {
  var isNegative: Bool {
    switch self {
    case .negative: true
    case .number(let value): value < 0
    default: false
    }
  }

  fileprivate var withoutSign: (value: ScalarExpression, isNegative: Bool) {
    switch self {
    case .negative(let value): (value, true)
    case .number(let value) where value < 0: (.number(-value), true)
    default: (self, false)
    }
  }

  fileprivate var negated: ScalarExpression {
    switch self {
    case .negative(let value): value
    case .number(let value): .number(-value)
    default: .negative(self)
    }
  }

  /// With minus signs drawn into sums of which most terms are negative.
  var tidied: ScalarExpression {
    let inner = mapped(\.tidied)
    switch inner {
    case .negative(.quotient(let top, let bottom)):
      let drawn = ScalarExpression.negative(top).signDrawnIn
      return drawn.map { .quotient($0, bottom) } ?? inner
    default: return inner.signDrawnIn ?? inner
    }
  }

  /// −(a − b − c) as b + c − a, and −x(a − b − c) as x(b + c − a); `nil` where that does not help.
  private var signDrawnIn: ScalarExpression? {
    guard case .negative(let value) = self else { return nil }
    switch value {
    case .sum(let terms):
      guard 2 * terms.count(where: \.isNegative) >= terms.count else { return nil }
      return ShortForms.Form.sum(
        terms.map { ShortForms.Form(expression: $0.negated, cost: 0) }
      ).expression
    case .product(let factors):
      for (place, factor) in factors.enumerated() {
        guard let turned = ScalarExpression.negative(factor).signDrawnIn else { continue }
        var factors = factors
        factors[place] = turned
        return .product(factors)
      }
      return nil
    default: return nil
    }
  }

  /// A product without products in it, numbers in front and multiplied out.
  fileprivate static func product(of factors: [ScalarExpression]) -> ScalarExpression {
    var flat: [ScalarExpression] = []
    for factor in factors {
      if case .product(let inner) = factor { flat += inner } else { flat.append(factor) }
    }
    var number: Rational = 1
    var rest: [ScalarExpression] = []
    for factor in flat {
      if case .number(let value) = factor { number = number * value } else { rest.append(factor) }
    }
    if number != 1 || rest.isEmpty { rest.insert(.number(number), at: 0) }
    return rest.count == 1 ? rest[0] : .product(rest)
  }
}
