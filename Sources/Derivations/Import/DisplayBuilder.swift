import LaTeXMath

/// Puts the rows of a display together to displays with one number each.
struct DisplayBuilder {
  /// How the rows stand below each other.
  enum Arrangement: Hashable {
    case one
    case aligned
    /// With the number of pairs of columns.
    case alignedAt(String)
    case gathered
  }

  struct Built {
    var display: ImportedDisplay
    var offset: Int
    var words: String?
    /// It begins with an operator that goes on from the display before it.
    var isContinuation = false
  }

  /// Rows without a number go with the next row that has one, or, where they go on from it with an
  /// operator, with the one before.
  static func build(
    _ rows: [(row: DisplayRows.Row, number: String?)], _ arrangement: Arrangement
  ) -> [Built] {
    var groups: [(rows: [DisplayRows.Row], number: String?)] = []
    var open: [DisplayRows.Row] = []
    for (row, number) in rows {
      if row.isEmpty, number == nil { continue }
      open.append(row)
      let goesOn = beginsWithOperator(row.latex)
      if number == nil, goesOn, open.count == 1, let last = groups.indices.last,
        groups[last].rows.last?.words == nil
      {
        groups[last].rows += open
        open = []
      } else if number != nil || row.words != nil {
        groups.append((open, number))
        open = []
      }
    }
    if !open.isEmpty { groups.append((open, nil)) }
    return groups.enumerated().map { index, group in
      Built(
        display: ImportedDisplay(text(of: group.rows, arrangement), number: group.number),
        offset: group.rows.first?.offset ?? 0, words: group.rows.last?.words,
        isContinuation: index > 0 && beginsWithOperator(group.rows.first?.latex ?? []))
    }
  }

  private static func text(of rows: [DisplayRows.Row], _ arrangement: Arrangement) -> String {
    var text = ""
    for (index, row) in rows.enumerated() {
      let piece = String(decoding: row.latex, as: UTF8.self)
      text += index == 0 ? piece : piece.droppingOneLineBreak
      if index + 1 < rows.count { text += row.lineBreak + "\n" }
    }
    text = text.trimmed
    let isPlain = rows.count == 1 && !hasColumns(rows.first?.latex ?? [])
    switch arrangement {
    case .one: return text
    case .aligned where isPlain, .alignedAt where isPlain: return text
    case .gathered where isPlain && !text.contains("\\\\"): return text
    case .aligned: return "\\begin{aligned}\n\(text)\n\\end{aligned}"
    case .alignedAt(let count): return "\\begin{alignedat}{\(count)}\n\(text)\n\\end{alignedat}"
    case .gathered: return "\\begin{gathered}\n\(text)\n\\end{gathered}"
    }
  }

  /// Whether there is a `&` outside of braces and environments.
  private static func hasColumns(_ latex: [UInt8]) -> Bool {
    var lexer = LaTeXLexer(latex)
    var depth = 0
    while let token = lexer.next() {
      switch token.kind {
      case .openBrace, .begin: depth += 1
      case .closeBrace, .end: depth -= 1
      case .alignmentMark where depth <= 0: return true
      case .whitespace, .comment, .character, .command, .lineBreak, .alignmentMark, .superscript,
        .subscript, .left, .right, .malformed:
        break
      }
    }
    return false
  }

  private static let operators: Set<String> = [
    "+", "-", "=", "<", ">", "*", "/", "\\times", "\\cdot", "\\pm", "\\mp", "\\otimes", "\\equiv",
    "\\approx", "\\simeq", "\\propto", "\\le", "\\leq", "\\ge", "\\geq", "\\neq", "\\ne",
  ]

  private static let spaces: Set<String> = [
    "\\quad", "\\qquad", "\\,", "\\;", "\\:", "\\!", "\\ ", "~", "\\hspace", "\\phantom",
    "\\displaystyle",
  ]

  /// Whether the first thing in a row is an operator.
  static func beginsWithOperator(_ latex: [UInt8]) -> Bool {
    var lexer = LaTeXLexer(latex)
    while let token = lexer.next() {
      switch token.kind {
      case .whitespace, .comment, .alignmentMark: continue
      case .openBrace:
        // `{}`, which makes the sign behind it one between two things.
        guard let next = lexer.next(), next.kind == .closeBrace else { return false }
      case .character, .command:
        let word = String(decoding: latex[token.range], as: UTF8.self)
        guard spaces.contains(word) else { return operators.contains(word) }
        if word == "\\hspace" || word == "\\phantom" { _ = DisplayRows.argument(&lexer) }
      case .lineBreak, .closeBrace, .superscript, .subscript, .begin, .end, .left, .right,
        .malformed:
        return false
      }
    }
    return false
  }
}

extension String {
  /// Without the line break at the start, spaces before it included.
  fileprivate var droppingOneLineBreak: String {
    let rest = drop { $0 == " " || $0 == "\t" }
    return rest.first == "\n" ? String(rest.dropFirst()) : String(rest)
  }
}
