import Derivations
import Reports

/// The program as a function: arguments in, words to the console, a status back.
package enum Program {
  package static func run(
    _ words: [String], console: Console, engine: Engine = .derivation
  ) -> ExitCode {
    do throws(Stop) {
      return try answer(words, console: console, engine: engine)
    } catch {
      console.endProgress()
      console.complain(error.text)
      return error.status
    }
  }

  private static func answer(
    _ words: [String], console: Console, engine: Engine
  ) throws(Stop) -> ExitCode {
    let request: Request
    do { request = try ArgumentParser.parse(words) } catch { throw .usage(error) }
    switch request {
    case .version: return try say("rederive \(CommandTable.version)\n", console)
    case .overview: return try say(HelpText.overview, console)
    case .help(let name):
      return try say(HelpText.text(for: CommandTable.command(name)), console)
    case .run(let arguments):
      switch arguments.command {
      case .check:
        return try CheckCommand(arguments: arguments, console: console, engine: engine).run()
      case .correct:
        return try CorrectCommand(arguments: arguments, console: console, engine: engine).run()
      case .derive:
        return try DeriveCommand(arguments: arguments, console: console, engine: engine).run()
      case .report:
        return try ReportCommand(arguments: arguments, console: console, engine: engine).run()
      case .facts:
        return try FactsCommand(arguments: arguments, console: console, engine: engine).run()
      case .evaluate:
        return try EvaluateCommand(arguments: arguments, console: console, engine: engine).run()
      case .plot:
        return try PlotCommand(arguments: arguments, console: console, engine: engine).run()
      case .sweep:
        return try SweepCommand(arguments: arguments, console: console, engine: engine).run()
      case .export:
        return try ExportCommand(arguments: arguments, console: console, engine: engine).run()
      case .merge: return try MergeCommand(arguments: arguments, console: console).run()
      case .new: return try NewCommand(arguments: arguments, console: console).run()
      case .import: return try ImportCommand(arguments: arguments, console: console).run()
      case .explain: return try ExplainCommand(arguments: arguments, console: console).run()
      case .score:
        return try ScoreCommand(arguments: arguments, console: console, engine: engine).run()
      case .golden:
        return try GoldenCommand(arguments: arguments, console: console, engine: engine).run()
      case .help: return try say(HelpText.overview, console)
      case .completions:
        return try CompletionsCommand(arguments: arguments, console: console).run()
      case .man: return try say(ManualPage.text, console)
      }
    }
  }

  private static func say(_ text: String, _ console: Console) throws(Stop) -> ExitCode {
    try console.print(text)
    return .proved
  }
}

/// Why a command ends before its end.
package enum Stop: Error {
  case usage(UsageError)
  case unreadable(SourceFile.Failure, help: String)
  case noDerivations(folder: String)
  case noFigures(file: String)
  case shards(ShardFaults)
  case fileExists(String)
  case badFile(FileError, source: SourceFile, style: TextStyle)
  case write(WriteError)
  /// Something that cannot be, so a bug of ours.
  case bug(String)

  package var status: ExitCode {
    switch self {
    case .usage: .usage
    case .unreadable(let failure, _): failure.status
    case .noDerivations: .noFile
    case .badFile, .noFigures: .badFile
    case .shards(let faults):
      faults.faults.contains { $0.isUnreadable } ? .noFile : .badFile
    case .write, .fileExists: .outputFailed
    case .bug: .internalError
    }
  }

  package var text: String {
    switch self {
    case .usage(let error): return error.text
    case .unreadable(let failure, let help):
      return "error: \(failure.message)\n" + (help.isEmpty ? "" : " = help: \(help)\n")
    case .noDerivations(let folder):
      return "error: no derivation files in the folder \(TextLayout.oneLine(folder))\n"
        + " = help: name a file, or go to a folder that has derivations/*.md\n"
    case .noFigures(let file):
      return "error: \(TextLayout.oneLine(file)) declares no figures\n"
        + " = help: derivations/README.md shows how a figure is declared\n"
    case .shards(let faults):
      return faults.faults.map { "error: \($0.message)\n = help: \($0.help)\n" }.joined()
    case .fileExists(let path):
      return "error: \(TextLayout.oneLine(path)) is already there\n"
        + " = help: it is left as it is; choose another name, or take it away first\n"
    case .badFile(let error, let source, let style):
      return DiagnosticText.render(error, source: source.bytes, style: style)
    case .write(let error): return "error: \(TextLayout.oneLine(error.message))\n"
    case .bug(let what):
      return "error[internal]: \(TextLayout.oneLine(what))\n"
        + " = help: this is a bug in rederive; please report it with the file and the command\n"
    }
  }
}

extension Console {
  /// Writes results.
  func print(_ text: String) throws(Stop) {
    do { try write(text) } catch { throw .write(error) }
  }

  /// Reads a file, with the nearest name in its folder if it is not there.
  func read(_ path: String) throws(Stop) -> SourceFile {
    do {
      return try SourceFile(readingFrom: path, console: self)
    } catch {
      throw .unreadable(error, help: nearestFile(to: path))
    }
  }

  private func nearestFile(to path: String) -> String {
    let shipped = "derivations/\(path).md"
    if (try? SourceFile(readingFrom: shipped, console: self)) != nil {
      return "did you mean \(TextLayout.oneLine(shipped))?"
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, !name.isEmpty else { return "" }
    let folder = parts.dropLast().joined(separator: "/")
    let names = SourceFile.names(in: parts.count > 1 ? folder + "/" : ".", console: self) ?? []
    let others = names.filter { $0 != name }
    guard let nearest = Suggestion.nearest(to: String(name), among: others) else { return "" }
    return "did you mean \(parts.count > 1 ? folder + "/" : "")\(TextLayout.oneLine(nearest))?"
  }
}

/// Text that a renderer makes; a failure to make it is ours.
func rendered(_ make: () throws -> String) throws(Stop) -> String {
  do { return try make() } catch { throw .bug("a report could not be made: \(error)") }
}
