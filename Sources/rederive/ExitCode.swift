import Derivations
import Reports

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the process tells its caller. Numbers from 64 on are those of `sysexits.h`.
package enum ExitCode: Int32, CaseIterable, Hashable, Sendable {
  case proved = 0
  case refuted = 1
  case undecided = 2
  case usage = 64
  case badFile = 65
  case noFile = 66
  case internalError = 70
  case outputFailed = 74

  package var meaning: String {
    switch self {
    case .proved: "every line proved or defined, every claim holds; golden files agree"
    case .refuted:
      "a line refuted or undefined, a claim fails; golden files differ; poor score"
    case .undecided:
      "nothing refuted; undecided, unreadable, true by convention; doubts of import"
    case .usage: "the command line is wrong"
    case .badFile:
      "a derivation file has an error; bad shards; a paper without a display"
    case .noFile: "no such file, or it cannot be read"
    case .internalError: "a bug in rederive"
    case .outputFailed: "output could not be written, or would have replaced a file"
    }
  }

  /// What an outcome means for the caller; nothing checked is nothing proved.
  package init(_ outcome: Outcome) {
    guard outcome.usesModel else {
      self.init(withoutModel: outcome)
      return
    }
    self = outcome.lines.isEmpty ? .undecided : .proved
    // A line with an undeclared symbol is its author's error before it is the paper's: it makes the
    // file bad unless another line is refuted by itself.
    for line in outcome.lines {
      let isBad = line.hasUndeclared && line.verdict != .proved
      self = gravest(self, isBad ? .undecided : ExitCode(line.verdict))
    }
    for claim in outcome.claims {
      switch claim.verdict {
      case .holds: break
      case .fails: self = gravest(self, .refuted)
      case .undecided: self = gravest(self, .undecided)
      }
    }
    if self != .refuted, !outcome.diagnostics.isEmpty { self = .badFile }
  }

  /// Without a model no line is proved: what counts is whether lines contradict each other.
  private init(withoutModel outcome: Outcome) {
    if outcome.findings.contains(where: { $0.kind == .inconsistency }) {
      self = .refuted
    } else if !outcome.diagnostics.isEmpty {
      self = .badFile
    } else {
      let isRead = outcome.lines.allSatisfy { $0.verdict != .unreadable }
      self = isRead && !outcome.lines.isEmpty ? .proved : .undecided
    }
  }

  package init(_ verdict: Verdict) {
    switch verdict {
    case .proved, .defined: self = .proved
    case .refuted, .undefined: self = .refuted
    case .convention, .undecided, .unreadable: self = .undecided
    }
  }

  /// Over several files the gravest counts.
  package func gravest(_ first: Self, _ second: Self) -> Self {
    first.gravity >= second.gravity ? first : second
  }

  package mutating func combine(_ other: Self) {
    self = gravest(self, other)
  }

  private var gravity: Int {
    switch self {
    case .proved: 0
    case .undecided: 1
    case .refuted: 2
    case .badFile: 3
    case .noFile: 4
    case .usage: 5
    case .outputFailed: 6
    case .internalError: 7
    }
  }

  package static func leave(with status: Self) -> Never {
    exit(status.rawValue)
  }
}
