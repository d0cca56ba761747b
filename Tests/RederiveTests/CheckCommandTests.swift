import Derivations
import Reports
import Testing
import rederive

@Suite struct CheckCommandTests {
  @Test(arguments: [
    ("proved", 0), ("proved defined", 0), ("defined", 0), ("proved refuted", 1),
    ("undefined", 1), ("undecided", 2), ("unreadable proved", 2), ("convention", 2),
    ("undecided refuted", 1), ("nothing here", 2), ("WRONG", 65),
  ])
  func status(of text: String, expected: Int32) throws {
    let bench = try Bench(["a.md": text])
    #expect(bench.run("check", "a.md").rawValue == expected)
    #expect(bench.run("check", "--format=json", "a.md").rawValue == expected)
    #expect(bench.run("check", "--quiet", "a.md").rawValue == expected)
    #expect(bench.run("check", "--format=sarif", "a.md").rawValue == expected)
    #expect(bench.run("check", "--format=github", "a.md").rawValue == expected)
  }

  @Test(arguments: [
    (["proved", "undecided"], 2), (["refuted", "undecided"], 1), (["refuted", "WRONG"], 65),
    (["WRONG", "proved"], 65),
  ])
  func statusOverSeveralFiles(texts: [String], expected: Int) throws {
    let bench = try Bench(["a.md": texts[0], "b.md": texts[1]])
    #expect(Int(bench.run("check", "a.md", "b.md").rawValue) == expected)
    #expect(bench.run("check", "a.md", "b.md", "missing.md") == .noFile)
  }

  @Test func oneBadFileKeepsNoOtherFromBeingChecked() throws {
    let bench = try Bench(["a.md": "WRONG", "b.md": "proved"])
    bench.run("check", "a.md", "b.md")
    #expect(bench.errors.contains("error[scripted]: this is wrong\n --> a.md:1:1\n"))
    #expect(bench.output.contains("proved"))
    #expect(bench.output.hasSuffix("2 files: 1 line: 1 proved; 1 file not checked\n"))
  }

  @Test func noFileMeansAllDerivations() throws {
    let bench = try Bench([
      "derivations/b.md": "proved", "derivations/a.md": "proved", "derivations/README.md": "WRONG",
      "derivations/notes.txt": "WRONG", "derivations/.hidden.md": "WRONG",
    ])
    #expect(bench.run("check", "--quiet") == .proved)
    #expect(
      bench.output == """
        derivations/a.md: 1 line: 1 proved
        derivations/b.md: 1 line: 1 proved
        2 files: 2 lines: 2 proved

        """)
  }

  @Test func noDerivationsIsSaid() throws {
    let bench = try Bench()
    #expect(bench.run("check") == .noFile)
    #expect(bench.errors.hasPrefix("error: no derivation files in the folder derivations\n"))
  }

  @Test func missingFiles() throws {
    let bench = try Bench(["papers/hadipour.md": "proved", "derivations/qubit.md": "proved"])
    #expect(bench.run("check", "papers/hadipuor.md") == .noFile)
    #expect(
      bench.errors == """
        error: no such file: papers/hadipuor.md
         = help: did you mean papers/hadipour.md?

        """)
    #expect(bench.run("check", "qubit") == .noFile)
    #expect(bench.errors.contains("did you mean derivations/qubit.md?"))
    #expect(bench.run("check", "nowhere/x.md") == .noFile)
    #expect(bench.output.isEmpty)
  }

  @Test func aFolderIsNoFile() throws {
    let bench = try Bench(["papers/a.md": "proved"])
    #expect(bench.run("check", "papers") == .noFile)
    #expect(bench.errors == "error: papers is a folder, not a derivation file\n")
  }

  @Test func standardInput() throws {
    let bench = try Bench()
    bench.input = Array("refuted".utf8)
    #expect(bench.run("check", "-") == .refuted)
    #expect(bench.output.contains("<stdin>"))
  }

  /// Bytes that are no text reach the engine as they are.
  @Test func binaryInput() throws {
    let bench = try Bench()
    bench.input = [0x00, 0xFF, 0x1B, 0x5B]
    #expect(bench.run("check", "-") == .undecided)
    #expect(bench.output.contains("Nothing was checked"))
  }

  @Test func unreadableFiles() throws {
    let bench = try Bench(["a.md": "proved"])
    #expect(bench.run("check", "a.md/b.md") == .noFile)
    #expect(bench.errors.hasPrefix("error: cannot read a.md/b.md: Not a directory\n"))
    let long = String(repeating: "a", count: 5000)
    #expect(bench.run("check", long) == .noFile)
    #expect(bench.run("check", "") == .noFile)
  }

  @Test func equations() throws {
    let bench = try Bench(["a.md": "proved refuted undecided"])
    #expect(bench.run("check", "--equation", "1", "a.md") == .proved)
    #expect(!bench.output.contains("refuted"))
    #expect(bench.run("check", "--equation=1", "--equation=3", "a.md") == .undecided)
    #expect(bench.run("check", "--equation", "(2)", "a.md") == .usage)
    #expect(bench.errors.contains("did you mean --equation 2?"))
  }

  @Test func jsonIsOneObject() throws {
    let bench = try Bench(["a.md": "proved", "b.md": "WRONG"])
    bench.run("check", "--format", "json", "a.md")
    #expect(bench.output.contains(#""schema" : "rederive.check/1""#))
    #expect(!bench.output.contains(#""derivations""#))
    bench.run("check", "--format", "json", "a.md", "b.md")
    #expect(bench.output.contains(#""derivations" : ["#))
    #expect(bench.errors.contains("error[scripted]"))
    bench.run("check", "--format", "json", "b.md")
    #expect(bench.output.isEmpty)
  }

  @Test func sarifIsOneRun() throws {
    let bench = try Bench(["p/a.md": "refuted", "b.md": "proved undecided", "c.md": "WRONG"])
    #expect(bench.run("check", "--format=sarif", bench.folder.path + "/p/a.md") == .refuted)
    #expect(bench.output.contains(#""uri" : "p/a.md""#))
    #expect(!bench.output.contains(bench.folder.path))
    #expect(bench.output.contains(#""executionSuccessful" : true"#))
    #expect(bench.run("check", "--format=sarif", "p/a.md", "b.md", "c.md") == .badFile)
    #expect(bench.output.contains(#""uri" : "p/a.md""#) && bench.output.contains("b.md"))
    #expect(bench.output.contains(#""executionSuccessful" : false"#))
    #expect(bench.output.contains(#""semanticVersion" : "\#(CommandTable.version)""#))
    #expect(bench.run("check", "--format=sarif", "c.md") == .badFile)
    #expect(bench.output.isEmpty)
  }

  @Test func githubAnnotates() throws {
    let bench = try Bench(["a.md": "refuted proved", "b.md": "undecided"])
    #expect(bench.run("check", "--format=github", "a.md", "./b.md") == .refuted)
    let rows = bench.output.split(separator: "\n")
    #expect(rows.count == 4)
    #expect(rows[0].hasPrefix("::error file=a.md,line=1,col=1,endLine=1,endColumn=2,title=R001 "))
    #expect(rows[2].hasPrefix("::warning file=b.md,"))
    #expect(rows[3].hasPrefix("::notice title=rederive check b.md::1 line: 1 undecided"))
  }

  /// `--equation` leaves the findings that are about the equation.
  @Test func findingsOfOtherEquationsAreLeftOut() throws {
    let bench = try Bench(["a.md": "proved refuted undecided"])
    bench.engine = Engine { (file) throws(FileError) in
      var session = try Engine.scripted.open(file)
      let check = session.check
      session.check = { (progress) throws(FileError) in
        var outcome = try check(progress)
        outcome.findings = [
          Finding(
            kind: .basis, equations: ["1", "2"], statement: "The order is another.",
            locations: [outcome.lines[0].location])
        ]
        return outcome
      }
      return session
    }
    bench.run("check", "a.md")
    #expect(bench.output.contains("\nfinding[R022]: The order is another.\n --> a.md:1:1\n"))
    #expect(bench.output.contains("reproduce: rederive check --equation 1 --equation 2 a.md\n"))
    bench.run("check", "a.md", "--equation", "2")
    #expect(bench.output.contains("finding[R022]"))
    bench.run("check", "a.md", "--equation", "3")
    #expect(!bench.output.contains("finding"))
  }

  @Test func colourOnlyWhereItIsWanted() throws {
    let bench = try Bench(["a.md": "proved"])
    let escape = "\u{1B}["
    bench.run("check", "a.md")
    #expect(!bench.output.contains(escape))
    bench.run("check", "--color=always", "a.md")
    #expect(bench.output.contains(escape))
    bench.outputIsTerminal = true
    bench.run("check", "a.md")
    #expect(bench.output.contains(escape))
    bench.run("check", "--color=never", "a.md")
    #expect(!bench.output.contains(escape))
    bench.environment = ["NO_COLOR": "1"]
    bench.run("check", "a.md")
    #expect(!bench.output.contains(escape))
    bench.environment = ["NO_COLOR": ""]
    bench.run("check", "a.md")
    #expect(bench.output.contains(escape))
    bench.environment = ["TERM": "dumb"]
    bench.run("check", "a.md")
    #expect(!bench.output.contains(escape))
  }

  @Test func progressOnlyOnATerminal() throws {
    let bench = try Bench(["a.md": "proved"])
    bench.run("check", "a.md")
    #expect(bench.errors.isEmpty)
    bench.errorIsTerminal = true
    bench.run("check", "a.md")
    #expect(bench.errors == "\r\u{1B}[2Ka.md: step\r\u{1B}[2K")
    #expect(!bench.output.contains("step"))
  }

  @Test func outputThatCannotBeWritten() throws {
    let bench = try Bench(["a.md": "refuted", "b.md": "proved"])
    bench.writeError = WriteError(step: .write, target: "standard output", code: 28)
    for words in [
      ["check", "a.md"], ["check", "a.md", "b.md"], ["check", "--format=json", "a.md"],
    ] {
      #expect(bench.run(words) == .outputFailed)
      #expect(bench.errors.hasPrefix("error: could not write standard output: "))
    }
  }

  /// A refuted line without a counterexample would be an accusation without evidence.
  @Test func refutedWithoutWitnessIsABugOfOurs() throws {
    let bench = try Bench(["a.md": "proved"])
    bench.engine = Engine { (file) throws(FileError) in
      var session = try Engine.scripted.open(file)
      let check = session.check
      session.check = { (progress) throws(FileError) in
        var outcome = try check(progress)
        outcome.lines[0].verdict = .refuted
        return outcome
      }
      return session
    }
    #expect(bench.run("check", "a.md") == .internalError)
    #expect(bench.errors.contains("error[internal]: a: ‘x’ of (1) is refuted without a witness"))
  }
}
