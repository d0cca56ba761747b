import Testing

@testable import ExactAlgebra

@Suite struct IntegerTests {
  @Test(arguments: [0, 1, -1, 42, Int.max, Int.min])
  func aWordComesBack(_ word: Int) {
    #expect(Integer(word).asInt == word)
    #expect(Integer(word).description == String(word))
  }

  @Test func literalsAreWords() {
    let value: Integer = 17
    #expect(value == Integer(17))
    #expect((-5 as Integer).asInt == -5)
  }

  // −2⁶³ fits a word, 2⁶³ does not: one limb with either sign must find its one form.
  @Test func limbsTakeTheOneForm() {
    #expect(Integer(negative: true, limbs: [1 << 63]) == Integer(Int.min))
    #expect(Integer(negative: true, limbs: [1 << 63]).asInt == Int.min)
    #expect(Integer(negative: false, limbs: [1 << 63]).asInt == nil)
    #expect(Integer(negative: false, limbs: [5, 0, 0]) == 5)
    #expect(Integer(negative: true, limbs: [5]) == -5)
    #expect(Integer(negative: true, limbs: []) == 0)
    #expect(Integer(negative: true, limbs: [0, 0]) == 0)
  }

  @Test func doubleWordsKeepTheirValue() {
    #expect(Integer(Int128(7)) == 7)
    #expect(Integer(Int128(Int.min)) == Integer(Int.min))
    #expect(Integer(Int128(Int.max) + 1) == decimal("9223372036854775808"))
    #expect(Integer(Int128.min) == -Integer(2).power(127))
    #expect(Integer(Int128.max) == Integer(2).power(127) - 1)
  }

  @Test func zeroAndOneAreKnown() {
    #expect(Integer.zero.isZero)
    #expect(!Integer.one.isZero)
    #expect(Integer.one.isOne)
    #expect(!Integer(-1).isOne)
    #expect(!Integer(2).power(64).isOne)
  }

  @Test(arguments: [
    ("0", 0), ("5", 1), ("-5", -1), ("123456789012345678901234567890", 1),
    ("-123456789012345678901234567890", -1),
  ])
  func signsAreRead(_ text: String, _ sign: Int) {
    #expect(decimal(text).signum == sign)
    #expect(decimal(text).isNegative == (sign < 0))
  }

  @Test func magnitudeDropsTheSign() {
    #expect(Integer(-3).magnitude == 3)
    #expect(Integer(3).magnitude == 3)
    #expect(Integer(Int.min).magnitude == decimal("9223372036854775808"))
    #expect((-Integer(10).power(30)).magnitude == Integer(10).power(30))
  }

  // 2ᵏ needs k + 1 bits, 2ᵏ − 1 needs k.
  @Test(arguments: [0, 1, 5, 62, 63, 64, 65, 127, 128, 200])
  func bitWidthOfPowersOfTwo(_ k: Int) {
    let power = Integer(2).power(k)
    #expect(power.bitWidth == k + 1)
    #expect((power - 1).bitWidth == k)
    #expect((-power).bitWidth == k + 1)
  }

  @Test func orderCrossesWordsAndLimbs() {
    let huge = Integer(10).power(40)
    let ascending: [Integer] = [
      -huge * huge, -huge - 1, -huge, Integer(Int.min), -1, 0, 1, Integer(Int.max), huge,
      huge + 1, huge * huge,
    ]
    for i in ascending.indices {
      for j in ascending.indices {
        #expect((ascending[i] < ascending[j]) == (i < j))
        #expect((ascending[i] == ascending[j]) == (i == j))
      }
    }
  }

  @Test func equalValuesHashEqually() {
    let a = Integer(2).power(100)
    let b = Integer(4).power(50)
    #expect(a == b)
    #expect(a.hashValue == b.hashValue)
    #expect(Set([a, b, 3]).count == 2)
  }

  @Test func limbsOfAWord() {
    #expect(Integer(0).magnitudeLimbs == [])
    #expect(Integer(-9).magnitudeLimbs == [9])
    #expect(Integer(Int.min).magnitudeLimbs == [1 << 63])
    #expect(Integer(2).power(64).magnitudeLimbs == [0, 1])
  }
}
