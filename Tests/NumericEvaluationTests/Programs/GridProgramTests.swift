import Foundation
import NumericEvaluation
import Testing

struct GridProgramTests {
  /// All points of a grid as columns, the last axis fastest.
  private func columns(_ grid: [[Double]]) -> [[Double]] {
    var columns = [[Double]](repeating: [], count: grid.count)
    func descend(_ point: [Double]) {
      if point.count == grid.count {
        for (k, value) in point.enumerated() { columns[k].append(value) }
        return
      }
      for value in grid[point.count] { descend(point + [value]) }
    }
    descend([])
    return columns
  }

  private func grid(_ shape: [Int], seed: UInt64) -> [[Double]] {
    var random = SeededRandom(seed: seed)
    return shape.map { count in
      (0..<count).map { _ in Double.random(in: -2...2, using: &random) }
    }
  }

  static let shapes = [
    [1, 1, 1], [9, 1, 1], [1, 9, 1], [1, 1, 300], [5, 1, 7], [3, 4, 5], [2, 1, 270], [7, 11, 1],
  ]

  // No exponent of these programs is a sum along axes, so the bytes are the same.
  @Test(arguments: 1...8 as ClosedRange<UInt64>, shapes)
  func agreesWithColumns(seed: UInt64, shape: [Int]) {
    let program = RandomProgram(seed: seed, inputs: 3).program
    let grid = grid(shape, seed: seed)
    let found = program.evaluate(grid: grid)
    let expected = program.evaluate(columns: columns(grid))
    for (a, b) in zip(found, expected) {
      #expect(
        a.count == b.count && zip(a, b).allSatisfy { agree($0, $1, tolerance: 1e-12) },
        "seed \(seed), shape \(shape)")
    }
  }

  @Test(arguments: shapes)
  func rangesAndThreadsChangeNothing(shape: [Int]) {
    let program = RandomProgram(seed: 3, inputs: 3).program
    let grid = grid(shape, seed: 3)
    let whole = program.evaluate(grid: grid)
    let size = shape.reduce(1, *)
    #expect(program.evaluate(grid: grid, threads: 3) == whole)
    for parts in [2, 3, 7] where parts <= size {
      var joined = [[Double]](repeating: [], count: whole.count)
      for part in 0..<parts {
        let range = size * part / parts..<size * (part + 1) / parts
        let found = program.evaluate(grid: grid, range: range, threads: part % 2 + 1)
        for k in joined.indices { joined[k] += found[k] }
      }
      #expect(joined == whole, "\(parts) parts of \(shape)")
    }
    #expect(program.evaluate(grid: grid, range: size..<size).allSatisfy { $0.isEmpty })
  }

  /// Occupations of a level x at the potential y and the temperature z.
  private func occupation() -> Program {
    let builder = ProgramBuilder()
    let (x, y, z) = (builder.input(0), builder.input(1), builder.input(2))
    return builder.finish(outputs: [1 / (((x - y) / z).exponential() + 1), (x + y).exponential()])
  }

  // e^(x/z − y/z) becomes a product of two factors, each of them of one axis.
  @Test func separatedExponentialsKeepTheirDigits() {
    let grid = [[-3, 0.5, 9], [-1, 0, 2, 4], [1.5]]
    let found = occupation().evaluate(grid: grid)
    let points = columns(grid)
    for k in found[0].indices {
      let exact = 1 / (exp((points[0][k] - points[1][k]) / 1.5) + 1)
      #expect(abs(found[0][k] / exact - 1) < 1e-14)
      #expect(abs(found[1][k] / exp(points[0][k] + points[1][k]) - 1) < 1e-14)
    }
  }

  // e^800 alone overflows, e^(800 − 799) does not: such exponents are not separated.
  @Test func largeExponentsAreNotSeparated() {
    let grid = [[800, 1, -800], [799, 0, -801], [1.0]]
    let found = occupation().evaluate(grid: grid)
    let plain = occupation().evaluate(columns: columns(grid))
    #expect(found == plain)
    #expect(abs(found[0][0] - 1 / (exp(1) + 1)) < 1e-15)
    // The decision is the grid's, not the part's.
    let size = found[0].count
    for k in 0..<size {
      #expect(occupation().evaluate(grid: grid, range: k..<k + 1) == found.map { [$0[k]] })
    }
  }

  // x/y with y on its own axis is x · (1/y), off by one more rounding.
  @Test func quotientsAlongAxesKeepTheirDigits() {
    let builder = ProgramBuilder()
    let program = builder.finish(outputs: [builder.input(0) / builder.input(1)])
    let grid = [[1, 3, 0.1], [7, 3, -11]]
    let found = program.evaluate(grid: grid)[0]
    for (k, exact) in [1.0 / 7, 1.0 / 3, -1.0 / 11, 3.0 / 7, 1, -3.0 / 11].enumerated() {
      #expect(abs(found[k] / exact - 1) < 3e-16)
    }
  }

  // 1/y overflows for the least y and is denormal for the largest, where x/y is neither.
  @Test(arguments: [0x1p-1074, 0x1p1023, 0, .infinity])
  func reciprocalsOutOfRangeAreNotSeparated(y: Double) {
    let builder = ProgramBuilder()
    let program = builder.finish(outputs: [builder.input(0) / builder.input(1)])
    let grid = [[0, 0x1p-1060, 1e308], [y, 3]]
    let found = program.evaluate(grid: grid)[0]
    let expected = grid[0].flatMap { x in grid[1].map { x / $0 } }
    #expect(zip(found, expected).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) })
  }

  @Test func preparedProgramsAreTheSame() {
    let program = RandomProgram(seed: 9, inputs: 3).program
    let grid = grid([4, 1, 30], seed: 9)
    let prepared = program.prepared(varying: [true, false, true])
    #expect(prepared.evaluate(grid: grid) == program.evaluate(grid: grid))
    // An axis said to vary may have one value.
    let single = [[0.3], grid[1], grid[2]]
    #expect(prepared.evaluate(grid: single)[0].count == 30)
  }
}
