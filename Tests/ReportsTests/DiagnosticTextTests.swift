import Derivations
import Reports
import Testing

@Suite struct DiagnosticTextTests {
  private func render(
    _ source: String, line: Int, _ columns: Range<Int>, help: String = "", width: Int = 80
  ) -> String {
    let diagnostic = FileDiagnostic(
      code: "undeclared-symbol", message: "L is not declared", help: help,
      location: Location(
        file: "p.md", line: line, column: columns.lowerBound, endLine: line,
        endColumn: columns.upperBound))
    return DiagnosticText.render(
      FileError([diagnostic]), source: Array(source.utf8), style: TextStyle(width: width))
  }

  @Test func placeLineCaretAndHelp() {
    let text = render("# A\n\n$$ L + M $$\n", line: 3, 4..<5, help: "did you mean L_+?")
    #expect(
      text == """
        error[undeclared-symbol]: L is not declared
         --> p.md:3:4
          |
        3 | $$ L + M $$
          |    ^
          = help: did you mean L_+?

        """)
  }

  @Test func theCaretCountsCharactersNotBytes() {
    #expect(render("ρ₂₃ é x", line: 1, 7..<8).contains("1 | ρ₂₃ é x\n  |       ^\n"))
  }

  @Test(arguments: ["ab\r\ncd\r\n", "ab\ncd"])
  func linesEndAsTheyMay(source: String) {
    #expect(render(source, line: 2, 1..<3).contains("2 | cd\n  | ^^\n"))
  }

  @Test func aTabIsOneColumn() {
    #expect(render("\ta", line: 1, 2..<3).contains("1 |  a\n  |  ^\n"))
  }

  @Test func aPlaceBehindTheEndHasACaretToo() {
    #expect(render("ab", line: 1, 3..<3).contains("1 | ab\n  |   ^\n"))
  }

  @Test(arguments: [(9, 1..<2), (0, 1..<2), (1, 0..<1), (1, 50..<51)])
  func aPlaceOutsideTheFileShowsNoLine(line: Int, columns: Range<Int>) {
    let text = render("ab", line: line, columns)
    #expect(text.hasPrefix("error[undeclared-symbol]"))
    #expect(!text.contains("|"))
  }

  @Test func anEmptyFileHasAFirstLine() {
    #expect(render("", line: 1, 1..<1).contains("1 | \n  | ^\n"))
  }

  @Test func aLongLineIsShownAroundThePlace() {
    let source = String(repeating: "a", count: 500) + "X" + String(repeating: "b", count: 500)
    let rows = render(source, line: 1, 501..<502, width: 60).split(separator: "\n")
    #expect(rows.allSatisfy { $0.count <= 62 })
    let line = Array(rows[3])
    let caret = Array(rows[4])
    #expect(caret.last == "^" && line[caret.count - 1] == "X")
    #expect(line[4] == "…" && line.last == "…")
  }

  @Test func tenMegabytesInOneLineAreNoTrouble() {
    let source = [UInt8](repeating: 0x7B, count: 10_000_000)
    let place = Location(file: "p", line: 1, column: 1, endLine: 1, endColumn: 10_000_001)
    let text = DiagnosticText.render(
      FileError([.init(code: "c", message: "m", location: place)]), source: source,
      style: TextStyle(width: 60))
    #expect(text.count < 400)
  }

  @Test func binaryIsDisarmed() {
    let place = Location(file: "p", line: 1, column: 2, endLine: 1, endColumn: 3)
    let text = DiagnosticText.render(
      FileError([.init(code: "binary", message: "m\u{1B}", location: place)]),
      source: [0x1B, 0xFF, 0x00, 0x41], style: TextStyle())
    #expect(!text.contains("\u{1B}") && !text.contains("\0"))
  }

  @Test func manyErrorsAreCounted() {
    let place = Location(file: "p", line: 1, column: 1, endLine: 1, endColumn: 2)
    let errors = (0..<25).map { FileDiagnostic(code: "c\($0)", message: "m", location: place) }
    let text = DiagnosticText.render(FileError(errors), source: [0x41], style: TextStyle())
    #expect(text.contains("error[c19]") && !text.contains("error[c20]"))
    #expect(text.hasSuffix("… and 5 more errors\n"))
  }
}
