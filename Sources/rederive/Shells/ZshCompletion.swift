import Reports

/// Completions for zsh, by its function `_arguments`.
enum ZshCompletion {
  static var script: String {
    """
    #compdef rederive
    # Completions of rederive \(CommandTable.version) for zsh: save as _rederive in a folder of fpath.

    _rederive() {
      local context state state_descr line
      local -A opt_args
      _arguments -C \\
        '(- *)'{-h,--help}'[\(text(CommandTable.helpOption.says))]' \\
        '(- *)--version[Show the version.]' \\
        '1: :->command' \\
        '*:: :->rest' && return
      case $state in
      command)
        local -a commands
        commands=(
    \(CommandTable.commands.map(described).joined(separator: "\n"))
        )
        _describe -t commands 'command' commands
        ;;
      rest)
        case $words[1] in
    \(CommandTable.commands.map(branch).joined(separator: "\n"))
        esac
        ;;
      esac
    }

    if [ "$funcstack[1]" = _rederive ]; then
      _rederive "$@"
    else
      compdef _rederive rederive
    fi

    """
  }

  private static func described(_ command: Command) -> String {
    "      '\(command.name.rawValue):\(quoted(command.summary).replacing(":", with: "\\:"))'"
  }

  private static func branch(_ command: Command) -> String {
    var lines = ["    \(command.name.rawValue))", "      _arguments -S \\"]
    for option in CommandTable.options(of: command) {
      let star = option.isRepeatable ? "*" : ""
      let says = "[\(text(option.says))]\(action(option))"
      for spelling in option.spellings {
        let excluded = option.isRepeatable ? "" : "(\(option.spellings.joined(separator: " ")))"
        let long = spelling.hasPrefix("--") && option.value != .none ? "=" : ""
        lines.append("        '\(excluded)\(star)\(spelling)\(long)\(says)' \\")
      }
    }
    let action = action(Completion(operandsOf: command))
    switch command.operandCount.upperBound {
    case 0: lines.append("        '*: :()'")
    case 1: lines.append("        '1:\(text(command.operands)):\(action)'")
    default: lines.append("        '*:\(text(command.operands)):\(action)'")
    }
    lines.append("      ;;")
    return lines.joined(separator: "\n")
  }

  private static func action(_ option: Option) -> String {
    switch option.value {
    case .none: ""
    case .text(let name): ":\(text(name)):\(action(Completion(option)))"
    case .choice: ":word:\(action(Completion(option)))"
    }
  }

  private static func action(_ completion: Completion) -> String {
    switch completion {
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .files(let endings) where endings.isEmpty: "_files"
    // Behind another group, brackets at the end of a pattern tell what files are meant: plain ones.
    case .files(let endings) where endings.count == 1: "_files -g \"*.\(endings[0])(-.)\""
    case .files(let endings): "_files -g \"*.(\(endings.joined(separator: "|")))(-.)\""
    case .folders: "_files -/"
    case .nothing: "()"
    }
  }

  /// Text inside the brackets and colons of a specification.
  private static func text(_ words: String) -> String {
    var result = ""
    for character in quoted(words) {
      if "[]:\\".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }

  private static func quoted(_ words: String) -> String { words.replacing("'", with: "’") }
}
