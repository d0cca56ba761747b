import Reports

/// What is wrong with the command line. All wording of it is here.
package enum UsageError: Error, Hashable, Sendable {
  case noCommand
  case unknownCommand(String, nearest: String?, isFile: Bool)
  case optionBeforeCommand(String)
  case unknownOption(String, command: CommandName, nearest: String?, others: [CommandName])
  case missingValue(option: String, command: CommandName, name: String)
  case unexpectedValue(option: String, command: CommandName)
  case unknownChoice(
    String, option: String, command: CommandName, choices: [String], nearest: String?)
  case repeated(option: String, command: CommandName)
  case missingOption(String, command: CommandName, name: String)
  case tooFewOperands(command: CommandName, operands: String)
  case tooManyOperands(String, command: CommandName)
  case repeatedInput(command: CommandName)
  case noAssignment(String)
  case repeatedSymbol(String)
  case emptyRestriction
  case noVariation(String)
  case repeatedVariation(String)
  case tooManyPoints
  case repeatedColumn(String)
  case noSlice(String)
  case needsFile(option: String)
  case unknownFigure(String)
  case unknownDerivation(String, nearest: String?, folder: String)
  case nothingToAccept
  case acceptInCI
  case unknownEquation(String, nearest: String?)
  case notACount(String, option: String)
  case unknownCode(String, nearest: String?)
  case excludedOptions(String, String)
  case outputIsInput(String)
  case badName(String)
  case unknownShell(String, nearest: String?)

  package var message: String {
    switch self {
    case .noCommand: "no command given"
    case .unknownCommand(let word, _, _): "no command ‘\(word)’"
    case .optionBeforeCommand(let option): "no option \(option) before the command"
    case .unknownOption(let option, let command, _, _):
      "‘\(command.rawValue)’ has no option \(option)"
    case .missingValue(let option, _, let name): "\(option) needs a value: \(option) \(name)"
    case .unexpectedValue(let option, _): "\(option) takes no value"
    case .unknownChoice(let word, let option, _, let choices, _):
      "\(option) is \(Self.list(choices)), not ‘\(word)’"
    case .repeated(let option, _): "\(option) is given twice"
    case .missingOption(let option, let command, let name):
      "‘\(command.rawValue)’ needs \(option) \(name)"
    case .tooFewOperands(let command, let operands):
      "‘\(command.rawValue)’ needs \(operands)"
    case .tooManyOperands(let word, let command):
      "‘\(command.rawValue)’ has no use for ‘\(word)’"
    case .repeatedInput: "standard input (-) can be read only once"
    case .noAssignment(let text): "--at needs SYMBOL=VALUE, not ‘\(text)’"
    case .repeatedSymbol(let symbol): "--at gives \(symbol) two values"
    case .emptyRestriction: "--given has an empty restriction"
    case .noVariation(let text): "--vary needs SYMBOL=FROM:TO:COUNT, not ‘\(text)’"
    case .repeatedVariation(let symbol): "\(symbol) is given twice with --vary or --at"
    case .tooManyPoints: "the grid has more than \(SweepCommand.mostPoints) points"
    case .repeatedColumn(let name): "two columns would be called \(name)"
    case .noSlice(let text): "--shard needs I/N with 1 ≤ I ≤ N, not ‘\(text)’"
    case .needsFile(let option): "\(option) needs --out FILE"
    case .unknownFigure(let name): "no figure ‘\(name)’ in the file"
    case .unknownDerivation(let name, _, let folder): "no derivation ‘\(name)’ in \(folder)"
    case .nothingToAccept: "‘golden accept’ needs the NAME of each derivation to accept"
    case .acceptInCI: "golden files are not accepted where the variable CI is set"
    case .notACount(let text, let option): "\(option) needs a whole number from 1 on, not ‘\(text)’"
    case .unknownEquation(let number, _): "no equation (\(number)) in what was checked"
    case .unknownCode(let word, _): "no code ‘\(word)’"
    case .excludedOptions(let one, let other): "--\(one) and --\(other) exclude each other"
    case .outputIsInput(let path): "--out \(path) is the file that is read"
    case .badName(let name): "‘\(name)’ cannot be the name of a derivation"
    case .unknownShell(let word, _): "no completions for ‘\(word)’"
    }
  }

  /// What to do about it.
  package var help: String {
    switch self {
    case .noCommand: return "the commands are \(Self.commandList); see rederive --help"
    case .unknownCommand(let word, let nearest, let isFile):
      if isFile { return "to check a file: rederive check \(word)" }
      return nearest.map { "did you mean ‘\($0)’?" } ?? "the commands are \(Self.commandList)"
    case .optionBeforeCommand(let option):
      return "options stand behind the command: rederive COMMAND \(option)"
    case .unknownOption(_, let command, let nearest, let others):
      if let nearest { return "did you mean \(nearest)?" }
      guard let other = others.first else { return Self.seeHelp(command) }
      return "‘\(other.rawValue)’ has it; \(Self.seeHelp(command))"
    case .missingValue(_, let command, _), .unexpectedValue(_, let command),
      .repeated(_, let command), .missingOption(_, let command, _),
      .tooFewOperands(let command, _), .tooManyOperands(_, let command),
      .repeatedInput(let command):
      return Self.seeHelp(command)
    case .unknownChoice(_, _, let command, _, let nearest):
      return nearest.map { "did you mean ‘\($0)’?" } ?? Self.seeHelp(command)
    case .noAssignment, .repeatedSymbol:
      return #"for example: --at '\omega_1=10, T_1=1'"#
    case .emptyRestriction: return #"for example: --given 'boson, \theta=\pi/2'"#
    case .noVariation, .repeatedVariation: return #"for example: --vary 'T_1=1:5:41'"#
    case .tooManyPoints, .repeatedColumn: return Self.seeHelp(.sweep)
    case .noSlice: return "for example: --shard 3/8"
    case .needsFile: return "for example: --out sweep.npz"
    case .unknownFigure: return "the printed number with its panel: --figure 7a"
    case .unknownDerivation(_, let nearest, _):
      return nearest.map { "did you mean ‘\($0)’?" } ?? Self.seeHelp(.golden)
    case .nothingToAccept: return "for example: rederive golden accept driven-atom"
    case .acceptInCI: return "accept them on your own machine, in a commit that says why"
    case .notACount(_, let option): return "for example: \(option) 20"
    case .unknownEquation(_, let nearest):
      return nearest.map { "did you mean --equation \($0)?" }
        ?? "the printed number, without brackets: --equation 27"
    case .unknownCode(_, let nearest):
      return nearest.map { "did you mean \($0)?" } ?? "rederive explain lists the codes"
    case .excludedOptions(let one, let other): return "leave out --\(one) or --\(other)"
    case .outputIsInput: return "the input is never changed: name another file"
    case .badName:
      return "letters, digits, - and _ make a name, such as my-paper; --out DIR says where"
    case .unknownShell(_, let nearest):
      return nearest.map { "did you mean ‘\($0)’?" }
        ?? "the shells are \(Self.list(Shell.allCases.map(\.rawValue)))"
    }
  }

  package var text: String {
    "error: \(TextLayout.oneLine(message))\n = help: \(TextLayout.oneLine(help))\n"
  }

  private static func seeHelp(_ command: CommandName) -> String {
    "see rederive help \(command.rawValue)"
  }

  private static var commandList: String { list(CommandName.allCases.map(\.rawValue)) }

  /// `text or json`, `auto, always or never`.
  private static func list(_ words: [String]) -> String {
    TextLayout.list(words, conjunction: "or")
  }
}
