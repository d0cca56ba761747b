/// What the table of a sweep is written as.
package enum SweepFormat: String, CaseIterable, Codable, Hashable, Sendable {
  /// A header and one row a point.
  case csv
  /// One JSON object a point.
  case jsonl
  /// NumPy's format: a structured array of the grid's shape, one field a column.
  case npy
  /// NumPy's archive: one array of the grid's shape a column.
  case npz

  /// Whether it is bytes that a terminal cannot show.
  package var isBinary: Bool {
    switch self {
    case .csv, .jsonl: false
    case .npy, .npz: true
    }
  }
}

/// What all writers of a sweep need to know of it.
package struct SweepShape: Codable, Hashable, Sendable {
  /// LaTeX of every column.
  package var columns: [String]
  /// The number of values of each varied symbol.
  package var shape: [Int]

  package init(columns: [String], shape: [Int]) {
    self.columns = columns
    self.shape = shape
  }

  /// The number of points.
  package var count: Int { shape.reduce(1, *) }
}
