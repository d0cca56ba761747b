import Derivations
import Reports

/// `rederive completions`.
struct CompletionsCommand {
  let arguments: Arguments
  let console: Console

  func run() throws(Stop) -> ExitCode {
    let word = arguments.operands[0]
    guard let shell = Shell(rawValue: word) else {
      let known = Shell.allCases.map(\.rawValue)
      throw .usage(.unknownShell(word, nearest: Suggestion.nearest(to: word, among: known)))
    }
    switch shell {
    case .bash: try console.print(BashCompletion.script)
    case .zsh: try console.print(ZshCompletion.script)
    case .fish: try console.print(FishCompletion.script)
    }
    return .proved
  }
}

/// A shell with completions.
package enum Shell: String, CaseIterable, Hashable, Sendable {
  case bash
  case zsh
  case fish
}
