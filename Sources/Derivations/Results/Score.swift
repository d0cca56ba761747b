/// How well the checker judges and mends slips that were planted on purpose: plain data.
public struct Score: Codable, Hashable, Sendable {
  /// The file's name without folder and extension.
  public var derivation: String
  /// Proved lines that slips were planted in.
  public var lines: Int
  /// Slips that change what the formula is, by kind.
  public var planted: [Tally]
  /// Planted slips that leave the formula's value alone, and what was said of them.
  public var harmless: Rewritten
  /// Equivalent ways to write the proved lines, by how they were made.
  public var rewritten: [Rewritten]
  /// What went wrong, or was repaired otherwise.
  public var misses: [Miss]
  /// What could not be counted.
  public var leftOut = LeftOut()

  package init(
    derivation: String, lines: Int = 0, planted: [Tally] = [],
    harmless: Rewritten = Rewritten("harmless"), rewritten: [Rewritten] = [], misses: [Miss] = []
  ) {
    self.derivation = derivation
    self.lines = lines
    self.planted = planted
    self.harmless = harmless
    self.rewritten = rewritten
    self.misses = misses
  }

  /// What has no value at the points that tell whether a formula still means the same.
  public struct LeftOut: Codable, Hashable, Sendable {
    /// Proved lines in which nothing was planted.
    public var lines = 0
    /// Slips that leave no formula that reads and has a value.
    public var slips = 0
    /// Rewritings that do not read, have no value or another one.
    public var rewritings = 0
  }

  /// Slips of one kind.
  public struct Tally: Codable, Hashable, Sendable {
    /// The kind.
    public var slip: Slip
    /// How many were planted.
    public var planted = 0
    /// Lines without a value among them, as an undefined line is not right either.
    public var refuted = 0
    /// The first repair is the line as it was.
    public var repairedFirst = 0
    /// Another repair is.
    public var repairedLater = 0

    package init(_ slip: Slip) { self.slip = slip }
  }

  /// Formulas that are right, and the verdicts on them.
  public struct Rewritten: Codable, Hashable, Sendable {
    /// How the formulas were made, in words.
    public var name: String
    /// How many there are.
    public var written = 0
    /// How many were proved.
    public var proved = 0
    /// How many were neither proved nor refuted.
    public var undecided = 0
    /// Wrongly.
    public var refuted = 0

    package init(_ name: String) { self.name = name }
  }

  /// A formula on which the checker was wrong, or repaired otherwise than it was broken.
  public struct Miss: Codable, Hashable, Sendable {
    /// What went wrong.
    public enum Kind: String, Codable, Hashable, Sendable {
      /// A planted slip was not refuted.
      case notRefuted = "not refuted"
      /// A formula that is right was refuted.
      case wronglyRefuted = "wrongly refuted"
      /// A planted slip was refuted, and no repair found.
      case notRepaired = "not repaired"
      /// Repairs were found, but not the line as it was.
      case repairedOtherwise = "repaired otherwise"
    }

    /// What went wrong.
    public var kind: Kind
    /// The printed number of the line.
    public var equation: String
    /// The left-hand side, LaTeX.
    public var subject: String
    /// What was checked, LaTeX.
    public var latex: String
    /// The verdict, or the first repair's LaTeX.
    public var said: String

    package init(
      kind: Kind, equation: String, subject: String, latex: String, said: String
    ) {
      self.kind = kind
      self.equation = equation
      self.subject = subject
      self.latex = latex
      self.said = said
    }
  }

  /// The number of slips planted, of all kinds.
  public var plantedInAll: Int { planted.reduce(0) { $0 + $1.planted } }
  /// The number of planted slips that were refuted.
  public var refutedInAll: Int { planted.reduce(0) { $0 + $1.refuted } }
  /// The number of planted slips whose first repair is the line as it was.
  public var repairedFirstInAll: Int { planted.reduce(0) { $0 + $1.repairedFirst } }
  /// The number of rewritings that were checked.
  public var rewrittenInAll: Int { rewritten.reduce(0) { $0 + $1.written } }
  /// The number of right formulas that were refuted: none, for a checker without a bug.
  public var wronglyRefuted: Int { harmless.refuted + rewritten.reduce(0) { $0 + $1.refuted } }

  /// Every slip refuted, nothing right refuted, nine of ten repaired first try.
  public var isGood: Bool {
    refutedInAll == plantedInAll && wronglyRefuted == 0
      && repairedFirstInAll * 10 >= plantedInAll * 9
  }

  /// The sum of two, such as those of two lines.
  mutating func add(_ other: Score) {
    lines += other.lines
    for tally in other.planted {
      if let index = planted.firstIndex(where: { $0.slip == tally.slip }) {
        planted[index].planted += tally.planted
        planted[index].refuted += tally.refuted
        planted[index].repairedFirst += tally.repairedFirst
        planted[index].repairedLater += tally.repairedLater
      } else {
        planted.append(tally)
      }
    }
    harmless.add(other.harmless)
    for entry in other.rewritten {
      if let index = rewritten.firstIndex(where: { $0.name == entry.name }) {
        rewritten[index].add(entry)
      } else {
        rewritten.append(entry)
      }
    }
    misses += other.misses
    leftOut.lines += other.leftOut.lines
    leftOut.slips += other.leftOut.slips
    leftOut.rewritings += other.leftOut.rewritings
  }
}

extension Score.Rewritten {
  mutating func add(_ other: Score.Rewritten) {
    written += other.written
    proved += other.proved
    undecided += other.undecided
    refuted += other.refuted
  }

  mutating func count(_ verdict: Verdict) {
    written += 1
    switch verdict {
    case .proved, .convention, .defined: proved += 1
    case .refuted, .undefined: refuted += 1
    case .undecided, .unreadable: undecided += 1
    }
  }
}
