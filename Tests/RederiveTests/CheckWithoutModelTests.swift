import Testing
import rederive

/// The stand-in contradicts itself wherever a line would be refuted.
@Suite struct CheckWithoutModelTests {
  @Test(arguments: [
    ("proved", 0), ("proved unreadable", 2), ("refuted proved", 1), ("nothing", 2), ("WRONG", 65),
  ])
  func status(_ text: String, _ expected: Int32) throws {
    let bench = try Bench(["a.md": text])
    for format in ["text", "json", "sarif", "github"] {
      #expect(
        bench.run("check", "--without-model", "--format", format, "a.md").rawValue == expected)
    }
  }

  @Test func text() throws {
    let bench = try Bench(["a.md": "refuted proved"])
    #expect(bench.run("check", "--without-model", "a.md") == .refuted)
    #expect(bench.output.contains("both cannot be right"))
    #expect(bench.output.contains("--without-model"))
    #expect(bench.run("check", "a.md") == .refuted)
    #expect(!bench.output.contains("--without-model"))
  }

  @Test func oneEquation() throws {
    let bench = try Bench(["a.md": "refuted proved"])
    #expect(bench.run("check", "--without-model", "--equation", "2", "a.md") == .proved)
    #expect(!bench.output.contains("both cannot be right"))
    #expect(bench.run("check", "--without-model", "--equation", "1", "a.md") == .refuted)
  }
}
