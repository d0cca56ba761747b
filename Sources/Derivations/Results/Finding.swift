/// What several printed lines have in common, or cannot all be right about.
public struct Finding: Codable, Hashable, Sendable {
  public enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    /// The labels of the lines are a permutation of the right ones.
    case permutation
    /// A basis in another order than the declared one.
    case basis
    /// Another convention: ρ_ij for ρ_ji, the sign of a ket, 2Γ for Γ, the sign of a detuning, the other
    /// statistics.
    case convention
    /// Lines that cannot all be right together.
    case inconsistency
  }

  public var kind: Kind
  /// The printed numbers it is about, in the order of the document.
  public var equations: [String]
  /// One or two sentences, `$ … $` for formulas.
  public var statement: String
  /// Printed name and what it stands for, LaTeX, in the order of the names.
  public var mapping: [Renaming]
  /// Numbers at which lines contradict each other, for an inconsistency.
  public var witness: Contradiction?
  /// The lines in question, the first one first.
  public var locations: [Location]

  public init(
    kind: Kind, equations: [String], statement: String, mapping: [Renaming] = [],
    witness: Contradiction? = nil, locations: [Location]
  ) {
    self.kind = kind
    self.equations = equations
    self.statement = statement
    self.mapping = mapping
    self.witness = witness
    self.locations = locations
  }

  public struct Renaming: Codable, Hashable, Sendable {
    public var printed: String
    public var meant: String

    public init(printed: String, meant: String) {
      self.printed = printed
      self.meant = meant
    }
  }

  /// Values of symbols, and what two readings of one quantity are there: exact.
  public struct Contradiction: Codable, Hashable, Sendable {
    public var at: [Witness.Assignment]
    /// What was read, in words: `(23)`, `the trace of (27)`.
    public var first: String
    public var firstValue: String
    public var second: String
    public var secondValue: String

    public init(
      at: [Witness.Assignment], first: String, firstValue: String, second: String,
      secondValue: String
    ) {
      self.at = at
      self.first = first
      self.firstValue = firstValue
      self.second = second
      self.secondValue = secondValue
    }
  }
}
