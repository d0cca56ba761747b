import Derivations

/// Source lines with carets below the places in question, as compilers show them.
///
/// A long line is shown around its first place; between lines that are not neighbours stands `...`.
struct Excerpt {
  /// Blanks as wide as the largest line number.
  let margin: String
  /// Rows with numbers and bars; empty where the places cannot be shown.
  let rows: [String]

  /// Lines are looked into this far: a file of one line of ten megabytes needs no caret.
  static let farthest = 20_000
  /// More lines than this are not shown.
  static let mostLines = 4

  /// The first of `marks` is where the eye should go; a `label` stands beside a lone stretch.
  init(
    _ marks: [Location], of source: SourceLines, style: TextStyle, ink: TextStyle.Ink,
    label: String = ""
  ) {
    var stretches: [Int: [Stretch]] = [:]
    for mark in marks {
      for (line, stretch) in Self.stretches(of: mark, in: source) {
        stretches[line, default: []].append(stretch)
      }
    }
    let lines = stretches.keys.sorted()
    let shown = lines.prefix(Self.mostLines)
    let last = shown.last ?? marks.first?.line ?? 0
    margin = String(repeating: " ", count: String(last).count)
    var rows = shown.isEmpty ? [] : ["\(margin) |"]
    var previous: Int?
    for line in shown {
      if let previous, line > previous + 1 { rows.append("...") }
      previous = line
      let places = stretches[line] ?? []
      let isLone = lines.count == 1 && places.count == 1
      let (text, carets) = Self.window(
        Self.characters(ofLine: line, in: source), places,
        width: style.width - margin.count - 3)
      rows.append("\(TextLayout.rightAligned(String(line), to: margin.count)) | \(text)")
      let blanks = carets.prefix { $0 == " " }
      var below = String(carets.dropFirst(blanks.count))
      if isLone, !label.isEmpty,
        margin.count + 4 + carets.count + label.count <= style.width
      {
        below += " " + label
      }
      rows.append("\(margin) | \(blanks)\(style.paint(below, ink))")
    }
    if lines.count > shown.count { rows.append("...") }
    self.rows = rows
  }

  /// Columns from 0; up to the end of the line without an end.
  private struct Stretch {
    var start: Int
    var end: Int?
  }

  /// The parts of a place line by line; none if it is not in the file or too far out.
  private static func stretches(
    of mark: Location, in source: SourceLines
  ) -> [(line: Int, stretch: Stretch)] {
    guard mark.line >= 1, mark.column >= 1, mark.column <= farthest,
      mark.column - 1 <= characters(ofLine: mark.line, in: source)?.count ?? -1
    else { return [] }
    guard mark.endLine > mark.line else {
      return [(mark.line, Stretch(start: mark.column - 1, end: mark.endColumn - 1))]
    }
    var result = [(mark.line, Stretch(start: mark.column - 1, end: nil))]
    for line in mark.line + 1...min(mark.endLine, mark.line + mostLines) {
      guard let characters = characters(ofLine: line, in: source) else { break }
      let indent = characters.prefix { $0 == " " }.count
      let end = line == mark.endLine ? mark.endColumn - 1 : characters.count
      if end > indent { result.append((line, Stretch(start: indent, end: end))) }
    }
    return result
  }

  private static func characters(ofLine number: Int, in source: SourceLines) -> [Character]? {
    source[number].map { bytes in
      let text = String(decoding: bytes.prefix(4 * farthest), as: UTF8.self)
      return Array(TextLayout.withoutControls(text))
    }
  }

  /// The part of a line that keeps its first place in sight, and the carets below it.
  private static func window(
    _ characters: [Character]?, _ places: [Stretch], width: Int
  ) -> (text: String, carets: String) {
    let characters = characters ?? []
    let first = places.map(\.start).min() ?? 0
    let room = max(20, width)
    let start = characters.count <= room || first < room - 10 ? 0 : first - room / 2
    let lead = start > 0 ? 1 : 0
    var stop = min(characters.count, start + room - lead)
    if stop < characters.count { stop -= 1 }
    let tail = stop < characters.count ? "…" : ""
    let text = (lead > 0 ? "…" : "") + String(characters[start..<stop]) + tail
    var carets = [Character](repeating: " ", count: lead + max(stop - start, first - start + 1))
    for place in places where place.start >= start {
      let end = max(place.start + 1, min(place.end ?? characters.count, stop))
      for column in place.start..<end where column - start + lead < carets.count {
        carets[column - start + lead] = "^"
      }
    }
    while carets.last == " " { carets.removeLast() }
    return (text, String(carets))
  }
}
