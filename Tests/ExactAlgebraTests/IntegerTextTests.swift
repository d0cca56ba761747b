import Testing

@testable import ExactAlgebra

@Suite struct IntegerTextTests {
  @Test(arguments: [
    "0", "7", "-7", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
    "18446744073709551616", "1000000000000000000", "1000000000000000001",
    "100000000000000000000000000000000000000", "-340282366920938463463374607431768211455",
    "123456789012345678901234567890123456789012345678901234567890",
  ])
  func textComesBack(_ text: String) {
    #expect(Integer(text)?.description == text)
  }

  @Test(arguments: [("+5", 5), ("-0", 0), ("007", 7), ("-0012", -12)])
  func otherSpellings(_ text: String, _ value: Int) {
    #expect(Integer(text) == Integer(value))
  }

  @Test(arguments: ["", "-", "+", "1 2", "1.0", "x", "--1", "1e3", " 1", "0x10", "٣"])
  func othersAreRefused(_ text: String) {
    #expect(Integer(text) == nil)
  }

  @Test(arguments: 1...40)
  func textOfRandomValuesComesBack(seed: Int) {
    var random = RandomValues(seed: seed)
    let value = random.integer(limbs: 9)
    #expect(Integer(value.description) == value)
  }

  @Test func doublesOfWordsAreExactUpTo53Bits() {
    #expect(Integer(0).doubleValue == 0)
    #expect(Integer(-3).doubleValue == -3)
    #expect(Integer(1 << 52 + 1).doubleValue == Double(1 << 52 + 1))
  }

  @Test(arguments: [63, 64, 100, 500, 1000, 1023])
  func doublesOfPowersOfTwoAreExact(_ k: Int) {
    let expected = Double(sign: .plus, exponent: k, significand: 1)
    #expect(Integer(2).power(k).doubleValue == expected)
    #expect((-Integer(2).power(k)).doubleValue == -expected)
  }

  @Test func doublesBeyondTheRangeAreInfinite() {
    #expect(Integer(2).power(1024).doubleValue == .infinity)
    #expect((-Integer(10).power(400)).doubleValue == -.infinity)
    #expect(Integer(10).power(300).doubleValue == 1e300)
    #expect((Integer(2).power(1024) - 1).doubleValue == .infinity)
  }

  // 2¹⁰⁰ + 2⁴⁷ lies halfway between two doubles and goes to the even one; one more bit goes up.
  @Test func tiesGoToEven() {
    let base = Integer(2).power(100)
    let half = Integer(2).power(47)
    let step = Double(sign: .plus, exponent: 48, significand: 1)
    #expect((base + half).doubleValue == base.doubleValue)
    #expect((base + half + 1).doubleValue == base.doubleValue + step)
    #expect((base + 3 * half).doubleValue == base.doubleValue + 2 * step)
  }
}
