/// The terms of a polynomial in one object: coefficients that are words, then packed monomials.
///
/// A copy is one more reference to the object.
///
/// **Invariant.** Nothing is written once the object is made, so threads may share it.
struct TermStorage: @unchecked Sendable {
  private struct Header {
    let layout: MonomialLayout
    let termCount: Int
    /// Where the monomials begin; there is room for as many coefficients before them.
    let start: Int
    /// All coefficients where they are no words.
    let integers: [Integer]?
  }

  /// Where the terms of an object are written while it is made.
  struct Room {
    let coefficients: UnsafeMutableBufferPointer<Int>
    /// `layout.stride` words for each term.
    let monomials: UnsafeMutableBufferPointer<UInt64>
  }

  private let object: ManagedBuffer<Header, UInt64>

  /// Terms with coefficients that are words.
  ///
  /// - Parameter write: fills the room from its beginning and gives the number of terms.
  @inline(__always)
  init(layout: MonomialLayout, capacity: Int, _ write: (Room) -> Int) {
    let size = capacity * layout.stride
    object = ManagedBuffer<Header, UInt64>.create(minimumCapacity: capacity + size) { object in
      let count = object.withUnsafeMutablePointerToElements { words in
        let coefficients = UnsafeMutableRawPointer(words).bindMemory(
          to: Int.self, capacity: capacity)
        return write(
          Room(
            coefficients: UnsafeMutableBufferPointer(start: coefficients, count: capacity),
            monomials: UnsafeMutableBufferPointer(start: words + capacity, count: size)))
      }
      precondition(count >= 0 && count <= capacity, "more terms than there is room for")
      return Header(layout: layout, termCount: count, start: capacity, integers: nil)
    }
  }

  /// Terms with coefficients of any size, which lie in an array of their own.
  ///
  /// - Parameter write: fills all of the monomials.
  @inline(__always)
  init(
    layout: MonomialLayout, integers: [Integer],
    _ write: (UnsafeMutableBufferPointer<UInt64>) -> Void
  ) {
    let size = integers.count * layout.stride
    object = ManagedBuffer<Header, UInt64>.create(minimumCapacity: size) { object in
      object.withUnsafeMutablePointerToElements { words in
        write(UnsafeMutableBufferPointer(start: words, count: size))
      }
      return Header(layout: layout, termCount: integers.count, start: 0, integers: integers)
    }
  }

  @inline(__always)
  private func header<Value>(_ path: (borrowing Header) -> Value) -> Value {
    object.withUnsafeMutablePointerToHeader { path($0.pointee) }
  }

  @inline(__always)
  var layout: MonomialLayout { header { $0.layout } }

  @inline(__always)
  var termCount: Int { header { $0.termCount } }

  @inline(__always)
  var monomials: StoredWords<UInt64> {
    let (start, count) = header { ($0.start, $0.termCount &* $0.layout.stride) }
    return StoredWords(self, start: start, count: count)
  }

  @inline(__always)
  var coefficients: Coefficients {
    if let integers = header({ $0.integers }) { return .large(integers) }
    return .small(StoredWords(self, start: 0, count: termCount))
  }

  /// Whether both are one object.
  @inline(__always)
  static func === (left: TermStorage, right: TermStorage) -> Bool { left.object === right.object }

  /// - Precondition: `body` does not let the pointer escape.
  @inline(__always)
  func withWords<Result, Failure: Error>(
    _ body: (UnsafePointer<UInt64>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try object.withUnsafeMutablePointerToElements { words throws(Failure) in
      try body(UnsafePointer(words))
    }
  }

  /// Calls `body` with the monomials and with the coefficients that are words, of which there are
  /// none where one does not fit.
  ///
  /// - Precondition: `body` does not let the pointers escape.
  @inline(__always)
  func withTerms<Result, Failure: Error>(
    _ body: (UnsafePointer<UInt64>, UnsafeBufferPointer<Int>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let (start, count) = header { ($0.start, $0.integers == nil ? $0.termCount : 0) }
    return try withWords { words throws(Failure) in
      let coefficients = UnsafeRawPointer(words).assumingMemoryBound(to: Int.self)
      return try body(
        words + start, UnsafeBufferPointer(start: coefficients, count: count))
    }
  }
}
