import LaTeXMath
import Testing

/// The examples of the documentation catalog, word for word, with what they give.
@Suite struct LaTeXMathDocumentationTests {
  // The right side of `x = \frac{a}{b}` begins at byte 4 and has 11 bytes.
  @Test func aStatementAndAnEdit() throws {
    let statement = try LaTeXReader.statement(in: #"x = \frac{a}{b}"#)
    let right = statement.sides[1]
    let text = "x = 1/2"
    let edited = TextEdit.apply([TextEdit(range: 4..<5, replacement: "3")], to: text)  // x = 3/2

    #expect(statement.relations.map(\.kind) == [.equal])
    #expect(right.range == 4..<15)
    guard case .quotient = right.kind else {
      Issue.record("not a quotient: \(right.kind)")
      return
    }
    #expect(edited == "x = 3/2")
  }
}
