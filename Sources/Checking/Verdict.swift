/// What is true of a printed statement. Unknown is not true.
public enum Verdict: String, Codable, CaseIterable, Hashable, Sendable, CodingKeyRepresentable {
  /// Follows from the model, by an exact zero test.
  case proved
  /// A left-hand side without a meaning of its own: an abbreviation for later lines.
  case defined
  /// True under a named convention other than the declared one.
  case convention
  /// False: an exact witness inside the declared domain shows it.
  case refuted
  /// One side has no value anywhere in the domain, such as a zero denominator.
  case undefined
  /// Neither proved nor refuted.
  case undecided
  /// Not understood: the place and the token are named.
  case unreadable
}
