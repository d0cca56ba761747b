import Testing

@testable import Reports

@Suite struct SweepFormatTests {
  private let shape = SweepShape(columns: [#"\Delta T"#, "a,b"], shape: [2, 3])

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The check value of CRC-32/ISO-HDLC.
  @Test func checksum() {
    var checksum = CRC32()
    #expect(checksum.text == "00000000")
    checksum.add(Array("1234".utf8))
    checksum.add(Array("56789".utf8))
    #expect(checksum.value == 0xCBF4_3926)
    #expect(checksum.text == "cbf43926")
  }

  @Test func csv() {
    #expect(text(SweepRows.head(.csv, shape)) == "\\Delta T,\"a,b\"\n")
    let rows = SweepRows.body(.csv, shape, columns: [[0.1, -4, .nan], [1e-17, .infinity, 1e16]])
    #expect(text(rows) == "0.1,1e-17\n-4,inf\nnan,1e+16\n")
  }

  /// Every number reads back as itself.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func shortestNumbers(seed: UInt64) throws {
    var state = seed
    for _ in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: state)
      guard value.isFinite else { continue }
      #expect(Double(CSVText.number(value)) == value, "seed \(seed)")
    }
    #expect(
      CSVText.number(5) == "5" && CSVText.number(-0.0) == "-0"
        && CSVText.number(0.1 + 0.2) == "0.30000000000000004")
  }

  @Test func cellsInQuotes() {
    #expect(
      CSVText.row(["a", "b\"c", "d,e", "f\ng", " h", ""])
        == "a,\"b\"\"c\",\"d,e\",\"f\ng\",\" h\",\n")
  }

  @Test func jsonLines() {
    #expect(SweepRows.head(.jsonl, shape).isEmpty)
    let rows = SweepRows.body(.jsonl, shape, columns: [[0.5, .nan], [-.infinity, 2]])
    #expect(
      text(rows) == #"{"\\Delta T":0.5,"a,b":null}"# + "\n" + #"{"\\Delta T":null,"a,b":2}"# + "\n")
    #expect(JSONString.quoted("a\"\u{1}é") == #""a\"\u0001é""#)
  }

  /// Magic, version 1.0, length, dictionary, blanks, line feed: 64 bytes or a multiple.
  @Test func npyHeaders() {
    let plain = NPYHeader.plain([2, 3])
    #expect(Array(plain[..<8]) == [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0])
    #expect(plain.count % 64 == 0 && plain.last == 0x0A)
    #expect(Int(plain[8]) + 256 * Int(plain[9]) == plain.count - 10)
    #expect(
      text(Array(plain[10...])).hasPrefix(
        "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3,), }"))
    let structured = NPYHeader.structured(SweepShape(columns: [#"\Delta T"#, "a'é"], shape: [5]))
    #expect(
      text(Array(structured[10...])).hasPrefix(
        #"{'descr': [('\\Delta T', '<f8'), ('a\'\U000000e9', '<f8')], 'fortran_order': False, 'shape': (5,), }"#
      ))
    let long = NPYHeader.structured(
      SweepShape(columns: (0..<3000).map { "column \($0)" }, shape: [1]))
    #expect(long[6] == 2 && long.count % 64 == 0)
    #expect(Int(long[8]) + 256 * Int(long[9]) + 65_536 * Int(long[10]) == long.count - 12)
  }

  /// 1.5 = 0x3FF8_0000_0000_0000, the least significant byte first.
  @Test func npyRows() {
    let rows = SweepRows.body(.npy, shape, columns: [[1.5], [-2]])
    #expect(rows == [0, 0, 0, 0, 0, 0, 0xF8, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0xC0])
    #expect(LittleEndian.doubles(rows[...]) == [1.5, -2])
  }

  @Test(arguments: [(false, 30, 46, 22), (true, 50, 74, 98)])
  func zipLayout(isLarge: Bool, local: Int, central: Int, end: Int) {
    let layout = ZIPLayout(
      [.init(name: "a.npy", size: 100), .init(name: "bc.npy", size: 7)], isLarge: isLarge)
    #expect(layout.isLarge == isLarge)
    #expect(layout.offsets == [0, local + 105, 2 * local + 105 + 6 + 7])
    #expect(layout.start(of: 0) == local + 5)
    #expect(layout.localHeader(0, checksum: 7).count == local + 5)
    #expect(layout.localHeader(1, checksum: 7)[14...17] == [7, 0, 0, 0])
    #expect(layout.directory(checksums: [1, 2]).count == 2 * central + 5 + 6 + end)
  }

  /// 4 GiB are beyond 32 bits.
  @Test func largeArchives() {
    let layout = ZIPLayout([.init(name: "a", size: 5_000_000_000), .init(name: "b", size: 1)])
    #expect(layout.isLarge)
    #expect(layout.offsets[1] == 5_000_000_051)
    #expect(ZIPLayout([.init(name: "a", size: 4_000_000_000)]).isLarge == false)
  }

  @Test(arguments: [(10, 3), (2, 5), (0, 4), (12, 4), (1, 1), (1_000_003, 7)])
  func slicesCoverEverythingOnce(count: Int, of: Int) throws {
    var next = 0
    for number in 1...of {
      let range = try #require(ShardSlice(number: number, of: of)).range(of: count)
      #expect(range.lowerBound == next)
      #expect(range.count == count / of || range.count == count / of + 1)
      next = range.upperBound
    }
    #expect(next == count)
  }

  @Test func slices() {
    #expect(ShardSlice("3/8") == ShardSlice(number: 3, of: 8))
    for text in ["0/8", "9/8", "3", "3/", "/8", "+3/8", "3/8/9", "3 /8", "٣/8"] {
      #expect(ShardSlice(text) == nil, "\(text)")
    }
  }

  /// A header reads back as itself, whatever is in its texts.
  @Test func headers() throws {
    let header = ShardHeader(
      program: "1.2", description: "a \"b\"\n\\ é", shape: shape, format: .npz,
      slice: try #require(ShardSlice("2/4")))
    #expect(header.start == 2 && header.points == 2)
    #expect(ShardHeader(line: header.line()) == header)
    #expect(header.line().last == 0x0A && header.line().count { $0 == 0x0A } == 1)
    var other = header
    other.start = 1
    #expect(ShardHeader(line: other.line()) == nil)
    other = header
    other.schema = "rederive.shard/2"
    #expect(ShardHeader(line: other.line()) == nil)
  }
}
