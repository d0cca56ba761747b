import Testing

@testable import Derivations

/// What wrong lines have in common, in documents small enough to be worked out by hand.
///
/// The atom: H = −Δ|e⟩⟨e| + (Ω/2)(σ₊ + σ₋), decay at γ. With D = 4Δ² + γ² + 2Ω² the population is
/// ρ_ee = Ω²/D and the coherence ρ_eg = Ω(2Δ − iγ)/D.
@Suite struct LineCheckerFindingsTests {
  private static func outcome(
    _ displays: String, after preamble: String = ConventionCatalogueTests.atom
  ) throws -> Outcome {
    try Sample.outcome(preamble + displays)
  }

  private static let population =
    #"$$ \rho_{ee} = \frac{\Omega^2}{4\Delta^2 + \gamma^2 + 2\Omega^2} \tag{1} $$"#

  @Test func aRightDocumentHasNoFinding() throws {
    let outcome = try Self.outcome(
      Self.population
        + #"""


        $$ \rho_{eg} = \frac{\Omega (2\Delta - i\gamma)}{4\Delta^2 + \gamma^2 + 2\Omega^2}, \quad
        \rho_{gg} = 1 - \rho_{ee} \tag{2} $$
        """#)
    #expect(outcome.lines.map(\.verdict) == [.proved, .proved, .proved])
    #expect(outcome.findings.isEmpty)
  }

  // The other sign of the detuning, its frequency less the laser's: ρ_eg = −Ω(2Δ + iγ)/D, and besides
  // Re ρ_eg = (ρ_eg + ρ_ge)/2 = −2ΩΔ/D. Of the transposed elements only the second would be wrong.
  @Test func theSignOfADetuning() throws {
    let outcome = try Self.outcome(
      #"""
      $$ \rho_{eg} = -\frac{\Omega (2\Delta + i\gamma)}{4\Delta^2 + \gamma^2 + 2\Omega^2}, \quad
      \rho_{eg} + \rho_{ge} = -\frac{4 \Omega \Delta}{4\Delta^2 + \gamma^2 + 2\Omega^2} \tag{5} $$
      """#)
    #expect(outcome.lines.map(\.verdict) == [.refuted, .refuted])
    let finding = try #require(outcome.findings.first)
    #expect(outcome.findings.count == 1)
    #expect(finding.kind == .convention)
    #expect(finding.equations == ["5"])
    #expect(
      finding.statement
        == #"""
        $\Delta$ has the other sign: then $\rho_{eg}$, $\rho_{eg} + \rho_{ge}$ of (5) follow; \#
        no line of the paper that follows speaks against it.
        """#)
    #expect(outcome.lines.map(\.origin) == [.convention, .convention])
    #expect(outcome.lines.allSatisfy { $0.notes.contains(#"true if $\Delta$ has the other sign"#) })
    #expect(finding.mapping == [.init(printed: #"\Delta"#, meant: #"-\Delta"#)])
    #expect(finding.locations == outcome.lines.map(\.location))
  }

  // γ for the amplitude's rate: the population decays at 2γ, so that γ² becomes 4γ² and γ becomes 2γ.
  @Test func theConventionOfARate() throws {
    let outcome = try Self.outcome(
      #"""
      $$ \rho_{ee} = \frac{\Omega^2}{4\Delta^2 + 4\gamma^2 + 2\Omega^2}, \quad
      \rho_{eg} = \frac{\Omega (2\Delta - 2i\gamma)}{4\Delta^2 + 4\gamma^2 + 2\Omega^2} \tag{7} $$
      """#)
    #expect(outcome.lines.map(\.verdict) == [.refuted, .refuted])
    let finding = try #require(outcome.findings.first)
    #expect(finding.kind == .convention)
    #expect(
      finding.statement
        == #"""
        $\gamma$ stands for $1 / 2 \, \gamma$ of the file: then $\rho_{ee}$, $\rho_{eg}$ of (7) \#
        follow; no line of the paper that follows speaks against it.
        """#)
  }

  // ρ_ge printed for ρ_eg: i has the other sign, the population is right all the same.
  @Test func aTransposedElement() throws {
    let outcome = try Self.outcome(
      #"""
      $$ \rho_{ee} = \frac{\Omega^2}{4\Delta^2 + \gamma^2 + 2\Omega^2}, \quad
      \rho_{eg} = \frac{\Omega (2\Delta + i\gamma)}{4\Delta^2 + \gamma^2 + 2\Omega^2} \tag{4} $$
      """#)
    #expect(outcome.lines.map(\.verdict) == [.proved, .refuted])
    let finding = try #require(outcome.findings.first)
    #expect(finding.kind == .convention)
    #expect(finding.mapping == [.init(printed: #"\rho_{eg}"#, meant: #"\rho_{ge}"#)])
    #expect(
      finding.statement
        == "An element $(i, j)$ is printed for $(j, i)$: then $\\rho_{eg}$ of (4) follows; "
        + "no line of the paper that follows speaks against it.")
    #expect(outcome.lines[1].origin == .convention)
    #expect(outcome.lines[1].repairs.first?.slips == [.conjugation])
  }

  // Both lines are right with the basis {g, e}, and no line speaks for {e, g}.
  @Test func aBasisInTheOtherOrder() throws {
    let outcome = try Self.outcome(
      #"""
      $$ \rho_{gg} = \frac{\Omega^2}{4\Delta^2 + \gamma^2 + 2\Omega^2}, \quad
      \rho_{ge} = \frac{\Omega (2\Delta - i\gamma)}{4\Delta^2 + \gamma^2 + 2\Omega^2} \tag{4} $$
      """#)
    #expect(outcome.lines.map(\.verdict) == [.convention, .convention])
    let finding = try #require(outcome.findings.first)
    #expect(outcome.findings.count == 1)
    #expect(finding.kind == .basis)
    #expect(finding.equations == ["4"])
    #expect(finding.mapping.map(\.printed) == [#"|e\rangle"#, #"|g\rangle"#])
    #expect(finding.mapping.map(\.meant) == [#"|g\rangle"#, #"|e\rangle"#])
  }

  /// A ladder of three levels: 1 → 2 at rate a, 2 → 3 at rate b, 3 → 1 at rate c, without reverse.
  ///
  /// One current flows: a p₁ = b p₂ = c p₃, so that p = (bc, ca, ab)/(bc + ca + ab).
  private static let ring = #"""
    # A ring

    ```rederive
    levels A: 1 2 3
    symbol \omega, a, b, c: positive
    let H = \omega |3\rangle\langle 3|
    hamiltonian H
    jump |2\rangle\langle 1|: rate a
    jump |3\rangle\langle 2|: rate b
    jump |1\rangle\langle 3|: rate c
    p_i means steady state, basis |1\rangle |2\rangle |3\rangle, element (i, i), for i = 1, 2, 3
    ```

    """#

  @Test func permutedLabels() throws {
    let right = try Self.outcome(
      #"$$ p_1 = \frac{b c}{b c + c a + a b}, \quad p_2 = \frac{c a}{b c + c a + a b} \tag{1} $$"#,
      after: Self.ring)
    #expect(right.lines.map(\.verdict) == [.proved, .proved])
    #expect(right.findings.isEmpty)
    // All three moved round: what is printed for 1, 2, 3 is right for 2, 3, 1. The current speaks for
    // the order of the basis.
    let outcome = try Self.outcome(
      #"""
      $$ a p_1 = b p_2 $$
      $$ p_1 = \frac{c a}{b c + c a + a b}, \quad p_2 = \frac{a b}{b c + c a + a b}, \quad
      p_3 = \frac{b c}{b c + c a + a b} \tag{1} $$
      """#, after: Self.ring)
    #expect(outcome.lines.map(\.verdict) == [.proved, .refuted, .refuted, .refuted])
    let finding = try #require(outcome.findings.first)
    #expect(finding.kind == .permutation)
    #expect(
      finding.statement
        == "The labels of the levels are a 3-cycle of the right ones: "
        + "then $p_1$, $p_2$, $p_3$ of (1) follow; "
        + "taken beyond these lines, it would make $a p_1$ of (0+1) wrong, which follows."
    )
    #expect(
      finding.mapping.map { "\($0.printed) \($0.meant)" } == ["p_1 p_2", "p_2 p_3", "p_3 p_1"])
  }

  // Of one wrong line alone every order says something: no finding is made of it.
  @Test func oneLineIsNoPermutation() throws {
    let outcome = try Self.outcome(
      #"$$ p_1 = \frac{c a}{b c + c a + a b} \tag{1} $$"#, after: Self.ring)
    #expect(outcome.lines.map(\.verdict) == [.refuted])
    #expect(!outcome.findings.contains { $0.kind == .permutation })
  }

  // (2) needs the other sign of Δ, (3) the transposed element: about one quantity, together wrong.
  @Test func linesThatContradictEachOther() throws {
    let outcome = try Self.outcome(
      Self.population
        + #"""

        $$ \rho_{eg} = -\frac{\Omega (2\Delta + i\gamma)}{4\Delta^2 + \gamma^2 + 2\Omega^2}, \quad
        \rho_{eg} + \rho_{ge} = -\frac{4 \Omega \Delta}{4\Delta^2 + \gamma^2 + 2\Omega^2} \tag{2} $$
        $$ \rho_{eg} = \frac{\Omega (2\Delta + i\gamma)}{4\Delta^2 + \gamma^2 + 2\Omega^2} \tag{3} $$
        """#)
    let finding = try #require(outcome.findings.first { $0.kind == .inconsistency })
    #expect(finding.equations == ["2", "3"])
    #expect(
      finding.statement
        == #"""
        No single convention makes both $\rho_{eg}$ of (2) and $\rho_{eg}$ of (3) true: the former \#
        would hold if $\Delta$ has the other sign, the latter if an element $(i, j)$ is printed for \#
        $(j, i)$.
        """#)
  }

  // A wrong number is no convention.
  @Test func aSlipIsNoConvention() throws {
    let outcome = try Self.outcome(
      #"$$ \rho_{ee} = \frac{\Omega^2}{4\Delta^2 + \gamma^2 + 3\Omega^2} \tag{1} $$"#)
    #expect(outcome.lines.map(\.verdict) == [.refuted])
    #expect(outcome.findings.isEmpty)
    #expect(outcome.lines[0].origin == .formula)
  }

  // n/(2n + 1) is the bosons' population; where fermions are given, the other statistics explains it.
  @Test func theOtherStatistics() throws {
    let preamble = Sample.qubit.replacing(", boson", with: "") + "```rederive\ngiven fermion\n```\n"
    let outcome = try Self.outcome(#"$$ p_e = \frac{n}{2n + 1} \tag{1} $$"#, after: preamble)
    let finding = try #require(outcome.findings.first)
    #expect(finding.kind == .convention)
    #expect(
      finding.statement == "The reservoirs hold bosons: then $p_e$ of (1) follows; "
        + "no line of the paper that follows speaks against it.")
  }

  // MARK: Qubits in baths

  // p_e = n/(2n + 1) and p_g = (n + 1)/(2n + 1) of a boson bath, exchanged. That ρ_eg = 0 stands beside
  // them, and its conjugate has no name, hides nothing.
  @Test func aCoherenceBesideExchangedLevels() throws {
    let outcome = try Self.outcome(
      #"""
      $$ p_e = \frac{n + 1}{2n + 1}, \quad p_g = \frac{n}{2n + 1}, \quad \rho_{eg} = 0 \tag{1} $$

      $$ p_g - p_e = \frac{1}{2n + 1} \tag{2} $$
      """#,
      after: Sample.qubit)
    #expect(outcome.lines.map(\.verdict) == [.refuted, .refuted, .proved, .proved])
    let finding = try #require(outcome.findings.first)
    #expect(finding.kind == .permutation)
    #expect(finding.mapping.map(\.printed) == ["p_e", "p_g", #"\rho_{eg}"#])
    #expect(finding.mapping.map(\.meant) == ["p_g", "p_e", #"\rho_{eg}^*"#])
  }

  // n/(2n + 1) is the boson's, n the fermion's: also where the bath itself says what it is.
  @Test func theStatisticsOfABathItself() throws {
    let outcome = try Self.outcome(
      #"$$ p_e = n, \quad p_g = 1 - n \tag{1} $$"#, after: Sample.qubit)
    #expect(outcome.lines.map(\.verdict) == [.refuted, .refuted])
    #expect(outcome.findings.map(\.kind) == [.convention])
    #expect(outcome.lines.allSatisfy { $0.notes.contains("true if the reservoirs hold fermions") })
  }

  // Without statistics p_e = n is true for fermions: another need than a basis in the opposite order.
  @Test func statisticsAreNoBasis() throws {
    let outcome = try Self.outcome(
      #"$$ p_e = n \tag{1} $$"#,
      after: Sample.qubit.replacing(", boson", with: ""))
    #expect(outcome.lines.map(\.verdict) == [.convention])
    #expect(outcome.findings.isEmpty)
  }

  // The levels 2 and 3 are coupled, the level 3 is fed by nothing: ρ₂₃ ≠ 0, but ρ₂₁ = 0. Zeros alone do
  // not speak for the opposite order of the basis.
  @Test func zerosAreNoSignOfAReversedBasis() throws {
    let preamble = #"""
      # Three levels

      ```rederive
      levels A: 1 2 3
      symbol a, b, x: positive
      let H = x (|2\rangle\langle 3| + |3\rangle\langle 2|)
      hamiltonian H
      jump |1\rangle\langle 2|: rate a
      jump |2\rangle\langle 1|: rate b
      jump |1\rangle\langle 3|: rate a
      \rho_{23} means steady state, basis |1\rangle |2\rangle |3\rangle, element (2, 3)
      ```

      """#
    let outcome = try Self.outcome(#"$$ \rho_{23} = 0 \tag{1} $$"#, after: preamble)
    #expect(outcome.lines.map(\.verdict) == [.refuted])
    #expect(outcome.findings.isEmpty)
  }
}
