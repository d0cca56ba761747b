/// Something that a paper says of one of its figures, and whether it is so.
public struct Claim: Codable, Hashable, Sendable {
  /// How a quantity moves with one symbol.
  public enum Course: String, Codable, Hashable, Sendable {
    case rises, falls, fallsThenRises, risesThenFalls, saturates
  }

  public enum Extremum: String, Codable, Hashable, Sendable {
    case maximum, minimum
  }

  public enum Sign: String, Codable, Hashable, Sendable {
    case zero, positive
  }

  public enum Verdict: String, Codable, CaseIterable, Hashable, Sendable {
    case holds, fails, undecided
  }

  /// What a judgement rests on.
  public enum Basis: String, Codable, Hashable, Sendable {
    /// An exact identity.
    case proof
    /// Bounds that hold whatever the rounding.
    case enclosure
    /// The points that were computed, in floating point.
    case points
  }

  /// A place of the figure and the quantity there.
  public struct Point: Codable, Hashable, Sendable {
    public struct Coordinate: Codable, Hashable, Sendable {
      /// LaTeX.
      public var symbol: String
      public var value: Double

      public init(symbol: String, value: Double) {
        self.symbol = symbol
        self.value = value
      }
    }

    public var at: [Coordinate]
    public var value: Double

    public init(at: [Coordinate], value: Double) {
      self.at = at
      self.value = value
    }
  }

  /// The claim under one reading of the formulas.
  public struct Judgement: Codable, Hashable, Sendable {
    /// `derived`, `printed`, or the convention in words.
    public var reading: String
    public var verdict: Verdict
    public var basis: Basis
    /// How many points of the figure were looked at.
    public var points: Int
    /// For a claim that fails, the places that show it, at most three; else where it is seen best.
    public var witness: [Point]
    /// Why, in a few words.
    public var reason: String

    public init(
      reading: String, verdict: Verdict, basis: Basis, points: Int, witness: [Point],
      reason: String
    ) {
      self.reading = reading
      self.verdict = verdict
      self.basis = basis
      self.points = points
      self.witness = witness
      self.reason = reason
    }
  }

  /// The number of the figure.
  public var figure: String
  /// The heading that the claim stands under.
  public var section: String
  /// What is claimed, in words and `$…$`.
  public var statement: String
  /// The paper's own words.
  public var sentence: String
  public var judgements: [Judgement]
  public var location: Location

  public init(
    figure: String, section: String, statement: String, sentence: String,
    judgements: [Judgement], location: Location
  ) {
    self.figure = figure
    self.section = section
    self.statement = statement
    self.sentence = sentence
    self.judgements = judgements
    self.location = location
  }

  /// The judgement under one reading.
  public func judgement(_ reading: String) -> Judgement? {
    judgements.first { $0.reading == reading }
  }
}
