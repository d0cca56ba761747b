import LaTeXMath
import Reports
import Testing

@Suite struct TextLayoutTests {
  @Test(arguments: [
    ("a b c", 3, ["a b", "c"]), ("abcdef", 4, ["abcd", "ef"]), ("", 5, []),
    ("a  b", 9, ["a b"]), ("ab cdefgh ij", 4, ["ab", "cdef", "gh", "ij"]), ("ab", 0, ["a", "b"]),
    ("abcdefgh+ij", 10, ["abcdefgh", "+ij"]), ("abcdef+ij", 6, ["abcdef", "+ij"]),
    ("a+bcdefgh", 6, ["a+bcde", "fgh"]),
  ])
  func wrapping(text: String, width: Int, lines: [String]) {
    #expect(TextLayout.wrapped(text, width: width) == lines)
  }

  @Test(arguments: [
    ("  a\n\t b ", "a b"), ("a\u{1B}b", "a\u{FFFD}b"), ("ρ₄₄ 𝓡", "ρ₄₄ 𝓡"), ("", ""),
    ("a\r\nb\u{A0}c", "a b c"), ("a\u{200B}b", "a\u{FFFD}b"),
  ])
  func oneLine(text: String, expected: String) {
    #expect(TextLayout.oneLine(text) == expected)
  }

  @Test func padding() {
    #expect(TextLayout.padded("ab", to: 4) == "ab  ")
    #expect(TextLayout.rightAligned("ab", to: 4) == "  ab")
    #expect(TextLayout.padded("abcde", to: 4) == "abcde")
  }

  @Test func cutting() {
    #expect(TextLayout.cut("abcd", to: 4) == "abcd")
    #expect(TextLayout.cut("abcde", to: 4) == "abc…")
  }

  @Test(arguments: [
    ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
  ])
  func lists(words: [String], text: String) {
    #expect(TextLayout.list(words) == text)
  }

  @Test func counting() {
    #expect(TextLayout.count(1, "line") == "1 line")
    #expect(TextLayout.count(0, "line") == "0 lines")
  }
}

@Suite struct TextStyleTests {
  @Test func formulasAreUnicodeUnlessLaTeXIsWanted() {
    let latex = #"\rho_{44}"#
    #expect(TextStyle(showsLaTeX: true).math(latex) == latex)
    #expect(TextStyle().math(latex) == PlainText.render(latex: latex))
  }

  @Test func wordsStayWords() {
    #expect(TextStyle().mathOrProse("no Lamb shift") == "no Lamb shift")
    #expect(TextStyle().mathOrProse(#"\rho"#) == PlainText.render(latex: #"\rho"#))
    #expect(
      TextStyle().prose(#"where $\rho$ is meant"#)
        == "where \(PlainText.render(latex: #"\rho"#)) is meant")
    #expect(TextStyle().prose("costs 5 $ or so") == "costs 5 $ or so")
  }

  @Test func aTerminalIsNeverTooNarrow() {
    #expect(TextStyle(width: 1).width == 40)
  }

  @Test func paintNeedsColour() {
    #expect(TextStyle().paint("a", .red) == "a")
    #expect(TextStyle(hasColor: true).paint("a", .red) == "\u{1B}[31ma\u{1B}[0m")
  }
}

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.25, "0.2500000000"), (0, "0"), (-0.0, "0"), (-0.5, "-0.5000000000"),
    (-1e-17, "0.0000000000"), (1e-17, "0.0000000000"), (1, "1.0000000000"),
  ])
  func fixed(value: Double, text: String) {
    #expect(NumberText.fixed(value) == text)
  }

  @Test(arguments: [
    (2.5, "2.5"), (0, "0"), (1.0 / 3, "0.3333333333"), (-1e-20, "-1e-20"), (.nan, "nan"),
    (.infinity, "inf"),
  ])
  func significant(value: Double, text: String) {
    #expect(NumberText.significant(value) == text)
  }

  @Test func longNumbersAreNotCut() {
    #expect(NumberText.fixed(.greatestFiniteMagnitude).count == 309 + 11)
    #expect(NumberText.magnitude(3.14e-14) == "3.1e-14")
  }
}
