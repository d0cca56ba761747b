import Derivations
import Testing

@testable import Reports

/// Errata and lists of corrections.
@Suite struct CorrectionReportsTests {
  private static func line(_ subject: String, _ verdict: Verdict, at line: Int) -> LineOutcome {
    LineOutcome(
      equation: "7", subject: subject, verdict: verdict, printed: "x",
      witness: verdict == .refuted
        ? Witness(at: [.init(symbol: "x", value: "2")], printed: "2", derived: "-2") : nil,
      notes: verdict == .unreadable ? [#"$\alpha$ is outside what is decided"#] : [],
      location: Location(file: "p.md", line: line, column: 1, endLine: line, endColumn: 9))
  }

  private static func outcome(_ lines: [LineOutcome]) -> Outcome {
    Outcome(derivation: "p", title: "50% & more_or less", lines: lines, assumptions: [])
  }

  private static let correction: Correction = {
    var wrong = line(#"\rho_{11}"#, .refuted, at: 4)
    wrong.repairs = [
      Repair(
        edits: 1, slips: [.lostSign], latex: "-x", unique: true, verdict: .proved,
        range: wrong.location,
        changes: [.init(location: wrong.location, printed: "", replacement: "-")])
    ]
    wrong.given = [#"\theta = \pi/2"#, "boson"]
    let open = [line("a", .unreadable, at: 9), line("b", .unreadable, at: 9)]
    return Correction(
      text: "new",
      entries: [
        .init(
          source: .repair, repair: wrong.repairs[0], equations: ["7"], subjects: [#"\rho_{11}"#],
          printed: "x",
          corrected: "-x", lines: [0], location: wrong.location)
      ], before: outcome([wrong] + open),
      after: outcome([line(#"\rho_{11}"#, .proved, at: 4)] + open))
  }()

  @Test func theListSaysWhatChangedAndWhatIsLeft() {
    #expect(
      CorrectionText.render(Self.correction, style: TextStyle(width: 80)) == """
        corrected (7) ρ₁₁, line 4
          printed: x
          should read: −x
          why: a minus sign in front of a term is missing
        left to the author (7) a, b, line 9: not understood
          why: α is outside what is decided
        1 correction, each proved; 2 lines, 0 claims left to the author

        """)
  }

  @Test func nothingToCorrect() {
    let outcome = Self.outcome([Self.line("a", .proved, at: 1)])
    let nothing = Correction(text: "", entries: [], before: outcome, after: outcome)
    #expect(
      CorrectionText.render(nothing, style: TextStyle())
        == "0 corrections; nothing is left to the author\n")
    let erratum = ErratumLaTeX.render(nothing)
    #expect(erratum.contains("Nothing that is printed has to be corrected."))
    #expect(!erratum.contains("Left to the authors"))
  }

  @Test func theErratumHasFourPartsALine() {
    let erratum = ErratumLaTeX.render(Self.correction)
    for part in [
      #"\title{Erratum: 50\% \& more\_or less}"#,
      #"\section*{Eq. (7), $\rho_{11}$}"#,
      #"\item[Printed] $\displaystyle \rho_{11} = x$"#,
      #"\item[Should read] $\displaystyle \rho_{11} = -x$"#,
      #"\item[Why] a minus sign in front of a term is missing; at $x = 2$ what is printed is $2$, "#
        + #"and the model gives $-2$; given $\theta = \pi/2$, boson."#,
      #"\item[Consequence] no figure and no claim of the document is declared to use it."#,
      #"\item (7) $a$, $b$, line 9: not understood: $\alpha$ is outside what is decided"#,
    ] {
      #expect(erratum.contains(part), "\(part)\n\(erratum)")
    }
    #expect(erratum.hasSuffix("\\end{document}\n"))
  }
}
