import Derivations
import Testing
import rederive

@Suite struct HelpTextTests {
  @Test func theOverviewNamesEveryCommandAndStatus() {
    let text = HelpText.overview
    for command in CommandTable.commands {
      #expect(text.contains("\n  \(command.name.rawValue) "))
      #expect(text.contains(command.summary))
    }
    for status in ExitCode.allCases {
      #expect(text.contains("\n  \(status.rawValue) "))
      #expect(text.contains(status.meaning))
    }
    #expect(text.contains("--version") && text.contains("-h, --help"))
  }

  @Test(arguments: CommandTable.commands)
  func aCommandsHelpNamesEveryOption(command: Command) {
    let text = HelpText.text(for: command)
    #expect(text.contains("\nUsage: \(command.usage)\n"))
    for option in command.options { #expect(text.contains("  \(option.synopsis)")) }
    for example in command.examples { #expect(text.contains("\n  \(example.line)\n")) }
    #expect(text.contains("-h, --help"))
  }

  @Test(arguments: CommandTable.commands)
  func helpFitsATerminal(command: Command) {
    let text = HelpText.text(for: command) + HelpText.overview
    let examples = Set(command.examples.map { "  \($0.line)" })
    for line in text.split(separator: "\n") where !examples.contains(String(line)) {
      #expect(line.count <= 90, "\(line)")
    }
  }

  @Test func usage() {
    #expect(CommandTable.command(.check).usage == "rederive check [OPTION…] [FILE…]")
    #expect(CommandTable.command(.help).usage == "rederive help [COMMAND]")
  }

  @Test func defaultsAreSaid() {
    let text = HelpText.text(for: CommandTable.command(.evaluate))
    #expect(text.contains("Default: text."))
    #expect(text.contains("Required."))
  }
}

@Suite struct CommandSuggestionTests {
  @Test(
    arguments: [
      ("chek", "check"), ("CHECK", "check"), ("eval", "evaluate"), ("goldn", "golden"), ("x", nil),
      ("", nil), ("zzzzz", nil),
    ] as [(String, String?)])
  func nearest(word: String, expected: String?) {
    let words = CommandName.allCases.map(\.rawValue)
    #expect(Suggestion.nearest(to: word, among: words) == expected)
  }

  @Test func aVeryLongWordIsNoTrouble() {
    let word = String(repeating: "a", count: 100_000)
    #expect(Suggestion.nearest(to: word, among: ["check"]) == nil)
  }
}

@Suite struct ParameterListTests {
  @Test func assignments() throws {
    let pairs = try ParameterList.assignments([#"\omega_1=10, N_{1,2} = 1/2"#, "f(a,b)=[1,2]"])
    #expect(pairs.map(\.symbol) == [#"\omega_1"#, "N_{1,2}", "f(a,b)"])
    #expect(pairs.map(\.value) == ["10", "1/2", "[1,2]"])
  }

  @Test(arguments: ["", "a", "a=", "=1", "a=1,", "a=1=2", "a=1,,b=2", " = "])
  func badAssignments(text: String) {
    let error = #expect(throws: UsageError.self) { try ParameterList.assignments([text]) }
    #expect(error?.message.hasPrefix("--at needs SYMBOL=VALUE") == true)
  }

  @Test func aSymbolHasOneValue() {
    #expect(throws: UsageError.repeatedSymbol("a")) {
      try ParameterList.assignments(["a=1", "a = 2"])
    }
  }

  @Test func restrictions() throws {
    #expect(
      try ParameterList.restrictions([#"boson, \theta=\pi/2"#, "a"])
        == ["boson", #"\theta=\pi/2"#, "a"])
    #expect(try ParameterList.restrictions([]).isEmpty)
    #expect(throws: UsageError.emptyRestriction) { try ParameterList.restrictions(["a,"]) }
  }
}

@Suite struct ExitCodeTests {
  @Test func numbers() {
    #expect(ExitCode.allCases.map(\.rawValue) == [0, 1, 2, 64, 65, 66, 70, 74])
  }

  /// Over several files the gravest in the order 70, 74, 66, 65, 1, 2, 0.
  @Test func theGravestWins() {
    let order: [ExitCode] = [
      .internalError, .outputFailed, .noFile, .badFile, .refuted, .undecided, .proved,
    ]
    for (i, graver) in order.enumerated() {
      for lighter in order[i...] {
        var status = lighter
        status.combine(graver)
        #expect(status == graver)
        status.combine(lighter)
        #expect(status == graver)
      }
    }
  }
}
