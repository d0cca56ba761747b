import LaTeXMath
import Testing

@testable import Reports

@Suite struct HTMLTests {
  @Test func textIsEscaped() {
    #expect(HTML.text("a <b>\n & \"c\"") == "a &lt;b&gt; &amp; &quot;c&quot;")
    #expect(
      HTML.element("a", [("href", "#\"<")], "x") == "<a href=\"#&quot;&lt;\">x</a>")
    #expect(HTML.code("a\u{202E}\u{1B}") == "<code>a\u{FFFD}\u{FFFD}</code>")
  }

  // Brackets and commas are not parted from the formula they stand at.
  @Test func wordsAroundFormulas() {
    let x = #"<math alttext="x"><mi>x</mi></math>"#
    #expect(HTML.prose("of $x$ here") == "of \(x) here")
    #expect(
      HTML.prose("“$x$”, and ($x$)")
        == "<span class=\"kept\">“\(x)”,</span> and <span class=\"kept\">(\(x))</span>")
    #expect(HTML.prose("$x$$x$") == x + x)
    #expect(HTML.prose("5 $ < 6") == "5 $ &lt; 6")
  }

  /// A wide formula scrolls by itself, and the keyboard reaches it.
  @Test func wideFormulas() {
    let long = Array(repeating: "abc", count: 12).joined(separator: " + ")
    #expect(
      HTML.inline(long).hasPrefix(
        #"<span class="wide" tabindex="0" role="group" aria-label="formula, scrolls sideways">"#))
    #expect(HTML.formula(long).hasPrefix(#"<div class="formula" tabindex="0" role="group""#))
    #expect(HTML.formula("x").hasPrefix(#"<div class="formula"><math display="block""#))
  }

  @Test func rowsOfOneName() {
    let rows = HTML.rows([("at", ["1"]), ("note", ["a"]), ("note", ["b", "c"]), ("at", ["2"])])
    #expect(rows.map(\.name) == ["at", "note", "at"])
    #expect(
      rows.map(\.content) == [
        "<p>1</p>", "<ul><li>a</li><li>b</li><li>c</li></ul>", "<p>2</p>",
      ])
  }
}
