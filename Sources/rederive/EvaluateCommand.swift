import Derivations
import Reports

/// `rederive evaluate`.
struct EvaluateCommand {
  let arguments: Arguments
  let console: Console
  let engine: Engine

  enum Format: String, CaseIterable {
    case text
    case json
  }

  /// Status 0 only if two independent roads lead to the same state.
  func run() throws(Stop) -> ExitCode {
    let evaluation = try evaluate()
    switch arguments.choice("format", as: Format.self, default: .text) {
    case .text:
      let style = console.style(color: arguments.color, showsLaTeX: arguments.isSet("latex"))
      try console.print(EvaluationText.render(evaluation, style: style))
    case .json: try console.print(rendered { try EvaluationJSON.render(evaluation) })
    }
    switch evaluation.agreement {
    case .agrees: return .proved
    case .disagrees, .notCompared: return .undecided
    }
  }

  private func evaluate() throws(Stop) -> Evaluation {
    let point: [(symbol: String, value: String)]
    let given: [String]
    do {
      point = try ParameterList.assignments(arguments.all("at"))
      given = try ParameterList.restrictions(arguments.all("given"))
    } catch {
      throw .usage(error)
    }
    let source = try console.read(arguments.operands[0])
    return try engine.answer(about: source, for: arguments, on: console) {
      (session) throws(FileError) in
      try session.evaluate(point, given)
    }
  }
}
