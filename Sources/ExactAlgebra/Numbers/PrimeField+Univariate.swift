/// Univariate polynomials modulo the prime: arrays of residues, lowest power first.
extension PrimeField {
  /// Drops zeros at the highest powers.
  func trim(_ a: inout [UInt64]) {
    while a.last == 0 { a.removeLast() }
  }

  /// The monic greatest common divisor; empty when both are zero.
  func gcd(_ left: [UInt64], _ right: [UInt64]) -> [UInt64] {
    var (a, b) = (left, right)
    trim(&a)
    trim(&b)
    if a.count < b.count { (a, b) = (b, a) }
    while let lead = b.last, let inverse = inverse(lead) {
      if b.count == 1 { return [1] }
      for index in b.indices { b[index] = multiply(b[index], inverse) }
      reduce(&a, byMonic: b)
      (a, b) = (b, a)
    }
    if let lead = a.last, let inverse = inverse(lead) {
      for index in a.indices { a[index] = multiply(a[index], inverse) }
    }
    return a
  }

  private func reduce(_ a: inout [UInt64], byMonic b: [UInt64]) {
    while a.count >= b.count, let lead = a.last {
      let offset = a.count - b.count
      if lead != 0 {
        for index in 0..<b.count - 1 {
          a[offset + index] = subtract(a[offset + index], multiply(lead, b[index]))
        }
      }
      a.removeLast()
    }
    trim(&a)
  }

  /// The product of z − root over the roots.
  func product(ofRoots roots: [UInt64]) -> [UInt64] {
    var result: [UInt64] = [1]
    for root in roots {
      result.append(1)
      for power in (1..<result.count - 1).reversed() {
        result[power] = subtract(result[power - 1], multiply(root, result[power]))
      }
      result[0] = negate(multiply(root, result[0]))
    }
    return result
  }

  /// The quotient of a polynomial by z − root, which must be a root.
  func quotient(_ a: [UInt64], byRoot root: UInt64) -> [UInt64] {
    var result = [UInt64](repeating: 0, count: a.count - 1)
    var carry: UInt64 = 0
    for power in result.indices.reversed() {
      carry = add(a[power + 1], multiply(carry, root))
      result[power] = carry
    }
    return result
  }

  func value(of a: [UInt64], at point: UInt64) -> UInt64 {
    var result: UInt64 = 0
    for coefficient in a.reversed() { result = add(multiply(result, point), coefficient) }
    return result
  }

  /// For each node the coefficients of its Lagrange polynomial; nil when two nodes agree.
  func lagrangeBasis(_ nodes: [UInt64]) -> [[UInt64]]? {
    let master = product(ofRoots: nodes)
    var basis: [[UInt64]] = []
    for node in nodes {
      let rest = quotient(master, byRoot: node)
      guard let scale = inverse(value(of: rest, at: node)) else { return nil }
      basis.append(rest.map { multiply($0, scale) })
    }
    return basis
  }
}
