import ExactAlgebra
import OpenSystems
import SymbolicAlgebra
import Testing

@testable import Derivations

@Suite struct ContextTests {
  /// Two coupled qubits as in the paper: δ, Δ, Ω and θ from ω₁, ω₂, λ.
  private static let pair = #"""
    # Two qubits

    ```rederive
    qubit 1: e g
    qubit 2: e g
    symbol \omega_1, \omega_2, \omega, \lambda, J, T_1, T_2, T: positive
    symbol \mu_1, \mu_2: real
    let \sigma_-^{(i)} = |g\rangle_i\langle e|, for i = 1, 2
    let \sigma_+^{(i)} = |e\rangle_i\langle g|, for i = 1, 2
    assume \lambda < 2\sqrt{\omega_1\omega_2}
    let H = \omega_1 |e\rangle_1\langle e| + \omega_2 |e\rangle_2\langle e|
      + \frac{\lambda}{2}(\sigma_+^{(1)}\sigma_-^{(2)} + \sigma_-^{(1)}\sigma_+^{(2)})
    hamiltonian H
    let \delta = \omega_1 + \omega_2
    let \Delta = \omega_1 - \omega_2
    let \Omega = \sqrt{\Delta^2 + \lambda^2}
    let \theta: \cos\theta = \Delta/\Omega, \sin\theta = \lambda/\Omega
    \varepsilon_i means eigenvalue i of H, for i = 1, 2, 3, 4
    bath 1: couples \sigma_-^{(1)}, temperature T_1, chemical potential \mu_1, spectral density J
    bath 2: couples \sigma_-^{(2)}, temperature T_2, chemical potential \mu_2, spectral density J
    approximations: born, markov, no Lamb shift, flat spectral density
    N_i means occupation of bath i at frequency (\delta + \Omega)/2, for i = 1, 2
    A_1 means component of \sigma_-^{(1)} at frequency (\delta - \Omega)/2
    ```

    """#

  private func verdicts(_ given: String, _ display: String) throws -> [Verdict] {
    try Sample.lines(
      "## S\n```rederive\ngiven \(given)\n```\n$$ \(display) $$", after: Self.pair
    ).map(\.verdict)
  }

  // What a context found out about occupations does not outlive a restriction: baths that agree share theirs.
  @Test func restrictionsMakeOccupationsDepend() throws {
    let derivation = try Sample.derivation(
      Self.pair + #"""
        ## S
        ```rederive
        given boson
        ```
        $$ N_1 = N_1 $$
        ### T
        ```rederive
        given T_1 = T_2
        given \mu_1 = \mu_2
        ```
        $$ N_1 = N_2 $$
        """#)
    var contexts = try Contexts(derivation)
    let (wide, narrow) = (derivation.lines[0], derivation.lines[1])
    var (_, context) = try contexts.context(at: wide.position, in: wide.section)
    _ = try context.system()
    let occupations = context.reservoirs.occupations
    try #require(occupations.count == 4)
    #expect(try context.thermalValues(for: occupations).isEmpty)
    #expect(try Set(context.thermalValues().values).count == 4)
    for restriction in derivation.restrictions(at: narrow.position, in: narrow.section)
    where restriction.section == narrow.section {
      try context.impose(restriction)
    }
    #expect(try context.thermalValues(for: occupations).count == 4)
    #expect(try Set(context.thermalValues().values).count == 2)
  }

  // The same words about names that have come to mean something else: (a ± b)² = a² ± 2ab + b², whether the
  // name stands alone, has a power, or is two letters.
  @Test(arguments: ["x_1", #"\Delta x"#, "x"])
  func restrictionsOfNamesDefinedAgain(_ name: String) throws {
    let power = name == "x_1" ? "x_1^2" : "(\(name))^2"
    func section(_ title: String, _ sign: String) -> String {
      #"""
      ## \#(title)
      ```rederive
      let \#(name) = a \#(sign) b
      given c = \#(power)
      ```
      $$ c = a^2 + 2 a b + b^2 $$
      $$ c = a^2 - 2 a b + b^2 $$

      """#
    }
    let lines = try Sample.lines(
      section("A", "+") + section("B", "-"),
      after: Self.pair + "\n```rederive\nsymbol a, b, c: real\n```\n")
    #expect(lines.map(\.verdict) == [.proved, .refuted, .refuted, .proved])
  }

  // κ = a + b in A, a − b in B in the same words, and in C the words of B again: two models, not one or three.
  @Test func sectionsAreToldApartByMeaning() throws {
    func section(_ title: String, _ directives: String) -> String {
      """
      ## \(title)
      ```rederive
      \(directives)
      given \\kappa = y
      ```
      $$ p_e = \\frac{n}{2n + 1} $$

      """
    }
    let derivation = try Sample.derivation(
      Sample.qubit + section("A", "let y = a + b") + section("B", "let y = a - b")
        + section("C", ""))
    var contexts = try Contexts(derivation)
    let sections = derivation.factSections(besides: [], &contexts)
    #expect(sections.map { $0.map(\.section) } == [[[1, 2]], [[1, 3]]])
    let stages = try derivation.stages(given: []) { _ in }
    #expect(stages.sections.count { $0.title == "Steady state in closed form" } == 2)
  }

  // What a restriction is taken for depends on what its names stand for and on whether it is one: T₁ = a + b
  // in A, a − b in B and in C, where a statistics is given too; in D the same words are assumed.
  @Test func meaningsOfRestrictions() throws {
    func section(_ title: String, _ directives: String) -> String {
      "## \(title)\n```rederive\n\(directives)\n```\n$$ N_1 = N_1 $$\n"
    }
    let derivation = try Sample.derivation(
      Self.pair + "\n```rederive\nsymbol a, b: positive\n```\n"
        + section("A", "let y = a + b\ngiven T_1 = y")
        + section("B", "let y = a - b\ngiven T_1 = y")
        + section("C", "given T_1 = y\ngiven boson") + section("D", "assume T_1 = y"))
    var contexts = try Contexts(derivation)
    let places = derivation.lines.map { derivation.restrictions(at: $0.position, in: $0.section) }
    let found = derivation.lines.map { contexts.restrictions(at: $0.position, in: $0.section) }
    #expect(found[0] != found[1])
    #expect(Array(found[2].dropLast()) == found[1])
    #expect(found[2].last?.statistics == .boson)
    #expect(found[3] != found[1])
    // D begins with nothing that others begin with: an equation cannot be assumed.
    let begun = places.map { contexts.foundation(under: $0)?.field.determined }
    #expect(begun[0] != begun[1])
    #expect(begun[1] != nil)
    #expect(begun[2] == begun[1])
    #expect(begun[3] == nil)
  }

  // An angle's functions may be occupations, which the statistics has a part in: cos² + sin² = 1 for
  // (1 − N²)/(1 + N²) and 2N/(1 + N²).
  @Test func anglesGivenByOccupations() throws {
    let verdicts = try Sample.lines(
      #"""
      ```rederive
      let \varphi: \cos\varphi = \frac{1 - N_1^2}{1 + N_1^2}, \sin\varphi = \frac{2N_1}{1 + N_1^2}
      ```
      ## S
      ```rederive
      given boson
      given T_1 = T_2
      ```
      $$ \sin\varphi = \frac{2N_1}{1 + N_1^2} $$
      $$ \cos\varphi = \frac{1 + N_1^2}{1 - N_1^2} $$
      """#, after: Self.pair
    ).map(\.verdict)
    #expect(verdicts == [.proved, .refuted])
  }

  // The model under another statistics is one that nothing else tells apart: not that at one temperature.
  @Test func whatIsKnownUnderAnotherStatistics() throws {
    func section(_ name: String, _ given: String) -> String {
      "## \(name)\n```rederive\n\(given)\n```\n$$ N_1 = N_1 $$\n"
    }
    let derivation = try Sample.derivation(
      Self.pair + "\n" + section("A", "given boson")
        + section("B", "given fermion\ngiven T_1 = T_2") + section("C", "given fermion"))
    var contexts = try Contexts(derivation)
    let lines = derivation.lines
    func known(_ line: PrintedLine, _ statistics: Statistics) -> Context? {
      contexts.known(at: line.position, in: line.section, under: statistics)
    }
    _ = try contexts.context(at: lines[0].position, in: lines[0].section)
    _ = try contexts.context(at: lines[1].position, in: lines[1].section)
    #expect(known(lines[0], .fermion) == nil)
    #expect(known(lines[0], .boson)?.given == ["boson"])
    _ = try contexts.context(at: lines[2].position, in: lines[2].section)
    #expect(known(lines[0], .fermion)?.given == ["fermion"])
    #expect(known(lines[2], .boson)?.statistics == .boson)
    #expect(known(lines[1], .boson) == nil)
    #expect(known(lines[1], .fermion)?.given == ["fermion", "T_1 = T_2"])
  }

  // ω₁ = (δ + Ω cos θ)/2, ω₂ = (δ − Ω cos θ)/2, λ = Ω sin θ.
  @Test(arguments: [
    (#"\Delta = \Omega\cos\theta"#, Verdict.proved), (#"\lambda = \Omega\sin\theta"#, .proved),
    (#"\Omega^2 = \Delta^2 + \lambda^2"#, .proved),
    (#"\tan\theta = \frac{\lambda}{\Delta}"#, .proved),
    (#"\omega_1 = \frac{\delta + \Omega\cos\theta}{2}"#, .proved),
    (#"\cos\theta = \frac{\lambda}{\Omega}"#, .refuted),
    (#"\varepsilon_2 = \frac{\delta - \Omega}{2}"#, .proved),
    (#"\varepsilon_3 = \frac{\delta - \Omega}{2}"#, .refuted),
    (#"\varepsilon_2 + \varepsilon_3 = \varepsilon_4"#, .proved),
    (#"\varepsilon_2 < \varepsilon_3"#, .proved),
    (#"\sin\theta = 2\sin\frac{\theta}{2}\cos\frac{\theta}{2}"#, .proved),
  ])
  func polarCoordinates(_ display: String, _ verdict: Verdict) throws {
    let lines = try Sample.lines("$$ \(display) $$", after: Self.pair)
    #expect(lines.map(\.verdict) == [verdict], "\(lines)")
  }

  // A refutation in polar coordinates: cos θ against λ/Ω = sin θ.
  @Test func witnessOnTheCircle() throws {
    let lines = try Sample.lines(#"$$ \cos\theta = \frac{\lambda}{\Omega} $$"#, after: Self.pair)
    let witness = try #require(lines.first?.witness)
    let cosine = try #require(Rational(witness.derived))
    let sine = try #require(Rational(witness.printed))
    #expect(cosine * cosine + sine * sine == 1)
    #expect(cosine != sine)
  }

  @Test(arguments: [
    // θ = π/2 means ω₁ = ω₂ and Ω = λ.
    (#"\theta = \pi/2"#, #"\omega_1 = \omega_2"#, Verdict.proved),
    (#"\theta = \pi/2"#, #"\Omega = \lambda"#, .proved),
    (#"\theta = \pi/2"#, #"\cos\theta = 0"#, .proved),
    (#"\theta = \pi/2"#, #"\sin\frac{\theta}{2} = \frac{1}{\sqrt{2}}"#, .proved),
    (#"\omega_1 = \omega_2 = \omega"#, #"\delta = 2\omega"#, .proved),
    (#"\omega_1 = \omega_2 = \omega"#, #"\Omega = \lambda"#, .proved),
    (#"\omega_1 = \omega_2 = \omega"#, #"\cos\theta = 0"#, .proved),
    (
      #"\theta = \pi/2, \omega_1 = \omega_2 = \omega"#,
      #"\varepsilon_2 = \omega - \frac{\lambda}{2}"#, .proved
    ),
    // cos π/3 = 1/2: Δ = λ/√3.
    (#"\theta = \pi/3"#, #"\Delta = \frac{\Omega}{2}"#, .proved),
    (#"T_1 = T_2"#, #"T_1 = T_2"#, .proved), (#"T_1 = T_2 = T"#, #"N_1 = N_2"#, .refuted),
    (#"T_1 = T_2 = T, \mu_1 = \mu_2"#, #"N_1 = N_2"#, .convention),
    (#"boson, T_1 = T_2 = T, \mu_1 = \mu_2 = 0"#, #"N_1 = N_2"#, .proved),
    (#"fermion, T_1 = T_2 = T, \mu_1 = \mu_2"#, #"N_1 = N_2"#, .proved),
    (#"boson, T_1 = T_2"#, #"N_1 = N_2"#, .refuted),
    (#"boson"#, #"N_1 = \frac{1}{e^{(\delta+\Omega)/(2T_1) - \mu_1/T_1} - 1}"#, .proved),
    (#"fermion"#, #"N_1 = \frac{1}{e^{(\delta+\Omega)/(2T_1) - \mu_1/T_1} + 1}"#, .proved),
  ])
  func given(_ given: String, _ display: String, _ verdict: Verdict) throws {
    // N₁ = N₂ with the statistics left open holds for each of the two: proved.
    let expected = verdict == .convention ? Verdict.proved : verdict
    #expect(try verdicts(given, display) == [expected])
  }

  /// The closed form for any θ and statistics is out of reach, and an undeclared symbol does not ask for it.
  @Test(arguments: [
    (#"\rho_{11} = q \rho_{22}"#, Verdict.refuted), (#"\rho_{12} = q"#, .undecided),
  ])
  func undeclaredSymbolsNeedNoClosedForm(_ display: String, _ verdict: Verdict) throws {
    let lines = try Sample.lines(
      """
      ```rederive
      \\rho_{ij} means steady state, eigenbasis, element (i, j), for i = 1, 2, for j = 1, 2
      ```
      $$ \(display) $$
      """, after: Self.pair)
    #expect(lines.map(\.verdict) == [verdict])
  }

  @Test func restrictionsEndWithTheirSection() throws {
    let lines = try Sample.lines(
      #"""
      ## S
      ```rederive
      given \theta = \pi/2
      ```
      $$ \cos\theta = 0 $$
      ### S.1
      $$ \cos\theta = 0 $$
      ## U
      $$ \cos\theta = 0 $$
      """#, after: Self.pair)
    #expect(lines.map(\.verdict) == [.proved, .proved, .refuted])
    #expect(lines.map(\.given) == [[#"\theta = \pi/2"#], [#"\theta = \pi/2"#], []])
  }

  @Test func restrictionsHoldFromWhereTheyStand() throws {
    let lines = try Sample.lines(
      "$$ a = 1 $$\n```rederive\ngiven a = 1\n```\n$$ a = 1 $$")
    #expect(lines.map(\.verdict) == [.refuted, .proved])
  }

  /// The same words with a symbol that has come to mean something else are another restriction.
  @Test func restrictionsAreKnownByWhatTheyMean() throws {
    let lines = try Sample.lines(
      """
      ## A
      ```rederive
      let f = a
      given b = f
      ```
      $$ b = a $$
      ## B
      ```rederive
      let f = c
      given b = f
      ```
      $$ b = c, b = a $$
      """)
    #expect(lines.map(\.verdict) == [.proved, .proved, .refuted])
  }

  @Test(arguments: [
    (
      "given a = -1", "contradictory-assumption",
      "with 'a = -1' the symbol a has no value in its domain"
    ),
    (
      "given a = b, a = 2 b", "contradictory-assumption",
      "with 'a = 2 b' the symbol a has no value in its domain"
    ),
    (
      "given a = -b", "contradictory-assumption",
      "with 'a = -b' the symbol a has no value in its domain"
    ),
    ("given a = 1, a = 2", "unusable-assumption", "no symbol can be fixed by 'a = 2'"),
    ("given 1 = 2", "unusable-assumption", "no symbol can be fixed by '1 = 2'"),
    ("given a < b", "unusable-assumption", "expected an equation after 'given'"),
    ("assume a = b", "unusable-assumption", "expected a strict inequality after 'assume'"),
    (#"assume a \leq b"#, "unusable-assumption", "expected a strict inequality after 'assume'"),
    ("given bosons", "unknown-assumption", "'bosons' is neither a statistics nor an equation"),
    ("given a = q", "undeclared-symbol", "undeclared symbol 'q'"),
    ("given a = i", "not-real", "expected a real quantity"),
    (#"given a = \frac{1}{0}"#, "division-by-zero", "a denominator is zero"),
    (
      #"given a = \frac{1"#, "unclosed-brace",
      "cannot read '{': expected '}' to close this group before the end of the cell"
    ),
  ])
  func faultyRestrictions(_ line: String, _ code: String, _ message: String) {
    let fault = Sample.fault(Sample.qubit + "```rederive\n\(line)\n```\n$$ a = 1 $$")
    #expect(fault.map(\.code) == [code])
    #expect(fault.first?.message == message)
    #expect(fault.first?.location.line == 22)
  }

  @Test func aMisspeltStatisticsHasASuggestion() {
    let fault = Sample.fault(Sample.qubit + "```rederive\ngiven bosn\n```\n$$ a = 1 $$")
    #expect(fault.first?.help == "did you mean 'boson'?")
  }

  // An assumption orders what the domain leaves open.
  @Test func assumptionsProveInequalities() throws {
    let lines = try Sample.lines("$$ a < b $$\n```rederive\nassume a < b\n```\n$$ a < b, a > b $$")
    #expect(lines.map(\.verdict) == [.refuted, .proved, .refuted])
    #expect(lines[1].conditions == ["a < b"])
  }

  @Test(arguments: [
    (
      #"let \theta: \cos\theta = a, \sin\theta = b"#, "not-an-angle",
      "the squares of this cosine and sine do not add up to 1"
    ),
    (#"let \theta: \cos\theta = z, \sin\theta = a"#, "not-real", "expected a real quantity"),
  ])
  func faultyAngles(_ line: String, _ code: String, _ message: String) {
    let fault = Sample.fault(Sample.qubit + "```rederive\n\(line)\n```\n$$ a = 1 $$")
    #expect(fault.map(\.code) == [code])
    #expect(fault.first?.message == message)
  }

  // cos θ = 3/5, sin θ = 4/5 are numbers: nothing to solve for.
  @Test func anAngleGivenByNumbers() throws {
    let line = try Sample.lines(
      """
      ```rederive
      let \\theta: \\cos\\theta = 3/5, \\sin\\theta = 4/5
      ```
      $$ \\sin(2\\theta) = \\frac{24}{25} $$
      """)
    #expect(line.map(\.verdict) == [.proved])
  }

  /// The ω of N(ω) is the argument's; that of another formula is the declared symbol.
  @Test func argumentsDoNotLeakIntoOtherFormulas() throws {
    let preamble = #"""
      ```rederive
      qubit 1: e g
      symbol \omega, \kappa, T: positive
      let \nu = \omega/2
      let H = \omega |e\rangle\langle e|
      hamiltonian H
      bath 1: couples |g\rangle\langle e|, temperature T, chemical potential \nu, decay rate \kappa, boson
      approximations: born, markov, no Lamb shift
      N(\omega) means occupation of bath 1 at frequency \omega
      ```

      """#
    // (3ω − ω/2)/T, not (3ω − 3ω/2)/T.
    let lines = try Sample.lines(
      #"$$ N(3\omega) = \frac{1}{e^{5\omega/(2T)} - 1}, N(3\omega) = \frac{1}{e^{3\omega/(2T)} - 1} $$"#,
      after: preamble)
    #expect(lines.map(\.verdict) == [.proved, .refuted])
  }

  /// What is known at its own argument only is not claimed at another one.
  @Test func otherArgumentsAreNotIgnored() throws {
    let lines = try Sample.lines(
      #"""
      ```rederive
      \rho(t) means density operator
      E(\omega) means eigenvalue 2 of H
      ```
      $$ E(\omega) = \omega, E(0) = \omega, \rho(0) = \rho(t), \rho(t) = \rho(t) $$
      """#)
    #expect(lines.map(\.verdict) == [.proved, .undecided, .undecided, .proved])
    #expect(lines[1].notes == ["the derived side: 'E()' is known at its declared argument only"])
  }
}
