import Derivations
import Reports
import Testing
import rederive

@Suite struct ExplainCommandTests {
  @Test(arguments: Code.allCases)
  func aCode(code: Code) throws {
    let bench = try Bench()
    #expect(bench.run("explain", code.rawValue) == .proved)
    #expect(bench.output == ExplainText.render(Explanation(code), style: TextStyle(width: 90)))
    let output = bench.output
    #expect(bench.run("explain", code.rawValue.lowercased()) == .proved)
    #expect(bench.output == output)
  }

  @Test func noCodeListsAll() throws {
    let bench = try Bench()
    #expect(bench.run("explain") == .proved)
    #expect(bench.output.split(separator: "\n").count == Code.allCases.count)
    #expect(bench.output.contains("R003  a minus sign in front of a term"))
  }

  @Test(arguments: [
    ("R03", "did you mean R003?"), ("R0031", "did you mean R001?"),
    ("sign", "rederive explain lists the codes"), ("", "rederive explain lists the codes"),
  ])
  func anUnknownCode(word: String, help: String) throws {
    let bench = try Bench()
    #expect(bench.run("explain", word) == .usage)
    #expect(bench.output.isEmpty)
    #expect(bench.errors == "error: no code ‘\(word)’\n = help: \(help)\n")
  }

  @Test func colourAndHelp() throws {
    let bench = try Bench()
    bench.run("explain", "R003", "--color=always")
    #expect(bench.output.hasPrefix("\u{1B}[1mR003: "))
    #expect(bench.run("help", "explain") == .proved)
    #expect(bench.output.contains("Usage: rederive explain [OPTION…] [CODE]\n"))
    #expect(bench.run("explain", "R001", "R002") == .usage)
  }
}
