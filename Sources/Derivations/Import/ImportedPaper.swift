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
  }

  package init(
    format: Format, title: String = "", pieces: [Piece] = [], remarks: [ImportRemark] = []
  ) {
    self.format = format
    self.title = title
    self.pieces = pieces
    self.remarks = remarks
  }

  /// The displays in order, each with its line.
  package var displays: [(display: ImportedDisplay, line: Int)] {
    pieces.compactMap { piece in
      switch piece.kind {
      case .display(let display): (display, piece.line)
      case .heading, .words: nil
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
