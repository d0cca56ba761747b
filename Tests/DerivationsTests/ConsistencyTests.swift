import Foundation
import Testing

@testable import Derivations

/// The paper against itself: what its lines cannot both be right about, whatever the model is.
@Suite struct ConsistencyTests {
  private static let paper = Result {
    String(decoding: try Sample.shipped("hadipour-haseli-2024"), as: UTF8.self)
  }

  private static let outcome = Result { try check(paper.get()) }

  private static func check(_ text: String) throws -> Outcome {
    try Derivation(bytes: Array(text.utf8), file: "paper.md").checkWithoutModel { _ in }
  }

  /// Law, equations, quantities: what has to be found and nothing else.
  ///
  /// (2): ⟨ε₂|ε₃⟩ = −2 sin(θ/2)cos(θ/2). (15): the last term of η₃₃ has cos θ + 1 for cos θ − 1. (18): labels
  /// permuted. (27), (33): ρ₄₄ lacks a minus. (23), (30): the numerator of ρ₂₃ lacks a minus.
  private static let table = #"""
    2 | |\varepsilon_2\rangle |\varepsilon_3\rangle | orthogonal
    15 | \eta_{11} \eta_{22} \eta_{33} \eta_{44} | add up
    18, 23 | \rho_{11} \rho_{22} \rho_{44} | right about
    18, 27 | \rho_{11} \rho_{22} \rho_{44} | right about
    18, 30 | \rho_{11} \rho_{22} \rho_{44} | right about
    18, 33 | \rho_{11} \rho_{22} \rho_{44} | right about
    23, 27 | \rho_{44} \rho_{23} | lowest order
    23, 33 | \rho_{23} | lowest order
    27 | \rho_{11} \rho_{22} \rho_{33} \rho_{44} | add up
    27, 30 | \rho_{44} \rho_{23} | lowest order
    27, 33 | \rho_{44} | right about
    30, 33 | \rho_{23} | lowest order
    33 | \rho_{11} \rho_{22} \rho_{33} \rho_{44} | add up
    """#

  @Test func everyContradictionOfThePaperIsFound() throws {
    let findings = try Self.outcome.get().findings
    let expected = Self.table.split(separator: "\n").map { row in
      row.components(separatedBy: " | ")
    }
    #expect(findings.map { $0.equations.joined(separator: ", ") } == expected.map { $0[0] })
    for (finding, row) in zip(findings, expected) {
      #expect(finding.kind == .inconsistency)
      #expect(finding.statement.contains(row[2]), "\(finding.statement)")
      #expect(finding.statement.contains("cannot"))
      for name in row[1].split(separator: " ") {
        #expect(finding.statement.contains("$\(name)$"), "\(name): \(finding.statement)")
      }
      let count = finding.statement.components(separatedBy: "$\\rho_").count - 1
      if row[1].hasPrefix("\\rho") { #expect(count == row[1].split(separator: " ").count) }
    }
  }

  @Test func everyContradictionHasExactNumbers() throws {
    let source = try Sample.source(try Self.paper.get())
    for finding in try Self.outcome.get().findings {
      let witness = try #require(finding.witness)
      #expect(witness.firstValue != witness.secondValue)
      #expect(!witness.firstValue.contains(".") && !witness.secondValue.contains("."))
      #expect(!witness.at.isEmpty)
      for location in finding.locations {
        #expect(!source.text(source.lines[location.line - 1]).trimmed.isEmpty)
      }
    }
  }

  // Fermions at equal temperatures and potentials, J = 1, n⁺ = 1/2, n⁻ = 2/3. Printed (18):
  // ρ₁₁ = Γ⁺γ⁻/Z = (1 − n⁺) n⁻ = 1/3. Printed (27) at M = 0: (1 − n⁺)(1 − n⁻) = 1/6.
  @Test func equilibriumWitnessByHand() throws {
    let finding = try #require(
      try Self.outcome.get().findings.first { $0.equations == ["18", "27"] })
    let witness = try #require(finding.witness)
    #expect(witness.at.map(\.symbol) == ["N_1^+", "N_1^-"])
    #expect(witness.at.map(\.value) == ["1/2", "2/3"])
    #expect((witness.first, witness.firstValue) == ("(18)", "1/3"))
    #expect((witness.second, witness.secondValue) == ("(27)", "1/6"))
    #expect(
      finding.statement
        == #"(18) and (27) cannot both be right about $\rho_{11}$, $\rho_{22}$ and $\rho_{44}$, "#
        + #"where $\theta = \pi/2$, $\omega_1 = \omega_2 = \omega$, $T_1 = T_2 = T$ and "#
        + #"$\mu_1 = \mu_2 = \mu$, for fermions."#)
  }

  // At θ = π/2, J = Ω = 1, to order 1: 𝒩 → 1, so (23) is (M₊ + M₋)/(2 + i) = −(1/2)(2 − i)/5 with
  // N₂⁻ = 2 and the others 1; (33) is minus that.
  @Test func diluteWitnessByHand() throws {
    let finding = try #require(
      try Self.outcome.get().findings.first { $0.equations == ["23", "33"] })
    let witness = try #require(finding.witness)
    #expect((witness.first, witness.firstValue) == ("(23) to order 1", "-1/5+1/10i"))
    #expect((witness.second, witness.secondValue) == ("(33) to order 1", "1/5-1/10i"))
  }

  // As in the check against the model: 147 lines, 32 of them definitions, 13 unreadable.
  @Test func nothingIsLeftOutOrCalledRight() throws {
    let outcome = try Self.outcome.get()
    #expect(outcome.lines.count == 147)
    #expect(outcome.summary[.defined] == 32)
    #expect(outcome.summary[.unreadable] == 13)
    #expect(outcome.summary[.undecided] == 102)
    for line in outcome.lines where line.verdict != .defined { #expect(!line.notes.isEmpty) }
    #expect(outcome.lines.allSatisfy { $0.witness == nil && $0.derived == nil })
    #expect(outcome.diagnostics.map(\.message) == ["undeclared symbol 'L'"])
    #expect(outcome.assumptions == [#"$\lambda < 2\sqrt{\omega_1 \omega_2}$"#])
  }

  private func notes(_ equation: String, _ subject: String) throws -> [String] {
    try #require(
      try Self.outcome.get().lines.first { $0.equation == equation && $0.subject == subject }
    ).notes
  }

  @Test func linesSayWhatWasAsked() throws {
    #expect(try notes("3", "U") == ["the matrix is unitary"])
    #expect(try notes("4", "H_{int}") == ["no law of consistency applies to it"])
    #expect(try notes("13", #"\rho_\varepsilon"#) == ["entries are conjugates of each other"])
    #expect(
      try notes("30", #"\rho_{23}"#) == [
        "agrees with (23) where both hold",
        "contradicts (27) to lowest order in the occupations",
        "contradicts (33) to lowest order in the occupations",
      ])
    #expect(try notes("23", #"\rho_{33}"#).first == "the trace of (23) is 1")
    #expect(
      try notes("12+3", #"N_1(\omega)"#).last
        == "not compared: ± gives one quantity two values")
  }

  // MARK: The corrected paper

  private static let corrections: [(printed: String, right: String)] = [
    (
      #"&= \cos \frac{\theta}{2} |eg\rangle - \sin"#, #"&= \cos \frac{\theta}{2} |eg\rangle + \sin"#
    ),
    (
      #"\sin \theta - \rho_{22}(\cos \theta + 1)),"#, #"\sin \theta - \rho_{22}(\cos \theta - 1)),"#
    ),
    (
      #"\rho_{11} &= \frac{(\Gamma_1^+ + \Gamma_2^+)(\gamma_1^- + \gamma_2^-)}"#,
      #"\rho_{11} &= \frac{(\Gamma_1^+ + \Gamma_2^+)(\Gamma_1^- + \Gamma_2^-)}"#
    ),
    (
      #"\rho_{22} &= \frac{(\gamma_1^- + \gamma_2^-)(\gamma_1^+ + \gamma_2^+)}"#,
      #"\rho_{22} &= \frac{(\Gamma_1^+ + \Gamma_2^+)(\gamma_1^- + \gamma_2^-)}"#
    ),
    (
      #"\rho_{44} &= \frac{(\Gamma_1^- + \Gamma_2^-)(\Gamma_1^+ + \Gamma_2^+)}"#,
      #"\rho_{44} &= \frac{(\gamma_1^- + \gamma_2^-)(\gamma_1^+ + \gamma_2^+)}"#
    ),
    (
      #"\frac{1}{\mathcal{N}} \left[\frac{M_+(1 + 2L_-) + M_-(1 + 2L_+)}{2(1 + L_+ + L_-) + i"#,
      #"-\frac{1}{\mathcal{N}} \left[\frac{M_+(1 + 2L_-) + M_-(1 + 2L_+)}{2(1 + L_+ + L_-) - i"#
    ),
    (#"\rho_{44} &= L_+ L_- \mathcal{R}"#, #"\rho_{44} &= L_+ L_- - \mathcal{R}"#),
    (#"-\frac{M_+ + M_-}{2 + i"#, #"-\frac{M_+ + M_-}{2 - i"#),
    (
      #"\frac{1}{\mathcal{G}} \left[\frac{\mathcal{M}_+(1"#,
      #"-\frac{1}{\mathcal{G}} \left[\frac{\mathcal{M}_+(1"#
    ),
    (
      #"{2(1 + \mathcal{L}_+ + \mathcal{L}_-) + i"#, #"{2(1 + \mathcal{L}_+ + \mathcal{L}_-) - i"#
    ),
    (
      #"\rho_{44} &= L + \mathcal{L}_- \mathcal{R}"#,
      #"\rho_{44} &= \mathcal{L}_+ \mathcal{L}_- - \mathcal{R}"#
    ),
    (
      #"-\frac{\mathcal{M}_+ + \mathcal{M}_-}{2 + i"#,
      #"-\frac{\mathcal{M}_+ + \mathcal{M}_-}{2 - i"#
    ),
  ]

  private static func corrected(except omitted: Int? = nil) throws -> String {
    var text = try paper.get()
    for (index, correction) in corrections.enumerated() where index != omitted {
      #expect(text.components(separatedBy: correction.printed).count == 2, "\(correction.printed)")
      text = text.replacingOccurrences(of: correction.printed, with: correction.right)
    }
    return text
  }

  @Test func nothingIsFoundInTheCorrectedPaper() throws {
    let outcome = try Self.check(try Self.corrected())
    #expect(outcome.findings.isEmpty, "\(outcome.findings.map(\.statement))")
    #expect(outcome.diagnostics.isEmpty)
    let line = try #require(
      outcome.lines.first { $0.equation == "30" && $0.subject == #"\rho_{23}"# })
    #expect(
      line.notes == [
        "agrees with (23) where both hold", "agrees with (27) to lowest order in the occupations",
        "agrees with (33) to lowest order in the occupations",
      ])
  }

  // Each slip by itself is seen in what it is held against.
  @Test(
    arguments: zip(
      corrections.indices,
      [
        ["2"], ["15"], ["18"], ["18"], ["18"], ["23"], ["27"], ["27"], ["30"], ["30"], ["33"],
        ["33"],
      ] as [[String]]))
  func everySlipByItselfIsFound(_ index: Int, _ equations: [String]) throws {
    let outcome = try Self.check(try Self.corrected(except: index))
    #expect(!outcome.findings.isEmpty)
    for finding in outcome.findings {
      #expect(!Set(finding.equations).isDisjoint(with: equations), "\(finding.statement)")
    }
  }

  @Test(arguments: ["qubit-two-baths", "driven-atom", "absorption-refrigerator"])
  func nothingIsFoundInTheOtherFiles(_ name: String) throws {
    let outcome = try Derivation(bytes: try Sample.shipped(name), file: "\(name).md")
      .checkWithoutModel { _ in }
    #expect(outcome.findings.isEmpty, "\(outcome.findings.map(\.statement))")
    #expect(outcome.diagnostics.isEmpty)
    #expect(outcome.lines.contains { $0.notes.contains { $0.hasPrefix("agrees with") } })
  }
}
