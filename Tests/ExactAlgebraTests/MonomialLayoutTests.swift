import Testing

@testable import ExactAlgebra

@Suite struct MonomialLayoutTests {
  @Test(arguments: [
    (0, 0, 1), (1, 1, 1), (4, 100, 1), (8, 100, 1), (12, 15, 1), (16, 7, 1), (17, 7, 2), (16, 8, 2),
    (42, 3, 2), (32, 1, 1), (33, 1, 2), (42, 7, 3), (2, 1 << 30, 1), (3, 1 << 30, 2),
  ])
  func wordsNeeded(_ variables: Int, _ exponent: Int, _ stride: Int) {
    let layout = MonomialLayout(variableCount: variables, exponent: exponent)
    #expect(layout.stride == stride)
    #expect(exponent < 1 << (layout.bits - 1))
    #expect(layout.stride * layout.fieldsPerWord >= variables)
  }

  // Four 16-bit fields: the guard is the highest bit of each.
  @Test func guardsAreTheHighestBits() {
    let layout = MonomialLayout(variableCount: 4, exponent: 1)
    #expect(layout.bits == 16)
    #expect(layout.guardMask == 0x8000_8000_8000_8000)
    #expect(layout.shift(of: 0) == 48)
    #expect(layout.shift(of: 3) == 0)
  }

  // Words filled up: as many fields as there is room for, whatever was asked for.
  @Test(arguments: [
    (0, 0, 4, 16, 0x8888_8888_8888_8888 as UInt64), (16, 7, 4, 16, 0x8888_8888_8888_8888),
    (17, 7, 4, 32, 0x8888_8888_8888_8888), (3, 8, 8, 8, 0x8080_8080_8080_8080),
    (9, 127, 8, 16, 0x8080_8080_8080_8080), (1, 128, 16, 4, 0x8000_8000_8000_8000),
    (2, 1 << 15, 32, 2, 0x8000_0000_8000_0000),
  ])
  func commonShapes(_ asked: Int, _ exponent: Int, _ bits: Int, _ count: Int, _ guards: UInt64) {
    let layout = MonomialLayout.common(variableCount: asked, exponent: exponent)
    #expect(layout.bits == bits)
    #expect(layout.variableCount == count)
    #expect(layout.stride * layout.fieldsPerWord == count)
    #expect(layout.guardMask == guards)
    #expect(exponent < 1 << (layout.bits - 1))
  }

  @Test func fieldwiseComparisons() {
    let layout = MonomialLayout(variableCount: 4, exponent: 1)
    let a: UInt64 = 0x0005_0000_7FFF_0003
    let b: UInt64 = 0x0004_0001_7FFF_0004
    #expect(layout.fieldwiseMaximum(a, b) == 0x0005_0001_7FFF_0004)
    #expect(layout.fieldwiseMinimum(a, b) == 0x0004_0000_7FFF_0003)
    #expect(!layout.isMultiple(a, of: b))
    #expect(layout.isMultiple(0x0005_0001_7FFF_0004, of: b))
    #expect(layout.isMultiple(a, of: 0))
  }

  @Test(arguments: 1...40)
  func fieldwiseOperationsAgreeWithUnpacking(seed: Int) {
    var random = RandomValues(seed: seed)
    for exponent in [1, 3, 7, 15, 31, 127, 511, 2047, 32767] {
      let layout = MonomialLayout(variableCount: 64, exponent: exponent)
      let a = random.bits() & ~layout.guardMask
      let b = random.bits() & ~layout.guardMask
      let highest = layout.fieldwiseMaximum(a, b)
      let lowest = layout.fieldwiseMinimum(a, b)
      var multiple = true
      for field in 0..<layout.fieldsPerWord {
        let shift = layout.shift(of: field)
        let u = (a >> shift) & layout.fieldMask
        let v = (b >> shift) & layout.fieldMask
        #expect((highest >> shift) & layout.fieldMask == max(u, v))
        #expect((lowest >> shift) & layout.fieldMask == min(u, v))
        multiple = multiple && u >= v
      }
      // Bits beyond the last field belong to no variable.
      let used =
        layout.guardMask | (layout.guardMask &- (layout.guardMask >> UInt64(layout.bits - 1)))
      #expect(layout.isMultiple(a & used, of: b & used) == multiple)
    }
  }
}
