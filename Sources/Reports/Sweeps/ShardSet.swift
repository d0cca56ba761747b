/// All shards of one sweep, each there once and whole.
package struct ShardSet {
  /// In the order of their points.
  private let shards: [ShardReader]

  private let format: SweepFormat
  private let shape: SweepShape

  /// Opens and checks shards, in any order; `locate` finds a path as the user gave it.
  package init(
    _ paths: [String], program: String, locate: (String) -> String
  ) throws(ShardFaults) {
    var readers: [ShardReader] = []
    var faults: [ShardFault] = []
    for path in paths {
      do throws(ShardFault) {
        readers.append(try ShardReader(locate(path), shown: path, program: program))
      } catch {
        faults.append(error)
      }
    }
    // An unreadable one is not missing as well.
    guard faults.isEmpty, let first = readers.first else { throw ShardFaults(faults: faults) }
    faults = Self.strangers(readers, first)
    if faults.isEmpty { faults = Self.gaps(readers, first) }
    for reader in readers {
      do throws(ShardFault) { try reader.check() } catch { faults.append(error) }
    }
    guard faults.isEmpty else { throw ShardFaults(faults: faults) }
    shards = readers.sorted { $0.header.shard < $1.header.shard }
    format = first.header.format
    shape = first.header.sweepShape
  }

  /// Writes what the whole sweep would have written.
  package func write(replacing path: String) throws {
    var file = try SweepFile(replacing: path, format, shape)
    let most = 1 << 14
    for shard in shards {
      for start in stride(from: 0, to: shard.header.points, by: most) {
        try file.add(shard.columns(start..<min(start + most, shard.header.points)))
      }
    }
    try file.commit()
  }

  private static func strangers(_ readers: [ShardReader], _ first: ShardReader) -> [ShardFault] {
    readers.compactMap { reader in
      if !reader.header.isOfSameSweep(as: first.header) {
        return .otherSweep(path: reader.path, first: first.path)
      }
      guard reader.header.of != first.header.of else { return nil }
      return .otherDivision(
        path: reader.path, of: reader.header.of, first: first.path, firstOf: first.header.of)
    }
  }

  private static func gaps(_ readers: [ShardReader], _ first: ShardReader) -> [ShardFault] {
    var faults: [ShardFault] = []
    var paths: [Int: String] = [:]
    for reader in readers {
      if let other = paths[reader.header.shard] {
        faults.append(.twice(slice: reader.slice, first: other, second: reader.path))
      }
      paths[reader.header.shard] = reader.path
    }
    let of = first.header.of
    let absent = (1...of).lazy.filter { paths[$0] == nil }.prefix(10)
    guard paths.count < of else { return faults }
    return faults + [.missing(Array(absent), count: of - paths.count, of: of)]
  }
}
