/// Comments and lines of code.
enum ExportText {
  /// Words in lines of comment, each behind `mark`; what would end the comment is taken apart.
  static func comment(
    _ lines: [String], _ mark: String, breaking ends: [(String, String)] = [], width: Int = 96
  ) -> [String] {
    lines.flatMap { line -> [String] in
      var text = TextLayout.oneLine(line)
      for (end, instead) in ends {
        // What is put in its place may make another one.
        while text.contains(end) { text = text.replacing(end, with: instead) }
      }
      if text.isEmpty { return [trimmed(mark)] }
      return TextLayout.wrapped(text, width: width - mark.count).map { mark + $0 }
    }
  }

  private static func trimmed(_ mark: String) -> String {
    var mark = mark
    while mark.last == " " { mark.removeLast() }
    return mark
  }

  /// Code in lines of at most `width` characters, broken behind an operator, a comma or a bracket.
  static func broken(
    _ code: String, indent: String, continued: String = "", width: Int = 96
  ) -> [String] {
    var lines: [String] = []
    // What is known to fit in the line, and the words behind the last place to break.
    var line = ""
    var open = ""
    for word in code.split(separator: " ", omittingEmptySubsequences: false) {
      let start = lines.isEmpty ? indent : indent + "  "
      open += open.isEmpty && line.isEmpty ? String(word) : " " + word
      if !line.isEmpty, start.count + line.count + open.count + continued.count > width {
        lines.append(start + line + continued)
        line = ""
        open.removeFirst()
      }
      if let last = word.last, "+-*/,=([{".contains(last) {
        line += open
        open = ""
      }
    }
    return lines + [(lines.isEmpty ? indent : indent + "  ") + line + open]
  }
}
