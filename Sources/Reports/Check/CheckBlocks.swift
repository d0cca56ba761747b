import Derivations

/// One block for everything that asks for attention: code, title, place, source line with carets,
/// what was derived, where both sides differ, what would mend it.
struct CheckBlocks {
  /// The file as the user named it.
  let file: String
  /// Options that lead to the same report.
  let options: [String]
  let source: SourceLines
  let style: TextStyle
  /// Whether a formula was too long to be shown whole.
  private(set) var wasCut = false

  /// Formulas with more lines are cut.
  static let longest = 6

  init(file: String, source: SourceLines, style: TextStyle, options: [String] = []) {
    self.options = options
    self.file = file
    self.source = source
    self.style = style
  }

  // MARK: Lines

  /// What there is to say of a line that does not simply follow, and of what it does to figures and
  /// claims.
  mutating func block(_ line: LineOutcome, _ effect: ConsequenceText? = nil) -> String {
    var text = title(
      line.verdict.rawValue, line.code, Wording.title(of: line, style: style), line.verdict.ink)
    let changes = line.repairs.first?.changes ?? []
    let marks: [Location]
    if !changes.isEmpty {
      marks = changes.map(\.location)
    } else {
      marks = [line.mark ?? line.location]
    }
    let excerpt = Excerpt(
      marks, of: source, style: style, ink: line.verdict.ink,
      label: changes.count == 1 ? Wording.edit(changes[0]) : "")
    text += place(marks[0], excerpt)
    let margin = excerpt.margin
    if let derived = line.derived {
      text += field("printed", style.math(line.printed), margin)
      text += field("derived", style.math(derived), margin)
    }
    for row in LineText.witness(of: line, style: style) {
      text += field(row.name, row.content, margin)
    }
    for repair in line.repairs {
      text += field("help", Wording.help(repair, among: line.repairs, style: style), margin)
    }
    for row in effect?.rows(style) ?? [] { text += field(row.name, row.content, margin) }
    for row in LineText.circumstances(of: line, style: style) {
      text += field(row.name, row.content, margin)
    }
    if line.verdict.isWorthReproducing { text += reproduce([line.equation], margin) }
    return text
  }

  // MARK: Findings

  /// What there is to say of several lines together.
  mutating func block(_ finding: Finding) -> String {
    let code = Code(finding.kind)
    var text = title("finding", code, style.prose(finding.statement), code.severity.ink)
    let excerpt = Excerpt(finding.locations, of: source, style: style, ink: code.severity.ink)
    if let first = finding.locations.first { text += place(first, excerpt) }
    let margin = excerpt.margin
    for row in LineText.rows(of: finding, style: style) {
      text += field(row.name, row.content, margin)
    }
    text += reproduce(finding.equations, margin)
    return text
  }

  // MARK: Rows

  private func title(
    _ word: String, _ code: Code?, _ says: String, _ ink: TextStyle.Ink
  ) -> String {
    let head = code.map { "\(word)[\($0.rawValue)]" } ?? word
    // The head is a single short word, so it stands whole at the start of the first line.
    let text = TextLayout.wrapped("\(head): \(says)", width: style.width)
      .map { $0 + "\n" }.joined()
    return style.paint(head, ink) + text.dropFirst(head.count)
  }

  private func place(_ place: Location, _ excerpt: Excerpt) -> String {
    "\(excerpt.margin)--> \(TextLayout.oneLine(place.file)):\(place.line):\(place.column)\n"
      + excerpt.rows.map { $0 + "\n" }.joined()
  }

  private mutating func field(_ name: String, _ content: String, _ margin: String) -> String {
    let indent = margin.count + 3 + name.count + 2
    var lines = TextLayout.wrapped(content, width: style.width - indent)
    if lines.count > Self.longest {
      wasCut = true
      lines.removeSubrange(Self.longest...)
      lines[Self.longest - 1] = String(lines[Self.longest - 1].dropLast(2)) + " …"
    }
    let label = "\(margin) = \(style.paint(name + ":", .faint))"
    guard let first = lines.first else { return label + "\n" }
    let blanks = String(repeating: " ", count: indent)
    return "\(label) \(first)\n" + lines.dropFirst().map { blanks + $0 + "\n" }.joined()
  }

  /// A command to copy is never broken.
  private func reproduce(_ equations: [String], _ margin: String) -> String {
    let command = LineText.command(equations, of: file, options: options)
    return "\(margin) = \(style.paint("reproduce:", .faint)) \(command)\n"
  }
}

extension Verdict {
  /// Whether a block names the command that shows the line again.
  var isWorthReproducing: Bool {
    switch self {
    case .refuted, .undefined, .undecided: true
    case .proved, .defined, .convention, .unreadable: false
    }
  }
}
