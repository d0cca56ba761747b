/// Division of one polynomial by another in the same layout, which stops at the first sign that it
/// is not exact.
///
/// The products of divisor and quotient terms are met in descending order through a heap with one
/// entry for each divisor term: Johnson (1974); Monagan and Pearce (2007).
struct ExactDivision {
  private struct Entry {
    let monomial: UInt64
    let divisorTerm: Int
  }

  /// What a division in machine words can end with.
  enum WordOutcome {
    case quotient(Polynomial)
    case inexact
    /// A coefficient left the word; larger integers must decide.
    case overflow
  }

  private let layout: MonomialLayout
  private let divisor: StoredWords<UInt64>
  private let divisorCoefficients: StoredWords<Int>
  private var heap: [Entry] = []
  /// For each divisor term the quotient term it meets next.
  private var cursor: [Int]
  /// Divisor terms that wait for the next quotient term.
  private var waiting: [Int]
  private var quotient: [UInt64] = []
  private var quotientCoefficients: [Int] = []

  /// Division of polynomials with one word for each monomial and word coefficients.
  static func words(
    _ layout: MonomialLayout, _ a: StoredWords<UInt64>, _ x: StoredWords<Int>,
    _ b: StoredWords<UInt64>, _ y: StoredWords<Int>, quotientDegrees: UInt64
  ) -> WordOutcome {
    var division = ExactDivision(layout, b, y)
    return division.run(a, x, quotientDegrees)
  }

  private init(
    _ layout: MonomialLayout, _ divisor: StoredWords<UInt64>, _ coefficients: StoredWords<Int>
  ) {
    self.layout = layout
    self.divisor = divisor
    divisorCoefficients = coefficients
    cursor = [Int](repeating: 0, count: divisor.count)
    waiting = Array(1..<max(divisor.count, 1))
  }

  private mutating func run(
    _ a: StoredWords<UInt64>, _ x: StoredWords<Int>, _ quotientDegrees: UInt64
  ) -> WordOutcome {
    let (lead, leadCoefficient) = (divisor[0], Int128(divisorCoefficients[0]))
    var position = 0
    while position < a.count || !heap.isEmpty {
      var monomial: UInt64
      var sum: Int128 = 0
      if let top = heap.first, position == a.count || top.monomial >= a[position] {
        monomial = top.monomial
      } else {
        monomial = a[position]
      }
      if position < a.count && a[position] == monomial {
        sum = Int128(x[position])
        position += 1
      }
      while let top = heap.first, top.monomial == monomial {
        let term = top.divisorTerm
        let product = divisorCoefficients[term].multipliedFullWidth(
          by: quotientCoefficients[cursor[term]])
        let (rest, overflow) = sum.subtractingReportingOverflow(
          Int128(product.high) << 64 | Int128(product.low))
        if overflow { return .overflow }
        sum = rest
        advance(term)
      }
      if sum == 0 { continue }
      guard layout.isMultiple(monomial, of: lead) else { return .inexact }
      let shift = monomial &- lead
      // A quotient of higher degree than dividend minus divisor cannot end exactly.
      guard layout.isMultiple(quotientDegrees, of: shift) else { return .inexact }
      let (value, remainder) = sum.quotientAndRemainder(dividingBy: leadCoefficient)
      if remainder != 0 { return .inexact }
      guard let coefficient = Int(exactly: value) else { return .overflow }
      append(shift, coefficient)
    }
    return .quotient(
      Polynomial(layout: layout, monomials: quotient, coefficients: quotientCoefficients))
  }

  private mutating func append(_ monomial: UInt64, _ coefficient: Int) {
    quotient.append(monomial)
    quotientCoefficients.append(coefficient)
    let awake = waiting
    waiting.removeAll(keepingCapacity: true)
    for term in awake { push(Entry(monomial: divisor[term] &+ monomial, divisorTerm: term)) }
  }

  /// Replaces the top entry, which belongs to `term`, by the term's next product.
  private mutating func advance(_ term: Int) {
    cursor[term] += 1
    if cursor[term] < quotient.count {
      heap[0] = Entry(monomial: divisor[term] &+ quotient[cursor[term]], divisorTerm: term)
    } else {
      waiting.append(term)
      let last = heap.removeLast()
      if heap.isEmpty { return }
      heap[0] = last
    }
    siftDown()
  }

  private mutating func push(_ entry: Entry) {
    heap.append(entry)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      if heap[parent].monomial >= entry.monomial { break }
      heap[child] = heap[parent]
      child = parent
    }
    heap[child] = entry
  }

  private mutating func siftDown() {
    heap.withUnsafeMutableBufferPointer { heap in
      let entry = heap[0]
      var parent = 0
      while true {
        var child = 2 * parent + 1
        if child >= heap.count { break }
        if child + 1 < heap.count && heap[child + 1].monomial > heap[child].monomial { child += 1 }
        if heap[child].monomial <= entry.monomial { break }
        heap[parent] = heap[child]
        parent = child
      }
      heap[parent] = entry
    }
  }
}
