/// The coefficients or the monomials of a polynomial, in the object that holds both.
///
/// It keeps the object alive.
struct StoredWords<Word: FixedWidthInteger & Sendable>: RandomAccessCollection, Sendable {
  private let storage: TermStorage
  private let start: Int
  let count: Int

  /// - Precondition: so many words lie there that were written as words of this type.
  @inline(__always)
  init(_ storage: TermStorage, start: Int, count: Int) {
    self.storage = storage
    self.start = start
    self.count = count
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  @inline(__always)
  subscript(index: Int) -> Word {
    precondition(index >= 0 && index < count, "no such word")
    return withUnsafeBufferPointer { $0[index] }
  }

  /// Calls `body` with all words, which lie in a row until it returns.
  @inline(__always)
  func withUnsafeBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<Word>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try storage.withWords { words throws(Failure) in
      let own = UnsafeRawPointer(words + start).assumingMemoryBound(to: Word.self)
      return try body(UnsafeBufferPointer(start: own, count: count))
    }
  }

  @inline(__always)
  func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Word>) throws -> Result
  ) rethrows -> Result? {
    try withUnsafeBufferPointer(body)
  }
}

extension StoredWords: Hashable {
  static func == (left: StoredWords, right: StoredWords) -> Bool {
    left.count == right.count
      && left.withUnsafeBufferPointer { a in
        right.withUnsafeBufferPointer { b in a.indices.allSatisfy { a[$0] == b[$0] } }
      }
  }

  func hash(into hasher: inout Hasher) {
    withUnsafeBufferPointer { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
