/// Reads displays, statements and formulas.
public enum LaTeXReader {
  /// The statements of a display, each read or with the reason why not, and its tag.
  ///
  /// A fault in one statement leaves the others readable; nothing is dropped.
  public static func statements(in text: String) -> DisplayReading {
    let tree = LaTeXTree(text)
    if let fault = tree.diagnostics.first, fault.code == .nestingTooDeep {
      let piece = UnreadablePiece(range: 0..<text.utf8.count, diagnostic: fault)
      return DisplayReading(tag: nil, tagRange: nil, pieces: [.unreadable(piece)])
    }
    var splitter = StatementSplitter(tree)
    return splitter.reading()
  }

  /// A single statement.
  public static func statement(in text: String) throws(LaTeXError) -> Statement {
    let reading = statements(in: text)
    for case .unreadable(let piece) in reading.pieces { throw LaTeXError(piece.diagnostic) }
    let source = Source(text)
    guard let first = reading.statements.first else {
      throw LaTeXError(
        source.diagnostic(
          .missingArgument, "expected a statement", text.utf8.count..<text.utf8.count))
    }
    if reading.statements.count > 1 {
      let second = reading.statements[1].range
      throw LaTeXError(
        source.diagnostic(.unexpectedToken, "expected one statement, found another", second))
    }
    if let tag = reading.tagRange {
      throw LaTeXError(source.diagnostic(.unexpectedToken, "expected no tag here", tag))
    }
    return first
  }

  /// A single expression, without relation.
  public static func formula(in text: String) throws(LaTeXError) -> Formula {
    let tree = LaTeXTree(text)
    if let fault = tree.diagnostics.first { throw LaTeXError(fault) }
    var parser = FormulaParser(
      Array(formula: tree.nodes), source: tree.source, limit: text.utf8.count, depth: 0)
    return try parser.parseWhole()
  }
}

/// What a display says.
public struct DisplayReading: Hashable, Sendable {
  /// `27` of `\tag{27}` or of a trailing `\quad (27)`.
  public var tag: String?
  /// Where `\tag{27}` or `(27)` stands.
  public var tagRange: Range<Int>?
  /// The statements in printed order.
  public var pieces: [Piece]

  /// A display's tag and pieces.
  public init(tag: String?, tagRange: Range<Int>?, pieces: [Piece]) {
    self.tag = tag
    self.tagRange = tagRange
    self.pieces = pieces
  }

  /// A stretch between two separators of a display.
  public enum Piece: Hashable, Sendable {
    /// A statement that was read.
    case statement(Statement)
    /// A stretch that was not, with the reason.
    case unreadable(UnreadablePiece)
  }

  /// The pieces that could be read.
  public var statements: [Statement] {
    pieces.compactMap { if case .statement(let statement) = $0 { statement } else { nil } }
  }

  /// The reasons for those that could not.
  public var diagnostics: [LaTeXDiagnostic] {
    pieces.compactMap { if case .unreadable(let piece) = $0 { piece.diagnostic } else { nil } }
  }
}

/// A stretch of a display that is no statement the reader knows.
public struct UnreadablePiece: Hashable, Sendable {
  /// Where the stretch stands: UTF-8 offsets into the text that was read.
  public var range: Range<Int>
  /// Why it was not read.
  public var diagnostic: LaTeXDiagnostic

  /// A stretch with the reason why it was not read.
  public init(range: Range<Int>, diagnostic: LaTeXDiagnostic) {
    self.range = range
    self.diagnostic = diagnostic
  }
}
