import Foundation
import NumericEvaluation
import Testing

struct HermitianEigensystemTests {
  // [1 2i; −2i 4]: λ² − 5λ + 4 − 4 = 0, so λ = 0 and 5.
  @Test func complexTwoByTwo() throws {
    let matrix = ComplexMatrix([[1, Complex(0, 2)], [Complex(0, -2), 4]])
    let system = try HermitianEigensystem(of: matrix)
    #expect(abs(system.values[0]) < 1e-15)
    #expect(abs(system.values[1] - 5) < 1e-15)
  }

  // The chain of four sites, 1 next to the diagonal: λ_k = 2 cos(kπ/5), k = 4, 3, 2, 1.
  @Test func chainOfFour() throws {
    let matrix = ComplexMatrix([[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0]])
    let system = try HermitianEigensystem(of: matrix)
    for (value, k) in zip(system.values, [4.0, 3, 2, 1]) {
      #expect(abs(value - 2 * cos(k * .pi / 5)) < 1e-15)
    }
  }

  // A diagonal matrix needs sorting only: the columns are unit vectors.
  @Test func diagonalIsSorted() throws {
    let system = try HermitianEigensystem(of: .diagonal([3, -1, 2]))
    #expect(system.values == [-1, 2, 3])
    #expect(system.vectors == ComplexMatrix([[0, 0, 1], [1, 0, 0], [0, 1, 0]]))
  }

  @Test(arguments: [1, 2, 3, 5, 8, 16], 1...4 as ClosedRange<UInt64>)
  func laws(order: Int, seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let matrix = random.hermitian(order)
    let system = try HermitianEigensystem(of: matrix)
    try expectLaws(system, of: matrix, "order \(order), seed \(seed)")
  }

  // U diag(1, 1, 1, 2, 2) U† with a random unitary U: eigenvalues of multiplicity three and two.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func degenerateValues(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let unitary = try HermitianEigensystem(of: random.hermitian(5)).vectors
    let matrix = unitary * .diagonal([1, 1, 1, 2, 2]) * unitary.adjoint
    let system = try HermitianEigensystem(of: matrix)
    try expectLaws(system, of: matrix, "seed \(seed)")
    for (value, exact) in zip(system.values, [1.0, 1, 1, 2, 2]) {
      #expect(abs(value - exact) < 1e-14, "seed \(seed)")
    }
  }

  // The eigenvalues of s·a are s times those of a, to the bit where s is a power of two.
  @Test(arguments: [1000, 1020, -900])
  func sizeDoesNotMatter(exponent: Int) throws {
    var random = SeededRandom(seed: 7)
    let matrix = random.hermitian(4)
    let scaled = matrix.scaled(by: scalbn(1, exponent))
    let system = try HermitianEigensystem(of: matrix)
    let larger = try HermitianEigensystem(of: scaled)
    #expect(larger.values == system.values.map { scalbn($0, exponent) })
    #expect(larger.vectors == system.vectors)
  }

  // All entries m, the largest number: the eigenvalue 2m is not representable.
  @Test func overflowIsAnError() {
    let m = Complex(.greatestFiniteMagnitude)
    #expect(throws: NumericEvaluationError.notFinite) {
      try HermitianEigensystem(of: ComplexMatrix([[m, m], [m, m]]))
    }
  }

  // [0 1; 1+i 0]: a − a† has entries of magnitude 1, the largest entry is √2.
  @Test func notHermitianIsAnError() {
    #expect {
      try HermitianEigensystem(of: ComplexMatrix([[0, 1], [Complex(1, 1), 0]]))
    } throws: { error in
      guard case .notHermitian(let defect) = error as? NumericEvaluationError else { return false }
      return abs(defect - 0.5.squareRoot()) < 1e-15
    }
  }

  @Test(arguments: [Double.nan, .infinity])
  func notFiniteIsAnError(value: Double) {
    #expect(throws: NumericEvaluationError.notFinite) {
      try HermitianEigensystem(of: ComplexMatrix([[Complex(value), 0], [0, 1]]))
    }
  }

  @Test func zeroAndEmpty() throws {
    #expect(try HermitianEigensystem(of: .zero(rows: 3, columns: 3)).values == [0, 0, 0])
    #expect(try HermitianEigensystem(of: ComplexMatrix([])).values == [])
  }

  /// A V = V Λ, V†V = 1, ascending order, tr A = Σ λ and tr A² = Σ λ².
  private func expectLaws(
    _ system: HermitianEigensystem, of matrix: ComplexMatrix, _ comment: Comment
  ) throws {
    let (values, vectors) = (system.values, system.vectors)
    let order = matrix.rows
    let bound = 1e-15 * Double(order + 4) * matrix.largestMagnitude
    #expect(distance(matrix * vectors, vectors * .diagonal(values)) < 2 * bound, comment)
    #expect(distance(vectors.adjoint * vectors, .identity(order)) < 1e-14, comment)
    #expect(values == values.sorted(), comment)
    #expect(abs(matrix.trace.re - values.reduce(0, +)) < 1e-13, comment)
    let squares = values.reduce(0) { $0 + $1 * $1 }
    #expect(abs((matrix * matrix).trace.re - squares) < 1e-12 * max(1, squares), comment)
  }
}
