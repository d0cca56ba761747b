extension Formula {
  /// The canonical key of a symbol or scripted symbol: `N_1^+`, `\rho_{11}`, `\omega_{f\pm}`.
  ///
  /// The subscript comes before the superscript, in braces exactly when it is longer than one token.
  /// `nil` for anything else.
  public var name: String? {
    switch kind {
    case .symbol(let symbol): return symbol
    case .scripted(let base, let lower, let upper):
      guard case .symbol(var text) = base.kind else { return nil }
      if let lower { CanonicalText.append("_", lower.text, to: &text) }
      if let upper { CanonicalText.append("^", upper.text, to: &text) }
      return text
    case .number, .sum, .product, .tensor, .quotient, .ambiguousQuotient, .function, .root, .group,
      .ket, .bra, .inner, .matrixElement, .absolute, .expectation, .big, .matrix,
      .hermitianConjugate, .text:
      return nil
    }
  }
}
