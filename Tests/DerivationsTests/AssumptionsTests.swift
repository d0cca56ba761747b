import Testing

@testable import Derivations

/// What is assumed can hold, and is said.
@Suite struct AssumptionsTests {
  private static func preamble(_ directives: String) -> String {
    #"""
    # Assumptions

    ```rederive
    qubit 1: e g
    symbol a, b, c, \omega, \kappa, T, \delta, \lambda: positive
    symbol r, \mu: real
    let \sigma_- = |g\rangle\langle e|
    let \Omega = \sqrt{\delta^2 + \lambda^2}
    let H = \omega |e\rangle\langle e|
    hamiltonian H
    bath 1: couples \sigma_-, temperature T, chemical potential \mu, decay rate \kappa, boson
    approximations: born, markov, no Lamb shift
    \#(directives)
    ```

    """#
  }

  @Test(arguments: [
    "assume r > 5\ngiven r = 3", "given r = 3\nassume r > 5", "assume 1 > 2", "assume a < 0",
    "assume a > b\nassume b > c\nassume c > a", "assume a > b\nassume b > a", "assume a > a",
    "assume a + b < 0", "given r = 1\nassume r < 1",
  ])
  func contradictionsAreTold(_ directives: String) throws {
    let faults = Sample.fault(Self.preamble(directives) + "$$ r = 2 $$\n")
    #expect(faults.map(\.code) == ["contradictory-assumption"])
  }

  @Test(arguments: [
    "assume a > b\nassume b > c", "assume r > 5\ngiven r = 7", "assume r < 0", "assume a > b + c",
  ])
  func whatCanHoldIsTaken(_ directives: String) throws {
    #expect(Sample.fault(Self.preamble(directives) + "$$ r = r $$\n").isEmpty)
  }

  // n(ω) of a boson below its chemical potential is −1 − 1/(e^{(μ−ω)/T} − 1), less than −1.
  @Test(arguments: [
    (#"given \mu = 0"#, #"\delta - \Omega"#, "m + 0 > 0", Verdict.refuted),
    (#"given \mu = 0"#, #"\delta - \Omega"#, "m + 0 < -1", .proved),
    (#"given \mu = 0"#, #"\delta - \Omega"#, "|m| + 0 = -m", .proved),
    (#"given \mu = 0"#, #"\delta - \Omega"#, "|m| + 0 = m", .refuted),
    (#"given \mu = 0"#, #"-\omega"#, #"m + 0 = -1 - \frac{1}{e^{\omega/T} - 1}"#, .proved),
    (#"given \mu = 0"#, #"r - \sqrt{r^2 + 1}"#, "m + 0 < -1", .proved),
    (#"assume \mu > \omega"#, #"\omega"#, "m + 0 > 0", .refuted),
    (#"assume \mu > \omega"#, #"\omega"#, "m + 0 < -1", .proved),
    (#"assume \mu < \omega"#, #"\omega"#, "m + 0 > 0", .proved),
    ("", #"\omega"#, "m + 0 > 0", .proved),
  ])
  func bosonsBelowTheChemicalPotential(
    _ directives: String, _ frequency: String, _ line: String, _ verdict: Verdict
  ) throws {
    let text = Self.preamble(
      directives + "\nm means occupation of bath 1 at frequency \(frequency)")
    let outcome = try Sample.outcome(text + "$$ \(line) $$\n")
    #expect(outcome.lines.map(\.verdict) == [verdict])
    // What does not follow from the declarations is told.
    if directives.isEmpty {
      #expect(outcome.assumptions.contains(#"$\omega > \mu$"#), "\(outcome.assumptions)")
    }
  }

  @Test func aCouplingThatRaisesTheEnergy() throws {
    let text = Self.preamble("").replacing(
      #"couples \sigma_-"#, with: #"couples |e\rangle\langle g|"#)
    let faults = Sample.fault(text + "$$ r = r $$\n")
    #expect(faults.contains { $0.message.contains("raises the energy") }, "\(faults)")
  }
}
