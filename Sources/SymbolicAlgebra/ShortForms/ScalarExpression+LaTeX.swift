import ExactAlgebra

extension ScalarExpression {
  /// The scalar as LaTeX, in the order written; `nil` for operators, and functions of something with them.
  package var latex: String? {
    switch self {
    case .number(let value): return Self.latex(value)
    case .imaginaryUnit: return "i"
    case .symbol(let name): return name
    case .sum(let terms):
      var text = ""
      for term in terms {
        guard let next = term.latex else { return nil }
        if text.isEmpty {
          text = next
        } else {
          text += next.hasPrefix("-") ? " - \(next.dropFirst())" : " + \(next)"
        }
      }
      return text
    case .negative(let value): return value.inBrackets.map { "-\($0)" }
    case .product(let factors):
      if factors.first == .number(-1), factors.count > 1 {
        return ScalarExpression.negative(
          factors.count == 2 ? factors[1] : .product(Array(factors.dropFirst()))
        ).latex
      }
      // What stands behind a function would be taken for its argument.
      let ordered = factors.filter { !$0.isFunction } + factors.filter(\.isFunction)
      var parts: [String] = []
      for (place, factor) in ordered.enumerated() {
        guard var part = factor.inBrackets else { return nil }
        if place > 0, factor.isNegative { part = "(\(part))" }
        parts.append(part)
      }
      return parts.enumerated().map { place, part in
        // Two numbers in a row would read as one.
        let isNumber =
          place > 0 && part.first?.isNumber == true && parts[place - 1].last?.isNumber == true
        return (place == 0 ? "" : isNumber ? " \\cdot " : " ") + part
      }.joined()
    case .quotient(let top, let bottom):
      guard let top = top.latex, let bottom = bottom.latex else { return nil }
      return "\\frac{\(top)}{\(bottom)}"
    case .power(let base, let exponent):
      switch base {
      case .sine(let value):
        return value.inBrackets.map { "\\sin^{\(exponent)} \($0)" }
      case .cosine(let value):
        return value.inBrackets.map { "\\cos^{\(exponent)} \($0)" }
      case .number(let value) where value.isInteger && value >= 0:
        return "\(Self.latex(value))^{\(exponent)}"
      case .symbol(let name) where !name.contains("^") && !name.contains("("):
        return "\(name)^{\(exponent)}"
      default: return base.latex.map { "(\($0))^{\(exponent)}" }
      }
    case .squareRoot(let value): return value.latex.map { "\\sqrt{\($0)}" }
    case .exponential(let value): return value.latex.map { "e^{\($0)}" }
    case .sine(let value): return value.inBrackets.map { "\\sin \($0)" }
    case .cosine(let value): return value.inBrackets.map { "\\cos \($0)" }
    case .tangent(let value): return value.inBrackets.map { "\\tan \($0)" }
    case .conjugate, .absoluteSquare, .absolute, .trace, .matrixElement, .application, .functional:
      return nil
    }
  }

  private var inBrackets: String? {
    switch self {
    case .sum: latex.map { "(\($0))" }
    default: latex
    }
  }

  private var isFunction: Bool {
    switch self {
    case .sine, .cosine, .tangent: true
    case .power(let base, _): base.isFunction
    default: false
    }
  }

  private static func latex(_ value: Rational) -> String {
    if value.isInteger { return "\(value.numerator)" }
    let sign = value < 0 ? "-" : ""
    let top = value < 0 ? -value.numerator : value.numerator
    return "\(sign)\\frac{\(top)}{\(value.denominator)}"
  }
}
