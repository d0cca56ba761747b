/// What wrong lines do to what the paper shows and says.
public struct Consequence: Codable, Hashable, Sendable {
  /// How far a mistake reaches, the gravest last.
  public enum Severity: String, Codable, CaseIterable, Hashable, Sendable, Comparable {
    /// Nothing that the paper plots or claims was found to change. A line that is no element of the steady
    /// state is not followed into the figures.
    case slip
    /// A number of another line or of a figure changes.
    case number
    /// A claim of the paper holds with the mistake and fails without it, or the other way round.
    case conclusion

    public static func < (a: Severity, b: Severity) -> Bool {
      guard let first = allCases.firstIndex(of: a), let second = allCases.firstIndex(of: b) else {
        return false
      }
      return first < second
    }
  }

  /// A quantity with and without the mistake, where both differ most.
  public struct Change: Codable, Hashable, Sendable {
    /// In words and `$…$`: `$\mathcal{E}(\rho)$ of Fig. 1`.
    public var quantity: String
    /// Where both differ most: symbols that are varied, and their values.
    public var at: [Claim.Point.Coordinate]
    /// The quantity by the right formulas.
    public var right: Double
    /// `nil` where the wrong line gives no number.
    public var wrong: Double?

    package init(
      quantity: String, at: [Claim.Point.Coordinate], right: Double, wrong: Double?
    ) {
      self.quantity = quantity
      self.at = at
      self.right = right
      self.wrong = wrong
    }
  }

  /// A claim that the mistake decides.
  public struct Turn: Codable, Hashable, Sendable {
    /// Its place in the outcome's claims.
    public var claim: Int
    /// The verdict by the right formulas.
    public var right: Claim.Verdict
    /// The verdict with the mistake.
    public var wrong: Claim.Verdict

    package init(claim: Int, right: Claim.Verdict, wrong: Claim.Verdict) {
      self.claim = claim
      self.right = right
      self.wrong = wrong
    }
  }

  /// How far the mistake reaches.
  public var severity: Severity
  /// The printed numbers of the lines.
  public var equations: [String]
  /// Places in the outcome's lines.
  public var lines: [Int]
  /// The quantities that become others, each where it changes most.
  public var changes: [Change]
  /// What stays as it is, in words and `$…$`, and why.
  public var unchanged: [String]
  /// The claims that become true or false.
  public var turns: [Turn]
  /// Printed numbers of lines that use what is wrong.
  public var usedBy: [String]

  package init(
    severity: Severity, equations: [String], lines: [Int], changes: [Change],
    unchanged: [String], turns: [Turn], usedBy: [String]
  ) {
    self.severity = severity
    self.equations = equations
    self.lines = lines
    self.changes = changes
    self.unchanged = unchanged
    self.turns = turns
    self.usedBy = usedBy
  }
}
