import ExactAlgebra

/// Sub-expressions that several expressions have in common, each with a name.
package struct SharedParts: Sendable {
  package struct Definition: Hashable, Sendable {
    package var name: String
    package var value: ScalarExpression

    package init(name: String, value: ScalarExpression) {
      self.name = name
      self.value = value
    }
  }

  /// Each uses only those before it.
  package private(set) var definitions: [Definition] = []
  /// The expressions with the names in them.
  package private(set) var expressions: [ScalarExpression]

  /// - Parameters:
  ///   - expressions: trees of numbers, symbols, sums, products, quotients and powers.
  ///   - name: makes the name number 1, 2, ….
  package init(_ expressions: [ScalarExpression], name: (Int) -> String) {
    self.expressions = expressions
    let counts = Self.counts(in: expressions)
    let shared = counts.filter { Self.deservesName($0.key, count: $0.value) }.map(\.key)
    guard !shared.isEmpty else { return }
    // In the order of first use, what is inside before what is around it.
    var names: [ScalarExpression: String] = [:]
    let wanted = Set(shared)
    func visit(_ expression: ScalarExpression) -> ScalarExpression {
      if let known = names[expression] { return .symbol(known) }
      let inner = expression.mapped(visit)
      guard wanted.contains(expression) else { return inner }
      let own = name(definitions.count + 1)
      names[expression] = own
      definitions.append(Definition(name: own, value: inner))
      return .symbol(own)
    }
    self.expressions = expressions.map(visit)
  }

  /// A name pays where it is used, and costs its definition.
  private static func deservesName(_ expression: ScalarExpression, count: Int) -> Bool {
    guard count > 1, case .sum = expression else { return false }
    let cost = Self.cost(expression)
    return (count - 1) * cost > 2 * ShortForms.Cost.name * count + cost / 2
  }

  /// How often each sub-expression occurs, where what is inside a repeated one counts once.
  static func counts(in expressions: [ScalarExpression]) -> [ScalarExpression: Int] {
    var counts: [ScalarExpression: Int] = [:]
    func visit(_ expression: ScalarExpression) {
      counts[expression, default: 0] += 1
      if counts[expression] == 1 { expression.children.forEach(visit) }
    }
    expressions.forEach(visit)
    return counts
  }

  /// What a reader pays for all of them, with names for what they share.
  static func cost(of expressions: [ScalarExpression]) -> Int {
    let parts = SharedParts(expressions) { "\\#\($0)" }
    return (parts.expressions + parts.definitions.map(\.value)).reduce(0) { $0 + cost($1) }
  }

  private static func cost(_ expression: ScalarExpression) -> Int {
    let inner = expression.children.reduce(0) { $0 + cost($1) }
    switch expression {
    case .number: return ShortForms.Cost.number
    case .sum(let terms): return inner + (terms.count - 1) * ShortForms.Cost.mark
    case .quotient, .power: return inner + ShortForms.Cost.mark
    case .product, .negative: return inner
    default: return inner + ShortForms.Cost.name
    }
  }
}

extension ScalarExpression {
  /// The scalars that this is made of.
  var children: [ScalarExpression] {
    switch self {
    case .sum(let terms): terms
    case .product(let factors): factors
    case .negative(let value), .power(let value, _): [value]
    case .quotient(let top, let bottom): [top, bottom]
    // A function of something is one symbol to a reader of these forms.
    case .number, .imaginaryUnit, .symbol, .squareRoot, .exponential, .sine, .cosine, .tangent,
      .conjugate, .absoluteSquare, .absolute, .trace, .matrixElement, .application, .functional:
      []
    }
  }

  /// The same with other expressions for some of its parts.
  package func substituting(_ parts: [ScalarExpression: ScalarExpression]) -> ScalarExpression {
    parts[self] ?? mapped { $0.substituting(parts) }
  }

  /// The same with other scalars inside.
  func mapped(_ change: (ScalarExpression) -> ScalarExpression) -> ScalarExpression {
    switch self {
    case .sum(let terms): .sum(terms.map(change))
    case .product(let factors): .product(factors.map(change))
    case .negative(let value): .negative(change(value))
    case .power(let value, let exponent): .power(change(value), exponent)
    case .quotient(let top, let bottom): .quotient(change(top), change(bottom))
    case .number, .imaginaryUnit, .symbol, .squareRoot, .exponential, .sine, .cosine, .tangent,
      .conjugate, .absoluteSquare, .absolute, .trace, .matrixElement, .application, .functional:
      self
    }
  }
}
