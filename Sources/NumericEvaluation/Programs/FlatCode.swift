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

  /// The points of a block when so many are to be run: few enough for the registers to stay in the
  /// first-level cache, and blocks of nearly one size, whole vectors each.
  func blockSize(of count: Int) -> Int {
    let fitting = min(max(32_768 / (8 * max(registerCount, 1)), 64), 512)
    let blocks = max((count + fitting - 1) / fitting, 1)
    return Workspace.vectors((count + blocks - 1) / blocks) * Lanes.scalarCount
  }
}

/// The slots of a Hermitian matrix and of its eigenvalues.
struct HermitianSlots: Sendable {
  let order: Int
  let real: [Int]
  let imaginary: [Int]
  let values: [Int]
}
