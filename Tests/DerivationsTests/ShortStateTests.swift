import SymbolicAlgebra
import Testing

@testable import Derivations

/// Closed forms of the steady state, written short.
@Suite struct ShortStateTests {
  /// The paper's model and nothing of what it prints of the steady state.
  private static func model() throws -> Derivation {
    try Sample.derivation(
      #"""
      # Two qubits

      ```rederive
      qubit 1: e g
      qubit 2: e g
      symbol \omega_1, \omega_2, \lambda, J, T_1, T_2: positive
      symbol \mu_1, \mu_2: real
      let \sigma_-^{(i)} = |g\rangle_i\langle e|, for i = 1, 2
      let \sigma_+^{(i)} = |e\rangle_i\langle g|, for i = 1, 2
      let \delta = \omega_1 + \omega_2
      let \Delta = \omega_1 - \omega_2
      let \Omega = \sqrt{\Delta^2 + \lambda^2}
      let \theta: \cos\theta = \Delta/\Omega, \sin\theta = \lambda/\Omega
      let H = \omega_1 |e\rangle_1\langle e| + \omega_2 |e\rangle_2\langle e|
        + \frac{\lambda}{2} [\sigma_+^{(1)} \sigma_-^{(2)} + \sigma_-^{(1)} \sigma_+^{(2)}]
      hamiltonian H
      assume \lambda < 2\sqrt{\omega_1 \omega_2}
      bath 1: couples \sigma_-^{(1)}, temperature T_1, chemical potential \mu_1, spectral density J
      bath 2: couples \sigma_-^{(2)}, temperature T_2, chemical potential \mu_2, spectral density J
      approximations: born, markov, no Lamb shift, flat spectral density
      N_i^\pm means occupation of bath i at frequency (\delta \pm \Omega)/2, for i = 1, 2
      ```

      $$ H = H $$
      """#)
  }

  private func closedForms(_ given: String...) throws -> [Stages.Statement] {
    let stages = try Self.model().stages(given: given) { _ in }
    return try #require(stages.sections.last).statements
  }

  // With a = N₁⁻ + N₂⁻, b = N₁⁺ + N₂⁺, m = N₁⁺ − N₂⁺, n = N₁⁻ − N₂⁻ the state has the denominators
  // d = (Ω/J)² + (2 + a + b)² and (1 + a)(1 + b)d − mn(2 + a + b)², and ρ₁₁ = [(2 + a)(2 + b)d
  // + (m − n(3 + a + b))(m(3 + a + b) − n)]/4 over the latter.
  @Test func denominatorsAreFoundByThemselves() throws {
    let statements = try closedForms("boson", #"\theta = \pi/2"#)
    let named = Dictionary(uniqueKeysWithValues: statements.map { ($0.left, $0.right) })
    let letters = statements.filter { $0.left.hasPrefix("x_") }
    #expect(
      letters.map(\.right) == [
        "N_1^- + N_2^-", "N_1^+ + N_2^+", "N_1^+ - N_2^+", "N_1^- - N_2^-",
      ])
    let first = try #require(named["d_1"])
    #expect(first.contains(#"(\frac{\Omega}{J})^{2}"#))
    #expect(first.contains("(2 + x_2 + x_1)^{2}"))
    let second = try #require(named["d_2"])
    #expect(second.contains("d_1"))
    #expect(named["d_3"] == nil)
    for element in [#"\rho_{11}"#, #"\rho_{22}"#, #"\rho_{33}"#, #"\rho_{44}"#] {
      let text = try #require(named[element])
      #expect(text.contains("d_1") && text.contains("d_2"), "\(text)")
      #expect(text.utf8.count < 120, "\(text)")
    }
  }

  // Without a restriction on θ the letters hold its cosine and sine, and the forms are as short.
  @Test func aGeneralAngleIsAsShort() throws {
    for given in ["boson", "fermion"] {
      let statements = try closedForms(given)
      #expect(statements.count >= 9)
      #expect(statements.allSatisfy { $0.right.utf8.count < 160 })
    }
  }

  // The paper's own abbreviations: right sides as it prints them, corrected.
  @Test func thePapersAbbreviationsArePutBack() throws {
    let derivation = try Derivation(
      bytes: try Sample.shipped("hadipour-haseli-2024"), file: "paper.md")
    let forms = [
      ("23", #"\rho_{44}"#, [#"\mathcal{N}"#, "z_1", "z_2", "R", "L_-", "L_+"]),
      ("27", #"\rho_{44}"#, [#"\mathcal{R}"#, "L_-", "L_+"]),
      ("30", #"\rho_{11}"#, [#"\mathcal{G}"#, "s_1", "s_2", "R", #"\mathcal{L}_+"#]),
      ("33", #"\rho_{44}"#, [#"\mathcal{R}"#, #"\mathcal{L}_-"#, #"\mathcal{L}_+"#]),
    ]
    for (equation, subject, names) in forms {
      let line = try #require(
        derivation.lines.first { $0.equation == equation && $0.subject == subject })
      var contexts = try Contexts(derivation)
      var (_, context) = try contexts.context(at: line.position, in: line.section)
      (context.position, context.section) = (line.position, line.section)
      let printed = derivation.lines.filter { $0.position == line.position }.compactMap(\.right)
      let form = context.shortForm(of: line, printed: printed)
      let text = try #require(form)
      for name in names { #expect(text.contains(name), "(\(equation)) \(name): \(text)") }
      #expect(text.utf8.count < 110, "\(text)")
    }
  }
}
