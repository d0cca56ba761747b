/// Something that a paper says of one of its figures, and whether it is so.
public struct Claim: Codable, Hashable, Sendable {
  /// How a quantity moves with one symbol.
  package enum Course: String, Codable, Hashable, Sendable {
    case rises, falls, fallsThenRises, risesThenFalls, saturates
  }

  /// Which of a curve's extreme values is meant.
  package enum Extremum: String, Codable, Hashable, Sendable {
    case maximum, minimum
  }

  /// What is said of the values of a quantity.
  package enum Sign: String, Codable, Hashable, Sendable {
    case zero, positive
  }

  /// What is true of a claim.
  public enum Verdict: String, Codable, CaseIterable, Hashable, Sendable {
    /// It is so.
    case holds
    /// It is not so: ``Judgement/witness`` shows where.
    case fails
    /// Neither was found.
    case undecided
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
    /// The value of one symbol.
    public struct Coordinate: Codable, Hashable, Sendable {
      /// LaTeX.
      public var symbol: String
      /// Its value, in the units of the file.
      public var value: Double

      package init(symbol: String, value: Double) {
        self.symbol = symbol
        self.value = value
      }
    }

    /// The place: symbols that are varied, and their values.
    public var at: [Coordinate]
    /// The quantity there.
    public var value: Double

    package init(at: [Coordinate], value: Double) {
      self.at = at
      self.value = value
    }
  }

  /// The claim under one reading of the formulas.
  public struct Judgement: Codable, Hashable, Sendable {
    /// `derived`, `printed`, or the convention in words.
    public var reading: String
    /// Whether the claim is so.
    public var verdict: Verdict
    /// What the verdict rests on.
    public var basis: Basis
    /// How many points of the figure were looked at.
    public var points: Int
    /// For a claim that fails, the places that show it, at most three; else where it is seen best.
    public var witness: [Point]
    /// Why, in a few words.
    public var reason: String

    package init(
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
  /// The claim by the derived formulas, by the printed ones, and under conventions that were found.
  public var judgements: [Judgement]
  /// The directive that declares the claim.
  public var location: Location

  package init(
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
