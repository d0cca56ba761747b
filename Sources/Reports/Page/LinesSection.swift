import Derivations
import LaTeXMath

/// The lines: a table of all of them, an entry for each that does not simply follow, the others in brief.
struct LinesSection {
  private let report: ReportPage
  private let outcome: Outcome
  private let source: SourceLines
  private let style = TextStyle.framed

  init(_ report: ReportPage) {
    self.report = report
    outcome = report.outcome
    source = SourceLines(report.file.source)
  }

  // MARK: The table

  var table: String {
    guard !outcome.lines.isEmpty else { return "" }
    let rows = outcome.lines.indices.map { number -> String in
      let line = outcome.lines[number]
      let name = HTML.link(
        to: Identifiers.line(number), "(\(HTML.text(line.equation)))")
      return HTML.element(
        "tr", [],
        HTML.element("td", [], VerdictSign.markup(line.verdict))
          + HTML.element("th", [("scope", "row")], name)
          + HTML.element("td", [], HTML.inline(line.subject))
          + HTML.element("td", [], line.code.map { HTML.text($0.rawValue) } ?? "")
          + HTML.element("td", [("class", "number")], "\(line.location.line)"))
    }
    return HTML.table(
      "Every printed line, in the order of the file",
      ["Verdict", "Equation", "Left-hand side", "Code", "Line of the file"], class: "lines", rows)
  }

  // MARK: Entries

  var entries: String {
    let numbers = outcome.gravestFirst
    let hasMarks = numbers.contains { number in
      !outcome.lines[number].repairs.isEmpty || outcome.lines[number].mark != nil
    }
    return (hasMarks ? legend : "") + numbers.map(entry).joined()
  }

  private var legend: String {
    HTML.element(
      "p", [],
      "In a printed formula the part that differs is underlined; a dashed box stands where"
        + " something is missing. In a repair what changes is underlined twice.") + "\n"
  }

  private func entry(_ number: Int) -> String {
    let line = outcome.lines[number]
    let identifier = Identifiers.line(number)
    let title = HTML.words(Wording.title(of: line, style: style))
    var text =
      HTML.element(
        "h3", [("id", "\(identifier)-h")], VerdictSign.markup(line.verdict) + " " + title) + "\n"
    text += HTML.list(rows(line, number))
    return HTML.block(
      "article", [("id", identifier), ("aria-labelledby", "\(identifier)-h")], text)
  }

  private func rows(_ line: LineOutcome, _ number: Int) -> [(name: String, content: String)] {
    let marked = MarkedLine(line, in: source)
    var rows: [(name: String, content: String)] = []
    if let inFile = marked.inFile {
      rows.append(("in the file", formula(inFile)))
      rows.append(("read as", formula(marked.printed)))
    } else {
      rows.append(("printed", formula(marked.printed)))
    }
    if let derived = line.derived {
      rows.append(("derived", HTML.formula(MarkedLine.statement(line.subject, derived))))
    }
    for repair in line.repairs {
      let words =
        [
          Wording.edits(of: repair),
          Wording.standing(of: repair, among: line.repairs, style: style),
        ].filter { !$0.isEmpty }.joined(separator: " (") + (repair.changes.isEmpty ? "" : ")")
      rows.append(
        (
          "repair",
          formula(marked.repaired(repair)) + HTML.element("p", [], HTML.words(words))
        ))
    }
    var words = LineText.witness(of: line, style: style).map { ($0.name, [$0.content]) }
    words += outcome.effect(ofLine: number)?.parts(style) ?? []
    words += LineText.circumstances(of: line, style: style).map { ($0.name, [$0.content]) }
    rows += HTML.rows(words)
    if let code = line.code { rows.append(("code", CodesSection.link(code))) }
    rows.append(("place", place(line)))
    if line.verdict.isWorthReproducing {
      rows.append(
        ("reproduce", HTML.code(LineText.command([line.equation], of: report.file.path))))
    }
    return rows
  }

  private func formula(_ formula: MarkedLine.Formula) -> String {
    let spoken = formula.spokenMarks
    return HTML.formula(formula.latex, marks: formula.marks)
      + (spoken.isEmpty ? "" : HTML.element("p", [("class", "spoken")], HTML.text(spoken)))
  }

  private func place(_ line: LineOutcome) -> String {
    "line \(line.location.line) of \(HTML.code(TextLayout.oneLine(report.file.path)))"
  }

  // MARK: In brief

  /// The lines that follow and the definitions, with what they need.
  var following: String {
    let numbers = outcome.lines.indices.filter { outcome.lines[$0].verdict.gravity == nil }
    guard !numbers.isEmpty else { return "" }
    return numbers.map { number -> String in
      let line = outcome.lines[number]
      let head =
        VerdictSign.markup(line.verdict) + " "
        + HTML.element("span", [], "(\(HTML.text(line.equation)))")
      let notes = LineText.circumstances(of: line, style: style).map {
        HTML.element("p", [], "\(HTML.text($0.name)): \(HTML.words($0.content))")
      }
      return HTML.block(
        "div", [("id", Identifiers.line(number)), ("class", "brief")],
        HTML.element("p", [], head) + "\n"
          + HTML.element(
            "div", [],
            HTML.formula(MarkedLine.statement(line.subject, line.printed)) + notes.joined()) + "\n")
    }.joined()
  }
}
