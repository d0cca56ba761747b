/// The commands, by the word that calls them.
package enum CommandName: String, CaseIterable, Hashable, Sendable {
  case check
  case correct
  case report
  case derive
  case export
  case facts
  case evaluate
  case plot
  case sweep
  case merge
  case new
  case `import`
  case explain
  case score
  case golden
  case completions
  case man
  case help
}

/// One row of the command table: what parsing, help and error messages all read.
package struct Command: Hashable, Sendable {
  package var name: CommandName
  /// What stands behind the options: `[FILE…]`.
  package var operands: String
  /// How many operands there may be.
  package var operandCount: ClosedRange<Int>
  /// One line for the list of commands.
  package var summary: String
  /// What a user of the command should know.
  package var details: String
  package var options: [Option]
  package var examples: [Example]

  package struct Example: Hashable, Sendable {
    package var line: String
    package var says: String
  }

  package var usage: String {
    ["rederive", name.rawValue, options.isEmpty ? "" : "[OPTION…]", operands]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// One option of a command.
package struct Option: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    /// A switch.
    case none
    /// Any text, named so in the help.
    case text(name: String)
    /// One of a few words; the first is the default, unless the option is required.
    case choice([String])
  }

  /// The word behind `--`.
  package var name: String
  /// The letter behind `-`, if it has one.
  package var letter: Character?
  package var value: Value
  package var isRequired: Bool
  package var isRepeatable: Bool
  package var says: String

  package init(
    _ name: String, letter: Character? = nil, value: Value = .none, isRequired: Bool = false,
    isRepeatable: Bool = false, says: String
  ) {
    self.name = name
    self.letter = letter
    self.value = value
    self.isRequired = isRequired
    self.isRepeatable = isRepeatable
    self.says = says
  }

  /// `-q, --quiet`, `--format text|json`.
  package var synopsis: String {
    let word = (letter.map { "-\($0), " } ?? "") + "--\(name)"
    switch value {
    case .none: return word
    case .text(let name): return "\(word) \(name)"
    case .choice(let words): return "\(word) \(words.joined(separator: "|"))"
    }
  }
}
