import Foundation
import LaTeXMath

@testable import Derivations

/// Short derivation files for tests.
enum Sample {
  /// One qubit in one boson bath: n is its occupation, p_e = n/(2n + 1) the excited population.
  static let qubit = #"""
    # A qubit

    ```rederive
    qubit 1: e g
    symbol \omega, \kappa, T, a, b, c: positive
    symbol x, y, t: real
    symbol z: complex
    let \sigma_- = |g\rangle\langle e|
    let \sigma_+ = |e\rangle\langle g|
    let H = \omega |e\rangle\langle e|
    hamiltonian H
    bath 1: couples \sigma_-, temperature T, decay rate \kappa, boson
    approximations: born, markov, no Lamb shift
    n means occupation of bath 1 at frequency \omega
    N(\omega) means occupation of bath 1 at frequency \omega
    p_e means steady state, basis |e\rangle |g\rangle, element (1, 1)
    p_g means steady state, basis |e\rangle |g\rangle, element (2, 2)
    \rho_{eg} means steady state, basis |e\rangle |g\rangle, element (1, 2)
    j means heat current from bath 1
    ```

    """#

  static func source(_ text: String) throws -> SourceText {
    try SourceText(bytes: Array(text.utf8), file: "test.md")
  }

  static func document(_ text: String) throws -> Document {
    try Document(try source(text))
  }

  static func derivation(_ text: String) throws -> Derivation {
    try Derivation(bytes: Array(text.utf8), file: "folder/test.md")
  }

  static func outcome(_ text: String) throws -> Outcome {
    try derivation(text).check { _ in }
  }

  /// The outcomes of displays after the qubit's preamble, or after another.
  static func lines(_ displays: String, after preamble: String = qubit) throws -> [LineOutcome] {
    try outcome(preamble + displays).lines
  }

  /// The only line of one display after the qubit's preamble.
  static func line(_ display: String, after preamble: String = qubit) throws -> LineOutcome {
    let all = try lines("$$ \(display) $$", after: preamble)
    guard all.count == 1, let line = all.first else { throw Missing(what: "one line") }
    return line
  }

  /// What is wrong with a file, reading and checking it.
  static func fault(_ bytes: [UInt8]) -> [FileDiagnostic] {
    do {
      _ = try Derivation(bytes: bytes, file: "test.md").check { _ in }
      return []
    } catch {
      return error.diagnostics
    }
  }

  static func fault(_ text: String) -> [FileDiagnostic] { fault(Array(text.utf8)) }

  static func formula(_ text: String) throws -> Formula {
    try LaTeXReader.formula(in: text)
  }

  static let projectFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func shipped(_ name: String) throws -> [UInt8] {
    [UInt8](
      try Data(contentsOf: projectFolder.appendingPathComponent("derivations/\(name).md")))
  }

  struct Missing: Error {
    var what: String
  }
}

extension FileDiagnostic {
  /// `code line:column message | help`
  var brief: String {
    "\(code) \(location.line):\(location.column) \(message)" + (help.isEmpty ? "" : " | \(help)")
  }
}

extension Witness {
  /// The value of a symbol, `nil` if it is not shown.
  subscript(_ symbol: String) -> String? { at.first { $0.symbol == symbol }?.value }
}
