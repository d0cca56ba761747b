/// The variables that occur in a sum of products, side by side in monomials of at most two words.
///
/// Formulas of a whole document number their variables together; few occur in any one of them.
struct NarrowLayout {
  private let wide: MonomialLayout
  private let narrow: MonomialLayout
  /// The variables that occur, ascending: number k of them is variable k of the narrow layout.
  private let occurring: [Int]

  /// - Returns: `nil` if too many variables occur.
  init?(of products: [ProductSum.Product], in layout: MonomialLayout) {
    let stride = layout.stride
    var used = [UInt64](repeating: 0, count: stride)
    for product in products {
      for offset in 0..<stride {
        used[offset] |= product.short.usedBits(inWord: offset)
        used[offset] |= product.long.usedBits(inWord: offset)
      }
    }
    wide = layout
    occurring = (0..<layout.variableCount).filter { variable in
      (used[layout.word(of: variable)] >> layout.shift(of: variable)) & layout.fieldMask != 0
    }
    narrow = MonomialLayout(
      variableCount: occurring.count, exponent: Int((1 as UInt64) << (layout.bits - 1)) - 1)
    if narrow.stride > 2 { return nil }
  }

  /// The sum in the narrow layout; nil where coefficients leave a word.
  func expanded(_ products: [ProductSum.Product]) -> Polynomial? {
    var sum = ProductSum(layout: narrow)
    for product in products {
      let short = narrowed(product.short, product.range)
      sum.add(
        short, narrowed(product.long, 0..<product.long.termCount), isNegative: product.isNegative)
    }
    return sum.wordSum().map(widened)
  }

  private func narrowed(_ polynomial: Polynomial, _ range: Range<Int>) -> Polynomial {
    let isWhole = range.count == polynomial.termCount
    return moved(isWhole ? polynomial : polynomial.selecting(range) { $1 }, isNarrowing: true)
  }

  private func widened(_ sum: Polynomial) -> Polynomial { moved(sum, isNarrowing: false) }

  // Variables keep their order, so terms do.
  private func moved(_ polynomial: Polynomial, isNarrowing: Bool) -> Polynomial {
    let (source, target) = isNarrowing ? (wide, narrow) : (narrow, wide)
    return Polynomial(layout: target, coefficientsOf: polynomial) { words in
      words.initialize(repeating: 0)
      let monomials = polynomial.monomials
      for (number, variable) in occurring.enumerated() {
        let (old, new) = isNarrowing ? (variable, number) : (number, variable)
        let (from, to) = (source.word(of: old), target.word(of: new))
        let (down, up) = (source.shift(of: old), target.shift(of: new))
        for term in 0..<polynomial.termCount {
          let exponent = (monomials[term &* source.stride &+ from] >> down) & source.fieldMask
          words[term &* target.stride &+ to] |= exponent << up
        }
      }
    }
  }
}
