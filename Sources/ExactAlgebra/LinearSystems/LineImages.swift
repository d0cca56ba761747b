/// The solution of a linear system on a random line a + c t modulo the prime: for each unknown a
/// quotient of polynomials in t.
///
/// **What it proves.** Let N/D solve the system, with total degrees up to the given ones. At every
/// node t the system has one solution, so that is N(t)/D(t). If N and D have a common factor that is
/// not constant, the quotient on the line has a denominator of a lower degree than D, unless D
/// vanishes on the whole line. So a denominator of the degree of D proves N and D coprime but for
/// integers. No choice of line or prime makes that proof wrong; a bad one only fails to give it.
struct LineImages {
  /// For each unknown the degree of its denominator on the line, in lowest terms.
  let denominatorDegrees: [Int]
  /// A point of the line at which the system has one solution.
  let point: [UInt64]
  let field: PrimeField

  /// nil when there are not enough nodes with one solution.
  ///
  /// - Parameters:
  ///   - rows: as many equations as unknowns, each with its right-hand side last, in one layout.
  ///   - numeratorDegree: a bound for all numerators of a solution over one denominator.
  ///   - denominatorDegree: a bound for that denominator.
  init?(rows: [[Polynomial]], numeratorDegree: Int, denominatorDegree: Int) {
    let field = PrimeField()
    let equations = ResidueEquations(rows: rows, field: field)
    var generator = SplitMix64(seed: 0x11E5)
    let base = (0..<equations.variableCount).map { _ in generator.nextUnit(modulo: field) }
    let slope = (0..<equations.variableCount).map { _ in generator.nextUnit(modulo: field) }
    // Numerator and denominator are determined up to a factor by so many values.
    let count = numeratorDegree + denominatorDegree + 1
    var workspace = equations.workspace
    var values = ResidueMatrix(field: field, rows: rows.count, columns: count)
    var scales: [UInt64] = []
    for node in 0..<count {
      let point = zip(base, slope).map { field.add($0, field.multiply($1, UInt64(node))) }
      guard equations.solve(at: point, &workspace) else { return nil }
      scales.append(workspace.denominator)
      for unknown in 0..<rows.count { values[unknown, node] = workspace.numerators[unknown] }
    }
    let inverses = field.inverses(of: scales)
    let interpolation = NewtonInterpolation(count: count, field: field)
    denominatorDegrees = (0..<rows.count).map { unknown in
      let row = (0..<count).map { field.multiply(values[unknown, $0], inverses[$0]) }
      return interpolation.denominatorDegree(of: row, bound: numeratorDegree)
    }
    point = base
    self.field = field
  }
}

/// Interpolation at 0, 1, …, count − 1.
private struct NewtonInterpolation {
  let field: PrimeField
  let count: Int
  /// 1/k for k up to the count.
  private let reciprocals: [UInt64]
  /// The product of t − node over the nodes.
  private let master: [UInt64]

  init(count: Int, field: PrimeField) {
    self.field = field
    self.count = count
    var reciprocals: [UInt64] = [0, 1]
    // p = q k + r, so 1/k = −q/r.
    for number in 2..<max(3, UInt64(count)) {
      let quotient = field.modulus / number
      let rest = reciprocals[Int(field.modulus % number)]
      reciprocals.append(field.negate(field.multiply(quotient % field.modulus, rest)))
    }
    self.reciprocals = reciprocals
    master = field.product(ofRoots: (0..<count).map { UInt64($0) })
  }

  /// The degree of the denominator of the quotient of two polynomials with numerator of degree at
  /// most `bound` that has these values.
  ///
  /// In Euclid's algorithm for the master polynomial and the interpolant, each remainder is a
  /// numerator, and its denominator's degree is the count less the degree of the remainder before.
  func denominatorDegree(of values: [UInt64], bound: Int) -> Int {
    var (a, b) = (master, interpolant(values))
    while b.count > bound + 1 {
      field.pseudoReduce(&a, by: b)
      (a, b) = (b, a)
    }
    return b.isEmpty ? 0 : count - (a.count - 1)
  }

  /// The polynomial with these values, lowest power first.
  private func interpolant(_ values: [UInt64]) -> [UInt64] {
    var differences = values
    for order in 1..<max(1, count) {
      for index in (order..<count).reversed() {
        differences[index] = field.multiply(
          field.subtract(differences[index], differences[index - 1]), reciprocals[order])
      }
    }
    // Horner over the factors t − node.
    var result: [UInt64] = []
    for node in (0..<count).reversed() {
      var carry = differences[node]
      for power in result.indices {
        let old = result[power]
        result[power] = field.subtract(carry, field.multiply(old, UInt64(node)))
        carry = old
      }
      result.append(carry)
    }
    field.trim(&result)
    return result
  }
}

extension PrimeField {
  /// The inverses of residues that are not zero, with a single division (Montgomery 1987).
  func inverses(of values: [UInt64]) -> [UInt64] {
    var products: [UInt64] = [1]
    for value in values { products.append(multiply(products[products.count - 1], value)) }
    guard var inverse = inverse(products[values.count]) else { return values.map { _ in 0 } }
    var result = values
    for index in values.indices.reversed() {
      result[index] = multiply(inverse, products[index])
      inverse = multiply(inverse, values[index])
    }
    return result
  }

  /// The remainder up to a factor, without division.
  fileprivate func pseudoReduce(_ a: inout [UInt64], by b: [UInt64]) {
    guard let lead = b.last else { return }
    while a.count >= b.count, let top = a.last {
      let offset = a.count - b.count
      for index in 0..<offset { a[index] = multiply(a[index], lead) }
      for index in 0..<b.count - 1 {
        a[offset + index] = subtract(multiply(a[offset + index], lead), multiply(top, b[index]))
      }
      a.removeLast()
      trim(&a)
    }
  }
}
