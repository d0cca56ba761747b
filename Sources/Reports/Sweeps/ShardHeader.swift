#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One part of a sweep: the i-th of n, counted from 1.
package struct ShardSlice: Hashable, Sendable {
  package let number: Int
  package let of: Int

  /// `nil` unless 1 ≤ `number` ≤ `of`.
  package init?(number: Int, of: Int) {
    guard number >= 1, number <= of else { return nil }
    self.number = number
    self.of = of
  }

  /// `3/8`
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = text.utf8.allSatisfy { $0 == 0x2F || (0x30...0x39).contains($0) }
    guard isPlain, parts.count == 2, let number = Int(parts[0]), let of = Int(parts[1]) else {
      return nil
    }
    self.init(number: number, of: of)
  }

  /// Its points of `count`: slices differ by one point at most, and may be empty.
  package func range(of count: Int) -> Range<Int> {
    let (size, rest) = count.quotientAndRemainder(dividingBy: of)
    let start = size * (number - 1) + min(number - 1, rest)
    return start..<start + size + (number <= rest ? 1 : 0)
  }
}

/// The first line of a shard file: what sweep it is of, and which part.
///
/// Then follow the points, every number as 8 bytes of an IEEE double, the least significant first, the
/// columns of one point together. The last line is `{"crc32":"0123abcd"}`, the CRC-32 of all before it.
package struct ShardHeader: Codable, Hashable, Sendable {
  package static let schema = "rederive.shard/1"

  package var schema = Self.schema
  /// The version of the program that wrote it.
  package var program: String
  /// All that the numbers depend on.
  package var description: String
  package var columns: [String]
  package var shape: [Int]
  /// What the whole is to be written as.
  package var format: SweepFormat
  package var shard: Int
  package var of: Int
  /// The first point and the number of points.
  package var start: Int
  package var points: Int

  package init(
    program: String, description: String, shape: SweepShape, format: SweepFormat, slice: ShardSlice
  ) {
    self.program = program
    self.description = description
    columns = shape.columns
    self.shape = shape.shape
    self.format = format
    shard = slice.number
    of = slice.of
    let range = slice.range(of: shape.count)
    start = range.lowerBound
    points = range.count
  }

  /// The line, with its line feed.
  func line() -> [UInt8] {
    let columns = columns.map(JSONString.quoted).joined(separator: ",")
    let shape = shape.map(String.init).joined(separator: ",")
    return Array(
      """
      {"schema":\(JSONString.quoted(schema)),"program":\(JSONString.quoted(program)),\
      "shard":\(shard),"of":\(of),"start":\(start),"points":\(points),\
      "format":"\(format.rawValue)","columns":[\(columns)],"shape":[\(shape)],\
      "description":\(JSONString.quoted(description))}

      """.utf8)
  }

  /// `nil` unless it is such a line and its numbers fit together.
  init?(line: [UInt8]) {
    guard let header = try? JSONDecoder().decode(Self.self, from: Data(line)),
      header.schema == Self.schema, !header.columns.isEmpty,
      let slice = ShardSlice(number: header.shard, of: header.of)
    else { return nil }
    var count = 1
    for size in header.shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard size >= 0, !overflow else { return nil }
      count = product
    }
    let (numbers, isTooLarge) = count.multipliedReportingOverflow(by: 8 * header.columns.count)
    guard !isTooLarge, numbers >= 0, header.range == slice.range(of: count) else { return nil }
    self = header
  }

  var range: Range<Int> {
    start >= 0 && points >= 0 && points <= Int.max - start ? start..<start + points : 0..<0
  }

  var sweepShape: SweepShape { SweepShape(columns: columns, shape: shape) }

  /// Whether both are of one sweep and to be written as the same.
  func isOfSameSweep(as other: Self) -> Bool {
    description == other.description && columns == other.columns && shape == other.shape
      && format == other.format
  }

  static func trailer(_ checksum: CRC32) -> [UInt8] {
    Array("{\"crc32\":\"\(checksum.text)\"}\n".utf8)
  }
}
