import Checking

@_exported import enum Checking.Verdict

/// What checking one derivation file said: plain data that every renderer reads.
public struct Outcome: Codable, Hashable, Sendable {
  /// The file's name without folder and extension.
  public var derivation: String
  /// The document's first heading.
  public var title: String
  /// Every printed statement, in the order of the document.
  public var lines: [LineOutcome]
  /// What the derivation rests on: approximations, domain, orderings, as LaTeX or words.
  public var assumptions: [String]
  /// Undeclared symbols in lines that were checked all the same.
  public var diagnostics: [FileDiagnostic]
  /// What several lines have in common or cannot all be right about.
  public var findings: [Finding]
  /// The lines were compared with the model, and not only with each other.
  public var usesModel: Bool
  /// What the paper says of its figures, in the order of the document.
  public var claims: [Claim] = []
  /// Claims that cannot both be so.
  public var conflicts: [ClaimConflict] = []
  /// What the refuted lines do to what the paper shows and says, the gravest first.
  public var consequences: [Consequence] = []

  package init(
    derivation: String, title: String, lines: [LineOutcome], assumptions: [String],
    diagnostics: [FileDiagnostic] = [], findings: [Finding] = [], usesModel: Bool = true
  ) {
    self.derivation = derivation
    self.title = title
    self.lines = lines
    self.assumptions = assumptions
    self.diagnostics = diagnostics
    self.findings = findings
    self.usesModel = usesModel
  }

  /// How many lines have each verdict; every verdict is a key.
  public var summary: [Verdict: Int] {
    var counts = Dictionary(uniqueKeysWithValues: Verdict.allCases.map { ($0, 0) })
    for line in lines { counts[line.verdict, default: 0] += 1 }
    return counts
  }
}

/// One printed statement and what is true of it.
public struct LineOutcome: Codable, Hashable, Sendable {
  /// The printed number: `27`; `10+1` for the first unnumbered display after (10).
  public var equation: String
  /// The left-hand side as printed, with ± and index letters filled in: `n_1`.
  public var subject: String
  /// What is true of the statement.
  public var verdict: Verdict
  /// The right-hand side as printed, LaTeX.
  public var printed: String
  /// What the model implies instead, LaTeX; `nil` where nothing was derived.
  public var derived: String?
  /// Where both sides differ; always there for `refuted`.
  public var witness: Witness?
  /// What must hold for the verdict: nonzero denominators, orderings, as LaTeX.
  public var conditions: [String]
  /// The restrictions in force, as written in `given`.
  public var given: [String]
  /// What else a reader should know, in words.
  public var notes: [String]
  /// A symbol in it has no declaration: the outcome's diagnostics say which.
  public var hasUndeclared = false
  /// The convention that it is true under is the opposite order of a basis.
  public var needsReversedBasis = false
  /// For a refuted line the least edits that make it true, the most plausible first; empty if none was
  /// found.
  public var repairs: [Repair] = []
  /// For a refuted line where it probably went wrong, if there is a sign of that.
  public var origin: Origin?
  /// The first sub-expression that differs from what is right, in the source.
  public var mark: Location?
  /// The statement's place in the file.
  public var location: Location

  package init(
    equation: String, subject: String, verdict: Verdict, printed: String, derived: String? = nil,
    witness: Witness? = nil, conditions: [String] = [], given: [String] = [],
    notes: [String] = [], location: Location
  ) {
    self.equation = equation
    self.subject = subject
    self.verdict = verdict
    self.printed = printed
    self.derived = derived
    self.witness = witness
    self.conditions = conditions
    self.given = given
    self.notes = notes
    self.location = location
  }
}

/// An exact counterexample: values of symbols, and both sides there.
public struct Witness: Codable, Hashable, Sendable {
  /// Symbol (LaTeX) and value, in the order of declaration.
  public var at: [Assignment]
  /// The printed side's value there, exact: a fraction where it has no root, else LaTeX.
  public var printed: String
  /// The derived side's value there, written alike.
  public var derived: String

  package init(at: [Assignment], printed: String, derived: String) {
    self.at = at
    self.printed = printed
    self.derived = derived
  }

  /// A symbol and its value.
  public struct Assignment: Codable, Hashable, Sendable {
    /// The symbol, LaTeX.
    public var symbol: String
    /// The value as text: a fraction where it is exact.
    public var value: String

    package init(symbol: String, value: String) {
      self.symbol = symbol
      self.value = value
    }
  }
}

/// A stretch of a file; lines and columns count from 1, columns in characters, the end excluded.
public struct Location: Codable, Hashable, Sendable {
  /// The path as the user gave it.
  public var file: String
  /// The first character's line.
  public var line: Int
  /// The first character's column.
  public var column: Int
  /// The line of the end.
  public var endLine: Int
  /// The column after the last character.
  public var endColumn: Int

  package init(file: String, line: Int, column: Int, endLine: Int, endColumn: Int) {
    self.file = file
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }
}

/// What is wrong with a derivation file, for its author: where, what was expected, what to do.
public struct FileDiagnostic: Codable, Hashable, Sendable {
  /// A stable word: `undeclared-symbol`, `unknown-directive`, …
  public var code: String
  /// What is wrong, in words.
  public var message: String
  /// What to do about it; may be empty.
  public var help: String
  /// Where it is wrong.
  public var location: Location

  package init(code: String, message: String, help: String = "", location: Location) {
    self.code = code
    self.message = message
    self.help = help
    self.location = location
  }
}

/// The file cannot be run as it stands.
public struct FileError: Error, Hashable, Sendable {
  /// Every fault that was found.
  public var diagnostics: [FileDiagnostic]

  package init(_ diagnostics: [FileDiagnostic]) {
    self.diagnostics = diagnostics
  }
}
