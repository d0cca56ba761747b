extension MathBuilder {
  /// `\left( … \right)`: brackets as high as what stands between them.
  mutating func fence(_ fence: LaTeXTree.Fence, _ range: Range<Int>) -> MathElement {
    let inner = fence.leftRange.upperBound..<fence.rightRange.lowerBound
    let content = argument(fence.content, inner, breaks: true)
    // A larger bracket has more room beside it, which what is low does not need.
    let grows = content.isTall
    let left = delimiter(fence.left, fence.leftRange, "prefix", grows: grows)
    let right = delimiter(fence.right, fence.rightRange, "postfix", grows: grows)
    let parts =
      marked(left, in: fence.leftRange) + [content] + marked(right, in: fence.rightRange)
    return MathElement("mrow", parts, range, width: content.width + 0.9)
  }

  /// Elements in brackets that grow with them.
  func fenced(
    _ content: [MathElement], _ left: String, _ right: String, _ range: Range<Int>
  ) -> MathElement {
    let parts =
      delimiter(left, range.lowerBound..<range.lowerBound, "prefix") + content
      + delimiter(right, range.upperBound..<range.upperBound, "postfix")
    return MathElement("mrow", parts, range, width: MathElement.width(of: content) + 0.9)
  }

  /// The bracket that `(`, `\{` or `\langle` is; none for `.`.
  private func delimiter(
    _ latex: String, _ range: Range<Int>, _ form: String, grows: Bool = true
  ) -> [MathElement] {
    if latex == "." || latex.isEmpty { return [] }
    let name = latex.hasPrefix("\\") ? String(latex.dropFirst()) : latex
    let text =
      latex.hasPrefix("\\")
      ? MathVocabulary.signs[name]?.text ?? name
      : latex == "<" ? "⟨" : latex == ">" ? "⟩" : latex
    return [
      MathElement(
        "mo", text, range, width: 0.45,
        attributes: [("form", form), ("fence", "true"), ("stretchy", grows ? "true" : "false")])
    ]
  }

  /// Matrices, cases and aligned lines as tables; other environments as their content.
  mutating func environment(
    _ environment: LaTeXTree.Environment, _ range: Range<Int>
  ) -> MathElement {
    let isLines = Vocabulary.lineEnvironments.contains(environment.name)
    let isCases = environment.name == "cases"
    var rows: [MathElement] = []
    var start = environment.arguments.last?.range.upperBound ?? environment.beginRange.upperBound
    for row in environment.rows {
      var cells: [MathElement] = []
      let first = start
      for cell in row.cells {
        let end = cell.nodes.last?.range.upperBound ?? start
        let content = self.row(cell.nodes, start..<max(start, end))
        let side = isCases ? "l" : isLines ? (cells.count % 2 == 0 ? "r" : "l") : ""
        cells.append(
          MathElement(
            "mtd", content, start..<max(start, end), width: MathElement.width(of: content) + 1.2,
            attributes: side.isEmpty ? [] : [("class", side)]))
        start = cell.alignmentMark?.range.upperBound ?? max(start, end)
      }
      start = row.lineBreak?.range.upperBound ?? start
      // The empty line behind the last \\ is none.
      let isEmpty = cells.allSatisfy { $0.children.isEmpty }
      if isEmpty, row.lineBreak == nil { continue }
      rows.append(
        MathElement("mtr", cells, first..<start, width: MathElement.width(of: cells)))
    }
    var table = MathElement("mtable", rows, range, width: rows.map(\.width).max() ?? 0)
    if isLines { table = table.with("displaystyle", "true") }
    switch environment.name {
    case "pmatrix": return fenced([table], "(", ")", range)
    case "bmatrix": return fenced([table], "[", "]", range)
    case "Bmatrix": return fenced([table], "\\{", "\\}", range)
    case "vmatrix": return fenced([table], "|", "|", range)
    case "Vmatrix": return fenced([table], "\\|", "\\|", range)
    case "cases": return fenced([table], "\\{", ".", range)
    default: return table
    }
  }
}
