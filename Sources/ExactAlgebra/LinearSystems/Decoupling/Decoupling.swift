/// Integer combinations of the equations and of the unknowns of a square system, chosen so that the
/// first unknowns close among themselves.
///
/// With moments z of the unknowns x = R z and combined equations, the matrix is block triangular:
/// the equations of a block have no later unknowns. For any values of the symbols that is the same
/// system, because the combinations are invertible.
struct Decoupling {
  /// The combined equations, each with its right-hand side last.
  let rows: [[Polynomial]]
  /// The unknowns of each block.
  let blocks: [Range<Int>]
  /// R: each of the given unknowns as a combination of the moments.
  let combinations: [[Int]]

  /// nil when nothing decouples, as far as the search sees.
  ///
  /// - Parameter rows: as many equations as unknowns, each with its right-hand side last, in one
  ///   layout.
  init?(rows: [[Polynomial]]) {
    let field = PrimeField()
    let order = rows.count
    // A = Σ Aₘ m over the monomials m. Rows U with U Aₘ in V for all m, of V's dimension, are
    // U = V A₀⁻¹ for any regular combination A₀ of the Aₘ, and V is invariant under A₀⁻¹ Aₘ.
    let pencils = (1...3).map { Decoupling.combination(of: rows, seed: $0, field: field) }
    guard let inverse = pencils[0].inverse else { return nil }
    let chain = InvariantSubspaces(
      of: pencils.dropFirst().map { inverse * $0 }, field: field
    ).quotients
    if chain.count < 2 { return nil }
    var moments = ResidueMatrix(field: field, rows: order, columns: order)
    moments.residues = chain.flatMap { $0.flatMap { $0 } }
    guard let back = moments.inverse?.transposed else { return nil }
    var columns: [[Int]] = []
    for index in 0..<order {
      guard let column = field.integers(proportionalTo: back.row(index)) else { return nil }
      columns.append(column)
    }
    var sums: [[Int]] = []
    var blocks: [Range<Int>] = []
    var basis = EchelonBasis(width: order, field: field)
    for quotient in chain {
      let start = basis.count
      for row in quotient { basis.insert(row * inverse) }
      for index in start..<basis.count {
        guard let sum = field.integers(proportionalTo: basis.row(index)) else { return nil }
        sums.append(sum)
      }
      blocks.append(start..<basis.count)
    }
    guard sums.count == order else { return nil }
    self.blocks = blocks
    combinations = (0..<order).map { unknown in columns.map { $0[unknown] } }
    self.rows = sums.map { sum in
      let row = (0...order).map { column in
        Polynomial.combination(of: rows.map { $0[column] }, sum)
      }
      return columns.map { Polynomial.combination(of: row.dropLast(), $0) } + [row[order]]
    }
    for block in blocks {
      for row in self.rows[block]
      where !row[block.upperBound..<order].allSatisfy(\.isZero) { return nil }
    }
  }

  /// Σ r(m) Aₘ with a random residue for each monomial.
  private static func combination(
    of rows: [[Polynomial]], seed: UInt64, field: PrimeField
  ) -> ResidueMatrix {
    var result = ResidueMatrix(field: field, rows: rows.count, columns: rows.count)
    for (i, row) in rows.enumerated() {
      for (j, entry) in row.dropLast().enumerated() where !entry.isZero {
        let stride = entry.layout.stride
        var sum: UInt64 = 0
        for term in 0..<entry.termCount {
          var hash = seed
          for offset in 0..<stride {
            var generator = SplitMix64(seed: hash ^ entry.monomials[term * stride + offset])
            hash = generator.next()
          }
          sum = field.add(
            sum,
            field.multiply(entry.residue(ofCoefficient: term, field), hash % field.modulus))
        }
        result[i, j] = sum
      }
    }
    return result
  }
}

extension PrimeField {
  /// Small coprime integers proportional to a row; nil when it has none that are small.
  fileprivate func integers(proportionalTo row: [UInt64]) -> [Int]? {
    var fractions: [(Int, Int)] = []
    var multiple = 1
    for residue in row {
      guard let (top, bottom) = smallFraction(residue) else { return nil }
      fractions.append((top, bottom))
      if multiple % bottom != 0 {
        multiple *= bottom
        if multiple > 1 << 20 { return nil }
      }
    }
    let integers = fractions.map { $0 * (multiple / $1) }
    let content = integers.reduce(UInt(0)) { Integer.gcd(word: $0, $1.magnitude) }
    return content == 0 ? nil : integers.map { $0 / Int(content) }
  }

  /// The fraction of that residue with numerator and denominator below 2¹², if there is one.
  private func smallFraction(_ residue: UInt64) -> (Int, Int)? {
    var (r, next) = (Int64(modulus), Int64(residue))
    var (x, nextX) = (Int64(0), Int64(1))
    while next >= 1 << 12 {
      let quotient = r / next
      (r, next) = (next, r - quotient * next)
      (x, nextX) = (nextX, x - quotient * nextX)
    }
    if abs(nextX) >= 1 << 12 { return nil }
    return nextX < 0 ? (-Int(next), Int(-nextX)) : (Int(next), Int(nextX))
  }
}
