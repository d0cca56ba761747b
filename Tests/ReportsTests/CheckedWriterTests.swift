import Reports
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct CheckedWriterTests {
  private func mode(_ path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode : nil
  }

  @Test func aNewFileAndItsFolders() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a/b/c.md"
    try CheckedWriter.replaceFile(at: path, with: "x\n")
    #expect(folder.contents("a/b/c.md") == "x\n")
    #expect(folder.names("a/b") == ["c.md"])
  }

  @Test func anExistingFileKeepsItsPermissions() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/c.md"
    try CheckedWriter.replaceFile(at: path, with: "old")
    chmod(path, 0o600)
    try CheckedWriter.replaceFile(at: path, with: "new")
    #expect(folder.contents("c.md") == "new")
    #expect(mode(path).map { $0 & 0o777 } == 0o600)
    #expect(folder.names() == ["c.md"])
  }

  @Test func aFileIsMadeOnlyWhereNoneIs() throws {
    let folder = try TemporaryFolder()
    try CheckedWriter.createFile(at: folder.path + "/a/b.md", with: "x")
    #expect(folder.contents("a/b.md") == "x")
    #expect(symlink("nowhere", folder.path + "/a/link.md") == 0)
    for name in ["b.md", "link.md", ""] {
      let path = folder.path + "/a/" + name
      #expect(throws: WriteError(step: .create, target: path, code: EEXIST)) {
        try CheckedWriter.createFile(at: path, with: "y")
      }
    }
    #expect(folder.contents("a/b.md") == "x")
    #expect(folder.names("a") == ["b.md", "link.md"])
  }

  @Test func aSymbolicLinkIsFollowed() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/real.md"
    let link = folder.path + "/link.md"
    try CheckedWriter.replaceFile(at: path, with: "old")
    #expect(symlink("real.md", link) == 0)
    try CheckedWriter.replaceFile(at: link, with: "new")
    #expect(folder.contents("real.md") == "new")
    #expect(mode(link).map { $0 & S_IFMT } == S_IFLNK)
  }

  @Test func aFolderInTheWayIsAnError() throws {
    let folder = try TemporaryFolder()
    try CheckedWriter.replaceFile(at: folder.path + "/file", with: "x")
    #expect(throws: WriteError(step: .create, target: folder.path, code: EISDIR)) {
      try CheckedWriter.replaceFile(at: folder.path, with: "x")
    }
    #expect(
      throws: WriteError(step: .makeFolder, target: folder.path + "/file", code: ENOTDIR)
    ) {
      try CheckedWriter.replaceFile(at: folder.path + "/file/a.md", with: "x")
    }
    #expect(folder.names() == ["file"])
  }

  @Test func longTextArrivesWhole() throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "0123456789\n", count: 90_000)
    try CheckedWriter.replaceFile(at: folder.path + "/long", with: text)
    #expect(folder.contents("long") == text)
  }

  #if os(Linux)
    @Test func aFullDiskIsAnError() {
      let full = open("/dev/full", O_WRONLY)
      defer { close(full) }
      let error = #expect(throws: WriteError.self) {
        try CheckedWriter.write("x", to: full, named: "standard output")
      }
      #expect(error?.code == ENOSPC)
      #expect(error?.message == "could not write standard output: No space left on device")
      #expect(throws: WriteError.self) {
        try CheckedWriter.replaceFile(at: "/dev/full", with: "x")
      }
      #expect(mode("/dev/full").map { $0 & S_IFMT } == S_IFCHR)
    }
  #endif

  @Test func aClosedPipeIsAnErrorNotADeath() {
    CheckedWriter.ignoreBrokenPipes()
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let error = #expect(throws: WriteError.self) {
      try CheckedWriter.write("x", to: ends[1], named: "standard output")
    }
    #expect(error?.code == EPIPE)
  }

  @Test func aClosedDescriptorIsAnError() {
    let error = #expect(throws: WriteError.self) {
      try CheckedWriter.write("x", to: -1, named: "standard output")
    }
    #expect(error?.code == EBADF)
  }

  @Test func nothingToWriteIsNoError() throws {
    try CheckedWriter.write("", to: -1, named: "standard output")
  }
}
