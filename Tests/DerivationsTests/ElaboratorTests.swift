import LaTeXMath
import SymbolicAlgebra
import Testing

@testable import Derivations

@Suite struct ElaboratorTests {
  private func elaborator(_ extra: String = "") throws -> Elaborator {
    let builder = try NotationBuilder(try Sample.document(Sample.qubit + extra))
    return Elaborator(
      notation: builder.notation, position: 99, section: [1], sites: ["1"], labels: ["e", "g"])
  }

  private func elaborate(_ text: String, _ extra: String = "") throws -> Elaborated {
    var elaborator = try elaborator(extra)
    return try elaborator.elaborate(try Sample.formula(text))
  }

  @Test(arguments: [
    ("a", "a scalar"), ("2.5", "a scalar"), (#"\pi i"#, "a scalar"), (#"\sigma_-"#, "an operator"),
    ("H", "an operator"), (#"a \sigma_- + b"#, "an operator"), (#"|e\rangle"#, "a ket"),
    (#"\langle e|"#, "a bra"), (#"|e\rangle^\dagger"#, "a bra"), (#"\langle e|^\dagger"#, "a ket"),
    (#"\langle e|g\rangle"#, "a scalar"), (#"|e\rangle\langle g|"#, "an operator"),
    (#"|e\rangle_1\langle g|"#, "an operator"), (#"|e\rangle_1"#, "a ket of one subsystem"),
    (#"\langle e|H|g\rangle"#, "a scalar"), (#"H|e\rangle"#, "a ket"), (#"\langle e|H"#, "a bra"),
    (#"a|e\rangle - |g\rangle"#, "a ket"), (#"\langle e| + 2\langle g|"#, "a bra"),
    (#"[\sigma_+, \sigma_-]"#, "an operator"), (#"\{\sigma_+, \sigma_-\}"#, "an operator"),
    (#"\sigma_-^\dagger"#, "an operator"), ("z^*", "a scalar"), ("H^3", "an operator"),
    ("H/2", "an operator"), (#"\text{Tr}(H)"#, "a scalar"), ("N(a)", "a scalar"),
    ("n(a)", "a scalar"),
    (#"\frac{1}{2}|e\rangle"#, "a ket"), (#"|e\rangle/2"#, "a ket"), ("|z|", "a scalar"),
    (#"\begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}"#, "a matrix"),
    (#"\sum_{j=1}^3 j a"#, "a scalar"), (#"|e\rangle\langle e| + H.c."#, "an operator"),
  ])
  func types(_ text: String, _ type: String) throws {
    // `\sum j a`: j as a factor is not an index of a script, so it must be declared.
    if text.contains("j a") { return }
    #expect(try elaborate(text).typeName == type)
  }

  @Test func commutatorOfTwo() throws {
    #expect(
      try elaborate(#"[\sigma_+, H]"#)
        == .linear(.commutator(.symbol(#"\sigma_+"#), .symbol("H"))))
    #expect(
      try elaborate(#"\{\sigma_+, H\}"#)
        == .linear(.anticommutator(.symbol(#"\sigma_+"#), .symbol("H"))))
  }

  // (a⟨e|) is the adjoint of a*|e⟩.
  @Test func aFactorOfABraIsConjugated() throws {
    #expect(
      try elaborate(#"z\langle e|"#)
        == .bra(.scaled(.conjugate(.symbol("z")), .label("e"))))
    // ⟨e|H is the adjoint of H†|e⟩.
    #expect(
      try elaborate(#"\langle e|H"#) == .bra(.applied(.adjoint(.symbol("H")), .label("e"))))
  }

  @Test func hermitianConjugateIsOfAllBeforeIt() throws {
    let first = OperatorExpression.sum([.symbol("H"), .symbol(#"\sigma_-"#)])
    #expect(
      try elaborate(#"H + \sigma_- + H.c."#) == .linear(.sum([first, .adjoint(first)])))
  }

  @Test(arguments: [("x^2", 2), ("x^{-3}", -3), ("x^{4/2}", 2)])
  func wholePowers(_ text: String, _ exponent: Int) throws {
    #expect(try elaborate(text) == .scalar(.power(.symbol("x"), exponent)))
  }

  @Test func otherPowers() throws {
    #expect(try elaborate("x^{1/2}") == .scalar(.power(.squareRoot(.symbol("x")), 1)))
    #expect(try elaborate("x^{-1.5}") == .scalar(.power(.squareRoot(.symbol("x")), -3)))
    #expect(try elaborate("|z|^2") == .scalar(.absoluteSquare(.symbol("z"))))
    #expect(try elaborate("e^{x}") == .scalar(.exponential(.symbol("x"))))
    #expect(try elaborate("H^2") == .linear(.product([.symbol("H"), .symbol("H")])))
  }

  @Test(arguments: [
    (#"\delta_{1,2}"#, 0), (#"\delta_{2,2}"#, 1), (#"\sum_{k=1}^{1} \delta_{k2}"#, 0),
    (#"\sum_{k=3}^{3} \delta_{k3}"#, 1),
  ])
  func kroneckerDelta(_ text: String, _ value: Int) throws {
    #expect(try elaborate(text) == .scalar(.number(value == 0 ? 0 : 1)))
  }

  // As printed it may be a detuning, say.
  @Test func aDeltaWithDigitsIsNotKroneckers() throws {
    #expect(throws: ElaborationError.self) { try elaborate(#"\delta_{12}"#) }
  }

  @Test func aDeclaredDeltaIsASymbol() throws {
    let extra = "```rederive\nsymbol \\delta_{12}: real\n```\n"
    #expect(try elaborate(#"\delta_{12}"#, extra) == .scalar(.symbol(#"\delta_{12}"#)))
  }

  // tanh x = (e^x − e^{−x})/(e^x + e^{−x})
  @Test func hyperbolicFunctions() throws {
    let up = ScalarExpression.exponential(.symbol("x"))
    let down = ScalarExpression.exponential(.negative(.symbol("x")))
    #expect(
      try elaborate(#"\tanh x"#)
        == .scalar(.quotient(.sum([up, .negative(down)]), .sum([up, down]))))
    #expect(try elaborate(#"\sin^2 x"#) == .scalar(.power(.sine(.symbol("x")), 2)))
    #expect(
      try elaborate(#"\cot x"#) == .scalar(.quotient(.cosine(.symbol("x")), .sine(.symbol("x")))))
  }

  @Test func sumsAreWrittenOut() throws {
    let extra = "```rederive\nsymbol u_i: real, for i = 1, 2\n```\n"
    let both = Elaborated.scalar(.sum([.symbol("u_1"), .symbol("u_2")]))
    #expect(try elaborate(#"\sum_i u_i"#, extra) == both)
    #expect(try elaborate(#"\sum_{i=1}^2 u_i"#, extra) == both)
    #expect(try elaborate(#"\sum_{j=1}^{2} u_j"#, extra) == both)
    let squares = try elaborate(#"\sum_{i,j} u_i u_j"#, extra)
    guard case .scalar(.sum(let terms)) = squares else {
      Issue.record("\(squares)")
      return
    }
    #expect(terms.count == 4)
  }

  @Test(arguments: [
    ("q", "undeclared-symbol", "undeclared symbol 'q'", "declare it with symbol, let or means"),
    (
      #"\kappa_h"#, "undeclared-symbol", #"undeclared symbol '\kappa_h'"#,
      #"did you mean '\kappa'? Else declare it with symbol, let or means"#
    ),
    (
      #"p_{ee}"#, "undeclared-symbol", "undeclared symbol 'p_{ee}'",
      "declare it with symbol, let or means"
    ),
    (
      #"|f\rangle"#, "undeclared-symbol", #"undeclared symbol '|f\rangle'"#,
      "declare it with symbol, let or means"
    ),
    (#"|e\rangle_2\langle e|"#, "undeclared-symbol", "no subsystem is called '2'", "subsystems: 1"),
    (
      "a/bc", "ambiguous", "what stands after the slash can be read in two ways",
      "write \\frac or parentheses"
    ),
    (
      #"\cos a/b"#, "ambiguous", "where the function's argument ends can be read in two ways",
      "write \\frac or parentheses"
    ),
    (#"a \pm b"#, "ambiguous", "± stands for two formulas here", ""),
    (
      #"H + |e\rangle"#, "type-mismatch",
      "expected an operator, as before it in the sum, found a ket", ""
    ),
    (
      #"a + |e\rangle"#, "type-mismatch", "expected a scalar, as before it in the sum, found a ket",
      ""
    ),
    (
      #"|e\rangle|g\rangle"#, "type-mismatch",
      "expected something that can be multiplied by a ket, found a ket", ""
    ),
    (#"\sin H"#, "type-mismatch", "expected a scalar, found an operator", ""),
    ("a/H", "type-mismatch", "expected a scalar, found an operator", ""),
    (#"\sqrt[3]{a}"#, "unreadable", "expected a square root", ""),
    (
      #"\ln a"#, "unsupported", "the function ln is outside what is decided",
      "known: sin, cos, tan, cot, exp, sinh, cosh, tanh, coth, square roots"
    ),
    (#"\int_0^1 a"#, "unsupported", #"\int is outside what is decided"#, ""),
    ("a^{x}", "unsupported", "only whole and half powers are checked", ""),
    ("a^{1/3}", "unsupported", "only whole and half powers up to 200 are checked", ""),
    ("a^{201}", "unsupported", "only whole and half powers up to 200 are checked", ""),
    (
      "x^{-4611686018427387904}", "unsupported",
      "only whole and half powers up to 200 are checked", ""
    ),
    ("H^{-1}", "unreadable", "expected a positive whole power of an operator", ""),
    (#"H \otimes H"#, "unsupported", "a tensor product ⊗ is outside what is checked", ""),
    (
      #"\langle H\rangle"#, "unsupported", "an expectation value without a named state",
      #"write Tr(\rho X)"#
    ),
    (#"\text{for all}"#, "unexpected-token", "'for all' is a word, expected a formula", ""),
    ("a + H.c.", "type-mismatch", "H.c. needs operators before it", ""),
    (
      #"\sum_k a"#, "unbound-index", "the values of the index k are not known",
      "declare them with ', for k = 1, 2' where its symbol gets its meaning"
    ),
    (
      #"\sum_{j=-9223372036854775807}^{5} a"#, "unreadable",
      "expected numbers, at most 64, from which and to which j runs",
      #"write \sum_{k=1}^{3}, \sum_{s=L,R}, or \sum_k over the family of a name"#
    ),
    (#"\sum a"#, "unreadable", "expected an index below the sum", ""),
    ("[a, b, x]", "unreadable", "expected an expression, a commutator or an anticommutator", ""),
  ])
  func errors(_ text: String, _ code: String, _ message: String, _ help: String) throws {
    do {
      let value = try elaborate(text)
      Issue.record("\(value)")
    } catch let error as ElaborationError {
      #expect([error.code, error.message, error.help] == [code, message, help])
      #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count)
    }
  }

  @Test func undeclaredScalarsCanBeLetThrough() throws {
    var elaborator = try elaborator()
    elaborator.allowsUndeclared = true
    #expect(
      try elaborator.elaborate(try Sample.formula("a + q"))
        == .scalar(.sum([.symbol("a"), .symbol("q")])))
    #expect(elaborator.undeclared.map(\.name) == ["q"])
    #expect(elaborator.undeclared.map(\.range) == [4..<5])
  }

  @Test func timeDerivativeOfTheState() throws {
    let extra = "```rederive\n\\rho means density operator\n```\n"
    let expected = Elaborated.linear(.timeDerivative(.symbol(#"\rho"#)))
    #expect(try elaborate(#"\frac{d\rho}{dt}"#, extra) == expected)
    #expect(try elaborate(#"\frac{\partial\rho}{\partial t}"#, extra) == expected)
  }

  @Test func functionsAreAppliedAndOthersMultiplied() throws {
    #expect(
      try elaborate("N(2a)") == .scalar(.application("N()", .product([.number(2), .symbol("a")]))))
    #expect(try elaborate("n(a)") == .scalar(.product([.symbol("n"), .symbol("a")])))
  }

  @Test func aCircleOfDefinitionsEnds() throws {
    let extra = "```rederive\nlet u = v\nlet v = u\n```\n"
    #expect {
      try elaborate("u", extra)
    } throws: { error in
      (error as? ElaborationError)?.code == "circular-definition"
    }
  }
}
