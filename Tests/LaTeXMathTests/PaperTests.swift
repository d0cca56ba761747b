import Testing

@testable import LaTeXMath

@Suite struct PaperTests {
  @Test(arguments: paperDisplays) func display(tag: String, count: Int, latex: String) {
    let reading = readDisplay(latex)
    #expect(reading.diagnostics == [], "\(tag)")
    #expect(reading.pieces.count == count, "\(tag)")
    #expect(reading.tag == tag)
    #expect(reading.tagRange.map { slice(latex, $0) } == "(\(tag))")
    #expect(PlainText.render(latex: latex) != latex)
  }

  @Test(arguments: paperInlineFormulas) func inline(latex: String) {
    let reading = readDisplay(latex)
    #expect(reading.diagnostics == [])
    #expect(reading.pieces.count == 1 || latex.contains(", "))
  }

  // Every symbol that the paper prints is in the reading: no token is dropped.
  @Test(arguments: paperDisplays) func nothingIsDropped(tag: String, count: Int, latex: String) {
    let reading = LaTeXReader.statements(in: latex)
    var covered = Set<Int>()
    for statement in reading.statements { covered.formUnion(statement.range) }
    if let range = reading.tagRange { covered.formUnion(range) }
    let left = latex.utf8.enumerated().filter { !covered.contains($0.offset) }.map(\.element)
    var rest = String(decoding: left, as: UTF8.self)
    for word in ["\\begin{aligned}", "\\end{aligned}", "\\quad"] {
      rest = rest.split(separator: word).joined()
    }
    #expect(rest.allSatisfy { ",.&\\ \n".contains($0) }, "\(rest)")
  }
}
