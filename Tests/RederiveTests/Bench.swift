import Derivations
import Reports
import Testing
import rederive

/// Runs the program on files of its own, with a stand-in for the engine.
final class Bench {
  let folder: TemporaryFolder
  var environment: [String: String] = [:]
  var input: [UInt8] = []
  var outputIsTerminal = false
  var errorIsTerminal = false
  /// Fails every write to standard output.
  var writeError: WriteError?
  var engine = Engine.scripted

  private(set) var output = ""
  private(set) var errors = ""

  init(_ files: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    for (name, text) in files { try put(name, text) }
  }

  func put(_ name: String, _ text: String) throws {
    try CheckedWriter.replaceFile(at: folder.path + "/" + name, with: text)
  }

  @discardableResult
  func run(_ words: String...) -> ExitCode { run(words) }

  func run(_ words: [String]) -> ExitCode {
    output = ""
    errors = ""
    let console = Console(
      write: { (text) throws(WriteError) in
        if let error = self.writeError { throw error }
        self.output += text
      },
      complain: { self.errors += $0 },
      environment: { self.environment[$0] },
      outputIsTerminal: outputIsTerminal, errorIsTerminal: errorIsTerminal, width: 90,
      readInput: { () in self.input },
      folder: folder.path)
    return Program.run(words, console: console, engine: engine)
  }
}

extension Engine {
  /// Every word of the file that is a verdict is a line with that verdict; `WRONG` is an error.
  static let scripted = Engine { (file) throws(FileError) in
    let text = String(decoding: file.bytes, as: UTF8.self)
    let place = Location(file: file.path, line: 1, column: 1, endLine: 1, endColumn: 2)
    if text.contains("WRONG") {
      throw FileError([
        FileDiagnostic(code: "scripted", message: "this is wrong", location: place)
      ])
    }
    let name = file.path.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? ""
    let lines = text.split { $0 == " " || $0 == "\n" }.enumerated().compactMap { number, word in
      Verdict(rawValue: String(word)).map { verdict in
        LineOutcome(
          equation: String(number + 1), subject: "x", verdict: verdict, printed: "1",
          witness: verdict == .refuted ? Witness(at: [], printed: "1", derived: "2") : nil,
          location: place)
      }
    }
    return Session(
      check: { (progress) throws(FileError) in
        progress("step")
        return Outcome(
          derivation: String(name), title: "Title of \(name)", lines: lines, assumptions: [])
      },
      checkWithoutModel: { (progress) throws(FileError) in
        progress("step")
        let findings = lines.filter { $0.verdict == .refuted }.map { line in
          Finding(
            kind: .inconsistency, equations: [line.equation], statement: "both cannot be right",
            locations: [place])
        }
        let bare = lines.map { line in
          LineOutcome(
            equation: line.equation, subject: "x",
            verdict: line.verdict == .unreadable ? .unreadable : .undecided, printed: "1",
            notes: ["no law applies"], location: place)
        }
        return Outcome(
          derivation: String(name), title: "Title of \(name)", lines: bare, assumptions: [],
          findings: findings, usesModel: false)
      },
      correct: { (progress) throws(FileError) in
        let outcome = Outcome(
          derivation: String(name), title: "Title of \(name)", lines: lines, assumptions: [])
        return Correction(
          text: text + "corrected\n", entries: [], before: outcome, after: outcome)
      },
      stages: { (given, progress) throws(FileError) in
        Stages(
          derivation: String(name), title: "Title of \(name)",
          sections: [
            .init(title: "S", given: given, comment: "", statements: [.init(left: "E", right: "1")])
          ])
      },
      evaluate: { (at, given) throws(FileError) in
        let road = Evaluation.Road(
          name: "derived", basis: ["e"], rho: [[[1, 0]]], eigenvalues: [1], internalEnergy: 1,
          passiveEnergy: 1, ergotropy: 0, notes: [])
        var numeric = road
        numeric.name = "numeric"
        return Evaluation(
          derivation: String(name), given: given,
          at: at.map { .init(symbol: $0.symbol, value: $0.value) }, roads: [road, numeric],
          disagreement: text.contains("far") ? 1 : 0)
      },
      facts: { () throws(FileError) in
        text.contains("unlawful")
          ? [
            Fact(
              kind: .secondLaw, given: ["boson"], statement: "The entropy falls.",
              verdict: .fails, how: "at a point", point: [.init(symbol: "T", value: "1")])
          ]
          : [
            Fact(
              kind: .firstLaw, given: [], statement: "Energy is kept.", verdict: .proved,
              how: "an identity")
          ]
      },
      figures: { (named) throws(FileError) in
        let names = text.contains("figures") ? ["1", "2b"] : []
        return names.filter { named == nil || $0 == named }.map(FigureData.scripted)
      },
      sweep: { (request) throws(FileError) in
        if request.quantities.contains("nothing") {
          throw FileError([
            FileDiagnostic(code: "scripted", message: "no such quantity", location: place)
          ])
        }
        return Sweep.scripted(request)
      },
      closedForms: { (_, given, progress) throws(FileError) in
        progress("step")
        return ClosedForms(
          derivation: String(name), title: "Title of \(name)", assumptions: given, forms: [],
          omissions: [])
      },
      score: { (step, _, progress) throws(FileError) in
        progress("step")
        var tally = Score.Tally(.sign)
        tally.planted = 10
        tally.refuted = 10
        tally.repairedFirst = text.contains("poor") ? 8 : 9
        return Score(
          derivation: String(name), lines: step, planted: [tally], harmless: .init("harmless"),
          rewritten: [], misses: [])
      })
  }
}

extension FigureData {
  /// Two points of one curve.
  static func scripted(_ name: String) -> Self {
    FigureData(
      name: name, quantity: "E", unit: nil, axes: [.init(symbol: "T", unit: nil, values: [0, 1])],
      series: [.init(label: "", derived: [1, 2], printed: name == "1" ? [1, 3] : nil)],
      parameters: [], equations: ["3"], notes: [])
  }
}

extension Sweep {
  /// Each quantity at point k is k/3 plus its own number; the first has no value at point 2.
  static func scripted(_ request: SweepRequest) -> Self {
    let quantities = request.quantities.isEmpty ? ["E"] : request.quantities
    return Sweep(
      columns: request.vary.map(\.symbol) + quantities,
      axes: request.vary.map { variation in
        (0..<variation.count).map { (Double(variation.from) ?? 0) + Double($0) }
      },
      description: "\(request.at.map { "\($0.symbol)=\($0.value)" }) \(request.given)"
    ) { range, _ in
      if quantities.contains("trouble"), range.upperBound > 1000 {
        throw FileError([
          FileDiagnostic(
            code: "scripted", message: "trouble on the way",
            location: Location(file: "a.md", line: 1, column: 1, endLine: 1, endColumn: 2))
        ])
      }
      return quantities.indices.map { number in
        range.map { $0 == 2 && number == 0 ? .nan : Double($0) / 3 + Double(number) }
      }
    }
  }
}
