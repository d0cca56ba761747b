/// Numbers as bytes, the least significant first, on every machine.
enum LittleEndian {
  static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  static func append(_ values: some Sequence<Double>, to bytes: inout [UInt8]) {
    for value in values {
      var bits = value.bitPattern
      for _ in 0..<8 {
        bytes.append(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
      }
    }
  }

  static func doubles(_ bytes: ArraySlice<UInt8>) -> [Double] {
    stride(from: bytes.startIndex, to: bytes.endIndex, by: 8).map { start in
      let bits = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[start + $1]) << (8 * UInt64($1)) }
      return Double(bitPattern: bits)
    }
  }
}
