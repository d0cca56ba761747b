import Derivations
import Testing

@Suite struct ParticleCurrentTests {
  private func verdicts(_ lines: String) throws -> [Verdict] {
    let text = """
      # A qubit between two baths
      ```rederive
      qubit 1: e g
      symbol \\omega, \\kappa_1, \\kappa_2, T_1, T_2: positive
      let \\sigma_- = |g\\rangle\\langle e|
      let H = \\omega |e\\rangle\\langle e|
      hamiltonian H
      bath 1: couples \\sigma_-, temperature T_1, decay rate \\kappa_1, boson
      bath 2: couples \\sigma_-, temperature T_2, decay rate \\kappa_2, boson
      approximations: born, markov, no Lamb shift
      j_i means heat current from bath i, for i = 1, 2
      I_i means particle current from bath i, for i = 1, 2
      ```
      $$ \(lines) $$
      """
    return try Derivation(bytes: Array(text.utf8), file: "a.md").check { _ in }.lines.map(\.verdict)
  }

  // Every quantum carries ω: I_i = j_i/ω. None is kept: I_1 + I_2 = 0. At ω ≠ 1 the two currents differ.
  @Test func countsQuanta() throws {
    #expect(
      try verdicts(#"I_1 = \frac{j_1}{\omega}, \quad I_1 + I_2 = 0, \quad I_2 = j_2"#)
        == [.proved, .proved, .refuted])
  }
}
