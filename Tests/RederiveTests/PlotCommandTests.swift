import Reports
import Testing
import rederive

@Suite struct PlotCommandTests {
  @Test func allFigures() throws {
    let bench = try Bench(["a.md": "figures"])
    #expect(bench.run("plot", "a.md", "--out", "x/y") == .proved)
    #expect(
      bench.output == """
        x/y/figure-1-printed.svg written
        x/y/figure-1-derived.svg written
        x/y/figure-1-difference.svg written
        x/y/figure-1.csv written
        x/y/figure-2b-derived.svg written
        x/y/figure-2b.csv written

        """)
    #expect(bench.errors.isEmpty)
    #expect(
      bench.folder.names("x/y") == [
        "figure-1-derived.svg", "figure-1-difference.svg", "figure-1-printed.svg", "figure-1.csv",
        "figure-2b-derived.svg", "figure-2b.csv",
      ])
    #expect(bench.folder.contents("x/y/figure-2b.csv") == "T,E: derived\n0,1\n1,2\n")
  }

  @Test func oneFigure() throws {
    let bench = try Bench(["a.md": "figures"])
    #expect(bench.run("plot", "a.md", "--figure", "2b", "--figure=2b", "--out=x/") == .proved)
    #expect(bench.output == "x/figure-2b-derived.svg written\nx/figure-2b.csv written\n")
  }

  /// Nothing is written if one of the figures asked for does not exist.
  @Test func anUnknownFigure() throws {
    let bench = try Bench(["a.md": "figures"])
    #expect(bench.run("plot", "a.md", "--figure", "1", "--figure", "9", "--out", "x") == .usage)
    #expect(
      bench.errors == """
        error: no figure ‘9’ in the file
         = help: the printed number with its panel: --figure 7a

        """)
    #expect(bench.folder.names() == ["a.md"])
  }

  @Test func aFileWithoutFigures() throws {
    let bench = try Bench(["a.md": "proved"])
    #expect(bench.run("plot", "a.md", "--out", "x") == .badFile)
    #expect(bench.errors.hasPrefix("error: a.md declares no figures\n = help: "))
    #expect(bench.run("plot", "a.md", "--out", "x", "--figure", "1") == .usage)
    #expect(bench.folder.names() == ["a.md"])
  }

  @Test func faults() throws {
    let bench = try Bench(["a.md": "WRONG", "b.md": "figures"])
    #expect(bench.run("plot", "a.md", "--out", "x") == .badFile)
    #expect(bench.run("plot", "c.md", "--out", "x") == .noFile)
    #expect(bench.run("plot", "b.md") == .usage)
    #expect(bench.errors.hasPrefix("error: ‘plot’ needs --out DIR\n"))
    #expect(bench.run("plot", "b.md", "--out", "a.md") == .outputFailed)
    #expect(bench.errors.hasPrefix("error: could not make the folder "))
  }

  @Test func progressIsForTerminals() throws {
    let bench = try Bench(["a.md": "figures"])
    bench.errorIsTerminal = true
    #expect(bench.run("plot", "a.md", "--out", "x") == .proved)
    #expect(bench.errors.contains("a.md: drawing figure 2b"))
    #expect(bench.errors.hasSuffix("\r\u{1B}[2K"))
  }
}
