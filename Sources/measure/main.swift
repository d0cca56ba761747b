import Foundation
import Reports

/// Arguments in, words out, a status back.
func run(_ words: [String]) -> Status {
  // Nobody is left to tell where this fails.
  func complain(_ text: String) {
    try? CheckedWriter.write(text, to: 2, named: "standard error")
  }
  do {
    guard case .run(let options) = try Options.parse(words) else {
      try CheckedWriter.write(Options.help, to: 1, named: "standard output")
      return .right
    }
    var measurement = Measurement(
      options: options, plan: try Plan.read(), program: Measurement.programBesideThis)
    if isatty(2) == 1 { measurement.progress = { complain("\($0)\n") } }
    try measurement.run()
    try tell(MeasurementReport(measurement, machine: .current), options)
    for fault in measurement.ledger.faults { complain("wrong: \(fault)\n") }
    return measurement.status
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

/// Tables to standard output, or JSON there or to a file.
func tell(_ report: MeasurementReport, _ options: Options) throws {
  if let path = options.json {
    let json = try report.json()
    if path == "-" { return try CheckedWriter.write(json, to: 1, named: "standard output") }
    try CheckedWriter.replaceFile(at: path, with: json)
  }
  try CheckedWriter.write(
    options.markdown ? report.markdown : report.tables, to: 1, named: "standard output")
}

CheckedWriter.ignoreBrokenPipes()
exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
