import Testing

@testable import Derivations

@Suite struct SourceTextTests {
  // Lines and columns count from 1; columns count characters: é is two bytes, one column.
  @Test(arguments: [
    (0..<1, 1, 1, 1, 2), (2..<3, 1, 3, 2, 1), (3..<4, 2, 1, 2, 2), (5..<6, 2, 2, 2, 3),
    (0..<6, 1, 1, 2, 3), (7..<7, 3, 1, 3, 1), (900..<901, 3, 3, 3, 3),
  ])
  func offsetsBecomePlaces(
    _ range: Range<Int>, _ line: Int, _ column: Int, _ endLine: Int, _ endColumn: Int
  ) throws {
    let source = try Sample.source("ab\néc\nde")
    let place = source.location(range)
    #expect(
      place
        == Location(
          file: "test.md", line: line, column: column, endLine: endLine, endColumn: endColumn))
  }

  @Test func linesEndBeforeTheirBreak() throws {
    let source = try Sample.source("a\r\n\nbc\n")
    #expect(source.lines == [0..<1, 3..<3, 4..<6, 7..<7])
    #expect(source.text(4..<6) == "bc")
  }

  @Test func emptyTextHasOneEmptyLine() throws {
    #expect(try Sample.source("").lines == [0..<0])
  }

  @Test func zeroByteIsABinaryFile() {
    let fault = Sample.fault([97, 10, 98, 0, 99])
    #expect(
      fault.map(\.brief) == [
        "binary-file 2:2 this is not a text file: it has a zero byte"
          + " | give a derivation file, a Markdown text in UTF-8"
      ])
  }

  @Test(arguments: [[0xFF, 0xFE], [0x61, 0xC3], [0xED, 0xA0, 0x80], [0xC0, 0xAF]] as [[UInt8]])
  func badUTF8IsNamed(_ bytes: [UInt8]) {
    let fault = Sample.fault(bytes)
    #expect(fault.map(\.brief) == ["not-utf8 1:1 this is not UTF-8 text | save the file in UTF-8"])
  }
}

@Suite struct PhraseTests {
  private func phrase(_ text: String) -> Phrase { Phrase(text: text, offset: 10) }

  // Offsets count bytes, so that é moves the next part by two.
  @Test func splittingKeepsOffsets() {
    let parts = phrase("a, é ,c").split(on: ",")
    #expect(parts.map(\.text) == ["a", "é", "c"])
    #expect(parts.map(\.offset) == [10, 13, 17])
  }

  @Test(arguments: [
    ("a,b", ["a", "b"]), ("", [""]), (",", ["", ""]), ("f(a, b), c", ["f(a, b)", "c"]),
    ("[a, {b, c}], d", ["[a, {b, c}]", "d"]), (#"a\, b, c"#, [#"a\, b"#, "c"]),
    (#"\{a, b"#, [#"\{a"#, "b"]), ("a), b", ["a)", "b"]), (#"a\\, b"#, [#"a\\"#, "b"]),
  ])
  func splitsAtDepthZeroOnly(_ text: String, _ parts: [String]) {
    #expect(phrase(text).split(on: ",").map(\.text) == parts)
  }

  @Test func trimmingMovesTheOffset() {
    let trimmed = phrase(" \t a b\r\n").trimmed
    #expect(trimmed == Phrase(text: "a b", offset: 13))
    #expect(trimmed.range == 13..<16)
    #expect(phrase("  ").trimmed.isEmpty)
  }

  @Test func prefixIsWholeWords() {
    #expect(
      phrase("chemical  potential \\mu").dropping(prefix: "chemical potential")
        == Phrase(text: "\\mu", offset: 30))
    #expect(phrase("couples").dropping(prefix: "couples")?.text == "")
    #expect(phrase("couplesX").dropping(prefix: "couples") == nil)
    #expect(phrase("chemical").dropping(prefix: "chemical potential") == nil)
  }

  @Test func cutsAtTheFirstOccurrence() throws {
    let (left, right) = try #require(phrase("a means b means c").cut(at: " means "))
    #expect(left == Phrase(text: "a", offset: 10))
    #expect(right == Phrase(text: "b means c", offset: 18))
    #expect(phrase("ab").cut(at: "abc") == nil)
    #expect(phrase("ab").cut(at: "") == nil)
    #expect(phrase("ab").cut(at: "ab")?.0.text == "")
  }
}

@Suite struct SuggestionTests {
  // One insertion, deletion, substitution or exchange of neighbours is a distance of 1.
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("given", "given", 0), ("gievn", "given", 1), ("givn", "given", 1),
    ("kitten", "sitting", 3), ("abc", "cab", 2),
  ])
  func distances(_ a: String, _ b: String, _ distance: Int) {
    #expect(Suggestion.distance(a, b) == distance)
    #expect(Suggestion.distance(b, a) == distance)
  }

  @Test(arguments: [
    ("hamitonian", "hamiltonian"), ("bth", "bath"), ("lte", "let"), ("jmup", "jump"),
  ])
  func nearestKeyword(_ word: String, _ keyword: String) {
    #expect(Suggestion.nearest(to: word, among: DirectiveReader.keywords) == keyword)
  }

  @Test func farWordsHaveNoSuggestion() {
    #expect(Suggestion.nearest(to: "photograph", among: DirectiveReader.keywords) == nil)
    // A word of one letter is never a mistyped one.
    #expect(Suggestion.nearest(to: "x", among: ["y"]) == nil)
    #expect(Suggestion.nearest(to: "x", among: []) == nil)
  }

  @Test func prefixesAreComparedWordByWord() {
    let known = ["steady state", "occupation of bath", "ergotropy"]
    #expect(Suggestion.nearestPrefix(of: "occupaton of bath 1 at", among: known) == known[1])
    #expect(Suggestion.nearestPrefix(of: "stedy state, eigenbasis", among: known) == known[0])
    #expect(Suggestion.nearestPrefix(of: "something else", among: known) == nil)
  }
}
