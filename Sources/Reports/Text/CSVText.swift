/// Rows of comma-separated values, RFC 4180 but for the bare line feed at the end.
package enum CSVText {
  package static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\n"
  }

  package static func row(numbers: [Double]) -> String {
    numbers.map(number).joined(separator: ",") + "\n"
  }

  /// In quotes if it needs them.
  private static func cell(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains { scalar in
      scalar == "," || scalar == "\"" || scalar == "\n" || scalar == "\r"
    }
    let isPadded = text.hasPrefix(" ") || text.hasSuffix(" ")
    guard needsQuotes || isPadded else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// The shortest decimal that reads back as the same number: `0.1`, `-4`, `1e-17`, `nan`, `-inf`.
  package static func number(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
