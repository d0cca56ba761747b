/// Finds coefficients of a gcd whose monomials are known, from univariate images at powers of one
/// point.
struct SparseImage {
  private let left: Polynomial
  private let right: Polynomial
  private let leading: Polynomial
  private let degree: Int

  /// `leading` is the leading coefficient the result shall have; `degree` is its degree in the main
  /// variable 0.
  init(_ left: Polynomial, _ right: Polynomial, _ leading: Polynomial, degree: Int) {
    self.left = left
    self.right = right
    self.leading = leading
    self.degree = degree
  }

  /// The coefficients of the skeleton's terms when the variables after the learnt ones are `fixed`.
  ///
  /// nil when an image is unlucky.
  func coefficients(
    of skeleton: SparseSkeleton, field: PrimeField, fixed: [UInt64],
    generator: inout SplitMix64
  ) -> [UInt64]? {
    let learnt = skeleton.terms.first?.exponents.count ?? 0
    let base = (0..<learnt).map { _ in generator.nextUnit(modulo: field) }
    // The fixed variables come last, so terms that agree before them are neighbours.
    var sequences = [left, right, leading].map {
      GeometricImages($0, field: field, base: base, fixed: fixed)
    }
    var groups = [[Int]](repeating: [], count: degree + 1)
    for (index, term) in skeleton.terms.enumerated() { groups[term.power].append(index) }
    let longest = groups.map(\.count).max() ?? 0
    var images: [[UInt64]] = []
    for _ in 0..<longest {
      let a = sequences[0].next()
      let b = sequences[1].next()
      let scale = sequences[2].next().first ?? 0
      if a.last == 0 || b.last == 0 || scale == 0 { return nil }
      let image = field.gcd(a, b)
      if image.count != degree + 1 { return nil }
      images.append(image.map { field.multiply($0, scale) })
    }
    var result = [UInt64](repeating: 0, count: skeleton.terms.count)
    for (power, group) in groups.enumerated() where !group.isEmpty {
      let nodes = group.map { index in
        skeleton.terms[index].exponents.enumerated().reduce(UInt64(1)) { product, entry in
          field.multiply(product, field.power(base[entry.offset], entry.element))
        }
      }
      let values = (0..<group.count).map { images[$0][power] }
      guard let solved = SparseImage.solve(nodes, values, field) else { return nil }
      for (index, value) in zip(group, solved) { result[index] = value }
    }
    return result
  }

  /// Numbers c with Σ cᵢ nodeᵢᵗ = value of t for t = 1, 2, …; nil when two nodes agree.
  private static func solve(
    _ nodes: [UInt64], _ values: [UInt64], _ field: PrimeField
  ) -> [UInt64]? {
    let master = field.product(ofRoots: nodes)
    var result: [UInt64] = []
    for node in nodes {
      // q = master/(z − node) vanishes at all other nodes: Σ qₖ f(k+1) = c · node · q(node).
      let rest = field.quotient(master, byRoot: node)
      guard let inverse = field.inverse(field.multiply(node, field.value(of: rest, at: node)))
      else { return nil }
      var sum: UInt64 = 0
      for (coefficient, value) in zip(rest, values) {
        sum = field.add(sum, field.multiply(coefficient, value))
      }
      result.append(field.multiply(sum, inverse))
    }
    return result
  }
}
