import ExactAlgebra
import NumericEvaluation

extension Enclosure {
  /// A rounded value between the bounds, as LaTeX with four digits.
  var latex: String {
    let value = middle.doubleValue
    if value == 0 { return "0" }
    var exponent = 0
    var mantissa = middle
    while mantissa.magnitude >= 10 {
      mantissa /= 10
      exponent += 1
    }
    while mantissa.magnitude < 1 {
      mantissa *= 10
      exponent -= 1
    }
    if (-3...4).contains(exponent) {
      return Self.decimal(middle, digits: max(0, 3 - exponent))
    }
    return Self.decimal(mantissa, digits: 3) + " \\times 10^{\(exponent)}"
  }

  private static func decimal(_ value: Rational, digits: Int) -> String {
    let scale = Integer(10).power(digits)
    let scaled = value.magnitude * Rational(scale)
    let (quotient, _) = (scaled.numerator * 2 + scaled.denominator)
      .quotientAndRemainder(dividingBy: scaled.denominator * 2)
    let (whole, rest) = quotient.quotientAndRemainder(dividingBy: scale)
    var text = rest.description
    while text.utf8.count < digits { text = "0" + text }
    return (value < 0 ? "-" : "") + whole.description + (digits > 0 ? "." + text : "")
  }
}
