/// Outlines of the places of a grid where a value reaches a level, by marching squares.
///
/// Cells with a corner without value belong to no region. Outlines run with the region on their left
/// (x to the right, y upwards); regions of rising levels lie inside each other, so that painting one
/// over the other gives filled contours without seams.
struct RegionOutline {
  /// The number of values of the first axis.
  let columns: Int
  let rows: Int
  /// The value at column i and row j stands at i + j · `columns`.
  let values: [Double]
  /// Whether the cell with this corner below on the left has a value at all its corners.
  private let cells: [Bool]

  init(columns: Int, rows: Int, values: [Double]) {
    precondition(values.count == columns * rows, "one value a point")
    self.columns = columns
    self.rows = rows
    self.values = values
    cells = values.indices.map { first in
      first % columns < columns - 1 && first / columns < rows - 1
        && values[first].isFinite && values[first + 1].isFinite
        && values[first + columns].isFinite && values[first + columns + 1].isFinite
    }
  }

  /// The closed outlines where the value is at least `level`; without one, where there is a value.
  ///
  /// `xs` and `ys` are the places of columns and rows on the page.
  func outlines(level: Double?, xs: [Double], ys: [Double]) -> [[GridPoint]] {
    guard columns > 1, rows > 1 else { return [] }
    let level = level ?? -.infinity
    var edges = Edges()
    for j in 0..<rows - 1 {
      for i in 0..<columns - 1 where hasCell(i, j) { addEdges(i, j, level, &edges) }
    }
    return edges.loops().map { loop in loop.map { place($0, level, xs, ys) } }
  }

  /// Outside the grid there is no cell.
  private func hasCell(_ i: Int, _ j: Int) -> Bool {
    i >= 0 && j >= 0 && i < columns - 1 && j < rows - 1 && cells[i + j * columns]
  }

  // A vertex is a corner of the grid, or the crossing on the side that leads from a corner to the
  // next column or row: 3 · (number of the corner) + 0, 1 or 2.

  private func addEdges(_ i: Int, _ j: Int, _ level: Double, _ edges: inout Edges) {
    let a = i + j * columns
    let inside = [a, a + 1, a + columns, a + columns + 1].count { values[$0] >= level }
    let isEnclosed =
      hasCell(i, j - 1) && hasCell(i + 1, j) && hasCell(i, j + 1) && hasCell(i - 1, j)
    if inside == 0 || inside == 4 && isEnclosed { return }
    // Counterclockwise from below on the left.
    let corners = [a, a + 1, a + columns + 1, a + columns]
    let isInside = corners.map { values[$0] >= level }
    let crossings = [3 * a + 1, 3 * (a + 1) + 2, 3 * (a + columns) + 1, 3 * a + 2]
    let neighbours = [(i, j - 1), (i + 1, j), (i, j + 1), (i - 1, j)]
    var exits: [Int] = []
    var entries: [Int] = []
    for side in 0..<4 {
      let (from, to) = (side, (side + 1) % 4)
      if !isInside[from], !isInside[to] { continue }
      let start = isInside[from] ? 3 * corners[from] : crossings[side]
      let end = isInside[to] ? 3 * corners[to] : crossings[side]
      if isInside[from], !isInside[to] { exits.append(side) }
      if !isInside[from], isInside[to] { entries.append(side) }
      // A side between two cells is inside the region.
      if !hasCell(neighbours[side].0, neighbours[side].1) { edges.add(from: start, to: end) }
    }
    // Two opposite corners inside: the mean decides whether they are joined.
    let mean = corners.reduce(0) { $0 + values[$1] } / 4
    for exit in exits {
      let order =
        exits.count == 1 || mean >= level
        ? (1...4).map { (exit + $0) % 4 } : (1...4).map { (exit + 4 - $0) % 4 }
      guard let entry = order.first(where: entries.contains) else { continue }
      edges.add(from: crossings[exit], to: crossings[entry])
    }
  }

  private func place(
    _ vertex: Int, _ level: Double, _ xs: [Double], _ ys: [Double]
  ) -> GridPoint {
    let corner = vertex / 3
    let (i, j) = (corner % columns, corner / columns)
    switch vertex % 3 {
    case 1:
      let share = share(corner, corner + 1, level)
      return GridPoint(xs[i] + share * (xs[i + 1] - xs[i]), ys[j])
    case 2:
      let share = share(corner, corner + columns, level)
      return GridPoint(xs[i], ys[j] + share * (ys[j + 1] - ys[j]))
    default: return GridPoint(xs[i], ys[j])
    }
  }

  private func share(_ first: Int, _ second: Int, _ level: Double) -> Double {
    (level - values[first]) / (values[second] - values[first])
  }

  /// Directed edges that leave every vertex as often as they reach it.
  private struct Edges {
    private var starts: [Int] = []
    private var ends: [Int: [Int]] = [:]

    mutating func add(from start: Int, to end: Int) {
      starts.append(start)
      ends[start, default: []].append(end)
    }

    /// The edges as closed loops, in the order in which they were added.
    func loops() -> [[Int]] {
      var ends = ends
      var loops: [[Int]] = []
      for start in starts {
        var loop: [Int] = []
        var vertex = start
        while let next = ends[vertex]?.popLast() {
          loop.append(vertex)
          vertex = next
        }
        if !loop.isEmpty { loops.append(loop) }
      }
      return loops
    }
  }
}
