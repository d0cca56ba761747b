import Foundation
import NumericEvaluation
import Testing

struct NullSpaceWorkspaceTests {
  private struct Found {
    var rank: Int
    var leastPivot: Double
    /// Where the null space is one-dimensional.
    var vector: [Double]?
  }

  /// Pivots of at most order · 2⁻⁴⁹ times the largest entry count as zero.
  private func eliminate(
    _ rows: [[Double]], in workspace: inout NullSpaceWorkspace
  ) -> Found {
    let order = rows.count
    workspace.prepare(order: order)
    for (k, value) in rows.flatMap({ $0 }).enumerated() { workspace.matrix[k] = value }
    let largest = rows.flatMap { $0 }.reduce(0) { max($0, abs($1)) }
    let (rank, least) = workspace.eliminate(
      negligible: NullSpaceWorkspace.rounding(order) * largest)
    guard rank == order - 1 else { return Found(rank: rank, leastPivot: least) }
    workspace.solve()
    return Found(
      rank: rank, leastPivot: least, vector: (0..<order).map { workspace.vector[$0] })
  }

  private func eliminate(_ rows: [[Double]]) -> Found {
    var workspace = NullSpaceWorkspace()
    return eliminate(rows, in: &workspace)
  }

  // Two states that exchange at rates 2 (up) and 3 (down): populations 3 : 2.
  @Test func stationaryPopulations() throws {
    let found = eliminate([[-2, 3], [2, -3]])
    let vector = try #require(found.vector)
    #expect(abs(vector[0] / vector[1] - 1.5) < 1e-15)
    #expect(found.rank == 1)
    #expect(found.leastPivot == 3)
  }

  // The last column is minus a combination of the others. One workspace serves every order, so
  // nothing of a larger matrix is left over in a smaller one.
  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func recoversTheVector(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var workspace = NullSpaceWorkspace()
    for order in [6, 2, 17, 3, 30] {
      let coefficients = (0..<order - 1).map { _ in random.complex().re }
      let rows = (0..<order).map { _ in
        let row = coefficients.map { _ in random.complex().re }
        return row + [-zip(row, coefficients).reduce(0) { $0 + $1.0 * $1.1 }]
      }
      let found = eliminate(rows, in: &workspace)
      let comment: Comment = "order \(order), seed \(seed)"
      let vector = try #require(found.vector, comment)
      for (value, exact) in zip(vector, coefficients + [1]) {
        #expect(abs(value / vector[order - 1] - exact) < 1e-10, comment)
      }
      for row in rows {
        let image = zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(image) < 1e-13 * (1 + abs(vector[order - 1])), comment)
      }
    }
  }

  // A size whose square or inverse is no number changes nothing.
  @Test(arguments: [.leastNormalMagnitude / 64, 1e-250, 1, 1e250, 8e307] as [Double])
  func sizeDoesNotMatter(scale: Double) throws {
    let vector = try #require(eliminate([[scale, 2 * scale], [scale / 2, scale]]).vector)
    #expect(abs(vector[0] / vector[1] + 2) < 1e-15)
  }

  @Test func regularMatrixHasNone() {
    let found = eliminate([[1, 0, 0], [0, 2, 0], [0, 0, 0.5]])
    #expect(found.rank == 3)
    #expect(found.leastPivot == 0.5)
    #expect(found.vector == nil)
  }

  // Rank 1 with entries that cancel exactly, and rank 0.
  @Test func largerNullSpace() {
    #expect(eliminate([[1, 1, 1], [2, 2, 2], [3, 3, 3]]).rank == 1)
    let zero = eliminate([[0, 0], [0, 0]])
    #expect(zero.rank == 0)
    #expect(zero.leastPivot == .infinity)
  }

  @Test func orderOne() {
    let found = eliminate([[0]])
    #expect(found.vector == [1])
    #expect(found.rank == 0)
  }

  // diag(1, 1e−12, 0) has rank 2, and the pivot kept says how nearly it has not; 1e−16 is rounding.
  @Test func leastPivotWarns() {
    let found = eliminate([[1, 0, 0], [0, 1e-12, 0], [0, 0, 0]])
    #expect(found.rank == 2)
    #expect(found.leastPivot == 1e-12)
    #expect(eliminate([[1, 0, 0], [0, 1e-16, 0], [0, 0, 0]]).rank == 1)
  }

  // Rank of a product of 5 × 3 and 3 × 5 random matrices.
  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func rankOfAProduct(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let left = (0..<5).map { _ in (0..<3).map { _ in random.complex().re } }
    let right = (0..<3).map { _ in (0..<5).map { _ in random.complex().re } }
    let product = left.map { row in
      (0..<5).map { column in (0..<3).reduce(0) { $0 + row[$1] * right[$1][column] } }
    }
    #expect(eliminate(product).rank == 3, "seed \(seed)")
  }
}
