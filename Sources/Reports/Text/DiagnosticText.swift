import Derivations

/// What is wrong with a derivation file, for its author: place, source line, caret, help.
package enum DiagnosticText {
  /// More diagnostics than this are counted, not shown.
  static let most = 20

  /// All diagnostics of `error`; `source` is the text they point into.
  package static func render(_ error: FileError, source: [UInt8], style: TextStyle) -> String {
    let source = SourceLines(source)
    var text = error.diagnostics.prefix(most).map { diagnostic in
      render(diagnostic, source: source, style: style)
    }.joined(separator: "\n")
    let more = error.diagnostics.count - most
    if more > 0 { text += "\n… and \(TextLayout.count(more, "more error"))\n" }
    return text
  }

  private static func render(
    _ diagnostic: FileDiagnostic, source: SourceLines, style: TextStyle
  ) -> String {
    let place = diagnostic.location
    var text = style.paint("error[\(TextLayout.oneLine(diagnostic.code))]", .red)
    text += ": \(TextLayout.oneLine(diagnostic.message))\n"
    let excerpt = Excerpt([place], of: source, style: style, ink: .red)
    text += "\(excerpt.margin)--> \(TextLayout.oneLine(place.file)):\(place.line):\(place.column)\n"
    text += excerpt.rows.map { $0 + "\n" }.joined()
    if !diagnostic.help.isEmpty {
      text += "\(excerpt.margin) = help: \(TextLayout.oneLine(diagnostic.help))\n"
    }
    return text
  }
}
