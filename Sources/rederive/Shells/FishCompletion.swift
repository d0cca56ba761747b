import Reports

/// Completions for fish 3.
enum FishCompletion {
  static var script: String {
    var lines = [
      "# Completions of rederive \(CommandTable.version) for fish:"
        + " save as ~/.config/fish/completions/rederive.fish",
      "",
      "# Files with one of the endings, and folders on the way to them.",
      "function __rederive_files",
      "    set -l endings (string join '|' $argv)",
      "    __fish_complete_path (commandline -ct) | string match -er '(/|[.]('$endings'))(\\t|$)'",
      "end",
      "",
      "complete -c rederive -f",
      "complete -c rederive -n __fish_use_subcommand -s h -l help -d"
        + " \(quoted(CommandTable.helpOption.says))",
      "complete -c rederive -n __fish_use_subcommand -l version -d 'Show the version.'",
    ]
    for command in CommandTable.commands {
      lines.append(
        "complete -c rederive -n __fish_use_subcommand -a \(command.name.rawValue) -d"
          + " \(quoted(command.summary))")
    }
    for command in CommandTable.commands {
      let start = "complete -c rederive -n '__fish_seen_subcommand_from \(command.name.rawValue)"
      // `rederive help check` completes nothing of check.
      let condition =
        command.name == .help ? "\(start)'" : "\(start); and not __fish_seen_subcommand_from help'"
      for option in CommandTable.options(of: command) {
        let letter = option.letter.map { " -s \($0)" } ?? ""
        let value = option.value == .none ? "" : " -x" + arguments(Completion(option))
        lines.append("\(condition)\(letter) -l \(option.name)\(value) -d \(quoted(option.says))")
      }
      let operands = arguments(Completion(operandsOf: command))
      if !operands.isEmpty { lines.append(condition + operands) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func arguments(_ completion: Completion) -> String {
    switch completion {
    case .words(let words): " -a \(quoted(words.joined(separator: " ")))"
    case .files(let endings) where endings.isEmpty: " -a '(__fish_complete_path)'"
    case .files(let endings):
      " -a '(__rederive_files \(endings.joined(separator: " ")))'"
    case .folders: " -a '(__fish_complete_directories)'"
    case .nothing: ""
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
