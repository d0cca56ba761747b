import Derivations
import Reports
import Testing
import rederive

@Suite struct ArgumentParserTests {
  private func arguments(_ words: String...) throws -> Arguments {
    guard case .run(let arguments) = try ArgumentParser.parse(words) else {
      throw UsageError.noCommand
    }
    return arguments
  }

  private func error(_ words: String...) -> UsageError? {
    do throws(UsageError) {
      _ = try ArgumentParser.parse(words)
      return nil
    } catch {
      return error
    }
  }

  @Test func bothWaysToGiveAValue() throws {
    for words in [["--format", "json"], ["--format=json"]] {
      let request = try ArgumentParser.parse(["check"] + words + ["a.md"])
      guard case .run(let arguments) = request else { throw UsageError.noCommand }
      #expect(arguments.last("format") == "json")
      #expect(arguments.operands == ["a.md"])
    }
  }

  @Test func onlyTheFirstEqualsSignSeparates() throws {
    #expect(try arguments("evaluate", "f", #"--at=\omega=1"#).all("at") == [#"\omega=1"#])
  }

  @Test func aValueMayBeginWithADash() throws {
    #expect(try arguments("evaluate", "f", "--at", "-a=1").all("at") == ["-a=1"])
  }

  @Test func twoDashesEndTheOptions() throws {
    let arguments = try arguments("check", "--quiet", "--", "--latex", "--")
    #expect(arguments.operands == ["--latex", "--"])
    #expect(arguments.isSet("quiet") && !arguments.isSet("latex"))
  }

  @Test func oneDashIsAFile() throws {
    #expect(try arguments("check", "-").operands == ["-"])
    #expect(error("check", "-", "-") == .repeatedInput(command: .check))
  }

  @Test func letters() throws {
    #expect(try arguments("check", "-q").isSet("quiet"))
    #expect(try ArgumentParser.parse(["derive", "-h"]) == .help(.derive))
    #expect(try ArgumentParser.parse(["-h"]) == .overview)
  }

  @Test func repeatableOptionsCollect() throws {
    #expect(try arguments("derive", "f", "--given", "a", "--given=b").all("given") == ["a", "b"])
    #expect(
      error("derive", "f", "--format=text", "--format=json")
        == .repeated(option: "--format", command: .derive))
  }

  @Test(arguments: CommandName.allCases)
  func helpEverywhere(name: CommandName) throws {
    #expect(try ArgumentParser.parse([name.rawValue, "--help"]) == .help(name))
    #expect(try ArgumentParser.parse(["help", name.rawValue]) == .help(name))
    // Even where something is missing or misspelt behind it.
    #expect(try ArgumentParser.parse([name.rawValue, "-h", "--nonsense"]) == .help(name))
  }

  @Test func version() throws {
    #expect(try ArgumentParser.parse(["--version"]) == .version)
    #expect(try ArgumentParser.parse(["help"]) == .overview)
  }

  @Test(arguments: [
    ([], "no command given"),
    (["chek"], "no command ‘chek’"),
    (["--quiet", "check"], "no option --quiet before the command"),
    (["--verison"], "no command ‘--verison’"),
    (["check", "--formt"], "‘check’ has no option --formt"),
    (["check", "-x"], "‘check’ has no option -x"),
    (["check", "--format"], "--format needs a value: --format text|json|sarif|github"),
    (["check", "--format="], "--format is text, json, sarif or github, not ‘’"),
    (["check", "--color=blue"], "--color is auto, always or never, not ‘blue’"),
    (["check", "--quiet=yes"], "--quiet takes no value"),
    (["derive"], "‘derive’ needs FILE"),
    (["derive", "a", "b"], "‘derive’ has no use for ‘b’"),
    (["evaluate", "a"], "‘evaluate’ needs --at SYMBOL=VALUE,…"),
    (["help", "chekc"], "no command ‘chekc’"),
    (["help", "check", "derive"], "‘help’ has no use for ‘derive’"),
  ])
  func messages(words: [String], message: String) {
    let error = #expect(throws: UsageError.self) { try ArgumentParser.parse(words) }
    #expect(error?.message == message)
  }

  @Test(arguments: [
    (["chek"], "did you mean ‘check’?"),
    (["eval"], "did you mean ‘evaluate’?"),
    (
      ["frobnicate"],
      "the commands are \(TextLayout.list(CommandName.allCases.map(\.rawValue), conjunction: "or"))"
    ),
    (["paper.md"], "to check a file: rederive check paper.md"),
    (["--quiet"], "options stand behind the command: rederive COMMAND --quiet"),
    (["--verison"], "did you mean ‘--version’?"),
    (["check", "--formt"], "did you mean --format?"),
    (["check", "--colour"], "did you mean --color?"),
    (["check", "--given"], "‘derive’ has it; see rederive help check"),
    (["check", "--zzzzzz"], "see rederive help check"),
    (["check", "--format", "jsno"], "did you mean ‘json’?"),
    (["check", "--format", "serif"], "did you mean ‘sarif’?"),
    (["explian"], "did you mean ‘explain’?"),
    (["derive", "--format", "tex", "f"], "did you mean ‘text’?"),
    (["derive"], "see rederive help derive"),
  ])
  func helpOfErrors(words: [String], help: String) {
    let error = #expect(throws: UsageError.self) { try ArgumentParser.parse(words) }
    #expect(error?.help == help)
    #expect(error?.text.hasPrefix("error: ") == true)
  }
}

@Suite struct CommandTableTests {
  @Test(arguments: CommandTable.commands)
  func theTableIsSound(command: Command) {
    #expect(CommandTable.command(command.name) == command)
    let names = (command.options + [CommandTable.helpOption]).map(\.name)
    #expect(Set(names).count == names.count)
    let letters = (command.options + [CommandTable.helpOption]).compactMap(\.letter)
    #expect(Set(letters).count == letters.count)
    for option in command.options {
      #expect(option.says.hasSuffix("."))
      if case .choice(let words) = option.value { #expect(words.count > 1) }
      // A missing switch is no mistake.
      if case .none = option.value { #expect(!option.isRequired) }
    }
    #expect(command.summary.hasSuffix("."))
  }

  /// Words of an example line, with '…' quotes as in a shell, up to a redirection.
  private func words(_ line: String) -> [String] {
    var words: [String] = []
    for (number, part) in line.split(separator: "'").enumerated() {
      if number % 2 == 1 {
        words.append(String(part))
      } else {
        words += part.split(separator: " ").map(String.init)
      }
    }
    return Array(words.prefix { $0 != ">" })
  }

  @Test(arguments: CommandTable.commands.flatMap(\.examples))
  func examplesAreValid(example: Command.Example) throws {
    let words = words(example.line)
    #expect(words.first == "rederive")
    guard case .run = try ArgumentParser.parse(Array(words.dropFirst())) else {
      Issue.record("\(example.line) runs nothing")
      return
    }
  }

  @Test func defaultsOfTheTableAreThoseOfTheCode() {
    for command in CommandTable.commands {
      for option in command.options {
        guard case .choice(let words) = option.value, !option.isRequired else { continue }
        if command.name == .import, option.name == "from" {
          #expect(words == ["auto"] + ImportedPaper.Format.allCases.map(\.rawValue))
          continue
        }
        let isColor = option.name == "color"
        let isSweep = command.name == .sweep && option.name == "format"
        let isReport = command.name == .report && option.name == "format"
        let first =
          isColor
          ? ColorChoice.auto.rawValue
          : isSweep ? SweepFormat.csv.rawValue : isReport ? "html" : "text"
        #expect(words.first == first)
        if isSweep { #expect(words == SweepFormat.allCases.map(\.rawValue)) }
        if isColor { #expect(words == ColorChoice.allCases.map(\.rawValue)) }
      }
    }
  }
}
