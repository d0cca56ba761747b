import Derivations
import Reports

/// `rederive correct`.
struct CorrectCommand {
  let arguments: Arguments
  let console: Console
  let engine: Engine

  func run() throws(Stop) -> ExitCode {
    if arguments.isSet("diff"), arguments.isSet("errata") {
      throw .usage(.excludedOptions("diff", "errata"))
    }
    let source = try console.read(arguments.operands[0])
    let out = arguments.last("out")
    if let out, SourceFile.isSame(out, source.path, console: console) {
      throw .usage(.outputIsInput(out))
    }
    let correction = try correction(of: source)
    try console.deliver(text(correction, source), to: out)
    console.complain(
      CorrectionText.render(correction, style: console.errorStyle(color: arguments.color)))
    return ExitCode(correction.after)
  }

  private func correction(of source: SourceFile) throws(Stop) -> Correction {
    try engine.answer(about: source, for: arguments, on: console) {
      (session) throws(FileError) in
      try session.correct { console.progress("\(source.path): \($0)") }
    }
  }

  private func text(_ correction: Correction, _ source: SourceFile) -> String {
    if arguments.isSet("errata") { return ErratumLaTeX.render(correction) }
    guard arguments.isSet("diff") else { return correction.text }
    return UnifiedDiff.render(
      old: String(decoding: source.bytes, as: UTF8.self), new: correction.text,
      oldName: source.path, newName: source.path)
  }
}
