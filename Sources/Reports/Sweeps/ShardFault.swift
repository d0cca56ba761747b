#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why shards cannot be merged. All wording of it is here.
package enum ShardFault: Error, Hashable, Sendable {
  case system(path: String, code: Int32)
  case noShard(path: String)
  case otherProgram(path: String, version: String, own: String)
  case cutShort(path: String, slice: String)
  case damaged(path: String, slice: String)
  case otherSweep(path: String, first: String)
  case otherDivision(path: String, of: Int, first: String, firstOf: Int)
  case twice(slice: String, first: String, second: String)
  /// The first of the missing, and how many there are.
  case missing([Int], count: Int, of: Int)

  package var message: String {
    switch self {
    case .system(let path, ENOENT): "no such file: \(path)"
    case .system(let path, let code): "cannot read \(path): \(String(cString: strerror(code)))"
    case .noShard(let path): "\(path) is no shard of a sweep"
    case .otherProgram(let path, let version, let own):
      "\(path) was written by rederive \(version), and this is \(own)"
    case .cutShort(let path, let slice): "\(path), shard \(slice), is cut short"
    case .damaged(let path, let slice):
      "\(path), shard \(slice), is damaged: its checksum does not fit"
    case .otherSweep(let path, let first): "\(path) is of another sweep than \(first)"
    case .otherDivision(let path, let of, let first, let firstOf):
      "\(path) is one of \(of) shards, \(first) one of \(firstOf)"
    case .twice(let slice, let first, let second):
      "shard \(slice) is given twice: \(first) and \(second)"
    case .missing(let numbers, let count, let of):
      count == 1
        ? "shard \(numbers[0]) of \(of) is missing"
        : "shards \(Self.list(numbers, count)) of \(of) are missing"
    }
  }

  /// What to do about it.
  package var help: String {
    switch self {
    case .system: "name the files that rederive sweep --shard wrote"
    case .noShard: "shards are written by rederive sweep --shard I/N --out FILE"
    case .otherProgram: "run all shards with one version of rederive"
    case .cutShort(_, let slice), .damaged(_, let slice):
      "run it again: rederive sweep … --shard \(slice) --out FILE"
    case .otherSweep:
      "the file, every option but --shard and --out, and the format must be the same"
    case .otherDivision: "run all shards with the same N in --shard I/N"
    case .twice: "name each shard once"
    case .missing(let numbers, _, let of):
      "run it: rederive sweep … --shard \(numbers.first ?? 1)/\(of) --out FILE"
    }
  }

  package var isUnreadable: Bool {
    if case .system = self { true } else { false }
  }

  /// `2, 5 and 7`, `2, 5 and 7 more`.
  private static func list(_ numbers: [Int], _ count: Int) -> String {
    let more = count > numbers.count ? ["\(count - numbers.count) more"] : []
    return TextLayout.list(numbers.map(String.init) + more)
  }
}

/// All that is wrong with a set of shards, as far as it can be seen at once.
package struct ShardFaults: Error, Hashable, Sendable {
  package var faults: [ShardFault]

  package init(faults: [ShardFault]) {
    self.faults = faults
  }
}
