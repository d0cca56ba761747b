/// Where a leaf of a code takes its values from.
enum LeafSource: Sendable {
  /// One value for all points.
  case uniform(Double)
  /// A value for each point.
  case column(UnsafeSource)
}

/// Memory that several threads read.
struct UnsafeSource: @unchecked Sendable {
  let start: UnsafePointer<Double>
}

extension FlatCode {
  /// Runs over points that stand in columns.
  ///
  /// - Parameters:
  ///   - sources: one for each leaf.
  ///   - destinations: one for each output, room for `count` values.
  func run(
    count: Int, threads: Int, sources: [LeafSource], destinations: [Destination]
  ) {
    let blockSize = self.blockSize
    let blocks = (count + blockSize - 1) / blockSize
    Workers.perform(
      units: blocks, threads: threads,
      context: { Workspace(self, blockSize: min(blockSize, count)) },
      body: { workspace, blocks in
        for (leaf, source) in sources.enumerated() {
          if case .uniform(let value) = source { workspace.setUniform(leaf: leaf, value) }
        }
        for block in blocks {
          let start = block * blockSize
          let length = min(blockSize, count - start)
          for (leaf, source) in sources.enumerated() {
            guard case .column(let column) = source else { continue }
            UnsafeMutableRawPointer(workspace.ownBlock(leaf: leaf)).copyMemory(
              from: column.start + start, byteCount: length * MemoryLayout<Double>.stride)
          }
          workspace.run(points: length)
          for (output, destination) in destinations.enumerated() {
            workspace.copyOutput(output, skip: 0, count: length, to: destination.start + start)
          }
        }
      })
  }
}
