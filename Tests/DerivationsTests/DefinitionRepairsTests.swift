import Testing

@testable import Derivations

/// A slip in an abbreviation that the paper defines, found where the lines that use it go wrong.
@Suite struct DefinitionRepairsTests {
  // With s = 2n + 1: p_e = n/s, p_g = (n + 1)/s, so a wrong s makes both wrong.
  private func lines(_ definition: String) throws -> [LineOutcome] {
    try Sample.lines(
      #"""
      $$ p_e = \frac{n}{s}, \quad p_g = \frac{n + 1}{s}, \tag{1} $$

      where

      $$ s = \#(definition) \tag{2} $$

      """#)
  }

  @Test(arguments: [("2 n - 1", Slip.sign), ("n + 1", .number)])
  func theSlipIsThere(_ printed: String, _ slip: Slip) throws {
    let lines = try lines(printed)
    #expect(lines.map(\.verdict) == [.refuted, .refuted, .defined])
    let repair = try #require(lines.last?.repairs.first)
    #expect(repair.slips == [slip])
    #expect(repair.latex == "2 n + 1")
    #expect(repair.verdict == .proved)
    #expect(repair.unique)
    let notes = try #require(lines.last?.notes)
    #expect(notes.contains("with one edit here $p_e$ of (1), $p_g$ of (1) follow"))
    for line in lines.dropLast() {
      #expect(
        line.notes.contains("follows as printed if $s$ of (2) is mended: $s = 2 n + 1$"),
        "\(line.notes)")
    }
  }

  // Where it is used only in a power, or by a name that the file gives to something of it.
  @Test(arguments: [
    ("", #"\frac{n (2n + 1)}{s_1^2}, \quad p_g = \frac{(n + 1)(2n + 1)}{s_1^2}"#),
    ("let r = 1/s_1", #"n r, \quad p_g = (n + 1) r"#),
  ])
  func theSlipIsFoundWhereverTheNameIsUsed(_ given: String, _ values: String) throws {
    let lines = try Sample.lines(
      #"""
      $$ s_1 = n + 1 \tag{1} $$

      ```rederive
      \#(given)
      ```

      $$ p_e = \#(values) \tag{2} $$
      """#)
    #expect(lines.map(\.verdict) == [.defined, .refuted, .refuted])
    #expect(lines.first?.repairs.map(\.latex) == ["2 n + 1"])
  }

  // A true line uses s in a sum, by an angle, by the frequency of a meaning or by the model: it is right.
  @Test(arguments: [
    ("s_1 = n + 1", "symbol s_2: real", #"\sum_{k=1}^{2} s_k - s_2 = n + 1"#, #"\frac{1}{s_1}"#),
    (
      #"s = \frac{3}{5}"#, #"let \theta: \cos\theta = s, \sin\theta = \sqrt{1 - s^2}"#,
      #"5 \cos\theta = 3"#, #"\frac{3}{4 s (2n + 1)}"#
    ),
    (
      #"s = \omega"#, "m means occupation of bath 1 at frequency s", "m = n",
      #"\frac{s}{2 \omega (2 n + 1)}"#
    ),
    (
      #"s = \kappa"#, #"jump \sigma_+: rate s"#, "x = x", #"\frac{s}{2 \kappa (2 n + 1)}"#
    ),
  ])
  func whatATrueLineRestsOnIsTrusted(
    _ definition: String, _ given: String, _ truth: String, _ factor: String
  ) throws {
    let lines = try Sample.lines(
      #"""
      $$ \#(definition) \tag{1} $$

      ```rederive
      \#(given)
      ```

      $$ \#(truth) \tag{2} $$

      $$ x = x \#(factor), \quad y = y \#(factor) \tag{3} $$
      """#)
    #expect(lines.map(\.verdict) == [.defined, .proved, .refuted, .refuted])
    #expect(lines[0].repairs.isEmpty)
  }

  // s₁⁽¹⁾ is a name of its own: the true line that has it says nothing of s₁.
  @Test func aLongerNameIsNoUse() throws {
    let lines = try Sample.lines(
      #"""
      $$ s_1 = n + 1 \tag{1} $$

      ```rederive
      symbol s_1^{(1)}: positive
      ```

      $$ p_e s_1^{(1)} = \frac{n s_1^{(1)}}{2 n + 1} \tag{2} $$

      $$ p_e = \frac{n}{s_1}, \quad p_g = \frac{n + 1}{s_1} \tag{3} $$
      """#)
    #expect(lines[1].verdict == .proved)
    #expect(lines[0].repairs.map(\.latex) == ["2 n + 1"])
  }

  @Test func aRightDefinitionIsLeftAlone() throws {
    let lines = try lines("2 n + 1")
    #expect(lines.map(\.verdict) == [.proved, .proved, .defined])
    for line in lines { #expect(line.repairs.isEmpty) }
  }

  // One wrong line says nothing about the definition: the other proves that it is right.
  @Test func aDefinitionThatATrueLineUsesIsTrusted() throws {
    let lines = try Sample.lines(
      #"""
      $$ p_e = \frac{n}{s}, \quad p_g = \frac{n - 1}{s}, \tag{1} $$

      where

      $$ s = 2 n + 1 \tag{2} $$

      """#)
    #expect(lines.map(\.verdict) == [.proved, .refuted, .defined])
    #expect(lines[2].repairs.isEmpty)
    #expect(lines[1].repairs.first?.latex == #"\frac{n + 1}{s}"#)
  }

  // K = H − (iγ/2) σ†σ: with its sign wrong the only line that uses it is wrong, and mended by nothing
  // of its own.
  @Test func oneLineIsEnoughIfNothingElseMendsIt() throws {
    let preamble = #"""
      # Decay

      ```rederive
      qubit 1: e g
      symbol \gamma, \omega: positive
      let s = |g\rangle\langle e|
      let H = \omega |e\rangle\langle e|
      hamiltonian H
      jump s: rate \gamma
      \rho means density operator
      ```

      """#
    let lines = try Sample.lines(
      #"""
      $$ K = H + \frac{i\gamma}{2} s^\dagger s \tag{1} $$

      $$ \frac{d\rho}{dt} = -i (K \rho - \rho K^\dagger) + \gamma s \rho s^\dagger \tag{2} $$
      """#, after: preamble)
    #expect(lines.map(\.verdict) == [.defined, .refuted])
    #expect(lines[0].repairs.map(\.latex) == [#"H - \frac{i\gamma}{2} s^\dagger s"#])
    #expect(lines[1].repairs.isEmpty)
    #expect(
      lines[0].notes.contains(#"with one edit here $\frac{d\rho}{dt}$ of (2) follows"#),
      "\(lines[0].notes)")
  }
}
