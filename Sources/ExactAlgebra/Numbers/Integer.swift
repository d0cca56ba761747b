/// A whole number of any size.
///
/// **Invariant.** A value that fits a machine word is stored as one; limbs hold only the others.
public struct Integer: Hashable, Sendable {
  enum Storage: Hashable, Sendable {
    case small(Int)
    case large(negative: Bool, limbs: [UInt])
  }

  let storage: Storage

  /// The integer with the value of a machine word.
  @inlinable
  public init(_ value: Int) {
    self.init(word: value)
  }

  @usableFromInline
  init(word: Int) {
    storage = .small(word)
  }

  /// The integer with this sign and these limbs, least significant first.
  init(negative: Bool, limbs: [UInt]) {
    var limbs = limbs
    Limbs.trim(&limbs)
    guard let lowest = limbs.first else {
      storage = .small(0)
      return
    }
    if limbs.count == 1 {
      if lowest <= UInt(Int.max) {
        storage = .small(negative ? -Int(lowest) : Int(lowest))
        return
      }
      if negative && lowest == UInt(Int.max) + 1 {
        storage = .small(Int.min)
        return
      }
    }
    storage = .large(negative: negative, limbs: limbs)
  }

  /// The integer with the value of a word without sign.
  init(magnitude: UInt) {
    storage =
      magnitude <= UInt(Int.max)
      ? .small(Int(magnitude)) : .large(negative: false, limbs: [magnitude])
  }

  /// The integer with the value of a double word.
  init(_ wide: Int128) {
    if let word = Int(exactly: wide) {
      storage = .small(word)
    } else {
      let magnitude = wide.magnitude
      storage =
        Integer(
          negative: wide < 0,
          limbs: [UInt(truncatingIfNeeded: magnitude), UInt(truncatingIfNeeded: magnitude >> 64)]
        ).storage
    }
  }

  /// The neutral element of addition.
  public static let zero = Integer(0)
  /// The neutral element of multiplication.
  public static let one = Integer(1)

  /// Whether the value is 0.
  public var isZero: Bool { storage == .small(0) }
  /// Whether the value is 1.
  public var isOne: Bool { storage == .small(1) }

  /// Whether the value is below 0.
  public var isNegative: Bool {
    switch storage {
    case .small(let word): word < 0
    case .large(let negative, _): negative
    }
  }

  /// −1, 0 or 1.
  public var signum: Int {
    switch storage {
    case .small(let word): word.signum()
    case .large(let negative, _): negative ? -1 : 1
    }
  }

  /// The value as a machine word when it fits one.
  public var asInt: Int? {
    switch storage {
    case .small(let word): word
    case .large: nil
    }
  }

  /// The absolute value.
  public var magnitude: Integer { isNegative ? -self : self }

  /// The number of bits of the magnitude; 0 for zero.
  public var bitWidth: Int {
    switch storage {
    case .small(let word): UInt.bitWidth - word.magnitude.leadingZeroBitCount
    case .large(_, let limbs): Limbs.bitWidth(limbs)
    }
  }

  /// The limbs of the magnitude, least significant first.
  var magnitudeLimbs: [UInt] {
    switch storage {
    case .small(let word): word == 0 ? [] : [word.magnitude]
    case .large(_, let limbs): limbs
    }
  }
}

extension Integer: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) {
    self.init(value)
  }
}

extension Integer: Comparable {
  public static func < (left: Integer, right: Integer) -> Bool {
    switch (left.storage, right.storage) {
    case (.small(let a), .small(let b)):
      return a < b
    case (.small, .large(let negative, _)):
      return !negative
    case (.large(let negative, _), .small):
      return negative
    case (.large(let negative, let a), .large(let otherNegative, let b)):
      if negative != otherNegative { return negative }
      return negative ? Limbs.isLess(b, a) : Limbs.isLess(a, b)
    }
  }
}
