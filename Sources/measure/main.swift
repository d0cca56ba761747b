import Foundation
import Reports

/// Arguments in, words out, a status back.
func run(_ words: [String]) -> Status {
  func complain(_ text: String) {
    try? CheckedWriter.write(text, to: 2, named: "standard error")
  }
  do {
    guard case .run(let options) = try Options.parse(words) else {
      try CheckedWriter.write(Options.help, to: 1, named: "standard output")
      return .right
    }
    var measurement = Measurement(options: options, plan: try Plan.read())
    try measurement.run()
    try CheckedWriter.write(
      MarkdownTables(ledger: measurement.ledger).text, to: 1, named: "standard output")
    for fault in measurement.ledger.faults { complain("wrong: \(fault)\n") }
    return measurement.ledger.faults.isEmpty ? .right : .wrong
  } catch let error as UsageError {
    complain(error.text)
    return .usage
  } catch let error as Failure {
    complain(error.text)
    return error.status
  } catch let error as WriteError {
    complain(Failure.write(error).text)
    return .outputFailed
  } catch {
    complain("error: \(error)\n")
    return .badFile
  }
}

CheckedWriter.ignoreBrokenPipes()
exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
