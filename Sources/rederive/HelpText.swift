import Reports

/// Help, made from the command table.
package enum HelpText {
  static let width = 90

  /// What `rederive --help` prints.
  package static var overview: String {
    var text = paragraph(CommandTable.purpose)
    text += "\nUsage: rederive COMMAND [OPTION…] [FILE…]\n\nCommands:\n"
    text += list(CommandTable.commands.map { ($0.name.rawValue, $0.summary) })
    text += "\nOptions:\n"
    text += list([
      (CommandTable.helpOption.synopsis, "Show this help, or that of a command."),
      ("--version", "Show the version."),
    ])
    text += "\nExit status:\n" + statuses
    text += "\n`rederive help COMMAND` shows a command's options and examples.\n"
    return text
  }

  /// What `rederive help check` prints.
  package static func text(for command: Command) -> String {
    var text = paragraph(command.summary) + "\nUsage: \(command.usage)\n"
    if !command.details.isEmpty { text += "\n" + paragraph(command.details) }
    text += "\nOptions:\n"
    text += list(
      (command.options + [CommandTable.helpOption]).map { ($0.synopsis, description(of: $0)) })
    if !command.examples.isEmpty { text += "\nExamples:\n" }
    for example in command.examples { text += "  # \(example.says)\n  \(example.line)\n" }
    return text
  }

  static func description(of option: Option) -> String {
    var text = option.says
    switch option.value {
    case .none, .text: break
    case .choice(let words): if !option.isRequired { text += " Default: \(words[0])." }
    }
    if option.isRequired { text += " Required." }
    if option.isRepeatable { text += " May be repeated." }
    return text
  }

  private static var statuses: String {
    list(ExitCode.allCases.map { (String($0.rawValue), $0.meaning) })
  }

  /// Names on the left, words on the right, or below a name that is long.
  private static func list(_ rows: [(name: String, says: String)]) -> String {
    let longest = 26
    let column = min(longest, rows.map(\.name.count).max() ?? 0)
    let indent = String(repeating: " ", count: column + 4)
    return rows.map { name, says in
      let lines = TextLayout.wrapped(says, width: width - column - 4)
      let block = lines.joined(separator: "\n" + indent)
      return name.count > column
        ? "  \(name)\n\(indent)\(block)\n"
        : "  \(TextLayout.padded(name, to: column))  \(block)\n"
    }.joined()
  }

  private static func paragraph(_ text: String) -> String {
    TextLayout.wrapped(text, width: width).joined(separator: "\n") + "\n"
  }
}
