import Testing

@testable import ExactAlgebra

@Suite struct ModularToolsTests {
  let field = PrimeField()

  @Test func univariateDivisors() {
    // (t − 1)(t − 2) and (t − 1)(t − 3): lowest power first.
    let minusOne = field.negate(1)
    let a: [UInt64] = [2, field.negate(3), 1]
    let b: [UInt64] = [3, field.negate(4), 1]
    #expect(field.gcd(a, b) == [minusOne, 1])
    #expect(field.gcd([5], b) == [1])
    #expect(field.gcd([], [0, 2]) == [0, 1])
    #expect(field.gcd([], []) == [])
    #expect(field.gcd([2, 2, 0, 0], [2, 2]) == [1, 1])
  }

  @Test func rootsMakeProducts() {
    // (t − 1)(t − 2)(t − 3) = t³ − 6t² + 11t − 6
    let product = field.product(ofRoots: [1, 2, 3])
    #expect(product == [field.negate(6), 11, field.negate(6), 1])
    #expect(field.quotient(product, byRoot: 2) == [3, field.negate(4), 1])
    #expect(field.value(of: product, at: 2) == 0)
    #expect(field.value(of: product, at: 4) == 6)
    #expect(field.product(ofRoots: []) == [1])
  }

  @Test func lagrangePolynomialsAreDeltas() throws {
    let nodes: [UInt64] = [2, 5, 11, 1 << 60]
    let basis = try #require(field.lagrangeBasis(nodes))
    for i in nodes.indices {
      for j in nodes.indices {
        #expect(field.value(of: basis[i], at: nodes[j]) == (i == j ? 1 : 0))
      }
    }
    #expect(field.lagrangeBasis([3, 3]) == nil)
  }

  @Test func imagesInEveryVariable() {
    // p = x²y + 3y² + 2 at (5, 7): in x: 147 + 2 = 149, x² → 175; in y: 2, 175, 147.
    let p = x * x * y + 3 * y * y + 2
    let images = UnivariateImages(p, field: field, point: [5, 7])
    #expect(images[0] == [149, 0, 175])
    #expect(images[1] == [2, 175, 147])
    #expect((2..<images.count).allSatisfy { images[$0].isEmpty })
  }

  @Test func vanishingLeadingCoefficientsProveNothing() {
    // Both lead with y − 7 in x, which is zero at y = 7.
    let layout = MonomialLayout(variableCount: 2, exponent: 3)
    let a = UnivariateImages(
      ((y - 7) * x + 1).repacked(layout), field: field, point: [5, 7])
    let b = UnivariateImages(
      ((y - 7) * x + 2).repacked(layout), field: field, point: [5, 7])
    #expect(UnivariateImages.gcdDegreeBounds(a, b, field: field) == nil)
    let c = UnivariateImages((x + 2).repacked(layout), field: field, point: [5, 7])
    #expect(UnivariateImages.gcdDegreeBounds(a, c, field: field) == [0, 0])
  }

  @Test func geometricImagesFollowThePowers() {
    // p = x y² + 3z at y = 2ᵗ, z = 10: 4ᵗ x + 30.
    let p = x * y * y + 3 * z
    var images = GeometricImages(p, field: field, base: [2], fixed: [10])
    #expect(images.next() == [30, 4])
    #expect(images.next() == [30, 16])
    #expect(images.next() == [30, 64])
  }

  @Test(arguments: 1...20)
  func remaindersLiftToIntegers(seed: Int) {
    var random = RandomValues(seed: seed)
    let values = (0..<4).map { _ in random.integer(limbs: 3) }
    let fields = PrimeField.descending(count: 4)
    var lifted = ChineseRemainder(values.map { fields[0].reduce($0) }, field: fields[0])
    for next in fields.dropFirst() { lifted.add(values.map { next.reduce($0) }, field: next) }
    // 4 primes of 61 bits hold every integer of three limbs with its sign.
    #expect(lifted.symmetric == values)
  }

  @Test func skeletons() {
    let start = SparseSkeleton(constantsThrough: 2)
    #expect(start.terms.map(\.power) == [0, 1, 2])
    let kept = start.keepingNonzero([5, 0, 1])
    #expect(kept.terms.map(\.power) == [0, 2])
    #expect(kept.coefficients == [5, 1])
    #expect(kept.longestPower == 1)
    #expect(kept.polynomial([4, -1]) == 4 - x * x)
  }

  @Test func theSparseAlgorithmAlone() throws {
    let g = x * x * y + 2 * z - 3
    let a = g * (x + y * z)
    let b = g * (y - z + x * x)
    let found = try #require(SparseGCD.commonFactor(a, b, variables: [0, 1, 2]))
    #expect(found.common == g)
    #expect(found.left == x + y * z)
    #expect(found.right == y - z + x * x)
    let one = try #require(SparseGCD.commonFactor(x + 2 * y, x * y + 7, variables: [0, 1]))
    #expect(one.common == 1)
  }

  @Test func largestBitWidths() {
    #expect((3 * x - 1000).largestBitWidth == 10)
    #expect(Polynomial.zero.largestBitWidth == 0)
  }
}
