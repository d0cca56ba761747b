/// Sums, products and adjoints. The caller answers for the shapes.
extension ComplexMatrix {
  package static prefix func - (a: ComplexMatrix) -> ComplexMatrix { a.mapped { -$0 } }

  package static func + (a: ComplexMatrix, b: ComplexMatrix) -> ComplexMatrix {
    a.combined(with: b, +)
  }

  package static func - (a: ComplexMatrix, b: ComplexMatrix) -> ComplexMatrix {
    a.combined(with: b, -)
  }

  package static func += (a: inout ComplexMatrix, b: ComplexMatrix) { a = a + b }

  package static func -= (a: inout ComplexMatrix, b: ComplexMatrix) { a = a - b }

  /// The matrix product, in rows · columns · other columns steps.
  package static func * (a: ComplexMatrix, b: ComplexMatrix) -> ComplexMatrix {
    precondition(a.columns == b.rows, "shapes of a product")
    var entries = [Complex](repeating: .zero, count: a.rows * b.columns)
    for row in 0..<a.rows {
      for inner in 0..<a.columns {
        let factor = a.entries[row * a.columns + inner]
        for column in 0..<b.columns {
          entries[row * b.columns + column] += factor * b.entries[inner * b.columns + column]
        }
      }
    }
    return ComplexMatrix(rows: a.rows, columns: b.columns, entries: entries)
  }

  /// The matrix applied to a column.
  package static func * (a: ComplexMatrix, vector: [Complex]) -> [Complex] {
    precondition(a.columns == vector.count, "shapes of a product")
    return (0..<a.rows).map { row in
      var sum = Complex.zero
      for column in 0..<a.columns { sum += a.entries[row * a.columns + column] * vector[column] }
      return sum
    }
  }

  /// The matrix times a number.
  package static func * (factor: Complex, a: ComplexMatrix) -> ComplexMatrix {
    a.mapped { factor * $0 }
  }

  package func scaled(by factor: Double) -> ComplexMatrix { mapped { $0.scaled(by: factor) } }

  package var conjugate: ComplexMatrix { mapped(\.conjugate) }

  package var transpose: ComplexMatrix {
    var result = ComplexMatrix.zero(rows: columns, columns: rows)
    for row in 0..<rows {
      for column in 0..<columns { result[column, row] = self[row, column] }
    }
    return result
  }

  package var adjoint: ComplexMatrix { transpose.conjugate }

  /// - Precondition: the matrix is square.
  package var trace: Complex {
    precondition(isSquare, "trace of a square matrix")
    return (0..<rows).reduce(.zero) { $0 + self[$1, $1] }
  }

  /// a ⊗ b: entry ((i, k), (j, l)) is a(i, j) b(k, l), the index of `self` running slower.
  package func kronecker(_ other: ComplexMatrix) -> ComplexMatrix {
    var result = ComplexMatrix.zero(rows: rows * other.rows, columns: columns * other.columns)
    for i in 0..<rows {
      for j in 0..<columns {
        let factor = self[i, j]
        for k in 0..<other.rows {
          for l in 0..<other.columns {
            result[i * other.rows + k, j * other.columns + l] = factor * other[k, l]
          }
        }
      }
    }
    return result
  }

  /// [a, b] = ab − ba.
  package func commutator(with other: ComplexMatrix) -> ComplexMatrix {
    self * other - other * self
  }

  /// Half the sum of the matrix and its adjoint.
  package var hermitianPart: ComplexMatrix { (self + adjoint).scaled(by: 0.5) }

  /// Whether the matrix equals its adjoint up to `tolerance` times its largest entry.
  ///
  /// The size of a number is here the larger of its parts, so that no square overflows.
  package func isHermitian(tolerance: Double) -> Bool {
    guard isSquare, isFinite else { return false }
    var (largest, defect) = (0.0, 0.0)
    for row in 0..<rows {
      for column in row..<rows {
        let (a, b) = (entries[row * rows + column], entries[column * rows + row])
        largest = max(largest, max(abs(a.re), abs(a.im)), max(abs(b.re), abs(b.im)))
        defect = max(defect, abs(a.re - b.re), abs(a.im + b.im))
      }
    }
    return defect <= tolerance * largest
  }

  private func mapped(_ transform: (Complex) -> Complex) -> ComplexMatrix {
    ComplexMatrix(rows: rows, columns: columns, entries: entries.map(transform))
  }

  private func combined(
    with other: ComplexMatrix, _ operation: (Complex, Complex) -> Complex
  ) -> ComplexMatrix {
    precondition(rows == other.rows && columns == other.columns, "shapes of a sum")
    let entries = zip(self.entries, other.entries).map { operation($0, $1) }
    return ComplexMatrix(rows: rows, columns: columns, entries: entries)
  }
}
