/// Descending lists of terms merged into their sum, level by level as in a merge sort.
///
/// Nothing is allocated between the first copy and the result, and no branch depends on the terms.
struct TermMerge<Word: PackedMonomial> {
  private let layout: MonomialLayout
  private let products: [ProductSum.Product]
  private let termCount: Int

  /// - Precondition: the layout's stride is the word's.
  init(_ sum: ProductSum) {
    layout = sum.layout
    products = sum.products
    termCount = sum.termCount
  }

  /// The sum; nil when a coefficient leaves the word.
  func sum() -> Polynomial? {
    Workspace.with(layout, capacity: termCount) { space in
      space.reserveLists(products.reduce(0) { $0 + $1.range.count })
      for product in products {
        guard space.append(product) else { return nil }
      }
      return space.merged()
    }
  }

  /// The sum of two polynomials of one layout; nil when a coefficient leaves the word.
  static func sum(
    _ left: Polynomial, _ right: Polynomial, negatingRight: Bool = false
  ) -> Polynomial? {
    Workspace.with(left.layout, capacity: left.termCount + right.termCount) { space in
      guard space.append(left, scaledBy: 1), space.append(right, scaledBy: negatingRight ? -1 : 1)
      else { return nil }
      return space.merged()
    }
  }

  /// Two rows of terms, from one to the other of which the lists are merged.
  private struct Workspace {
    private let layout: MonomialLayout
    private var source: Row
    private var target: Row
    /// Where each list ends; the first one begins at 0.
    private var ends: [Int] = []
    private var overflowed = false

    private struct Row {
      let words: UnsafeMutablePointer<Word>
      let coefficients: UnsafeMutablePointer<Int>
    }

    static func with(
      _ layout: MonomialLayout, capacity: Int, _ body: (inout Workspace) -> Polynomial?
    ) -> Polynomial? {
      withUnsafeTemporaryAllocation(of: Word.self, capacity: 2 * capacity) { words in
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 2 * capacity) { coefficients in
          guard let words = words.baseAddress, let coefficients = coefficients.baseAddress else {
            return Polynomial(layout: layout, termCount: 0) { _ in }
          }
          var space = Workspace(
            layout: layout,
            source: Row(words: words, coefficients: coefficients),
            target: Row(words: words + capacity, coefficients: coefficients + capacity))
          return body(&space)
        }
      }
    }

    private init(layout: MonomialLayout, source: Row, target: Row) {
      self.layout = layout
      self.source = source
      self.target = target
    }

    mutating func reserveLists(_ count: Int) { ends.reserveCapacity(count) }

    /// Appends the streams of a product; false when a coefficient leaves the word.
    mutating func append(_ product: ProductSum.Product) -> Bool {
      guard case .small(let factors) = product.short.coefficients,
        case .small(let coefficients) = product.long.coefficients
      else { return false }
      return product.short.monomials.withUnsafeBufferPointer { shifts in
        product.long.monomials.withUnsafeBufferPointer { words in
          guard let shifts = shifts.baseAddress, let words = words.baseAddress else { return true }
          for term in product.range {
            let (factor, overflow) =
              product.isNegative
              ? 0.subtractingReportingOverflow(factors[term]) : (factors[term], false)
            if overflow { return false }
            append(words, coefficients, shift: Word(in: shifts, at: term), factor: factor)
          }
          return !overflowed
        }
      }
    }

    /// Appends the terms of a polynomial; false when a coefficient leaves the word.
    mutating func append(_ list: Polynomial, scaledBy factor: Int) -> Bool {
      guard case .small(let coefficients) = list.coefficients else { return false }
      return list.monomials.withUnsafeBufferPointer { words in
        if let words = words.baseAddress {
          append(words, coefficients, shift: 0, factor: factor)
        }
        return !overflowed
      }
    }

    private mutating func append(
      _ words: UnsafePointer<UInt64>, _ coefficients: StoredWords<Int>, shift: Word, factor: Int
    ) {
      let start = ends.last ?? 0
      var overflowed = false
      coefficients.withUnsafeBufferPointer { coefficients in
        let (monomials, products) = (source.words + start, source.coefficients + start)
        for index in coefficients.indices {
          monomials[index] = Word(in: words, at: index) &+ shift
          let (product, overflow) = coefficients[index].multipliedReportingOverflow(by: factor)
          products[index] = product
          overflowed = overflowed || overflow
        }
      }
      self.overflowed = self.overflowed || overflowed
      ends.append(start + coefficients.count)
    }

    /// The sum of all lists.
    mutating func merged() -> Polynomial? {
      while ends.count > 1 { mergePairs() }
      return overflowed ? nil : polynomial(termCount: ends.first ?? 0)
    }

    /// Every other list is merged with the one after it.
    private mutating func mergePairs() {
      var (start, position, count) = (0, 0, 0)
      for index in stride(from: 0, to: ends.count, by: 2) {
        let middle = ends[index]
        let end = index + 1 < ends.count ? ends[index + 1] : middle
        position = merge(start..<middle, middle..<end, to: position)
        ends[count] = position
        count += 1
        start = end
      }
      ends.removeLast(ends.count - count)
      (source, target) = (target, source)
    }

    /// Merges two lists of the source and gives the end of their sum in the target.
    private mutating func merge(_ left: Range<Int>, _ right: Range<Int>, to start: Int) -> Int {
      let (words, coefficients) = (source.words, source.coefficients)
      let (sumWords, sums) = (target.words, target.coefficients)
      var (i, j, k) = (left.lowerBound, right.lowerBound, start)
      var overflowed = false
      while i < left.upperBound && j < right.upperBound {
        let (p, q) = (words[i], words[j])
        let (takesLeft, takesRight) = (p >= q, q >= p)
        let (total, overflow) = (takesLeft ? coefficients[i] : 0).addingReportingOverflow(
          takesRight ? coefficients[j] : 0)
        overflowed = overflowed || overflow
        sumWords[k] = takesLeft ? p : q
        sums[k] = total
        k &+= total == 0 ? 0 : 1
        i &+= takesLeft ? 1 : 0
        j &+= takesRight ? 1 : 0
      }
      for (rest, end) in [(i, left.upperBound), (j, right.upperBound)] where rest < end {
        (sumWords + k).update(from: words + rest, count: end - rest)
        (sums + k).update(from: coefficients + rest, count: end - rest)
        k += end - rest
      }
      self.overflowed = self.overflowed || overflowed
      return k
    }

    private func polynomial(termCount: Int) -> Polynomial {
      let (words, coefficients) = (source.words, source.coefficients)
      return Polynomial(layout: layout, termCount: termCount) { room in
        for index in 0..<termCount { room.coefficients[index] = coefficients[index] }
        if let row = room.monomials.baseAddress {
          for index in 0..<termCount { words[index].store(in: row, at: index) }
        }
      }
    }
  }
}
