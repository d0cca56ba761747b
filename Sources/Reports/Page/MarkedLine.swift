import Derivations
import LaTeXMath

/// A printed line and its repairs as LaTeX, with what differs marked.
///
/// Where a line stands in the file as it was read, the file's own text is taken, and the places in the file
/// are marked. A line that was read with ± or index letters filled in differs from its text: then both are
/// shown.
struct MarkedLine {
  struct Formula: Hashable {
    var latex: String
    var marks: [MathML.Mark] = []

    /// The marks in words, for readers that do not see them.
    var spokenMarks: String {
      let bytes = Array(latex.utf8)
      let pieces = marks.map { mark in
        let piece = String(decoding: bytes[mark.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
        return mark.range.isEmpty ? "a place where something is missing" : piece
      }
      return pieces.isEmpty ? "" : "Marked: \(pieces.joined(separator: ", "))."
    }
  }

  /// The line as it was read.
  let printed: Formula
  /// As it stands in the file, where that is something else.
  let inFile: Formula?

  private let line: LineOutcome
  private let source: SourceLines
  /// The file's text of the line.
  private let excerpt: String?

  /// Classes of the marks.
  private static let differs = "differs"
  private static let mended = "mended"

  init(_ line: LineOutcome, in source: SourceLines) {
    self.line = line
    self.source = source
    let place = line.location
    let excerpt = source.text(
      from: (place.line, place.column), to: (place.endLine, place.endColumn))
    self.excerpt = excerpt
    let statement = Self.statement(line.subject, line.printed)
    let changes = line.repairs.first?.changes ?? []
    let places =
      changes.isEmpty ? line.mark.map { [$0] } ?? [] : changes.map(\.location)
    let ranges = places.compactMap { Self.range(of: $0, in: place, source) }
    guard let excerpt, ranges.count == places.count else {
      printed = Formula(latex: statement)
      inFile = nil
      return
    }
    let marks = ranges.map { MathML.Mark($0, Self.differs) }
    if excerpt.contains(line.subject), !line.printed.isEmpty, excerpt.contains(line.printed) {
      printed = Formula(latex: excerpt, marks: marks)
      inFile = nil
      return
    }
    let isElsewhere = !marks.isEmpty && !line.printed.isEmpty
    inFile = isElsewhere ? Formula(latex: excerpt, marks: marks) : nil
    var read = Formula(latex: statement)
    if let repair = line.repairs.first {
      let range = Self.difference(line.printed, from: repair.latex)
      read.marks = [MathML.Mark(Self.shifted(range, line), Self.differs)]
    }
    printed = read
  }

  /// The line as it should read, with what changes marked.
  func repaired(_ repair: Repair) -> Formula {
    if inFile == nil, let edited = edited(repair.changes) { return edited }
    let range = Self.difference(repair.latex, from: line.printed)
    return Formula(
      latex: Self.statement(line.subject, repair.latex),
      marks: range.isEmpty ? [] : [MathML.Mark(Self.shifted(range, line), Self.mended)])
  }

  /// `subject = right`; the subject alone where nothing stands on the right.
  static func statement(_ subject: String, _ right: String) -> String {
    right.isEmpty ? subject : subject.isEmpty ? right : "\(subject) = \(right)"
  }

  /// The file's text with the changes made.
  private func edited(_ changes: [Repair.Change]) -> Formula? {
    guard let excerpt, printed.latex == excerpt, !changes.isEmpty else { return nil }
    let bytes = Array(excerpt.utf8)
    var result: [UInt8] = []
    var marks: [MathML.Mark] = []
    var position = 0
    for change in changes {
      guard let range = Self.range(of: change.location, in: line.location, source),
        position <= range.lowerBound, range.upperBound <= bytes.count
      else { return nil }
      result += bytes[position..<range.lowerBound]
      let start = result.count
      result += change.replacement.utf8
      if result.count > start { marks.append(MathML.Mark(start..<result.count, Self.mended)) }
      position = range.upperBound
    }
    result += bytes[position...]
    return Formula(latex: String(decoding: result, as: UTF8.self), marks: marks)
  }

  /// A place of the file as UTF-8 offsets into the text of the line; `nil` if it lies outside.
  private static func range(
    of mark: Location, in line: Location, _ source: SourceLines
  ) -> Range<Int>? {
    let start = (line.line, line.column)
    guard let before = source.text(from: start, to: (mark.line, mark.column)),
      let through = source.text(from: start, to: (mark.endLine, mark.endColumn)),
      let all = source.text(from: start, to: (line.endLine, line.endColumn)),
      before.utf8.count <= through.utf8.count, through.utf8.count <= all.utf8.count
    else { return nil }
    return before.utf8.count..<through.utf8.count
  }

  /// What stands between the common beginning and the common end of two texts, as offsets into the first.
  private static func difference(_ text: String, from other: String) -> Range<Int> {
    let (a, b) = (Array(text.utf8), Array(other.utf8))
    let shorter = min(a.count, b.count)
    var start = 0
    while start < shorter, a[start] == b[start] { start += 1 }
    var tail = 0
    while tail < shorter - start, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
    // A character is not cut in two.
    while start > 0, start < a.count, a[start] & 0xC0 == 0x80 { start -= 1 }
    while tail > 0, a[a.count - tail] & 0xC0 == 0x80 { tail -= 1 }
    return start..<max(start, a.count - tail)
  }

  /// Offsets into the right side as such into the statement.
  private static func shifted(_ range: Range<Int>, _ line: LineOutcome) -> Range<Int> {
    let offset = line.subject.isEmpty ? 0 : line.subject.utf8.count + " = ".utf8.count
    return range.lowerBound + offset..<range.upperBound + offset
  }
}
