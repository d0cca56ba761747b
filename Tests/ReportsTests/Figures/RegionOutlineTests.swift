import Testing

@testable import Reports

@Suite struct RegionOutlineTests {
  /// Twice the area of closed loops, counterclockwise positive.
  private func doubleArea(_ loops: [[GridPoint]]) -> Int {
    var sum = 0
    for loop in loops {
      for (a, b) in zip(loop, loop.dropFirst() + loop.prefix(1)) { sum += a.x * b.y - b.x * a.y }
    }
    return sum
  }

  private func outlines(
    _ rows: [[Double]], _ level: Double?
  ) -> [[GridPoint]] {
    let region = RegionOutline(
      columns: rows[0].count, rows: rows.count, values: rows.flatMap { $0 })
    return region.outlines(
      level: level, xs: (0..<rows[0].count).map { Double($0) },
      ys: (0..<rows.count).map { Double($0) })
  }

  /// One corner of one cell is 1, the level 0.5: a triangle with sides of half a cell.
  @Test func oneCorner() {
    let loops = outlines([[1, 0], [0, 0]], 0.5)
    #expect(loops.map(Set.init) == [Set([GridPoint(0, 0), GridPoint(0.5, 0), GridPoint(0, 0.5)])])
    // In tenths: twice the area of 5 · 5 / 2.
    #expect(doubleArea(loops) == 25)
  }

  /// A peak in the middle is a diamond; a pit is the square with a diamond cut out.
  @Test func peaksAndPits() {
    let peak = outlines([[0, 0, 0], [0, 1, 0], [0, 0, 0]], 0.5)
    #expect(peak.count == 1 && peak[0].count == 4)
    #expect(doubleArea(peak) == 2 * 50)
    let pit = outlines([[1, 1, 1], [1, 0, 1], [1, 1, 1]], 0.5)
    #expect(pit.count == 2)
    #expect(doubleArea(pit) == 2 * (400 - 50))
  }

  /// Opposite corners: joined if the mean of the four reaches the level, else apart.
  @Test(arguments: [(0.4, 1), (0.6, 2)])
  func saddles(level: Double, count: Int) {
    let loops = outlines([[1, 0], [0, 1]], level)
    #expect(loops.count == count)
    // Corners cut off are triangles of sides 10 · level, or the rest of the square.
    let corner = Int((10 * (1 - level)).rounded())
    let expected = count == 2 ? 2 * corner * corner : 200 - 2 * (10 - corner) * (10 - corner)
    #expect(doubleArea(loops) == expected)
  }

  @Test func allAndNothing() {
    let flat: [[Double]] = [[2, 2, 2], [2, 2, 2]]
    #expect(doubleArea(outlines(flat, 2)) == 2 * 200)
    #expect(outlines(flat, 2.1).isEmpty)
    #expect(doubleArea(outlines(flat, nil)) == 2 * 200)
    #expect(outlines([[1, 2, 3]], nil).isEmpty)
  }

  /// A corner without value takes its four cells away; diagonal neighbours keep closed outlines.
  @Test func gaps() {
    var rows = [[Double]](repeating: [Double](repeating: 1, count: 6), count: 6)
    rows[1][1] = .nan
    #expect(doubleArea(outlines(rows, nil)) == 2 * (2500 - 400))
    rows[3][3] = .infinity
    #expect(doubleArea(outlines(rows, nil)) == 2 * (2500 - 800))
    rows = rows.map { $0.map { _ in .nan } }
    #expect(outlines(rows, nil).isEmpty)
  }

  /// Regions of rising levels lie inside each other, and their areas are those of Monte Carlo: on
  /// random grids, outlines of all levels together count the bilinear mean of the values.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func nestedRegions(seed: UInt64) {
    var state = seed
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }
    let rows = (0..<12).map { _ in (0..<9).map { _ in next() } }
    let areas = stride(from: 0.0, through: 1, by: 0.05).map { doubleArea(outlines(rows, $0)) }
    #expect(areas.first == 2 * 8 * 11 * 100, "seed \(seed)")
    #expect(areas.last == 0)
    #expect(zip(areas, areas.dropFirst()).allSatisfy { $0 >= $1 }, "seed \(seed)")
    // ∫ area(level) dlevel is the volume below the surface; marching squares is exact up to saddles.
    let volume = areas.reduce(0) { $0 + Double($1) } * 0.05 / 200 - Double(areas[0]) * 0.025 / 200
    var mean = 0.0
    for j in 0..<11 {
      for i in 0..<8 {
        let below = rows[j][i] + rows[j][i + 1]
        let above = rows[j + 1][i] + rows[j + 1][i + 1]
        mean += (below + above) / 4
      }
    }
    #expect(abs(volume - mean) < 0.05 * mean, "seed \(seed): \(volume) \(mean)")
  }
}
