/// Zippel's modular algorithm for the greatest common divisor (1979).
///
/// With a main variable and γ = gcd of both leading coefficients, the multiple H of the divisor
/// that has leading coefficient γ is interpolated from univariate images, one variable at a time:
/// which monomials occur is learnt at one value of a variable and assumed at the others. Divisions
/// at the end settle whether the guess was right.
struct SparseGCD {
  private let left: Polynomial
  private let right: Polynomial
  private let leading: Polynomial
  /// The number of variables; 0 is the main one.
  private let count: Int
  /// The degree of the divisor in the main variable, if the images' bound is reached.
  private let degree: Int
  /// The degree bound of H in each variable.
  private let bounds: [Int]

  /// - Precondition: both are primitive and have exactly these variables.
  /// - Returns: nil when several attempts fail.
  static func commonFactor(
    _ left: Polynomial, _ right: Polynomial, variables: [Int]
  ) -> CommonFactor? {
    let main = variables.min { costOfLeading($0, left, right) < costOfLeading($1, left, right) }
    guard let main else { return nil }
    let names = [main] + variables.filter { $0 != main }
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let a = left.renamed { numbers[$0] ?? 0 }
    let b = right.renamed { numbers[$0] ?? 0 }
    let leftContent = Polynomial.gcd(of: a.coefficients(in: 0))
    let rightContent = Polynomial.gcd(of: b.coefficients(in: 0))
    guard let reducedLeft = a.divided(exactlyBy: leftContent),
      let reducedRight = b.divided(exactlyBy: rightContent),
      let core = primitiveGCD(reducedLeft, reducedRight, count: names.count)
    else { return nil }
    let common = (core * Polynomial.gcd(leftContent, rightContent)).renamed { names[$0] }
    let signed = common.leadingCoefficient.isNegative ? -common : common
    return Polynomial.verified(signed, left, right)
  }

  private static func costOfLeading(
    _ variable: Int, _ left: Polynomial, _ right: Polynomial
  ) -> Int {
    let a = left.coefficients(in: variable).last?.termCount ?? 0
    let b = right.coefficients(in: variable).last?.termCount ?? 0
    return min(a, b)
  }

  /// The divisor of polynomials that are primitive in the main variable.
  private static func primitiveGCD(
    _ left: Polynomial, _ right: Polynomial, count: Int
  ) -> Polynomial? {
    if left.degree(in: 0) == 0 || right.degree(in: 0) == 0 { return .one }
    guard let a = left.coefficients(in: 0).last, let b = right.coefficients(in: 0).last else {
      return nil
    }
    let leading = Polynomial.gcd(a, b)
    let layout = Polynomial.commonLayout(left, right)
    let bounds = Polynomial.gcdDegreeBounds(left.repacked(layout), right.repacked(layout))
    if bounds[0] == 0 { return .one }
    let search = SparseGCD(
      left: left, right: right, leading: leading, count: count, degree: bounds[0],
      bounds: (0..<count).map { variable in
        (variable < bounds.count ? bounds[variable] : 0) + leading.degree(in: variable)
      })
    for attempt in 0..<4 {
      if let found = search.attempt(seed: UInt64(attempt + 1)) { return found }
    }
    return nil
  }

  private func attempt(seed: UInt64) -> Polynomial? {
    var generator = SplitMix64(seed: seed)
    let field = PrimeField()
    let values = (0..<count).map { _ in generator.nextUnit(modulo: field) }
    guard let first = learn(field, values, &generator) else { return nil }
    // Coefficients beyond the prime need more primes; the monomials are known by now.
    let bits = max(left.largestBitWidth, right.largestBitWidth) + leading.largestBitWidth
    let fields = PrimeField.descending(count: 4 + bits / 20)
    var lifted = ChineseRemainder(first.coefficients, field: field)
    for next in fields.dropFirst() {
      if let found = candidate(first, lifted.symmetric) { return found }
      guard
        let image = SparseImage(left, right, leading, degree: degree).coefficients(
          of: first, field: next, fixed: [], generator: &generator)
      else { continue }
      lifted.add(image, field: next)
    }
    return candidate(first, lifted.symmetric)
  }

  /// The primitive part of H when it divides both.
  private func candidate(_ skeleton: SparseSkeleton, _ integers: [Integer]) -> Polynomial? {
    let multiple = skeleton.polynomial(integers)
    if multiple.isZero { return nil }
    var divisor = multiple.primitivePart
    if !leading.isConstant {
      let content = Polynomial.gcd(of: divisor.coefficients(in: 0))
      guard let part = divisor.divided(exactlyBy: content) else { return nil }
      divisor = part.primitivePart
    }
    return Polynomial.verified(divisor, left, right) == nil ? nil : divisor
  }

  /// H modulo the first prime, variable by variable.
  private func learn(
    _ field: PrimeField, _ values: [UInt64], _ generator: inout SplitMix64
  ) -> SparseSkeleton? {
    let images = SparseImage(left, right, leading, degree: degree)
    let start = SparseSkeleton(constantsThrough: degree)
    guard
      let constants = images.coefficients(
        of: start, field: field, fixed: Array(values[1...]), generator: &generator)
    else { return nil }
    var skeleton = start.keepingNonzero(constants)
    for variable in 1..<max(count, 1) {
      if skeleton.longestPower > 4000 { return nil }
      var nodes = [values[variable]]
      var samples = [skeleton.coefficients]
      for _ in 0..<bounds[variable] {
        let node = generator.nextUnit(modulo: field)
        nodes.append(node)
        guard
          let sample = images.coefficients(
            of: skeleton, field: field, fixed: [node] + values[(variable + 1)...],
            generator: &generator)
        else { return nil }
        samples.append(sample)
      }
      guard let basis = field.lagrangeBasis(nodes) else { return nil }
      skeleton = skeleton.extended(samples, basis: basis, field: field)
    }
    return skeleton
  }
}

extension Polynomial {
  /// The bits of the coefficient largest in magnitude.
  var largestBitWidth: Int {
    var widest = 0
    for term in 0..<termCount { widest = max(widest, coefficients[term].bitWidth) }
    return widest
  }
}
