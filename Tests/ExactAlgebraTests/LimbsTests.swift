import Testing

@testable import ExactAlgebra

@Suite struct LimbsTests {
  @Test func trimmingDropsLeadingZeros() {
    var limbs: [UInt] = [0, 3, 0, 0]
    Limbs.trim(&limbs)
    #expect(limbs == [0, 3])
    limbs = [0, 0]
    Limbs.trim(&limbs)
    #expect(limbs == [])
  }

  @Test func comparison() {
    #expect(Limbs.isLess([], [1]))
    #expect(Limbs.isLess([.max], [0, 1]))
    #expect(Limbs.isLess([9, 1], [0, 2]))
    #expect(!Limbs.isLess([1, 2], [1, 2]))
    #expect(!Limbs.isLess([2, 2], [1, 2]))
  }

  @Test func carriesRunThrough() {
    #expect(Limbs.sum([.max, .max], [1]) == [0, 0, 1])
    #expect(Limbs.sum([1], [.max, .max]) == [0, 0, 1])
    #expect(Limbs.sum([], [5]) == [5])
    #expect(Limbs.sum([.max, .max], [.max, .max]) == [.max - 1, .max, 1])
  }

  @Test func additionAtAnOffset() {
    var limbs: [UInt] = [1]
    Limbs.add([2, 3][...], to: &limbs, at: 1)
    #expect(limbs == [1, 2, 3])
    limbs = [.max, .max]
    Limbs.add([1][...], to: &limbs, at: 0)
    #expect(limbs == [0, 0, 1])
  }

  @Test func borrowsRunThrough() {
    #expect(Limbs.difference([0, 0, 1], [1]) == [.max, .max])
    #expect(Limbs.difference([5], [5]) == [])
    #expect(Limbs.difference([3, 7], [3, 7]) == [])
    #expect(Limbs.difference([3, 7], []) == [3, 7])
  }

  @Test func widthsAndTrailingZeros() {
    #expect(Limbs.bitWidth([]) == 0)
    #expect(Limbs.bitWidth([1]) == 1)
    #expect(Limbs.bitWidth([0, 1]) == 65)
    #expect(Limbs.trailingZeroBits([]) == 0)
    #expect(Limbs.trailingZeroBits([8]) == 3)
    #expect(Limbs.trailingZeroBits([0, 2]) == 65)
  }

  @Test func multiplicationByAWord() {
    var limbs: [UInt] = [.max, .max]
    // (β² − 1)(β − 1) + (β − 1) = β³ − β² : limbs 0, 0, β − 1.
    Limbs.multiply(&limbs, by: .max, adding: .max)
    #expect(limbs == [0, 0, .max])
    limbs = []
    Limbs.multiply(&limbs, by: 10, adding: 7)
    #expect(limbs == [7])
  }

  @Test func divisionByAWord() {
    var limbs: [UInt] = [7, 1]
    // β + 7 = 10·(β + 7 div 10) + rest; β = 18446744073709551616, so β + 7 ends in 3.
    #expect(Limbs.divide(&limbs, by: 10) == 3)
    #expect(limbs == [1_844_674_407_370_955_162])
    limbs = [3]
    #expect(Limbs.divide(&limbs, by: 10) == 3)
    #expect(limbs == [])
  }

  @Test func products() {
    #expect(Limbs.product([], [1]) == [])
    #expect(Limbs.product([3], [5]) == [15])
    #expect(Limbs.product([.max], [.max]) == [1, .max - 1])
    #expect(Limbs.product([0, 1], [0, 0, 1]) == [0, 0, 0, 1])
  }

  @Test(arguments: [0, 1, 31, 63, 64, 65, 128, 129])
  func shiftsAreInverse(_ count: Int) {
    let limbs: [UInt] = [0x1234_5678_9ABC_DEF0, 0xFEDC_BA98, .max]
    #expect(Limbs.shiftedRight(Limbs.shiftedLeft(limbs, by: count), by: count) == limbs)
  }

  @Test func shiftsOfAll() {
    #expect(Limbs.shiftedLeft([], by: 70) == [])
    #expect(Limbs.shiftedRight([5], by: 64) == [])
    #expect(Limbs.shiftedRight([5], by: 3) == [])
    #expect(Limbs.shiftedRight([0, 1], by: 1) == [1 << 63])
    #expect(Limbs.shiftedLeft([1 << 63], by: 1) == [0, 1])
  }

  @Test func quotientsOfShorterByLonger() {
    let (quotient, remainder) = Limbs.quotientAndRemainder([5], [0, 1])
    #expect(quotient == [])
    #expect(remainder == [5])
  }
}
