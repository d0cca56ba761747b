import Reports
import Testing
import rederive

@Suite struct NewCommandTests {
  @Test func aFileThatChecksAtOnce() throws {
    let bench = try Bench()
    bench.engine = .derivation
    #expect(bench.run("new", "my-paper") == .proved)
    #expect(bench.output.hasPrefix("my-paper.md written\n\nNext: rederive check my-paper.md\n"))
    #expect(bench.errors.isEmpty)
    #expect(bench.folder.names() == ["my-paper.md"])
    #expect(bench.folder.contents("my-paper.md") == StarterFile.text(name: "my-paper"))
    #expect(bench.run("check", "my-paper.md") == .proved)
    #expect(bench.output.contains("7 lines: 6 proved, 1 defined\n1 claim: 1 holds\n"))
  }

  @Test func itGoesToTheFolderOfDerivations() throws {
    let bench = try Bench(["derivations/other.md": "x"])
    #expect(bench.run("new", "a.md") == .proved)
    #expect(bench.folder.names("derivations") == ["a.md", "other.md"])
    #expect(bench.output.contains("rederive check derivations/a.md\n"))
    #expect(bench.run("new", "--out", "x/y", "a") == .proved)
    #expect(bench.folder.names("x/y") == ["a.md"])
  }

  @Test func nothingIsReplaced() throws {
    let bench = try Bench(["a.md": "mine"])
    #expect(bench.run("new", "a") == .outputFailed)
    #expect(
      bench.errors == """
        error: a.md is already there
         = help: it is left as it is; choose another name, or take it away first

        """)
    #expect(bench.folder.contents("a.md") == "mine")
  }

  @Test(
    arguments: [
      "", "a/b", "../a", "a\\b", ".a", "a b", "a\nb", "$a", "README", "README.md", "a*",
      String(repeating: "a", count: 200), "_a", "a\u{0}",
    ])
  func badNames(name: String) throws {
    let bench = try Bench()
    #expect(bench.run("new", name) == .usage)
    #expect(bench.errors.contains("cannot be the name of a derivation\n"))
    #expect(
      bench.errors.contains(" = help: letters, digits, - and _ make a name, such as my-paper"))
    #expect(bench.folder.names().isEmpty)
  }

  @Test(arguments: ["a", "hadamard-2024", "A_1", "é", "a.b"])
  func goodNames(name: String) throws {
    let bench = try Bench()
    #expect(bench.run("new", name) == .proved)
    #expect(bench.folder.names() == ["\(name).md"])
  }
}

@Suite struct ImportCommandTests {
  private static let paper = "# T\n\n$$ a = b \\quad (1) $$\n\n$$ c = d \\quad (3) $$\n"

  @Test func toStandardOutput() throws {
    let bench = try Bench(["paper.md": Self.paper])
    #expect(bench.run("import", "paper.md") == .proved)
    #expect(bench.output.hasPrefix("# T\n\nThe displays below are those of paper.md"))
    #expect(bench.output.contains("\n$$ c = d \\tag{3} $$\n"))
    #expect(
      bench.errors == """
        paper.md: 2 displays, 2 numbered: (1) to (3)
          missing in the sequence: (2)

        """)
  }

  @Test func toAFile() throws {
    let bench = try Bench(["paper.md": Self.paper])
    #expect(bench.run("import", "--out", "d/x.md", "paper.md") == .proved)
    #expect(bench.output.isEmpty)
    #expect(
      bench.errors.hasSuffix(
        "d/x.md written: fill in what is marked FILL IN, then rederive check d/x.md\n"))
    let written = bench.folder.contents("d/x.md")
    #expect(written?.hasPrefix("# T\n") == true)
    #expect(bench.run("import", "--out", "d/x.md", "paper.md") == .outputFailed)
    #expect(bench.errors.hasPrefix("error: d/x.md is already there\n"))
    #expect(bench.folder.contents("d/x.md") == written)
  }

  @Test func fromStandardInputInANamedFormat() throws {
    let bench = try Bench()
    bench.input = Array("\\begin{equation} a = b \\end{equation}".utf8)
    #expect(bench.run("import", "--from", "latex", "-") == .proved)
    #expect(bench.output.contains("\n$$ a = b \\tag{1} $$\n"))
    #expect(bench.run("import", "--from", "markdown", "-") == .proved)
    #expect(bench.output.contains("\n$$ a = b $$\n"))
  }

  // Something may be missing: that is no success.
  @Test func whatMayBeMissingIsNotZero() throws {
    let bench = try Bench(["paper.md": "$$ a = b $$\n\n\\[ c = d\n"])
    #expect(bench.run("import", "paper.md") == .undecided)
    #expect(
      bench.errors.hasSuffix("  line 3: the display that \\[ opens is not closed: it is left out\n")
    )
  }

  @Test func noDisplays() throws {
    let bench = try Bench(["paper.md": "words\n"])
    #expect(bench.run("import", "paper.md") == .badFile)
    #expect(bench.output.isEmpty)
    #expect(bench.errors.hasPrefix("error[no-displays]: no display was found in this paper\n"))
    #expect(bench.run("import", "nothing.md") == .noFile)
  }
}
