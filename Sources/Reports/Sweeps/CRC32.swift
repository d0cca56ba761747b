/// The checksum of ZIP and PNG files: CRC-32, polynomial 0x04C11DB7 reflected.
package struct CRC32: Hashable, Sendable {
  private var register: UInt32 = 0xFFFF_FFFF

  package init() {}

  package var value: UInt32 { ~register }

  package mutating func add(_ bytes: some Sequence<UInt8>) {
    var register = register
    Self.table.withUnsafeBufferPointer { table in
      for byte in bytes {
        register = table[Int((register ^ UInt32(byte)) & 0xFF)] ^ (register >> 8)
      }
    }
    self.register = register
  }

  /// The value in eight hexadecimal digits.
  package var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { rest, _ in
      rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1
    }
  }
}
