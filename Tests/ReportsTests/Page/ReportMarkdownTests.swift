import Derivations
import Testing

@testable import Reports

@Suite struct ReportMarkdownTests {
  private func render(_ outcome: Outcome) -> String {
    ReportMarkdown.render(
      CheckedFile(path: "paper.md", source: Samples.source, outcome: outcome), version: "1.2.3")
  }

  @Test func whole() {
    var outcome = Samples.outcome
    outcome.lines[2] = Samples.repaired
    outcome.findings = [Samples.finding]
    #expect(
      render(outcome) == #"""
        ### A paper

        `rederive` 1.2.3 on `paper.md`: every printed line, as transcribed, against what the file’s own model implies.

        **3 lines: 1 proved, 1 defined, 1 refuted**  


        #### What does not follow

        | | Printed | Repair |
        |---|---|---|
        | **refuted** (27) $`x_4`$ does not follow: a sign between two factors is missing, line 211 | $`a b`$ | $`a - b`$<br>put in '-' (proved; the only repair with one edit) |

        #### Across lines

        - R021: The labels of $`x`$ are exchanged.

        To see all of it: `rederive check paper.md`, or as a page `rederive report --out report.html paper.md`

        """#)
  }

  /// GitHub takes 65,536 characters: what has no room is counted.
  @Test func tooLong() {
    let line = Samples.repaired
    let outcome = Outcome(
      derivation: "a", title: "A", lines: Array(repeating: line, count: 1000), assumptions: [],
      findings: Array(repeating: Samples.finding, count: 2000))
    let text = render(outcome)
    #expect(text.count <= ReportMarkdown.longest)
    #expect(text.count > ReportMarkdown.longest - 1000)
    #expect(
      text.contains("more lines left out here: a comment has room for 65536 characters."))
    #expect(text.contains("2000 findings left out here"))
    #expect(text.hasSuffix("`rederive report --out report.html paper.md`\n"))
  }

  // A bar would end the cell of a table; a long formula is named by its length.
  @Test(
    arguments: [
      (#"|e\rangle"#, #"$`\vert e\rangle`$"#), ("a `b`", "``` a `b` ```"),
      (String(repeating: "x", count: 401), "(a formula of 401 characters)"), ("", ""),
    ])
  func formulas(_ latex: String, _ text: String) {
    #expect(ReportMarkdown.formula(latex) == text)
  }

  /// Words of a file mean nothing to Markdown and call nobody.
  @Test func words() {
    #expect(
      ReportMarkdown.prose("*a* <b> @you #1 | $x_1$")
        == ##"\*a\* &lt;b&gt; &#64;you \#1 \| $`x_1`$"##)
  }

  @Test func titleThatIsLong() {
    let outcome = Outcome(
      derivation: "a", title: String(repeating: "*", count: 40_000), lines: [], assumptions: [])
    #expect(render(outcome).count <= ReportMarkdown.longest)
  }
}
