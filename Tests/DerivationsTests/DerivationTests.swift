import Testing

@testable import Derivations

@Suite struct DerivationTests {
  @Test func nameAndTitle() throws {
    let derivation = try Sample.derivation(Sample.qubit)
    #expect(derivation.name == "test")
    #expect(derivation.title == "A qubit")
    let untitled = try Derivation(
      bytes: Array("```rederive\nqubit 1: e g\n```".utf8), file: "a/b.md")
    #expect(untitled.title == "b")
  }

  @Test func outcomeListsEveryLine() throws {
    let outcome = try Sample.outcome(Sample.qubit + "$$ a = a, R = 1, a = n!, a = b $$")
    #expect(outcome.derivation == "test")
    #expect(outcome.lines.count == 4)
    #expect(outcome.summary[.proved] == 1)
    #expect(outcome.summary[.undefined] == 0)
    #expect(outcome.summary.count == Verdict.allCases.count)
    #expect(outcome.summary.values.reduce(0, +) == 4)
    #expect(outcome.assumptions.prefix(3) == ["born", "markov", "no Lamb shift"])
  }

  @Test func progressNamesEveryEquationOnce() throws {
    var words: [String] = []
    let derivation = try Sample.derivation(
      Sample.qubit + #"$$ a = a, b = b \tag{4} $$ $$ c = c $$"#)
    _ = try derivation.check { words.append($0) }
    #expect(words == ["Eq. 4", "Eq. 4+1"])
  }

  @Test func twoRunsSayTheSame() throws {
    let text = Sample.qubit + #"$$ p_e = n, a = b c, \sigma_- = H $$"#
    #expect(try Sample.outcome(text) == Sample.outcome(text))
  }

  private static let h = #"let H = w|e\rangle\langle e|"#
  private static let bath =
    #"bath 1: couples |g\rangle\langle e|, temperature T, decay rate k, boson"#

  private struct Fault: Sendable {
    var lines: [String]
    var message: String
  }

  private static let faults: [Fault] = [
    // ⟨e|H|g⟩ must be ⟨g|H|e⟩*.
    Fault(
      lines: [#"let H = w|e\rangle\langle e| + x|e\rangle\langle g|"#, "hamiltonian H"],
      message: """
        not-hermitian 6:13 the Hamiltonian is not Hermitian: ⟨e|H|g⟩ is $x$, ⟨g|H|e⟩ is $0$ | \
        each must be the other's complex conjugate
        """),
    Fault(
      lines: [#"let H = i|e\rangle\langle e|"#, "hamiltonian H"],
      message: """
        not-hermitian 6:13 the Hamiltonian is not Hermitian: ⟨e|H|e⟩ is $i$, ⟨e|H|e⟩ is $i$ | \
        each must be the other's complex conjugate
        """),
    Fault(
      lines: ["hamiltonian H"],
      message: "unsupported 5:13 the model cannot be built: undeclared symbol 'H'"),
    Fault(
      lines: [bath],
      message: "no-hamiltonian 1:1 no Hamiltonian is declared | name it with 'hamiltonian H'"),
    Fault(
      lines: [
        h, "hamiltonian H", "bath 1: couples 0, temperature T, decay rate k, boson",
        "approximations: born, markov, no Lamb shift",
      ],
      message: "bath-without-coupling 7:1 the operator that bath 1 couples to is zero"),
    Fault(
      lines: [h, "hamiltonian H", "bath 1: temperature T, decay rate k"],
      message: "bath-without-coupling 7:6 bath 1 couples to nothing | add 'couples OPERATOR'"),
    Fault(
      lines: [h, "hamiltonian H", bath, "approximations: born, markov"],
      message: """
        undeclared-approximation 7:1 the derivation uses 'no Lamb shift', which is not declared | \
        add it to a line 'approximations: born, markov, no Lamb shift'
        """),
    Fault(
      lines: [
        h, "hamiltonian H", bath,
        "approximations: born, markov, no Lamb shift, flat spectral density",
      ],
      message: """
        unused-approximation 8:46 the derivation does not use 'flat spectral density' | take it out
        """),
    Fault(
      lines: [h, "hamiltonian H", bath, "approximations: born, markof, no Lamb shift"],
      message: """
        unknown-approximation 8:23 unknown approximation 'markof' | did you mean 'markov'?
        """),
    Fault(
      lines: [h, "hamiltonian H", bath, "approximations: born, markov, no Lamb shift, secular"],
      message: """
        unused-approximation 8:46 every coupling has one frequency: 'secular' drops nothing | \
        take it out
        """),
    // Nothing moves a population.
    Fault(
      lines: [
        h, "hamiltonian H", "bath 1: couples H, temperature T, decay rate k, boson",
        "approximations: born, markov, no Lamb shift",
      ],
      message: """
        unsupported 7:1 the master equation cannot be derived: bath 1 has a coupling at zero \
        frequency, whose rate is not defined
        """),
  ]

  @Test(arguments: faults)
  private func faultyModels(_ expected: Fault) {
    let text = """
      ```rederive
      qubit 1: e g
      symbol w, k, T, J: positive
      symbol x: real
      \(expected.lines.joined(separator: "\n"))
      ```
      $$ w = w $$
      """
    let fault = Sample.fault(text)
    #expect(fault.count == 1)
    #expect(fault.first?.brief.hasPrefix(expected.message) == true, "\(fault.map(\.brief))")
  }

  @Test func noLevels() {
    #expect(
      Sample.fault("$$ a = 1 $$").map(\.brief) == [
        "no-levels 1:1 no subsystem is declared | declare the levels, for example 'qubit 1: e g'"
      ])
  }

  /// Thirty qubits would need 2³⁰ kets before anything is said.
  @Test func tooManyLevels() {
    let qubits = (1...30).map { "qubit \($0): e g" }.joined(separator: "\n")
    #expect(
      Sample.fault("```rederive\n\(qubits)\n```").map(\.code) == ["too-many-levels"])
  }

  @Test(arguments: [
    (#"$$ a = \frac{1 $$"#, "unclosed-brace", 21, 13), ("$$ a = 1} $$", "stray-brace", 21, 9),
    (#"$$ \begin{aligned} a = 1 $$"#, "unclosed-environment", 21, 4),
    (#"$$ a = \left( 1 $$"#, "unclosed-left", 21, 8), ("$$ a = $$", "missing-argument", 21, 7),
    (#"$$ a_1_2 = 1 $$"#, "double-script", 21, 7),
  ])
  func unreadableDisplays(_ display: String, _ code: String, _ line: Int, _ column: Int) {
    let fault = Sample.fault(Sample.qubit + display)
    #expect(fault.map(\.code) == [code], "\(fault)")
    #expect(fault.first?.location.line == line)
    #expect(fault.first?.location.column == column)
    #expect(fault.first?.message.hasPrefix("cannot read this display at ") == true)
    #expect(fault.first?.help == "mend the LaTeX; it must be what TeX would accept")
  }

  // MARK: Bad input in time

  private static let many = String(repeating: "{", count: 10_000_000)

  private static let files: [(String, String)] = [
    (many, "empty-file"),
    ("$$\(many)", "unclosed-display"),
    ("\(Sample.qubit)$$\(many)$$", "nesting-too-deep"),
    ("\(Sample.qubit)```rederive\n\(many)\n```", "unknown-directive"),
    ("\(Sample.qubit)```rederive\nlet a = \(many)\n```", "nesting-too-deep"),
    (Sample.qubit + String(repeating: "$$", count: 1_000_001), "unclosed-display"),
  ]

  @Test(arguments: files.indices)
  func tenMegabytesOfBraces(_ number: Int) {
    let (text, code) = Self.files[number]
    let clock = ContinuousClock()
    var fault: [FileDiagnostic] = []
    let bytes = Array(text.utf8)
    let time = clock.measure { fault = Sample.fault(bytes) }
    #expect(fault.map(\.code) == [code])
    #expect((fault.first?.location.line ?? 0) >= 1)
    #expect((fault.first?.message.utf8.count ?? 0) < 500)
    #if DEBUG
      #expect(time < .seconds(30))
    #else
      #expect(time < .seconds(1))
    #endif
  }
}
