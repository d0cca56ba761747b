import Testing

@testable import ExactAlgebra

/// Sums and products of few terms against those of many, which are merged in another way.
@Suite struct FewTermsTests {
  /// Polynomials far apart in their variables, with degrees that fill fields of four and of eight bits.
  private static func operand(_ random: inout RandomValues) -> Polynomial {
    let terms = random.word(in: 1...6)
    let degree = [1, 3, 7, 8, 127][random.word(in: 0...4)]
    let value = random.nonzeroPolynomial(variables: 3, terms: terms, degree: degree, bound: 4)
    let shift = [0, 0, 14, 15, 40][random.word(in: 0...4)]
    return value.renamed { $0 + shift }
  }

  @Test(arguments: 1...200)
  func agreeWithMerging(seed: Int) throws {
    var random = RandomValues(seed: seed)
    let (a, b) = (Self.operand(&random), Self.operand(&random))
    let product = Polynomial.sumOfProducts([(a, b)])
    #expect(a * b == product)
    #expect(b * a == product)
    if let few = Polynomial.productOfFew(a, b) { #expect(few == product) }
    let sum = Polynomial.sum(ofTerms: a.terms + b.terms)
    #expect(try #require(Polynomial.sumOfFew(a, b, negatingRight: false)) == sum)
    let difference = Polynomial.sum(ofTerms: a.terms + (-b).terms)
    #expect(try #require(Polynomial.sumOfFew(a, b, negatingRight: true)) == difference)
    let square = Polynomial.sumOfProducts([(a, a)])
    let products = Polynomial.sum(ofTerms: product.terms + square.terms + b.terms)
    #expect(Polynomial.sumOfProducts([(a, b), (a, a), (b, 1)]) == products)
    if let few = Polynomial.sumOfFewProducts([(a, b), (a, a), (1, b)]) { #expect(few == products) }
    #expect(Polynomial.sumOfFewProducts([(x, y), (x, -y)]) == .zero)
    #expect(a - a == .zero)
    #expect((a - a).termCount == 0)
    // (a + b)² = a² + 2ab + b²
    #expect((a + b) * (a + b) == a * a + 2 * a * b + b * b)
  }

  // Fields of four bits hold exponents up to 7, those of eight up to 127: the next product has no room.
  @Test(arguments: [7, 127])
  func fieldsThatAreFull(exponent: Int) {
    let full = x.power(exponent)
    #expect(Polynomial.productOfFew(full, x) == nil)
    #expect(Polynomial.productOfFew(full + y, x + 1) == nil)
    #expect((full * x).degree(in: 0) == exponent + 1)
    #expect(((full + y) * (x + 1)).degree(in: 0) == exponent + 1)
    // The neighbour's field is not touched.
    let other = y.power(exponent == 7 ? 1 : 8)
    #expect((full * other).variables == [0, 1])
    #expect(Polynomial.productOfFew(full, other) == full * other)
    #expect(Polynomial.productOfFew(full + 1, other) == full * other + other)
  }

  @Test func coefficientsThatLeaveTheWord() {
    let large = x.scaled(by: Integer(Int.max))
    #expect(Polynomial.productOfFew(large, 2 * y) == nil)
    #expect(Polynomial.productOfFew(large + 1, 2 * y + 1) == nil)
    #expect(Polynomial.sumOfFew(large, x, negatingRight: false) == nil)
    #expect(Polynomial.sumOfFew(-large - x, x, negatingRight: true) == nil)
    #expect((large * (2 * y)).leadingCoefficient == Integer(Int.max) * 2)
    #expect((large + x).leadingCoefficient == Integer(Int.max) + 1)
    #expect((x.scaled(by: Integer(Int.min)) - x).leadingCoefficient == Integer(Int.min) - 1)
  }

  @Test(arguments: [0, 1, 15, 16, 31, 300])
  func variables(index: Int) {
    let value = Polynomial.variable(index)
    #expect(value == Polynomial(terms: [([index: 1], 1)]))
    #expect(value.variables == [index])
    #expect(value.totalDegree == 1)
    #expect((value * value).degree(in: index) == 2)
  }

  // xy − yx + x² is x², −xy + yx is zero, and −xy − x² keeps both signs; a sum is used again.
  @Test func sumsOfProductsOneAfterTheOther() {
    let layout = MonomialLayout(variableCount: 3, exponent: 4)
    let (a, b) = (x.repacked(layout), y.repacked(layout))
    func sum(_ products: [(Polynomial, Polynomial, isNegative: Bool)]) -> Polynomial {
      var sum = ProductSum(layout: layout)
      sum.add(a, a)
      sum.removeAll()
      for (left, right, isNegative) in products { sum.add(left, right, isNegative: isNegative) }
      return sum.polynomial()
    }
    #expect(sum([(a, b, false), (b, a, true), (a, a, false)]) == x * x)
    #expect(sum([(a, b, true), (b, a, false)]).isZero)
    let both = sum([(a, b, true), (a, a, true)])
    #expect(both == -(x * y) - x * x)
    #expect(both.layout == layout)
    #expect(sum([]).isZero)
  }

  @Test(arguments: 1...40)
  func sumsOfProductsAsExpanded(seed: Int) {
    var random = RandomValues(seed: seed)
    let layout = MonomialLayout(variableCount: 4, exponent: 12)
    var sum = ProductSum(layout: layout)
    var expected = Polynomial.zero
    for _ in 0..<3 {
      let left = random.polynomial(variables: 4, terms: 2, degree: 3)
      let right = random.polynomial(variables: 4, terms: 3, degree: 3)
      for isNegative in [seed % 2 == 0, seed % 3 == 0] {
        sum.removeAll()
        sum.add(left.repacked(layout), right.repacked(layout), isNegative: isNegative)
        sum.add(right.repacked(layout), left.repacked(layout), isNegative: seed % 5 == 0)
        let product = left * right
        expected = (isNegative ? -product : product) + (seed % 5 == 0 ? -product : product)
        #expect(sum.polynomial() == expected)
      }
    }
  }
}

extension Polynomial {
  /// By sorting, as no sum of few terms is made.
  fileprivate static func sum(ofTerms terms: [Term]) -> Polynomial {
    Polynomial(
      terms: terms.map { term in
        let exponents = term.exponents.map { ($0.variable, $0.exponent) }
        return (Dictionary(uniqueKeysWithValues: exponents), term.coefficient)
      })
  }
}
