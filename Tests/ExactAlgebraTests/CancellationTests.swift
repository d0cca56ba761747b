import Testing

@testable import ExactAlgebra

@Suite struct CancellationTests {
  private func difference(_ pairs: [(Polynomial, Polynomial)], _ value: Polynomial) -> ProductSum {
    let layout = MonomialLayout(variableCount: 4, exponent: 7)
    var sum = ProductSum(layout: layout)
    for (left, right) in pairs { sum.add(left.repacked(layout), right.repacked(layout)) }
    sum.add(Polynomial.one.repacked(layout), value.repacked(layout), isNegative: true)
    return sum
  }

  // Σ aᵢ bᵢ less its expansion is zero, and with one term more it is not.
  @Test(arguments: 1...30)
  func sumsVanishExactlyWhenTheyDo(seed: Int) {
    var random = RandomValues(seed: seed)
    let pairs = (0..<4).map { _ in
      (random.polynomial(variables: 4, terms: 6), random.polynomial(variables: 4, terms: 40))
    }
    let whole = Polynomial.sumOfProducts(pairs)
    let right = difference(pairs, whole)
    let wrong = difference(pairs, whole + x)
    #expect(CancellationTable<UInt64>.areAllZero([right, right, right]))
    #expect(!CancellationTable<UInt64>.areAllZero([right, wrong]))
    #expect(!CancellationTable<UInt64>.areAllZero([wrong, right]))
  }

  // 2⁶² · 4 wraps to zero in a word.
  @Test func wrappedWordsAreNotZero() {
    let large = Polynomial(1 << 62) * x
    let sum = difference([(4 * y, large)], .zero)
    #expect(!CancellationTable<UInt64>.areAllZero([sum]))
    #expect(CancellationTable<UInt64>.areAllZero([difference([(4 * y, large)], 4 * large * y)]))
  }

  // 32 + 9 variables need two words; the solution of p x = q is q/p in any of them.
  @Test func monomialsOfTwoWords() {
    let variables = (0..<41).map { Polynomial.variable($0) }
    let rate = variables.reduce(Polynomial.zero, +)
    let system = LinearSystem(matrix: [[rate]], rightHandSide: [variables[40]])
    let value = Fraction(variables[40], rate)
    #expect(system.isSolved(by: [value]))
    #expect(!system.isSolved(by: [Fraction(variables[39], rate)]))
    #expect(system.solve() == .unique([value]))
  }
}
