/// The head of a file in NumPy's format: magic, version, a Python dictionary, padded to 64 bytes.
enum NPYHeader {
  /// One record a point, with a field for every column.
  static func structured(_ shape: SweepShape) -> [UInt8] {
    let fields = shape.columns.map { "(\(pythonString($0)), '<f8')" }
    return header(type: "[" + fields.joined(separator: ", ") + "]", shape.shape)
  }

  /// One number a point.
  static func plain(_ shape: [Int]) -> [UInt8] {
    header(type: "'<f8'", shape)
  }

  private static func header(type: String, _ shape: [Int]) -> [UInt8] {
    let sizes = shape.map { "\($0)," }.joined(separator: " ")
    var dictionary =
      "{'descr': \(type), 'fortran_order': False, 'shape': (\(sizes)), }"
    // Version 2 has room for headers beyond 65,535 bytes.
    let isLong = dictionary.utf8.count > 65_000
    let preamble = isLong ? 12 : 10
    let padding = 63 - (preamble + dictionary.utf8.count) % 64
    dictionary += String(repeating: " ", count: padding) + "\n"
    let length = dictionary.utf8.count
    return [0x93] + Array("NUMPY".utf8) + [isLong ? 2 : 1, 0]
      + (isLong ? LittleEndian.bytes(UInt32(length)) : LittleEndian.bytes(UInt16(length)))
      + Array(dictionary.utf8)
  }

  /// A string literal of ASCII characters.
  private static func pythonString(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'", "\\": result += "\\\(scalar)"
      case "\u{20}"..<"\u{7F}": result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return result + "'"
  }
}
