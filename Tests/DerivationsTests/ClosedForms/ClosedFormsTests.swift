import NumericEvaluation
import Testing

@testable import Derivations

/// What is exported of small files: printed where it is proved, derived where it is not.
@Suite struct ClosedFormsTests {
  private func forms(_ text: String, given: [String] = []) throws -> ClosedForms {
    let derivation = try Derivation(bytes: Array(text.utf8), file: "test.md")
    let outcome = try derivation.checkLines { _ in }
    return try derivation.closedForms(outcome, given: given) { _ in }
  }

  private func value(_ form: ClosedForm, _ point: [String: Double]) -> [[Complex]] {
    let parameters = form.parameters.map { Complex(point[$0.latex] ?? 1) }
    let values = FormulaValues.evaluate(form.steps, parameters)
    return form.elements.map { $0.map { values[$0] } }
  }

  // n = 1/(e^{ω/T} − 1); p_e = n/(2n + 1), p_g = 1 − p_e by the trace, no coherence.
  @Test func provedLinesAreTakenAsPrinted() throws {
    let result = try forms(Sample.qubit + #"$$ p_e = \frac{n}{2n + 1} \tag{2} $$"#)
    let form = try #require(result.forms.first)
    #expect(result.forms.count == 1 && result.omissions.isEmpty)
    #expect(form.equations == ["2"])
    #expect(form.basis == [#"|e\rangle"#, #"|g\rangle"#])
    #expect(form.sources.map(\.origin) == [.printed(equation: "2"), .zero, .trace])
    let n = 1 / (1.5.exponential - 1)
    let rho = value(form, [#"\omega"#: 3, "T": 2])
    #expect(abs(rho[0][0].re - n / (2 * n + 1)) < 1e-14)
    #expect(abs(rho[1][1].re - (n + 1) / (2 * n + 1)) < 1e-14)
    #expect(rho[0][1] == Complex(0))
  }

  // n/(2n − 1) has a slip: it is mended, and said so.
  @Test func repairedLinesAreTakenMended() throws {
    let result = try forms(Sample.qubit + #"$$ p_e = \frac{n}{2n - 1} \tag{2} $$"#)
    let form = try #require(result.forms.first)
    #expect(
      form.sources[0].origin
        == .repaired(equation: "2", slip: "sign", printed: #"\frac{n}{2n - 1}"#))
    let rho = value(form, [#"\omega"#: 3, "T": 2])
    let n = 1 / (1.5.exponential - 1)
    #expect(abs(rho[0][0].re - n / (2 * n + 1)) < 1e-14)
  }

  // a b + c/n is no slip of anything: nothing of it is exported.
  @Test func whatDoesNotFollowIsDerived() throws {
    let result = try forms(
      Sample.qubit + #"$$ p_e = a b + \frac{c}{n}, \quad p_g = \frac{n + 1}{2n + 1} \tag{2} $$"#)
    let form = try #require(result.forms.first)
    #expect(form.sources[0].origin == .trace)
    #expect(form.sources[2].origin == .printed(equation: "2"))
    let rho = value(form, [#"\omega"#: 3, "T": 2])
    let n = 1 / (1.5.exponential - 1)
    #expect(abs(rho[0][0].re - n / (2 * n + 1)) < 1e-14)
  }

  // Without a printed state there is the derived one: p_e = n/(2n + 1) again.
  @Test func withoutAPrintedStateItIsDerived() throws {
    let form = try #require(try forms(Sample.qubit).forms.first)
    #expect(form.equations.isEmpty)
    #expect(form.model.isEigenbasis)
    // The eigenbasis ascends: g, then e.
    let rho = value(form, [#"\omega"#: 3, "T": 2])
    let n = 1 / (1.5.exponential - 1)
    #expect(abs(rho[1][1].re - n / (2 * n + 1)) < 1e-13)
    #expect(abs(rho[0][0].re + rho[1][1].re - 1) < 1e-14)
  }

  @Test func parametersHaveMeaningAndDomain() throws {
    let form = try #require(
      try forms(Sample.qubit + #"$$ p_e = \frac{n}{2n + 1} \tag{2} $$"#).forms.first)
    let about = Dictionary(uniqueKeysWithValues: form.parameters.map { ($0.latex, $0) })
    #expect(about["T"]?.meaning == "temperature of bath 1")
    #expect(about[#"\kappa"#]?.meaning == "decay rate of bath 1")
    #expect(about[#"\omega"#]?.meaning == "parameter of the Hamiltonian")
    #expect(about[#"\omega"#]?.domain == .positive)
    #expect(about["x"]?.domain == .real)
    #expect(about["z"]?.domain == .complex)
    #expect(about["x"]?.meaning == "symbol of the file")
  }

  // Under T = a the temperature is no parameter any more.
  @Test func restrictionsFixSymbols() throws {
    let form = try #require(try forms(Sample.qubit, given: ["T = a"]).forms.first)
    #expect(form.given == ["T = a"])
    #expect(!form.parameters.contains { $0.latex == "T" })
    #expect(form.parameters.first { $0.latex == "a" }?.meaning == "temperature of bath 1")
    #expect(form.conditions.isEmpty)
  }

  @Test func namedStepsSayWhereTheyComeFrom() throws {
    let form = try #require(
      try forms(
        Sample.qubit + #"$$ p_e = \frac{n}{M}, \quad M = 2n + 1 \tag{2} $$"#
      ).forms.first)
    let names = form.names.map { "\($0.latex): \($0.meaning)" }
    #expect(names.contains("n: occupation of bath 1"))
    #expect(names.contains("M: Eq. (2)"))
  }

  // A drive (Ω σ₊ + Ω* σ₋)/2 on resonance: ρ_ee = |Ω|²/(γ² + 2|Ω|²), ρ_eg = −iγΩ/(γ² + 2|Ω|²).
  @Test func complexParametersKeepTheirPhase() throws {
    let text = #"""
      ```rederive
      qubit 1: e g
      symbol \gamma: positive
      symbol \Omega: complex
      let \sigma_- = |g\rangle\langle e|
      let \sigma_+ = |e\rangle\langle g|
      let H = \frac{1}{2}(\Omega \sigma_+ + \Omega^* \sigma_-)
      hamiltonian H
      jump \sigma_-: rate \gamma
      p means steady state, basis |e\rangle |g\rangle, element (1, 1)
      ```
      $$ p = \frac{|\Omega|^2}{\gamma^2 + 2|\Omega|^2} \tag{1} $$
      """#
    let form = try #require(try forms(text).forms.first)
    let drive = Complex(0.5, 1.25)
    let parameters = form.parameters.map { $0.latex == #"\Omega"# ? drive : Complex(1.5) }
    let values = FormulaValues.evaluate(form.steps, parameters)
    let norm = 1.5 * 1.5 + 2 * (0.25 + 1.5625)
    #expect((values[form.elements[0][0]] - Complex(1.8125 / norm)).magnitude < 1e-14)
    let coherence = -(.i * drive).scaled(by: 1.5 / norm)
    #expect((values[form.elements[0][1]] - coherence).magnitude < 1e-14)
    #expect((values[form.elements[1][0]] - coherence.conjugate).magnitude < 1e-14)
  }

  @Test func aClosedSystemHasNoSteadyState() throws {
    let text = #"""
      ```rederive
      qubit 1: e g
      symbol \omega: positive
      let H = \omega |e\rangle\langle e|
      hamiltonian H
      ```
      """#
    do {
      _ = try forms(text)
      Issue.record("it was exported")
    } catch let error as FileError {
      #expect(
        error.diagnostics[0].message
          == "the file declares neither bath nor jump, so there is no steady state")
      #expect(
        error.diagnostics[0].help == "declare what the system is open to: a bath or a jump")
    }
  }

  @Test func aRestrictionThatCannotBeReadIsAnError() throws {
    #expect(throws: FileError.self) { try forms(Sample.qubit, given: ["bosons"]) }
  }
}

extension Double {
  fileprivate var exponential: Double { Complex.exp(Complex(self)).re }
}
