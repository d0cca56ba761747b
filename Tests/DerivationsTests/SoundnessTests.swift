import Testing

@testable import Derivations

/// Wrong verdicts that were once given, each by the document that showed it.
@Suite struct SoundnessTests {
  /// A qubit in a bath of bosons: n = 1/(e^{ω/T} − 1), p = n/(2n + 1), the coherence vanishes.
  private static let qubit = #"""
    # T

    ```rederive
    qubit 1: e g
    symbol \omega, \kappa, T, x: positive
    symbol u, v: real
    let s = |g\rangle\langle e|
    let H = \omega |e\rangle\langle e|
    hamiltonian H
    bath 1: couples s, temperature T, decay rate \kappa, boson
    approximations: born, markov, no Lamb shift
    n means occupation of bath 1 at frequency \omega
    r means steady state, basis |e\rangle |g\rangle
    p means steady state, basis |e\rangle |g\rangle, element (1, 1)
    \rho means density operator
    ```

    """#

  private static func outcome(_ text: String) throws -> Outcome {
    try Derivation(bytes: Array(text.utf8), file: "t.md").check { _ in }
  }

  private static func line(_ display: String) throws -> LineOutcome {
    try #require(try outcome(qubit + "$$ \(display) $$\n").lines.last)
  }

  // n = 1/(E − 1): (n + 1)/n = E, n(n + 1) = E/(E − 1)², and e^{ω/2T} is the root of E. Roots of what
  // the model fixes take the values it gives them, in proofs and in witnesses.
  @Test(arguments: [
    (#"\sqrt{\frac{n+1}{n}} = e^{\omega/(2T)}"#, "proved"),
    (#"\sqrt{n(n+1)} = \frac{1}{2\sinh(\omega/(2T))}"#, "proved"),
    (#"\sqrt{p^2} = p"#, "proved"), (#"\sqrt{p^2} = -p"#, "refuted"),
    (#"\sqrt{n(n+1)} = n"#, "refuted"), (#"\sqrt{p^2 + 2p + 1} = 1"#, "refuted"),
  ])
  func rootsOfOccupationsAndElements(_ display: String, _ verdict: String) throws {
    #expect(try Self.line(display).verdict.rawValue == verdict)
  }

  // Any state is not the steady one: ⟨e|ρ|e⟩ is free, tr ρ = 1 is not.
  @Test(arguments: [
    (#"\langle e|\rho|e\rangle = p"#, "refuted"), (#"\rho = r"#, "refuted"),
    (#"\text{Tr}(\rho) = 1"#, "proved"), (#"\langle e|r|e\rangle = p"#, "proved"),
    (#"\text{Tr}(\rho^2) = 1"#, "refuted"), (#"[\rho, \rho] = 0"#, "proved"),
  ])
  func anyStateIsNotTheSteadyOne(_ display: String, _ verdict: String) throws {
    let line = try Self.line(display)
    #expect(line.verdict.rawValue == verdict)
    if verdict == "refuted" { #expect(line.witness?.at.isEmpty == false) }
  }

  // Σ n = 1 + 2 + 3 = 6, Σ n² over 1 … 10 = 385; i as an index on the base line says nothing.
  @Test(arguments: [
    (#"\sum_{m=1}^{3} m = 6"#, "proved"), (#"\sum_{m=1}^{10} m^2 = 385"#, "proved"),
    (#"\sum_{m=1}^{3} m = 7"#, "refuted"), (#"\sum_{i=1}^{3} i = 6"#, "unreadable"),
  ])
  func sumsOverTheirIndex(_ display: String, _ verdict: String) throws {
    #expect(try Self.line(display).verdict.rawValue == verdict)
  }

  // u/u = 1 needs u ≠ 0; √u needs u ≥ 0. What is positive by declaration needs nothing.
  @Test(arguments: [
    (#"\frac{u}{u} = 1"#, [#"u \neq 0"#]),
    (#"\frac{u^2 - v^2}{u - v} = u + v"#, [#"u - v \neq 0"#]),
    (#"\sqrt{u^3}^2 = u^3"#, [#"u^{3} \geq 0"#]),
    (#"\frac{x}{x} = 1"#, []), (#"\sqrt{x}^2 = x"#, []),
    (#"\frac{u}{u} + x > 1"#, [#"u \neq 0"#]), (#"\frac{x}{x} + x > 1"#, []),
  ])
  func conditionsMet(_ display: String, _ conditions: [String]) throws {
    let line = try Self.line(display)
    #expect(line.verdict == .proved)
    #expect(line.conditions == conditions)
  }

  @Test func hugeExponentsEnd() throws {
    #expect(try Self.line(#"x = e^{1000000000\omega}"#).verdict == .undecided)
  }

  @Test func contradictingStatistics() throws {
    let text = Self.qubit + "```rederive\ngiven boson\ngiven fermion\n```\n$$ x = x $$\n"
    let error = #expect(throws: FileError.self) { try Self.outcome(text) }
    #expect(error?.diagnostics.first?.code == "contradiction")
  }

  // A driven atom, ρ_ee in the declared order: the coherence with the wrong sign holds in the opposite
  // order, where ρ_ee would be the ground state's population. So it is refuted.
  @Test func conventionsAreConsistent() throws {
    let text = #"""
      # T

      ```rederive
      qubit 1: e g
      symbol \Omega, \gamma: positive
      let s = |g\rangle\langle e|
      let H = \frac{\Omega}{2} (s + s^\dagger)
      hamiltonian H
      jump s: rate \gamma
      q means steady state, basis |e\rangle |g\rangle, element (1, 1)
      c means steady state, basis |e\rangle |g\rangle, element (1, 2)
      ```

      $$ q = \frac{\Omega^2}{\gamma^2 + 2\Omega^2}, \quad
      c = \frac{i\gamma\Omega}{\gamma^2 + 2\Omega^2} $$
      """#
    #expect(try Self.outcome(text).lines.map(\.verdict) == [.proved, .refuted])
  }

  /// Two equal qubits without coupling: ε₂ = ε₃, so that any orthonormal pair is right. In the pair
  /// (|eg⟩ ± |ge⟩)/√2 the coherence is half the difference of the populations of |eg⟩ and |ge⟩.
  private static let equalEnergies = #"""
    # T

    ```rederive
    qubit 1: e g
    qubit 2: e g
    symbol \omega, J, T_1, T_2: positive
    let \sigma_-^{(i)} = |g\rangle_i\langle e|, for i = 1, 2
    let H = \omega |e\rangle_1\langle e| + \omega |e\rangle_2\langle e|
    hamiltonian H
    bath 1: couples \sigma_-^{(1)}, temperature T_1, spectral density J, boson
    bath 2: couples \sigma_-^{(2)}, temperature T_2, spectral density J, boson
    approximations: born, markov, no Lamb shift, flat spectral density
    |v_i\rangle means eigenvector i of H, for i = 1, 2, 3, 4
    n_i means occupation of bath i at frequency \omega, for i = 1, 2
    c_{ij} means steady state, eigenbasis, element (i, j), for i = 1, 2, 3, 4, for j = 1, 2, 3, 4
    let z = c_{23}
    ```

    $$ |v_2\rangle = \frac{1}{\sqrt 2} (|eg\rangle + |ge\rangle) $$

    """#
  private static let coherence = #"$$ c_{23} = \frac{n_1 - n_2}{2(2n_1 + 1)(2n_2 + 1)} $$"#

  @Test func equalEnergiesTakeThePrintedVectors() throws {
    let second = #"$$ |v_3\rangle = \frac{1}{\sqrt 2} (|eg\rangle - |ge\rangle) $$"# + "\n\n"
    let outcome = try Self.outcome(Self.equalEnergies + second + Self.coherence)
    #expect(outcome.lines.map(\.verdict) == [.proved, .proved, .proved])
  }

  // With one of the two only, the other is open, and so is what depends on it, whatever is made of it.
  @Test(arguments: [
    coherence, #"$$ c_{23}^2 = 1/7 $$"#, #"$$ 2 c_{23}^* = 1/3 $$"#, "$$ c_{23} = 0 $$",
    #"$$ \langle v_3|eg\rangle = 1/2 $$"#, #"$$ z = \frac{n_1 - n_2}{2(2n_1 + 1)(2n_2 + 1)} $$"#,
    #"$$ \sum_{k=3}^{3} c_{2k} = 1/7 $$"#, "$$ c_{22} < c_{33} $$", "$$ c_{33} > 0 $$",
  ])
  func equalEnergiesLeaveTheBasisOpen(_ line: String) throws {
    let outcome = try Self.outcome(Self.equalEnergies + line)
    #expect(outcome.lines.map(\.verdict) == [.proved, .undecided])
  }

  // Behind a definition that is printed too; of the other levels everything is determined.
  @Test func equalEnergiesLeaveOtherLevelsAlone() throws {
    let outcome = try Self.outcome(
      Self.equalEnergies + #"""
        $$ q = c_{23} $$

        $$ 2 q = 1/7 $$

        $$ \langle v_1|gg\rangle = 5, \quad c_{11}^2 = 7, \quad \langle v_1|H|v_1\rangle = 0 $$
        """#)
    #expect(
      outcome.lines.map(\.verdict) == [
        .proved, .defined, .undecided, .refuted, .refuted, .proved,
      ])
  }

  // Σ k r_k = (3n + 2)/(2n + 1) and z = r₁ = n/(2n + 1) hold in the declared order alone, so that none is
  // free to read r₁ = (n + 1)/(2n + 1) in the other.
  @Test(arguments: [
    #"\sum_{k=1}^{2} k r_k = \frac{3 n + 2}{2 n + 1}"#, #"z = \frac{n}{2 n + 1}"#,
    #"2 r_1 = \frac{2 n}{2 n + 1}"#,
  ])
  func anOrderIsSpokenForBehindNames(_ line: String) throws {
    let preamble =
      Sample.qubit + #"""
        ```rederive
        r_k means steady state, basis |e\rangle |g\rangle, element (k, k), for k = 1, 2
        let z = r_1
        ```

        """#
    let lines = try Sample.lines(
      #"$$ \#(line), \quad r_1 = \frac{n + 1}{2 n + 1} $$"#, after: preamble)
    #expect(lines.map(\.verdict) == [.proved, .refuted])
  }

  // p = n/(2n + 1) with n = 1/(e − 1): the closed form is summed exactly.
  @Test func evaluationAgreesWithTheNullSpace() throws {
    let derivation = try Derivation(bytes: Array(Self.qubit.utf8), file: "t.md")
    let evaluation = try derivation.evaluate(
      at: [("\\omega", "1"), ("T", "1"), ("\\kappa", "0.3")], given: [])
    #expect(evaluation.disagreement < 1e-15)
    #expect(throws: FileError.self) {
      try derivation.evaluate(at: [("\\omega", "-1"), ("T", "1"), ("\\kappa", "1")], given: [])
    }
  }

  /// Two qubit baths, an angle and bounded symbols.
  private static let bounded = #"""
    # T

    ```rederive
    qubit 1: e g
    symbol \omega, \kappa, T_1, T_2, \lambda: positive
    symbol x, z, \Delta: real
    symbol q: nonnegative
    symbol y: in [0, 1]
    let s = |g\rangle\langle e|
    let \Omega = \sqrt{\Delta^2 + \lambda^2}
    let \theta: \cos\theta = \Delta/\Omega, \sin\theta = \lambda/\Omega
    let H = \omega |e\rangle\langle e|
    hamiltonian H
    bath 1: couples s, temperature T_1, decay rate \kappa, boson
    bath 2: couples s, temperature T_2, decay rate \kappa, fermion
    approximations: born, markov, no Lamb shift
    n_i means occupation of bath i at frequency \omega, for i = 1, 2
    N(\omega) means occupation of bath 1 at frequency \omega
    ```

    """#

  // True at every point that there is: cos 1 = 0.54, e^y ≤ e, a fermion above its chemical potential is
  // below ½, n = 1/(e − 1) = 0.58 at T = ω, n decreases with ω/T. None may be refuted by values that the
  // quantities do not take.
  @Test(arguments: [
    ("", #"\cos 1 + 0 > 0"#), ("", #"\cos y + 0 > 0"#),
    ("", #"e^x + \cos x > -1"#),
    ("", #"|1 - 2 n_2| + 0 = 1 - 2 n_2"#),
    (#"given T_1 = \omega"#, "n_1 + 0 < 1"), (#"given T_1 = \omega"#, "|1 - n_1| + 0 = 1 - n_1"),
    (#"assume T_1 > \omega"#, "2 n_1 + 0 > 1"),
    ("", #"\theta + 0 > 0"#),
    ("", #"|\theta| + 0 = \theta"#), (#"given \Delta = 0"#, #"\theta = \frac{\pi}{2}"#),
    ("", #"\frac{|x| + x}{|x| + x} + 0 = 1"#),
    // The sign of what is under a root is no other than at values that there are.
    ("", #"|\cos 1| + 0 = \cos 1"#), ("", "|e^y - 10| + 0 = 10 - e^y"),
    ("", #"|\cos y| + 0 = \cos y"#), ("", #"\sqrt{\cos^2 1} + 0 = \cos 1"#),
    (#"assume T_1 > \omega"#, "|2 n_1 - 1| + 0 = 2 n_1 - 1"),
    ("assume T_1 > T_2", "|n_1 - n_2| + 0 = n_1 - n_2"),
    ("assume 1 > x\nassume x > -1", #"|\cos x| + 0 = \cos x"#),
    ("", "e^{x^2} + 0 > 1/2"), ("", "|e^{x^2} - 1/2| + 0 = e^{x^2} - 1/2"),
    ("", #"e^{-\lambda} + 0 < 2"#), ("", #"|e^{-\lambda} - 2| + 0 = 2 - e^{-\lambda}"#),
    ("", "|x - e^x| + 0 = e^x - x"),
    ("", "(e^{1/x} - 1)^2 + 0 > 0"), ("", "e^{x e^x} + 0 > 1/2"), ("", #"e^\theta + 0 < 24"#),
    ("", #"e^\pi + 0 < 24"#), ("", #"|e^\pi - 20| + 0 = e^\pi - 20"#),
    ("", #"\cos\sqrt{y} + 0 > 0"#),
    ("", #"e^{\sqrt{1 + x^2}} + 0 > 2"#), ("", #"e^{\sin\theta} + 0 < 3"#),
    (#"given T_1 = \omega"#, #"\cos n_1 + 0 > 0"#), ("", "e^{n_2} + 0 < 2"),
    ("", #"|\cos 1| + e^x = \cos 1 + e^x"#), ("", #"|\cos 1| + x \cos x = \cos 1 + x \cos x"#),
    ("given y = x", "x + 1 > 0"), ("given y = x", "|x| + 0 = x"),
    ("given y = x", #"\cos x + 0 > 0"#),
    ("given q = x", "|x| + 0 = x"), ("given q = x", #"x + 0 \geq 0"#),
    ("assume 1 > x\nassume x > -1\ngiven x = z", #"\cos z + 0 > 0"#),
    (#"assume \cos^2 y > 0"#, #"|\cos y| + 0 = \cos y"#), ("", #"\cos |x| + 0 = \cos x"#),
    ("", "e^{|x|} + e^{-|x|} = e^x + e^{-x}"), ("", #"e^{|\cos y|} + 0 = e^{\cos y}"#),
    ("assume e^x > 2", "|x| + 0 = x"), ("assume e^x > 2", "x + 0 > 0"),
    // ln 20 = 2.996 and ln 24 = 3.178, where the cosine is below −0.98.
    ("assume e^x > 20\nassume 24 > e^x", #"\cos x + 0 < 0"#),
    // n falls with the frequency.
    (
      #"""
      a means occupation of bath 1 at frequency \omega
      b means occupation of bath 1 at frequency \kappa
      assume \kappa > \omega
      """#, "|a - b| + 0 = a - b"
    ),
    // u² ≥ u − ¼, so that e^{u²} ≥ 0.77 e^u.
    ("", #"|e^{\lambda^2 x^2} - e^{\lambda x}/3| + 0 = e^{\lambda^2 x^2} - e^{\lambda x}/3"#),
  ])
  func trueLinesAreNotRefuted(_ directives: String, _ line: String) throws {
    let text = Self.bounded + "## S\n```rederive\n\(directives)\n```\n$$ \(line) $$\n"
    let verdicts = try Self.outcome(text).lines.map(\.verdict)
    #expect(verdicts == [.undecided] || verdicts == [.proved])
  }

  // What is false at points that there are stays refuted.
  @Test(arguments: [
    ("", #"\cos x + 0 > 0"#), ("", "n_1 + 0 < 1"), ("", #"\cos x = \sin x"#),
    ("", "n_1 = n_2"), ("", "|1 - 3 n_2| + 0 = 1 - 3 n_2"), ("", "n_2 + 0 < 1/3"),
    ("", #"N(\omega)^2 + 0 = n_1"#), (#"given \Delta = 0"#, #"\Omega + 0 = 2 \lambda"#),
    ("", #"|\cos x| + 0 = \cos x"#), ("", "|e^x - 10| + 0 = 10 - e^x"), ("", "e^x + 0 > 1/2"),
    ("", #"e^{\lambda \kappa} + e^\lambda > 3"#), ("", #"\sqrt{1 + e^y} + 0 = 1 + e^y"#),
    ("", #"|e^{\lambda \kappa} - e^\lambda| + 0 = e^{\lambda \kappa} - e^\lambda"#),
    (#"assume \Delta > \lambda"#, #"\Delta + 0 > 2 \lambda"#), ("", #"e^{x/\kappa} + 0 > 1/2"#),
    (#"assume \Delta > \lambda"#, #"|\Delta - 2\lambda| + 0 = \Delta - 2\lambda"#),
    (#"assume \Delta > \lambda"#, #"\cos\theta + 0 > 9/10"#), ("given y = x", "|x| + 0 = -x"),
    ("given y = x", "x + 0 > 1/2"), ("", #"\cos(\lambda x) + 0 = \cos(\kappa x)"#),
    ("", "|2 n_1 - 1| + 0 = 2 n_1 - 1"), ("", #"|\cos\theta| + 0 = \cos\theta"#),
  ])
  func falseLinesStayRefuted(_ directives: String, _ line: String) throws {
    let text = Self.bounded + "## S\n```rederive\n\(directives)\n```\n$$ \(line) $$\n"
    #expect(try Self.outcome(text).lines.map(\.verdict) == [.refuted])
  }

  // f(x)² and f²(x) are the square of a value; Γ [X] with a sign above Γ is a product.
  @Test(arguments: [
    #"N(\omega)^2 + 0 = n_1^2"#, #"N^2(\omega) + 0 = n_1^2"#, #"n_1^2 + 0 = N(\omega)^2"#,
    #"2 N(\omega)^2 x + 0 = 2 x n_1 N(\omega)"#,
  ])
  func powersOfFunctions(_ line: String) throws {
    #expect(try Self.outcome(Self.bounded + "$$ \(line) $$\n").lines.map(\.verdict) == [.proved])
  }
}
