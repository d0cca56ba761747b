/// A polynomial modulo a prime in a main variable and the first few of the others.
struct SparseSkeleton {
  struct Term {
    /// The exponent of the main variable.
    let power: Int
    /// The exponents of the variables 1, 2, … learnt so far.
    let exponents: [Int]
  }

  let terms: [Term]
  let coefficients: [UInt64]

  init(terms: [Term], coefficients: [UInt64]) {
    self.terms = terms
    self.coefficients = coefficients
  }

  /// One unknown number for every power of the main variable.
  init(constantsThrough degree: Int) {
    terms = (0...degree).map { Term(power: $0, exponents: []) }
    coefficients = []
  }

  /// The most terms that share a power of the main variable.
  var longestPower: Int {
    var counts: [Int: Int] = [:]
    for term in terms { counts[term.power, default: 0] += 1 }
    return counts.values.max() ?? 0
  }

  func keepingNonzero(_ values: [UInt64]) -> SparseSkeleton {
    let kept = terms.indices.filter { values[$0] != 0 }
    return SparseSkeleton(terms: kept.map { terms[$0] }, coefficients: kept.map { values[$0] })
  }

  /// One more variable, from the coefficients at several of its values and their Lagrange basis.
  func extended(
    _ samples: [[UInt64]], basis: [[UInt64]], field: PrimeField
  ) -> SparseSkeleton {
    var longer: [Term] = []
    var values: [UInt64] = []
    for (index, term) in terms.enumerated() {
      for exponent in basis.indices {
        var sum: UInt64 = 0
        for node in basis.indices {
          sum = field.add(sum, field.multiply(samples[node][index], basis[node][exponent]))
        }
        if sum == 0 { continue }
        longer.append(Term(power: term.power, exponents: term.exponents + [exponent]))
        values.append(sum)
      }
    }
    return SparseSkeleton(terms: longer, coefficients: values)
  }

  /// The polynomial with these coefficients in place of the residues.
  func polynomial(_ integers: [Integer]) -> Polynomial {
    Polynomial(
      terms: zip(terms, integers).map { term, integer in
        var exponents = [0: term.power]
        for (index, exponent) in term.exponents.enumerated() { exponents[index + 1] = exponent }
        return (exponents, integer)
      })
  }
}
