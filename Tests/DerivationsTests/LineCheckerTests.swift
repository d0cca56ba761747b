import ExactAlgebra
import Testing

@testable import Derivations

@Suite struct LineCheckerTests {
  @Test(arguments: [
    // Rates up κn and down κ(n + 1) balance at p_e = n/(2n + 1).
    (#"p_e = \frac{n}{2n+1}"#, Verdict.proved), (#"p_e = \frac{n+1}{2n+1}"#, .convention),
    (#"p_g - p_e = \frac{1}{2n+1}"#, .proved), ("p_e + p_g = 1", .proved),
    (#"\rho_{eg} = 0"#, .proved),
    (#"\frac{p_e}{p_g} = e^{-\omega/T}"#, .proved), (#"p_e = \frac{1}{e^{\omega/T}+1}"#, .proved),
    (#"p_e = \frac{1}{e^{\omega/T}-1}"#, .refuted), ("j = 0", .proved), ("j = 1", .refuted),
    // n(2ω) = 1/(e^{2ω/T} − 1) and e^{ω/T} = (n + 1)/n give n²/(2n + 1).
    (#"N(2\omega) = \frac{n^2}{2n+1}"#, .proved), (#"N(2\omega) = \frac{n}{2}"#, .refuted),
    (#"N(\omega) = n"#, .proved), (#"n = \frac{1}{e^{\omega/T}-1}"#, .proved),
    (#"n = \frac{1}{e^{\omega/T}+1}"#, .refuted),
    (#"[\sigma_+, \sigma_-] = |e\rangle\langle e| - |g\rangle\langle g|"#, .proved),
    (#"[\sigma_-, \sigma_+] = |e\rangle\langle e| - |g\rangle\langle g|"#, .refuted),
    (#"\{\sigma_+, \sigma_-\} = 1"#, .proved), (#"H |e\rangle = \omega |e\rangle"#, .proved),
    (#"\text{Tr}(H) = \omega"#, .proved), (#"\langle e|H|e\rangle = \omega"#, .proved),
    (#"\sqrt{x^2} = x"#, .refuted), (#"\sqrt{x^2} = |x|"#, .proved), (#"\sqrt{a^2} = a"#, .proved),
    ("|z|^2 = z z^*", .proved), ("|z|^2 = z^2", .refuted),
    (#"\sin(2x) = 2 \sin x \cos x"#, .proved),
    (#"\cos(2x) = \cos^2 x + \sin^2 x"#, .refuted), ("e^{x}e^{y} = e^{x+y}", .proved),
    (#"\tanh x = \frac{e^{2x}-1}{e^{2x}+1}"#, .proved), ("R = 2", .defined),
    (#"a = \frac{1}{0}"#, .undefined), (#"\frac{1}{x-x} = 1"#, .undefined), ("a = n!", .unreadable),
    ("a = b c", .refuted), (#"a \neq b"#, .undecided), (#"a \approx b"#, .undecided),
    (#"\ln a = b"#, .unreadable), ("a + b", .unreadable), (#"a = |e\rangle"#, .unreadable),
    (#"\frac{d p_e}{dt} = 0"#, .undecided),
  ])
  func verdicts(_ display: String, _ verdict: Verdict) throws {
    let line = try Sample.line(display)
    #expect(line.verdict == verdict, "\(line.notes)")
    #expect((line.verdict == .refuted) == (line.witness != nil))
  }

  // p_e = n/(2n + 1): at n = 1 the printed (n + 2)/(2n + 1) is 1, the derived 1/3; at any n by hand.
  @Test func aWrongFormulaHasAWitness() throws {
    let line = try Sample.line(#"p_e = \frac{n+2}{2n+1}"#)
    #expect(line.verdict == .refuted)
    #expect(line.derived == #"\frac{n}{2 n + 1}"#)
    let witness = try #require(line.witness)
    let n = try #require(witness["n"].flatMap(Int.init))
    #expect(witness.derived == (n == 1 ? "1/3" : "\(n)/\(2 * n + 1)"))
    #expect(witness.printed == (n == 1 ? "1" : "\(n + 2)/\(2 * n + 1)"))
  }

  // x² at the witness is derived, 5 is printed.
  @Test func aPowerIsNoDefinition() throws {
    let lines = try Sample.lines("$$ x^2 = 5, x^2 + 1 = 6 $$")
    #expect(lines.map(\.verdict) == [.refuted, .refuted])
    let witness = try #require(lines[0].witness)
    let x = try #require(witness["x"].flatMap(Int.init))
    #expect(witness.printed == "5")
    #expect(witness.derived == String(x * x))
  }

  // The same E = e^{ω/T} gives 1/(E + 1) and 1/(E² + 1).
  @Test func thermalWitness() throws {
    let line = try Sample.line(#"p_e = \frac{1}{e^{2\omega/T}+1}"#)
    #expect(line.verdict == .refuted)
    let witness = try #require(line.witness)
    let e = try #require(witness[#"e^{\frac{\omega}{T}}"#].flatMap(Int.init))
    #expect(witness.printed == "1/\(e * e + 1)")
    #expect(witness.derived == "1/\(e + 1)")
  }

  @Test func complexWitness() throws {
    let line = try Sample.line("z^* = z")
    let witness = try #require(line.witness)
    #expect(witness[#"\operatorname{Re}z"#] == "1")
    #expect(witness[#"\operatorname{Im}z"#] == "1")
    #expect([witness.printed, witness.derived] == ["1+i", "1-i"])
  }

  @Test func operatorWitnessNamesItsElement() throws {
    let line = try Sample.line(#"\sigma_-\sigma_+ = \sigma_+\sigma_-"#)
    #expect(line.verdict == .refuted)
    #expect(line.notes == ["the values are ⟨e|·|e⟩"])
    #expect(line.derived == #"|g\rangle\langle g|"#)
    #expect([line.witness?.printed, line.witness?.derived] == ["1", "0"])
  }

  @Test func ketWitnessNamesItsComponent() throws {
    let line = try Sample.line(#"H|e\rangle = \omega|g\rangle"#)
    #expect(line.verdict == .refuted)
    #expect(line.notes == ["the values are the component of |e⟩"])
    #expect(line.derived == #"\omega |e\rangle"#)
  }

  // MARK: Mistakes do not spread

  @Test func aMistakeInOneLineStaysThere() throws {
    let lines = try Sample.lines(
      #"""
      $$ p_e = \frac{n+5}{2n+1} $$
      $$ p_g = 1 - p_e $$
      $$ \frac{p_e}{p_g} = \frac{n}{n+1} $$
      $$ R = n!, a = a $$
      """#)
    #expect(lines.map(\.verdict) == [.refuted, .proved, .proved, .unreadable, .proved])
  }

  @Test func aWrongEigenvectorDoesNotSpread() throws {
    let lines = try Sample.lines(
      #"""
      ```rederive
      |v_i\rangle means eigenvector i of H, for i = 1, 2
      ```
      $$ |v_1\rangle = |e\rangle $$
      $$ |v_1\rangle\langle v_1| = |g\rangle\langle g| $$
      """#)
    #expect(lines.map(\.verdict) == [.refuted, .proved])
  }

  // An eigenvector is known up to a phase, and the printed one is taken.
  @Test(arguments: [
    (#"-|g\rangle"#, Verdict.proved), (#"i|g\rangle"#, .proved), (#"2|g\rangle"#, .refuted),
  ])
  func phasesAreThePrintedOnes(_ ket: String, _ verdict: Verdict) throws {
    let lines = try Sample.lines(
      """
      ```rederive
      |v_1\\rangle means eigenvector 1 of H
      ```
      $$ |v_1\\rangle = \(ket) $$
      $$ \\langle g|v_1\\rangle\\langle v_1|g\\rangle = 1 $$
      """)
    #expect(lines.map(\.verdict) == [verdict, .proved])
  }

  // MARK: Definitions

  @Test func definitionsMayFollowTheirUse() throws {
    let lines = try Sample.lines(#"$$ p_e = \frac{n}{D} $$ where $$ D = 2n + 1 $$"#)
    #expect(lines.map(\.verdict) == [.proved, .defined])
  }

  @Test(arguments: [
    ("u = u + 1", ["line 21, column 8: 'u' is defined by itself"]),
    (#"u = \frac{a}{b - b}"#, ["the printed side has no value: a denominator is zero"]),
  ])
  func definitionsWithoutAValue(_ display: String, _ notes: [String]) throws {
    let line = try Sample.line(display)
    #expect(line.verdict != .defined)
    #expect(line.notes == notes)
  }

  @Test func circularDefinitions() throws {
    let lines = try Sample.lines("$$ u = v, v = u $$")
    #expect(lines.map(\.verdict) == [.unreadable, .unreadable])
    #expect(lines[0].notes.first?.hasSuffix("is defined by itself") == true)
  }

  @Test func anUndeclaredSymbolInADefinitionIsAFault() {
    let fault = Sample.fault(Sample.qubit + "$$ R = a + kappa_1 $$")
    #expect(fault.map(\.code) == ["undeclared-symbol"])
    #expect(fault.first?.message == "undeclared symbol 'k'")
    #expect(fault.first?.location.line == 21)
    #expect(fault.first?.location.column == 12)
  }

  // MARK: Undeclared symbols

  @Test(arguments: [
    // A constant may make these true: n = q for no number, but ρ_eg = 0, p_e + p_g = 1, j = 0.
    (#"\rho_{eg} = q"#, Verdict.undecided), ("p_e + p_g = q", .undecided), ("j = q", .undecided),
    ("2 = q", .undecided), ("2a = q a", .undecided), ("2i = q", .undecided),
    ("a + b = q a + b", .undecided),
    ("n = q", .refuted), ("a = q b", .refuted), ("p_e = q p_g", .refuted), ("i a = q", .refuted),
    (#"p_e = \frac{q}{2n+1}"#, .refuted), ("a = q + r", .undecided), ("n + q = n + q", .unreadable),
    ("n = n + q - q", .proved), ("n < q", .undecided),
  ])
  func undeclared(_ display: String, _ verdict: Verdict) throws {
    let line = try Sample.line(display)
    #expect(line.verdict == verdict, "\(line.notes)")
  }

  @Test func undeclaredSymbolsAreNamed() throws {
    let line = try Sample.line(#"n = \kappa_h a"#)
    #expect(
      line.notes == [
        #"undeclared symbol $\kappa_h$, taken as a free number; did you mean $\kappa$?"#,
        "no edit of up to 3 slips mends it",
        "no convention that was tried makes it true",
      ])
    #expect(
      try Sample.line(#"\rho_{eg} = q"#).notes == [
        "it would hold if the undeclared symbol q had the right constant value",
        "undeclared symbol $q$, taken as a free number",
      ])
  }

  // MARK: Inequalities

  @Test(arguments: [
    ("a > 0", Verdict.proved), (#"a + b \geq a"#, .proved), (#"a \geq a"#, .proved),
    ("a > a", .refuted),
    ("x > 0", .refuted), ("a < b", .refuted), (#"\omega \leq 3"#, .refuted),
    // p_g − p_e = 1/(2n + 1) is positive, whatever n: the elements are not free numbers.
    ("p_e < p_g", .proved), (#"p_e \leq p_g"#, .proved), ("p_e > p_g", .refuted),
    (#"p_e \leq 1"#, .proved),
    ("p_e < 2", .proved), ("n > 0", .proved), ("n < 5", .refuted), ("n < 0", .refuted),
    // True for every temperature, but related quantities must not be chosen apart.
    (#"N(2\omega) < n"#, .undecided), (#"N(2\omega) > 5n"#, .refuted),
    (#"j \geq 0"#, .proved), ("z < 1", .undecided), (#"\text{Tr}(H) < 2\omega"#, .proved),
  ])
  func inequalities(_ display: String, _ verdict: Verdict) throws {
    let line = try Sample.line(display)
    #expect(line.verdict == verdict, "\(line.notes) \(String(describing: line.witness))")
  }

  // A fermion's occupation lies strictly between 0 and 1.
  @Test(arguments: [
    ("n < 1", Verdict.proved), (#"n \leq 1"#, .proved), (#"n < \frac{1}{2}"#, .refuted),
  ])
  func fermionOccupation(_ display: String, _ verdict: Verdict) throws {
    let preamble = Sample.qubit.replacing("boson", with: "fermion")
    let line = try Sample.line(display, after: preamble)
    // Unknown is allowed where the end of the range is not decided, false never.
    #expect(line.verdict == verdict || line.verdict == .undecided)
  }

  // n at ω, at (ω + a)/2 and at ω/2 + a/3 depend on each other, and e^{a/3T} is no power of e^{a/2T} that
  // is taken; the two that stand here can still be chosen.
  @Test func occupationsWithoutAClosedFormTogether() throws {
    let other = #"N(\frac{\omega}{2} + \frac{a}{3})"#
    let line = try Sample.line(#"N(\frac{\omega}{2} + \frac{a}{2}) = "# + other)
    #expect(line.verdict == .refuted, "\(line.notes)")
    let witness = try #require(line.witness)
    #expect(witness.at.count == 2)
    #expect(witness.printed != witness.derived)
    #expect(try Sample.line("\(other) = \(other)").verdict == .proved)
  }

  @Test func inequalityWitness() throws {
    let line = try Sample.line("p_e > p_g")
    let witness = try #require(line.witness)
    let n = try #require(witness["n"].flatMap(Int.init))
    #expect(witness.derived == "\(n)/\(2 * n + 1)")
    #expect(witness.printed == "\(n + 1)/\(2 * n + 1)")
  }

  // MARK: Statistics left open

  private static let open =
    Sample.qubit.replacing(", boson", with: "") + """
      ```rederive
      u means absorption rate of bath 1 at frequency \\omega
      d means emission rate of bath 1 at frequency \\omega
      ```

      """

  // u = κn; d = κ(n + 1) for bosons, κ(1 − n) for fermions.
  @Test(
    arguments: [
      (#"p_e = \frac{u}{u+d}"#, Verdict.proved, []),
      (#"u = \kappa n"#, .proved, ["proved for bosons and for fermions separately"]),
      (#"d = \kappa (n + 1)"#, .convention, ["true for bosons"]),
      (#"d = \kappa (1 - n)"#, .convention, ["true for fermions"]),
      (
        #"d = \kappa (2 - n)"#, .refuted,
        [
          "it fails for bosons and for fermions; the values are for bosons",
          "no edit of up to 3 slips mends it",
          "no convention that was tried makes it true",
        ]
      ),
      ("p_e = n", .convention, ["true for fermions"]),
      (#"n = \frac{1}{e^{\omega/T}+1}"#, .convention, ["true for fermions"]),
      (#"\frac{u}{d} = e^{-\omega/T}"#, .proved, ["proved for bosons and for fermions separately"]),
      ("a = b", .refuted, ["no edit of up to 3 slips mends it"]),
    ] as [(String, Verdict, [String])])
  func openStatistics(_ display: String, _ verdict: Verdict, _ notes: [String]) throws {
    let line = try Sample.line(display, after: Self.open)
    #expect(line.verdict == verdict, "\(line.notes)")
    #expect(line.notes == notes)
  }

  // u < d holds for bosons (n < n + 1); for fermions n < 1 − n fails above half filling.
  @Test func anOpenInequalityIsNotRefuted() throws {
    let line = try Sample.line("u < d", after: Self.open)
    #expect(line.verdict != .refuted && line.verdict != .proved)
  }

  // MARK: Dependent occupations

  private static let threeLevels = #"""
    # Three levels

    ```rederive
    levels 3: 1 2 3
    symbol v, w, \kappa, T: positive
    let H = v |2\rangle\langle 2| + (v + w) |3\rangle\langle 3|
    hamiltonian H
    bath h: couples |1\rangle\langle 3|, temperature T, decay rate \kappa, boson
    bath c: couples |1\rangle\langle 2|, temperature T, decay rate \kappa, boson
    bath w: couples |2\rangle\langle 3|, temperature T, decay rate \kappa, boson
    approximations: born, markov, no Lamb shift
    n_h means occupation of bath h at frequency v + w
    n_c means occupation of bath c at frequency v
    n_w means occupation of bath w at frequency w
    p_i means steady state, basis |1\rangle |2\rangle |3\rangle, element (i, i), for i = 1, 2, 3
    J_c means heat current from bath c
    ```

    """#

  // Three levels at one temperature: n_h is a function of n_c and n_w, so that
  // n_c n_w (n_h + 1) = n_h (n_c + 1)(n_w + 1) although it is no identity between free numbers.
  @Test(arguments: [
    ("n_c n_w (n_h + 1) = n_h (n_c + 1)(n_w + 1)", Verdict.proved),
    (#"n_h = \frac{n_c n_w}{n_c + n_w + 1}"#, .proved),
    (#"\frac{p_3}{p_2} = \frac{n_w}{n_w + 1}"#, .proved),
    (#"\frac{p_3}{p_1} = \frac{n_c n_w}{(n_c + 1)(n_w + 1)}"#, .proved), ("J_c = 0", .proved),
    (#"n_h = \frac{n_c n_w}{n_c + n_w + 2}"#, .refuted),
  ])
  func occupationsAtOneTemperature(_ display: String, _ verdict: Verdict) throws {
    let line = try Sample.line(display, after: Self.threeLevels)
    #expect(line.verdict == verdict, "\(line.notes)")
    // With witness values that belong together: n_h (n_c + n_w + 2) is not n_c n_w.
    if let witness = line.witness { #expect(witness.printed != witness.derived) }
  }

  // r = 1/n + 1 multiplies, r_h = r_c r_w. n_c = n_w = 1 has r_h = 4 and n_h = 1/3; n_c = 1, n_w = 2 has
  // r_h = 3 and n_h = 1/2, of height 2 only. There 2/(1 + 2 + 2) = 2/5 and p_3/p_1 = 1/r_h = 1/3.
  @Test(arguments: [
    (#"n_h = \frac{n_c n_w}{n_c + n_w + 2}"#, "2/5", "1/2"),
    (#"\frac{p_3}{p_1} = n_h"#, "1/2", "1/3"),
  ])
  func occupationsOfAWitnessBelongTogether(
    _ display: String, _ printed: String, _ derived: String
  ) throws {
    let witness = try #require(try Sample.line(display, after: Self.threeLevels).witness)
    #expect(["n_c", "n_w", "n_h"].map { witness[$0] } == ["1", "2", "1/2"])
    #expect(witness.printed == printed)
    #expect(witness.derived == derived)
  }

  // v = w = 1 have one occupation, and n_h = 1/3 then: r = 2, 2 and 4.
  @Test(arguments: [
    ("v n_c = w n_h", ["1", "1", "1", nil, "1/3"]),
    ("J_c = v p_2 + w p_1", ["1", "1", "1", "1", "1/3"]),
  ])
  func frequenciesOfAWitnessBelongToItsOccupations(
    _ display: String, _ values: [String?]
  ) throws {
    let witness = try #require(try Sample.line(display, after: Self.threeLevels).witness)
    #expect(["v", "w", "n_c", "n_w", "n_h"].map { witness[$0] } == values)
  }

  // With a temperature in the line the occupations are those of exponentials, as e^{v/T} must be shown.
  @Test func exponentialsKeepTheirOwnPoints() throws {
    let line = try Sample.line(
      #"n_h = \frac{n_c n_w}{n_c + n_w + 2} e^{v/T}"#, after: Self.threeLevels)
    #expect(line.verdict == .refuted)
    let witness = try #require(line.witness)
    let e = try #require(witness[#"e^{\frac{v}{T}}"#].flatMap { Rational($0) })
    let f = try #require(witness[#"e^{\frac{w}{T}}"#].flatMap { Rational($0) })
    #expect(e > 1 && f > 1)
    #expect(Rational(witness.derived) == (e * f - 1).inverse)
  }

  @Test func witnessesAreTheSameEveryTime() throws {
    let text =
      Self.threeLevels + #"$$ n_h = n_c, p_1 = p_2, J_c = p_3, \frac{p_3}{p_1} = n_c n_h $$"#
    let first = try Sample.outcome(text).lines
    let second = try Sample.outcome(text).lines
    #expect(first.map(\.verdict) == Array(repeating: .refuted, count: 4))
    for (one, other) in zip(first, second) {
      #expect(one.witness?.at.map(\.symbol) == other.witness?.at.map(\.symbol))
      #expect(one.witness?.at.map(\.value) == other.witness?.at.map(\.value))
    }
  }

  // MARK: Places

  @Test func locationsPointAtTheStatement() throws {
    let line = try Sample.line("a = b")
    #expect(
      line.location
        == Location(file: "folder/test.md", line: 21, column: 4, endLine: 21, endColumn: 9))
  }

  @Test func unreadableLinesNamePlaceAndToken() throws {
    #expect(
      try Sample.line(#"a = \ln b"#).notes == [
        "line 21, column 8: the function ln is outside what is decided; "
          + "known: sin, cos, tan, cot, exp, sinh, cosh, tanh, coth, square roots"
      ])
    #expect(
      try Sample.line(#"a = |e\rangle"#).notes == [
        "line 21, column 4: the left side is a scalar, the right a ket"
      ])
  }

  @Test func denominatorsAreConditions() throws {
    #expect(try Sample.line(#"\tan x = \frac{\sin x}{\cos x}"#).conditions == [#"\cos x \neq 0"#])
    #expect(try Sample.line(#"p_e = \frac{n}{2n+1}"#).conditions.isEmpty)
  }

  // ρ̇ is dρ/dt: it has a meaning, and is no name to be defined.
  @Test(arguments: [
    (#"\dot{\rho} = -i[H, \rho] + \mathcal{D}[\rho]"#, Verdict.proved),
    (#"\dot\rho = -7i[H, \rho] + \mathcal{D}[\rho]"#, .refuted),
  ])
  func aDotIsATimeDerivative(_ display: String, _ verdict: Verdict) throws {
    let preamble = Sample.qubit.replacing(
      "j means",
      with: "\\rho means density operator\n\\mathcal{D}[\\rho] means dissipator of bath 1\nj means")
    #expect(try Sample.line(display, after: preamble).verdict == verdict)
  }
}
