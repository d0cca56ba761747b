import Testing

@testable import ExactAlgebra

@Suite struct RationalTests {
  @Test(arguments: [
    (6, 8, 3, 4), (-6, 8, -3, 4), (6, -8, -3, 4), (-6, -8, 3, 4), (0, -5, 0, 1), (5, 5, 1, 1),
    (7, 1, 7, 1),
  ])
  func lowestTerms(_ n: Int, _ d: Int, _ top: Int, _ bottom: Int) {
    let value = Rational(n, d)
    #expect(value.numerator == Integer(top))
    #expect(value.denominator == Integer(bottom))
  }

  @Test(arguments: [
    ("3/4", 3, 4), ("-2", -2, 1), ("0.25", 1, 4), ("1e-3", 1, 1000), ("-6/4", -3, 2),
    ("2.5e1", 25, 1), ("+1/2", 1, 2), (".5", 1, 2), ("3.", 3, 1), ("1E2", 100, 1),
    ("-0.125", -1, 8), ("0/7", 0, 1), ("12e0", 12, 1),
  ])
  func textIsExact(_ text: String, _ n: Int, _ d: Int) {
    #expect(Rational(text) == Rational(n, d))
  }

  @Test(arguments: [
    "", "1/0", "1/", "/2", "1/2/3", "a", "1e", "1.2.3", ".", "-", "1/-2", "1e999999999", "0.2/3",
    "--1", "1 / 2", "e5", "-.",
  ])
  func othersAreRefused(_ text: String) {
    #expect(Rational(text) == nil)
  }

  @Test(arguments: ["3/4", "-3/4", "5", "0", "-7", "123456789012345678901234567890/11"])
  func textComesBack(_ text: String) {
    #expect(Rational(text)?.description == text)
  }

  @Test func properties() {
    #expect(Rational.zero.isZero)
    #expect(Rational.one.isOne)
    #expect(Rational(4, 2).isInteger)
    #expect(!Rational(1, 2).isInteger)
    #expect(Rational(-1, 2).isNegative)
    #expect(Rational(-1, 2).signum == -1)
    #expect(Rational(-1, 2).magnitude == Rational(1, 2))
    #expect(Rational(-7, 3).height == 7)
    #expect(Rational(2, 9).height == 9)
    #expect(Rational(Integer(5)) == 5)
  }

  @Test func inversesKeepTheSignAbove() {
    #expect(Rational(-2, 3).inverse == Rational(-3, 2))
    #expect(Rational(-2, 3).inverse.denominator == 2)
    #expect(Rational(1, 5).inverse == 5)
  }

  // 1/2 + 1/3 = 5/6, 1/2 · 2/3 = 1/3, 1/2 : 3/4 = 2/3
  @Test func knownResults() {
    #expect(Rational(1, 2) + Rational(1, 3) == Rational(5, 6))
    #expect(Rational(1, 2) - Rational(1, 3) == Rational(1, 6))
    #expect(Rational(1, 2) * Rational(2, 3) == Rational(1, 3))
    #expect(Rational(1, 2) / Rational(3, 4) == Rational(2, 3))
    #expect(-Rational(1, 2) == Rational(-1, 2))
    #expect(Rational(3) + 4 == 7)
  }

  @Test func inPlaceOperators() {
    var value = Rational(1, 2)
    value += Rational(1, 3)
    value -= Rational(1, 6)
    #expect(value == Rational(2, 3))
    value *= Rational(9, 2)
    value /= 6
    #expect(value == Rational(1, 2))
  }

  @Test func powers() {
    #expect(Rational(2, 3).power(3) == Rational(8, 27))
    #expect(Rational(-2, 3).power(-3) == Rational(-27, 8))
    #expect(Rational(5, 7).power(0) == 1)
    #expect(Rational.zero.power(0) == 1)
    #expect(Rational.zero.power(2) == 0)
  }

  @Test func roots() {
    #expect(Rational(9, 16).squareRoot() == Rational(3, 4))
    #expect(Rational(2).squareRoot() == nil)
    #expect(Rational(4, 3).squareRoot() == nil)
    #expect(Rational(-4).squareRoot() == nil)
    #expect(Rational.zero.squareRoot() == 0)
  }

  @Test func order() {
    let ascending: [Rational] = [-2, Rational(-3, 2), Rational(-1, 3), 0, Rational(1, 3), 1]
    #expect(ascending.shuffled().sorted() == ascending)
    #expect(Rational(1, 3) < Rational(34, 100))
    #expect(!(Rational(1, 3) < Rational(1, 3)))
  }

  @Test(arguments: 1...50)
  func fieldLaws(seed: Int) {
    var random = RandomValues(seed: seed)
    let a = random.rational(below: 1000)
    let b = random.rational(below: 1000)
    let c = random.rational(below: 1000)
    #expect(a + b == b + a)
    #expect((a + b) + c == a + (b + c))
    #expect(a * (b + c) == a * b + a * c)
    #expect(a - a == 0)
    if !b.isZero {
      #expect(a / b * b == a)
      #expect(b * b.inverse == 1)
    }
    #expect(Integer.gcd(a.numerator, a.denominator) == 1 || a.isZero)
    #expect(a.denominator > 0)
    #expect((a < b) == (a.doubleValue < b.doubleValue) || a == b)
  }

  @Test func doublesOfOrdinaryFractions() {
    #expect(Rational(1, 4).doubleValue == 0.25)
    #expect(Rational(1, 3).doubleValue == 1.0 / 3)
    #expect(Rational(-22, 7).doubleValue == -22.0 / 7)
    #expect(Rational.zero.doubleValue == 0)
  }

  // Numerator and denominator beyond the range of doubles, the quotient inside.
  @Test func doublesOfHugeFractions() {
    let huge = Integer(10).power(400)
    #expect(Rational(huge, huge * 4).doubleValue == 0.25)
    #expect(Rational(huge + 1, huge).doubleValue == 1)
    #expect(Rational(huge * 3, huge * 7 + 1).doubleValue == 3.0 / 7)
    #expect(Rational(-huge, 3).doubleValue == -.infinity)
    #expect(Rational(1, huge).doubleValue == 0)
    #expect(Rational(1, Integer(10).power(300)).doubleValue == 1e-300)
    // 10²⁵ is no double itself: dividing the rounded one would end one place too high.
    #expect(Rational(Integer(10).power(25), 3).doubleValue == 3.3333333333333333333e24)
  }

  @Test(arguments: ["0.1", "1e-20", "123456789.987654321", "3.141592653589793", "2.5e-300"])
  func doublesOfDecimalsAreTheLiterals(_ text: String) {
    #expect(Rational(text)?.doubleValue == Double(text))
  }
}
