/// A matrix of residues modulo the prime, row by row.
struct ResidueMatrix {
  let field: PrimeField
  let rowCount: Int
  let columnCount: Int
  var residues: [UInt64]

  init(field: PrimeField, rows: Int, columns: Int) {
    self.field = field
    rowCount = rows
    columnCount = columns
    residues = [UInt64](repeating: 0, count: rows * columns)
  }

  static func identity(_ order: Int, field: PrimeField) -> ResidueMatrix {
    var result = ResidueMatrix(field: field, rows: order, columns: order)
    for index in 0..<order { result[index, index] = 1 }
    return result
  }

  subscript(row: Int, column: Int) -> UInt64 {
    get { residues[row &* columnCount &+ column] }
    set { residues[row &* columnCount &+ column] = newValue }
  }

  func row(_ index: Int) -> [UInt64] {
    Array(residues[index * columnCount..<(index + 1) * columnCount])
  }

  var transposed: ResidueMatrix {
    var result = ResidueMatrix(field: field, rows: columnCount, columns: rowCount)
    for i in 0..<rowCount { for j in 0..<columnCount { result[j, i] = self[i, j] } }
    return result
  }

  /// The row times the matrix.
  static func * (row: [UInt64], matrix: ResidueMatrix) -> [UInt64] {
    let (field, width) = (matrix.field, matrix.columnCount)
    var result = [UInt64](repeating: 0, count: width)
    result.withUnsafeMutableBufferPointer { result in
      matrix.residues.withUnsafeBufferPointer { residues in
        for (i, factor) in row.enumerated() where factor != 0 {
          for j in 0..<width {
            result[j] = field.add(result[j], field.multiply(factor, residues[i &* width &+ j]))
          }
        }
      }
    }
    return result
  }

  static func * (left: ResidueMatrix, right: ResidueMatrix) -> ResidueMatrix {
    var result = ResidueMatrix(field: left.field, rows: left.rowCount, columns: right.columnCount)
    result.residues = (0..<left.rowCount).flatMap { left.row($0) * right }
    return result
  }

  /// The inverse of a square matrix; nil when it has none.
  var inverse: ResidueMatrix? {
    var basis = EchelonBasis(width: 2 * rowCount, pivotsBelow: rowCount, field: field)
    for index in 0..<rowCount {
      var unit = [UInt64](repeating: 0, count: rowCount)
      unit[index] = 1
      if !basis.insert(row(index) + unit) { return nil }
    }
    var result = ResidueMatrix(field: field, rows: rowCount, columns: rowCount)
    result.residues = basis.rowsByPivot.flatMap { $0[rowCount...] }
    return result
  }
}
