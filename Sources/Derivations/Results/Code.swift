/// The stable name of what can be wrong with a line, or with several together; `explain` tells more.
public enum Code: String, Codable, CaseIterable, Hashable, Sendable, CodingKeyRepresentable {
  /// Does not follow, and no small edit mends it.
  case refuted = "R001"
  /// Does not follow, because of one ``Slip/sign``.
  case sign = "R002"
  /// Does not follow, because of one ``Slip/lostSign``.
  case lostSign = "R003"
  /// Does not follow, because of one ``Slip/label``.
  case label = "R004"
  /// Does not follow, because of one ``Slip/strayScript``.
  case strayScript = "R005"
  /// Does not follow, because of one ``Slip/operation``.
  case operation = "R006"
  /// Does not follow, because of one ``Slip/number``.
  case number = "R007"
  /// Does not follow, because of one ``Slip/conjugation``.
  case conjugation = "R008"
  /// Does not follow, because of one ``Slip/typeface``.
  case typeface = "R009"
  /// Does not follow, because of one ``Slip/bracket``.
  case bracket = "R010"
  /// Does not follow, because of one ``Slip/function``.
  case function = "R011"
  /// Does not follow, because of one ``Slip/symbol``.
  case symbol = "R012"
  /// More than one slip in one line.
  case severalSlips = "R013"
  /// True under another convention than the declared one.
  case convention = "R020"
  /// Labels of several lines are permuted.
  case permutation = "R021"
  /// A basis is in another order than the declared one.
  case basis = "R022"
  /// Lines that cannot all be right together.
  case inconsistency = "R023"
  /// A side has no value.
  case undefined = "R030"
  /// Neither proved nor refuted.
  case undecided = "R031"
  /// Not understood.
  case unreadable = "R032"

  /// The code of a line that a repair of this one slip mends.
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

  /// The code of a finding of this kind.
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
