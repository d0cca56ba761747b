/// A sum of products of polynomials of one layout, not yet expanded.
///
/// Every product is read as streams: the longer factor scaled by one term of the shorter one.
struct ProductSum {
  /// A product of which only some terms of the shorter factor take part.
  struct Product {
    let short: Polynomial
    let range: Range<Int>
    let long: Polynomial
    let isNegative: Bool

    var termCount: Int { range.count * long.termCount }
  }

  let layout: MonomialLayout
  private(set) var products: [Product] = []
  /// The number of products of two terms.
  private(set) var termCount = 0

  /// - Precondition: every field has room for the exponents of the products, guard bit included.
  /// - Parameter count: the number of products for which memory is kept ready.
  init(layout: MonomialLayout, reserving count: Int = 0) {
    self.layout = layout
    products.reserveCapacity(count)
  }

  /// Adds ± left · right.
  ///
  /// - Precondition: both have the layout of the sum.
  mutating func add(_ left: Polynomial, _ right: Polynomial, isNegative: Bool = false) {
    if left.isZero || right.isZero { return }
    precondition(left.layout == layout && right.layout == layout, "products of another layout")
    let (short, long) = left.termCount <= right.termCount ? (left, right) : (right, left)
    append(
      Product(short: short, range: 0..<short.termCount, long: long, isNegative: isNegative))
  }

  /// Takes everything out again and keeps the memory.
  mutating func removeAll() {
    products.removeAll(keepingCapacity: true)
    termCount = 0
  }

  private mutating func append(_ product: Product) {
    products.append(product)
    termCount += product.termCount
  }

  /// The expanded sum.
  func polynomial() -> Polynomial {
    if products.isEmpty { return .zero }
    if let sum = shortSum() ?? wordSum() { return sum }
    if layout.stride > 2, streamCount > 1, let narrow = NarrowLayout(of: products, in: layout),
      let sum = narrow.expanded(products)
    {
      return sum
    }
    return largeSum()
  }

  /// The products one after the other, where they have few terms altogether.
  private func shortSum() -> Polynomial? {
    guard termCount <= ProductSum.short, products.count <= ProductSum.fewProducts else {
      return nil
    }
    var sum: Polynomial?
    for product in products {
      guard product.range.count == product.short.termCount,
        let next = Polynomial.productOfFew(product.short, product.long)
      else { return nil }
      guard let before = sum else {
        sum = next
        continue
      }
      // Up to the sign of the first. Zero has no layout of its own.
      guard !before.isZero,
        let total = Polynomial.sumOfFew(
          before, next, negatingRight: product.isNegative != products[0].isNegative)
      else { return nil }
      sum = total
    }
    return products[0].isNegative ? sum.map { -$0 } : sum
  }

  /// Products of terms that are not worth a merge of all streams at once.
  private static let short = 24
  private static let fewProducts = 3

  /// The expanded sum when every coefficient on the way fits a word and a monomial at most two.
  func wordSum() -> Polynomial? {
    switch layout.stride {
    case 1: wordSum(of: UInt64.self)
    case 2: wordSum(of: UInt128.self)
    default: nil
    }
  }

  /// Products of terms that are merged at one go, so that memory stays bounded.
  private static let blockLength = 1 << 18

  private func wordSum<Word: PackedMonomial>(of word: Word.Type) -> Polynomial? {
    if termCount <= ProductSum.blockLength || streamCount == 1 {
      return TermMerge<Word>(self).sum()
    }
    let (first, second) = halves
    guard let left = first.wordSum(of: word), let right = second.wordSum(of: word) else {
      return nil
    }
    return TermMerge<Word>.sum(left, right)
  }

  private var streamCount: Int { products.reduce(0) { $0 + $1.range.count } }

  /// Two sums of about equally many products.
  private var halves: (ProductSum, ProductSum) {
    var (left, right) = (ProductSum(layout: layout), ProductSum(layout: layout))
    for product in products {
      let room = (termCount / 2 - left.termCount) / product.long.termCount
      // One stream at least on either side.
      let least = left.products.isEmpty ? 1 : 0
      let cut = product.range.lowerBound + min(max(room, least), product.range.count)
      for (range, isLeft) in [
        (product.range.lowerBound..<cut, true), (cut..<product.range.upperBound, false),
      ] where !range.isEmpty {
        let part = Product(
          short: product.short, range: range, long: product.long, isNegative: product.isNegative)
        if isLeft { left.append(part) } else { right.append(part) }
      }
    }
    return (left, right)
  }

  /// The expanded sum with coefficients of any size and monomials of any width.
  private func largeSum() -> Polynomial {
    if streamCount > 1 {
      let (first, second) = halves
      return Polynomial.largeSum(first.largeSum(), second.largeSum())
    }
    guard let product = products.first else { return .zero }
    let stream = product.long.multiplied(byTerm: product.range.lowerBound, of: product.short)
    return product.isNegative ? -stream : stream
  }
}
