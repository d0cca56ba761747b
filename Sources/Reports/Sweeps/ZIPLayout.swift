/// Where everything stands in a ZIP archive of uncompressed members whose sizes are known beforehand.
///
/// So members can be filled piece by piece and side by side. Archives beyond the 32 bits of the
/// original format are written as ZIP64.
struct ZIPLayout: Sendable {
  struct Member: Hashable, Sendable {
    var name: String
    var size: Int
  }

  let members: [Member]
  /// Where each member's local header begins, and at last where the directory does.
  let offsets: [Int]
  let isLarge: Bool

  /// `isLarge` writes ZIP64 even where it is not needed.
  init(_ members: [Member], isLarge: Bool = false) {
    self.members = members
    let room = members.reduce(0) { $0 + $1.size + 2 * $1.name.utf8.count + 200 } + 200
    let isLarge = isLarge || room > Int(UInt32.max) - 1 || members.count > 0xFFFE
    self.isLarge = isLarge
    var offsets = [0]
    for member in members {
      let header = 30 + member.name.utf8.count + (isLarge ? 20 : 0)
      offsets.append((offsets.last ?? 0) + header + member.size)
    }
    self.offsets = offsets
  }

  /// Where the bytes of a member begin.
  func start(of member: Int) -> Int { offsets[member + 1] - members[member].size }

  func localHeader(_ member: Int, checksum: UInt32) -> [UInt8] {
    let name = Array(members[member].name.utf8)
    let size = members[member].size
    var bytes = LittleEndian.bytes(UInt32(0x0403_4B50)) + common(member, checksum)
    bytes += LittleEndian.bytes(UInt16(name.count)) + LittleEndian.bytes(UInt16(isLarge ? 20 : 0))
    bytes += name
    if isLarge { bytes += extra([size, size]) }
    return bytes
  }

  /// The directory at the end of the archive.
  func directory(checksums: [UInt32]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (number, member) in members.enumerated() {
      let name = Array(member.name.utf8)
      bytes += LittleEndian.bytes(UInt32(0x0201_4B50))
      // Made by UNIX, so that the permissions below count.
      bytes += LittleEndian.bytes(UInt16(3 << 8 | 45)) + common(number, checksums[number])
      bytes += LittleEndian.bytes(UInt16(name.count)) + LittleEndian.bytes(UInt16(isLarge ? 28 : 0))
      bytes += [UInt8](repeating: 0, count: 6) + LittleEndian.bytes(UInt32(0o100644 << 16))
      bytes += short(offsets[number]) + name
      if isLarge { bytes += extra([member.size, member.size, offsets[number]]) }
    }
    let start = offsets.last ?? 0
    let size = bytes.count
    if isLarge {
      bytes += LittleEndian.bytes(UInt32(0x0606_4B50)) + LittleEndian.bytes(UInt64(44))
      bytes += LittleEndian.bytes(UInt16(45)) + LittleEndian.bytes(UInt16(45))
      bytes += [UInt8](repeating: 0, count: 8)
      bytes += LittleEndian.bytes(UInt64(members.count)) + LittleEndian.bytes(UInt64(members.count))
      bytes += LittleEndian.bytes(UInt64(size)) + LittleEndian.bytes(UInt64(start))
      bytes += LittleEndian.bytes(UInt32(0x0706_4B50)) + LittleEndian.bytes(UInt32(0))
      bytes += LittleEndian.bytes(UInt64(start + size)) + LittleEndian.bytes(UInt32(1))
    }
    let count = UInt16(isLarge ? 0xFFFF : members.count)
    bytes += LittleEndian.bytes(UInt32(0x0605_4B50)) + [0, 0, 0, 0]
    bytes += LittleEndian.bytes(count) + LittleEndian.bytes(count)
    bytes += short(size) + short(start) + [0, 0]
    return bytes
  }

  /// What both headers say: version, flags (UTF-8 names), no compression, 1 January 1980, checksum,
  /// sizes.
  private func common(_ member: Int, _ checksum: UInt32) -> [UInt8] {
    let size = short(members[member].size)
    return LittleEndian.bytes(UInt16(isLarge ? 45 : 20)) + LittleEndian.bytes(UInt16(0x0800))
      + [0, 0, 0, 0] + LittleEndian.bytes(UInt16(0x0021)) + LittleEndian.bytes(checksum) + size
      + size
  }

  /// 32 bits, all set where the extra field has the number.
  private func short(_ number: Int) -> [UInt8] {
    LittleEndian.bytes(isLarge ? UInt32.max : UInt32(number))
  }

  private func extra(_ numbers: [Int]) -> [UInt8] {
    LittleEndian.bytes(UInt16(1)) + LittleEndian.bytes(UInt16(8 * numbers.count))
      + numbers.flatMap { LittleEndian.bytes(UInt64($0)) }
  }
}
