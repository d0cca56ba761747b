/// A shard being written; see ``ShardHeader`` for the format.
package struct ShardFile: ~Copyable {
  private var file: ReplacementFile
  private let header: ShardHeader
  private var checksum = CRC32()
  private var points = 0

  package init(replacing path: String, _ header: ShardHeader) throws(WriteError) {
    let line = header.line()
    var opened = try ReplacementFile(replacing: path)
    try opened.write(line)
    self.header = header
    checksum.add(line)
    file = opened
  }

  /// The next points, given by columns.
  package mutating func add(_ columns: [[Double]]) throws(WriteError) {
    points += columns.first?.count ?? 0
    let bytes = SweepRows.body(.npy, header.sweepShape, columns: columns)
    checksum.add(bytes)
    try file.write(bytes)
  }

  /// Puts the file in its place; all points of the slice must be there.
  package consuming func commit() throws(WriteError) {
    precondition(points == header.points, "the slice has more points")
    try file.write(ShardHeader.trailer(checksum))
    try file.commit()
  }
}
