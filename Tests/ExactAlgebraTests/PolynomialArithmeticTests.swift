import Testing

@testable import ExactAlgebra

@Suite struct PolynomialArithmeticTests {
  // (x + y)² = x² + 2xy + y², (x − y)(x + y) = x² − y²
  @Test func binomials() {
    #expect((x + y).power(2) == x * x + 2 * x * y + y * y)
    #expect((x - y) * (x + y) == x * x - y * y)
    #expect((x + y).power(0) == 1)
    #expect((x + y).power(1) == x + y)
    #expect(Polynomial.zero.power(0) == 1)
    #expect(Polynomial.zero.power(3).isZero)
  }

  // (1 + x)²⁰ has the binomials C(20, k).
  @Test func binomialCoefficients() {
    let parts = (1 + x).power(20).coefficients(in: 0).map { $0.leadingCoefficient }
    var row: [Integer] = [1]
    for n in 0..<20 {
      row.append(row[row.count - 1] * Integer(20 - n))
      row[n + 1] = row[n + 1].quotientAndRemainder(dividingBy: Integer(n + 1)).quotient
    }
    #expect(parts == row)
    #expect(parts[10] == 184_756)
  }

  // x³ + y³ + z³ − 3xyz = (x + y + z)(x² + y² + z² − xy − yz − zx)
  @Test func sumOfThreeCubes() {
    let product = (x + y + z) * (x * x + y * y + z * z - x * y - y * z - z * x)
    #expect(product == x.power(3) + y.power(3) + z.power(3) - 3 * x * y * z)
  }

  // Brahmagupta: (a² + b²)(c² + d²) = (ac − bd)² + (ad + bc)²
  @Test func sumsOfTwoSquares() {
    let left = (x * x + y * y) * (z * z + w * w)
    #expect(left == (x * z - y * w).power(2) + (x * w + y * z).power(2))
  }

  @Test func inPlaceOperators() {
    var p = x
    p += y
    p -= 1
    p *= x + 1
    #expect(p == x * x + x * y + y - 1)
  }

  @Test func cancellation() {
    let p = 3 * x * y + 5
    #expect((p - p).isZero)
    #expect((p - p).termCount == 0)
    #expect(p + (-p) == 0)
    #expect(0 - p == -p)
    #expect(p - 0 == p)
    #expect(p * 0 == 0)
    #expect(0 * p == 0)
  }

  @Test func scaling() {
    #expect((x + 2).scaled(by: 3) == 3 * x + 6)
    #expect((x + 2).scaled(by: 0).isZero)
    #expect((x + 2).scaled(by: -1) == -x - 2)
    let huge = Integer(10).power(30)
    #expect((x + 2).scaled(by: huge).terms.map(\.coefficient) == [huge, huge * 2])
  }

  // Coefficients leave the machine word in sums and products and come back.
  @Test func coefficientsLeaveTheWord() {
    let top = Polynomial(Int.max)
    #expect((top * x + x).leadingCoefficient == Integer(2).power(63))
    #expect((top * x + x) - x == top * x)
    let square = (top * x + 1) * (top * x + 1)
    #expect(
      square.terms.map(\.coefficient) == [
        Integer(Int.max) * Integer(Int.max), Integer(Int.max) * 2, 1,
      ])
    #expect(square - (top * x).power(2) - 2 * top * x == 1)
    let bottom = Polynomial(Int.min)
    #expect((-(bottom * x)).leadingCoefficient == Integer(2).power(63))
    #expect((0 - bottom * y).leadingCoefficient == Integer(2).power(63))
    #expect((x - bottom * y).terms.map(\.coefficient) == [1, Integer(2).power(63)])
  }

  // An exponent sum that does not fit the field makes the packing wider.
  @Test(arguments: [1, 8, 12, 16, 30])
  func exponentsOutgrowTheField(_ variables: Int) {
    let last = Polynomial.variable(variables - 1)
    let p = x + last
    var power = Polynomial.one
    for exponent in 1...10 {
      power = power * p
      #expect(power.degree(in: 0) == exponent)
      #expect(power.totalDegree == exponent)
    }
    let q = last.power(5000)
    #expect((q * q * x).degree(in: variables - 1) == (variables == 1 ? 10_001 : 10_000))
  }

  @Test(arguments: 1...40)
  func ringLaws(seed: Int) {
    var random = RandomValues(seed: seed)
    let width = random.word(in: 1...20)
    let a = random.polynomial(variables: width, terms: 8)
    let b = random.polynomial(variables: 3, terms: 6)
    let c = random.polynomial(variables: 5, terms: 4, degree: 9)
    #expect(a + b == b + a)
    #expect(a * b == b * a)
    #expect((a + b) + c == a + (b + c))
    #expect((a * b) * c == a * (b * c))
    #expect(a * (b + c) == a * b + a * c)
    #expect(a - b == -(b - a))
    #expect((a + b).power(2) == a * a + 2 * a * b + b * b)
  }

  // A product's value at a point is the product of the values.
  @Test(arguments: 1...20)
  func productsAgreeWithValues(seed: Int) {
    var random = RandomValues(seed: seed)
    let a = random.polynomial(variables: 4, terms: 30, degree: 6, bound: Int.max / 4)
    let b = random.polynomial(variables: 4, terms: 30, degree: 6, bound: 1_000_000)
    let field = PrimeField()
    let point = random.residues(4)
    #expect(
      (a * b).evaluated(modulo: field, at: point)
        == field.multiply(
          a.evaluated(modulo: field, at: point), b.evaluated(modulo: field, at: point)))
    let exact = random.point(4)
    #expect((a * b).evaluated(at: exact) == a.evaluated(at: exact) * b.evaluated(at: exact))
    #expect((a + b).evaluated(at: exact) == a.evaluated(at: exact) + b.evaluated(at: exact))
  }

  @Test(arguments: 1...20)
  func sumsOfProductsAgreeWithSteps(seed: Int) {
    var random = RandomValues(seed: seed)
    let pairs = (0..<5).map { _ in
      (
        random.polynomial(variables: random.word(in: 1...14), terms: 4),
        random.polynomial(variables: random.word(in: 1...4), terms: 9)
      )
    }
    var sum = Polynomial.zero
    for (a, b) in pairs { sum += a * b }
    #expect(Polynomial.sumOfProducts(pairs) == sum)
    #expect(Polynomial.sumOfProducts([]).isZero)
    #expect(Polynomial.sumOfProducts([(.zero, x)]).isZero)
  }

  @Test(arguments: [1, 2])
  func sumsOfWordsKnowTheirBorder(_ stride: Int) {
    let layout = MonomialLayout.common(variableCount: 16 * stride, exponent: 7)
    #expect(layout.stride == stride)
    let list = Polynomial(Int.max).repacked(layout)
    let lowest = Polynomial(Int.min).repacked(layout)
    func sum(_ a: Polynomial, _ b: Polynomial, _ negating: Bool) -> Polynomial? {
      Polynomial.wordSum(a, b, negatingRight: negating)
    }
    #expect(sum(list, Polynomial.zero.repacked(layout), false) == Polynomial(Int.max))
    #expect(sum(list, list, false) == nil)
    #expect(sum(list, list, true) == Polynomial.zero)
    // −min does not fit.
    #expect(sum(list, lowest, true) == nil)
    #expect(sum(list, lowest, false) == Polynomial(-1))
  }

  // Monomials of three words are left to the larger arithmetic.
  @Test func threeWordsAreNotMerged() {
    let one = Polynomial.one.repacked(.common(variableCount: 48, exponent: 7))
    #expect(one.layout.stride == 3)
    #expect(Polynomial.wordSum(one, one, negatingRight: false) == nil)
    let wide = (0..<70).map { Polynomial.variable($0) }
    let sum = wide.reduce(Polynomial.zero, +)
    #expect((sum * sum).termCount == 70 * 71 / 2)
    #expect(sum * sum - sum.power(2) == .zero)
  }

  // One product of 600 · 600 terms is more than one block of merging: (1 + x + … + x⁵⁹⁹)².
  @Test func longSumsAreMergedInParts() {
    let row = Polynomial(terms: (0..<600).map { ([0: $0], Integer(1)) })
    let square = row * row
    #expect(square.termCount == 1199)
    // The coefficient of xᵏ is k + 1 up to 599 and falls again.
    #expect(square.terms.first { $0.exponents.first?.exponent == 599 }?.coefficient == 600)
    #expect(square.leadingCoefficient == 1)
    let large = row.scaled(by: Integer(Int.max))
    #expect(large * row == square.scaled(by: Integer(Int.max)))
  }
}
