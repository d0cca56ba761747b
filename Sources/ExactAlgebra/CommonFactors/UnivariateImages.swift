/// The images of a polynomial modulo a prime in each of its variables, the others being fixed at
/// one common point.
///
/// The image in v is p(a₁, …, a_v t, …) as a polynomial in t: one pass over the terms serves all.
struct UnivariateImages {
  /// The residues of all images, variable by variable, lowest power first.
  private var sums: [UInt64] = []
  /// For each variable below the layout's count where its residues end.
  private var ends: [Int] = []

  /// - Precondition: `point` has a nonzero residue for every variable of the layout.
  init(_ polynomial: Polynomial, field: PrimeField, point: [UInt64]) {
    let layout = polynomial.layout
    var columns: [Column] = []
    var powers: [UInt64] = []
    for (variable, degree) in polynomial.degrees.enumerated() {
      if degree > 0 {
        columns.append(
          Column(
            word: layout.word(of: variable), shift: layout.shift(of: variable),
            start: powers.count))
        var power: UInt64 = 1
        powers.append(power)
        for _ in 0..<degree {
          power = field.multiply(power, point[variable])
          powers.append(power)
        }
      }
      ends.append(powers.count)
    }
    sums = [UInt64](repeating: 0, count: powers.count)
    let (stride, mask) = (layout.stride, layout.fieldMask)
    polynomial.monomials.withUnsafeBufferPointer { monomials in
      for term in 0..<polynomial.termCount {
        let first = term &* stride
        func place(_ column: Column) -> Int {
          column.start &+ Int((monomials[first &+ column.word] >> column.shift) & mask)
        }
        var value = polynomial.residue(ofCoefficient: term, field)
        for column in columns { value = field.multiply(value, powers[place(column)]) }
        for column in columns {
          let place = place(column)
          sums[place] = field.add(sums[place], value)
        }
      }
    }
  }

  /// A variable that occurs: where its exponents stand, and where its powers begin among all.
  private struct Column {
    let word: Int
    let shift: UInt64
    let start: Int
  }

  /// The number of variables.
  var count: Int { ends.count }

  /// The image in a variable; empty where that does not occur.
  subscript(variable: Int) -> ArraySlice<UInt64> {
    sums[(variable == 0 ? 0 : ends[variable - 1])..<ends[variable]]
  }

  /// Upper bounds of the degrees of the greatest common divisor in every variable.
  ///
  /// Let G divide A and B. Where the leading coefficient of A in v does not vanish at the point,
  /// that of G does not either, so the image of G has the full degree of G and divides both images.
  /// nil when the leading coefficients vanish: the point proves nothing.
  static func gcdDegreeBounds(
    _ left: UnivariateImages, _ right: UnivariateImages, field: PrimeField
  ) -> [Int]? {
    var bounds: [Int] = []
    for variable in 0..<min(left.count, right.count) {
      let (a, b) = (left[variable], right[variable])
      if a.isEmpty || b.isEmpty {
        bounds.append(0)
      } else if a.last == 0 && b.last == 0 {
        return nil
      } else {
        bounds.append(max(field.gcd(Array(a), Array(b)).count - 1, 0))
      }
    }
    return bounds
  }
}
