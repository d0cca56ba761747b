import Reports
import Testing
import rederive

@Suite struct MergeCommandTests {
  /// The shards of one sweep, `1of3` and so on.
  private func bench(_ count: Int) throws -> Bench {
    let bench = try Bench(["a.md": "proved"])
    for number in 1...count {
      let words = ["sweep", "a.md", "--vary", "x=0:6:7", "--at", "y=1"]
      #expect(
        bench.run(words + ["--shard", "\(number)/\(count)", "--out", "\(number)of\(count)"])
          == .proved)
    }
    return bench
  }

  private func expectRefusal(
    _ bench: Bench, _ names: [String], _ errors: String
  ) {
    #expect(bench.run(["merge", "--out", "merged"] + names) == .badFile)
    #expect(bench.errors == errors)
    #expect(bench.output.isEmpty)
    #expect(!bench.folder.names().contains("merged"))
  }

  @Test func gaps() throws {
    let bench = try bench(4)
    expectRefusal(
      bench, ["1of4", "4of4"],
      """
      error: shards 2 and 3 of 4 are missing
       = help: run it: rederive sweep … --shard 2/4 --out FILE

      """)
    expectRefusal(
      bench, ["4of4", "1of4", "2of4"],
      """
      error: shard 3 of 4 is missing
       = help: run it: rederive sweep … --shard 3/4 --out FILE

      """)
  }

  @Test func manyGapsAreCounted() throws {
    let bench = try bench(30)
    #expect(bench.run("merge", "--out", "m", "30of30") == .badFile)
    #expect(
      bench.errors.hasPrefix(
        "error: shards 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 19 more of 30 are missing\n"))
  }

  @Test func twice() throws {
    let bench = try bench(2)
    expectRefusal(
      bench, ["1of2", "2of2", "1of2"],
      """
      error: shard 1/2 is given twice: 1of2 and 1of2
       = help: name each shard once

      """)
  }

  @Test func anotherDivision() throws {
    let bench = try bench(2)
    #expect(
      bench.run(
        "sweep", "a.md", "--vary", "x=0:6:7", "--at", "y=1", "--shard", "2/3", "--out", "2of3")
        == .proved)
    expectRefusal(
      bench, ["1of2", "2of3"],
      """
      error: 2of3 is one of 3 shards, 1of2 one of 2
       = help: run all shards with the same N in --shard I/N

      """)
  }

  @Test(arguments: [
    ["--vary", "x=0:6:7", "--at", "y=2"], ["--vary", "x=0:6:8", "--at", "y=1"],
    ["--vary", "z=0:6:7", "--at", "y=1"], ["--vary", "x=0:6:7", "--at", "y=1", "--quantity", "F"],
    ["--vary", "x=0:6:7", "--at", "y=1", "--format", "npy"],
    ["--vary", "x=0:6:7", "--at", "y=1", "--given", "boson"],
  ])
  func anotherSweep(words: [String]) throws {
    let bench = try bench(2)
    #expect(
      bench.run(["sweep", "a.md"] + words + ["--shard", "2/2", "--out", "other"]) == .proved)
    expectRefusal(
      bench, ["1of2", "other"],
      """
      error: other is of another sweep than 1of2
       = help: the file, every option but --shard and --out, and the format must be the same

      """)
  }

  private func bytes(_ bench: Bench, _ name: String) throws -> [UInt8] {
    try #require(bench.folder.bytes(name))
  }

  /// The same options on a file that was edited meanwhile.
  @Test func anotherFile() throws {
    let bench = try bench(2)
    try bench.put("a.md", "proves")
    let words = ["sweep", "a.md", "--vary", "x=0:6:7", "--at", "y=1"]
    #expect(bench.run(words + ["--shard", "2/2", "--out", "2of2"]) == .proved)
    #expect(bench.run("merge", "--out", "m", "1of2", "2of2") == .badFile)
    #expect(bench.errors.hasPrefix("error: 2of2 is of another sweep than 1of2\n"))
  }

  private func put(_ bench: Bench, _ name: String, _ bytes: [UInt8]) throws {
    var file = try ReplacementFile(replacing: bench.folder.path + "/" + name)
    try file.write(bytes)
    try file.commit()
  }

  /// Cut anywhere behind its first line.
  @Test func cutShort() throws {
    let bench = try bench(2)
    let whole = try bytes(bench, "2of2")
    let head = try #require(whole.firstIndex(of: 0x0A)) + 1
    for length in [head, head + 1, whole.count - 30, whole.count - 1] {
      try put(bench, "2of2", Array(whole[..<length]))
      expectRefusal(
        bench, ["1of2", "2of2"],
        """
        error: 2of2, shard 2/2, is cut short
         = help: run it again: rederive sweep … --shard 2/2 --out FILE

        """)
    }
    try put(bench, "2of2", Array(whole[..<(head - 1)]))
    #expect(bench.run("merge", "--out", "m", "1of2", "2of2") == .badFile)
    #expect(bench.errors.hasPrefix("error: 2of2 is no shard of a sweep\n"))
  }

  /// Any byte behind the first line, and any that leaves the first line readable.
  @Test func damaged() throws {
    let bench = try bench(2)
    let whole = try bytes(bench, "2of2")
    let head = try #require(whole.firstIndex(of: 0x0A)) + 1
    for place in head..<whole.count {
      var bytes = whole
      bytes[place] ^= 1
      try put(bench, "2of2", bytes)
      expectRefusal(
        bench, ["1of2", "2of2"],
        """
        error: 2of2, shard 2/2, is damaged: its checksum does not fit
         = help: run it again: rederive sweep … --shard 2/2 --out FILE

        """)
    }
    try put(bench, "2of2", whole + [0x0A])
    #expect(bench.run("merge", "--out", "m", "1of2", "2of2") == .badFile)
    for place in 0..<head {
      var bytes = whole
      bytes[place] ^= 1
      try put(bench, "2of2", bytes)
      #expect(bench.run("merge", "--out", "m", "1of2", "2of2") == .badFile, "byte \(place)")
    }
    try put(bench, "2of2", whole)
    #expect(bench.run("merge", "--out", "m", "1of2", "2of2") == .proved)
  }

  /// All that is wrong is said at once.
  @Test func severalFaults() throws {
    let bench = try bench(3)
    var bytes = try bytes(bench, "3of3")
    bytes[bytes.count - 40] ^= 1
    try put(bench, "3of3", bytes)
    #expect(bench.run("merge", "--out", "m", "1of3", "3of3") == .badFile)
    #expect(bench.errors.contains("error: shard 2 of 3 is missing\n"))
    #expect(bench.errors.contains("error: 3of3, shard 3/3, is damaged"))
  }

  @Test func otherFiles() throws {
    let bench = try bench(1)
    expectRefusal(
      bench, ["a.md"],
      """
      error: a.md is no shard of a sweep
       = help: shards are written by rederive sweep --shard I/N --out FILE

      """)
    #expect(bench.run("merge", "--out", "m", "1of1", ".") == .badFile)
    #expect(bench.run("merge", "--out", "m", "1of1", "absent") == .noFile)
    #expect(bench.errors.hasPrefix("error: no such file: absent\n"))
    #expect(bench.run("merge", "1of1") == .usage)
    #expect(bench.run("merge", "--out", "m") == .usage)
    #expect(bench.run("merge", "--out", "a.md/m", "1of1") == .outputFailed)
  }

  @Test func anotherVersion() throws {
    let bench = try bench(1)
    let text = try #require(bench.folder.contents("1of1"))
    try bench.put(
      "1of1", text.replacing(#""program":"\#(CommandTable.version)""#, with: #""program":"9""#))
    #expect(bench.run("merge", "--out", "m", "1of1") == .badFile)
    #expect(
      bench.errors.hasPrefix(
        "error: 1of1 was written by rederive 9, and this is \(CommandTable.version)\n"))
  }

  /// A first line that promises what no file holds is refused, not believed.
  @Test(arguments: [
    #""shape":[4611686018427387904,4]"#, #""shape":[-7]"#, #""shape":[6]"#, #""shape":[8]"#,
  ])
  func impossibleHeaders(shape: String) throws {
    let bench = try bench(1)
    let text = try #require(bench.folder.contents("1of1"))
    try bench.put("1of1", text.replacing(#""shape":[7]"#, with: shape))
    #expect(bench.run("merge", "--out", "m", "1of1") == .badFile)
    #expect(bench.errors.hasPrefix("error: 1of1 is no shard of a sweep\n"))
  }
}
