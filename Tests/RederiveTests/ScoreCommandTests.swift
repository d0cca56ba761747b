import Testing
import rederive

@Suite struct ScoreCommandTests {
  @Test func statusAndText() throws {
    let bench = try Bench(["good.md": "fine", "poor.md": "poor"])
    #expect(bench.run("score", "good.md") == .proved)
    #expect(bench.output.hasPrefix("good: 1 proved line\n\n"))
    #expect(bench.output.contains("repaired first try: 9 of 10 (90.0 %)\n"))
    #expect(bench.run("score", "poor.md") == .refuted)
    #expect(bench.output.contains("repaired first try: 8 of 10 (80.0 %)\n"))
    #expect(bench.run("score", "good.md", "poor.md") == .refuted)
    #expect(bench.output.contains("\n\npoor: 1 proved line\n"))
    #expect(bench.errors.isEmpty)
  }

  // The stand-in takes the step for the number of lines.
  @Test func theStepIsPassedOn() throws {
    let bench = try Bench(["a.md": "fine"])
    #expect(bench.run("score", "--every", "7", "a.md") == .proved)
    #expect(bench.output.hasPrefix("a: 7 proved lines\n"))
    for wrong in ["0", "-1", "x", ""] {
      #expect(bench.run("score", "--every=\(wrong)", "a.md") == .usage)
      #expect(bench.errors.contains("--every"))
    }
  }

  @Test func json() throws {
    let bench = try Bench(["a.md": "fine", "b.md": "poor"])
    #expect(bench.run("score", "--format", "json", "a.md") == .proved)
    #expect(bench.output.contains("\"schema\" : \"rederive.score/1\""))
    #expect(!bench.output.contains("\"derivations\""))
    #expect(bench.run("score", "--format", "json", "a.md", "b.md") == .refuted)
    #expect(bench.output.contains("\"derivations\" : ["))
  }

  @Test func faults() throws {
    let bench = try Bench(["a.md": "WRONG"])
    #expect(bench.run("score", "a.md") == .badFile)
    #expect(bench.errors.hasPrefix("error[scripted]: this is wrong\n --> a.md:1:1\n"))
    #expect(bench.run("score", "b.md") == .noFile)
    #expect(bench.run("score") == .usage)
    #expect(bench.output.isEmpty)
  }
}
