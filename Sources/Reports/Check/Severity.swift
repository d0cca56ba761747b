import Derivations

/// How grave something is that a report shows.
package enum Severity: Int, CaseIterable, Comparable, Hashable, Sendable {
  case error
  case warning

  /// The graver one is less, and so stands first.
  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// Level of a SARIF result and name of a workflow command.
  package var word: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    }
  }

  package var ink: TextStyle.Ink {
    switch self {
    case .error: .red
    case .warning: .yellow
    }
  }
}

extension Code {
  /// What cannot be right is an error, what is open or a matter of convention a warning.
  package var severity: Severity {
    switch self {
    case .refuted, .sign, .lostSign, .label, .strayScript, .operation, .number, .conjugation,
      .typeface, .bracket, .function, .symbol, .severalSlips, .permutation, .inconsistency,
      .undefined:
      .error
    case .convention, .basis, .undecided, .unreadable: .warning
    }
  }
}

extension Verdict {
  /// The order in which lines are shown that do not simply follow; `nil` for those that do.
  package var gravity: Int? {
    switch self {
    case .proved, .defined: nil
    case .refuted: 0
    case .undefined: 1
    case .convention: 2
    case .undecided: 3
    case .unreadable: 4
    }
  }

  var ink: TextStyle.Ink {
    switch self {
    case .proved: .green
    case .defined: .cyan
    case .refuted, .undefined: .red
    case .convention, .undecided, .unreadable: .yellow
    }
  }
}

extension Outcome {
  /// The lines that do not simply follow: by verdict, then by what they do to the paper's figures and
  /// claims, then in the order of the document.
  var gravestFirst: [Int] {
    let order = Consequence.Severity.allCases.reversed().map(Optional.some) + [nil]
    return Verdict.allCases.filter { $0.gravity != nil }
      .sorted { ($0.gravity ?? 0) < ($1.gravity ?? 0) }
      .flatMap { verdict in
        order.flatMap { severity in
          lines.indices.filter {
            lines[$0].verdict == verdict && effect(ofLine: $0)?.consequence.severity == severity
          }
        }
      }
  }
}
