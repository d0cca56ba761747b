/// Finds out whether sums Σ factor · value vanish, for many sums of multiples of the same values.
///
/// Nothing is expanded: the products' terms pass through a small hash table, the greatest monomials
/// first, and all of a range must cancel before the next one begins.
struct ZeroTest<Word: PackedMonomial>: ~Copyable {
  private struct Value {
    let terms: TermStorage
    /// The greatest magnitude of a coefficient.
    let height: UInt
  }

  /// What is left of a value times one term.
  private struct Stream {
    let value: Int
    let shift: Word
    let factor: Int
    /// The number of terms of the value.
    let count: Int
    var position = 0
    /// Where the range ends that is being looked at.
    var end = 0
  }

  private let layout: MonomialLayout
  private let values: [Value]
  private var table = CancellationTable<Word>()
  private var streams: [Stream] = []
  /// A bound of every partial sum of coefficients; nil when it may leave the machine word.
  private var height: UInt? = 0

  /// nil where a coefficient does not fit a machine word.
  ///
  /// - Precondition: the values have one layout, as wide as the word, with room for the exponents
  ///   of every factor.
  init?(_ values: [Polynomial], layout: MonomialLayout) {
    var kept: [Value] = []
    for value in values {
      guard case .small(let coefficients) = value.coefficients else { return nil }
      kept.append(
        Value(terms: value.storage, height: coefficients.reduce(0) { max($0, $1.magnitude) }))
    }
    self.values = kept
    self.layout = layout
  }

  /// Adds ± factor times the value of that number to the sum.
  mutating func add(_ factor: Polynomial, times value: Int, isNegative: Bool = false) {
    let (count, height) = (values[value].terms.termCount, values[value].height)
    if count == 0 { return }
    guard case .small(let coefficients) = factor.coefficients else {
      self.height = nil
      return
    }
    for term in 0..<factor.termCount {
      let coefficient = coefficients[term]
      raiseHeight(coefficient.magnitude, height)
      streams.append(
        Stream(
          value: value, shift: shift(by: term, of: factor),
          factor: isNegative ? 0 &- coefficient : coefficient, count: count))
    }
  }

  /// The monomial of a term in the layout of the test.
  private func shift(by term: Int, of factor: Polynomial) -> Word {
    let own = factor.layout
    var shift: Word = 0
    if own.bits == layout.bits && own.stride <= layout.stride {
      // Fields of the same width lie in the same places.
      let words = factor.monomials
      for offset in 0..<own.stride {
        let word = words[term &* own.stride &+ offset]
        shift |= Word(truncatingIfNeeded: word) &<< Word(64 &* (Word.wordCount &- 1 &- offset))
      }
      return shift
    }
    factor.forEachExponent(of: term) { variable, exponent in
      let word = Word.wordCount - 1 - layout.word(of: variable)
      let place = 64 &* word &+ Int(layout.shift(of: variable))
      shift |= Word(truncatingIfNeeded: exponent) &<< Word(truncatingIfNeeded: place)
    }
    return shift
  }

  private mutating func raiseHeight(_ left: UInt, _ right: UInt) {
    guard let old = height else { return }
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    let (sum, sumOverflow) = old.addingReportingOverflow(product)
    height = overflow || sumOverflow || sum > UInt(Int.max) ? nil : sum
  }

  /// Whether the sum is zero, after which the next sum may begin; nil where a partial sum might
  /// leave the machine word.
  mutating func vanishes() -> Bool? {
    defer {
      streams.removeAll(keepingCapacity: true)
      height = 0
    }
    if height == nil { return nil }
    var isLast = false
    while !isLast {
      let least = leastOfNextRange()
      isLast = least == 0
      var count = 0
      for index in streams.indices {
        let end = end(of: streams[index], notBelow: least)
        streams[index].end = end
        count += end - streams[index].position
      }
      // What cancels comes twice at least.
      table.begin(expecting: count / 2)
      addRanges()
      if !table.isZero { return false }
    }
    return true
  }

  /// At most so many terms of a stream lie in a range of monomials.
  private static var rangeLength: Int { 512 }

  /// The end of a range that no stream has too many terms in; 0 when all are short.
  private func leastOfNextRange() -> Word {
    var least: Word = 0
    for stream in streams {
      let next = stream.position + ZeroTest.rangeLength
      if next < stream.count {
        least = max(least, monomial(next, of: stream))
      }
    }
    return least
  }

  private func monomial(_ index: Int, of stream: Stream) -> Word {
    values[stream.value].terms.withTerms { words, _ in Word(in: words, at: index) &+ stream.shift }
  }

  /// Where the terms of a stream end that are not below a monomial.
  private func end(of stream: Stream, notBelow least: Word) -> Int {
    if least == 0 { return stream.count }
    var (end, high) = (
      stream.position, min(stream.count, stream.position + ZeroTest.rangeLength + 1)
    )
    while end < high {
      let middle = (end + high) / 2
      if monomial(middle, of: stream) >= least { end = middle + 1 } else { high = middle }
    }
    return end
  }

  /// Adds the terms of all streams up to the end of the range.
  private mutating func addRanges() {
    for index in streams.indices {
      let stream = streams[index]
      values[stream.value].terms.withTerms { words, coefficients in
        table.add(
          words, coefficients, stream.position..<stream.end, times: stream.shift, stream.factor)
      }
      streams[index].position = stream.end
    }
  }
}
