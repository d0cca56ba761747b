import Derivations
import Reports
import Testing
import rederive

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct ProgramTests {
  @Test func versionAndHelp() throws {
    let bench = try Bench()
    #expect(bench.run("--version") == .proved)
    #expect(bench.output == "rederive \(CommandTable.version)\n")
    #expect(bench.run("--help") == .proved)
    #expect(bench.output == HelpText.overview)
    #expect(bench.run("help", "derive") == .proved)
    #expect(bench.output == HelpText.text(for: CommandTable.command(.derive)))
    bench.writeError = WriteError(step: .write, target: "standard output", code: 32)
    #expect(bench.run("--help") == .outputFailed)
  }

  #if os(Linux)
    /// The whole way to the system: a full disk is status 74, for every command.
    @Test(arguments: [
      ["--help"], ["--version"], ["check", "a.md"], ["check", "a.md", "--format=json"],
      ["derive", "a.md"], ["evaluate", "a.md", "--at", "T=1"], ["golden"],
    ])
    func aFullDisk(words: [String]) throws {
      let bench = try Bench(["a.md": "proved", "derivations/a.md": "proved"])
      let full = open("/dev/full", O_WRONLY)
      defer { close(full) }
      var errors = ""
      let console = Console(
        write: { (text) throws(WriteError) in
          try CheckedWriter.write(text, to: full, named: "standard output")
        },
        complain: { errors += $0 }, folder: bench.folder.path)
      #expect(Program.run(words, console: console, engine: .scripted) == .outputFailed)
      #expect(errors == "error: could not write standard output: No space left on device\n")
    }
  #endif

  @Test func usageErrorsGoToStandardError() throws {
    let bench = try Bench()
    #expect(bench.run("chek") == .usage)
    #expect(bench.output.isEmpty)
    #expect(bench.errors == "error: no command ‘chek’\n = help: did you mean ‘check’?\n")
    #expect(bench.run() == .usage)
  }

  @Test func argumentsCannotSendEscapeSequences() throws {
    let bench = try Bench()
    bench.run("\u{1B}[2J")
    bench.run("check", "\u{1B}[2J.md")
    #expect(!bench.errors.contains("\u{1B}"))
  }

  @Test func derive() throws {
    let bench = try Bench(["a.md": "proved", "b.md": "WRONG"])
    #expect(bench.run("derive", "a.md", "--given", "boson, t=0", "--latex") == .proved)
    #expect(bench.output.contains("1. S, given boson, t=0\n\n   E = 1\n"))
    #expect(bench.run("derive", "a.md", "--format", "latex") == .proved)
    #expect(bench.output.hasPrefix(#"\documentclass"#))
    #expect(bench.run("derive", "a.md", "--format=json") == .proved)
    #expect(bench.output.contains(#""schema" : "rederive.derive/1""#))
    #expect(bench.run("derive", "b.md") == .badFile)
    #expect(bench.run("derive", "c.md") == .noFile)
    #expect(bench.run("derive", "a.md", "--given", ",") == .usage)
  }

  @Test func evaluate() throws {
    let bench = try Bench(["a.md": "proved", "b.md": "WRONG", "c.md": "far"])
    #expect(bench.run("evaluate", "a.md", "--at", "T_1=1/2", "--latex") == .proved)
    #expect(bench.output.hasPrefix("a at T_1 = 1/2\n"))
    #expect(bench.run("evaluate", "a.md", "--at", "T_1=1/2", "--format=json") == .proved)
    #expect(bench.output.contains(#""T_1" : 0.5"#))
    #expect(bench.run("evaluate", "a.md", "--at", "T_1") == .usage)
    #expect(bench.run("evaluate", "b.md", "--at", "T_1=1") == .badFile)
    #expect(bench.run("evaluate", "c.md", "--at", "T_1=1") == .undecided)
    #expect(bench.output.contains("WARNING"))
  }
}

@Suite struct GoldenCommandTests {
  private func bench() throws -> Bench {
    try Bench(["derivations/a.md": "proved refuted", "derivations/b.md": "proved"])
  }

  @Test func aMissingGoldenFails() throws {
    let bench = try bench()
    #expect(bench.run("golden", "a") == .refuted)
    #expect(bench.output.contains("golden/a/check.md is missing\n"))
    #expect(bench.output.hasSuffix("rederive golden accept a\n"))
    #expect(bench.folder.names() == ["derivations"])
  }

  @Test func acceptedIsEqual() throws {
    let bench = try bench()
    #expect(bench.run("golden", "accept", "a", "b") == .proved)
    #expect(
      bench.folder.names("golden/a") == [
        "check.json", "check.md", "export.jl", "export.wl", "facts.json", "stages.md",
      ])
    #expect(bench.output.contains("golden/b/stages.md written\n"))
    #expect(bench.run("golden") == .proved)
    #expect(bench.output == "2 derivations as accepted\n")
    #expect(bench.run("golden", "accept", "a") == .proved)
    #expect(bench.output.contains("golden/a/check.md unchanged\n"))
  }

  @Test func acceptWritesOnlyWhatIsNamed() throws {
    let bench = try bench()
    #expect(bench.run("golden", "accept", "b") == .proved)
    #expect(bench.folder.names("golden") == ["b"])
    #expect(bench.run("golden", "b") == .proved)
    #expect(bench.run("golden") == .refuted)
  }

  @Test func aChangedVerdictIsADifference() throws {
    let bench = try bench()
    bench.run("golden", "accept", "a", "b")
    try bench.put("derivations/b.md", "undecided")
    let before = bench.folder.contents("golden/b/check.md")
    #expect(bench.run("golden") == .refuted)
    #expect(bench.output.contains("--- accepted/golden/b/check.md\n+++ now/golden/b/check.md\n@@"))
    #expect(bench.output.contains("\n-- (1) `x`: **proved**\n"))
    #expect(bench.output.contains("\n+- (1) `x`: **undecided** R031\n"))
    #expect(bench.output.hasSuffix("To keep what is said now: rederive golden accept b\n"))
    #expect(bench.folder.contents("golden/b/check.md") == before)
  }

  @Test func whatIsComparedWithNothingFails() throws {
    let bench = try bench()
    bench.run("golden", "accept", "a", "b")
    try bench.put("golden/gone/check.md", "x")
    try bench.put("golden/a/old.md", "x")
    #expect(bench.run("golden") == .refuted)
    #expect(bench.output.contains("golden/gone belongs to no derivation\n"))
    #expect(bench.output.contains("golden/a/old.md is compared with nothing\n"))
  }

  @Test(arguments: ["true", "1", "yes"])
  func ciNeverWrites(value: String) throws {
    let bench = try bench()
    bench.environment = ["CI": value]
    #expect(bench.run("golden", "accept", "a") == .usage)
    #expect(bench.folder.names() == ["derivations"])
    #expect(bench.errors.contains("not accepted where the variable CI is set"))
    bench.environment = ["CI": "false"]
    #expect(bench.run("golden", "accept", "a") == .proved)
  }

  @Test func namesAreChecked() throws {
    let bench = try Bench(["derivations/qubit.md": "proved"])
    #expect(bench.run("golden", "qbit") == .usage)
    #expect(
      bench.errors == """
        error: no derivation ‘qbit’ in derivations
         = help: did you mean ‘qubit’?

        """)
    #expect(bench.run("golden", "acept", "qubit") == .usage)
    #expect(bench.errors.contains("did you mean ‘accept’?"))
    #expect(bench.run("golden", "accept") == .usage)
    #expect(bench.errors.contains("needs the NAME of each derivation"))
  }

  @Test func aBadFileIsAcceptedNowhere() throws {
    let bench = try bench()
    try bench.put("derivations/b.md", "WRONG")
    #expect(bench.run("golden", "accept", "a", "b") == .badFile)
    #expect(bench.folder.names() == ["derivations"])
    bench.run("golden", "accept", "a")
    #expect(bench.run("golden") == .badFile)
  }

  /// Whatever is done first: the longest file is, and it is the last here.
  @Test func derivationsStandInTheOrderOfTheirNames() throws {
    let bench = try bench()
    try bench.put("derivations/b.md", "WRONG")
    for (name, length) in [("c", 1), ("d", 50), ("e", 400)] {
      try bench.put(
        "derivations/\(name).md", Array(repeating: "refuted", count: length).joined(separator: " "))
    }
    bench.errorIsTerminal = true
    #expect(bench.run("golden") == .badFile)
    #expect(bench.errors.contains("derivations/e.md: step"))
    #expect(bench.errors.contains("this is wrong"))
    let places = ["a", "c", "d", "e"].flatMap { name in
      ["golden/\(name)/check.md is missing\n", "rederive golden accept \(name)\n"]
    }.map { bench.output.range(of: $0)?.lowerBound }
    #expect(!places.contains(nil))
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    let output = bench.output
    for _ in 0..<20 {
      bench.run("golden")
      #expect(bench.output == output)
    }
    // Each file holds what is said of its own derivation.
    #expect(bench.run("golden", "accept", "e", "a", "d") == .proved)
    for (name, length) in [("a", 1), ("d", 50), ("e", 400)] {
      let text = bench.folder.contents("golden/\(name)/check.md") ?? ""
      #expect(text.contains("Title of \(name)"))
      #expect(text.split(separator: "\n").count { $0.contains("**refuted**") } == length)
    }
  }

  @Test func otherFolders() throws {
    let bench = try Bench(["d/a.md": "proved"])
    #expect(bench.run("golden", "accept", "a", "--derivations", "d", "--golden=g/h") == .proved)
    #expect(bench.folder.names("g/h/a").count == 6)
    #expect(bench.folder.contents("g/h/a/check.json")?.contains(#""derivations/a.md""#) == true)
    #expect(bench.run("golden", "--derivations=d", "--golden=g/h") == .proved)
    #expect(bench.run("golden") == .noFile)
  }

  @Test func aFolderThatCannotBeMadeIsAFailedOutput() throws {
    let bench = try bench()
    try bench.put("golden", "a file")
    #expect(bench.run("golden", "accept", "a") == .outputFailed)
    #expect(bench.errors.contains("golden: Not a directory"))
    #expect(bench.folder.contents("golden") == "a file")
  }
}

@Suite struct SourceFileTests {
  @Test func sizesHaveALimit() throws {
    let bench = try Bench(["big.md": "x"])
    #expect(truncated(bench.folder.path + "/big.md", to: SourceFile.limit + 1))
    #expect(bench.run("check", "big.md") == .badFile)
    #expect(bench.errors == "error: big.md is larger than 64 MiB\n")
  }

  #if os(Linux)
    /// It tells no size and has no end.
    @Test func anEndlessDevice() throws {
      let bench = try Bench()
      #expect(bench.run("check", "/dev/zero") == .badFile)
    }
  #endif

  @Test func names() throws {
    let bench = try Bench(["d/b.md": "", "d/a.md": "", "d/README.md": "", "d/c.txt": ""])
    let console = Console(write: { _ in }, complain: { _ in }, folder: bench.folder.path)
    #expect(SourceFile.derivations(in: "d", console: console) == ["a", "b"])
    #expect(SourceFile.derivations(in: "e", console: console) == nil)
  }
}
