/// The memory one thread needs to run a code: a block of lanes for each register, one vector for
/// each leaf and literal that is the same for all points, and the addresses of all slots.
///
/// Not shared between threads; freed when the last reference goes.
final class Workspace {
  let code: FlatCode
  let addresses: UnsafeMutablePointer<LaneAddress>
  /// One vector for each leaf and literal.
  private let uniforms: UnsafeMutablePointer<Lanes>
  private let blocks: UnsafeMutablePointer<Lanes>

  /// - Parameter blockSize: the points of the longest block that will be run.
  init(_ code: FlatCode, blockSize: Int) {
    self.code = code
    let vectors = Self.vectors(blockSize)
    addresses = .allocate(capacity: max(code.slotCount, 1))
    uniforms = Self.allocate(code.firstRegister)
    blocks = Self.allocate((code.registerCount + code.leaves.count) * vectors)
    for slot in 0..<code.firstRegister {
      addresses[slot] = LaneAddress(start: uniforms + slot, stride: 0)
    }
    for register in 0..<code.registerCount {
      addresses[code.firstRegister + register] = LaneAddress(
        start: blocks + register * vectors, stride: 1)
    }
    for (index, value) in code.literals.enumerated() {
      uniforms[code.leaves.count + index] = Lanes(repeating: value)
    }
    leafBlocks = blocks + code.registerCount * vectors
    leafVectors = vectors
  }

  deinit {
    addresses.deallocate()
    uniforms.deallocate()
    blocks.deallocate()
  }

  private let leafBlocks: UnsafeMutablePointer<Lanes>
  private let leafVectors: Int

  /// Vectors that hold this many points.
  static func vectors(_ points: Int) -> Int {
    (points + Lanes.scalarCount - 1) / Lanes.scalarCount
  }

  /// Gives a leaf one value at all points.
  func setUniform(leaf: Int, _ value: Double) {
    uniforms[leaf] = Lanes(repeating: value)
    addresses[leaf] = LaneAddress(start: uniforms + leaf, stride: 0)
  }

  /// Gives a leaf values in memory of its own that the caller fills.
  func ownBlock(leaf: Int) -> UnsafeMutablePointer<Lanes> {
    let block = leafBlocks + leaf * leafVectors
    addresses[leaf] = LaneAddress(start: block, stride: 1)
    return block
  }

  func run(points: Int) { code.run(addresses, count: Self.vectors(points)) }

  /// The first `count` values of an output, after `skip` of them.
  func copyOutput(_ output: Int, skip: Int, count: Int, to target: UnsafeMutablePointer<Double>) {
    let address = addresses[code.outputs[output]]
    if address.stride == 0 {
      target.update(repeating: address.start.pointee[0], count: count)
      return
    }
    let lanes = UnsafeMutableRawPointer(address.start)
    UnsafeMutableRawPointer(target).copyMemory(
      from: lanes + skip * MemoryLayout<Double>.stride,
      byteCount: count * MemoryLayout<Double>.stride)
  }

  private static func allocate(_ vectors: Int) -> UnsafeMutablePointer<Lanes> {
    let memory = UnsafeMutablePointer<Lanes>.allocate(capacity: max(vectors, 1))
    memory.initialize(repeating: Lanes(), count: max(vectors, 1))
    return memory
  }
}
