extension Polynomial {
  /// Σ left · right over the pairs.
  package static func sumOfProducts(_ pairs: [(Polynomial, Polynomial)]) -> Polynomial {
    let pairs = pairs.filter { !$0.0.isZero && !$0.1.isZero }
    guard let first = pairs.first else { return .zero }
    if pairs.count > 1, let sum = sumOfFewProducts(pairs) { return sum }
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
    for (left, right) in pairs {
      for offset in 0..<layout.stride {
        let sum = left.highestExponents(inWord: offset) &+ right.highestExponents(inWord: offset)
        if sum & layout.guardMask != 0 { return false }
      }
    }
    return true
  }

  /// A layout that holds the sum of both factors' degrees in every variable.
  private static func layout(forProducts pairs: [(Polynomial, Polynomial)]) -> MonomialLayout {
    var variableCount = 0
    var highest = 0
    func raise(_ variable: Int, _ exponent: Int) {
      variableCount = max(variableCount, variable + 1)
      highest = max(highest, exponent)
    }
    for (left, right) in pairs {
      let (a, b) = (left.layout, right.layout)
      if a.bits == b.bits {
        // Fields of the same width lie in the same places, and the guards take what is carried.
        for offset in 0..<max(a.stride, b.stride) {
          let degrees =
            (offset < a.stride ? left.highestExponents(inWord: offset) : 0)
            &+ (offset < b.stride ? right.highestExponents(inWord: offset) : 0)
          a.forEachExponent(of: degrees, offset, raise)
        }
      } else {
        left.forEachVariable { raise($0, left.degree(in: $0) + right.degree(in: $0)) }
        right.forEachVariable { raise($0, right.degree(in: $0)) }
      }
    }
    return .common(variableCount: variableCount, exponent: highest)
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
    let (own, shifts) = (monomials, other.monomials)
    return Polynomial(layout: layout, coefficientsOf: self) { words in
      for index in words.indices {
        words[index] = own[index] &+ shifts[term * stride + index % stride]
      }
    }
    .scaled(by: other.coefficients[term])
  }
}
