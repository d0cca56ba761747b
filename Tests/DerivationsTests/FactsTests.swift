import Testing

@testable import Derivations

@Suite struct FactsTests {
  private static func shipped(_ name: String) throws -> [Fact] {
    try Derivation(bytes: try Sample.shipped(name), file: "\(name).md").facts()
  }

  private func verdicts(_ facts: [Fact]) -> [String] {
    facts.map { "\($0.kind.rawValue) \($0.verdict.rawValue)" }
  }

  // One rate Γ = κ_h(2n_h + 1) + κ_c(2n_c + 1) relaxes the populations: it vanishes only without baths.
  // J_h = ωκ_hκ_c(n_h − n_c)/Γ has the sign of n_h − n_c, and with it of T_h − T_c; there is one frequency, so
  // nothing interferes.
  @Test func qubitBetweenTwoBaths() throws {
    let facts = try Self.shipped("qubit-two-baths")
    #expect(
      verdicts(facts) == [
        "uniqueness proved", "positivity proved", "bathDetailedBalance proved", "firstLaw proved",
        "detailedBalance fails", "secondLaw proved", "heatFlow proved", "equilibrium proved",
        "detailedBalance proved", "passivity proved",
      ])
    #expect(facts[0].exceptions == [#"$\kappa_h = \kappa_c = 0$"#])
    #expect(facts[0].conditions.isEmpty)
    #expect(facts[5].statement.contains(#"-J_h/T_h - J_c/T_c \geq 0"#))
    #expect(facts[6].how.contains("one sign"))
    #expect(facts[7].given == ["T_h = T_c"])
    // p_e/p_g = e^{−ω/T}
    #expect(facts[9].how.contains(#"g = \frac{\omega}{T_h}$"#))
  }

  // Every spanning tree of the ring of three levels takes two of the three baths. Around the ring a quantum
  // of the hot bath is one of each other bath, so no number is lowered by all; J_h = −ω_h I and so on.
  @Test func refrigerator() throws {
    let facts = try Self.shipped("absorption-refrigerator")
    #expect(
      verdicts(facts) == [
        "uniqueness proved", "positivity proved", "bathDetailedBalance proved", "firstLaw proved",
        "detailedBalance fails", "secondLaw proved", "equilibrium proved",
        "detailedBalance proved", "passivity proved",
      ])
    #expect(
      facts[0].exceptions == [
        #"$\kappa_h = \kappa_c = 0$"#, #"$\kappa_h = \kappa_w = 0$"#, #"$\kappa_c = \kappa_w = 0$"#,
      ])
    #expect(facts[3].statement == "Energy is conserved: $J_h + J_c + J_w = 0$ in the steady state.")
    #expect(facts[6].given == ["T_h = T_c = T_w"])
    #expect(facts[8].how.contains(#"g = \frac{\omega_c}{T_h},\; \frac{\omega_w}{T_h}$"#))
  }

  // ρ_ee ρ_gg − |ρ_eg|² = s²/(4(1 + s)²) > 0; without decay the atom turns for ever.
  @Test func drivenAtom() throws {
    let facts = try Self.shipped("driven-atom")
    #expect(verdicts(facts) == ["uniqueness proved", "positivity proved"])
    #expect(facts[0].exceptions == [#"$\gamma = 0$"#])
    #expect(facts[1].how.contains("minor"))
  }

  private static func qubit(_ coupling: String, _ bath: String, _ more: String = "") -> String {
    #"""
    # A qubit

    ```rederive
    qubit 1: e g
    symbol \omega, \kappa, T: positive
    symbol \mu: real
    let \sigma_- = |g\rangle\langle e|
    let \sigma_+ = |e\rangle\langle g|
    let H = \omega |e\rangle\langle e|
    hamiltonian H
    \#(more)
    bath 1: couples \#(coupling), temperature T\#(bath), decay rate \kappa
    approximations: born, markov, no Lamb shift
    ```

    """#
  }

  // p_e/p_g = e^{−(ω−μ)/T}: a boson has μ < ω, a fermion is inverted where μ > ω. Its ergotropy is then
  // ω(p_e − p_g) = ω tanh((μ − ω)/2T).
  @Test func chemicalPotential() throws {
    let facts = try Sample.derivation(Self.qubit(#"\sigma_-"#, #", chemical potential \mu"#))
      .facts()
    let passivity = facts.filter { $0.kind == .passivity }
    #expect(passivity.map(\.verdict) == [.proved, .fails, .proved])
    #expect(passivity.map(\.given) == [["boson"], ["fermion"], ["fermion", #"\mu = 0"#]])
    #expect(passivity[0].conditions == [#"$\mu < \omega$"#])
    let point = Dictionary(
      uniqueKeysWithValues: passivity[1].point.map { ($0.symbol, Double($0.value)) })
    let omega = try #require(point[#"\omega"#] ?? nil)
    let mu = try #require(point[#"\mu"#] ?? nil)
    let temperature = try #require(point["T"] ?? nil)
    #expect(mu > omega)
    let expected = omega * Self.tanh((mu - omega) / (2 * temperature))
    let value = try #require(Double(passivity[1].values[0].value))
    #expect(abs(value / expected - 1) < 1e-3)
    #expect(facts.filter { $0.kind == .equilibrium }.map(\.verdict) == [.proved, .proved])
    // A bath alone is always in equilibrium with the qubit: no current is found.
    #expect(!facts.contains { $0.kind == .detailedBalance && $0.verdict == .fails })
  }

  private static func tanh(_ x: Double) -> Double {
    // (e^x − e^{−x})/(e^x + e^{−x}) by Gauss' continued fraction.
    (1...40).reversed().reduce(0.0) { tail, n in x * x / (Double(2 * n - 1) + tail) } / x
  }

  // σ_x lowers and raises: Boltzmann's ratio still makes the Gibbs state steady, but nothing is counted, so a
  // chemical potential has no Gibbs state and heat no meaning.
  @Test func couplingThatCountsNothing() throws {
    let coupling = #"\sigma_- + \sigma_+"#
    let bare = try Sample.derivation(Self.qubit(coupling, "")).facts().filter {
      $0.given == ["boson"]
    }
    #expect(bare.first { $0.kind == .equilibrium }?.verdict == .proved)
    #expect(bare.first { $0.kind == .bathDetailedBalance }?.verdict == .proved)
    #expect(bare.first { $0.kind == .positivity }?.verdict == .proved)
    let potential = try Sample.derivation(Self.qubit(coupling, #", chemical potential \mu"#))
      .facts()
    #expect(potential.first { $0.kind == .equilibrium }?.verdict == .undecided)
    #expect(!potential.contains { $0.kind == .secondLaw || $0.kind == .passivity })
  }

  // A jump pumps energy at no temperature: nothing thermal is said, and energy need not balance.
  @Test func jumpsBesideABath() throws {
    let facts = try Sample.derivation(
      Self.qubit(#"\sigma_-"#, "", #"jump \sigma_+: rate \kappa"#)
    ).facts()
    #expect(facts.first { $0.kind == .firstLaw }?.verdict == .undecided)
    #expect(facts.first { $0.kind == .positivity }?.verdict == .proved)
    #expect(!facts.contains { [.equilibrium, .passivity, .secondLaw].contains($0.kind) })
  }

  // Four qubits have 16 states; three without any bath have nothing to be steady about.
  @Test func whatIsNotLookedAt() throws {
    let levels = (1...4).map { "qubit \($0): e g" }.joined(separator: "\n")
    let large = try Sample.derivation(
      """
      # Many

      ```rederive
      \(levels)
      symbol \\gamma: positive
      let H = |eeee\\rangle\\langle eeee|
      hamiltonian H
      jump |gggg\\rangle\\langle eeee|: rate \\gamma
      ```

      """
    ).facts()
    #expect(large.map(\.verdict) == [.undecided])
    let closed = try Sample.derivation(
      """
      # Closed

      ```rederive
      qubit 1: e g
      let H = |e\\rangle\\langle e|
      hamiltonian H
      ```

      """
    ).facts()
    #expect(closed.isEmpty)
  }

  // A level that nothing empties or fills keeps what it has: three levels, one jump between two of them. Its
  // coherences keep what they have, too, if it turns as another level does.
  @Test(arguments: ["", #" + 2 |3\rangle\langle 3|"#])
  func steadyStateThatIsNotUnique(_ term: String) throws {
    let facts = try Sample.derivation(
      """
      # Stuck

      ```rederive
      levels A: 1 2 3
      symbol \\gamma: positive
      let H = |2\\rangle\\langle 2|\(term)
      hamiltonian H
      jump |1\\rangle\\langle 2|: rate \\gamma
      ```

      """
    ).facts()
    #expect(verdicts(facts) == ["uniqueness fails"])
    #expect(facts.first?.how == "a determinant of the equations is identically zero")
  }
}
