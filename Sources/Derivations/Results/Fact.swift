/// A law of physics that a model was put to: what holds by proof, what fails at a point, and what was not
/// decided.
public struct Fact: Codable, Hashable, Sendable {
  /// The law.
  public enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    /// One steady state and no more.
    case uniqueness
    /// Baths that agree make the steady state Gibbs'.
    case equilibrium
    /// No cyclic unitary draws work from it.
    case passivity
    /// No eigenvalue of the steady state is negative.
    case positivity
    /// Each bath's rates up and down are in Boltzmann's ratio.
    case bathDetailedBalance
    /// No bath carries a current between two levels.
    case detailedBalance
    /// The energy currents add up to zero.
    case firstLaw
    /// Heat flows from the hotter bath to the colder one.
    case heatFlow
    /// The baths' entropy does not fall.
    case secondLaw
  }

  /// What is true of the law for this model.
  public enum Verdict: String, Codable, CaseIterable, Hashable, Sendable {
    /// By exact identities, positive coefficients or a rank, throughout the domain.
    case proved
    /// At a point of the domain, by exact values or certain bounds.
    case fails
    /// Neither proved nor seen to fail.
    case undecided
  }

  /// The law that the model was put to.
  public var kind: Kind
  /// The restrictions that it holds or fails under: `boson`, `T_1 = T_2`.
  public var given: [String]
  /// One or two sentences, `$ … $` for formulas.
  public var statement: String
  /// Whether the model obeys it.
  public var verdict: Verdict
  /// By what it was proved, or what was tried, in words and `$ … $`.
  public var how: String
  /// What has to hold besides the restrictions, in words or `$ … $`.
  public var conditions: [String]
  /// Parameter sets on the edge of the domain or in it where it does not hold: `\kappa = 0`.
  public var exceptions: [String]
  /// Where it fails: symbols and their exact values, in the order of declaration.
  public var point: [Witness.Assignment]
  /// What has which value there, LaTeX; decimals are rounded values between certain bounds.
  public var values: [Witness.Assignment]

  package init(
    kind: Kind, given: [String], statement: String, verdict: Verdict, how: String,
    conditions: [String] = [], exceptions: [String] = [], point: [Witness.Assignment] = [],
    values: [Witness.Assignment] = []
  ) {
    self.kind = kind
    self.given = given
    self.statement = statement
    self.verdict = verdict
    self.how = how
    self.conditions = conditions
    self.exceptions = exceptions
    self.point = point
    self.values = values
  }
}
