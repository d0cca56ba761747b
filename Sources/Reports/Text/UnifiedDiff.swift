/// The difference of two texts in unified format, byte for byte; empty if there is none.
package enum UnifiedDiff {
  package static func render(
    old: String, new: String, oldName: String, newName: String, context: Int = 3
  ) -> String {
    let oldLines = lines(of: old)
    let newLines = lines(of: new)
    let edits = LineEdits(from: identities(oldLines, newLines)).edits
    let hunks = hunks(of: edits, context: context)
    guard !hunks.isEmpty else { return "" }
    var text = "--- \(oldName)\n+++ \(newName)\n"
    for hunk in hunks {
      text += header(edits[hunk], before: edits[..<hunk.lowerBound])
      for edit in edits[hunk] {
        switch edit {
        case .keep(let line, _): text += " " + shown(oldLines[line])
        case .delete(let line): text += "-" + shown(oldLines[line])
        case .insert(let line): text += "+" + shown(newLines[line])
        }
      }
    }
    return text
  }

  /// Lines with their newline, so that a missing last one counts as a difference.
  private static func lines(of text: String) -> [ArraySlice<UInt8>] {
    let bytes = Array(text.utf8)
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  /// Equal numbers for equal lines: bytes, since `String` takes different spellings of é for equal.
  private static func identities(
    _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]
  ) -> (old: [Int], new: [Int]) {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      let next = numbers.count
      let known = numbers[line] ?? next
      numbers[line] = known
      return known
    }
    return (old.map(number), new.map(number))
  }

  private static func shown(_ line: ArraySlice<UInt8>) -> String {
    let text = String(decoding: line, as: UTF8.self)
    return line.last == 0x0A ? text : text + "\n\\ No newline at end of file\n"
  }

  /// Stretches of edits with at most `2 × context` kept lines between changes.
  private static func hunks(of edits: [LineEdits.Edit], context: Int) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, edit) in edits.enumerated() where !edit.isKept {
      let range = max(0, index - context)..<min(edits.count, index + 1 + context)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  /// `@@ -3,7 +3,8 @@`; an empty side names the line before it.
  private static func header(
    _ hunk: ArraySlice<LineEdits.Edit>, before: ArraySlice<LineEdits.Edit>
  ) -> String {
    func side(_ counts: (LineEdits.Edit) -> Bool) -> String {
      let count = hunk.count(where: counts)
      let start = before.count(where: counts) + (count == 0 ? 0 : 1)
      return count == 1 ? "\(start)" : "\(start),\(count)"
    }
    return "@@ -\(side(\.isInOld)) +\(side(\.isInNew)) @@\n"
  }
}
