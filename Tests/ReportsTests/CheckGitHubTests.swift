import Derivations
import Reports
import Testing

@Suite struct CheckGitHubTests {
  private func rows(_ outcome: Outcome, path: String = "/w/papers/a.md") -> [String] {
    let file = CheckedFile(path: path, source: [], outcome: outcome)
    return CheckGitHub.render([file], folder: "/w").split(separator: "\n").map(String.init)
  }

  private func outcome(_ lines: LineOutcome...) -> Outcome {
    Outcome(derivation: "p", title: "", lines: lines, assumptions: [])
  }

  @Test func aRepairedLine() {
    let rows = rows(Samples.rich)
    #expect(
      rows[0] == "::error file=papers/a.md,line=211,col=9,endLine=211,endColumn=9,"
        + "title=R006 (27) x₄ does not follow%3A a sign between two factors is missing::"
        + "Printed, as transcribed: ab. Derived: a − b.%0A"
        + "At b = 1/4, a = 3/4: printed = 3/16, derived = 1/2.%0A"
        + "Help: put in '-': a − b (proved; the only repair with one edit).%0A"
        + "Origin: suspect transcription: a glyph lost or confused in copying would do it; "
        + "compare the line as transcribed with the original first.%0A"
        + "Given: fermion, t = 0.%0ANote: one sign.")
  }

  @Test func findingsAndTheSummary() {
    let rows = rows(Samples.rich)
    #expect(
      rows[1] == "::error file=papers/a.md,line=211,col=1,endLine=211,endColumn=10,"
        + "title=R021 (27)%2C (28)%3A labels permuted::The labels of x are exchanged.%0A"
        + "Printed → meant: x₄ → x₁, x₁ → x₄.")
    #expect(rows[2].hasSuffix("%0AAt a = 3/4: (26) = 1, the trace of (27) = 1/2."))
    #expect(
      rows[3] == "::notice title=rederive check papers/a.md"
        + "::3 lines: 1 proved, 1 defined, 1 refuted")
    #expect(rows.count == 4)
  }

  @Test func aPlaceOfSeveralLinesHasNoEndColumn() {
    var line = Samples.line("1", "x", .unreadable)
    line.location.endLine = 9
    #expect(
      rows(outcome(line))[0] == "::warning file=papers/a.md,line=7,col=4,endLine=9,"
        + "title=R032 (1) x is not understood::(1) x is not understood")
  }

  /// A file cannot write commands of its own.
  @Test func textIsEscaped() {
    let line = Samples.line("1,:%\n::error::", "x", .undecided, notes: ["100%\n::error::a\rb"])
    let rows = rows(outcome(line), path: "a,b:c%.md")
    #expect(rows.count == 2)
    #expect(rows[0].hasPrefix("::warning file=a%2Cb%3Ac%25.md,line=7,"))
    #expect(rows[0].contains("title=R031 (1%2C%3A%25 %3A%3Aerror%3A%3A) x is neither"))
    #expect(rows[0].hasSuffix("::Note: 100%25 ::error::a b."))
  }

  @Test func whatFollowsIsTheSummaryOnly() {
    #expect(rows(outcome(Samples.line("1", "x", .proved))).count == 1)
  }
}
