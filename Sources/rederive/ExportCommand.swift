import Derivations
import Reports

/// `rederive export`.
struct ExportCommand {
  let arguments: Arguments
  let console: Console
  let engine: Engine

  func run() throws(Stop) -> ExitCode {
    let forms = try closedForms()
    let language = arguments.choice("to", as: ExportLanguage.self, default: .latex)
    try console.deliver(
      language.render(forms, version: CommandTable.version), to: arguments.last("out"))
    return .proved
  }

  private func closedForms() throws(Stop) -> ClosedForms {
    let given = try arguments.restrictions()
    let source = try console.read(arguments.operands[0])
    return try engine.answer(about: source, for: arguments, on: console) {
      (session) throws(FileError) in
      try session.closedForms(nil, given) { console.progress("\(source.path): \($0)") }
    }
  }
}
