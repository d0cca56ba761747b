#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A shard file, read piece by piece; it is open only while a piece is read, for there may be more shards
/// than a process may have files open.
struct ShardReader {
  /// The path as the user gave it, for messages.
  let path: String
  let header: ShardHeader
  private let place: String
  private let line: [UInt8]
  private let size: Int

  /// No header is longer.
  private static let longestLine = 1 << 24

  init(_ place: String, shown: String, program: String) throws(ShardFault) {
    let path = TextLayout.oneLine(shown)
    let (line, size) = try Self.opened(place, path) { (descriptor) throws(ShardFault) in
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        let line = Self.firstLine(descriptor)
      else { throw .noShard(path: path) }
      return (line, Int(status.st_size))
    }
    guard let header = ShardHeader(line: line) else { throw .noShard(path: path) }
    guard header.program == program else {
      throw .otherProgram(
        path: path, version: TextLayout.oneLine(header.program), own: program)
    }
    self.path = path
    self.header = header
    self.place = place
    self.line = line
    self.size = size
  }

  private static func opened<Result>(
    _ place: String, _ path: String, _ body: (Int32) throws(ShardFault) -> Result
  ) throws(ShardFault) -> Result {
    let descriptor = open(place, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(path: path, code: errno) }
    defer { close(descriptor) }
    return try body(descriptor)
  }

  /// `3/8`
  var slice: String { "\(header.shard)/\(header.of)" }

  private var rowSize: Int { 8 * header.columns.count }

  /// Reads all of it and compares its length and checksum.
  func check() throws(ShardFault) {
    var checksum = CRC32()
    checksum.add(line)
    var done = 0
    let end = rowSize * header.points
    let trailerSize = ShardHeader.trailer(checksum).count
    guard size >= line.count + end + trailerSize else {
      throw .cutShort(path: path, slice: slice)
    }
    while done < end {
      let bytes = try read(min(1 << 20, end - done), at: line.count + done)
      checksum.add(bytes)
      done += bytes.count
    }
    let trailer = try read(size - line.count - end, at: line.count + end)
    guard trailer == ShardHeader.trailer(checksum) else {
      throw .damaged(path: path, slice: slice)
    }
  }

  /// The columns of some of its points, counted from its first one.
  func columns(_ points: Range<Int>) throws(ShardFault) -> [[Double]] {
    let bytes = try read(rowSize * points.count, at: line.count + rowSize * points.lowerBound)
    let numbers = LittleEndian.doubles(bytes[...])
    let width = header.columns.count
    return (0..<width).map { column in
      stride(from: column, to: numbers.count, by: width).map { numbers[$0] }
    }
  }

  private func read(_ count: Int, at offset: Int) throws(ShardFault) -> [UInt8] {
    try Self.opened(place, path) { (descriptor) throws(ShardFault) in
      var bytes = [UInt8](repeating: 0, count: count)
      var done = 0
      while done < count {
        let got = bytes[done...].withUnsafeMutableBytes {
          pread(descriptor, $0.baseAddress, $0.count, off_t(offset + done))
        }
        if got > 0 {
          done += got
        } else if got == 0 {
          throw .cutShort(path: path, slice: slice)
        } else if errno != EINTR {
          throw .system(path: path, code: errno)
        }
      }
      return bytes
    }
  }

  /// Up to and with the first line feed.
  private static func firstLine(_ descriptor: Int32) -> [UInt8]? {
    var line: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 12)
    while line.count < longestLine {
      let count = chunk.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, $0.count, off_t(line.count))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      if let end = chunk[..<count].firstIndex(of: 0x0A) { return line + chunk[...end] }
      line += chunk[..<count]
    }
    return nil
  }
}
