import ExactAlgebra
import Foundation

/// Another program that does the same work, as the plan names it.
struct Peer: Decodable, Hashable, Sendable {
  var name: String
  /// A file of the peers' folder.
  var source: String
  /// What compiles the source; a source without a compiler is Python.
  var compiler: String?
  var flags: [String]?
  /// Words before the method's name.
  var arguments: [String]?
  /// Methods for W1 and W2, for W4 and for W3.
  var solve: [String]?
  var grow: [String]?
  var sweep: [String]?
  /// The methods of `solve` that the program itself ships; the others we wrote on its polynomials.
  var shipped: [String]?

  func program(_ method: String) -> Record.Program {
    Record.Program(
      name: name, method: method, isShipped: shipped?.contains(method) ?? false)
  }

  func methods(for work: Work) -> [String] {
    switch work {
    case .w1, .w2: solve ?? []
    case .w3: sweep ?? []
    case .w4: grow ?? []
    case .paper: []
    }
  }
}

/// A peer that was found here.
struct InstalledPeer: Sendable {
  var peer: Peer
  var command: [String]
  var version: String

  /// What a peer writes as JSON.
  struct Answer: Decodable, Sendable {
    var version: String?
    var solve: [Double]?
    var check: [Double]?
    var holds: Bool?
    var answer: [[String]]?
    var sweep: [Double]?
    var points: Int?
    /// Numbers of points of the grid, with the ergotropy there.
    var values: [[Double]]?
  }

  /// Why there is no answer.
  struct Problem: Error, Hashable, Sendable {
    var text: String
  }

  /// Compiles it if need be and asks for its version.
  static func find(_ peer: Peer, python: String) throws(Problem) -> InstalledPeer {
    let source = "\(Plan.folder)/peers/\(peer.source)"
    var command = [python, "-B", source]
    if let compiler = peer.compiler {
      let program = ".build/peers/\(peer.name.replacing(" ", with: "-"))"
      try? FileManager.default.createDirectory(
        atPath: ".build/peers", withIntermediateDirectories: true)
      let build = Subprocess(command: [compiler, source, "-w", "-o", program] + (peer.flags ?? []))
      guard let outcome = build.run() else { throw Problem(text: "no \(compiler)") }
      guard outcome.status == 0 else {
        let lines = String(decoding: outcome.errors, as: UTF8.self).split(separator: "\n")
        let first = lines.first { $0.contains("error") || $0.contains("cannot find") }
        throw Problem(text: first.map(String.init) ?? "\(compiler) failed")
      }
      command = [program]
    }
    command += peer.arguments ?? []
    let probe = InstalledPeer(peer: peer, command: command, version: "")
    let answer = try probe.run(["version"], limit: 60)
    return InstalledPeer(peer: peer, command: command, version: answer.version ?? "")
  }

  /// One round of one method on a task.
  func measure(
    _ method: String, on task: String, effort: Effort, wantsAnswer: Bool
  ) throws(Problem) -> Answer {
    try run(
      [method, "\(effort.repetitions)", "\(effort.budget)", wantsAnswer ? "1" : "0"], task,
      limit: effort.limit)
  }

  private func run(
    _ words: [String], _ input: String = "", limit: Double
  ) throws(Problem) -> Answer {
    let process = Subprocess(command: command + words, input: input, limit: limit)
    guard let outcome = process.run() else { throw Problem(text: "cannot be started") }
    if outcome.isTimeout { throw Problem(text: "over \(Int(limit)) s") }
    guard outcome.status == 0 else { throw Problem(text: "failed: \(outcome.lastWords)") }
    do { return try JSONDecoder().decode(Answer.self, from: outcome.output) } catch {
      throw Problem(text: "failed: it wrote no result")
    }
  }
}
