import Derivations

/// What is wrong with a derivation file, for its author: place, source line, caret, help.
package enum DiagnosticText {
  /// More diagnostics than this are counted, not shown.
  static let most = 20

  /// All diagnostics of `error`; `source` is the text they point into.
  package static func render(_ error: FileError, source: [UInt8], style: TextStyle) -> String {
    var text = error.diagnostics.prefix(most).map { diagnostic in
      render(diagnostic, source: source, style: style)
    }.joined(separator: "\n")
    let more = error.diagnostics.count - most
    if more > 0 { text += "\n… and \(TextLayout.count(more, "more error"))\n" }
    return text
  }

  static func render(_ diagnostic: FileDiagnostic, source: [UInt8], style: TextStyle) -> String {
    let place = diagnostic.location
    var text = style.paint("error[\(TextLayout.oneLine(diagnostic.code))]", .red)
    text += ": \(TextLayout.oneLine(diagnostic.message))\n"
    let number = String(place.line)
    let margin = String(repeating: " ", count: number.count)
    text += "\(margin)--> \(TextLayout.oneLine(place.file)):\(place.line):\(place.column)\n"
    if let excerpt = Excerpt(place, of: source, width: style.width - number.count - 3) {
      text += "\(margin) |\n"
      text += "\(number) | \(excerpt.line)\n"
      text += "\(margin) | \(excerpt.blanks)\(style.paint(excerpt.carets, .red))\n"
    }
    if !diagnostic.help.isEmpty {
      text += "\(margin) = help: \(TextLayout.oneLine(diagnostic.help))\n"
    }
    return text
  }
}

/// One source line, or the part of it around the place, and the carets below.
private struct Excerpt {
  var line: String
  var blanks: String
  var carets: String

  /// Lines are looked into this far: a file of one line of ten megabytes needs no caret.
  static let farthest = 20_000

  /// `nil` if the line is not there, or the place too far out to show.
  init?(_ place: Location, of source: [UInt8], width: Int) {
    guard place.line >= 1, place.column >= 1, place.column <= Self.farthest,
      let bytes = Self.bytes(ofLine: place.line, in: source)
    else { return nil }
    let text = String(decoding: bytes.prefix(4 * Self.farthest), as: UTF8.self)
    let characters = Array(TextLayout.withoutControls(text))
    let column = place.column - 1
    guard column <= characters.count else { return nil }
    let end = place.endLine > place.line ? characters.count : place.endColumn - 1
    // The window keeps the place in sight.
    let room = max(20, width)
    let start = column < room - 10 ? 0 : column - room / 2
    let stop = min(characters.count, start + room)
    line = (start > 0 ? "…" : "") + String(characters[start..<stop])
    line += stop < characters.count ? "…" : ""
    blanks = String(repeating: " ", count: column - start + (start > 0 ? 1 : 0))
    carets = String(repeating: "^", count: max(1, min(end, stop) - column))
  }

  private static func bytes(ofLine number: Int, in source: [UInt8]) -> ArraySlice<UInt8>? {
    var start = source.startIndex
    for _ in 1..<number {
      guard let newline = source[start...].firstIndex(of: 0x0A) else { return nil }
      start = newline + 1
    }
    let end = source[start...].firstIndex(of: 0x0A) ?? source.endIndex
    let line = source[start..<end]
    return line.last == 0x0D ? line.dropLast() : line
  }
}
