/// Columns of numbers on whole vectors, for reading by several threads.
///
/// Filled before it is shared, never after. Padding repeats nothing in particular.
final class LaneTable: @unchecked Sendable {
  let count: Int
  private let vectors: Int
  private let memory: UnsafeMutablePointer<Lanes>

  init(columns: Int, count: Int) {
    self.count = count
    vectors = Workspace.vectors(count)
    let capacity = max(columns * vectors, 1)
    memory = .allocate(capacity: capacity)
    memory.initialize(repeating: Lanes(), count: capacity)
  }

  deinit { memory.deallocate() }

  func lanes(_ column: Int) -> UnsafeMutablePointer<Lanes> { memory + column * vectors }

  func doubles(_ column: Int) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(lanes(column)).assumingMemoryBound(to: Double.self)
  }

  func values(_ column: Int) -> UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: doubles(column), count: count)
  }
}
