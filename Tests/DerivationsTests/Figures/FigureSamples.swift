@testable import Derivations

/// The qubit of `Sample.qubit` with figures: p_e = n/(2n + 1) = 1/(e^{ω/T} + 1).
enum FigureSample {
  static func text(_ directives: [String], after preamble: String = Sample.qubit) -> String {
    preamble + "\n```rederive\n\(directives.joined(separator: "\n"))\n```\n"
  }

  /// Values for all that the model needs.
  static let point = #"at \omega = 2, \kappa = 1, T = 1"#

  /// A function of x, which has nothing to do with the model, from −2 to 2.
  static func plot(_ function: String, from: String = "-2", to: String = "2") -> String {
    "figure 1: plot \(function) against x from \(from) to \(to), \(point)"
  }

  static func figure(_ directive: String, after preamble: String = Sample.qubit) throws
    -> FigureData
  {
    let data = try Sample.derivation(text([directive], after: preamble)).figures(named: nil)
    guard let only = data.first, data.count == 1 else { throw Sample.Missing(what: "a figure") }
    return only
  }

  /// The claims as the file's check judges them.
  static func claims(_ figure: String, _ claims: [String]) throws -> [Claim] {
    try Sample.outcome(text([figure] + claims.map { #"claim 1: \#($0) "as they say""# })).claims
  }

  static func derived(_ figure: String, _ claim: String) throws -> Claim.Judgement {
    guard let judgement = try claims(figure, [claim]).first?.judgement("derived") else {
      throw Sample.Missing(what: "a judgement")
    }
    return judgement
  }

  /// What an action that must fail says.
  static func messages(_ action: () throws -> Void) -> [String] {
    do {
      try action()
      return []
    } catch let error as FileError {
      return error.diagnostics.map(\.messageAndHelp)
    } catch {
      return ["\(error)"]
    }
  }

  static func fault(_ directives: String...) -> [String] {
    Sample.fault(text(directives)).map(\.messageAndHelp)
  }
}

extension FileDiagnostic {
  var messageAndHelp: String { "\(code) \(message)" + (help.isEmpty ? "" : " | \(help)") }
}

extension Claim.Judgement {
  /// `fails points: it falls`
  var brief: String { "\(verdict) \(basis)" + (reason.isEmpty ? "" : ": \(reason)") }
}
