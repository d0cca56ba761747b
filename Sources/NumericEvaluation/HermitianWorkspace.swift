/// A place where one Hermitian matrix after another is brought to diagonal form.
///
/// Cyclic Jacobi rotations (Golub and Van Loan, *Matrix Computations*, §8.5): each is unitary to
/// rounding, so the result is exact for a matrix that differs from the given one by a few units in
/// the last place of its largest entry. Blocks of one state cost nothing and blocks of two one
/// rotation; a full matrix takes about ten sweeps of order³ steps. What is exactly zero between two
/// blocks stays exactly zero.
package struct HermitianWorkspace: ~Copyable {
  static let sweepLimit = 64

  package let order: Int
  /// In ascending order; equal ones keep the order of their columns.
  package let values: UnsafeMutablePointer<Double>
  /// Row by row: column k is the eigenvector of `values[k]`, in a basis of its eigenspace that is
  /// not specified.
  package let vectors: UnsafeMutablePointer<Complex>
  /// The Hermitian matrix over 2^`exponent`, row by row, on its way to diagonal form.
  private let matrix: UnsafeMutablePointer<Complex>
  /// Row k is the eigenvector of the diagonal entry k: rotations run along the rows.
  private let rotated: UnsafeMutablePointer<Complex>
  /// The diagonal entry that became `values[k]`.
  private let sources: UnsafeMutablePointer<Int>
  private var exponent = 0
  /// The largest |a|² of the scaled matrix.
  private var largestSquare = 0.0

  package init(order: Int) {
    self.order = order
    values = .allocate(capacity: order)
    vectors = .allocate(capacity: order * order)
    matrix = .allocate(capacity: order * order)
    rotated = .allocate(capacity: order * order)
    sources = .allocate(capacity: order)
    values.initialize(repeating: 0, count: order)
    vectors.initialize(repeating: .zero, count: order * order)
    matrix.initialize(repeating: .zero, count: order * order)
    rotated.initialize(repeating: .zero, count: order * order)
    sources.initialize(repeating: 0, count: order)
  }

  deinit {
    values.deallocate()
    vectors.deallocate()
    matrix.deallocate()
    rotated.deallocate()
    sources.deallocate()
  }

  /// Finds the eigenvalues of a matrix and, if asked to, its eigenvectors.
  ///
  /// - Parameter entries: order² numbers, row by row.
  /// - Throws: `notFinite`; `notHermitian` where the matrix and its adjoint differ by more than
  ///   `tolerance` times the largest entry; `noConvergence`, which no finite matrix is known to meet.
  package mutating func diagonalize(
    _ entries: UnsafePointer<Complex>, tolerance: Double = 1e-12, withVectors: Bool
  ) throws(NumericEvaluationError) {
    try load(entries, tolerance: tolerance)
    if withVectors {
      for k in 0..<order * order { rotated[k] = .zero }
      for k in 0..<order { rotated[k * (order + 1)] = .one }
    }
    try rotateAll(withVectors: withVectors)
    try sort()
    guard withVectors else { return }
    for column in 0..<order {
      let vector = rotated + sources[column] * order
      for row in 0..<order { vectors[row * order + column] = vector[row] }
    }
  }

  /// The mean of the matrix and its adjoint, times a power of two against overflow in squares.
  private mutating func load(
    _ entries: UnsafePointer<Complex>, tolerance: Double
  ) throws(NumericEvaluationError) {
    var largest = 0.0
    for k in 0..<order * order {
      guard entries[k].isFinite else { throw .notFinite }
      largest = max(largest, abs(entries[k].re), abs(entries[k].im))
    }
    // 2^±1000 are numbers, and what they leave of the size is far from both ends.
    exponent = largest > 0 ? min(max(Int(largest.exponent), -1000), 1000) : 0
    let unit = Double(sign: .plus, exponent: -exponent, significand: 1)
    var defect = 0.0
    largestSquare = 0
    for row in 0..<order {
      for column in row..<order {
        let a = entries[row * order + column].scaled(by: unit)
        let b = entries[column * order + row].conjugate.scaled(by: unit)
        largestSquare = max(largestSquare, a.magnitudeSquared, b.magnitudeSquared)
        defect = max(defect, (a - b).magnitudeSquared)
        let mean = (a + b).scaled(by: 0.5)
        matrix[row * order + column] = mean
        matrix[column * order + row] = mean.conjugate
      }
    }
    guard defect <= tolerance * tolerance * largestSquare else {
      throw .notHermitian(defect: (defect / largestSquare).squareRoot())
    }
  }

  private func rotateAll(withVectors: Bool) throws(NumericEvaluationError) {
    let negligible = largestSquare * (Double.ulpOfOne / 16) * (Double.ulpOfOne / 16)
    for _ in 0..<Self.sweepLimit {
      var isDiagonal = true
      for p in 0..<order {
        for q in (p + 1)..<order
        where matrix[p * order + q].magnitudeSquared > negligible {
          rotate(p, q, withVectors: withVectors)
          isDiagonal = false
        }
      }
      if isDiagonal { return }
    }
    throw .noConvergence(sweeps: Self.sweepLimit)
  }

  /// The rotation of the columns p and q that makes entry (p, q) vanish.
  ///
  /// With a(p, q) = r e^{iφ}, column q times e^{−iφ} makes the 2 × 2 block real; then
  /// tan 2α = 2r / (a(q, q) − a(p, p)), and the smaller of the two angles converges.
  private func rotate(_ p: Int, _ q: Int, withVectors: Bool) {
    let (rowP, rowQ) = (matrix + p * order, matrix + q * order)
    let r = rowP[q].magnitudeSquared.squareRoot()
    let phase = rowP[q].conjugate.scaled(by: 1 / r)
    let cotangent = (rowQ[q].re - rowP[p].re) / (2 * r)
    let tangent =
      (cotangent < 0 ? -1 : 1) / (abs(cotangent) + (cotangent * cotangent + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    let (diagonalP, diagonalQ) = (rowP[p].re - tangent * r, rowQ[q].re + tangent * r)

    // Rows turn with the conjugate of what turns the columns.
    Self.turn(rowP, rowQ, order, cosine, sine, phase.conjugate)
    for k in 0..<order {
      matrix[k * order + p] = rowP[k].conjugate
      matrix[k * order + q] = rowQ[k].conjugate
    }
    rowP[p] = Complex(diagonalP)
    rowQ[q] = Complex(diagonalQ)
    rowP[q] = .zero
    rowQ[p] = .zero
    if withVectors {
      Self.turn(rotated + p * order, rotated + q * order, order, cosine, sine, phase)
    }
  }

  /// (a, b) → (c a − s φ b, s a + c φ b), entry by entry.
  private static func turn(
    _ a: UnsafeMutablePointer<Complex>, _ b: UnsafeMutablePointer<Complex>, _ count: Int,
    _ cosine: Double, _ sine: Double, _ phase: Complex
  ) {
    for k in 0..<count {
      let (x, y) = (a[k], b[k] * phase)
      a[k] = x.scaled(by: cosine) - y.scaled(by: sine)
      b[k] = x.scaled(by: sine) + y.scaled(by: cosine)
    }
  }

  /// The diagonal in ascending order, in the size of the given matrix.
  private func sort() throws(NumericEvaluationError) {
    let unit = Double(sign: .plus, exponent: exponent, significand: 1)
    for k in 0..<order {
      let value = matrix[k * (order + 1)].re * unit
      guard value.isFinite else { throw .notFinite }
      var place = k
      while place > 0, values[place - 1] > value {
        values[place] = values[place - 1]
        sources[place] = sources[place - 1]
        place -= 1
      }
      values[place] = value
      sources[place] = k
    }
  }
}
