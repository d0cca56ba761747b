import ExactAlgebra

extension Polynomial {
  /// The polynomial of one term.
  init(_ term: Term) {
    self.init(terms: [
      (
        exponents: Dictionary(
          uniqueKeysWithValues: term.exponents.map { ($0.variable, $0.exponent) }),
        coefficient: term.coefficient
      )
    ])
  }
}
