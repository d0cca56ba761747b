/// The images of a polynomial in its main variable 0 at the points (b₁ᵗ, b₂ᵗ, …, fixed) for
/// t = 1, 2, …
struct GeometricImages {
  private let field: PrimeField
  private let degree: Int
  private var powers: [Int] = []
  private var values: [UInt64] = []
  private var ratios: [UInt64] = []

  /// Variables 1, 2, … get the powers of `base`, those after them the `fixed` values.
  init(_ polynomial: Polynomial, field: PrimeField, base: [UInt64], fixed: [UInt64]) {
    self.field = field
    degree = polynomial.degree(in: 0)
    let degrees = polynomial.degrees
    let unused = max(0, degrees.count - 1 - base.count - fixed.count)
    let points = [1] + base + fixed + [UInt64](repeating: 1, count: unused)
    let tables = degrees.indices.map { field.powers(of: points[$0], through: degrees[$0]) }
    var last: [Int] = []
    for term in 0..<polynomial.termCount {
      var exponents: [Int] = []
      var value = polynomial.residue(ofCoefficient: term, field)
      var ratio: UInt64 = 1
      for variable in degrees.indices {
        let exponent = polynomial.exponent(of: variable, in: term)
        if variable <= base.count {
          exponents.append(exponent)
          if variable > 0 { ratio = field.multiply(ratio, tables[variable][exponent]) }
        } else {
          value = field.multiply(value, tables[variable][exponent])
        }
      }
      if !values.isEmpty && exponents == last {
        values[values.count - 1] = field.add(values[values.count - 1], value)
      } else {
        values.append(value)
        ratios.append(ratio)
        powers.append(exponents.first ?? 0)
        last = exponents
      }
    }
  }

  /// The residues of the next image, lowest power first.
  mutating func next() -> [UInt64] {
    var image = [UInt64](repeating: 0, count: degree + 1)
    for index in values.indices {
      let value = field.multiply(values[index], ratios[index])
      values[index] = value
      image[powers[index]] = field.add(image[powers[index]], value)
    }
    return image
  }
}
