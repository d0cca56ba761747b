import Derivations
import Reports

/// What is to be measured and how it is told.
struct Options: Hashable, Sendable {
  /// The works, each once, in the order of the table.
  var works = Work.allCases
  /// Where the JSON goes; `-` is standard output, in the place of the tables.
  var json: String?
  /// Whether the tables come as a whole page's fragment, with how they were made.
  var markdown = false
  /// Few repetitions of small things, to see that results are right.
  var short = false
  /// Whether other programs are given the same work.
  var peers = true
  /// The interpreter of the peers that are written in Python.
  var python = "python3"
}

/// The works of the measurement.
enum Work: String, CaseIterable, Codable, Hashable, Sendable {
  case w1, w2, w3, w4, paper

  var says: String {
    switch self {
    case .w1: "a linear system with polynomial entries is solved, to lowest terms"
    case .w2: "its solution is put back, and every residual is proved to be zero"
    case .w3: "the ergotropy is swept over a grid of parameters"
    case .w4: "W1 and W2 on families of systems that grow"
    case .paper: "whole runs of rederive over a paper, from start to end"
    }
  }
}

/// What a command line asks for.
enum Request: Hashable, Sendable {
  case help
  case run(Options)
}

/// What is wrong with the command line.
struct UsageError: Error, Hashable, Sendable {
  var message: String
  var help = "see measure --help"

  var text: String {
    "error: \(TextLayout.oneLine(message))\n = help: \(TextLayout.oneLine(help))\n"
  }
}

extension Options {
  private static let names = [
    "--work", "--json", "--markdown", "--short", "--no-peers", "--python", "--help",
  ]

  /// Reads the words behind the program's name.
  static func parse(_ words: [String]) throws(UsageError) -> Request {
    var options = Options()
    var seen: Set<String> = []
    var rest = words[...]
    while let word = rest.popFirst() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts[0] == "-h" ? "--help" : String(parts[0])
      let attached = parts.count > 1 ? String(parts[1]) : nil
      guard names.contains(name) else { throw unknown(word, name) }
      guard seen.insert(name).inserted else {
        throw UsageError(message: "\(name) is given twice")
      }
      func value(_ what: String) throws(UsageError) -> String {
        guard let value = attached ?? rest.popFirst(), !value.isEmpty else {
          throw UsageError(message: "\(name) needs a value: \(name) \(what)")
        }
        return value
      }
      switch name {
      case "--work": options.works = try works(value("LIST"))
      case "--json": options.json = try value("FILE")
      case "--python": options.python = try value("PATH")
      default:
        guard attached == nil else { throw UsageError(message: "\(name) takes no value") }
        switch name {
        case "--markdown": options.markdown = true
        case "--short": options.short = true
        case "--no-peers": options.peers = false
        default: return .help
        }
      }
    }
    if options.json == "-", options.markdown {
      throw UsageError(
        message: "--json - and --markdown both want standard output",
        help: "give one of them a file: --json FILE")
    }
    return .run(options)
  }

  private static func unknown(_ word: String, _ name: String) -> UsageError {
    guard word.hasPrefix("-") else {
      return UsageError(message: "no use for ‘\(word)’")
    }
    guard let nearest = Suggestion.nearest(to: name, among: names) else {
      return UsageError(message: "no option \(name)")
    }
    return UsageError(message: "no option \(name)", help: "did you mean \(nearest)?")
  }

  private static func works(_ list: String) throws(UsageError) -> [Work] {
    let words = list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let all = Work.allCases.map(\.rawValue)
    for word in words where Work(rawValue: word) == nil {
      throw UsageError(
        message: "--work names \(TextLayout.list(all, conjunction: "or")), not ‘\(word)’",
        help: Suggestion.nearest(to: word, among: all).map { "did you mean ‘\($0)’?" }
          ?? "for example: --work w1,w2")
    }
    return Work.allCases.filter { words.contains($0.rawValue) }
  }

  /// What `--help` prints.
  static var help: String {
    var text = """
      Measures this package beside other programs that do the same work, and checks every result.

      Usage: measure [OPTION…], in the package's folder: swift run -c release measure

      Works:

      """
    text += list(Work.allCases.map { ($0.rawValue, $0.says) })
    text += "\nOptions:\n"
    text += list([
      ("--work LIST", "Only these works: w1,w2,w3,w4,paper."),
      ("--json FILE", "Write every number as JSON; - is standard output, in the tables' place."),
      ("--markdown", "The tables with the machine and the date, as the documentation has them."),
      ("--short", "Few repetitions of small things, to see that results are right."),
      ("--no-peers", "Give no other program the work."),
      ("--python PATH", "The interpreter that has the peers' modules. Default: python3."),
      ("--help, -h", "Show this help."),
    ])
    text += "\nExit status:\n"
    text += list(Status.allCases.map { ("\($0.rawValue)", $0.meaning) })
    text += """

      Examples:
        # Everything, beside the peers that are installed
        swift run -c release measure
        # The linear systems only, with Python's peers in a virtual environment
        swift run -c release measure --work w1,w2 --python ~/peers/bin/python3
        # Are all results right? No matter how long it takes
        swift run -c release measure --short --no-peers

      """
    return text
  }

  private static func list(_ rows: [(String, String)]) -> String {
    let column = rows.map(\.0.count).max() ?? 0
    return rows.map { "  \(TextLayout.padded($0.0, to: column))  \($0.1)\n" }.joined()
  }
}

/// What the process tells its caller, as `rederive` does.
enum Status: Int32, CaseIterable, Hashable, Sendable {
  case right = 0
  case wrong = 1
  case usage = 64
  case badFile = 65
  case noFile = 66
  case outputFailed = 74

  var meaning: String {
    switch self {
    case .right: "every result is right; how long it took does not matter"
    case .wrong: "a result is wrong"
    case .usage: "the command line is wrong"
    case .badFile: "a file of the measurement has an error"
    case .noFile: "a file of the measurement is missing: not the package's folder?"
    case .outputFailed: "output could not be written"
    }
  }
}
