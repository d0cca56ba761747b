import Testing

@testable import LaTeXMath

@Suite struct TextEditTests {
  // L_+ L_- \mathcal{R} needs a minus before \mathcal{R}: an insertion at offset 8.
  @Test func insertsAndReplaces() {
    let edits = [
      TextEdit(range: 8..<8, replacement: "- "), TextEdit(range: 2..<3, replacement: "-"),
    ]
    #expect(TextEdit.apply(edits, to: #"L_+ L_- \mathcal{R}"#) == #"L_- L_- - \mathcal{R}"#)
  }

  @Test func insertionsAtOnePlaceKeepTheirOrder() {
    let edits = [
      TextEdit(range: 1..<1, replacement: "1"), TextEdit(range: 1..<1, replacement: "2"),
    ]
    #expect(TextEdit.apply(edits, to: "αb".dropFirst() + "c") == "b12c")
  }

  @Test func offsetsCountBytes() {
    let edits = [TextEdit(range: 0..<2, replacement: "\\alpha ")]
    #expect(TextEdit.apply(edits, to: "αb") == "\\alpha b")
  }

  @Test func noEditChangesNothing() {
    #expect(TextEdit.apply([], to: "x − y") == "x − y")
    #expect(TextEdit.apply([TextEdit(range: 0..<0, replacement: "")], to: "") == "")
  }
}
