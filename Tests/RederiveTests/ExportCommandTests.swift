import Reports
import Testing

@testable import rederive

/// `rederive export` as a user calls it.
@Suite struct ExportCommandTests {
  @Test func theLanguageIsNeeded() throws {
    let bench = try Bench(["a.md": "proved"])
    #expect(bench.run("export", "a.md") == .usage)
    #expect(
      bench.errors.contains(
        "‘export’ needs --to latex|python|sympy|mathematica|julia|c|fortran|qutip"))
  }

  @Test func anUnknownLanguageIsNamed() throws {
    let bench = try Bench(["a.md": "proved"])
    #expect(bench.run("export", "--to", "pyhton", "a.md") == .usage)
    #expect(
      bench.errors.contains(
        "--to is latex, python, sympy, mathematica, julia, c, fortran or qutip, not ‘pyhton’"))
    #expect(bench.errors.contains("python"))
  }

  @Test(arguments: ExportLanguage.allCases) func everyLanguageIsWritten(
    _ language: ExportLanguage
  ) throws {
    let bench = try Bench(["a.md": "proved"])
    #expect(bench.run("export", "--to", language.rawValue, "a.md") == .proved)
    #expect(bench.output.contains("Title of a"))
    let text = bench.output
    #expect(
      bench.run("export", "--to", language.rawValue, "--out", "a.out", "a.md") == .proved)
    #expect(bench.output == "a.out written\n")
    #expect(bench.folder.contents("a.out") == text)
  }

  @Test func restrictionsArePassedOn() throws {
    let bench = try Bench(["a.md": "proved"])
    #expect(bench.run("export", "--to", "c", "--given", "boson, T = 1", "a.md") == .proved)
    #expect(bench.output.contains("It rests on: boson, T = 1."))
    #expect(bench.run("export", "--to", "c", "--given", ",", "a.md") == .usage)
  }

  @Test func aFileThatIsWrongWritesNothing() throws {
    let bench = try Bench(["a.md": "WRONG"])
    #expect(bench.run("export", "--to", "c", "--out", "a.c", "a.md") == .badFile)
    #expect(!bench.folder.names().contains("a.c"))
    #expect(bench.run("export", "--to", "c", "b.md") == .noFile)
  }

  @Test func aPlaceThatCannotBeWrittenIsSaid() throws {
    let bench = try Bench(["a.md": "proved"])
    #expect(
      bench.run("export", "--to", "c", "--out", "a.md/a.c", "a.md") == .outputFailed)
    #expect(bench.errors.contains("a.md"))
  }
}
