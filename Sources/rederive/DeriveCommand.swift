import Derivations
import Reports

/// `rederive derive`.
struct DeriveCommand {
  let arguments: Arguments
  let console: Console
  let engine: Engine

  enum Format: String, CaseIterable {
    case text
    case latex
    case json
  }

  func run() throws(Stop) -> ExitCode {
    let stages = try derive()
    switch arguments.choice("format", as: Format.self, default: .text) {
    case .text:
      let style = console.style(color: arguments.color, showsLaTeX: arguments.isSet("latex"))
      try console.print(StagesText.render(stages, style: style))
    case .latex: try console.print(StagesLaTeX.render(stages))
    case .json: try console.print(rendered { try StagesJSON.render(stages) })
    }
    return .proved
  }

  private func derive() throws(Stop) -> Stages {
    let given = try arguments.restrictions()
    let source = try console.read(arguments.operands[0])
    return try engine.answer(about: source, for: arguments, on: console) {
      (session) throws(FileError) in
      try session.stages(given) { console.progress("\(source.path): \($0)") }
    }
  }
}
