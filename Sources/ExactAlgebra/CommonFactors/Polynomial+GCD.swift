/// Two polynomials as multiples of their greatest common divisor.
struct CommonFactor {
  let common: Polynomial
  let left: Polynomial
  let right: Polynomial
}

extension Polynomial {
  /// The greatest common divisor over ℤ, content included, with positive leading coefficient.
  ///
  /// Every answer is either proved to be 1 by images modulo a prime, or divides both exactly and
  /// has the degree such images prove to be the highest possible.
  public static func gcd(_ left: Polynomial, _ right: Polynomial) -> Polynomial {
    commonFactor(left, right).common
  }

  /// The greatest common divisor and both cofactors.
  static func commonFactor(_ left: Polynomial, _ right: Polynomial) -> CommonFactor {
    if left.isZero || right.isZero {
      let sign: Polynomial =
        left.leadingCoefficient.isNegative || right.leadingCoefficient.isNegative ? -1 : 1
      let common = (left + right) * sign
      return CommonFactor(
        common: common, left: left.isZero ? .zero : sign, right: right.isZero ? .zero : sign)
    }
    if left.isOne || right.isOne { return CommonFactor(common: .one, left: left, right: right) }
    if left.isConstant || right.isConstant { return commonContent(left, right) }
    let layout = commonLayout(left, right)
    let a = Stripped(left.repacked(layout))
    let b = Stripped(right.repacked(layout))
    let content = Integer.gcd(a.content, b.content)
    let monomial = zip(a.monomial, b.monomial).map { layout.fieldwiseMinimum($0, $1) }
    let core = primitiveCommonFactor(a.core, b.core)
    if core.common.isOne && content.isOne && monomial.allSatisfy({ $0 == 0 }) {
      return CommonFactor(common: .one, left: left, right: right)
    }
    let term = Polynomial(layout: layout, monomials: monomial, coefficients: [content])
    return CommonFactor(
      common: core.common * term, left: a.multiplied(core.left, without: term),
      right: b.multiplied(core.right, without: term))
  }

  /// The greatest monomial that divides every term.
  var commonMonomial: [UInt64] {
    let (layout, words) = (layout, monomials)
    if isZero { return [] }
    // Arrays written out are made faster.
    var lowest = layout.stride == 1 ? [words[0]] : Array(words[..<layout.stride])
    var index = layout.stride
    while index < words.count {
      var remains = false
      for offset in lowest.indices {
        lowest[offset] = layout.fieldwiseMinimum(lowest[offset], words[index &+ offset])
        remains = remains || lowest[offset] != 0
      }
      if !remains { break }
      index &+= layout.stride
    }
    return lowest
  }

  /// - Precondition: the monomial divides every term.
  func divided(byMonomial monomial: [UInt64]) -> Polynomial {
    if monomial.allSatisfy({ $0 == 0 }) { return self }
    let own = monomials
    return Polynomial(layout: layout, coefficientsOf: self) { words in
      for index in words.indices { words[index] = own[index] &- monomial[index % monomial.count] }
    }
  }

  /// The greatest common divisor where one of both is a number: that of all coefficients.
  private static func commonContent(_ left: Polynomial, _ right: Polynomial) -> CommonFactor {
    let common = Integer.gcd(left.content(), right.content())
    guard !common.isOne, let a = left.divided(exactlyBy: common),
      let b = right.divided(exactlyBy: common)
    else { return CommonFactor(common: .one, left: left, right: right) }
    return CommonFactor(common: Polynomial(common), left: a, right: b)
  }

  /// A polynomial without content and without a monomial factor, and what was taken out.
  private struct Stripped {
    let core: Polynomial
    /// With the sign of the leading coefficient.
    let content: Integer
    let monomial: [UInt64]

    init(_ polynomial: Polynomial) {
      let content = polynomial.content()
      self.content = polynomial.leadingCoefficient.isNegative ? -content : content
      monomial = polynomial.commonMonomial
      let reduced = polynomial.divided(byMonomial: monomial)
      core = reduced.divided(exactlyBy: self.content) ?? reduced
    }

    /// A divisor of the core times what was taken out, divided by a term that divides that.
    func multiplied(_ part: Polynomial, without term: Polynomial) -> Polynomial {
      let taken = Polynomial(layout: core.layout, monomials: monomial, coefficients: [content])
      return part * (taken.divided(exactlyBy: term) ?? taken)
    }
  }

  /// - Precondition: both are primitive with positive leading coefficients, free of monomial
  ///   factors, and of one layout.
  private static func primitiveCommonFactor(
    _ left: Polynomial, _ right: Polynomial
  ) -> CommonFactor {
    let coprime = CommonFactor(common: .one, left: left, right: right)
    if left.isConstant || right.isConstant { return coprime }
    if shareNoVariable([left, right]) { return coprime }
    if left == right { return CommonFactor(common: left, left: .one, right: .one) }
    let bounds = gcdDegreeBounds(left, right)
    if bounds.allSatisfy({ $0 == 0 }) { return coprime }
    let candidates = bounds.indices.filter { bounds[$0] > 0 }
    var occurring = 0
    for offset in 0..<left.layout.stride {
      let used = left.usedBits(inWord: offset) | right.usedBits(inWord: offset)
      left.layout.forEachExponent(of: used, offset) { _, _ in occurring += 1 }
    }
    if candidates.count < occurring {
      // The divisor has only the candidates, so it divides every coefficient in the others.
      let pieces = left.pieces(in: candidates) + right.pieces(in: candidates)
      return proved(gcd(of: pieces), left, right)
    }
    if bounds == right.degrees, let quotient = left.divided(exactlyBy: right) {
      return CommonFactor(common: right, left: quotient, right: .one)
    }
    if bounds == left.degrees, let quotient = right.divided(exactlyBy: left) {
      return CommonFactor(common: left, left: .one, right: quotient)
    }
    if let found = SparseGCD.commonFactor(left, right, variables: candidates) { return found }
    return proved(remainderSequenceGCD(left, right, variables: candidates), left, right)
  }

  /// The divisor, which the way it was found proves to divide both, with the cofactors.
  private static func proved(
    _ common: Polynomial, _ left: Polynomial, _ right: Polynomial
  ) -> CommonFactor {
    guard let factor = verified(common, left, right) else {
      preconditionFailure("a common divisor of all coefficients does not divide")
    }
    return factor
  }

  /// The divisor with both cofactors; nil unless it divides both.
  static func verified(
    _ common: Polynomial, _ left: Polynomial, _ right: Polynomial
  ) -> CommonFactor? {
    if common.isOne { return CommonFactor(common: common, left: left, right: right) }
    guard let a = left.divided(exactlyBy: common), let b = right.divided(exactlyBy: common) else {
      return nil
    }
    return CommonFactor(common: common, left: a, right: b)
  }

  /// Proved upper bounds of the degrees of the greatest common divisor.
  static func gcdDegreeBounds(_ left: Polynomial, _ right: Polynomial) -> [Int] {
    let field = PrimeField()
    var generator = SplitMix64(seed: 0x5EED)
    for _ in 0..<8 {
      let point = (0..<left.layout.variableCount).map { _ in generator.nextUnit(modulo: field) }
      let a = UnivariateImages(left, field: field, point: point)
      let b = UnivariateImages(right, field: field, point: point)
      if let bounds = UnivariateImages.gcdDegreeBounds(a, b, field: field) { return bounds }
    }
    return zip(left.degrees, right.degrees).map { min($0, $1) }
  }

  /// The greatest common divisor of all; 0 for none.
  static func gcd(of polynomials: [Polynomial]) -> Polynomial {
    let ordered = polynomials.filter { !$0.isZero }.sorted { $0.termCount < $1.termCount }
    guard var result = ordered.first else { return .zero }
    if result.leadingCoefficient.isNegative { result = -result }
    for polynomial in ordered.dropFirst() {
      if result.isOne { break }
      if polynomial.divided(exactlyBy: result) == nil { result = gcd(result, polynomial) }
    }
    return result
  }

  /// The coefficients with respect to all variables except these.
  func pieces(in variables: [Int]) -> [Polynomial] {
    let stride = layout.stride
    var kept = [UInt64](repeating: 0, count: stride)
    for variable in variables {
      kept[layout.word(of: variable)] |= layout.fieldMask << layout.shift(of: variable)
    }
    var groups: [[Int]] = []
    if stride == 1 {
      var known: [UInt64: Int] = [:]
      for term in 0..<termCount {
        let group = known[monomials[term] & ~kept[0], default: groups.count]
        if group == groups.count {
          known[monomials[term] & ~kept[0]] = group
          groups.append([])
        }
        groups[group].append(term)
      }
    } else {
      var known: [[UInt64]: Int] = [:]
      for term in 0..<termCount {
        let key = (0..<stride).map { monomials[term * stride + $0] & ~kept[$0] }
        let group = known[key, default: groups.count]
        if group == groups.count {
          known[key] = group
          groups.append([])
        }
        groups[group].append(term)
      }
    }
    return groups.map { group in selecting(group) { $1 & kept[$0] } }
  }
}
