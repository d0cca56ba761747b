/// A monomial packed in one or two machine words, which compares and multiplies as one number.
///
/// The first of two words is the higher one, so the order is that of the words in a row.
protocol PackedMonomial: UnsignedInteger, FixedWidthInteger, Sendable {
  /// The number of words; the stride of the layouts it serves.
  static var wordCount: Int { get }

  /// The monomial of that number in a row of packed words.
  init(in words: UnsafePointer<UInt64>, at index: Int)

  /// Writes the words at the place of that monomial.
  func store(in words: UnsafeMutablePointer<UInt64>, at index: Int)
}

extension UInt64: PackedMonomial {
  static var wordCount: Int { 1 }

  @inline(__always)
  init(in words: UnsafePointer<UInt64>, at index: Int) {
    self = words[index]
  }

  @inline(__always)
  func store(in words: UnsafeMutablePointer<UInt64>, at index: Int) {
    words[index] = self
  }
}

extension UInt128: PackedMonomial {
  static var wordCount: Int { 2 }

  @inline(__always)
  init(in words: UnsafePointer<UInt64>, at index: Int) {
    self = UInt128(words[2 &* index]) << 64 | UInt128(words[2 &* index &+ 1])
  }

  @inline(__always)
  func store(in words: UnsafeMutablePointer<UInt64>, at index: Int) {
    words[2 &* index] = UInt64(truncatingIfNeeded: self >> 64)
    words[2 &* index &+ 1] = UInt64(truncatingIfNeeded: self)
  }
}
