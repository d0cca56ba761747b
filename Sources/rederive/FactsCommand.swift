import Derivations
import Reports

/// `rederive facts`: puts the model to the laws of physics.
struct FactsCommand {
  let arguments: Arguments
  let console: Console
  let engine: Engine

  enum Format: String, CaseIterable {
    case text
    case json
  }

  /// Status 0 whatever the laws say: a model out of equilibrium is no mistake. Status 2 if none could be
  /// put to it.
  func run() throws(Stop) -> ExitCode {
    var status = ExitCode.proved
    for path in arguments.operands {
      let source = try console.read(path)
      let facts = try engine.answer(about: source, for: arguments, on: console) {
        (session) throws(FileError) in
        try session.facts()
      }
      if facts.isEmpty { status.combine(.undecided) }
      switch arguments.choice("format", as: Format.self, default: .text) {
      case .text:
        let style = console.style(color: arguments.color, showsLaTeX: arguments.isSet("latex"))
        try console.print(FactsText.render(facts, derivation: path, style: style))
      case .json:
        try console.print(rendered { try FactsJSON.render(facts, derivation: path) })
      }
    }
    return status
  }
}
