import Testing

@testable import rederive

@Suite struct FactsCommandTests {
  @Test func factsAreSaidWhateverTheySay() throws {
    let bench = try Bench(files: ["a.md": "lawful", "b.md": "unlawful"])
    #expect(bench.run("facts", "a.md") == .proved)
    #expect(bench.output.contains("Energy is kept."))
    #expect(bench.run("facts", "a.md", "b.md") == .proved)
    #expect(bench.output.contains("The entropy falls."))
  }

  @Test func machinesGetJSON() throws {
    let bench = try Bench(files: ["a.md": "lawful"])
    #expect(bench.run("facts", "--format", "json", "a.md") == .proved)
    #expect(bench.output.contains("\"schema\" : \"rederive.facts/1\""))
  }

  @Test func aFileIsNeededAndMustBeThere() throws {
    let bench = try Bench(files: [:])
    #expect(bench.run("facts") == .usage)
    #expect(bench.run("facts", "c.md") == .noFile)
  }
}
