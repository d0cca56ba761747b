import ExactAlgebra

extension OperatorExpression {
  /// The tree as LaTeX, in the order written.
  ///
  /// - Parameter scalar: how a factor is written.
  public func latex(_ scalar: (ScalarExpression) -> String) -> String {
    switch self {
    case .identity: return "1"
    case .symbol(let name): return name
    case .application(let name, let argument):
      return "\(name.replacing("()", with: ""))(\(scalar(argument)))"
    case .outer(let ket, let bra): return ket.latex(scalar) + bra.braLatex
    case .siteOuter(let site, let a, let b): return "|\(a)\\rangle_{\(site)}\\langle \(b)|"
    case .sum(let terms):
      return terms.reduce("") { text, term in
        if text.isEmpty { return term.latex(scalar) }
        if case .negative(let inner) = term { return "\(text) - \(inner.latex(scalar))" }
        return "\(text) + \(term.latex(scalar))"
      }
    case .negative(let value): return "-\(value.grouped(scalar))"
    case .scaled(let factor, let value):
      let text = scalar(factor)
      let needsGroup = text.contains(" + ") || text.contains(" - ")
      let front = needsGroup && !text.hasPrefix("\\frac") ? "\\left(\(text)\\right)" : text
      return "\(front) \(value.bracketed(scalar))"
    case .product(let factors): return factors.map { $0.grouped(scalar) }.joined(separator: " ")
    case .adjoint(let value):
      if case .symbol(let name) = value, !name.contains("^") { return "\(name)^\\dagger" }
      return "\\left(\(value.latex(scalar))\\right)^\\dagger"
    case .commutator(let a, let b): return "[\(a.latex(scalar)), \(b.latex(scalar))]"
    case .anticommutator(let a, let b):
      return "\\{\(a.latex(scalar)), \(b.latex(scalar))\\}"
    case .superoperator(let name, let argument):
      return "\(name.replacing("()", with: ""))[\(argument.latex(scalar))]"
    case .timeDerivative(let state): return "\\frac{d}{dt} \(state.grouped(scalar))"
    case .modeSum(let index, let body): return "\\sum_{\(index)} \(body.grouped(scalar))"
    }
  }

  /// With parentheses where it stands as a factor.
  private func grouped(_ scalar: (ScalarExpression) -> String) -> String {
    switch self {
    case .sum, .negative: "\\left(\(latex(scalar))\\right)"
    default: latex(scalar)
    }
  }

  /// With brackets where a rate stands before it.
  private func bracketed(_ scalar: (ScalarExpression) -> String) -> String {
    switch self {
    case .sum, .negative: "\\left[\(latex(scalar))\\right]"
    default: latex(scalar)
    }
  }
}

extension KetExpression {
  /// The tree as LaTeX, in the order written.
  ///
  /// - Parameter scalar: how a factor is written.
  public func latex(_ scalar: (ScalarExpression) -> String) -> String {
    switch self {
    case .label(let name): name.hasPrefix("|") ? name : "|\(name)\\rangle"
    case .sum(let terms): terms.map { $0.latex(scalar) }.joined(separator: " + ")
    case .scaled(let factor, let ket): "\(scalar(factor)) \(ket.latex(scalar))"
    case .applied(let map, let ket): "\(map.latex(scalar)) \(ket.latex(scalar))"
    }
  }

  var braLatex: String {
    guard case .label(let name) = self else {
      return "\\left(\(latex { _ in "" })\\right)^\\dagger"
    }
    let label = name.hasPrefix("|") ? String(name.dropFirst().dropLast("\\rangle".count)) : name
    return "\\langle \(label)|"
  }
}
