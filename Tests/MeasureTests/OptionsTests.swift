import Testing

@testable import measure

@Suite struct OptionsTests {
  private func options(_ words: String...) throws -> Options? {
    guard case .run(let options) = try Options.parse(words) else { return nil }
    return options
  }

  @Test func defaults() throws {
    let options = try #require(try options())
    #expect(options == Options())
    #expect(options.works == [.w1, .w2, .w3, .w4, .paper])
    #expect(options.peers && !options.short && !options.markdown)
    #expect(options.json == nil && options.python == "python3")
  }

  @Test func everyOption() throws {
    let options = try #require(
      try options(
        "--work", "paper,w1,w1", "--json=out.json", "--markdown", "--short", "--no-peers",
        "--python", "/usr/bin/python3"))
    // In the order of the table, each once.
    #expect(options.works == [.w1, .paper])
    #expect(options.json == "out.json" && options.python == "/usr/bin/python3")
    #expect(options.markdown && options.short && !options.peers)
  }

  @Test(arguments: ["--help", "-h"])
  func help(_ word: String) throws {
    #expect(try Options.parse(["--short", word]) == .help)
    for part in ["Usage: measure", "--no-peers", "Examples:", "74  output could not be written"] {
      #expect(Options.help.contains(part), "\(part)")
    }
    #expect(Options.help.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test(arguments: [
    (["--shrot"], "no option --shrot", "did you mean --short?"),
    (["--xyzzyxyzzy"], "no option --xyzzyxyzzy", "see measure --help"),
    (["w1"], "no use for ‘w1’", "see measure --help"),
    (["--short", "--short"], "--short is given twice", "see measure --help"),
    (["--short=1"], "--short takes no value", "see measure --help"),
    (["--work"], "--work needs a value: --work LIST", "see measure --help"),
    (["--json="], "--json needs a value: --json FILE", "see measure --help"),
    (
      ["--work", "w1,w9"], "--work names w1, w2, w3, w4 or paper, not ‘w9’",
      "did you mean ‘w1’?"
    ),
    (
      ["--json", "-", "--markdown"], "--json - and --markdown both want standard output",
      "give one of them a file: --json FILE"
    ),
  ])
  func errors(_ words: [String], _ message: String, _ help: String) {
    #expect(throws: UsageError(message: message, help: help)) { try Options.parse(words) }
  }

  @Test func errorsAreOneLineEach() {
    let error = UsageError(message: "no option --\u{1B}[31m\nx")
    #expect(error.text == "error: no option --\u{FFFD}[31m x\n = help: see measure --help\n")
  }
}
