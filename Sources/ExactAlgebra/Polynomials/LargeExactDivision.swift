/// The division of `ExactDivision` for monomials of any number of words and coefficients of any
/// size.
struct LargeExactDivision {
  private let layout: MonomialLayout
  private let dividend: Polynomial
  private let divisor: Polynomial
  private let quotientDegrees: [UInt64]
  /// Divisor terms, ordered as a heap by their next product.
  private var heap: [Int] = []
  /// For each divisor term the quotient term it meets next.
  private var cursor: [Int]
  /// Divisor terms that wait for the next quotient term.
  private var waiting: [Int]
  /// The monomial of each divisor term's next product.
  private var products: [UInt64]
  private var quotientWords: [UInt64] = []
  private var quotientCoefficients: [Integer] = []

  /// - Precondition: both have one layout and `quotientDegrees` are packed in it.
  init(dividend: Polynomial, divisor: Polynomial, quotientDegrees: [UInt64]) {
    layout = dividend.layout
    self.dividend = dividend
    self.divisor = divisor
    self.quotientDegrees = quotientDegrees
    cursor = [Int](repeating: 0, count: divisor.termCount)
    waiting = Array(1..<max(divisor.termCount, 1))
    products = [UInt64](repeating: 0, count: divisor.monomials.count)
  }

  mutating func quotient() -> Polynomial? {
    let stride = layout.stride
    let lead = divisor.leadingCoefficient
    let coefficients = dividend.coefficients.integers
    let divisorCoefficients = divisor.coefficients.integers
    var position = 0
    while position < coefficients.count || !heap.isEmpty {
      var order = position == coefficients.count ? 1 : -1
      if order < 0, let top = heap.first {
        order = Polynomial.compare(
          products, top * stride, dividend.monomials, position * stride, stride)
      }
      let current: [UInt64]
      var sum = Integer.zero
      if order > 0, let top = heap.first {
        current = Array(products[top * stride..<(top + 1) * stride])
      } else {
        current = Array(dividend.monomials[position * stride..<(position + 1) * stride])
        sum = coefficients[position]
        position += 1
      }
      while let top = heap.first,
        Polynomial.compare(products, top * stride, current, 0, stride) == 0
      {
        sum -= divisorCoefficients[top] * quotientCoefficients[cursor[top]]
        advance()
      }
      if sum.isZero { continue }
      guard let value = sum.divided(exactlyBy: lead), append(current, value) else { return nil }
    }
    return Polynomial(
      layout: layout, monomials: quotientWords, coefficients: quotientCoefficients)
  }

  /// Adds the quotient term that cancels this monomial; false when there is none.
  private mutating func append(_ monomial: [UInt64], _ coefficient: Integer) -> Bool {
    for offset in 0..<layout.stride {
      let lead = divisor.monomials[offset]
      guard layout.isMultiple(monomial[offset], of: lead),
        layout.isMultiple(quotientDegrees[offset], of: monomial[offset] &- lead)
      else { return false }
      quotientWords.append(monomial[offset] &- lead)
    }
    quotientCoefficients.append(coefficient)
    let awake = waiting
    waiting.removeAll(keepingCapacity: true)
    for term in awake {
      setProduct(of: term)
      push(term)
    }
    return true
  }

  private mutating func setProduct(of term: Int) {
    let stride = layout.stride
    for offset in 0..<stride {
      products[term * stride + offset] =
        divisor.monomials[term * stride + offset]
        &+ quotientWords[cursor[term] * stride + offset]
    }
  }

  /// Moves the top divisor term on to its next product.
  private mutating func advance() {
    let term = heap[0]
    cursor[term] += 1
    if cursor[term] < quotientCoefficients.count {
      setProduct(of: term)
    } else {
      waiting.append(term)
      let last = heap.removeLast()
      if heap.isEmpty { return }
      heap[0] = last
    }
    siftDown()
  }

  private func isLess(_ a: Int, _ b: Int) -> Bool {
    let stride = layout.stride
    return Polynomial.compare(products, a * stride, products, b * stride, stride) < 0
  }

  private mutating func push(_ term: Int) {
    heap.append(term)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      if !isLess(heap[parent], heap[child]) { break }
      heap.swapAt(parent, child)
      child = parent
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var child = 2 * parent + 1
      if child >= heap.count { break }
      if child + 1 < heap.count && isLess(heap[child], heap[child + 1]) { child += 1 }
      if !isLess(heap[parent], heap[child]) { break }
      heap.swapAt(parent, child)
      parent = child
    }
  }
}
