import SymbolicAlgebra
import Testing

@testable import Derivations

/// A directive in words, formulas by their text.
private func describe(_ directive: Directive) -> String {
  func families(_ families: Families) -> String {
    families.map { " for \($0.letter)=\($0.values.joined(separator: "|"))" }.joined()
  }
  func list(_ phrases: [Phrase]) -> String {
    phrases.map(\.text).joined(separator: " & ")
  }
  func basis(_ basis: StateBasis) -> String {
    switch basis {
    case .eigenbasis: "eigen"
    case .product(let labels): list(labels)
    }
  }
  func curves(_ curves: (symbol: Phrase, values: [Phrase])?) -> String {
    curves.map { " for \($0.symbol.text): \(list($0.values))" } ?? ""
  }
  func pairs(_ pairs: [(symbol: Phrase, value: Phrase)]) -> String {
    pairs.map { "\($0.symbol.text)=\($0.value.text)" }.joined(separator: " ")
  }
  switch directive {
  case .levels(let name, let levels): return "levels \(name): \(levels.joined(separator: "|"))"
  case .symbols(let symbols, let domain, let f):
    let word =
      switch domain {
      case .complex: "complex"
      case .real(.positive): "positive"
      case .real(.nonnegative): "nonnegative"
      case .real(.real): "real"
      case .real(.interval(let low, let high)): "[\(low), \(high)]"
      }
    return "symbols \(list(symbols)): \(word)\(families(f))"
  case .modes(let modes): return "modes \(list(modes))"
  case .define(let a, let b, let f): return "define \(a.text) := \(b.text)\(families(f))"
  case .angle(let a, let c, let s): return "angle \(a.text): \(c.text) & \(s.text)"
  case .hamiltonian(let h): return "hamiltonian \(h.text)"
  case .bath(let b):
    return
      "bath \(b.name.text): \(b.coupling.text) T=\(b.temperature.text) mu=\(b.chemicalPotential?.text ?? "-") \(b.isDecayRate ? "rate" : "density")=\(b.strength.text) \(b.statistics?.rawValue ?? "-")"
  case .jump(let a, let rate): return "jump \(a.text): \(rate.text)"
  case .approximations(let a): return "approximations \(list(a))"
  case .figure(let figure):
    let axes = figure.axes.map {
      "\($0.symbol.text)[\($0.unit?.text ?? "-")] \($0.from.text)…\($0.to.text)"
    }
    return
      "figure \(figure.name.text): \(figure.quantity.text)[\(figure.unit?.text ?? "-")] over "
      + axes.joined(separator: " & ") + curves(figure.curves)
      + (figure.parameters.isEmpty ? "" : " at \(pairs(figure.parameters))")
      + (figure.chosen.isEmpty ? "" : " chosen \(figure.chosen.joined(separator: "; "))")
  case .claim(let claim):
    let predicate =
      switch claim.predicate {
      case .course(let course, let symbol, let from, let to):
        "\(course) \(symbol.text) \(from?.text ?? "-")…\(to?.text ?? "-")"
      case .extremum(let kind, let place): "\(kind) \(pairs(place))"
      case .sign(let sign): "\(sign)"
      }
    return "claim \(claim.figure.text): \(predicate)\(curves(claim.curves)) “\(claim.sentence)”"
  case .given(let a): return "given \(list(a))"
  case .assume(let a): return "assume \(list(a))"
  case .means(let a, let phrase, let f):
    let meaning: String =
      switch phrase {
      case .eigenvalue(let i): "eigenvalue \(i.text)"
      case .eigenvector(let i): "eigenvector \(i.text)"
      case .component(let x, let w): "component \(x.text) @ \(w.text)"
      case .densityOperator: "density operator"
      case .steadyState(let b): "steady \(basis(b))"
      case .steadyElement(let b, let i, let j): "steady \(basis(b)) (\(i.text), \(j.text))"
      case .changeOfBasis(let labels): "change to \(list(labels))"
      case .rate(let q, let bath, let w): "\(q) \(bath.text) @ \(w.text)"
      case .spectralDensity(let bath): "density \(bath.text)"
      case .dissipator(let part, let bath): "dissipator \(part) \(bath?.text ?? "-")"
      case .interactionPicture(let x, let h): "\(x.text) in picture of \(h.text)"
      case .stateEigenvalue(let n): "state eigenvalue \(n.text)"
      case .stateEigenvector(let n): "state eigenvector \(n.text)"
      case .internalEnergy: "internal energy"
      case .passiveEnergy: "passive energy"
      case .passiveState: "passive state"
      case .ergotropy: "ergotropy"
      case .heatCurrent(let bath): "current \(bath.text)"
      case .particleCurrent(let bath): "particles \(bath.text)"
      case .alias(let other): "alias \(other.text)"
      }
    return "\(a.text) means \(meaning)\(families(f))"
  }
}

@Suite struct DirectiveReaderTests {
  private func read(_ line: String) throws -> Directive {
    // After 4 bytes of something else, so that offsets show.
    let source = try Sample.source("\n\n\n\n" + line)
    return try DirectiveReader(source: source).read(Phrase(text: line, offset: 4))
  }

  @Test(arguments: [
    ("qubit 1: e g", "levels 1: e|g"),
    ("levels atom : a  b c", "levels atom: a|b|c"),
    (#"symbol \omega_1, J: positive"#, #"symbols \omega_1 & J: positive"#),
    ("symbols x: nonnegative", "symbols x: nonnegative"),
    ("symbol x: real, for i = 1, 2", "symbols x: real for i=1|2"),
    (#"symbol \alpha: complex"#, #"symbols \alpha: complex"#),
    ("symbol p: in [0, 1]", "symbols p: [0, 1]"),
    ("symbol p: in [-1/2, 3/2]", "symbols p: [-1/2, 3/2]"),
    ("mode b_k, c_k", "modes b_k & c_k"),
    (#"let \delta = a + b"#, #"define \delta := a + b"#),
    (
      #"let \sigma^{(i)} = |g\rangle_i\langle e|, for i = 1, 2"#,
      #"define \sigma^{(i)} := |g\rangle_i\langle e| for i=1|2"#
    ),
    (
      #"let \theta: \cos\theta = \Delta/\Omega, \sin\theta = \lambda/\Omega"#,
      #"angle \theta: \Delta/\Omega & \lambda/\Omega"#
    ),
    (#"let \theta: \sin\theta = s, \cos\theta = c"#, #"angle \theta: c & s"#),
    ("hamiltonian H_S", "hamiltonian H_S"),
    (
      #"bath 1: couples \sigma_-, temperature T_1, chemical potential \mu, spectral density J"#,
      #"bath 1: \sigma_- T=T_1 mu=\mu density=J -"#
    ),
    (
      #"bath h: fermion, decay rate 2\kappa, couples |1\rangle\langle 3|, temperature T"#,
      #"bath h: |1\rangle\langle 3| T=T mu=- rate=2\kappa fermion"#
    ),
    (#"jump \sigma_-: rate \gamma/2"#, #"jump \sigma_-: \gamma/2"#),
    ("approximations: born, no Lamb shift", "approximations born & no Lamb shift"),
    ("approximation born", "approximations born"),
    (#"given boson, \omega_1 = \omega_2 = \omega"#, #"given boson & \omega_1 = \omega_2 = \omega"#),
    (
      #"assume \lambda < 2\sqrt{\omega_1 \omega_2}"#, #"assume \lambda < 2\sqrt{\omega_1 \omega_2}"#
    ),
  ])
  func directives(_ line: String, _ expected: String) throws {
    #expect(describe(try read(line)) == expected)
  }

  @Test(arguments: [
    ("eigenvalue i of H_S, for i = 1, 2", "eigenvalue i for i=1|2"),
    ("eigenvector 1 of H", "eigenvector 1"),
    ("eigenvalue n of the density operator", "state eigenvalue n"),
    ("eigenvector n of the density operator", "state eigenvector n"),
    (
      #"component of \sigma_- at frequency (\delta-\Omega)/2"#,
      #"component \sigma_- @ (\delta-\Omega)/2"#
    ),
    ("density operator", "density operator"),
    ("steady state, eigenbasis", "steady eigen"),
    (
      "steady state, eigenbasis, element (i, j), for i = 1, 2, for j = 3",
      "steady eigen (i, j) for i=1|2 for j=3"
    ),
    (#"steady state, basis |e\rangle |g\rangle"#, "steady e & g"),
    (#"steady state, basis |e\rangle, |g\rangle, element (1, 2)"#, ""),
    (#"steady state, element (1, 2), basis |ee\rangle|gg\rangle"#, "steady ee & gg (1, 2)"),
    (#"change of basis from the eigenbasis to basis |e\rangle |g\rangle"#, "change to e & g"),
    (#"occupation of bath i at frequency \omega"#, #"occupation i @ \omega"#),
    (
      #"absorption rate of bath 1 at frequency (\delta \pm \Omega)/2"#,
      #"absorption 1 @ (\delta \pm \Omega)/2"#
    ),
    ("emission rate of bath c at frequency w", "emission c @ w"),
    ("spectral density of bath 1 at frequency w", "density 1"),
    ("dissipator", "dissipator all -"),
    ("dissipator of bath 2", "dissipator all 2"),
    ("same-frequency dissipator", "dissipator sameFrequency -"),
    ("cross-frequency dissipator of bath i", "dissipator crossFrequency i"),
    ("V in the interaction picture of H_0", "V in picture of H_0"),
    ("internal energy", "internal energy"), ("passive energy", "passive energy"),
    ("passive state", "passive state"), ("ergotropy", "ergotropy"),
    ("heat current from bath c", "current c"),
    ("H_S", "alias H_S"), (#"\rho \otimes b"#, #"alias \rho \otimes b"#),
  ])
  func meanings(_ phrase: String, _ expected: String) throws {
    if expected.isEmpty {
      #expect(throws: FileError.self) { try read("X means " + phrase) }
    } else {
      #expect(describe(try read("X means " + phrase)) == "X means " + expected)
    }
  }

  // Columns count from 1: the line stands alone on line 5 of the text.
  @Test(arguments: [
    (
      "hamitonian H",
      "unknown-directive 5:1 unknown directive 'hamitonian' | did you mean 'hamiltonian'?"
    ),
    (
      "bth 1: couples x", "unknown-directive 5:1 unknown directive 'bth' | did you mean 'bath'?"
    ),
    (
      "potato soup",
      "unknown-directive 5:1 unknown directive 'potato' | a directive is SYMBOL means …, or begins with qubit, levels, symbol, mode, let, hamiltonian, bath, jump, approximations, given, assume, figure, claim"
    ),
    (
      "{{{",
      "unknown-directive 5:1 unknown directive '{{{' | a directive is SYMBOL means …, or begins with qubit, levels, symbol, mode, let, hamiltonian, bath, jump, approximations, given, assume, figure, claim"
    ),
    (
      "qubit e g",
      "incomplete-directive 5:7 expected a name, a colon and levels | write 'qubit 1: e g'"
    ),
    (
      "qubit : e g",
      "incomplete-directive 5:7 expected a name, a colon and levels | write 'qubit 1: e g'"
    ),
    (
      "qubit 1: e",
      "too-few-levels 5:10 expected two or more different levels | write 'qubit 1: e g'"
    ),
    (
      "qubit 1: e e",
      "too-few-levels 5:10 expected two or more different levels | write 'qubit 1: e g'"
    ),
    (
      "symbol x",
      #"incomplete-directive 5:8 expected a colon and a domain after the symbols | write 'symbol \omega, J: positive'"#
    ),
    (
      "symbol x: postive", "unknown-domain 5:11 unknown domain 'postive' | did you mean 'positive'?"
    ),
    (
      "symbol x: even",
      "unknown-domain 5:11 unknown domain 'even' | expected positive, nonnegative, real, complex or in [0, 1]"
    ),
    (
      "symbol x: in [1, 0]",
      "unknown-domain 5:11 unknown domain 'in [1, 0]' | expected positive, nonnegative, real, complex or in [0, 1]"
    ),
    ("symbol x,: real", "incomplete-directive 5:8 expected a symbol"),
    ("mode", "incomplete-directive 5:5 expected a symbol"),
    ("let x", "incomplete-directive 5:5 expected 'let SYMBOL = EXPRESSION'"),
    ("let x =", "incomplete-directive 5:5 expected 'let SYMBOL = EXPRESSION'"),
    (
      #"let \theta: \cos\theta = c"#,
      #"incomplete-directive 5:13 expected the angle's cosine and sine | write 'let \theta: \cos\theta = …, \sin\theta = …'"#
    ),
    ("hamiltonian", "incomplete-directive 5:1 expected an operator's name"),
    (
      "bath: x",
      #"incomplete-directive 5:5 expected a name, a colon and what the bath couples to | write 'bath 1: couples \sigma_-, temperature T, spectral density J'"#
    ),
    (
      "bath 1: temperature T, spectral density J",
      "bath-without-coupling 5:6 bath 1 couples to nothing | add 'couples OPERATOR'"
    ),
    (
      "bath 1: couples X, spectral density J",
      "incomplete-directive 5:6 bath 1 has no temperature | add 'temperature T'"
    ),
    (
      "bath 1: couples X, temperature T",
      #"incomplete-directive 5:6 bath 1 has no strength | add 'spectral density J' or 'decay rate \kappa'"#
    ),
    (
      "bath 1: couples X, temprature T",
      "unknown-attribute 5:20 a bath has no 'temprature T' | did you mean 'temperature'?"
    ),
    (
      "bath 1: couples X, colour red",
      "unknown-attribute 5:20 a bath has no 'colour red' | expected couples, temperature, chemical potential, spectral density, decay rate, boson, fermion"
    ),
    (
      "bath 1: couples, temperature T",
      "incomplete-directive 5:9 expected an operator after 'couples'"
    ),
    (
      #"jump \sigma_-"#,
      #"incomplete-directive 5:6 expected an operator, a colon and a rate | write 'jump \sigma_-: rate \gamma'"#
    ),
    (
      #"jump \sigma_-: rate"#,
      #"incomplete-directive 5:6 expected an operator, a colon and a rate | write 'jump \sigma_-: rate \gamma'"#
    ),
    ("approximations:", "incomplete-directive 5:1 expected approximations"),
    ("given", "incomplete-directive 5:1 expected an assumption"),
    ("assume", "incomplete-directive 5:1 expected an inequality"),
    (
      "x means stedy state",
      "unknown-meaning 5:9 unknown meaning 'stedy state' | did you mean 'steady state'?"
    ),
    (
      "x means steady state, base",
      #"unknown-meaning 5:23 a steady state has no 'base' | expected eigenbasis, basis |e\rangle |g\rangle …, or element (i, j)"#
    ),
    (
      "x means steady state",
      #"incomplete-directive 5:21 expected the basis of the steady state | write 'steady state, eigenbasis' or 'steady state, basis |e\rangle |g\rangle'"#
    ),
    (
      "x means steady state, eigenbasis, element (1)",
      "incomplete-directive 5:35 expected 'element (i, j)'"
    ),
    ("x means component of y", "incomplete-directive 5:9 expected 'component of X at frequency w'"),
    ("x means eigenvalue 1", "incomplete-directive 5:9 expected 'eigenvalue i of H'"),
    ("x means occupation of bath 1", "incomplete-directive 5:28 expected 'bath B at frequency w'"),
    ("x means y, for i 1, 2", "incomplete-directive 5:12 expected 'for i = 1, 2'"),
    (
      "x means y, for ij = 1, 2",
      "incomplete-directive 5:12 expected one index letter and its values | write 'for i = 1, 2'"
    ),
    (
      "x means y, for i =", "incomplete-directive 5:12 expected 'for i = 1, 2'"
    ),
  ])
  func errors(_ line: String, _ message: String) throws {
    do throws(FileError) {
      let source: SourceText
      do { source = try Sample.source("\n\n\n\n" + line) } catch { return }
      _ = try DirectiveReader(source: source).read(Phrase(text: line, offset: 4))
      Issue.record("\(line) was read")
    } catch {
      #expect(error.diagnostics.map(\.brief) == [message])
    }
  }

  @Test func placesOfPartsAreTrue() throws {
    let line = #"bath 1: couples \sigma_-, temperature T_1, spectral density J"#
    guard case .bath(let bath) = try read(line) else {
      Issue.record("not a bath")
      return
    }
    for phrase in [bath.name, bath.coupling, bath.temperature, bath.strength] {
      let bytes = Array(("\n\n\n\n" + line).utf8)[phrase.range]
      #expect(String(decoding: bytes, as: UTF8.self) == phrase.text)
    }
  }

  /// Every faulty directive of a file is reported, not the first only.
  @Test func allFaultsOfAFileAreReported() {
    let fault = Sample.fault("```rederive\nqubt 1: e g\nsymbol x: realy\n```\n$$ x = 1 $$")
    #expect(fault.map(\.code) == ["unknown-directive", "unknown-domain"])
    #expect(fault.map(\.location.line) == [2, 3])
  }
}

@Suite struct FigureReadingTests {
  private func read(_ line: String) throws -> String {
    let source = try Sample.source(line)
    return describe(try DirectiveReader(source: source).read(Phrase(text: line, offset: 0)))
  }

  @Test(arguments: [
    ("figure 1: plot x against T from 0 to 1", "figure 1: x[-] over T[-] 0…1"),
    (
      #"figure 3a: plot \mathcal{E}(\rho) in J against \Delta T in J from -0.5 to 3/2 (chosen), for \lambda = 1, 2 (chosen), at \omega = 5, J = 1 (chosen)"#,
      #"figure 3a: \mathcal{E}(\rho)[J] over \Delta T[J] -0.5…3/2 for \lambda: 1 & 2 at \omega=5 J=1 chosen \Delta T \in [-0.5, 3/2]; \lambda = 1, 2; J = 1"#
    ),
    (
      "figure 7: plot x against a from 0 to 1 and b in kHz from 2 to 3 (chosen), at c = 1, d = 2",
      #"figure 7: x[-] over a[-] 0…1 & b[kHz] 2…3 at c=1 d=2 chosen b \in [2, 3]"#
    ),
    (#"claim 1: decreases with \Delta T "a  b""#, #"claim 1: falls \Delta T -…- “a b”"#),
    (
      #"claim 1: increases with x from 0 to 5, for a = 1, 2 "s""#,
      "claim 1: rises x 0…5 for a: 1 & 2 “s”"
    ),
    (#"claim 1: decreases then increases with x "s""#, "claim 1: fallsThenRises x -…- “s”"),
    (#"claim 1: increases then decreases with x "s""#, "claim 1: risesThenFalls x -…- “s”"),
    (#"claim 1: saturates with x "s""#, "claim 1: saturates x -…- “s”"),
    (#"claim 1: maximum at x = 0, y = 1 "s""#, "claim 1: maximum x=0 y=1 “s”"),
    (#"claim 1: minimum at x = -1/2, for a = 1 "s""#, "claim 1: minimum x=-1/2 for a: 1 “s”"),
    (#"claim 1: is zero "s""#, "claim 1: zero “s”"),
    (#"claim 1: is positive "say "x" here""#, #"claim 1: positive “say "x" here”"#),
  ])
  func pieces(line: String, description: String) throws {
    #expect(try read(line) == description)
  }
}
