import Foundation
import LaTeXMath
import OpenSystems

/// One printed equality with its indices and signs filled in, ready to be checked.
struct PrintedLine: Sendable {
  /// The printed number, or the one before with how many displays since: `10+1`.
  var equation: String
  /// As printed, filled in.
  var subject: String
  var printed: String
  var left: Formula
  /// `nil` for an expression without a relation.
  var right: Formula?
  var relation: Relation.Kind
  /// In the file.
  var range: Range<Int>
  var position: Int
  var section: Document.Section
  /// Why it cannot be checked, if that is already known.
  var problem: Problem?
  var notes: [String] = []
  /// Where the right side is found again in a changed display; `nil` for what could not be read.
  var place: Place?

  struct Place: Sendable {
    var display: Phrase
    /// Which statement of the display, of how many, and which side of its chain.
    var piece: Int
    var pieces: Int
    var side: Int
    var filling: Instantiation
  }

  struct Problem: Sendable {
    var message: String
    var range: Range<Int>
  }
}

/// Splits displays into printed lines, and declares the definitions among them.
struct LineReader {
  let document: Document
  private let restrictions: [Scoped]
  private(set) var notation: Notation
  private(set) var lines: [PrintedLine] = []
  /// Of the product basis.
  private let labels: Set<String>

  init(
    _ builder: NotationBuilder
  ) throws(FileError) {
    document = builder.document
    labels = Set(HilbertSpace(builder.model.subsystems).labels)
    notation = builder.notation
    restrictions = builder.restrictions
    var diagnostics: [FileDiagnostic] = []
    var last = "0"
    var since = 0
    for (display, reading) in zip(builder.displays, builder.readings()) {
      if let tag = reading.tag {
        last = tag
        since = 0
      } else {
        since += 1
      }
      let equation = reading.tag ?? "\(last)+\(since)"
      if let fault = reading.diagnostics.first(where: { $0.code.isStructural }) {
        let start = fault.range.lowerBound + display.phrase.offset
        diagnostics.append(
          document.source.diagnostic(
            fault.code.rawValue, "cannot read this display at '\(fault.token)': \(fault.message)",
            help: "mend the LaTeX; it must be what TeX would accept",
            at: start..<max(start, fault.range.upperBound + display.phrase.offset)))
        continue
      }
      for (number, piece) in reading.pieces.enumerated() {
        add(piece, (number, reading.pieces.count), equation, display)
      }
    }
    if !diagnostics.isEmpty { throw FileError(diagnostics) }
  }

  private mutating func add(
    _ piece: DisplayReading.Piece, _ number: (own: Int, all: Int), _ equation: String,
    _ display: (phrase: Phrase, position: Int, section: Document.Section)
  ) {
    let offset = display.phrase.offset
    switch piece {
    case .unreadable(let piece):
      let diagnostic = piece.diagnostic
      let text = Self.cleaned(
        document.source.text(piece.range.lowerBound + offset..<piece.range.upperBound + offset))
      let (subject, printed) = Self.sides(text)
      lines.append(
        PrintedLine(
          equation: equation, subject: subject, printed: printed,
          left: Formula(.text(text), piece.range), right: nil, relation: .equal,
          range: piece.range.lowerBound + offset..<piece.range.upperBound + offset,
          position: display.position, section: display.section,
          problem: .init(
            message: "'\(diagnostic.token)': \(diagnostic.message)",
            range: diagnostic.range.lowerBound + offset..<diagnostic.range.upperBound + offset)))
    case .statement(let statement):
      let sides = statement.sides.map { $0.shifted(by: offset) }
      let range = statement.range.lowerBound + offset..<statement.range.upperBound + offset
      for filling in fillings(sides, display) {
        add(sides, statement.relations.map(\.kind), filling, number, equation, range, display)
      }
    }
  }

  /// Both signs of ±, and every value of the open index letters of the left side.
  private func fillings(
    _ sides: [Formula], _ display: (phrase: Phrase, position: Int, section: Document.Section)
  ) -> [Instantiation] {
    let signs: [Bool?] = sides.contains(where: \.hasAlternatingSign) ? [true, false] : [nil]
    return signs.flatMap { sign in
      let first = Instantiation(letters: [:], upper: sign)
      let open = sides.map {
        notation.openLetters(in: first($0), at: display.position, section: display.section)
      }
      var result = [first]
      for letter in Set(open.flatMap(\.keys)).sorted() {
        // Bound by the left side, or by both sides of an (in)equality between expressions.
        guard let values = open[0][letter] else { continue }
        result = result.flatMap { filling in
          values.map { value in
            var next = filling
            next.letters[letter] = value
            return next
          }
        }
      }
      return result
    }
  }

  private mutating func add(
    _ sides: [Formula], _ relations: [Relation.Kind], _ filling: Instantiation,
    _ piece: (own: Int, all: Int),
    _ equation: String, _ range: Range<Int>,
    _ display: (phrase: Phrase, position: Int, section: Document.Section)
  ) {
    let texts = sides.map { text($0, filling) }
    func line(_ left: Int, _ right: Int?, _ relation: Relation.Kind) -> PrintedLine {
      PrintedLine(
        equation: equation, subject: texts[left],
        printed: right.map { relation.mark + texts[$0] } ?? "",
        left: filling(sides[left]), right: right.map { filling(sides[$0]) }, relation: relation,
        range: sides.count <= 2
          ? range : sides[left].range.lowerBound..<sides[right ?? left].range.upperBound,
        position: display.position, section: display.section,
        place: right.map {
          .init(
            display: display.phrase, piece: piece.own, pieces: piece.all, side: $0,
            filling: filling)
        })
    }
    guard !relations.isEmpty else {
      var line = line(0, nil, .equal)
      line.problem = .init(
        message: "expected a relation such as '=': this is an expression by itself",
        range: sides[0].range)
      lines.append(line)
      return
    }
    for (number, relation) in relations.enumerated() {
      var line = line(number, number + 1, relation)
      guard let right = line.right else { continue }
      let loose = notation.openLetters(in: right, at: display.position, section: display.section)
      if leavesRange(line.left, display) || leavesRange(right, display) { continue }
      if let letter = loose.keys.min() {
        line.problem = .init(
          message: "the index \(letter) is not bound: it stands on the right only"
            + sumHint(right, letter), range: right.range)
      } else if number == 0, !sides[0].hasAlternatingSign, right != sides[number + 1],
        sides[number + 1].hasAlternatingSign
      {
        line.notes.append(
          filling.upper == true ? "read with the upper sign" : "read with the lower sign")
      }
      if relation == .equal || relation == .equivalent || relation == .defined {
        define(&line, hadSign: filling.upper != nil && !sides[0].hasAlternatingSign)
      }
      lines.append(line)
    }
  }

  /// A left-hand side that is one name without a meaning becomes a definition.
  private mutating func define(_ line: inout PrintedLine, hadSign: Bool) {
    guard let right = line.right, line.problem == nil,
      let (key, argument) = line.left.declarationKey, argument == nil, !isKnown(key, line)
    else { return }
    if hadSign {
      line.problem = .init(
        message: "± stands on the right only, so that one name is given two values",
        range: line.range)
      return
    }
    notation.add(
      Declaration(
        key: key, kind: .printed(right), position: line.position, section: line.section,
        range: line.range))
  }

  /// Whether the name has a meaning, or a printed definition that is in force: one of the same section,
  /// or one under the same restrictions or fewer.
  private func isKnown(_ key: String, _ line: PrintedLine) -> Bool {
    if case .ket(let label) = line.left.kind, labels.contains(label) { return true }
    if isRaisedName(line) { return true }
    // The time derivative of what has a meaning is no new name.
    if let state = line.left.dotted?.name,
      notation.lookup(state, at: line.position, in: line.section) != nil
    {
      return true
    }
    if Self.fixedNames.contains(key),
      notation.lookup(key, at: line.position, in: line.section) == nil
    {
      return true
    }
    guard let index = notation.lookup(key, at: line.position, in: line.section) else {
      return false
    }
    let known = notation.declarations[index]
    if !known.isPrinted || known.section == line.section { return true }
    // A definition made under no more than what is assumed here still holds here.
    let here = restrictionTexts(line.position, line.section)
    return restrictionTexts(known.position, known.section).isSubset(of: here)
  }

  private func restrictionTexts(_ position: Int, _ section: Document.Section) -> Set<String> {
    Set(restrictions.inForce(at: position, in: section).map(\.phrase.text))
  }

  /// x², e^{ix}, X† and x^n are powers, exponentials and adjoints of something, not names of their own.
  /// A label makes a name: `a^{(1)}`, `a'`, or a word such as `n^{\mathrm{th}}` of what is undeclared.
  private func isRaisedName(_ line: PrintedLine) -> Bool {
    guard case .scripted(_, _, .some(let upper)) = line.left.kind, let name = line.left.raised?.name
    else { return false }
    if ["\\dagger", "*", "\\ast", "T"].contains(upper.text) { return true }
    guard let exponent = upper.formula else { return false }
    let isDeclared = notation.lookup(name, at: line.position, in: line.section) != nil
    if isDeclared || Self.fixedNames.contains(name) || exponent.isPlainNumber { return true }
    let isWord = upper.text.count > 1 && upper.text.allSatisfy(\.isLetter)
    return !isWord
  }

  /// Names that have a meaning without being declared.
  private static let fixedNames: Set<String> = ["i", "e", "\\pi"]

  /// `r_{n+1}` for the last n: a name that only its shift took out of its family.
  private func leavesRange(
    _ formula: Formula, _ display: (phrase: Phrase, position: Int, section: Document.Section)
  ) -> Bool {
    var leaves = false
    formula.visit { node in
      guard let (key, _) = node.declarationKey,
        notation.lookup(key, at: display.position, in: display.section) == nil,
        case .scripted(let base, .some(let lower), let upper) = node.kind,
        let value = Int(lower.text), value > .min, lower.formula == nil
      else { return }
      let before = Formula(
        .scripted(
          base, subscript: .init(text: String(value - 1), formula: nil, range: lower.range),
          superscript: upper), node.range)
      if let key = before.name,
        let index = notation.lookup(key, at: display.position, in: display.section),
        case .meaning = notation.declarations[index].kind
      {
        leaves = true
      }
    }
    return leaves
  }

  private func sumHint(_ formula: Formula, _ letter: String) -> String {
    var other: [String] = []
    formula.visit { node in
      if case .big(_, let lower, _, _) = node.kind { other += SumIndices(lower).letters }
    }
    return other.isEmpty ? "" : "; the sum runs over \(other.joined(separator: ", "))"
  }

  // MARK: Text as printed

  private func text(_ formula: Formula, _ filling: Instantiation) -> String {
    Self.text(formula, filling, as: document.source.text(formula.range))
  }

  /// A formula's source text with indices and signs filled in, on one line.
  static func text(_ formula: Formula, _ filling: Instantiation, as source: String) -> String {
    let start = formula.range.lowerBound
    let edits = filling.edits(in: formula).map {
      TextEdit(
        range: $0.range.lowerBound - start..<$0.range.upperBound - start,
        replacement: $0.replacement)
    }
    return cleaned(TextEdit.apply(edits, to: source))
  }

  /// One line, without alignment marks and line breaks.
  static func cleaned(_ text: String) -> String {
    var rest = Substring(text).unicodeScalars
    let keepsMarks = text.range(of: "\\begin{", options: .literal) != nil
    var result = String.UnicodeScalarView()
    var isGap = false
    func take(_ scalar: Unicode.Scalar) {
      let isSpace = scalar == " " || ("\t"..."\r").contains(scalar)
      if isSpace || (!scalar.isASCII && scalar.properties.isWhitespace) {
        isGap = true
      } else {
        if isGap, !result.isEmpty { result.append(" ") }
        isGap = false
        result.append(scalar)
      }
    }
    while let scalar = rest.popFirst() {
      if keepsMarks || (scalar != "\\" && scalar != "&") {
        take(scalar)
      } else if scalar == "&" {
        isGap = true
      } else if rest.first == "\\" {
        rest.removeFirst()
        isGap = true
      } else if rest.starts(with: "quad".unicodeScalars) {
        rest.removeFirst(4)
        isGap = true
      } else {
        take(scalar)
        // Of `\&` the mark is part.
        if let next = rest.popFirst() { take(next) }
      }
    }
    return String(result)
  }

  /// The text before and after the first `=`, for lines that were not read.
  private static func sides(_ text: String) -> (String, String) {
    guard let mark = text.firstIndex(of: "=") else { return (text, "") }
    return (text[..<mark].trimmed, text[text.index(after: mark)...].trimmed)
  }
}

extension Formula {
  /// A number with or without a sign, or a quotient of two.
  fileprivate var isPlainNumber: Bool {
    switch kind {
    case .number: true
    case .sum(let terms): terms.count == 1 && terms[0].formula.isPlainNumber
    case .quotient(let a, let b): a.isPlainNumber && b.isPlainNumber
    default: false
    }
  }
}

extension Relation.Kind {
  /// What stands before the right-hand side where it is not an equality.
  var mark: String {
    switch self {
    case .equal, .equivalent, .defined: ""
    default: rawValue + " "
    }
  }
}

extension LaTeXDiagnostic.Code {
  /// Faults that TeX itself would report: the file's author must mend them first.
  var isStructural: Bool {
    switch self {
    case .unclosedBrace, .strayBrace, .unclosedEnvironment, .strayEnd, .mismatchedEnvironment,
      .unclosedFence, .strayFence, .malformedCommand, .missingScript, .nestingTooDeep,
      .doubleScript, .missingArgument:
      true
    case .unexpectedToken, .unknownCommand, .unsupported, .unclosedDelimiter, .strayDelimiter,
      .ambiguous, .secondTag:
      false
    }
  }
}
