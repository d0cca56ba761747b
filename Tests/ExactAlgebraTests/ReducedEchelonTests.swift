import ExactAlgebra
import Testing

@Suite struct ReducedEchelonTests {
  private static let matrix: [[Rational]] = [[0, 2, 4], [1, 1, 1], [1, 2, 3]]

  // Row 3 is row 2 and half of row 1: x − z and y + 2z are left.
  @Test func dependentRows() {
    let echelon = ReducedEchelon(Self.matrix, columns: [0, 1, 2])
    #expect(echelon.pivots == [0, 1])
    #expect(echelon.rows == [[1, 0, -1], [0, 1, 2], [0, 0, 0]])
  }

  // Solved for z and y instead: −x + z and 2x + y are left.
  @Test func theOrderOfColumnsCounts() {
    let echelon = ReducedEchelon(Self.matrix, columns: [2, 1, 0])
    #expect(echelon.pivots == [2, 1])
    #expect(echelon.rows == [[-1, 0, 1], [2, 1, 0], [0, 0, 0]])
  }

  // x − z and y + 2z: 2x + 3y + 4z is a sum of both, 2x + 3y + 5z is not; nor is z, where no pivot is.
  @Test func sumsOverRows() {
    let echelon = ReducedEchelon(Self.matrix, columns: [0, 1, 2])
    #expect(echelon.spans([2, 3, 4]))
    #expect(!echelon.spans([2, 3, 5]))
    #expect(!echelon.spans([0, 0, 1]))
    #expect(echelon.spans([0, 0, 0]))
    #expect(Self.matrix.allSatisfy(echelon.spans))
  }

  @Test func nothing() {
    #expect(ReducedEchelon([], columns: []).pivots.isEmpty)
    #expect(ReducedEchelon([[0, 0]], columns: [0, 1]).pivots.isEmpty)
  }
}
