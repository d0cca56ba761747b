import Derivations
import Testing

/// The examples of the documentation catalog, word for word, with what they give.
@Suite struct DerivationsDocumentationTests {
  // The excited population is Ω²/(4Δ² + γ² + 2Ω²): a Lorentzian in the detuning, so γ² has the
  // sign of Δ².
  @Test func aDrivenAtom() throws {
    let text = #"""
      # A driven atom

      ```rederive
      qubit 1: e g
      symbol \Omega, \gamma: positive
      symbol \Delta: real
      let \sigma_- = |g\rangle\langle e|
      let \sigma_+ = |e\rangle\langle g|
      hamiltonian H
      jump \sigma_-: rate \gamma
      \rho_{ee} means steady state, basis |e\rangle |g\rangle, element (1, 1)
      ```

      $$ H = -\Delta |e\rangle\langle e| + \frac{\Omega}{2} (\sigma_+ + \sigma_-) \tag{1} $$

      $$ \rho_{ee} = \frac{\Omega^2}{4\Delta^2 - \gamma^2 + 2\Omega^2} \tag{2} $$
      """#
    let derivation = try Derivation(bytes: Array(text.utf8), file: "driven-atom.md")

    let outcome = try derivation.check { progress in }
    let wrong = outcome.lines.filter { $0.verdict == .refuted }
    let code = wrong.first?.code  // R002, a sign
    let repair = wrong.first?.repairs.first?.latex

    let correction = try derivation.correct { progress in }
    let corrected = correction.text

    let forms = try derivation.closedForms(outcome, given: []) { progress in }
    let parameters = forms.forms.first?.parameters.map(\.latex)

    #expect(derivation.title == "A driven atom")
    #expect(wrong.map(\.equation) == ["2"])
    #expect(code == .sign)
    #expect(repair == #"\frac{\Omega^2}{4\Delta^2 + \gamma^2 + 2\Omega^2}"#)
    #expect(corrected == text.replacing(#"- \gamma^2"#, with: #"+ \gamma^2"#))
    #expect(forms.forms.count == 1)
    #expect(parameters == [#"\Omega"#, #"\gamma"#, #"\Delta"#])
  }
}
