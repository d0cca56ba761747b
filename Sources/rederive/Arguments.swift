import Derivations

/// A command line, understood.
package enum Request: Hashable, Sendable {
  case version
  case overview
  case help(CommandName)
  case run(Arguments)
}

/// The options and operands of one command, all of them known to the table.
package struct Arguments: Hashable, Sendable {
  package var command: CommandName
  package var operands: [String] = []
  /// Values by option name; a switch has an empty one.
  package var values: [String: [String]] = [:]

  package init(command: CommandName) {
    self.command = command
  }

  package func isSet(_ option: String) -> Bool { values[option] != nil }

  package func all(_ option: String) -> [String] { values[option] ?? [] }

  package func last(_ option: String) -> String? { values[option]?.last }

  /// The choice made, or the type's first case, which is the table's default.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ option: String, as type: Choice.Type, default first: Choice
  ) -> Choice where Choice.RawValue == String {
    last(option).flatMap(Choice.init(rawValue:)) ?? first
  }
}

/// Reads a command line by the command table.
package enum ArgumentParser {
  package static func parse(_ words: [String]) throws(UsageError) -> Request {
    guard let first = words.first else { throw .noCommand }
    switch first {
    case "--version": return .version
    case "--help", "-h": return .overview
    default: break
    }
    guard let name = CommandName(rawValue: first) else { throw unknownCommand(first) }
    return try parse(Array(words.dropFirst()), for: CommandTable.command(name))
  }

  private static func unknownCommand(_ word: String) -> UsageError {
    if word.hasPrefix("-"), word != "-" {
      let nearest = Suggestion.nearest(to: word, among: ["--version", "--help"])
      guard let nearest else { return .optionBeforeCommand(word) }
      return .unknownCommand(word, nearest: nearest, isFile: false)
    }
    return .unknownCommand(
      word, nearest: Suggestion.nearest(to: word, among: CommandName.allCases.map(\.rawValue)),
      isFile: word.hasSuffix(".md"))
  }

  private static func parse(
    _ words: [String], for command: Command
  ) throws(UsageError) -> Request {
    var arguments = Arguments(command: command.name)
    var rest = words[...]
    var optionsEnded = false
    while let word = rest.popFirst() {
      if optionsEnded || word == "-" || !word.hasPrefix("-") {
        arguments.operands.append(word)
      } else if word == "--" {
        optionsEnded = true
      } else {
        let (option, attached) = try find(word, in: command)
        if option == CommandTable.helpOption {
          guard attached == nil else {
            throw .unexpectedValue(option: "--help", command: command.name)
          }
          return .help(command.name)
        }
        let value = try value(of: option, attached: attached, rest: &rest, command: command.name)
        guard option.isRepeatable || arguments.values[option.name] == nil else {
          throw .repeated(option: "--\(option.name)", command: command.name)
        }
        arguments.values[option.name, default: []].append(value)
      }
    }
    if command.name == .help { return try helpRequest(arguments.operands) }
    try checkCompleteness(arguments, command)
    return .run(arguments)
  }

  /// The option that `--name`, `--name=value` or `-n` means.
  private static func find(
    _ word: String, in command: Command
  ) throws(UsageError) -> (option: Option, attached: String?) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let attached = parts.count > 1 ? String(parts[1]) : nil
    let options = command.options + [CommandTable.helpOption]
    for option in options {
      if name == "--\(option.name)" { return (option, attached) }
      if let letter = option.letter, name == "-\(letter)" { return (option, attached) }
    }
    let others = CommandTable.commands.filter { other in
      other.options.contains { "--\($0.name)" == name }
    }
    throw .unknownOption(
      name, command: command.name,
      nearest: Suggestion.nearest(to: name, among: options.map { "--\($0.name)" }),
      others: others.map(\.name))
  }

  private static func value(
    of option: Option, attached: String?, rest: inout ArraySlice<String>, command: CommandName
  ) throws(UsageError) -> String {
    let shown = "--\(option.name)"
    switch option.value {
    case .none:
      guard attached == nil else { throw .unexpectedValue(option: shown, command: command) }
      return ""
    case .text(let name):
      guard let value = attached ?? rest.popFirst() else {
        throw .missingValue(option: shown, command: command, name: name)
      }
      return value
    case .choice(let choices):
      guard let value = attached ?? rest.popFirst() else {
        throw .missingValue(
          option: shown, command: command, name: choices.joined(separator: "|"))
      }
      guard choices.contains(value) else {
        throw .unknownChoice(
          value, option: shown, command: command, choices: choices,
          nearest: Suggestion.nearest(to: value, among: choices))
      }
      return value
    }
  }

  private static func checkCompleteness(
    _ arguments: Arguments, _ command: Command
  ) throws(UsageError) {
    let operands = arguments.operands
    guard operands.count >= command.operandCount.lowerBound else {
      throw .tooFewOperands(command: command.name, operands: command.operands)
    }
    guard operands.count <= command.operandCount.upperBound else {
      throw .tooManyOperands(operands[command.operandCount.upperBound], command: command.name)
    }
    for option in command.options where option.isRequired && !arguments.isSet(option.name) {
      let name: String
      switch option.value {
      case .none: continue
      case .text(let word): name = word
      case .choice(let words): name = words.joined(separator: "|")
      }
      throw .missingOption("--\(option.name)", command: command.name, name: name)
    }
    guard operands.count(where: { $0 == "-" }) <= 1 else {
      throw .repeatedInput(command: command.name)
    }
  }

  private static func helpRequest(_ operands: [String]) throws(UsageError) -> Request {
    guard let word = operands.first else { return .overview }
    guard operands.count == 1 else { throw .tooManyOperands(operands[1], command: .help) }
    guard let name = CommandName(rawValue: word) else {
      throw .unknownCommand(
        word, nearest: Suggestion.nearest(to: word, among: CommandName.allCases.map(\.rawValue)),
        isFile: false)
    }
    return .help(name)
  }
}
