import Testing

@testable import Derivations

/// What the paper's wrong lines have in common, as it was found with pen and paper.
@Suite struct FindingsOfThePaperTests {
  private static func finding(
    _ kind: Finding.Kind, _ equations: [String]
  ) throws -> Finding {
    let all = try Paper.outcome.get().findings
    return try #require(
      all.first { $0.kind == kind && $0.equations == equations },
      "\(all.map { "\($0.kind) \($0.equations)" })")
  }

  // Eq. 15 holds for {gg, ge, eg, ee} only, and U of Eq. 3 as well.
  @Test func theBasisIsPrintedBackwards() throws {
    let finding = try Self.finding(.basis, ["3", "14", "15"])
    let kets = ["ee", "eg", "ge", "gg"].map { "|\($0)\\rangle" }
    #expect(finding.mapping.map(\.printed) == kets)
    #expect(finding.mapping.map(\.meant) == kets.reversed())
    #expect(finding.locations.count == 5)
    #expect(
      finding.statement
        == #"""
        The basis is printed in the order $|ee\rangle, |eg\rangle, |ge\rangle, |gg\rangle$; $U$ of (3), \#
        $\eta_{11}$, $\eta_{44}$, $\eta_{22}$, $\eta_{23}$ of (15) follow in the opposite order, \#
        $|gg\rangle, |ge\rangle, |eg\rangle, |ee\rangle$, and no line speaks for the printed one.
        """#)
  }

  // The printed (ρ₁₁, ρ₂₂, ρ₃₃, ρ₄₄) are (ρ₂₂, ρ₄₄, ρ₃₃, ρ₁₁).
  @Test func thePopulationsArePermuted() throws {
    let finding = try Self.finding(.permutation, ["18"])
    #expect(
      finding.mapping.map { "\($0.printed) \($0.meant)" } == [
        #"\rho_{11} \rho_{22}"#, #"\rho_{22} \rho_{44}"#, #"\rho_{44} \rho_{11}"#,
      ])
    #expect(
      finding.statement
        == #"""
        The labels of the levels are a 3-cycle of the right ones: then $\rho_{11}$, $\rho_{22}$, \#
        $\rho_{44}$ of (18) follow; taken beyond their section, it would make $\eta_{11}$ of (15) and 13 \#
        more wrong, which follow.
        """#)
    for subject in [#"\rho_{11}"#, #"\rho_{22}"#, #"\rho_{44}"#] {
      let notes = try Paper.line("18", subject).notes
      #expect(notes.contains("true if the labels of the levels are a 3-cycle of the right ones"))
    }
  }

  // ρ₂₃ of the fermions is ρ₃₂; ρ₄₄ is wrong under any convention.
  @Test func theCoherenceIsTransposed() throws {
    let finding = try Self.finding(.convention, ["27", "33"])
    #expect(finding.mapping == [.init(printed: #"\rho_{23}"#, meant: #"\rho_{32}"#)])
    #expect(
      finding.statement
        == #"""
        An element $(i, j)$ is printed for $(j, i)$: then $\rho_{23}$ of (27), $\rho_{23}$ of (33) \#
        follow; nothing that was tried saves $\rho_{44}$ of (27), $\rho_{44}$ of (33); no line of \#
        the paper that follows speaks against it.
        """#)
    let lines = try ["27", "33"].map { try Paper.line($0, #"\rho_{23}"#).location }
    #expect(finding.locations == lines)
  }

  // −ρ₃₂ is what (23) prints for ρ₂₃: no convention does both, they disagree for few quanta.
  @Test func bosonsAndFermionsContradictEachOther() throws {
    let finding = try Self.finding(.inconsistency, ["23", "27", "30", "33"])
    #expect(finding.locations.count == 4)
    #expect(finding.statement.hasPrefix(#"No single convention makes both $\rho_{23}$ of (23)"#))
    let bosons = try Self.finding(.convention, ["23", "30"])
    #expect(
      bosons.mapping == [
        .init(printed: #"\rho_{23}"#, meant: #"-\rho_{32}"#),
        .init(printed: #"|\varepsilon_2\rangle"#, meant: #"-|\varepsilon_2\rangle"#),
      ])
  }

  @Test func thereIsNothingElse() throws {
    let findings = try Paper.outcome.get().findings
    #expect(
      findings.map(\.kind) == [.basis, .permutation, .convention, .convention, .inconsistency])
    let lines = try Paper.outcome.get().lines
    for finding in findings {
      for location in finding.locations {
        #expect(lines.contains { $0.location == location })
      }
    }
  }

  // The lines that are true under a convention only are explained by one, or by a basis.
  @Test func whatIsExplainedHasItsOrigin() throws {
    for line in try Paper.outcome.get().lines where line.verdict == .refuted {
      let isExplained = line.notes.contains { $0.hasPrefix("true if ") }
      #expect((line.origin == .convention) == isExplained)
    }
  }
}
