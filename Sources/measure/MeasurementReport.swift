import Foundation
import Reports

/// What was measured, as text for people and for programs.
struct MeasurementReport {
  let works: [Work]
  let short: Bool
  let machine: Machine
  let ledger: Ledger
  let processes: [ProcessWork.Result]
  let missing: [Measurement.MissingPeer]

  // MARK: Tables

  /// Tables, and below them the peers that are not there.
  var tables: String {
    var text = MarkdownTables(ledger: ledger, works: works).text
    if !processes.isEmpty {
      let rows = processes.map { process in
        [
          process.name, Self.milliseconds(process.wall.median),
          Self.milliseconds(process.wall.minimum), Self.milliseconds(process.user.median),
          MarkdownTables.digits(Double(process.peakMemory) / 1e6), "\(process.wall.repetitions)",
        ]
      }
      let head = ["process", "median, ms", "minimum, ms", "user, ms", "peak, MB", "runs"]
      text += text.isEmpty ? "" : "\n"
      text += "**Whole processes**\n\n" + MarkdownTables.layout([head] + rows)
    }
    if !missing.isEmpty { text += "\n" }
    for peer in missing {
      text += "Not measured: \(peer.program) (\(TextLayout.oneLine(peer.reason))).\n"
    }
    return text
  }

  /// The same as a fragment of a page that stands by itself.
  var markdown: String {
    var versions: [String] = []
    for record in ledger.records where !record.version.isEmpty {
      let version = "\(record.program.name) \(record.version)"
      if !versions.contains(version) { versions.append(version) }
    }
    var text = "Measured on \(machine.line)."
    if !versions.isEmpty { text += " Peers: \(TextLayout.list(versions))." }
    text += """
       Numbers are medians; in brackets, how many times as long as Rederive. Every answer was checked.


      """
    return text + tables
  }

  private static func milliseconds(_ seconds: Double) -> String {
    MarkdownTables.digits(seconds * 1e3)
  }

  // MARK: JSON

  private struct Document: Encodable {
    var schema = "rederive.measure/1"
    var machine: Machine
    var short: Bool
    var results: [Result]
    var processes: [ProcessWork.Result]
    var missing: [Measurement.MissingPeer]
    var faults: [String]
  }

  private struct Result: Encodable {
    var work: Work
    var subject: String
    var item: String
    var program: String
    var method: String
    var version: String
    var timing: Timing?
    var points: Int?
    var ratio: Double?
    var problem: String?
  }

  /// Every number: seconds, and the ratios of medians to ours.
  func json() throws -> String {
    let results = ledger.records.filter { works.contains($0.place.work) }.map { record in
      Result(
        work: record.place.work, subject: record.place.subject, item: record.place.item,
        program: record.program.name, method: record.program.method, version: record.version,
        timing: record.timing, points: record.points, ratio: ledger.ratio(of: record),
        problem: record.problem)
    }
    return try JSONText.render(
      Document(
        machine: machine, short: short, results: results, processes: processes, missing: missing,
        faults: ledger.faults))
  }
}

extension MeasurementReport {
  init(_ measurement: Measurement, machine: Machine) {
    self.init(
      works: measurement.options.works, short: measurement.options.short, machine: machine,
      ledger: measurement.ledger, processes: measurement.processes,
      missing: measurement.missing)
  }
}
