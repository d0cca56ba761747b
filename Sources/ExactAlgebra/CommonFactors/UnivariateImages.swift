/// The images of a polynomial modulo a prime in each of its variables, the others being fixed at
/// one common point.
///
/// The image in v is p(a₁, …, a_v t, …) as a polynomial in t: one pass over the terms serves all.
struct UnivariateImages {
  /// For each variable below the layout's count the residues, lowest power first.
  let images: [[UInt64]]

  /// - Precondition: `point` has a nonzero residue for every variable of the layout.
  init(_ polynomial: Polynomial, field: PrimeField, point: [UInt64]) {
    let layout = polynomial.layout
    let degrees = polynomial.degrees
    let used = degrees.indices.filter { degrees[$0] > 0 }
    let tables = used.map { field.powers(of: point[$0], through: degrees[$0]) }
    // One flat table of powers and one flat table of sums, each variable at its own offset.
    var offsets: [Int] = []
    var powers: [UInt64] = []
    for table in tables {
      offsets.append(powers.count)
      powers += table
    }
    var sums = [UInt64](repeating: 0, count: powers.count)
    var places = [Int](repeating: 0, count: used.count)
    let words = used.map { layout.word(of: $0) }
    let shifts = used.map { layout.shift(of: $0) }
    let (stride, mask) = (layout.stride, layout.fieldMask)
    let monomials = polynomial.monomials
    for term in 0..<polynomial.termCount {
      var value = polynomial.residue(ofCoefficient: term, field)
      for index in places.indices {
        let packed = monomials[term &* stride &+ words[index]]
        let place = offsets[index] &+ Int((packed >> shifts[index]) & mask)
        places[index] = place
        value = field.multiply(value, powers[place])
      }
      for place in places { sums[place] = field.add(sums[place], value) }
    }
    var images = [[UInt64]](repeating: [], count: degrees.count)
    for (index, variable) in used.enumerated() {
      images[variable] = Array(sums[offsets[index]...offsets[index] + degrees[variable]])
    }
    self.images = images
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
    for (a, b) in zip(left.images, right.images) {
      if a.isEmpty || b.isEmpty {
        bounds.append(0)
      } else if a.last == 0 && b.last == 0 {
        return nil
      } else {
        bounds.append(max(field.gcd(a, b).count - 1, 0))
      }
    }
    return bounds
  }
}
