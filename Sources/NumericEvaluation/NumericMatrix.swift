/// A small dense square matrix over any numeric scalar.
package struct NumericMatrix<Value: NumericScalar> {
  package var rows: [[Value]]

  package init(_ rows: [[Value]]) {
    self.rows = rows
  }

  /// |x⟩⟨y|.
  package init(outer x: [Value], _ y: [Value]) {
    rows = x.map { left in y.map { left * $0.conjugate } }
  }

  /// The diagonal matrix with one value, of the kind of `seed`.
  package init(identity dimension: Int, like seed: Value) {
    rows = (0..<dimension).map { i in
      (0..<dimension).map { seed.constant($0 == i ? 1 : 0) }
    }
  }

  package var adjoint: NumericMatrix {
    NumericMatrix(rows.indices.map { i in rows.indices.map { rows[$0][i].conjugate } })
  }

  /// `nil` for the matrix without rows.
  package var trace: Value? {
    guard var total = rows.first?.first else { return nil }
    for i in rows.indices.dropFirst() { total = total + rows[i][i] }
    return total
  }

  /// tr(ab), without the rest of the product; `nil` for the matrix without rows.
  package static func traceOfProduct(_ a: NumericMatrix, _ b: NumericMatrix) -> Value? {
    var total: Value?
    for (i, row) in a.rows.enumerated() {
      var entry = row[0] * b.rows[0][i]
      for k in row.indices.dropFirst() { entry = entry + row[k] * b.rows[k][i] }
      total = total.map { $0 + entry } ?? entry
    }
    return total
  }

  package func scaled(by factor: Value) -> NumericMatrix {
    NumericMatrix(rows.map { $0.map { factor * $0 } })
  }

  package static func + (a: NumericMatrix, b: NumericMatrix) -> NumericMatrix {
    NumericMatrix(zip(a.rows, b.rows).map { zip($0, $1).map { $0 + $1 } })
  }

  package static func - (a: NumericMatrix, b: NumericMatrix) -> NumericMatrix {
    NumericMatrix(zip(a.rows, b.rows).map { zip($0, $1).map { $0 - $1 } })
  }

  package static prefix func - (a: NumericMatrix) -> NumericMatrix {
    NumericMatrix(a.rows.map { $0.map { -$0 } })
  }

  package static func * (a: NumericMatrix, x: [Value]) -> [Value] {
    a.rows.map { row in
      zip(row, x).dropFirst().reduce(row[0] * x[0]) { $0 + $1.0 * $1.1 }
    }
  }

  package static func * (a: NumericMatrix, b: NumericMatrix) -> NumericMatrix {
    let columns = b.rows.indices.map { j in a * b.rows.map { $0[j] } }
    return NumericMatrix(b.rows.indices.map { i in columns.map { $0[i] } })
  }
}
