import Derivations

/// What an import found, for standard error.
package enum ImportSummary {
  private static let mostRemarks = 40

  package static func render(_ paper: ImportedPaper, source: String) -> String {
    let displays = paper.displays.map(\.display)
    let numbers = displays.compactMap(\.number)
    let sequence = NumberSequence(numbers)
    let source = TextLayout.oneLine(source)
    var text = "\(source): \(TextLayout.count(displays.count, "display"))"
    switch numbers.count {
    case 0: text += ", none numbered\n"
    case 1: text += ", one numbered: (\(numbers[0]))\n"
    default:
      text += ", \(numbers.count) numbered: (\(numbers[0])) to (\(numbers[numbers.count - 1]))\n"
    }
    if !sequence.missing.isEmpty {
      text += "  missing in the sequence: \(list(sequence.missing))\n"
    }
    if !sequence.repeated.isEmpty { text += "  printed twice: \(list(sequence.repeated))\n" }
    for remark in paper.remarks.prefix(mostRemarks) {
      text += "  line \(remark.line): \(TextLayout.oneLine(remark.message))\n"
    }
    if paper.remarks.count > mostRemarks {
      text += "  and \(paper.remarks.count - mostRemarks) more, at the end of what was written\n"
    }
    return text
  }

  private static func list(_ numbers: [String]) -> String {
    let shown = numbers.prefix(40).map { "(\(TextLayout.oneLine($0)))" }.joined(separator: ", ")
    return numbers.count > 40 ? shown + ", …" : shown
  }
}
