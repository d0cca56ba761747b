/// A derivation file with what is wrong in it put right, and what could not be.
public struct Correction: Codable, Hashable, Sendable {
  /// One thing that is written otherwise.
  public struct Entry: Codable, Hashable, Sendable {
    /// Where the right form was found.
    public enum Source: String, Codable, CaseIterable, Hashable, Sendable {
      /// The least edits of what is printed.
      case repair
      /// What another line of the same equation prints.
      case otherLine = "another line"
      /// What the model implies, in the document's own abbreviations where these make it shorter.
      case derived
      /// The order of a basis, in the directives that name it.
      case order = "order of a basis"
    }

    /// Where the right form was found.
    public var source: Source
    /// The edits that were made, for a repair.
    public var repair: Repair?
    /// The printed numbers that it is about.
    public var equations: [String]
    /// The left-hand sides, LaTeX; empty for the order of a basis.
    public var subjects: [String]
    /// LaTeX, as it stands in the file.
    public var printed: String
    /// LaTeX, as it should read.
    public var corrected: String
    /// Places in the outcome's lines.
    public var lines: [Int]
    /// What is replaced, in the file as it was given.
    public var location: Location

    package init(
      source: Source, repair: Repair? = nil, equations: [String], subjects: [String],
      printed: String,
      corrected: String, lines: [Int], location: Location
    ) {
      self.source = source
      self.repair = repair
      self.equations = equations
      self.subjects = subjects
      self.printed = printed
      self.corrected = corrected
      self.lines = lines
      self.location = location
    }
  }

  /// The new document.
  public var text: String
  /// In the order of the document.
  public var entries: [Entry]
  /// What checking the file as given said.
  public var before: Outcome
  /// What checking the new document says: the same lines in the same order, but for the readings of a ± that
  /// is one sign now.
  public var after: Outcome

  package init(text: String, entries: [Entry], before: Outcome, after: Outcome) {
    self.text = text
    self.entries = entries
    self.before = before
    self.after = after
  }

  /// Lines of the new document that only an author can settle, by their places: they are not proved now
  /// either.
  public var openLines: [Int] {
    after.lines.indices.filter { number in
      switch after.lines[number].verdict {
      case .proved, .defined: false
      case .convention, .refuted, .undefined, .undecided, .unreadable: true
      }
    }
  }

  /// Claims that do not hold of the right formulas, by their places.
  public var openClaims: [Int] {
    after.claims.indices.filter { number in
      after.claims[number].judgement("derived")?.verdict != .holds
    }
  }
}
