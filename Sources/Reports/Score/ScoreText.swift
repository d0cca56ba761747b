import Derivations

/// The score of one derivation for people.
package enum ScoreText {
  /// Misses shown of each kind; all are in the JSON.
  static let mostMisses = 12

  package static func render(_ score: Score, style: TextStyle) -> String {
    var text = style.paint(TextLayout.oneLine(score.derivation), .bold)
    text += ": \(TextLayout.count(score.lines, "proved line"))\n\n"
    text += table(score)
    text += "\n" + result("planted slips refuted", score.refutedInAll, score.plantedInAll, style)
    text += result("repaired first try", score.repairedFirstInAll, score.plantedInAll, style)
    let right = score.rewrittenInAll + score.harmless.written
    text += result("equivalent formulas not refuted", right - score.wronglyRefuted, right, style)
    text += leftOut(score.leftOut)
    for kind in [Score.Miss.Kind.wronglyRefuted, .notRefuted, .notRepaired, .repairedOtherwise] {
      text += misses(of: kind, score, style: style)
    }
    return text
  }

  /// `planted slips refuted: 812 of 812 (100 %)`; a share is never rounded up to 100.
  private static func result(
    _ name: String, _ count: Int, _ total: Int, _ style: TextStyle
  ) -> String {
    guard total > 0 else { return "\(name): nothing to count\n" }
    let tenths = count * 1000 / total
    let share = tenths == 1000 ? "100" : "\(tenths / 10).\(tenths % 10)"
    return "\(name): \(count) of \(total) (\(share) %)\n"
  }

  private static func leftOut(_ leftOut: Score.LeftOut) -> String {
    let parts = [
      (leftOut.lines, "proved line"), (leftOut.slips, "slip"), (leftOut.rewritings, "rewriting"),
    ].filter { $0.0 > 0 }.map { TextLayout.count($0.0, $0.1) }
    guard !parts.isEmpty else { return "" }
    return "not counted, without a value to compare: \(parts.joined(separator: ", "))\n"
  }

  private static func table(_ score: Score) -> String {
    var rows = [["slip", "planted", "refuted", "repaired first"]]
    for tally in score.planted where tally.planted > 0 {
      rows.append(
        [tally.slip.rawValue]
          + [tally.planted, tally.refuted, tally.repairedFirst].map(String.init))
    }
    var text = columns(rows)
    rows = [["written otherwise", "proved", "undecided", "refuted"]]
    for entry in score.rewritten + [score.harmless] where entry.written > 0 {
      rows.append([entry.name] + [entry.proved, entry.undecided, entry.refuted].map(String.init))
    }
    text += "\n" + columns(rows)
    return text
  }

  private static func columns(_ rows: [[String]]) -> String {
    let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).enumerated().map { column, cell in
        column == 0
          ? TextLayout.padded(cell.0, to: max(cell.1, 22))
          : TextLayout.rightAligned(cell.0, to: cell.1)
      }
      return "  " + cells.joined(separator: "  ") + "\n"
    }.joined()
  }

  private static func misses(
    of kind: Score.Miss.Kind, _ score: Score, style: TextStyle
  ) -> String {
    let all = score.misses.filter { $0.kind == kind }
    guard !all.isEmpty else { return "" }
    var text = "\n" + style.paint("\(kind.rawValue): \(all.count)", .bold) + "\n"
    for miss in all.prefix(mostMisses) {
      text += "  (\(TextLayout.oneLine(miss.equation))) \(style.math(miss.subject)) = "
      text += style.math(miss.latex)
      if !miss.said.isEmpty {
        text += kind == .repairedOtherwise ? "  →  \(style.math(miss.said))" : "  \(miss.said)"
      }
      text += "\n"
    }
    if all.count > mostMisses {
      text += "  … and \(all.count - mostMisses) more; --format json shows all\n"
    }
    return text
  }
}
