/// The values that one row of a grid's points shares, for one thread.
final class RowValues {
  /// The place of the loaded row on each axis but the fastest.
  private(set) var places: [Int]
  private let stage: GridStages.Stage
  private let counts: [Int]
  private let tables: [LaneTable]
  private let workspace: Workspace

  init(_ stage: GridStages.Stage, constants: [Double], tables: [LaneTable], counts: [Int]) {
    self.stage = stage
    self.counts = counts
    self.tables = tables
    places = [Int](repeating: 0, count: max(counts.count - 1, 0))
    workspace = Workspace(stage.code, blockSize: Lanes.scalarCount)
    for (leaf, source) in stage.sources.enumerated() {
      if case .constant(let index) = source { workspace.setUniform(leaf: leaf, constants[index]) }
    }
  }

  /// Computes the values of a row.
  func load(_ row: Int) {
    var rest = row
    for axis in places.indices.reversed() {
      places[axis] = rest % counts[axis]
      rest /= counts[axis]
    }
    guard !stage.code.outputs.isEmpty else { return }
    for (leaf, source) in stage.sources.enumerated() {
      if case .axis(let axis, let column) = source {
        workspace.setUniform(leaf: leaf, tables[axis].doubles(column)[places[axis]])
      }
    }
    workspace.run(points: 1)
  }

  func value(_ index: Int) -> Double {
    workspace.addresses[stage.code.outputs[index]].start.pointee[0]
  }
}

/// The points of a grid, run row by row by one thread.
final class PointRun {
  let workspace: Workspace
  private let stage: GridStages.Stage
  private let tables: [LaneTable]
  private let rows: RowValues
  private let fastest: Int

  init(
    _ stage: GridStages.Stage, blockSize: Int, constants: [Double], tables: [LaneTable],
    rows: RowValues
  ) {
    self.stage = stage
    self.tables = tables
    self.rows = rows
    fastest = tables.count - 1
    workspace = Workspace(stage.code, blockSize: blockSize)
    for (leaf, source) in stage.sources.enumerated() {
      if case .constant(let index) = source { workspace.setUniform(leaf: leaf, constants[index]) }
    }
  }

  /// Loads what all points of a row share.
  func load(row: Int) {
    rows.load(row)
    for (leaf, source) in stage.sources.enumerated() {
      switch source {
      case .constant: continue
      case .axis(let axis, let column):
        guard axis != fastest else { continue }
        workspace.setUniform(leaf: leaf, tables[axis].doubles(column)[rows.places[axis]])
      case .row(let index): workspace.setUniform(leaf: leaf, rows.value(index))
      }
    }
  }

  /// Runs the points from `start` of the loaded row.
  ///
  /// - Precondition: `start` is a multiple of the number of lanes.
  func run(start: Int, count: Int) {
    for (leaf, source) in stage.sources.enumerated() {
      guard case .axis(fastest, let column) = source else { continue }
      let lanes = tables[fastest].lanes(column) + start / Lanes.scalarCount
      workspace.addresses[leaf] = LaneAddress(start: lanes, stride: 1)
    }
    workspace.run(points: count)
  }
}
