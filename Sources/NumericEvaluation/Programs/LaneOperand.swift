/// How a loop reads one operand, as a type so that loops are compiled for each.
protocol LaneOperand {
  init(_ address: LaneAddress)
  func at(_ index: Int) -> Lanes
}

/// One vector after the other.
struct StreamOperand: LaneOperand {
  private let start: UnsafeMutablePointer<Lanes>

  @inline(__always) init(_ address: LaneAddress) { start = address.start }
  @inline(__always) func at(_ index: Int) -> Lanes { start[index] }
}

/// The same vector for all points, read once.
struct UniformOperand: LaneOperand {
  private let value: Lanes

  @inline(__always) init(_ address: LaneAddress) { value = address.start.pointee }
  @inline(__always) func at(_ index: Int) -> Lanes { value }
}

/// Either of the two.
struct StridedOperand: LaneOperand {
  private let address: LaneAddress

  @inline(__always) init(_ address: LaneAddress) { self.address = address }
  @inline(__always) func at(_ index: Int) -> Lanes { address.start[index * address.stride] }
}
