/// A dense matrix of complex numbers, row by row.
///
/// **Invariant.** `entries` holds `rows` × `columns` numbers; entry (r, c) stands at r·columns + c.
package struct ComplexMatrix: Hashable, Sendable {
  package let rows: Int
  package let columns: Int
  package internal(set) var entries: [Complex]

  /// - Precondition: there are `rows` × `columns` entries.
  package init(rows: Int, columns: Int, entries: [Complex]) {
    precondition(rows >= 0 && columns >= 0 && entries.count == rows * columns, "shape of a matrix")
    self.rows = rows
    self.columns = columns
    self.entries = entries
  }

  /// The matrix with these rows.
  ///
  /// - Precondition: all rows have one length.
  package init(_ rows: [[Complex]]) {
    let columns = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == columns }, "rows of different lengths")
    self.init(rows: rows.count, columns: columns, entries: rows.flatMap { $0 })
  }

  package static func zero(rows: Int, columns: Int) -> ComplexMatrix {
    let entries = [Complex](repeating: .zero, count: rows * columns)
    return ComplexMatrix(rows: rows, columns: columns, entries: entries)
  }

  package static func identity(_ order: Int) -> ComplexMatrix {
    diagonal([Double](repeating: 1, count: order))
  }

  package static func diagonal(_ values: [Double]) -> ComplexMatrix {
    var result = zero(rows: values.count, columns: values.count)
    for (k, value) in values.enumerated() { result[k, k] = Complex(value) }
    return result
  }

  package subscript(row: Int, column: Int) -> Complex {
    get { entries[offset(row, column)] }
    set { entries[offset(row, column)] = newValue }
  }

  package func column(_ column: Int) -> [Complex] { (0..<rows).map { self[$0, column] } }

  package var isSquare: Bool { rows == columns }

  package var isFinite: Bool { entries.allSatisfy(\.isFinite) }

  /// max |a(r, c)|, zero for the empty matrix.
  package var largestMagnitude: Double {
    entries.reduce(0) { max($0, $1.magnitude) }
  }

  /// The e for which the largest real or imaginary part lies in [2^e, 2^(e+1)); 0 where all vanish.
  var exponent: Int {
    let largest = entries.reduce(0) { max($0, abs($1.re), abs($1.im)) }
    return largest > 0 ? Int(largest.exponent) : 0
  }

  /// The matrix times 2^exponent.
  func shifted(by exponent: Int) -> ComplexMatrix {
    ComplexMatrix(
      rows: rows, columns: columns, entries: entries.map { $0.shifted(by: exponent) })
  }

  private func offset(_ row: Int, _ column: Int) -> Int {
    precondition(0 <= row && row < rows && 0 <= column && column < columns, "index of a matrix")
    return row * columns + column
  }
}

extension ComplexMatrix: CustomStringConvertible {
  /// One row a line, entries separated by commas.
  package var description: String {
    let lines = (0..<rows).map { row in
      (0..<columns).map { self[row, $0].description }.joined(separator: ", ")
    }
    return lines.joined(separator: "\n")
  }
}
