/// Arithmetic modulo the prime 2⁶¹ − 1.
///
/// Operands are residues: less than `modulus`.
public struct PrimeField: Hashable, Sendable {
  /// The prime: 2⁶¹ − 1, or another one below 2⁶² for lifting inside this module.
  public let modulus: UInt64

  static let mersenne: UInt64 = (1 << 61) - 1

  /// The field of the residues modulo 2⁶¹ − 1.
  public init() {
    modulus = PrimeField.mersenne
  }

  /// The field of another prime.
  ///
  /// - Precondition: `prime` is an odd prime below 2⁶².
  init(prime: UInt64) {
    precondition(prime > 2 && prime < 1 << 62, "prime out of range")
    modulus = prime
  }

  /// The residue of the sum.
  public func add(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let sum = a &+ b
    return sum >= modulus ? sum &- modulus : sum
  }

  /// The residue of the difference.
  public func subtract(_ a: UInt64, _ b: UInt64) -> UInt64 {
    a >= b ? a &- b : a &+ modulus &- b
  }

  /// The residue of the negative.
  public func negate(_ a: UInt64) -> UInt64 {
    a == 0 ? 0 : modulus &- a
  }

  /// The residue of the product.
  public func multiply(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (high, low) = a.multipliedFullWidth(by: b)
    if modulus == PrimeField.mersenne {
      // 2⁶¹ ≡ 1, so the bits from 61 upward are added to those below.
      let folded = (high << 3 | low >> 61) &+ (low & PrimeField.mersenne)
      return folded >= PrimeField.mersenne ? folded &- PrimeField.mersenne : folded
    }
    return modulus.dividingFullWidth((high, low)).remainder
  }

  /// The residue of the power; 1 for exponent 0.
  ///
  /// - Precondition: `exponent` is not negative.
  public func power(_ base: UInt64, _ exponent: Int) -> UInt64 {
    precondition(exponent >= 0, "negative exponent of a residue")
    var result: UInt64 = 1
    var square = base
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = multiply(result, square) }
      square = multiply(square, square)
      rest >>= 1
    }
    return result
  }

  /// The inverse; nil for zero.
  public func inverse(_ a: UInt64) -> UInt64? {
    if a == 0 { return nil }
    // Extended Euclid: a·x ≡ r (mod p) for both pairs.
    var (r, next) = (Int64(modulus), Int64(a))
    var (x, nextX) = (Int64(0), Int64(1))
    while next != 0 {
      let quotient = r / next
      (r, next) = (next, r - quotient * next)
      (x, nextX) = (nextX, x - quotient * nextX)
    }
    return x < 0 ? UInt64(x + Int64(modulus)) : UInt64(x)
  }

  /// The residue of an integer, which is never negative.
  public func reduce(_ value: Integer) -> UInt64 {
    value.remainder(modulo: modulus)
  }

  /// The residue of a word.
  func reduce(_ word: Int) -> UInt64 {
    let magnitude = UInt64(word.magnitude)
    let residue = magnitude < modulus ? magnitude : magnitude % modulus
    return word < 0 ? negate(residue) : residue
  }

  /// The residue of a fraction; nil when the prime divides its denominator.
  public func reduce(_ value: Rational) -> UInt64? {
    guard let inverse = inverse(reduce(value.denominator)) else { return nil }
    return multiply(reduce(value.numerator), inverse)
  }

  /// One of the two roots; nil when the residue is not a square.
  ///
  /// - Precondition: the modulus is 3 modulo 4, as 2⁶¹ − 1 is.
  public func squareRoot(_ a: UInt64) -> UInt64? {
    precondition(modulus & 3 == 3, "square root needs a prime that is 3 modulo 4")
    // a^((p+1)/4) squared is a·a^((p−1)/2), which is a when a is a square.
    let root = power(a, Int((modulus + 1) / 4))
    return multiply(root, root) == a ? root : nil
  }
}
