import Derivations
import Testing

@testable import Reports

@Suite struct ExcerptTests {
  private func rows(
    _ text: String, _ marks: [(line: Int, columns: Range<Int>)], width: Int = 80,
    label: String = ""
  ) -> [String] {
    let places = marks.map { Samples.place($0.columns, line: $0.line) }
    return Excerpt(
      places, of: SourceLines(Array(text.utf8)), style: TextStyle(width: width), ink: .red,
      label: label
    ).rows
  }

  @Test func severalChangesOfOneLineHaveSeveralCarets() {
    #expect(
      rows("x = a b c", [(1, 7..<7), (1, 9..<10)], label: "put in '-'") == [
        "  |", "1 | x = a b c", "  |       ^ ^",
      ])
  }

  @Test func aLabelStandsBesideALoneCaretIfThereIsRoom() {
    #expect(rows("x = a b", [(1, 7..<7)], label: "put in '-'").last == "  |       ^ put in '-'")
    let long = String(repeating: "y", count: 60)
    #expect(rows("x = a b", [(1, 7..<7)], width: 60, label: long).last == "  |       ^")
  }

  @Test func betweenLinesThatAreNotNeighboursStandsAGap() {
    let text = (1...12).map { "line \($0)" }.joined(separator: "\n")
    #expect(
      rows(text, [(2, 1..<5), (3, 1..<2), (10, 6..<8)]) == [
        "   |", " 2 | line 2", "   | ^^^^", " 3 | line 3", "   | ^", "...", "10 | line 10",
        "   |      ^^",
      ])
  }

  @Test func aPlaceOfSeveralLinesIsMarkedLineByLine() {
    let place = Location(file: "p", line: 1, column: 3, endLine: 2, endColumn: 4)
    let excerpt = Excerpt(
      [place], of: SourceLines(Array("a bcd\n  e f".utf8)), style: TextStyle(), ink: .red)
    #expect(excerpt.rows == ["  |", "1 | a bcd", "  |   ^^^", "2 |   e f", "  |   ^"])
    #expect(excerpt.margin == " ")
  }

  @Test func manyLinesAreCut() {
    let text = (1...40).map { "line \($0)" }.joined(separator: "\n")
    let place = Location(file: "p", line: 3, column: 1, endLine: 30, endColumn: 4)
    let excerpt = Excerpt(
      [place], of: SourceLines(Array(text.utf8)), style: TextStyle(), ink: .red)
    #expect(excerpt.rows.count == 2 + 2 * Excerpt.mostLines)
    #expect(excerpt.rows.last == "...")
  }

  @Test func placesFarApartHaveARowEach() {
    let text = String(repeating: "a", count: 30) + "X" + String(repeating: "b", count: 79) + "Y"
    let rows = rows(text, [(1, 31..<32), (1, 111..<112)], width: 60)
    #expect(rows.count == 5)
    for (row, letter) in [(1, "X"), (3, "Y")] {
      let column = rows[row + 1].count - 1
      #expect(rows[row + 1].last == "^")
      #expect(String(Array(rows[row])[column]) == letter)
    }
  }

  @Test func placesNearEachOtherShareAWindow() {
    let text = String(repeating: "a", count: 70) + "X" + String(repeating: "b", count: 20) + "Y"
    let rows = rows(text, [(1, 71..<72), (1, 92..<93)], width: 60)
    #expect(rows.count == 3)
    let marked = zip(rows[1], rows[2]).filter { $0.1 == "^" }.map(\.0)
    #expect(marked == ["X", "Y"])
  }

  @Test func rowsFitTheWidth() {
    let text = String(repeating: "abc ", count: 100)
    for column in [1, 20, 55, 60, 200, 398, 400] {
      for row in rows(text, [(1, column..<column + 90)], width: 60) { #expect(row.count <= 60) }
    }
  }

  @Test func colourIsOfTheCaretsOnly() {
    let excerpt = Excerpt(
      [Samples.place(1..<2, line: 1)], of: SourceLines(Array("ab".utf8)),
      style: TextStyle(hasColor: true), ink: .yellow)
    #expect(excerpt.rows == ["  |", "1 | ab", "  | \u{1B}[33m^\u{1B}[0m"])
  }
}

@Suite struct SourceLinesTests {
  @Test func lines() {
    let lines = SourceLines(Array("ab\r\n\nc".utf8))
    #expect(
      (0...4).map { lines[$0].map { String(decoding: $0, as: UTF8.self) } } == [
        nil, "ab", "", "c", nil,
      ])
    #expect(SourceLines([])[1]?.isEmpty == true)
  }

  // é here is e and a combining accent: one character, two code points.
  @Test func codePointsAreCounted() {
    let lines = SourceLines(Array("e\u{301}a𝓡b".utf8))
    #expect((1...6).map { lines.codePointColumn(line: 1, column: $0) } == [1, 3, 4, 5, 6, 7])
    #expect(lines.codePointColumn(line: 9, column: 4) == 4)
  }
}

@Suite struct ShellWordTests {
  @Test(arguments: [
    ("a/b-1.md", "a/b-1.md"), ("12+3", "12+3"), ("a b", "'a b'"), ("", "''"),
    ("it's", #"'it'\''s'"#), ("$x", "'$x'"), ("Übung", "Übung"),
  ])
  func quoting(word: String, quoted: String) {
    #expect(ShellWord.quoted(word) == quoted)
  }
}
