import Reports
import Testing

@Suite struct ReplacementFileTests {
  @Test func piecesArriveInOrder() throws {
    let folder = try TemporaryFolder()
    var file = try ReplacementFile(replacing: folder.path + "/a/b")
    try file.write([0x61, 0x62])
    try file.write([0x64], at: 3)
    try file.write([0x63])
    #expect(file.count == 3)
    try file.commit()
    #expect(folder.contents("a/b") == "abcd")
    #expect(folder.names("a") == ["b"])
  }

  /// What is given up leaves nothing but what was there.
  @Test func givenUp() throws {
    let folder = try TemporaryFolder()
    try CheckedWriter.replaceFile(at: folder.path + "/old", with: "old")
    for name in ["old", "new"] {
      var file = try ReplacementFile(replacing: folder.path + "/" + name)
      try file.write([0x61])
      #expect(folder.contents("old") == "old")
    }
    #expect(folder.names() == ["old"])
  }

  /// While it is written there is no file, or one that says it is temporary where the system has no
  /// files without a name.
  @Test func nothingIsSeenBeforeTheEnd() throws {
    let folder = try TemporaryFolder()
    var file = try ReplacementFile(replacing: folder.path + "/new")
    try file.write([0x61])
    #expect(folder.names().allSatisfy { $0.hasSuffix(".tmp") })
    try file.commit()
    #expect(folder.names() == ["new"])
  }
}
