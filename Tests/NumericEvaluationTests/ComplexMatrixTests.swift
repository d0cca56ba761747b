import NumericEvaluation
import Testing

struct ComplexMatrixTests {
  let x = ComplexMatrix([[0, 1], [1, 0]])
  let y = ComplexMatrix([[0, Complex(0, -1)], [.i, 0]])
  let z = ComplexMatrix.diagonal([1, -1])

  // The Pauli matrices: [X, Y] = 2iZ, and each squares to one.
  @Test func pauliAlgebra() {
    #expect(x.commutator(with: y) == Complex(0, 2) * z)
    for pauli in [x, y, z] {
      #expect(pauli * pauli == .identity(2))
      #expect(pauli.isHermitian(tolerance: 0))
      #expect(pauli.trace == 0)
    }
  }

  // [1 2; 3 4; 5 6] (1, i) = (1 + 2i, 3 + 4i, 5 + 6i).
  @Test func appliedToColumn() {
    let a = ComplexMatrix([[1, 2], [3, 4], [5, 6]])
    #expect(a * [1, .i] == [Complex(1, 2), Complex(3, 4), Complex(5, 6)])
    #expect(a.column(1) == [2, 4, 6])
  }

  // Row of [1 i] times [2; 3] is 2 + 3i; the other way round it is [2 2i; 3 3i].
  @Test func rectangularProducts() {
    let row = ComplexMatrix([[1, .i]])
    let column = ComplexMatrix([[2], [3]])
    #expect(row * column == ComplexMatrix([[Complex(2, 3)]]))
    #expect(column * row == ComplexMatrix([[2, Complex(0, 2)], [3, Complex(0, 3)]]))
  }

  @Test func adjointTransposeConjugate() {
    let a = ComplexMatrix([[Complex(1, 2), 3], [.i, 4], [5, Complex(0, -6)]])
    #expect(a.transpose == ComplexMatrix([[Complex(1, 2), .i, 5], [3, 4, Complex(0, -6)]]))
    #expect(a.conjugate[0, 0] == Complex(1, -2))
    let adjoint = ComplexMatrix([[Complex(1, -2), Complex(0, -1), 5], [3, 4, Complex(0, 6)]])
    #expect(a.adjoint == adjoint)
  }

  // diag(1, 2) ⊗ [0 1; 1 0]: the left factor chooses the block.
  @Test func kroneckerOrder() {
    let product = ComplexMatrix.diagonal([1, 2]).kronecker(x)
    #expect(
      product == ComplexMatrix([[0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 2], [0, 0, 2, 0]]))
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func laws(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let (a, b) = (random.matrix(3, 3), random.matrix(3, 3))
    let (c, d) = (random.matrix(2, 2), random.matrix(2, 2))
    #expect(distance((a * b).adjoint, b.adjoint * a.adjoint) < 1e-14, "seed \(seed)")
    #expect(((a * b).trace - (b * a).trace).magnitude < 1e-13, "seed \(seed)")
    // (a ⊗ c)(b ⊗ d) = ab ⊗ cd.
    let mixed = a.kronecker(c) * b.kronecker(d)
    #expect(distance(mixed, (a * b).kronecker(c * d)) < 1e-13, "seed \(seed)")
    #expect((a.kronecker(c).trace - a.trace * c.trace).magnitude < 1e-13, "seed \(seed)")
    #expect(distance(a - b, a + (-b)) == 0, "seed \(seed)")
    #expect(a.hermitianPart.isHermitian(tolerance: 0), "seed \(seed)")
  }

  @Test func compoundAssignment() {
    var sum = x
    sum += z
    #expect(sum == ComplexMatrix([[1, 1], [1, -1]]))
    sum -= x
    #expect(sum == z)
    sum[0, 1] = 7
    #expect(sum == ComplexMatrix([[1, 7], [0, -1]]))
  }

  // [0 1; 1+ε 0] differs from its adjoint by ε of its largest entry, about.
  @Test func hermitianUpToATolerance() {
    let almost = ComplexMatrix([[0, 1e6], [Complex(1e6 + 1), 0]])
    #expect(almost.isHermitian(tolerance: 2e-6))
    #expect(!almost.isHermitian(tolerance: 0.5e-6))
    #expect(!ComplexMatrix([[.i]]).isHermitian(tolerance: 1e-3))
    #expect(!ComplexMatrix([[1, 2]]).isHermitian(tolerance: 1))
    #expect(!ComplexMatrix([[Complex(.nan)]]).isHermitian(tolerance: 1))
    #expect(ComplexMatrix.zero(rows: 2, columns: 2).isHermitian(tolerance: 0))
  }

  @Test func shapeAndSize() {
    let a = ComplexMatrix([[1, Complex(3, 4), 2]])
    #expect(a.rows == 1)
    #expect(a.columns == 3)
    #expect(!a.isSquare)
    #expect(a.largestMagnitude == 5)
    #expect(a.isFinite)
    #expect(!ComplexMatrix([[Complex(0, .infinity)]]).isFinite)
    #expect(ComplexMatrix([]).largestMagnitude == 0)
  }

  @Test func wording() {
    #expect(y.description == "0.0, -1.0i\n1.0i, 0.0")
  }
}
