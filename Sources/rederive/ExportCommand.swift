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
    let text = language.render(forms, version: CommandTable.version)
    guard let path = arguments.last("out") else {
      try console.print(text)
      return .proved
    }
    do throws(WriteError) {
      try CheckedWriter.replaceFile(at: console.locate(path), with: text)
    } catch {
      throw .write(error)
    }
    try console.print("\(TextLayout.oneLine(path)) written\n")
    return .proved
  }

  private func closedForms() throws(Stop) -> ClosedForms {
    let given: [String]
    do { given = try ParameterList.restrictions(arguments.all("given")) } catch {
      throw .usage(error)
    }
    let source = try console.read(arguments.operands[0])
    defer { console.endProgress() }
    do {
      return try engine.open(source).closedForms(nil, given) {
        console.progress("\(source.path): \($0)")
      }
    } catch {
      throw .badFile(
        error, source: source,
        style: console.errorStyle(
          color: arguments.choice("color", as: ColorChoice.self, default: .auto)))
    }
  }
}
