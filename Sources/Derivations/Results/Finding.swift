/// What several printed lines have in common, or cannot all be right about.
public struct Finding: Codable, Hashable, Sendable {
  /// What the lines have in common.
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

  /// What they have in common.
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

  package init(
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

  /// A name and what it was meant to be.
  public struct Renaming: Codable, Hashable, Sendable {
    /// The name as printed, LaTeX.
    public var printed: String
    /// The name that makes the lines right, LaTeX.
    public var meant: String

    package init(printed: String, meant: String) {
      self.printed = printed
      self.meant = meant
    }
  }

  /// Values of symbols, and what two readings of one quantity are there: exact.
  public struct Contradiction: Codable, Hashable, Sendable {
    /// Symbols and their exact values, in the order of declaration.
    public var at: [Witness.Assignment]
    /// What was read, in words: `(23)`, `the trace of (27)`.
    public var first: String
    /// Its value there.
    public var firstValue: String
    /// What else was read of the same quantity, in words.
    public var second: String
    /// Its value there, another one.
    public var secondValue: String

    package init(
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
