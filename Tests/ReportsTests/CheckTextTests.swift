import Derivations
import Reports
import Testing

@Suite struct CheckTextTests {
  private let raw = TextStyle(width: 80, showsLaTeX: true)

  private func render(_ lines: [LineOutcome], width: Int = 80) -> String {
    CheckText.render(
      Outcome(derivation: "paper", title: "A paper", lines: lines, assumptions: []),
      file: "paper.md", style: TextStyle(width: width, showsLaTeX: true))
  }

  @Test func theWholeReport() {
    let text = CheckText.render(Samples.outcome, file: "derivations/paper.md", style: raw)
    #expect(
      text == """
        A paper
        derivations/paper.md

          defined     (1)   H    line 7
          proved      (26)  x_1  line 7
          refuted     (27)  x_4  line 211
                      printed  a b
                      derived  a - b
                      at       b = 1/4, a = 3/4
                      there    printed = 3/16, derived = 1/2
                      given    fermion, t = 0
                      where    d > 0
                      note     one sign

        3 lines: 1 proved, 1 defined, 1 refuted
        Rests on: born; no Lamb shift
        Proved where: d > 0 (26)
        Reading: “printed” is the line as transcribed in the file, “derived” what the
        file's own model implies; “there” gives both sides exactly, at the values named.

        """)
  }

  @Test func quietIsOneLine() {
    let text = CheckText.render(Samples.outcome, file: "p.md", style: raw, isQuiet: true)
    #expect(text == "p.md: 3 lines: 1 proved, 1 defined, 1 refuted\n")
  }

  @Test(arguments: Verdict.allCases)
  func everyVerdictIsAWordOfItsOwnRow(verdict: Verdict) {
    let text = render([Samples.line("5", "A", verdict, printed: "zz")])
    #expect(text.contains("  \(verdict.rawValue)"))
    let isPlain = verdict == .proved || verdict == .defined
    #expect(text.contains("printed  zz") == !isPlain)
    #expect(text.contains("1 line: 1 \(verdict.rawValue)\n"))
  }

  @Test func notesOfProvedLinesAreShown() {
    #expect(render([Samples.line("5", "A", .proved, notes: ["by parts"])]).contains("by parts"))
  }

  @Test func nothingCheckedIsSaid() {
    #expect(render([]).contains("Nothing was checked"))
  }

  @Test func aWitnessWithoutSymbolsHoldsEverywhere() {
    let line = Samples.line(
      "5", "A", .refuted, derived: "2", witness: Witness(at: [], printed: "1", derived: "2"))
    #expect(render([line]).contains("at       all values"))
  }

  @Test func colourIsNeverAlone() {
    let style = TextStyle(hasColor: true, width: 80, showsLaTeX: true)
    let colored = CheckText.render(Samples.outcome, file: "p.md", style: style)
    let plain = CheckText.render(Samples.outcome, file: "p.md", style: raw)
    #expect(colored.contains("\u{1B}[31mrefuted"))
    #expect(colored.contains("\u{1B}[32mproved"))
    #expect(!plain.contains("\u{1B}"))
    // Without its colours it is the plain text.
    var stripped = colored
    for code in ["0", "1", "2", "31", "32", "33", "36"] {
      stripped = stripped.replacing("\u{1B}[\(code)m", with: "")
    }
    #expect(stripped == plain)
  }

  @Test(arguments: [40, 60, 100, 200])
  func noLineIsWiderThanTheTerminal(width: Int) {
    let long = Array(repeating: "a + b", count: 40).joined(separator: " + ")
    let line = Samples.line(
      "27+12", #"\rho_{44}\left(\omega_1, \omega_2, \mathcal{N}\right)"#, .refuted, printed: long,
      derived: long + " + c",
      witness: Witness(
        at: (1...30).map { .init(symbol: "N_{\($0)}", value: "\($0)/7") }, printed: "1",
        derived: "2"),
      conditions: [long], notes: [long])
    for row in render([line], width: width).split(separator: "\n") {
      #expect(row.count <= width, "\(row)")
    }
  }

  @Test func aLongFormulaIsCutAndSaysSo() {
    let long = (1...400).map { "a_\($0)" }.joined(separator: " + ")
    let text = render([Samples.line("5", "A", .undecided, printed: long)])
    #expect(text.contains("a_1 + a_2"))
    #expect(!text.contains("a_400"))
    #expect(text.contains("--format json shows all"))
    #expect(!render([Samples.line("5", "A", .undecided)]).contains("--format json"))
  }

  @Test func conditionsNameTheEquationsThatNeedThemOnce() {
    let text = render([
      Samples.line("1", "A", .proved, conditions: ["d > 0"]),
      Samples.line("1", "B", .proved, conditions: ["d > 0"]),
      Samples.line("2", "C", .proved, conditions: ["e > 0", "d > 0"]),
    ])
    #expect(text.contains("Proved where: d > 0 (1, 2); e > 0 (2)"))
  }

  /// A derivation file must not be able to write to the reader's terminal.
  @Test func escapeSequencesOfTheFileAreDisarmed() {
    let text = CheckText.render(
      Outcome(
        derivation: "paper", title: "A\u{1B}[2Jpaper\u{202E}",
        lines: [Samples.line("1\u{7}", "H\u{1B}", .unreadable, printed: "\u{9B}31m")],
        assumptions: ["\u{1B}]0;x"]),
      file: "\u{1B}.md", style: raw)
    for control in ["\u{1B}", "\u{7}", "\u{9B}", "\u{202E}"] { #expect(!text.contains(control)) }
  }

  @Test func wordingAccusesNobody() {
    let text = CheckText.render(Samples.outcome, file: "p.md", style: raw).lowercased()
    #expect(text.contains("as transcribed"))
    for word in ["wrong", "mistake", "author", "incorrect", "error", "false"] {
      #expect(!text.contains(word))
    }
  }
}
