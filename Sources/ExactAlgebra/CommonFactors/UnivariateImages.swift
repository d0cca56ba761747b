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
    let degrees = polynomial.degrees
    var columns: [Column] = []
    ends.reserveCapacity(degrees.count)
    for (variable, degree) in degrees.enumerated() {
      let start = ends.last ?? 0
      if degree > 0 {
        columns.append(
          Column(
            word: layout.word(of: variable), shift: layout.shift(of: variable), start: start,
            degree: degree, base: point[variable]))
      }
      ends.append(degree > 0 ? start + degree + 1 : start)
    }
    let size = ends.last ?? 0
    sums = [UInt64](repeating: 0, count: size)
    let (stride, mask) = (layout.stride, layout.fieldMask)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: size) { powers in
      for column in columns {
        powers[column.start] = 1
        for place in column.start..<column.start + column.degree {
          powers[place + 1] = field.multiply(powers[place], column.base)
        }
      }
      polynomial.monomials.withUnsafeBufferPointer { monomials in
        columns.withUnsafeBufferPointer { columns in
          sums.withUnsafeMutableBufferPointer { sums in
            for term in 0..<polynomial.termCount {
              func place(_ index: Int) -> Int {
                let packed = monomials[term &* stride &+ columns[index].word]
                return columns[index].start &+ Int((packed >> columns[index].shift) & mask)
              }
              var value = polynomial.residue(ofCoefficient: term, field)
              for index in columns.indices { value = field.multiply(value, powers[place(index)]) }
              for index in columns.indices {
                let place = place(index)
                sums[place] = field.add(sums[place], value)
              }
            }
          }
        }
      }
    }
  }

  /// A variable that occurs.
  private struct Column {
    /// Where its exponents stand.
    let word: Int
    let shift: UInt64
    /// Where its powers begin among those of all.
    let start: Int
    let degree: Int
    /// Its value at the point.
    let base: UInt64
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
    bounds.reserveCapacity(left.count)
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
