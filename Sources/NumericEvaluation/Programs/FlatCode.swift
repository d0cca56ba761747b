/// Straight-line code over blocks: instructions and the places they use.
///
/// Slots are numbered leaves first, then literals, then registers.
struct FlatCode: Sendable {
  /// The nodes whose values are given from outside.
  let leaves: [Int]
  let literals: [Double]
  let registerCount: Int
  let instructions: [Instruction]
  let matrices: [HermitianSlots]
  /// The slot of each output, in the order asked for.
  let outputs: [Int]

  var firstRegister: Int { leaves.count + literals.count }
  var slotCount: Int { firstRegister + registerCount }

  /// Points in a block, so that the registers stay in the first-level cache.
  var blockSize: Int {
    let fitting = 28_672 / (8 * max(registerCount, 1))
    return min(max(fitting / 64 * 64, 64), 256)
  }
}

/// The slots of a Hermitian matrix and of its eigenvalues.
struct HermitianSlots: Sendable {
  let order: Int
  let real: [Int]
  let imaginary: [Int]
  let values: [Int]
}
