import Derivations
import Reports

/// `rederive check`.
struct CheckCommand {
  let arguments: Arguments
  let console: Console
  let engine: Engine

  enum Format: String, CaseIterable {
    case text
    case json
    case sarif
    case github
  }

  func run() throws(Stop) -> ExitCode {
    let paths = try chosenFiles()
    let format = arguments.choice("format", as: Format.self, default: .text)
    var files: [CheckedFile] = []
    var status = ExitCode.proved
    for path in paths {
      do throws(Stop) {
        let (outcome, source) = try check(path)
        // Text appears file by file; the others are one whole.
        if format == .text { try show(outcome, source, isFirst: files.isEmpty) }
        files.append(CheckedFile(path: source.path, source: source.bytes, outcome: outcome))
        status.combine(ExitCode(outcome))
        if !outcome.diagnostics.isEmpty {
          console.complain(
            DiagnosticText.render(
              FileError(outcome.diagnostics), source: source.bytes,
              style: console.errorStyle(color: arguments.color)))
        }
        if let breach = outcome.breach { try complain(.bug(breach), &status) }
      } catch {
        try complain(error, &status)
      }
    }
    try checkEquations(files.map(\.outcome))
    try conclude(files, format, fileCount: paths.count)
    return status
  }

  /// What stands below the reports of all files, or the one report over all of them.
  private func conclude(
    _ files: [CheckedFile], _ format: Format, fileCount: Int
  ) throws(Stop) {
    let outcomes = files.map(\.outcome)
    switch format {
    case .text:
      if fileCount > 1 { try console.print(total(outcomes, files: fileCount)) }
    case .json:
      guard !outcomes.isEmpty || fileCount > 1 else { break }
      try console.print(
        rendered { try CheckJSON.render(outcomes, severalFiles: fileCount > 1) })
    case .sarif:
      // Of a file that could not be checked nothing is known: no report without results.
      guard !files.isEmpty || fileCount > 1 else { break }
      try console.print(
        rendered {
          try CheckSARIF.render(
            files, version: CommandTable.version, folder: console.currentFolder,
            isComplete: files.count == fileCount)
        })
    case .github:
      try console.print(CheckGitHub.render(files, folder: console.currentFolder))
    }
  }

  private func chosenFiles() throws(Stop) -> [String] {
    guard arguments.operands.isEmpty else { return arguments.operands }
    let folder = "derivations"
    let names = SourceFile.derivations(in: folder, console: console) ?? []
    guard !names.isEmpty else { throw .noDerivations(folder: folder) }
    return names.map { "\(folder)/\($0).md" }
  }

  private func check(_ path: String) throws(Stop) -> (Outcome, SourceFile) {
    let source = try console.read(path)
    var outcome = try engine.answer(about: source, for: arguments, on: console) {
      (session) throws(FileError) in
      let check = arguments.isSet("without-model") ? session.checkWithoutModel : session.check
      return try check { console.progress("\(path): \($0)") }
    }
    let wanted = arguments.all("equation")
    if !wanted.isEmpty { outcome = outcome.restricted(to: wanted) }
    return (outcome, source)
  }

  /// One file's error does not keep the others from being checked; only a full disk does.
  private func complain(_ stop: Stop, _ status: inout ExitCode) throws(Stop) {
    if case .write = stop { throw stop }
    console.complain(stop.text)
    status.combine(stop.status)
  }

  private func show(
    _ outcome: Outcome, _ source: SourceFile, isFirst: Bool
  ) throws(Stop) {
    let isQuiet = arguments.isSet("quiet")
    let text = CheckText.render(
      outcome, file: source.path, source: source.bytes, style: style, isQuiet: isQuiet)
    try console.print((isFirst || isQuiet ? "" : "\n") + text)
  }

  private func total(_ outcomes: [Outcome], files: Int) -> String {
    var counts: [Verdict: Int] = [:]
    for outcome in outcomes { counts.merge(outcome.summary, uniquingKeysWith: +) }
    let failed = files - outcomes.count
    var text = arguments.isSet("quiet") ? "" : "\n"
    text += "\(TextLayout.count(files, "file")): \(CheckText.summary(of: counts, style: style))"
    if failed > 0 { text += "; \(TextLayout.count(failed, "file")) not checked" }
    return text + "\n"
  }

  /// A number that no file has is a slip of the user's, not a line that follows.
  private func checkEquations(_ outcomes: [Outcome]) throws(Stop) {
    let wanted = arguments.all("equation")
    guard !outcomes.isEmpty else { return }
    for number in wanted {
      let isThere = outcomes.contains { $0.lines.contains { $0.equation == number } }
      guard isThere else {
        let bare = String(number.filter { $0 != "(" && $0 != ")" })
        throw .usage(.unknownEquation(number, nearest: bare == number ? nil : bare))
      }
    }
  }

  private var style: TextStyle {
    console.style(color: arguments.color, showsLaTeX: arguments.isSet("latex"))
  }
}

extension Outcome {
  /// What the outcome promises and does not hold; `nil` if all is well.
  var breach: String? {
    guard let line = lines.first(where: { $0.verdict == .refuted && $0.witness == nil }) else {
      return nil
    }
    return "\(derivation): ‘\(line.subject)’ of (\(line.equation)) is refuted without a witness"
  }
}
