import Derivations
import Reports
import Testing

@Suite struct CheckTextTests {
  private let raw = TextStyle(width: 80, showsLaTeX: true)

  private func render(_ lines: [LineOutcome], width: Int = 80) -> String {
    CheckText.render(
      Outcome(derivation: "paper", title: "A paper", lines: lines, assumptions: []),
      file: "paper.md", source: [], style: TextStyle(width: width, showsLaTeX: true))
  }

  private func render(_ outcome: Outcome, _ style: TextStyle? = nil) -> String {
    CheckText.render(
      outcome, file: "paper.md", source: Samples.source, style: style ?? raw)
  }

  @Test func theWholeReport() {
    #expect(
      render(Samples.outcome) == #"""
        A paper
        paper.md

          defined     (1)   H    line 7
          proved      (26)  x_1  line 7
          refuted     (27)  x_4  line 211

        refuted[R001]: (27) x_4 does not follow
           --> /home/somebody/paper.md:211:4
            |
        211 | x_4 = a b, \\
            |    ^^^^^
            = printed: a b
            = derived: a - b
            = at: b = 1/4, a = 3/4
            = there: printed = 3/16, derived = 1/2
            = given: fermion, t = 0
            = where: d > 0
            = note: one sign
            = reproduce: rederive check --equation 27 paper.md

        3 lines: 1 proved, 1 defined, 1 refuted
        Rests on: born; no Lamb shift
        Proved where: d > 0 (26)
        Reading: “printed” is the line as transcribed in the file, “derived” what the
        file's own model implies; “there” gives both sides exactly, at the values named.
        Codes: rederive explain R001 tells what a code means.

        """#)
  }

  @Test func aRepairIsShownAtItsPlace() {
    let text = render(Samples.rich)
    #expect(
      text.contains(
        #"""

        refuted[R006]: (27) x_4 does not follow: a sign between two factors is missing
           --> /home/somebody/paper.md:211:9
            |
        211 | x_4 = a b, \\
            |         ^ put in '-'
            = printed: a b
            = derived: a - b
            = at: b = 1/4, a = 3/4
            = there: printed = 3/16, derived = 1/2
            = help: put in '-': a - b (proved; the only repair with one edit)
            = origin: suspect transcription: a glyph lost or confused in copying would
                      do it; compare the line as transcribed with the original first
            = given: fermion, t = 0

        """#))
  }

  @Test func findingsStandBelowTheLines() {
    let text = render(Samples.rich)
    #expect(
      text.contains(
        #"""
            = reproduce: rederive check --equation 27 paper.md

        finding[R021]: The labels of $x$ are exchanged.
           --> /home/somebody/paper.md:211:1
            |
        211 | x_4 = a b, \\
            | ^^^^^^^^^
        212 | y = a
            | ^^^^^
            = about: labels permuted: (27), (28)
            = mapping: printed → meant: x_4 → x_1, x_1 → x_4
            = reproduce: rederive check --equation 27 --equation 28 paper.md

        finding[R023]: (26) and (27) cannot both be right.
           --> /home/somebody/paper.md:211:1
            |
        211 | x_4 = a b, \\
            | ^^^^^^^^^
            = about: lines that cannot all be right together: (26), (27)
            = at: a = 3/4
            = there: (26) = 1, the trace of (27) = 1/2
            = reproduce: rederive check --equation 26 --equation 27 paper.md

        3 lines: 1 proved, 1 defined, 1 refuted

        """#))
  }

  @Test func theGravestStandFirst() throws {
    let order: [Verdict] = [.unreadable, .undecided, .convention, .undefined, .refuted]
    let text = render(order.enumerated().map { Samples.line("\($0.offset)", "A", $0.element) })
    let places = try order.reversed().map { verdict in
      try #require(text.range(of: "\n\(verdict.rawValue)[R")).lowerBound
    }
    #expect(places == places.sorted())
  }

  @Test func quietIsOneLine() {
    let text = CheckText.render(
      Samples.outcome, file: "p.md", source: [], style: raw, isQuiet: true)
    #expect(text == "p.md: 3 lines: 1 proved, 1 defined, 1 refuted\n")
  }

  @Test(arguments: Verdict.allCases)
  func everyVerdictIsAWordOfItsOwnRow(verdict: Verdict) {
    let text = render([Samples.line("5", "A", verdict, printed: "zz")])
    #expect(text.contains("  \(verdict.rawValue)"))
    let isPlain = verdict == .proved || verdict == .defined
    #expect(text.contains("\n\(verdict.rawValue)[R0") == !isPlain)
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
    #expect(render([line]).contains("= at: all values\n"))
  }

  @Test func colourIsNeverAlone() {
    let style = TextStyle(hasColor: true, width: 80, showsLaTeX: true)
    let colored = render(Samples.rich, style)
    let plain = render(Samples.rich)
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
    // A command to copy and a place to jump to are never broken.
    for row in render([line], width: width).split(separator: "\n")
    where !row.contains("= reproduce:") && !row.contains("-->") {
      #expect(row.count <= width, "\(row)")
    }
  }

  @Test func aLongFormulaIsCutAndSaysSo() {
    let long = (1...400).map { "a_\($0)" }.joined(separator: " + ")
    let text = render([Samples.line("5", "A", .undecided, derived: long)])
    #expect(text.contains("= derived: a_1 + a_2"))
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
      file: "\u{1B}.md", source: Array("a\u{1B}b\u{202E}".utf8), style: raw)
    for control in ["\u{1B}", "\u{7}", "\u{9B}", "\u{202E}"] { #expect(!text.contains(control)) }
  }

  @Test func wordingAccusesNobody() {
    let text = render(Samples.rich).lowercased()
    #expect(text.contains("as transcribed"))
    for word in ["wrong", "mistake", "author", "incorrect", "error", "false"] {
      #expect(!text.contains(word))
    }
  }
}
