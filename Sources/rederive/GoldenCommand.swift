import Derivations
import Reports

/// `rederive golden`: compares what is said now with what was accepted; `accept` keeps it.
struct GoldenCommand {
  let arguments: Arguments
  let console: Console
  let engine: Engine

  func run() throws(Stop) -> ExitCode {
    guard arguments.operands.first == "accept" else { return try compare() }
    return try accept(Array(arguments.operands.dropFirst()))
  }

  // MARK: Comparing

  private func compare() throws(Stop) -> ExitCode {
    let known = try knownDerivations()
    let names = try chosen(arguments.operands, among: known)
    var status = ExitCode.proved
    for (name, golden) in zip(names, current(names)) {
      do throws(Stop) {
        try status.combine(compare(name, golden.get()))
      } catch {
        if case .write = error { throw error }
        console.complain(error.text)
        status.combine(error.status)
      }
    }
    if arguments.operands.isEmpty { try status.combine(reportStrays(known)) }
    if status == .proved {
      try console.print("\(TextLayout.count(names.count, "derivation")) as accepted\n")
    }
    return status
  }

  private func compare(_ name: String, _ golden: GoldenFiles) throws(Stop) -> ExitCode {
    var differs = false
    for file in golden.files {
      let path = goldenPath(name, file.name)
      guard let accepted = try accepted(path) else {
        differs = true
        try console.print("\(TextLayout.oneLine(path)) is missing\n")
        continue
      }
      if file.agrees(with: accepted) { continue }
      let difference = UnifiedDiff.render(
        old: accepted, new: file.text, oldName: "accepted/\(path)", newName: "now/\(path)")
      guard !difference.isEmpty else { continue }
      differs = true
      try console.print(difference)
    }
    guard differs else { return .proved }
    try console.print("To keep what is said now: rederive golden accept \(name)\n")
    return .refuted
  }

  /// The accepted text; `nil` if there is no such file.
  private func accepted(_ path: String) throws(Stop) -> String? {
    do {
      return String(
        decoding: try SourceFile(readingFrom: path, console: console).bytes, as: UTF8.self)
    } catch {
      guard error.isAbsence else { throw .unreadable(error, help: "") }
      return nil
    }
  }

  /// A golden file that nothing is compared with would pass for ever.
  private func reportStrays(_ known: [String]) throws(Stop) -> ExitCode {
    var status = ExitCode.proved
    for folder in SourceFile.names(in: goldenFolder, console: console) ?? [] {
      let path = "\(goldenFolder)/\(folder)"
      if !known.contains(folder) {
        try console.print("\(TextLayout.oneLine(path)) belongs to no derivation\n")
        status = .refuted
        continue
      }
      for name in SourceFile.names(in: path, console: console) ?? []
      where !GoldenFiles.names.contains(name) {
        try console.print("\(TextLayout.oneLine("\(path)/\(name)")) is compared with nothing\n")
        status = .refuted
      }
    }
    return status
  }

  // MARK: Accepting

  private func accept(_ names: [String]) throws(Stop) -> ExitCode {
    guard ["", "0", "false"].contains(console.environment("CI") ?? "") else {
      throw .usage(.acceptInCI)
    }
    guard !names.isEmpty else { throw .usage(.nothingToAccept) }
    // Everything is known before anything is written.
    var golden: [GoldenFiles] = []
    for result in current(try chosen(names, among: knownDerivations())) {
      golden.append(try result.get())
    }
    for derivation in golden {
      for file in derivation.files {
        let path = goldenPath(derivation.derivation, file.name)
        if let old = try accepted(path), file.agrees(with: old) {
          try console.print("\(path) unchanged\n")
          continue
        }
        try console.replace(path, with: file.text)
        try console.print("\(path) written\n")
      }
    }
    return .proved
  }

  // MARK: Both

  /// What is said now of each derivation.
  private func current(_ names: [String]) -> [Result<GoldenFiles, Stop>] {
    defer { console.endProgress() }
    let sources = names.map { name in
      Result { () throws(Stop) in try console.read("\(derivationsFolder)/\(name).md") }
    }
    let readable = sources.compactMap { try? $0.get() }
    var accounts = engine.accounts(of: readable) { console.progress($0) }[...]
    return zip(names, sources).map { name, source in
      Result { () throws(Stop) in
        try files(name, try source.get(), accounts.popFirst() ?? nil)
      }
    }
  }

  private func files(
    _ name: String, _ source: SourceFile, _ account: Result<Engine.Account, FileError>?
  ) throws(Stop) -> GoldenFiles {
    let known: Engine.Account
    switch account {
    case .success(let account): known = account
    case .failure(let error):
      throw .badFile(error, source: source, style: console.errorStyle(color: .auto))
    case nil: throw .bug("nothing was computed of \(source.path)")
    }
    if let breach = known.outcome.breach { throw .bug(breach) }
    do {
      var files = try GoldenFiles(
        outcome: known.outcome, stages: known.stages, facts: known.facts, figures: known.figures,
        forms: forms(name, known))
      files.derivation = name
      return files
    } catch {
      throw .bug("a report could not be made: \(error)")
    }
  }

  /// A file without a steady state exports nothing, and why is kept.
  private func forms(_ name: String, _ account: Engine.Account) -> ClosedForms {
    switch account.forms {
    case .success(let forms): return forms
    case .failure(let error):
      let reason = error.diagnostics.first?.message ?? ""
      return ClosedForms(
        derivation: name, title: account.outcome.title, assumptions: [], forms: [],
        omissions: [.init(given: [], reason: reason)])
    }
  }

  private func knownDerivations() throws(Stop) -> [String] {
    let names = SourceFile.derivations(in: derivationsFolder, console: console) ?? []
    guard !names.isEmpty else { throw .noDerivations(folder: derivationsFolder) }
    return names
  }

  private func chosen(_ names: [String], among known: [String]) throws(Stop) -> [String] {
    for name in names where !known.contains(name) {
      throw .usage(
        .unknownDerivation(
          name, nearest: Suggestion.nearest(to: name, among: ["accept"] + known),
          folder: derivationsFolder))
    }
    // Each once, in the order of the folder.
    return names.isEmpty ? known : known.filter(names.contains)
  }

  private var derivationsFolder: String { arguments.last("derivations") ?? "derivations" }

  private var goldenFolder: String { arguments.last("golden") ?? "golden" }

  private func goldenPath(_ name: String, _ file: String) -> String {
    "\(goldenFolder)/\(name)/\(file)"
  }
}
