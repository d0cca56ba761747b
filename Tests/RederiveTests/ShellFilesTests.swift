import Testing

@testable import rederive

@Suite struct ShellFilesTests {
  private func script(_ shell: Shell) throws -> String {
    let bench = try Bench()
    #expect(bench.run("completions", shell.rawValue) == .proved)
    #expect(bench.errors.isEmpty)
    return bench.output
  }

  // Every command, option and choice of the table is in every script, and nothing is there by hand.
  @Test(arguments: Shell.allCases, CommandTable.commands)
  func everythingIsCompleted(shell: Shell, command: Command) throws {
    let text = try script(shell)
    #expect(text.contains(command.name.rawValue))
    for option in command.options {
      #expect(text.contains(shell == .fish ? "-l \(option.name) " : "--\(option.name)"))
      if case .choice(let words) = option.value {
        #expect(text.contains(words.joined(separator: " ")))
      }
    }
  }

  @Test(
    arguments: [
      (.check, .files(["md"])), (.merge, .files([])), (.new, .nothing),
      (.import, .files(["tex", "md"])), (.completions, .words(["bash", "zsh", "fish"])),
      (.man, .nothing), (.golden, .words(["accept"])),
      (.help, .words(CommandName.allCases.map(\.rawValue))),
    ] as [(CommandName, Completion)])
  func operands(name: CommandName, expected: Completion) {
    #expect(Completion(operandsOf: CommandTable.command(name)) == expected)
  }

  @Test func codesAreCompleted() {
    guard case .words(let words) = Completion(operandsOf: CommandTable.command(.explain)) else {
      Issue.record("explain completes no words")
      return
    }
    #expect(words.contains("R003"))
  }

  @Test(
    arguments: [
      (Option("a", says: ""), .nothing),
      (Option("a", value: .text(name: "DIR"), says: ""), .folders),
      (Option("a", value: .text(name: "FILE"), says: ""), .files([])),
      (Option("a", value: .text(name: "N"), says: ""), .nothing),
      (Option("a", value: .choice(["x", "y"]), says: ""), .words(["x", "y"])),
    ] as [(Option, Completion)])
  func values(option: Option, expected: Completion) {
    #expect(Completion(option) == expected)
  }

  @Test(
    arguments: [
      ("tcsh", "error: no completions for ‘tcsh’\n = help: the shells are bash, zsh or fish\n"),
      ("zhs", "error: no completions for ‘zhs’\n = help: did you mean ‘zsh’?\n"),
    ])
  func unknownShells(word: String, text: String) throws {
    let bench = try Bench()
    #expect(bench.run("completions", word) == .usage)
    #expect(bench.errors == text)
  }

  @Test func theManualPageHasEverything() throws {
    let bench = try Bench()
    #expect(bench.run("man") == .proved)
    let page = bench.output
    #expect(page.hasPrefix(".\\\" Made by rederive man.\n.TH REDERIVE 1 \"\" \"rederive "))
    for command in CommandTable.commands {
      #expect(page.contains("\n.SS \(command.name.rawValue)\n"))
      for option in command.options {
        let name = option.name.replacing("-", with: "\\-")
        #expect(page.contains("\\-\\-\(name)"))
      }
    }
    for status in ExitCode.allCases { #expect(page.contains("\n.B \(status.rawValue)\n")) }
  }

  // Only requests that are written here begin with a full stop; no quotation mark begins a line.
  @Test func noTextIsARequest() throws {
    let known = [".TH", ".SH", ".SS", ".B", ".PP", ".TP", ".RS", ".RE", ".nf", ".fi", ".\\\""]
    for line in ManualPage.text.split(separator: "\n") {
      if line.hasPrefix(".") {
        #expect(known.contains(String(line.prefix { $0 != " " })), "\(line)")
      }
      #expect(!line.hasPrefix("'"))
      #expect(line.utf8.allSatisfy { $0 < 0x80 }, "\(line)")
    }
  }
}
