import Derivations
import Reports
import Testing

@Suite struct ImportedFileTests {
  private func read(
    _ text: String, _ format: ImportedPaper.Format = .markdown
  ) throws(FileError) -> ImportedPaper {
    try PaperReader.read(bytes: Array(text.utf8), file: "paper", format: format)
  }

  private func render(
    _ text: String, _ format: ImportedPaper.Format = .markdown
  ) throws(FileError) -> String {
    ImportedFile.render(try read(text, format), source: "folder/paper.md")
  }

  @Test func theWholeFile() throws {
    let text = try render(
      """
      # A paper

      ## The model

      With $\\Delta = \\omega - \\nu$ it is

      $$ H = \\Delta |e\\rangle\\langle e| \\quad (1) $$

      ```c
      ```
      """)
    let expected = #"""
      # A paper

      The displays below are those of paper.md, in its order and with its numbers; nothing in them has
      been corrected. Formulas of its running text are listed where they stand: a $ more on both sides
      makes a display of one. What each symbol means and what the model is must still be said: search for
      “FILL IN”, put what holds in its place and take away the # before it. A directive may also stand
      further down, in a block of its own, where the paper says it. derivations/README.md describes all of
      them.

      ```rederive
      # FILL IN: the levels of each subsystem, in the order of the product basis.
      # Kets in the displays: |e\rangle
      # qubit 1: e g

      # FILL IN: what the parameters are: positive, real, complex.
      # These stand in displays and on no left side; not all of them are parameters. Put parameters of
      # one kind in one directive: a slip may have taken one for another.
      # symbol \Delta: FILL IN

      # FILL IN: operators and shorthands that no display defines.
      # let \sigma_- = |g\rangle\langle e|

      # FILL IN: the model.
      # hamiltonian H
      # bath 1: couples \sigma_-, temperature T, decay rate \kappa, boson
      # approximations: born, markov, no Lamb shift

      # FILL IN: what these left sides mean in the model.
      # A line that is taken away leaves its name a definition of the paper's own.
      # H means FILL IN
      ```

      ## The model

      In the text:

      - $\Delta = \omega - \nu$ (line 5)

      $$ H = \Delta |e\rangle\langle e| \tag{1} $$

      ## Not read, or not understood

      FILL IN: look these up in the source, by their lines, and take this section away.

      - Line 9: a block of c was not read

      """#
    #expect(text == expected)
  }

  // Filled in, the same file checks: nothing else has to be changed.
  @Test func aFileThatIsFilledInChecks() throws {
    var text = try render(
      """
      # A qubit

      $$ H = \\omega |e\\rangle\\langle e| \\quad (1) $$

      $$ n = \\frac{1}{e^{\\omega/T} - 1} \\quad (2) $$

      $$ p = \\frac{n}{2n + 1} \\quad (3) $$
      """)
    let fillings = [
      ("# qubit", "qubit"), ("# symbol \\omega: FILL IN", "symbol \\omega, \\kappa: positive"),
      ("# symbol T: FILL IN", "symbol T: positive"), ("# let", "let"),
      ("# hamiltonian", "hamiltonian"), ("# bath", "bath"), ("# approx", "approx"),
      ("# H means FILL IN\n", ""),
      ("# n means FILL IN", "n means occupation of bath 1 at frequency \\omega"),
      (
        "# p means FILL IN",
        "p means steady state, basis |e\\rangle |g\\rangle, element (1, 1)"
      ),
    ]
    for (old, new) in fillings { text = text.replacing(old, with: new, maxReplacements: 1) }
    let outcome = try Derivation(bytes: Array(text.utf8), file: "a.md").check { _ in }
    #expect(outcome.lines.map(\.equation) == ["1", "2", "3"])
    #expect(outcome.lines.map(\.verdict) == [.defined, .proved, .proved])
  }

  @Test func nothingFilledInSaysWhatIsMissing() throws {
    let text = try render("$$ a = b $$")
    let error = #expect(throws: FileError.self) {
      try Derivation(bytes: Array(text.utf8), file: "a.md").check { _ in }
    }
    #expect(error?.diagnostics.first?.message == "no subsystem is declared")
  }

  // What was written reads back with the same displays and numbers.
  @Test(
    arguments: [
      "$$ a = b $$", "$$ a = b % c\n$$ (1)", "$$ a\n= b % c\n+ d $$ (2)", "$$ a % b $$",
      "$$ \\begin{aligned} a &= b \\tag{1} \\\\ c &= d \\tag{2} \\end{aligned} $$",
      "$$ \(String(repeating: "a + ", count: 40)) b \\tag{7} $$", "\\[ a = b \\] (A.1)",
      "$$ \\text{# a} $$", "$$ \\text{``` a} $$", "$$\n# a\n$$", "$$\n```\n$$",
    ])
  func itReadsBack(text: String) throws {
    let paper = try read(text)
    let again = try read(ImportedFile.render(paper, source: "a"))
    #expect(again.displays.map(\.display) == paper.displays.map(\.display))
  }

  @Test func wordsOpenNothing() throws {
    let text = try render(
      ##"\begin{align} a &= b \\ \intertext{\# $x$ $$} c &= d \end{align}"##, .latex)
    #expect(text.contains("\n\\# $x$ $ $\n"))
  }

  @Test(
    arguments: [
      ("$$ a $$", "x: 1 display, none numbered\n"),
      ("$$ a $$ (1)", "x: 1 display, one numbered: (1)\n"),
      (
        "$$ a $$ (1)\n\n$$ a $$ (3)\n\n$$ a $$ (3)",
        "x: 3 displays, 3 numbered: (1) to (3)\n  missing in the sequence: (2)\n"
          + "  printed twice: (3)\n"
      ),
      (
        "$$ a $$ \\[ b",
        "x: 1 display, none numbered\n"
          + "  line 1: the display that \\[ opens is not closed: it is left out\n"
      ),
    ])
  func theSummary(text: String, expected: String) throws {
    #expect(ImportSummary.render(try read(text), source: "x") == expected)
  }

  @Test func aLongSummaryIsCut() throws {
    let text = "$$ a $$\n" + String(repeating: "\\begin{eqs}\n", count: 50)
    let lines = ImportSummary.render(try read(text), source: "x").split(separator: "\n")
    #expect(lines.count == 42)
    #expect(lines.last == "  and 10 more, at the end of what was written")
  }
}

@Suite struct StarterFileTests {
  // 1 definition and 6 lines that are proved; the claim holds.
  @Test func itChecks() throws {
    let text = StarterFile.text(name: "paper")
    let derivation = try Derivation(bytes: Array(text.utf8), file: "paper.md")
    let outcome = try derivation.check { _ in }
    #expect(outcome.title == "paper: a qubit in a bath")
    #expect(outcome.lines.map(\.equation) == ["1", "2", "3", "3", "4", "4", "5"])
    #expect(outcome.lines.map(\.verdict) == [.defined] + Array(repeating: .proved, count: 6))
    #expect(outcome.claims.map(\.verdict) == [.holds])
    #expect(try derivation.figures(named: nil).map(\.name) == ["1"])
  }

  @Test func everyDirectiveIsExplained() {
    let text = StarterFile.text(name: "paper")
    let words = [
      "qubit", "symbol", "let", "hamiltonian", "bath", "approximations", "means", "figure", "claim",
      "given",
    ]
    for word in words { #expect(text.contains("\n\(word) ") || text.contains(" \(word) ")) }
    for line in text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
  }
}
