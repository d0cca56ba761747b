import Testing

@testable import Derivations

/// The least edits that make the paper's wrong lines right, as they were found with pen and paper.
@Suite struct RepairsOfThePaperTests {
  // |ε₃⟩ has +; η₃₃ has −ρ₂₂(cos θ − 1); ρ₂₃ of the bosons lacks a minus and its i has the other sign;
  // ρ₄₄ of the fermions lacks a minus before 𝓡, and in (33) besides L + 𝓛₋ stands for 𝓛₊𝓛₋.
  @Test(
    arguments: [
      (
        "2", #"|\varepsilon_3\rangle"#, [Slip.sign],
        #"\cos \frac{\theta}{2} |eg\rangle + \sin \frac{\theta}{2} |ge\rangle"#
      ),
      (
        "15", #"\eta_{33}"#, [.sign],
        #"\frac{1}{2}(\rho_{33}(\cos \theta + 1) - (\rho_{23} + \rho_{32}) \sin \theta - \rho_{22}(\cos \theta - 1))"#
      ),
      (
        "23", #"\rho_{23}"#, [.lostSign, .conjugation],
        #"-\frac{1}{\mathcal{N}} \left[\frac{M_+(1 + 2L_-) + M_-(1 + 2L_+)}{2(1 + L_+ + L_-) - i\frac{\Omega}{J}} \right]"#
      ),
      ("27", #"\rho_{44}"#, [.operation], #"L_+ L_- - \mathcal{R}"#),
      ("27", #"\rho_{23}"#, [.conjugation], #"-\frac{M_+ + M_-}{2 - i\frac{\Omega}{J}}"#),
      (
        "30", #"\rho_{23}"#, [.lostSign, .conjugation],
        #"-\frac{1}{\mathcal{G}} \left[\frac{\mathcal{M}_+(1 + 2\mathcal{L}_-) + \mathcal{M}_-(1 + 2\mathcal{L}_+)}{2(1 + \mathcal{L}_+ + \mathcal{L}_-) - i\frac{\Omega}{J}} \right]"#
      ),
      (
        "33", #"\rho_{44}"#, [.typeface, .strayScript, .operation],
        #"\mathcal{L}_+ \mathcal{L}_- - \mathcal{R}"#
      ),
      (
        "33", #"\rho_{23}"#, [.conjugation],
        #"-\frac{\mathcal{M}_+ + \mathcal{M}_-}{2 - i\frac{\Omega}{J}}"#
      ),
    ] as [(String, String, [Slip], String)])
  func theLeastEdits(
    _ equation: String, _ subject: String, _ slips: [Slip], _ latex: String
  ) throws {
    let line = try Paper.line(equation, subject)
    #expect(line.repairs.count == 1)
    let repair = try #require(line.repairs.first)
    #expect(repair.slips == slips)
    #expect(repair.edits == slips.count)
    #expect(repair.latex == latex)
    #expect(repair.unique)
    #expect(repair.verdict == .proved)
  }

  // Only η₃₃ is about a basis that no line speaks for as printed.
  @Test func theConventionsTheyNeed() throws {
    for line in try Paper.outcome.get().lines {
      for repair in line.repairs {
        let isReversed = line.subject == #"\eta_{33}"#
        #expect(repair.under.count == (isReversed ? 1 : 0), "\(line.equation) \(line.subject)")
        #expect(repair.under.allSatisfy { $0.hasSuffix("the reverse of the declared") })
      }
    }
  }

  // Lost and confused glyphs for ρ₄₄; a + for a − in η₃₃ and |ε₃⟩; a convention where one is found.
  @Test(arguments: [
    ("2", #"|\varepsilon_3\rangle"#, Origin.formula), ("15", #"\eta_{33}"#, .formula),
    ("27", #"\rho_{44}"#, .transcription), ("33", #"\rho_{44}"#, .transcription),
    ("18", #"\rho_{11}"#, .convention), ("18", #"\rho_{22}"#, .convention),
    ("18", #"\rho_{44}"#, .convention), ("23", #"\rho_{23}"#, .convention),
    ("27", #"\rho_{23}"#, .convention), ("30", #"\rho_{23}"#, .convention),
    ("33", #"\rho_{23}"#, .convention),
  ])
  func origins(_ equation: String, _ subject: String, _ origin: Origin) throws {
    #expect(try Paper.line(equation, subject).origin == origin)
  }

  // The undeclared L comes first in print, and its change is the first one.
  @Test func theUndeclaredSymbolIsChanged() throws {
    let repair = try #require(try Paper.line("33", #"\rho_{44}"#).repairs.first)
    #expect(repair.changes.map(\.printed) == ["L", " +", ""])
    #expect(repair.changes.map(\.replacement) == [#"\mathcal{L}"#, "_+", "- "])
  }

  @Test func onlyRefutedLinesAreMended() throws {
    for line in try Paper.outcome.get().lines where line.verdict != .refuted {
      #expect(line.repairs.isEmpty)
      #expect(line.mark == nil)
    }
    for line in try Paper.outcome.get().lines where line.verdict == .refuted {
      #expect(line.mark != nil)
    }
  }

  // Each line by itself reads what its repair says; all at once they are right, and nothing that was
  // right before is wrong now.
  @Test func theMendedPaperIsRight() throws {
    let before = try Paper.outcome.get().lines
    // The permuted populations of (18) are no slips.
    let repairs = before.filter { $0.verdict == .refuted && $0.equation != "18" }
      .compactMap(\.repairs.first)
    #expect(repairs.count == 10)
    let after = try Paper.check(Sample.applying(repairs, to: try Paper.text.get())).lines
    func key(_ line: LineOutcome) -> String { "\(line.equation) \(line.subject)" }
    for line in after where line.equation != "18" {
      #expect(line.verdict != .refuted, "\(key(line)): \(line.printed)")
    }
    for line in before where line.verdict == .refuted && line.equation != "18" {
      let repair = try #require(line.repairs.first)
      let mended = try #require(after.first { key($0) == key(line) })
      #expect(mended.verdict == (repair.under.isEmpty ? .proved : .convention), "\(key(line))")
      #expect(mended.printed == repair.latex)
    }
    // The ± of the bosons' occupation is now one sign, so that its two lines are one each.
    #expect(after.count == before.count - 2)
    func count(_ lines: [LineOutcome], _ verdict: Verdict) -> Int {
      lines.count { $0.verdict == verdict }
    }
    #expect(count(after, .unreadable) == count(before, .unreadable))
    #expect(count(after, .defined) == count(before, .defined))
  }
}
