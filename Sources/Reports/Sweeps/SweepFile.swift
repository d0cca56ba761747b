/// The file of a sweep, filled piece by piece in the order of the points; see ``ReplacementFile``.
package struct SweepFile: ~Copyable {
  private var file: ReplacementFile
  private let format: SweepFormat
  private let shape: SweepShape
  private var points = 0
  /// Where the members of an archive stand; `nil` for formats written row by row.
  private let layout: ZIPLayout?
  private let memberHead: [UInt8]
  private var checksums: [CRC32]

  package init(
    replacing path: String, _ format: SweepFormat, _ shape: SweepShape
  ) throws(WriteError) {
    let isArchive = format == .npz
    let head = isArchive ? NPYHeader.plain(shape.shape) : SweepRows.head(format, shape)
    var opened = try ReplacementFile(replacing: path)
    if !isArchive { try opened.write(head) }
    self.format = format
    self.shape = shape
    memberHead = head
    layout =
      isArchive
      ? ZIPLayout(
        shape.columns.map { .init(name: $0 + ".npy", size: head.count + 8 * shape.count) }) : nil
    var checksum = CRC32()
    checksum.add(head)
    checksums = shape.columns.map { _ in checksum }
    file = opened
  }

  /// The next points, given by columns.
  package mutating func add(_ columns: [[Double]]) throws(WriteError) {
    let count = columns.first?.count ?? 0
    precondition(points + count <= shape.count, "more points than the grid has")
    defer { points += count }
    guard let layout else {
      return try file.write(SweepRows.body(format, shape, columns: columns))
    }
    for (member, column) in columns.enumerated() {
      var bytes: [UInt8] = []
      LittleEndian.append(column, to: &bytes)
      checksums[member].add(bytes)
      try file.write(bytes, at: layout.start(of: member) + memberHead.count + 8 * points)
    }
  }

  /// Puts the file in its place; all points must be there.
  package consuming func commit() throws(WriteError) {
    precondition(points == shape.count, "the grid has more points")
    if let layout {
      let checksums = checksums.map(\.value)
      for member in layout.members.indices {
        let head = layout.localHeader(member, checksum: checksums[member]) + memberHead
        try file.write(head, at: layout.offsets[member])
      }
      try file.write(
        layout.directory(checksums: checksums), at: layout.offsets.last ?? 0)
    }
    try file.commit()
  }
}
