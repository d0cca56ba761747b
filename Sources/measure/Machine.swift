import Foundation

/// What the measurement ran on, and when.
struct Machine: Encodable, Hashable, Sendable {
  var processor: String
  var cores: Int
  var system: String
  var swift: String
  /// The day, in UTC.
  var date: String

  static var current: Machine {
    let process = ProcessInfo.processInfo
    return Machine(
      processor: processorName, cores: process.activeProcessorCount,
      system: process.operatingSystemVersionString, swift: compiler,
      date: Date.now.formatted(.iso8601.year().month().day()))
  }

  /// Of Linux; other systems have no such file.
  private static var processorName: String {
    let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
    guard let name = line?.split(separator: ":").last else { return "unknown processor" }
    return name.trimmingCharacters(in: .whitespaces)
  }

  /// Of this executable.
  private static var compiler: String {
    #if compiler(>=6.5)
      "6.5 or later"
    #elseif compiler(>=6.4)
      "6.4"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }

  /// One line: `AMD EPYC, 2 cores, Debian 12, Swift 6.3, 2026-11-29`.
  var line: String {
    "\(processor), \(cores) cores, \(system), Swift \(swift), \(date)"
  }
}
