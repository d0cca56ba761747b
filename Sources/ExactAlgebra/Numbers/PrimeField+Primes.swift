import Synchronization

extension PrimeField {
  /// The first of the descending ones, as far as they were asked for.
  private static let known = Mutex([PrimeField()])

  /// Fields of distinct primes, from 2⁶¹ − 1 downward.
  ///
  /// - Precondition: `count` is positive.
  static func descending(count: Int) -> [PrimeField] {
    known.withLock { fields in
      var candidate = fields[fields.count - 1].modulus - 2
      while fields.count < count {
        if isPrime(candidate) { fields.append(PrimeField(prime: candidate)) }
        candidate -= 2
      }
      return Array(fields.prefix(count))
    }
  }

  /// Miller and Rabin; these bases decide every number below 3·10²³ (Sorenson, Webster 2015).
  ///
  /// - Precondition: `candidate` is odd, above 40 and below 2⁶².
  static func isPrime(_ candidate: UInt64) -> Bool {
    let ring = PrimeField(prime: candidate)
    let twos = (candidate - 1).trailingZeroBitCount
    let odd = Int((candidate - 1) >> UInt64(twos))
    for base: UInt64 in [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37] {
      var value = ring.power(base, odd)
      if value == 1 || value == candidate - 1 { continue }
      var composite = true
      for _ in 1..<max(twos, 1) {
        value = ring.multiply(value, value)
        if value == candidate - 1 {
          composite = false
          break
        }
      }
      if composite { return false }
    }
    return true
  }
}
