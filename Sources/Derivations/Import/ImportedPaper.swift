import LaTeXMath

/// What a paper's source prints, as far as a derivation file needs it: headings and displays in order.
package struct ImportedPaper: Hashable, Sendable {
  package enum Format: String, CaseIterable, Hashable, Sendable {
    /// What an author writes: equations are counted as LaTeX counts them.
    case latex
    /// What a machine read from a printed page: equations carry their printed numbers.
    case markdown
  }

  package var format: Format
  package var title: String
  package var pieces: [Piece]
  /// What was not understood, by line.
  package var remarks: [ImportRemark]
  /// The formulas of the running text that are among the pieces.
  private var formulas: Set<String> = []
  /// In bytes; what is longer is running text between two stray dollars.
  private static let longestFormula = 300

  package struct Piece: Hashable, Sendable {
    package var kind: Kind
    /// The line of the source that it begins on.
    package var line: Int

    package init(_ kind: Kind, line: Int) {
      self.kind = kind
      self.line = line
    }
  }

  package enum Kind: Hashable, Sendable {
    /// Level 1 is the title's.
    case heading(level: Int, text: String)
    case display(ImportedDisplay)
    /// Words between the rows of a display.
    case words(String)
    /// A formula in the running text that says something: it has a relation.
    case formula(String)
  }

  package init(
    format: Format, title: String = "", pieces: [Piece] = [], remarks: [ImportRemark] = []
  ) {
    self.format = format
    self.title = title
    self.pieces = pieces
    self.remarks = remarks
  }

  /// Adds what stands in the running text if it is a statement that was not added before.
  mutating func add(formula: String, line: Int) {
    let words = formula.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard (3...Self.longestFormula).contains(words.utf8.count), !words.contains("$"),
      LaTeXReader.statements(in: words).statements.contains(where: { !$0.relations.isEmpty }),
      formulas.insert(words).inserted
    else { return }
    pieces.append(Piece(.formula(words), line: line))
  }

  /// The displays in order, each with its line.
  package var displays: [(display: ImportedDisplay, line: Int)] {
    pieces.compactMap { piece in
      switch piece.kind {
      case .display(let display): (display, piece.line)
      case .heading, .words, .formula: nil
      }
    }
  }
}

/// One display: its LaTeX as the source has it, without number, label and dollars.
package struct ImportedDisplay: Hashable, Sendable {
  package var latex: String
  package var number: String?

  package init(_ latex: String, number: String? = nil) {
    self.latex = latex
    self.number = number
  }
}
