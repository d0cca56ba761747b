import ExactAlgebra
import Testing

@testable import NumericEvaluation

@Suite struct NumericMatrixTests {
  private let a = NumericMatrix([[Complex(1), Complex(0, 2)], [Complex(3), Complex(-1, 1)]])
  private let b = NumericMatrix([[Complex(0), Complex(1)], [Complex(0, -1), Complex(2)]])

  // (1 2i; 3 −1+i)(0 1; −i 2) = (2 1+4i; 1+i 1+2i): 2i · (−i) = 2, (−1 + i)(−i) = 1 + i, 3 + 2(−1 + i).
  @Test func products() {
    #expect(
      (a * b).rows == [[Complex(2), Complex(1, 4)], [Complex(1, 1), Complex(1, 2)]])
    #expect(a * [Complex(1), Complex(1)] == [Complex(1, 2), Complex(2, 1)])
    let one = NumericMatrix(identity: 2, like: Complex(0))
    #expect((a * one).rows == a.rows)
    #expect((one * a).rows == a.rows)
  }

  @Test func adjoints() {
    #expect(a.adjoint.rows == [[Complex(1), Complex(3)], [Complex(0, -2), Complex(-1, -1)]])
    #expect((a * b).adjoint.rows == (b.adjoint * a.adjoint).rows)
    #expect(a.adjoint.adjoint.rows == a.rows)
  }

  @Test func traces() {
    #expect(a.trace == Complex(0, 1))
    #expect((a * b).trace == (b * a).trace)
    #expect(NumericMatrix<Complex>([]).trace == nil)
    // 2 + 1 + 2i
    #expect(NumericMatrix.traceOfProduct(a, b) == Complex(3, 2))
    #expect(NumericMatrix.traceOfProduct(a, b) == (a * b).trace)
    #expect(NumericMatrix<Complex>.traceOfProduct(NumericMatrix([]), NumericMatrix([])) == nil)
  }

  @Test func sums() {
    #expect((a + b - b).rows == a.rows)
    #expect((-a + a).rows == [[Complex(0), Complex(0)], [Complex(0), Complex(0)]])
    #expect(a.scaled(by: Complex(0, 1)).rows[0] == [Complex(0, 1), Complex(-2)])
  }

  // |x⟩⟨y| for x = (1, i), y = (2, i): the second is conjugated.
  @Test func outerProducts() {
    let outer = NumericMatrix(outer: [Complex(1), Complex(0, 1)], [Complex(2), Complex(0, 1)])
    #expect(outer.rows == [[Complex(2), Complex(0, -1)], [Complex(0, 2), Complex(1)]])
  }
}
