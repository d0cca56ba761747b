/// A hash table of terms that only finds out whether all of them cancel.
///
/// Entries whose sum is zero again stay and serve the next sum.
struct CancellationTable<Word: PackedMonomial>: ~Copyable {
  private struct Slot {
    var key: Word
    var sum: Int
  }

  private var slots: UnsafeMutablePointer<Slot>
  /// 2 to the power `bits`.
  private var capacity: Int
  private var bits: UInt64
  private var used = 0
  private var nonzero = 0

  init() {
    bits = 9
    capacity = 1 << 9
    slots = CancellationTable.emptySlots(capacity)
  }

  deinit {
    slots.deallocate()
  }

  /// A word with every bit set stands for no monomial: the layouts keep one value free.
  private static func emptySlots(_ capacity: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: capacity)
    slots.initialize(repeating: Slot(key: .max, sum: 0), count: capacity)
    return slots
  }

  /// Whether the sum is zero; nil where a partial sum might leave the machine word, or where a
  /// coefficient or a monomial does not fit.
  ///
  /// - Precondition: the sums before this one were zero.
  mutating func isZero(_ sum: ProductSum) -> Bool? {
    guard sum.layout.stride == Word.wordCount, sum.height != nil else { return nil }
    if 4 * used > capacity { forget() }
    for product in sum.products {
      guard case .small(let factors) = product.short.coefficients,
        case .small(let coefficients) = product.long.coefficients
      else { return nil }
      product.short.monomials.withUnsafeBufferPointer { shifts in
        product.long.monomials.withUnsafeBufferPointer { words in
          coefficients.withUnsafeBufferPointer { coefficients in
            guard let shifts = shifts.baseAddress, let words = words.baseAddress else { return }
            for term in product.range {
              add(
                words, coefficients, times: Word(in: shifts, at: term),
                product.isNegative ? 0 &- factors[term] : factors[term])
            }
          }
        }
      }
    }
    return nonzero == 0
  }

  /// Whether every sum is zero.
  static func areAllZero<Sums: Sequence<ProductSum>>(_ sums: Sums) -> Bool {
    var table = CancellationTable()
    for sum in sums {
      // Where words do not do, the sum is expanded with coefficients of any size.
      guard table.isZero(sum) ?? sum.polynomial().isZero else { return false }
    }
    return true
  }

  /// Adds a list of terms times one term.
  private mutating func add(
    _ words: UnsafePointer<UInt64>, _ coefficients: UnsafeBufferPointer<Int>, times shift: Word,
    _ factor: Int
  ) {
    // Room for every key to be new, so that nothing moves in the loop.
    while 2 * (used + coefficients.count) > capacity { grow() }
    let (slots, mask, bits) = (slots, capacity &- 1, bits)
    var (used, nonzero) = (used, nonzero)
    for index in 0..<coefficients.count {
      let key = Word(in: words, at: index) &+ shift
      var place = CancellationTable.place(of: key, bits)
      while slots[place].key != key {
        if slots[place].key == .max {
          slots[place].key = key
          used &+= 1
          break
        }
        place = (place &+ 1) & mask
      }
      let old = slots[place].sum
      let new = old &+ coefficients[index] &* factor
      slots[place].sum = new
      nonzero &+= (new == 0 ? 0 : 1) &- (old == 0 ? 0 : 1)
    }
    (self.used, self.nonzero) = (used, nonzero)
  }

  /// Fibonacci hashing: the highest bits of the product depend on all bits of the key.
  @inline(__always)
  private static func place(of key: Word, _ bits: UInt64) -> Int {
    let low = UInt64(truncatingIfNeeded: key)
    let high = Word.wordCount == 1 ? 0 : UInt64(truncatingIfNeeded: key >> 64)
    let mixed = (low ^ high &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> (64 &- bits))
  }

  /// Empties the table, all sums being zero.
  private mutating func forget() {
    slots.update(repeating: Slot(key: .max, sum: 0), count: capacity)
    used = 0
  }

  private mutating func grow() {
    let (old, count) = (slots, capacity)
    bits += 2
    capacity *= 4
    slots = CancellationTable.emptySlots(capacity)
    for index in 0..<count where old[index].key != .max {
      var place = CancellationTable.place(of: old[index].key, bits)
      while slots[place].key != .max { place = (place + 1) & (capacity - 1) }
      slots[place] = old[index]
    }
    old.deallocate()
  }
}

extension ProductSum {
  /// A bound of every partial sum of coefficients; nil when it may leave the machine word.
  fileprivate var height: Int? {
    var total: UInt = 0
    for product in products {
      guard case .small(let factors) = product.short.coefficients,
        case .small(let coefficients) = product.long.coefficients
      else { return nil }
      var (sum, highest): (UInt, UInt) = (0, 0)
      for term in product.range {
        let (next, overflow) = sum.addingReportingOverflow(factors[term].magnitude)
        if overflow { return nil }
        sum = next
      }
      for coefficient in coefficients { highest = max(highest, coefficient.magnitude) }
      let (bound, overflow) = sum.multipliedReportingOverflow(by: highest)
      let (next, sumOverflow) = total.addingReportingOverflow(bound)
      if overflow || sumOverflow || next > UInt(Int.max) { return nil }
      total = next
    }
    return Int(total)
  }
}
