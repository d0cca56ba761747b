import Derivations
import LaTeXMath
import Testing

@testable import Reports

@Suite struct MarkedLineTests {
  private func line(
    _ subject: String, _ printed: String, in text: String, mark: Range<Int>? = nil
  ) -> LineOutcome {
    var line = LineOutcome(
      equation: "1", subject: subject, verdict: .refuted, printed: printed,
      location: Location(
        file: "a.md", line: 1, column: 1, endLine: 1, endColumn: text.count + 1))
    line.mark = mark.map(place)
    return line
  }

  private func place(_ columns: Range<Int>) -> Location {
    Location(
      file: "a.md", line: 1, column: columns.lowerBound, endLine: 1, endColumn: columns.upperBound)
  }

  private func repair(_ latex: String, _ changes: [(Range<Int>, String)]) -> Repair {
    Repair(
      edits: 1, slips: [.sign], latex: latex, unique: true, verdict: .proved, range: place(1..<2),
      changes: changes.map { .init(location: place($0.0), printed: "", replacement: $0.1) })
  }

  // é is one column and two bytes: the + stands in column 8, at byte 8.
  @Test func theFilesTextIsMarked() {
    let text = "é &= a + b"
    var line = line("é", "a + b", in: text)
    line.repairs = [repair("a - b", [(8..<9, "-")])]
    let marked = MarkedLine(line, in: SourceLines(Array(text.utf8)))
    #expect(marked.inFile == nil)
    #expect(marked.printed == .init(latex: text, marks: [.init(8..<9, "differs")]))
    #expect(
      marked.repaired(line.repairs[0])
        == .init(latex: "é &= a - b", marks: [.init(8..<9, "mended")]))
  }

  @Test func severalChanges() {
    let text = "x = a b + c"
    var line = line("x", "a b + c", in: text)
    line.repairs = [repair("a - b", [(7..<7, "- "), (9..<12, "")])]
    let marked = MarkedLine(line, in: SourceLines(Array(text.utf8)))
    #expect(marked.printed.marks.map(\.range) == [6..<6, 8..<11])
    #expect(
      marked.repaired(line.repairs[0])
        == .init(latex: "x = a - b ", marks: [.init(6..<8, "mended")]))
  }

  /// Without a repair it is the first sub-expression that differs.
  @Test func theFirstDifference() {
    let text = "x = a + b"
    let marked = MarkedLine(
      line("x", "a + b", in: text, mark: 5..<6), in: SourceLines(Array(text.utf8)))
    #expect(marked.printed == .init(latex: text, marks: [.init(4..<5, "differs")]))
  }

  // N_i was read as N_1: the file's text is not what was read, and both are shown.
  @Test func indexLettersFilledIn() {
    let text = #"N_i = a_i \pm b"#
    var line = line("N_1", "a_1 + b", in: text)
    line.repairs = [repair("a_1 - b", [(11..<14, "-")])]
    let marked = MarkedLine(line, in: SourceLines(Array(text.utf8)))
    #expect(marked.inFile == .init(latex: text, marks: [.init(10..<13, "differs")]))
    #expect(marked.printed == .init(latex: "N_1 = a_1 + b", marks: [.init(10..<11, "differs")]))
    #expect(
      marked.repaired(line.repairs[0])
        == .init(latex: "N_1 = a_1 - b", marks: [.init(10..<11, "mended")]))
  }

  /// A place that is not in the file is not marked, and nothing else goes wrong.
  @Test(arguments: [[UInt8](), Array("x".utf8), Array("x = a + b".utf8)])
  func placesOutside(_ source: [UInt8]) {
    var line = line("x", "a + b", in: "x = a + b", mark: 40..<50)
    line.repairs = [repair("a - b", [(40..<41, "-")])]
    let marked = MarkedLine(line, in: SourceLines(source))
    #expect(marked.printed.latex == "x = a + b")
    #expect(marked.repaired(line.repairs[0]).latex == "x = a - b")
  }

  // The marks are read out by a screen reader in the words of the LaTeX.
  @Test func spokenMarks() {
    let formula = MarkedLine.Formula(
      latex: "a + b", marks: [.init(2..<3, "differs"), .init(5..<5, "differs")])
    #expect(formula.spokenMarks == "Marked: +, a place where something is missing.")
    #expect(MarkedLine.Formula(latex: "a").spokenMarks == "")
    let outside = MarkedLine.Formula(latex: "a", marks: [.init(3..<9, "differs")])
    #expect(outside.spokenMarks == "Marked: .")
  }

  @Test func statements() {
    #expect(MarkedLine.statement("x", "1") == "x = 1")
    #expect(MarkedLine.statement("x", "") == "x")
    #expect(MarkedLine.statement("", "1") == "1")
  }
}
