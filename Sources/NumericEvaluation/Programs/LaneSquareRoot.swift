/// √x on lanes, by steps that have a vector form everywhere.
///
/// Newton's iteration for 1/√x from a guess by exponent, then one step of Heron's: the error is
/// below one unit in the last place, and a square of a short number has its exact root.
enum LaneSquareRoot {
  /// The numbers whose root the plain form takes.
  static let plainRange = 0x1p-1000...0x1p1000

  /// √x for x in `plainRange`.
  @inline(__always)
  static func plain(_ x: Lanes) -> Lanes {
    let bits = x.bitPattern
    // Half the exponent with its sign turned; the constant makes the guess off by 3.5 % at most.
    let guess = SIMD8<UInt64>(repeating: 0x5FE6_EB50_C7B5_37A9) &- (bits &>> 1)
    let half = x * 0.5
    var y = Lanes(bitPattern: guess)
    y *= 1.5 - half * y * y
    y *= 1.5 - half * y * y
    y *= 1.5 - half * y * y
    let root = x * y
    return 0.5 * (root + x / root)
  }

  /// √x for every x, with the bits of the plain form where that applies.
  @inline(__always)
  static func general(_ x: Lanes) -> Lanes {
    let isSmall = x .< Lanes(repeating: plainRange.lowerBound)
    let isLarge = x .> Lanes(repeating: plainRange.upperBound)
    let scaled = x.replacing(with: x * 0x1p200, where: isSmall)
      .replacing(with: x * 0x1p-200, where: isLarge)
    let root = plain(scaled)
    return root.replacing(with: root * 0x1p-100, where: isSmall)
      .replacing(with: root * 0x1p100, where: isLarge)
      .replacing(with: x, where: x .== Lanes())
      .replacing(with: x, where: x .== Lanes(repeating: .infinity))
      .replacing(with: .nan, where: x .< Lanes())
  }
}
