/// Formats whose points stand one after the other: a head, then a stretch of bytes for each piece.
package enum SweepRows {
  /// What stands before the first point.
  package static func head(_ format: SweepFormat, _ shape: SweepShape) -> [UInt8] {
    switch format {
    case .csv: Array(CSVText.row(shape.columns).utf8)
    case .jsonl: []
    case .npy: NPYHeader.structured(shape)
    case .npz: preconditionFailure("an archive is not written row by row")
    }
  }

  /// Points, given by columns.
  package static func body(
    _ format: SweepFormat, _ shape: SweepShape, columns: [[Double]]
  ) -> [UInt8] {
    let count = columns.first?.count ?? 0
    precondition(columns.count == shape.columns.count, "one array a column")
    precondition(columns.allSatisfy { $0.count == count }, "columns of one length")
    switch format {
    case .csv:
      var text = ""
      for point in 0..<count { text += CSVText.row(numbers: columns.map { $0[point] }) }
      return Array(text.utf8)
    case .jsonl:
      let keys = shape.columns.map { JSONString.quoted($0) + ":" }
      var text = ""
      for point in 0..<count {
        let members = zip(keys, columns).map { $0 + JSONString.number($1[point]) }
        text += "{" + members.joined(separator: ",") + "}\n"
      }
      return Array(text.utf8)
    case .npy:
      var bytes: [UInt8] = []
      bytes.reserveCapacity(8 * count * columns.count)
      for point in 0..<count { LittleEndian.append(columns.map { $0[point] }, to: &bytes) }
      return bytes
    case .npz: preconditionFailure("an archive is not written row by row")
    }
  }
}

/// The two kinds of JSON values that a table needs, on one line.
enum JSONString {
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// `null` for what JSON cannot write.
  static func number(_ value: Double) -> String {
    value.isFinite ? CSVText.number(value) : "null"
  }
}
