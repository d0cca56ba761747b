import Reports

/// The manual page, in the macros `man` of roff.
enum ManualPage {
  static var text: String {
    var page = """
      .\\" Made by rederive man.
      .TH REDERIVE 1 "" "rederive \(CommandTable.version)" "User Commands"
      .SH NAME
      rederive \\- check a paper\\(aqs equations against the paper\\(aqs own model
      .SH SYNOPSIS
      .nf

      """
    for command in CommandTable.commands { page += line(command.usage) }
    page += """
      .fi
      .SH DESCRIPTION
      \(paragraph(CommandTable.purpose))
      .SH COMMANDS

      """
    page += CommandTable.commands.map(section).joined()
    page += ".SH EXIT STATUS\n"
    for status in ExitCode.allCases {
      page += item(String(status.rawValue), status.meaning)
    }
    page += """
      .SH ENVIRONMENT
      \(item("NO_COLOR", "With any value but the empty one, no colours unless --color always."))\
      \(item("COLUMNS", "The width of the terminal."))\
      \(item("CI", "Where it is set, golden files are not accepted."))
      """
    return page
  }

  private static func section(_ command: Command) -> String {
    var text = ".SS \(escaped(command.name.rawValue))\n"
    text += ".B \(escaped(command.usage))\n.PP\n" + paragraph(command.summary) + "\n"
    if !command.details.isEmpty { text += ".PP\n" + paragraph(command.details) + "\n" }
    for option in CommandTable.options(of: command) {
      text += item(option.synopsis, HelpText.description(of: option))
    }
    guard !command.examples.isEmpty else { return text }
    text += ".PP\nExamples:\n.RS 4\n.nf\n"
    for example in command.examples {
      text += line("# \(example.says)") + line(example.line)
    }
    return text + ".fi\n.RE\n"
  }

  private static func item(_ name: String, _ says: String) -> String {
    ".TP\n.B \(escaped(name))\n\(paragraph(says))\n"
  }

  /// One line that stays one.
  private static func line(_ text: String) -> String { guarded(escaped(text)) + "\n" }

  private static func paragraph(_ text: String) -> String {
    TextLayout.wrapped(escaped(text), width: 78).map(guarded).joined(separator: "\n")
  }

  /// A line of text must not begin as a request does.
  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "\"": result += "\\(dq"
      default:
        // Every roff reads ASCII; others by their code points.
        for scalar in character.unicodeScalars {
          result +=
            scalar.isASCII
            ? String(scalar) : "\\[u\(Self.hexadecimal(scalar.value))]"
        }
      }
    }
    return result
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
