import Reports
import Testing
import rederive

@Suite struct ReportCommandTests {
  /// The status is that of `check`, whatever the form.
  @Test(
    arguments: [
      ("proved", ExitCode.proved), ("proved refuted", .refuted), ("unreadable", .undecided),
    ], ["html", "markdown"])
  func status(_ row: (text: String, status: ExitCode), _ format: String) throws {
    let bench = try Bench(["a.md": row.text])
    #expect(bench.run("report", "--format", format, "a.md") == row.status)
    #expect(bench.output.hasPrefix(format == "html" ? "<!DOCTYPE html>\n" : "### Title of a\n"))
    #expect(bench.errors.isEmpty)
  }

  @Test func toAFile() throws {
    let bench = try Bench(["a.md": "refuted figures"])
    #expect(bench.run("report", "a.md", "--out", "x/report.html") == .refuted)
    #expect(bench.output == "x/report.html written\n")
    let page = try #require(bench.folder.contents("x/report.html"))
    #expect(page.hasSuffix("</html>\n"))
    #expect(page.contains("<svg "))
    #expect(bench.run("report", "a.md", "--out", "y.md", "--format=markdown") == .refuted)
    #expect(bench.folder.contents("y.md")?.hasPrefix("### Title of a\n") == true)
  }

  @Test func standardInput() throws {
    let bench = try Bench()
    bench.input = Array("proved".utf8)
    #expect(bench.run("report", "-") == .proved)
    #expect(bench.output.contains("rederive check -\n"))
  }

  /// Nothing is written of a file that has an error.
  @Test func faults() throws {
    let bench = try Bench(["a.md": "WRONG", "b.md": "proved"])
    #expect(bench.run("report", "a.md", "--out", "x.html") == .badFile)
    #expect(bench.errors.contains("this is wrong"))
    #expect(bench.run("report", "c.md", "--out", "x.html") == .noFile)
    #expect(bench.run("report") == .usage)
    #expect(bench.errors == "error: ‘report’ needs FILE\n = help: see rederive help report\n")
    #expect(bench.folder.names() == ["a.md", "b.md"])
    bench.writeError = WriteError(step: .write, target: "standard output", code: 28)
    #expect(bench.run("report", "b.md") == .outputFailed)
    #expect(bench.errors.hasPrefix("error: could not write standard output: "))
  }

  @Test func progress() throws {
    let bench = try Bench(["a.md": "proved"])
    bench.errorIsTerminal = true
    #expect(bench.run("report", "a.md") == .proved)
    #expect(bench.errors.contains("a.md: step"))
    #expect(bench.errors.contains("a.md: writing the page"))
    #expect(bench.errors.hasSuffix("\r\u{1B}[2K"))
  }
}
