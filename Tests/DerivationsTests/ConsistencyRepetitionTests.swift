import Testing

@testable import Derivations

/// One quantity printed in more than one place: under other restrictions, for bosons and for fermions.
@Suite struct ConsistencyRepetitionTests {
  private func outcome(_ text: String) throws -> Outcome {
    let preamble = #"""
      # Two reservoirs

      ```rederive
      qubit 1: e g
      symbol \omega, \kappa, T, T_1, T_2, a: positive
      symbol \mu_1, \mu_2, x: real
      let \sigma_- = |g\rangle\langle e|
      let H = \omega |e\rangle\langle e|
      hamiltonian H
      bath 1: couples \sigma_-, temperature T_1, chemical potential \mu_1, decay rate \kappa
      bath 2: couples \sigma_-, temperature T_2, chemical potential \mu_2, decay rate \kappa
      approximations: born, markov, no Lamb shift
      n_i means occupation of bath i at frequency \omega, for i = 1, 2
      m_i means occupation of bath i at frequency 2\omega, for i = 1, 2
      k_i means occupation of bath i at frequency 3\omega, for i = 1, 2
      \gamma_i means absorption rate of bath i at frequency \omega, for i = 1, 2
      \Gamma_i means emission rate of bath i at frequency \omega, for i = 1, 2
      N_i(\omega) means occupation of bath i at frequency \omega, for i = 1, 2
      \varepsilon_i means eigenvalue i of H, for i = 1, 2
      |\varepsilon_i\rangle means eigenvector i of H, for i = 1, 2
      \rho_{ij} means steady state, eigenbasis, element (i, j), for i = 1, 2, for j = 1, 2
      p_e means steady state, basis |e\rangle |g\rangle, element (1, 1)
      \rho_{eg} means steady state, basis |e\rangle |g\rangle, element (1, 2)
      ```

      """#
    return try Sample.derivation(preamble + text).checkWithoutModel { _ in }
  }

  private func section(_ title: String, _ given: String, _ line: String) -> String {
    "## \(title)\n\n" + (given.isEmpty ? "" : "```rederive\ngiven \(given)\n```\n\n")
      + "$$ \(line) $$\n\n"
  }

  private func found(_ text: String) throws -> [String] {
    try outcome(text).findings.map { finding in
      let witness = finding.witness
      return "\(finding.statement) \(witness?.firstValue ?? "") / \(witness?.secondValue ?? "")"
    }
  }

  // MARK: Limits

  // At T₁ = T₂ and μ₁ = μ₂ the occupations are equal: (n₁ + n₂)/(2n₁ + 2n₂ + 2) = n₁/(2n₁ + 1), 1/3 at n₁ = 1;
  // n₁/(n₁ + 1) is 1/2 there.
  private static let general = #"p_e = \frac{n_1 + n_2}{2(n_1 + n_2 + 1)} \tag{1}"#

  @Test func aSpecialCaseAgreesWithTheGeneralOne() throws {
    func text(_ special: String) -> String {
      section("General", "boson", Self.general)
        + section("Equal", #"boson, T_1 = T_2 = T, \mu_1 = \mu_2"#, special)
    }
    #expect(try found(text(#"p_e = \frac{n_1}{2n_1 + 1} \tag{2}"#)) == [])
    #expect(
      try outcome(text(#"p_e = \frac{n_1}{2n_1 + 1} \tag{2}"#)).lines.map(\.notes) == [
        ["agrees with (2) where both hold"], ["agrees with (1) where both hold"],
      ])
    #expect(
      try found(text(#"p_e = \frac{n_1}{n_1 + 1} \tag{2}"#)) == [
        #"(1) and (2) cannot both be right about $p_e$, where $T_1 = T_2 = T$ and $\mu_1 = \mu_2$, "#
          + "for bosons. 1/3 / 1/2"
      ])
    // Not so where the temperatures differ: n₁/(2n₁ + 1) is another formula, and no contradiction.
    #expect(
      try found(
        section("General", "boson", Self.general)
          + section(
            "Equal", #"boson, T_1 = T_2 = T, \mu_1 = \mu_2 = 0"#, #"p_e = \frac{n_2}{2n_2 + 1}"#)
      ) == [])
  }

  // 1/(e^{ω/T} − 1) put into n/(2n + 1) is 1/(e^{ω/T} + 1).
  @Test func temperaturesMayBeWrittenOut() throws {
    func text(_ sign: String) -> String {
      section("One", #"boson, \mu_1 = 0"#, #"p_e = \frac{n_1}{2n_1 + 1} \tag{1}"#)
        + section(
          "Two", #"boson, \mu_1 = 0"#, #"p_e = \frac{1}{e^{\omega/T_1} \#(sign) 1} \tag{2}"#)
    }
    #expect(try found(text("+")) == [])
    #expect(try found(text("-")).count == 1)
  }

  @Test func whatExcludesEachOtherIsNotCompared() throws {
    // A boson's and a fermion's occupation are different numbers.
    let text =
      section("Bosons", "boson", #"\gamma_1 = \kappa n_1 (1 + n_1) \tag{1}"#)
      + section("Fermions", "fermion", #"\gamma_1 = \kappa n_1 \tag{2}"#)
    #expect(try found(text) == [])
    #expect(
      try outcome(text).lines.map(\.notes) == [
        ["not compared with (2): their restrictions cannot hold together"],
        ["not compared with (1): their restrictions cannot hold together"],
      ])
    // x = 1 and x = 2; and a = −1 outside its domain.
    #expect(
      try found(section("A", "x = 1", "p_e = x") + section("B", "x = 2", "p_e = 3")) == [])
    // 1/x has no value at x = 0.
    #expect(
      try found(section("A", "", #"p_e = \frac{1}{x}"#) + section("B", "x = 0", "p_e = 3")) == [])
  }

  // MARK: Repetitions

  @Test func whatIsPrintedTwiceInOneSectionAgrees() throws {
    #expect(
      try found(#"$$ p_e = \frac{n_1}{n_1 + 1}, \quad p_e = \frac{1}{n_1 + 1} \tag{1} $$"#) == [
        "The lines of (1) cannot all be right about $p_e$. 2/3 / 1/3"
      ])
    #expect(try found(#"$$ B = x + 1 \tag{1} $$ $$ B = x + 1 \tag{2} $$"#) == [])
    #expect(
      try found(#"$$ B = x + 1 \tag{1} $$ $$ B = x + 2 \tag{2} $$"#) == [
        "(1) and (2) cannot both be right about $B$. 2 / 3"
      ])
  }

  @Test func functionsAreComparedAtOneArgument() throws {
    func lines(_ second: String) -> String {
      section("A", #"boson, \mu_1 = 0"#, #"N_1(\omega) = (e^{\omega/T_1} - 1)^{-1} \tag{1}"#)
        + section("B", #"boson, \mu_1 = 0"#, second + #" = e^{-\omega/T_1} \tag{2}"#)
    }
    #expect(try found(lines(#"N_1(\omega)"#)).count == 1)
    #expect(try found(lines(#"N_2(\omega)"#)) == [])
    #expect(try found(lines("N_1(a)")) == [])
  }

  // Equal energies leave the eigenvectors open, and so what their elements are.
  @Test func equalEnergiesAreLeftAlone() throws {
    func text(_ energy: String) -> String {
      section("Energies", "", #"\varepsilon_1 = 0, \quad \varepsilon_2 = \#(energy) \tag{1}"#)
        + section("General", "", #"\rho_{11} = \frac{1}{2} \tag{2}"#)
        + section("Special", "x = 1", #"\rho_{11} = \frac{1}{3} \tag{3}"#)
    }
    #expect(try found(text("x - 1")) == [])
    #expect(try found(text("x")).count == 1)
  }

  // With another phase of an eigenvector in another section a coherence turns.
  @Test func anotherBasisTurnsCoherences() throws {
    func text(_ last: String) -> String {
      section("A", "", #"|\varepsilon_1\rangle = |g\rangle, \quad \rho_{12} = \frac{1}{4} \tag{1}"#)
        + section("B", "", last + #"\rho_{12} = -\frac{1}{4} \tag{2}"#)
    }
    #expect(try found(text(#"|\varepsilon_1\rangle = -|g\rangle, \quad "#)) == [])
    #expect(try found(text("")).count == 1)
  }

  @Test func abbreviationsOfOtherSectionsAreTheirOwn() throws {
    #expect(
      try found(
        section("A", "", #"B = x + 1 \tag{1}"#) + section("B", "", #"B = x + 2 \tag{2}"#)) == [])
  }

  // What holds for some states only is unknown.
  @Test func elementsOfTheStateStayOpen() throws {
    #expect(
      try found(#"$$ p_e = n_1 \tag{1} $$ $$ p_e = \rho_{eg} \tag{2} $$"#) == [])
  }

  // γ/(γ + Γ) is n/(2n + 1) for bosons, n for fermions: without statistics neither is contradicted.
  @Test func openStatisticsMustFailForBothKinds() throws {
    let open = #"$$ p_e = \frac{\gamma_1}{\gamma_1 + \Gamma_1} \tag{1} $$ "#
    #expect(try found(open + #"$$ p_e = \frac{n_1}{2n_1 + 1} \tag{2} $$"#) == [])
    // Detailed balance makes both the same for each kind, with μ₁ = 0.
    let balanced = "```rederive\ngiven \\mu_1 = 0\n```\n\n" + open
    #expect(try found(balanced + #"$$ p_e = \frac{1}{1 + e^{\omega/T_1}} \tag{2} $$"#) == [])
    #expect(
      try found(open + #"$$ p_e = \frac{\gamma_1}{\gamma_1 + 2\Gamma_1} \tag{2} $$"#).count == 1)
  }

  @Test func aSignThatStandsForTwoValuesIsLeftAlone() throws {
    let text =
      section("A", #"boson, \mu_1 = 0"#, #"n_1 = (e^{\omega/T_1} \pm 1)^{-1} \tag{1}"#)
      + section("B", #"boson, \mu_1 = 0"#, #"n_1 = (e^{\omega/T_1} - 1)^{-1} \tag{2}"#)
    #expect(try found(text) == [])
  }

  // MARK: Small occupations

  private func kinds(_ boson: String, _ fermion: String, _ given: String = "") -> String {
    let rest = given.isEmpty ? "" : ", " + given
    return section("Bosons", "boson" + rest, boson + #" \tag{1}"#)
      + section("Fermions", "fermion", fermion + #" \tag{2}"#)
  }

  // n/(2n + 1) = n − 2n² + …
  @Test func bosonsAndFermionsAgreeWhereOccupationsAreSmall() throws {
    #expect(try found(kinds(#"p_e = \frac{n_1}{2n_1 + 1}"#, "p_e = n_1")) == [])
    #expect(
      try found(kinds(#"p_e = \frac{n_1}{2n_1 + 1}"#, "p_e = 2n_1")) == [
        "Where occupations are small, bosons and fermions are alike; to lowest order in them (1) and "
          + "(2) differ in $p_e$: they cannot both be right. 1 / 2"
      ])
    // Of second order where the other is of first.
    #expect(
      try found(kinds(#"p_e = \frac{n_1}{2n_1 + 1}"#, "p_e = n_1^2")).map { $0.suffix(5) }
        == ["1 / 0"])
    // Real and imaginary part are one number.
    #expect(
      try found(kinds(#"\rho_{eg} = \frac{n_1}{1 - i}"#, #"\rho_{eg} = \frac{n_1}{1 + i}"#)).count
        == 1)
  }

  // With equal temperatures and potentials n₁ = n₂, and the boson's line says nothing about n₁ − n₂.
  @Test func aVanishingDifferenceIsNotHeldAgainstAnother() throws {
    let equal = #"T_1 = T_2 = T, \mu_1 = \mu_2 = 0"#
    #expect(try found(kinds(#"\rho_{eg} = 0"#, #"\rho_{eg} = n_1 - n_2"#, equal)) == [])
    #expect(try found(kinds(#"\rho_{eg} = 0"#, #"\rho_{eg} = n_1 + n_2"#, equal)).count == 1)
    #expect(try found(kinds(#"\rho_{eg} = 0"#, #"\rho_{eg} = n_1 - n_2"#)).count == 1)
  }

  // With one temperature (m₁/n₁) = e^{−ω/T} = (m₂/n₂): m₂ = m₁ n₂/n₁ to lowest order, so that
  // n₁ m₂ and n₂ m₁ are one thing to second order; n₁ m₂ − n₂ m₁ is of third, and nothing is said.
  @Test func relatedOccupationsAreRelated() throws {
    let equal = "T_1 = T_2 = T"
    #expect(try found(kinds("p_e = n_1 m_2", "p_e = n_2 m_1", equal)) == [])
    #expect(try found(kinds("p_e = n_1 m_2", "p_e = n_2 m_1")).count == 1)
    #expect(try found(kinds("p_e = n_1 m_2 - n_2 m_1", "p_e = n_1 m_1 m_2", equal)) == [])
  }

  // √(n₁²) would be of first order, and is not looked into.
  @Test func rootsOfOccupationsAreLeftAlone() throws {
    #expect(try found(kinds(#"p_e = \sqrt{n_1 + n_2}"#, #"p_e = 2\sqrt{n_1 + n_2}"#)) == [])
  }

  // Without a chemical potential m = n² to lowest order: small occupations are not scaled alike.
  @Test func ordersThatDependOnTheFrequencyAreLeftAlone() throws {
    #expect(try found(kinds("p_e = m_1", "p_e = n_1^2", #"\mu_1 = 0"#)) == [])
  }

  // To first order both vanish; the second depends on the kind where the first cancels.
  @Test func laterOrdersOfCoherencesAreLeftAlone() throws {
    #expect(try found(kinds(#"\rho_{eg} = n_1 n_2"#, #"\rho_{eg} = 2 n_1 n_2"#)) == [])
    #expect(try found(kinds("p_e = n_1 n_2", "p_e = 2 n_1 n_2")).count == 1)
  }
}
