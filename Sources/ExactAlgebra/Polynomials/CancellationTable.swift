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

  /// A word with every bit set stands for no product: exponents below half of what a field holds do
  /// not add up to ones only.
  private static func emptySlots(_ capacity: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: capacity)
    slots.initialize(repeating: Slot(key: .max, sum: 0), count: capacity)
    return slots
  }

  /// Whether everything that was added has cancelled.
  var isZero: Bool { nonzero == 0 }

  /// Adds terms times one term; sums wrap around.
  mutating func add(
    _ words: UnsafePointer<UInt64>, _ coefficients: UnsafeBufferPointer<Int>, _ terms: Range<Int>,
    times shift: Word, _ factor: Int
  ) {
    // Room for every key to be new, so that nothing moves in the loop.
    if 2 * (used + terms.count) > capacity { makeRoom(for: terms.count) }
    let (slots, mask, bits) = (slots, capacity &- 1, bits)
    var (used, nonzero) = (used, nonzero)
    for index in terms {
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

  /// Forgets what has cancelled, where that makes the next terms easier to place.
  ///
  /// - Precondition: everything has.
  /// - Parameter count: about how many different monomials are to come.
  mutating func begin(expecting count: Int) {
    if 2 * count > capacity {
      grow(toHold: count)
      slots.deallocate()
      slots = CancellationTable.emptySlots(capacity)
    } else if 4 * used > capacity {
      slots.update(repeating: Slot(key: .max, sum: 0), count: capacity)
    } else {
      return
    }
    used = 0
  }

  private mutating func grow(toHold count: Int) {
    while 2 * count > capacity {
      bits += 1
      capacity *= 2
    }
  }

  private mutating func makeRoom(for count: Int) {
    let (old, oldCapacity) = (slots, capacity)
    grow(toHold: used + count)
    slots = CancellationTable.emptySlots(capacity)
    for index in 0..<oldCapacity where old[index].key != .max {
      var place = CancellationTable.place(of: old[index].key, bits)
      while slots[place].key != .max { place = (place + 1) & (capacity - 1) }
      slots[place] = old[index]
    }
    old.deallocate()
  }
}
