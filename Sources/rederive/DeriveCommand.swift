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
      let style = console.style(color: color, showsLaTeX: arguments.isSet("latex"))
      try console.print(StagesText.render(stages, style: style))
    case .latex: try console.print(StagesLaTeX.render(stages))
    case .json: try console.print(rendered { try StagesJSON.render(stages) })
    }
    return .proved
  }

  private func derive() throws(Stop) -> Stages {
    let given: [String]
    do { given = try ParameterList.restrictions(arguments.all("given")) } catch {
      throw .usage(error)
    }
    let source = try console.read(arguments.operands[0])
    defer { console.endProgress() }
    do {
      return try engine.open(source).stages(given) { console.progress("\(source.path): \($0)") }
    } catch {
      throw .badFile(error, source: source, style: console.errorStyle(color: color))
    }
  }

  private var color: ColorChoice {
    arguments.choice("color", as: ColorChoice.self, default: .auto)
  }
}
