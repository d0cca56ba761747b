import Derivations

/// What may stand in a place of the command line.
package enum Completion: Hashable, Sendable {
  /// One of a few words.
  case words([String])
  /// Files with one of these endings, and folders on the way to them; any file without endings.
  case files([String])
  case folders
  /// Something that nobody can know.
  case nothing

  init(_ option: Option) {
    switch option.value {
    case .none: self = .nothing
    case .choice(let words): self = .words(words)
    case .text("DIR"): self = .folders
    case .text("FILE"): self = .files([])
    case .text: self = .nothing
    }
  }

  /// What the operands of a command may be, by what the table calls them.
  init(operandsOf command: Command) {
    let operands = command.operands
    if operands.contains("FILE") {
      self = .files(["md"])
    } else if operands.contains("PAPER") {
      self = .files(["tex", "md"])
    } else if operands.contains("SHARD") {
      self = .files([])
    } else if operands.contains("COMMAND") {
      self = .words(CommandName.allCases.map(\.rawValue))
    } else if operands.contains("CODE") {
      self = .words(Code.allCases.map(\.rawValue))
    } else {
      // `bash|zsh|fish` and the `accept` of `[NAME…] | accept NAME…` stand for themselves.
      let words = operands.split { !$0.isLowercase }.map(String.init)
      self = words.isEmpty ? .nothing : .words(words)
    }
  }
}

extension Option {
  /// `--quiet` and `-q`.
  var spellings: [String] { ["--\(name)"] + (letter.map { ["-\($0)"] } ?? []) }
}

extension CommandTable {
  /// The options of a command, help included.
  static func options(of command: Command) -> [Option] { command.options + [helpOption] }
}
