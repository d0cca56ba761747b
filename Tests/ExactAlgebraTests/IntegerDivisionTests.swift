import Testing

@testable import ExactAlgebra

@Suite struct IntegerDivisionTests {
  @Test(arguments: [
    (7, 2, 3, 1), (-7, 2, -3, -1), (7, -2, -3, 1), (-7, -2, 3, -1), (0, 5, 0, 0), (6, 3, 2, 0),
    (3, 5, 0, 3),
  ])
  func roundsTowardZero(_ a: Int, _ b: Int, _ quotient: Int, _ remainder: Int) {
    let result = Integer(a).quotientAndRemainder(dividingBy: Integer(b))
    #expect(result.quotient == Integer(quotient))
    #expect(result.remainder == Integer(remainder))
  }

  // Int.min / −1 is the one quotient of words that is not a word.
  @Test func theQuotientThatLeavesTheWord() {
    let result = Integer(Int.min).quotientAndRemainder(dividingBy: -1)
    #expect(result.quotient == decimal("9223372036854775808"))
    #expect(result.remainder == 0)
  }

  @Test func knownLongQuotients() {
    let a = Integer(10).power(50) + 3
    let b = Integer(10).power(20) + 9
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    #expect(quotient == decimal("999999999999999999910000000000"))
    #expect(remainder == 810_000_000_003)
    let (seventh, rest) = Integer(10).power(40).quotientAndRemainder(dividingBy: 7)
    #expect(seventh == decimal("1428571428571428571428571428571428571428"))
    #expect(rest == 4)
  }

  @Test(arguments: 1...300)
  func identityOnEdgeLimbs(seed: Int) {
    var random = RandomValues(seed: seed)
    let a = random.integer(limbs: 8)
    let b = random.nonzeroInteger(limbs: 5)
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    #expect(quotient * b + remainder == a)
    #expect(remainder.magnitude < b.magnitude)
    #expect(remainder.isZero || remainder.isNegative == a.isNegative)
  }

  // Knuth's step D3 guesses a digit one or two too large, and D6 adds back, only for special limbs:
  // a divisor just above half the base with a long tail of ones does it.
  @Test(
    arguments: [
      ([0, 0, 1 << 63, (1 << 63) - 1], [1, 0, 1 << 63]),
      ([0, .max - 1, 1 << 63], [.max, 1 << 63]),
      ([0, 0, 0, 1 << 63], [1, 0, 1 << 63]),
      ([.max, .max, .max, .max], [.max, .max]),
      ([0, 0, .max, .max - 1], [.max, .max]),
      ([3, 0, 1 << 63], [1, 0, 1 << 61]),
      ([0, 0, 1 << 63, 1 << 63], [.max, 0, 1 << 63]),
      ([0, 0, 0, .max, .max - 1], [.max, .max, .max]),
    ] as [([UInt], [UInt])])
  func digitsThatAreGuessedWrong(_ a: [UInt], _ b: [UInt]) {
    let dividend = Integer(negative: false, limbs: a)
    let divisor = Integer(negative: false, limbs: b)
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    #expect(quotient * divisor + remainder == dividend)
    #expect(!remainder.isNegative && remainder < divisor)
  }

  @Test(arguments: 1...60)
  func productsDivideExactly(seed: Int) {
    var random = RandomValues(seed: seed)
    let a = random.integer(limbs: 7)
    let b = random.nonzeroInteger(limbs: 7)
    #expect((a * b).divided(exactlyBy: b) == a)
    if b.magnitude > 1 { #expect((a * b + 1).divided(exactlyBy: b) == nil) }
  }

  @Test func remaindersModuloAWordAreNotNegative() {
    #expect(Integer(10).remainder(modulo: 3) == 1)
    #expect(Integer(-10).remainder(modulo: 3) == 2)
    #expect(Integer(-9).remainder(modulo: 3) == 0)
    #expect(Integer(Int.min).remainder(modulo: 10) == 2)
    #expect(Integer(10).power(40).remainder(modulo: 7) == 4)
    #expect((-Integer(10).power(40)).remainder(modulo: 7) == 3)
    #expect(Integer(2).power(64).remainder(modulo: .max) == 1)
  }

  @Test(arguments: [
    (0, 0, 0), (0, 5, 5), (-4, 0, 4), (12, 18, 6), (-12, 18, 6), (17, 5, 1), (1, 100, 1),
    (64, 48, 16),
  ])
  func divisorsOfWords(_ a: Int, _ b: Int, _ expected: Int) {
    #expect(Integer.gcd(Integer(a), Integer(b)) == Integer(expected))
    #expect(Integer.gcd(Integer(b), Integer(a)) == Integer(expected))
  }

  @Test func divisorOfTheSmallestWord() {
    #expect(Integer.gcd(Integer(Int.min), Integer(Int.min)) == Integer(2).power(63))
    #expect(Integer.gcd(Integer(Int.min), 0) == Integer(2).power(63))
    #expect(Integer.gcd(Integer(Int.min), 12) == 4)
  }

  @Test(arguments: 1...60)
  func commonFactorsAreRecovered(seed: Int) {
    var random = RandomValues(seed: seed)
    let a = random.integer(limbs: 4)
    let b = random.integer(limbs: 4)
    let g = random.nonzeroInteger(limbs: 3)
    let divisor = Integer.gcd(a * g, b * g)
    #expect(divisor == Integer.gcd(a, b) * g.magnitude)
    #expect(!divisor.isNegative)
  }

  @Test func squareRootsOfWords() {
    for n in 0...200 {
      let root = Integer(n).squareRoot()
      let floor = Int(Double(n).squareRoot())
      #expect(root == (floor * floor == n ? Integer(floor) : nil))
    }
    #expect(Integer(-4).squareRoot() == nil)
  }

  @Test(arguments: 1...40)
  func squareRootsOfSquares(seed: Int) {
    var random = RandomValues(seed: seed)
    let a = random.integer(limbs: 4).magnitude
    #expect((a * a).squareRoot() == a)
    if a > 0 {
      #expect((a * a + 1).squareRoot() == nil)
      #expect((a * a + 2 * a).squareRoot() == nil)
    }
  }
}
