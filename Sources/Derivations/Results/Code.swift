/// The stable name of what can be wrong with a line, or with several together; `explain` tells more.
public enum Code: String, Codable, CaseIterable, Hashable, Sendable, CodingKeyRepresentable {
  /// Does not follow, and no small edit mends it.
  case refuted = "R001"
  case sign = "R002"
  case lostSign = "R003"
  case label = "R004"
  case strayScript = "R005"
  case operation = "R006"
  case number = "R007"
  case conjugation = "R008"
  case typeface = "R009"
  case bracket = "R010"
  case function = "R011"
  case symbol = "R012"
  /// More than one slip in one line.
  case severalSlips = "R013"
  /// True under another convention than the declared one.
  case convention = "R020"
  case permutation = "R021"
  case basis = "R022"
  case inconsistency = "R023"
  case undefined = "R030"
  case undecided = "R031"
  case unreadable = "R032"

  public init(_ slip: Slip) {
    switch slip {
    case .sign: self = .sign
    case .lostSign: self = .lostSign
    case .label: self = .label
    case .strayScript: self = .strayScript
    case .operation: self = .operation
    case .number: self = .number
    case .conjugation: self = .conjugation
    case .typeface: self = .typeface
    case .bracket: self = .bracket
    case .function: self = .function
    case .symbol: self = .symbol
    }
  }

  public init(_ kind: Finding.Kind) {
    switch kind {
    case .permutation: self = .permutation
    case .basis: self = .basis
    case .convention: self = .convention
    case .inconsistency: self = .inconsistency
    }
  }
}

extension LineOutcome {
  /// What is wrong with the line; `nil` for one that follows.
  public var code: Code? {
    switch verdict {
    case .proved, .defined: return nil
    case .convention: return .convention
    case .undefined: return .undefined
    case .undecided: return .undecided
    case .unreadable: return .unreadable
    case .refuted:
      guard let repair = repairs.first else { return .refuted }
      return repair.slips.count == 1 ? Code(repair.slips[0]) : .severalSlips
    }
  }
}
