import Testing

@testable import ExactAlgebra

@Suite struct CancellationTests {
  private let layout = MonomialLayout(variableCount: 4, exponent: 7)

  /// Whether Σ left · right − value vanishes for each of the values, one after the other.
  private func vanish(_ pairs: [(Polynomial, Polynomial)], _ values: [Polynomial]) -> [Bool?] {
    let packed = (pairs.map(\.1) + values).map { $0.repacked(layout) }
    guard var test = ZeroTest<UInt64>(packed, layout: layout) else { return [] }
    var answers: [Bool?] = []
    for index in values.indices {
      for (number, pair) in pairs.enumerated() { test.add(pair.0, times: number) }
      test.add(.one, times: pairs.count + index, isNegative: true)
      answers.append(test.vanishes())
      if answers.last != true { break }
    }
    return answers
  }

  // Σ aᵢ bᵢ less its expansion is zero, and with one term more it is not.
  @Test(arguments: 1...30)
  func sumsVanishExactlyWhenTheyDo(seed: Int) {
    var random = RandomValues(seed: seed)
    let pairs = (0..<4).map { _ in
      (random.polynomial(variables: 4, terms: 6), random.polynomial(variables: 4, terms: 40))
    }
    let whole = Polynomial.sumOfProducts(pairs)
    #expect(vanish(pairs, [whole, whole, whole]) == [true, true, true])
    #expect(vanish(pairs, [whole, whole + x]) == [true, false])
    #expect(vanish(pairs, [whole - w * w]) == [false])
  }

  // (1 + x + x² + …) (…) has hundreds of terms: the greatest, the least and one between are missed.
  @Test func longSumsAreTestedToTheirEnd() {
    let long = [x, y, z, w].reduce(Polynomial.one) { product, variable in
      product * (0...6).reduce(.zero) { $0 + variable.power($1) }
    }
    let pairs = [(x, long), (3 * y * w, long), (2 - z, long)]
    let whole = Polynomial.sumOfProducts(pairs)
    #expect(long.termCount == 2401)
    #expect(vanish(pairs, [whole, whole]) == [true, true])
    for missed in [Polynomial.one, x.power(7) * y.power(6), x.power(3) * w.power(5)] {
      #expect(vanish(pairs, [whole, whole - missed]) == [true, false])
    }
  }

  // 2⁶² · 4 wraps to zero in a word, so the test does not answer; the system does.
  @Test func wrappedWordsAreNotZero() {
    let large = Polynomial(1 << 62) * x
    #expect(vanish([(4 * y, large)], [.zero]) == [nil])
    let system = LinearSystem(matrix: [[4 * y]], rightHandSide: [4 * y * large])
    #expect(system.isSolved(by: [Fraction(large)]))
    #expect(!system.isSolved(by: [Fraction(large + 1)]))
    let zero = LinearSystem(matrix: [[4 * y]], rightHandSide: [.zero])
    #expect(!zero.isSolved(by: [Fraction(large)]))
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

  // xᵃ y · xᵇ y / (1 + z) = xᵃ⁺ᵇ y² / (1 + z), packed alike or not, up to sums that reach the highest bit
  // of their fields.
  @Test(arguments: [(1, 1), (7, 7), (8, 7), (3, 200), (127, 127), (40_000, 40_000)])
  func exponentsOfAnyHeight(factor: Int, value: Int) {
    func power(_ exponent: Int) -> Polynomial { x.power(exponent) * y }
    func system(_ exponent: Int) -> LinearSystem {
      LinearSystem(
        matrix: [[power(factor), .zero], [1 + z, 1 - z]],
        rightHandSide: [x.power(exponent) * y * y, 2 * power(value)])
    }
    let values = [Fraction(power(value), 1 + z), Fraction(power(value), 1 - z)]
    let cleared = LinearSystem(
      matrix: [[power(factor) * (1 + z), .zero]],
      rightHandSide: [x.power(factor + value) * y * y])
    #expect(cleared.isSolved(by: values))
    #expect(!system(factor + value).isSolved(by: values))
    let whole = [Fraction(power(value)), Fraction(power(value))]
    #expect(system(factor + value).isSolved(by: whole))
    #expect(!system(factor + value + 1).isSolved(by: whole))
    #expect(!system(factor + value - 1).isSolved(by: whole))
    // Nothing here has the exponent of the sums, so that these reach the highest bit of their fields.
    for spare in [Polynomial.one, .variable(17)] {
      let equal = LinearSystem(
        matrix: [[power(factor) * spare, -(power(factor) * spare)]], rightHandSide: [.zero])
      #expect(equal.isSolved(by: whole))
      #expect(!equal.isSolved(by: [whole[0], Fraction(power(value - 1))]))
    }
  }
}
