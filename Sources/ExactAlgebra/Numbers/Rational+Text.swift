extension Rational: CustomStringConvertible {
  /// The exact value of `3/4`, `-2`, `0.25` or `1e-3`; nil for any other text.
  ///
  /// An exponent beyond ±100000 is refused, since its digits would be written out.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let top = Integer(String(parts[0])), let bottom = Integer(String(parts[1])),
        !bottom.isZero, parts[1].first?.isNumber == true
      else { return nil }
      self.init(top, bottom)
      return
    }
    var mantissa = text[...]
    var exponent = 0
    if let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      guard let value = Int(text[text.index(after: mark)...]), abs(value) <= 100_000 else {
        return nil
      }
      exponent = value
      mantissa = text[..<mark]
    }
    var digits = String(mantissa)
    if let point = mantissa.firstIndex(of: ".") {
      let fraction = mantissa[mantissa.index(after: point)...]
      let whole = mantissa[..<point]
      guard whole.last?.isNumber == true || fraction.first?.isNumber == true else { return nil }
      digits = String(whole + fraction)
      exponent -= fraction.utf8.count
    }
    guard let value = Integer(digits) else { return nil }
    let scale = Integer(10).power(abs(exponent))
    if exponent < 0 {
      self.init(value, scale)
    } else {
      self.init(value * scale)
    }
  }

  public var description: String {
    isInteger ? numerator.description : "\(numerator)/\(denominator)"
  }
}
