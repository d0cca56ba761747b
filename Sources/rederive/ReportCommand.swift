import Derivations
import Reports

/// `rederive report`.
struct ReportCommand {
  let arguments: Arguments
  let console: Console
  let engine: Engine

  enum Format: String, CaseIterable {
    case html
    case markdown
  }

  /// The status is that of `check`: a page about a paper that is wrong is no success.
  func run() throws(Stop) -> ExitCode {
    let source = try console.read(arguments.operands[0])
    let (text, outcome) = try engine.answer(about: source, for: arguments, on: console) {
      (session) throws(FileError) in
      try compose(source, session)
    }
    if let breach = outcome.breach { throw .bug(breach) }
    try console.deliver(text, to: arguments.last("out"))
    if !outcome.diagnostics.isEmpty {
      console.complain(
        DiagnosticText.render(
          FileError(outcome.diagnostics), source: source.bytes,
          style: console.errorStyle(color: arguments.color)))
    }
    return ExitCode(outcome)
  }

  private func compose(
    _ source: SourceFile, _ session: Engine.Session
  ) throws(FileError) -> (String, Outcome) {
    func say(_ what: String) { console.progress("\(source.path): \(what)") }
    let outcome = try session.check(say)
    let file = CheckedFile(path: source.path, source: source.bytes, outcome: outcome)
    switch arguments.choice("format", as: Format.self, default: .html) {
    case .markdown:
      return (ReportMarkdown.render(file, version: CommandTable.version), outcome)
    case .html:
      let stages = try session.stages([], say)
      say("laws of physics")
      let facts = try session.facts()
      say("computing figures")
      let figures = try session.figures(nil)
      say("writing the page")
      let page = ReportPage(
        file: file, stages: stages, facts: facts, figures: figures,
        version: CommandTable.version)
      return (page.render(), outcome)
    }
  }
}
