import Reports

/// Completions for bash 3.2 and later, without the package bash-completion.
enum BashCompletion {
  static var script: String {
    """
    # Completions of rederive \(CommandTable.version) for bash: source <(rederive completions bash)

    # Offers files with one of the endings, and folders; any file without endings.
    _rederive_files() {
      local name ending
      while IFS= read -r name; do
        if [ -d "$name" ]; then
          COMPREPLY+=("$name/")
        elif [ $# -eq 0 ]; then
          COMPREPLY+=("$name")
        else
          for ending in "$@"; do
            case $name in *."$ending") COMPREPLY+=("$name") ;; esac
          done
        fi
      done < <(compgen -f -- "$cur")
      compopt -o filenames -o nospace 2> /dev/null
      if [ ${#COMPREPLY[@]} -eq 1 ] && [ ! -d "${COMPREPLY[0]}" ]; then
        compopt +o nospace 2> /dev/null
      fi
    }

    _rederive_words() {
      COMPREPLY=($(compgen -W "$1" -- "$cur"))
    }

    _rederive() {
      local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
      local command=${COMP_WORDS[1]} word index
      COMPREPLY=()
      # Bash takes --format=text apart at its =.
      if [ "$cur" = "=" ]; then
        cur=
      elif [ "$previous" = "=" ] && [ "$COMP_CWORD" -gt 2 ]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
      fi
      if [ "$COMP_CWORD" -eq 1 ]; then
        _rederive_words '\(commands.joined(separator: " ")) --help --version'
        return
      fi
      for ((index = 2; index < COMP_CWORD; index++)); do
        word=${COMP_WORDS[index]}
        if [ "$word" = "--" ]; then previous=--; fi
      done
      case $command in
    \(CommandTable.commands.map(branch).joined(separator: "\n"))
      esac
    }

    complete -F _rederive rederive

    """
  }

  private static var commands: [String] { CommandTable.commands.map(\.name.rawValue) }

  private static func branch(_ command: Command) -> String {
    let options = CommandTable.options(of: command)
    var lines = ["  \(command.name.rawValue))"]
    let taking = options.filter { $0.value != .none }
    if !taking.isEmpty {
      lines.append("    case $previous in")
      for option in taking {
        let offer = offer(Completion(option))
        let spellings = option.spellings.joined(separator: "|")
        lines.append("    \(spellings)) \(offer.isEmpty ? "" : "\(offer); ")return ;;")
      }
      lines.append("    esac")
    }
    let spellings = options.flatMap(\.spellings).joined(separator: " ")
    lines.append("    case $cur in")
    lines.append(
      "    -*) if [ \"$previous\" != -- ]; then _rederive_words '\(spellings)'; return; fi ;;")
    lines.append("    esac")
    let operands = offer(Completion(operandsOf: command))
    if !operands.isEmpty { lines.append("    \(operands)") }
    lines.append("    ;;")
    return lines.joined(separator: "\n")
  }

  private static func offer(_ completion: Completion) -> String {
    switch completion {
    case .words(let words): "_rederive_words '\(words.joined(separator: " "))'"
    case .files(let endings): (["_rederive_files"] + endings).joined(separator: " ")
    case .folders: "_rederive_files /"
    case .nothing: ""
    }
  }
}
