extension Integer: CustomStringConvertible {
  /// The integer written in decimal with an optional sign; nil for any other text.
  public init?(_ text: String) {
    var digits = Substring(text).utf8[...]
    var negative = false
    if let first = digits.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      negative = first == UInt8(ascii: "-")
      digits = digits.dropFirst()
    }
    if digits.isEmpty { return nil }
    var limbs: [UInt] = []
    var chunk: UInt = 0
    var scale: UInt = 1
    for byte in digits {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      chunk = chunk * 10 + UInt(byte - UInt8(ascii: "0"))
      scale *= 10
      if scale == Integer.decimalChunk {
        Limbs.multiply(&limbs, by: scale, adding: chunk)
        chunk = 0
        scale = 1
      }
    }
    Limbs.multiply(&limbs, by: scale, adding: chunk)
    self.init(negative: negative, limbs: limbs)
  }

  public var description: String {
    switch storage {
    case .small(let word):
      return String(word)
    case .large(let negative, var limbs):
      var chunks: [String] = []
      while !limbs.isEmpty {
        let digits = String(Limbs.divide(&limbs, by: Integer.decimalChunk))
        chunks.append(
          limbs.isEmpty ? digits : String(repeating: "0", count: 18 - digits.count) + digits)
      }
      return (negative ? "-" : "") + chunks.reversed().joined()
    }
  }

  /// The nearest double; infinite beyond its range.
  public var doubleValue: Double {
    switch storage {
    case .small(let word):
      return Double(word)
    case .large(let negative, let limbs):
      let width = Limbs.bitWidth(limbs)
      if width > 1024 { return negative ? -Double.infinity : .infinity }
      let shift = width - 64
      var top = shift > 0 ? Limbs.shiftedRight(limbs, by: shift)[0] : limbs[0]
      // A set bit below the cut decides ties, so it is kept in the lowest place.
      if shift > 0, Limbs.trailingZeroBits(limbs) < shift { top |= 1 }
      let value = Double(sign: .plus, exponent: max(shift, 0), significand: Double(top))
      return negative ? -value : value
    }
  }

  private static let decimalChunk: UInt = 1_000_000_000_000_000_000
}
