import Derivations
import Reports
import Testing
import rederive

@Suite struct SweepCommandTests {
  private let grid = ["sweep", "a.md", "--vary", "x=0:1:2", "--vary", "y=5:7:3"]

  @Test func csvToStandardOutput() throws {
    let bench = try Bench(["a.md": "proved"])
    #expect(bench.run(grid) == .proved)
    #expect(
      bench.output == """
        x,y,E
        0,5,0
        0,6,0.3333333333333333
        0,7,nan
        1,5,1
        1,6,1.3333333333333333
        1,7,1.6666666666666667

        """)
    #expect(bench.errors.isEmpty)
  }

  @Test func jsonLines() throws {
    let bench = try Bench(["a.md": "proved"])
    let words = ["sweep", "a.md", "--vary=x=0:2:3", #"--quantity=\rho"#, "--format", "jsonl"]
    #expect(bench.run(words) == .proved)
    #expect(
      bench.output == #"""
        {"x":0,"\\rho":0}
        {"x":1,"\\rho":0.3333333333333333}
        {"x":2,"\\rho":null}

        """#)
  }

  @Test func aFileIsTheSameAsStandardOutput() throws {
    let bench = try Bench(["a.md": "proved"])
    _ = bench.run(grid)
    let expected = bench.output
    #expect(bench.run(grid + ["--out", "x/s.csv"]) == .proved)
    #expect(bench.output == "x/s.csv written\n")
    #expect(bench.folder.contents("x/s.csv") == expected)
  }

  @Test(arguments: ["csv", "jsonl", "npy", "npz"])
  func anyNumberOfShardsGivesTheSameBytes(format: String) throws {
    let bench = try Bench(["a.md": "proved"])
    let words = grid + ["--quantity", "E", "--quantity", "F", "--format", format]
    #expect(bench.run(words + ["--out", "whole"]) == .proved)
    let whole = try #require(bench.folder.bytes("whole"))
    for count in [1, 2, 5, 6, 9] {
      let names = (1...count).map { "\($0)of\(count)" }
      for (number, name) in names.enumerated() {
        let slice = ["--shard", "\(number + 1)/\(count)", "--out", name]
        #expect(bench.run(words + slice) == .proved)
      }
      #expect(bench.run(["merge", "--out", "merged"] + names.reversed()) == .proved)
      #expect(bench.output == "merged written\n")
      #expect(bench.folder.bytes("merged") == whole, "\(count) shards")
    }
  }

  @Test(
    arguments: [
      (["--vary", "x"], "error: --vary needs SYMBOL=FROM:TO:COUNT, not ‘x’\n"),
      (["--vary", "x=1:2"], "error: --vary needs SYMBOL=FROM:TO:COUNT, not ‘x=1:2’\n"),
      (["--vary", "x=1:2:1"], "error: --vary needs SYMBOL=FROM:TO:COUNT, not ‘x=1:2:1’\n"),
      (["--vary", "x=1::2"], "error: --vary needs SYMBOL=FROM:TO:COUNT, not ‘x=1::2’\n"),
      (["--vary", "x=1:2:3:4"], "error: --vary needs SYMBOL=FROM:TO:COUNT, not ‘x=1:2:3:4’\n"),
      (["--vary", "x=1:2:3,x=1:2:3"], "error: x is given twice with --vary or --at\n"),
      (["--vary", "x=1:2:3", "--at", "x=1"], "error: x is given twice with --vary or --at\n"),
      (
        ["--vary", "x=1:2:9999999999", "--vary", "y=1:2:9999999999"],
        "error: the grid has more than 1099511627776 points\n"
      ),
      (["--vary", "x=1:2:3", "--quantity", "x"], "error: two columns would be called x\n"),
      (["--vary", "x=1:2:3", "--shard", "1/2"], "error: --shard needs --out FILE\n"),
      (["--vary", "x=1:2:3", "--format", "npz"], "error: --format npz needs --out FILE\n"),
      (["--vary", "x=1:2:3", "--format", "npy"], "error: --format npy needs --out FILE\n"),
      (["--vary", "x=1:2:3", "--given", ""], "error: --given has an empty restriction\n"),
      (["--at", "x=1"], "error: ‘sweep’ needs --vary SYMBOL=FROM:TO:COUNT\n"),
    ] as [([String], String)])
  func usageErrors(words: [String], error: String) throws {
    let bench = try Bench(["a.md": "proved"])
    #expect(bench.run(["sweep", "a.md"] + words) == .usage)
    #expect(bench.errors.hasPrefix(error))
    #expect(bench.errors.contains("\n = help: "))
    #expect(bench.output.isEmpty)
  }

  @Test(arguments: ["0/2", "3/2", "1", "1/2/3", "-1/2", "a/b", "1/ 2", ""])
  func badSlices(slice: String) throws {
    let bench = try Bench(["a.md": "proved"])
    let words = ["sweep", "a.md", "--vary=x=1:2:3", "--shard", slice, "--out", "s"]
    #expect(bench.run(words) == .usage)
    #expect(
      bench.errors == """
        error: --shard needs I/N with 1 ≤ I ≤ N, not ‘\(slice)’
         = help: for example: --shard 3/8

        """)
    #expect(bench.folder.names() == ["a.md"])
  }

  /// What fails on the way leaves neither a piece nor a temporary file, and the old file as it was.
  @Test(arguments: [[], ["--shard", "1/2"], ["--format", "npz"]])
  func aFailureLeavesNothing(options: [String]) throws {
    let bench = try Bench(["a.md": "proved", "old": "old"])
    let words = ["sweep", "a.md", "--vary", "x=0:1:9999", "--quantity", "trouble", "--out", "old"]
    #expect(bench.run(words + options) == .badFile)
    #expect(bench.errors.hasPrefix("error[scripted]: trouble on the way\n"))
    #expect(bench.folder.names() == ["a.md", "old"])
    #expect(bench.folder.contents("old") == "old")
  }

  @Test func faults() throws {
    let bench = try Bench(["a.md": "proved", "b.md": "WRONG"])
    #expect(bench.run("sweep", "b.md", "--vary", "x=0:1:2") == .badFile)
    #expect(bench.run("sweep", "a.md", "--vary", "x=0:1:2", "--quantity", "nothing") == .badFile)
    #expect(bench.errors.hasPrefix("error[scripted]: no such quantity\n --> a.md:1:1\n"))
    #expect(bench.run("sweep", "c.md", "--vary", "x=0:1:2") == .noFile)
    #expect(bench.run("sweep", "a.md", "--vary", "x=0:1:2", "--out", "a.md/x") == .outputFailed)
    bench.writeError = WriteError(step: .write, target: "standard output", code: 28)
    #expect(bench.run("sweep", "a.md", "--vary", "x=0:1:2") == .outputFailed)
  }

  @Test func progressIsForTerminals() throws {
    let bench = try Bench(["a.md": "proved"])
    bench.errorIsTerminal = true
    #expect(bench.run(grid) == .proved)
    #expect(bench.errors.contains("a.md: 6 of 6 points"))
    #expect(bench.errors.hasSuffix("\r\u{1B}[2K"))
  }

  @Test(
    arguments: [
      (0, 10, 5, "0 of 10 points"), (10, 10, 5, "10 of 10 points"),
      (5, 10, 5, "5 of 10 points, 5 s left"), (9, 10, 1, "9 of 10 points, 1 s left"),
      (1, 10, 100, "1 of 10 points, 15 min left"), (1, 61, 100, "1 of 61 points, 1 h 40 min left"),
      (1, 10_001, 100, "1 of 10001 points, 11 days left"),
    ] as [(Int, Int, Int, String)])
  func remainingTime(done: Int, total: Int, seconds: Int, text: String) {
    #expect(SweepProgress.text(done: done, of: total, elapsed: .seconds(seconds)) == text)
  }
}
