import Derivations
import Reports

/// `rederive explain`.
struct ExplainCommand {
  let arguments: Arguments
  let console: Console

  func run() throws(Stop) -> ExitCode {
    let style = console.style(color: arguments.color)
    guard let word = arguments.operands.first else {
      try console.print(ExplainText.list(style: style))
      return .proved
    }
    let known = Code.allCases.map(\.rawValue)
    guard let code = Code(rawValue: word.uppercased()) else {
      throw .usage(.unknownCode(word, nearest: Suggestion.nearest(to: word, among: known)))
    }
    try console.print(ExplainText.render(Explanation(code), style: style))
    return .proved
  }
}
