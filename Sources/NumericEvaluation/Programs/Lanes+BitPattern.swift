extension Lanes {
  /// The bits of every lane.
  ///
  /// The library has bit patterns for single numbers only; taken one by one they would leave the vector
  /// registers. Both types are eight 64-bit words without padding, and every word is a value of each, so
  /// the cast can neither fail nor make an invalid value. It stands here and nowhere else.
  @inline(__always)
  var bitPattern: SIMD8<UInt64> { unsafeBitCast(self, to: SIMD8<UInt64>.self) }

  /// The numbers with these bits; see ``bitPattern``.
  @inline(__always)
  init(bitPattern: SIMD8<UInt64>) { self = unsafeBitCast(bitPattern, to: Lanes.self) }
}
