import Derivations

/// The report in short, as a comment on a pull request: headline, what fails with its repair, what it
/// changes, the claims that fail.
package enum ReportMarkdown {
  /// GitHub takes no longer comment, in characters.
  static let longest = 65_536

  /// Longer formulas are not shown: GitHub sets none that is very long. Nor is a longer title.
  private static let longestFormula = 400

  package static func render(_ file: CheckedFile, version: String) -> String {
    let outcome = file.outcome
    let title = TextLayout.cut(
      outcome.title.isEmpty ? outcome.derivation : outcome.title, to: longestFormula)
    let head =
      "### \(prose(title))\n\n`rederive` \(version) on \(code(file.path)): every printed line, as"
      + " transcribed, against what the file’s own model implies.\n\n"
      + counts(outcome) + "\n"
    let tail =
      "\nTo see all of it: \(code(LineText.command([], of: file.path))), or as a page"
      + " \(code("rederive report --out report.html \(LineText.path(of: file.path))"))\n"
    var assembly = Assembly(room: longest - size(head) - size(tail))
    assembly.add(
      header: "\n#### What does not follow\n\n| | Printed | Repair |\n|---|---|---|\n",
      rows: outcome.gravestFirst.filter { outcome.lines[$0].verdict != .unreadable }
        .map { row(outcome.lines[$0]) }, of: "line")
    assembly.add(
      header: "\n#### Across lines\n\n",
      rows: outcome.findings.map { "- \(Code($0.kind).rawValue): \(prose($0.statement))\n" },
      of: "finding")
    assembly.add(
      header: "\n#### What it changes\n\n", rows: consequences(outcome), of: "consequence")
    assembly.add(header: "\n#### Claims that fail\n\n", rows: claims(outcome), of: "claim")
    let unread = outcome.lines.filter { $0.verdict == .unreadable }
    assembly.add(
      header: "\n#### Not understood\n\n",
      rows: unread.map { line in
        "- \(words(Wording.name(of: line, style: .framed)))"
          + (line.notes.first.map { ": \(prose($0))" } ?? "") + "\n"
      }, of: "line")
    return head + assembly.text + tail
  }

  private static func counts(_ outcome: Outcome) -> String {
    let style = TextStyle()
    var text = "**\(escaped(CheckText.summary(of: outcome.summary, style: style)))**  \n"
    if !outcome.claims.isEmpty {
      text += "**\(escaped(ClaimsText(style: style).summary(of: outcome)))**  \n"
    }
    return text
  }

  /// Code points, which are never fewer than what GitHub counts as characters.
  private static func size(_ text: String) -> Int { text.unicodeScalars.count }

  // MARK: Rows

  private static func row(_ line: LineOutcome) -> String {
    let style = TextStyle.framed
    let title = "**\(line.verdict.rawValue)** \(words(Wording.title(of: line, style: style)))"
    let printed = formula(line.printed)
    var mending = ""
    if let repair = line.repairs.first {
      mending = formula(repair.latex)
      let standing = Wording.standing(of: repair, among: line.repairs, style: style)
      mending += "<br>\(escaped(Wording.edits(of: repair))) (\(words(standing)))"
    } else if let derived = line.derived {
      mending = "none found; derived: \(formula(derived))"
    } else if let note = line.notes.first {
      mending = prose(note)
    }
    return "| \(title), line \(line.location.line) | \(printed) | \(mending) |\n"
  }

  private static func consequences(_ outcome: Outcome) -> [String] {
    let style = TextStyle.framed
    return outcome.consequences.filter { $0.severity > .slip }.compactMap { consequence in
      guard let line = consequence.lines.first, let effect = outcome.effect(ofLine: line) else {
        return nil
      }
      let names = consequence.lines.map { Wording.name(of: outcome.lines[$0], style: style) }
      let told = effect.turns(style) + consequence.changes.map { effect.change($0, style) }
      return "- \(words(TextLayout.list(names))): **\(effect.words)**; "
        + told.map(words).joined(separator: "; ") + "\n"
    }
  }

  private static func claims(_ outcome: Outcome) -> [String] {
    ClaimsText.grouped(outcome.claims).filter { $0[0].verdict == .fails }.map { claims in
      let claim = claims[0]
      var text = "- Fig. \(escaped(claim.figure)): \(prose(claim.statement))"
      if let derived = claim.judgement("derived") {
        text += ": derived \(words(ClaimsText(style: .framed).words(derived)))"
      }
      if let printed = claim.judgement("printed") {
        text += "; printed \(printed.verdict.rawValue)"
      }
      return text + "\n"
    }
  }

  // MARK: GitHub's Markdown

  /// Words whose formulas GitHub sets.
  static func words(_ framed: String) -> String {
    FramedText.parts(of: framed).map { part in
      switch part {
      case .words(let words): escaped(words)
      case .formula(let latex): formula(latex)
      }
    }.joined()
  }

  static func prose(_ text: String) -> String { words(TextStyle.framed.prose(text)) }

  /// GitHub's mathematics in the form that keeps its characters, `` $`…`$ ``; no bar, which would end the
  /// cell of a table.
  static func formula(_ latex: String) -> String {
    let text = TextLayout.oneLine(latex)
    if text.isEmpty { return "" }
    guard text.count <= longestFormula, !text.contains("`"), !text.contains("$") else {
      return text.count > longestFormula
        ? "(a formula of \(text.count) characters)" : code(text)
    }
    return "$`" + text.replacing("\\|", with: "\\Vert ").replacing("|", with: "\\vert ") + "`$"
  }

  private static func code(_ text: String) -> String {
    let line = TextLayout.oneLine(text).replacing("|", with: "\\|")
    return line.contains("`") ? "``` \(line) ```" : "`\(line)`"
  }

  /// Words that mean nothing to Markdown and call nobody.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "$", "{", "}": result += "\\\(scalar)"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "@": result += "&#64;"
      case "\n": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension ReportMarkdown {
  /// Parts one after the other, as far as there is room; what is left out is said.
  private struct Assembly {
    var text = ""
    private var room: Int

    /// Kept for saying what is left out of each part.
    private static let reserve = 600

    init(room: Int) { self.room = room }

    mutating func add(header: String, rows: [String], of noun: String) {
      guard !rows.isEmpty else { return }
      var part = header
      var count = size(header)
      var shown = 0
      for row in rows {
        guard count + size(row) + Self.reserve <= room else { break }
        part += row
        count += size(row)
        shown += 1
      }
      let left = rows.count - shown
      if left > 0 {
        let words = TextLayout.count(left, shown == 0 ? noun : "more \(noun)")
        let note = "\n\(words) left out here: a comment has room for \(longest) characters.\n"
        // Where not even a row has room, the header has none.
        if shown == 0 { (part, count) = ("", 0) }
        guard count + size(note) <= room else { return }
        part += note
        count += size(note)
      }
      text += part
      room -= count
    }
  }
}
