extension Polynomial {
  /// Σ left · right over the pairs.
  package static func sumOfProducts(_ pairs: [(Polynomial, Polynomial)]) -> Polynomial {
    let pairs = pairs.filter { !$0.0.isZero && !$0.1.isZero }
    guard let first = pairs.first else { return .zero }
    let shared = first.0.layout
    let layout = fits(pairs, in: shared) ? shared : layout(forProducts: pairs)
    var sum = ProductSum(layout: layout)
    for (left, right) in pairs { sum.add(left.repacked(layout), right.repacked(layout)) }
    return sum.polynomial()
  }

  /// Whether all have that layout and it has room for their products.
  private static func fits(
    _ pairs: [(Polynomial, Polynomial)], in layout: MonomialLayout
  ) -> Bool {
    for (left, right) in pairs where left.layout != layout || right.layout != layout {
      return false
    }
    return pairs.allSatisfy { left, right in
      zip(left.packedDegrees, right.packedDegrees).allSatisfy {
        ($0 &+ $1) & layout.guardMask == 0
      }
    }
  }

  /// A layout that holds the sum of both factors' degrees in every variable.
  private static func layout(forProducts pairs: [(Polynomial, Polynomial)]) -> MonomialLayout {
    var variableCount = 0
    var exponent = 0
    for (left, right) in pairs {
      let (a, b) = (left.degrees, right.degrees)
      variableCount = max(variableCount, a.count, b.count)
      for variable in 0..<max(a.count, b.count) {
        exponent = max(
          exponent,
          (variable < a.count ? a[variable] : 0) + (variable < b.count ? b[variable] : 0))
      }
    }
    return MonomialLayout(variableCount: variableCount, exponent: exponent)
  }

  /// Σ factor · value over polynomials of one layout.
  static func combination<Values: Sequence<Polynomial>>(
    of values: Values, _ factors: [Int]
  ) -> Polynomial {
    let parts = zip(values, factors).filter { !$0.isZero && $1 != 0 }
    guard let first = parts.first else { return .zero }
    if parts.count == 1 { return first.0.scaled(by: Integer(first.1)) }
    let layout = first.0.layout
    var sum = ProductSum(layout: layout)
    for (value, factor) in parts { sum.add(Polynomial(factor).repacked(layout), value) }
    return sum.polynomial()
  }

  /// The product with one term of a polynomial of the same layout.
  func multiplied(byTerm term: Int, of other: Polynomial) -> Polynomial {
    let stride = layout.stride
    var words = monomials
    for index in words.indices {
      words[index] &+= other.monomials[term * stride + index % stride]
    }
    return Polynomial(layout: layout, monomials: words, coefficients: coefficients)
      .scaled(by: other.coefficients[term])
  }
}
