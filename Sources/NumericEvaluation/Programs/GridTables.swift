/// What a grid's points share, computed: constants and a table for each axis.
struct GridTables: Sendable {
  private let stages: GridStages
  private let counts: [Int]
  private let constants: [Double]
  private let tables: [LaneTable]

  /// - Precondition: the grid varies as the stages say.
  init(_ stages: GridStages, grid: [[Double]], threads: Int) {
    self.stages = stages
    let axes = stages.dependence.axes
    counts = axes.map { grid[$0].count }
    let constants = Self.constants(stages.constants, grid: grid)
    self.constants = constants
    var tables: [LaneTable] = []
    for (axis, stage) in stages.axes.enumerated() {
      let values = grid[axes[axis]]
      let table = LaneTable(columns: 1 + stage.code.outputs.count, count: values.count)
      table.doubles(0).update(from: values, count: values.count)
      let sources = stage.sources.map { source -> LeafSource in
        switch source {
        case .constant(let index): .uniform(constants[index])
        case .axis, .row: .column(UnsafeSource(start: UnsafePointer(table.doubles(0))))
        }
      }
      if !stage.code.outputs.isEmpty {
        stage.code.run(
          count: values.count, threads: threads, sources: sources,
          destinations: (1...stage.code.outputs.count).map { Destination(start: table.doubles($0)) }
        )
      }
      tables.append(table)
    }
    self.tables = tables
  }

  private static func constants(_ stage: GridStages.Stage, grid: [[Double]]) -> [Double] {
    let sources = stage.sources.map { source -> LeafSource in
      guard case .constant(let input) = source else { preconditionFailure("a constant leaf") }
      return .uniform(grid[input][0])
    }
    return Workers.arrays(stage.code.outputs.count, count: 1) { destinations in
      stage.code.run(count: 1, threads: 1, sources: sources, destinations: destinations)
    }.map { $0[0] }
  }

  /// Whether separated exponentials are accurate on the whole grid.
  var exponentsAreSmall: Bool {
    let limit = AxisSeparation.largestExponent
    return stages.exponents.allSatisfy { source in
      switch source {
      case .constant(let index): constants[index].magnitude <= limit
      case .axis(let axis, let column):
        tables[axis].values(column).allSatisfy { $0.magnitude <= limit }
      case .row(let index): rowsAreSmall(index, limit: limit)
      }
    }
  }

  private var rowLength: Int { counts.last ?? 1 }
  private var rowCount: Int { counts.dropLast().reduce(1, *) }

  private func rowsAreSmall(_ index: Int, limit: Double) -> Bool {
    let rows = RowValues(stages.rows, constants: constants, tables: tables, counts: counts)
    for row in 0..<rowCount {
      rows.load(row)
      if !(rows.value(index).magnitude <= limit) { return false }
    }
    return true
  }

  /// The outputs at these points, counted with the last axis fastest.
  func evaluate(range: Range<Int>, threads: Int) -> [[Double]] {
    let code = stages.points.code
    let blockSize = min(code.blockSize, Workspace.vectors(rowLength) * Lanes.scalarCount)
    let blocksInRow = (rowLength + blockSize - 1) / blockSize
    return Workers.arrays(code.outputs.count, count: range.count) { destinations in
      let rows = range.lowerBound / rowLength...(range.upperBound - 1) / rowLength
      Workers.perform(
        units: rows.count * blocksInRow, threads: threads,
        context: {
          PointRun(
            stages.points, blockSize: blockSize, constants: constants, tables: tables,
            rows: RowValues(stages.rows, constants: constants, tables: tables, counts: counts))
        },
        body: { run, units in
          var loaded = -1
          for unit in units {
            let row = rows.lowerBound + unit / blocksInRow
            if row != loaded { run.load(row: row) }
            loaded = row
            let start = unit % blocksInRow * blockSize
            let end = min(start + blockSize, rowLength)
            let first = max(row * rowLength + start, range.lowerBound)
            let last = min(row * rowLength + end, range.upperBound)
            guard first < last else { continue }
            run.run(start: start, count: end - start)
            for (output, destination) in destinations.enumerated() {
              run.workspace.copyOutput(
                output, skip: first - row * rowLength - start, count: last - first,
                to: destination.start + (first - range.lowerBound))
            }
          }
        })
    }
  }
}
