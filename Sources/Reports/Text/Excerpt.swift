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
      let text = Self.characters(ofLine: line, in: source) ?? []
      let width = style.width - margin.count - 3
      // Places too far apart for one row have a row each.
      for group in Self.groups(places, of: text, width: width) {
        let (row, carets) = Self.window(text, group, width: width)
        let blanks = carets.prefix { $0 == " " }
        var below = String(carets.dropFirst(blanks.count))
        let isLone = lines.count == 1 && places.count == 1
        if isLone, !label.isEmpty, margin.count + 4 + carets.count + label.count <= style.width {
          below += " " + label
        }
        rows.append("\(TextLayout.rightAligned(String(line), to: margin.count)) | \(row)")
        rows.append("\(margin) | \(blanks)\(style.paint(below, ink))")
      }
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

  /// The places of one line in groups that a window shows together.
  private static func groups(
    _ places: [Stretch], of line: [Character], width: Int
  ) -> [[Stretch]] {
    let places = places.sorted { $0.start < $1.start }
    guard line.count > max(20, width) else { return [places] }
    var groups: [[Stretch]] = []
    for place in places {
      if let first = groups.last?.first, (place.end ?? line.count) - first.start <= width / 2 {
        groups[groups.count - 1].append(place)
      } else {
        groups.append([place])
      }
    }
    return groups
  }

  /// The part of a line that keeps its first place in sight, and what is within half a width behind
  /// it; and the carets below.
  private static func window(
    _ characters: [Character], _ places: [Stretch], width: Int
  ) -> (text: String, carets: String) {
    let first = places.first?.start ?? 0
    let end = places.count > 1 ? places.last?.start ?? first : first
    let room = max(20, width)
    let start = characters.count <= room || end < room - 10 ? 0 : max(0, first - room / 2 + 10)
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
