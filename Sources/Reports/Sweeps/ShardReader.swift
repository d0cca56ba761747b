#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A shard file opened for reading, piece by piece.
final class ShardReader {
  let path: String
  let header: ShardHeader
  private let descriptor: Int32
  private let line: [UInt8]
  private let size: Int

  /// No header is longer.
  private static let longestLine = 1 << 24

  /// `shown` is the path as the user gave it.
  init(_ path: String, shown: String, program: String) throws(ShardFault) {
    let shown = TextLayout.oneLine(shown)
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(path: shown, code: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .noShard(path: shown)
    }
    size = Int(status.st_size)
    guard let line = Self.firstLine(descriptor), let header = ShardHeader(line: line) else {
      close(descriptor)
      throw .noShard(path: shown)
    }
    guard header.program == program else {
      close(descriptor)
      throw .otherProgram(
        path: shown, version: TextLayout.oneLine(header.program), own: program)
    }
    self.path = shown
    self.header = header
    self.line = line
  }

  deinit { close(descriptor) }

  /// `3/8`
  var slice: String { "\(header.shard)/\(header.of)" }

  private var rowSize: Int { 8 * header.columns.count }

  /// Reads all of it and compares its length and checksum.
  func check() throws(ShardFault) {
    var checksum = CRC32()
    checksum.add(line)
    var place = 0
    let end = rowSize * header.points
    let trailerSize = ShardHeader.trailer(checksum).count
    guard size >= line.count + end + trailerSize else {
      throw .cutShort(path: path, slice: slice)
    }
    while place < end {
      let bytes = try read(min(1 << 20, end - place), at: line.count + place)
      checksum.add(bytes)
      place += bytes.count
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

  private func read(_ count: Int, at place: Int) throws(ShardFault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes[done...].withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, $0.count, off_t(place + done))
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
