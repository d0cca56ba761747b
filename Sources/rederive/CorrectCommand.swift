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
    let text = text(correction, source)
    if let out {
      do {
        try CheckedWriter.replaceFile(at: console.locate(out), with: text)
      } catch {
        throw .write(error)
      }
      try console.print("\(TextLayout.oneLine(out)) written\n")
    } else {
      try console.print(text)
    }
    console.complain(
      CorrectionText.render(correction, style: console.errorStyle(color: color)))
    return ExitCode(correction.after)
  }

  private func correction(of source: SourceFile) throws(Stop) -> Correction {
    defer { console.endProgress() }
    do {
      let session = try engine.open(source)
      return try session.correct { console.progress("\(source.path): \($0)") }
    } catch {
      throw .badFile(error, source: source, style: console.errorStyle(color: color))
    }
  }

  private func text(_ correction: Correction, _ source: SourceFile) -> String {
    if arguments.isSet("errata") { return ErratumLaTeX.render(correction) }
    guard arguments.isSet("diff") else { return correction.text }
    return UnifiedDiff.render(
      old: String(decoding: source.bytes, as: UTF8.self), new: correction.text,
      oldName: source.path, newName: source.path)
  }

  private var color: ColorChoice {
    arguments.choice("color", as: ColorChoice.self, default: .auto)
  }
}
