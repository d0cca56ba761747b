import LaTeXMath
import Testing

@testable import Derivations

@Suite struct NameCatalogueTests {
  /// Names with scripts, accents and typefaces, as papers have them.
  static let preamble = #"""
    # Names

    ```rederive
    qubit 1: e g
    symbol N_1^+, N_1^-, N_2^+, N_2^-: positive
    symbol L_+, L_-, \bar{L}, a, b, c, d: positive
    symbol \mathcal{L}_+, \mathcal{L}_-, \mathcal{R}: positive
    symbol \rho_{11}, \rho_{22}, \rho_{23}: real
    let H = a |e\rangle\langle e|
    hamiltonian H
    |v_i\rangle means eigenvector i of H, for i = 1, 2
    f(\omega) means occupation of bath 1 at frequency \omega
    h(\omega) means spectral density of bath 1 at frequency \omega
    bath 1: couples |g\rangle\langle e|, temperature b, spectral density a, boson
    approximations: born, markov, no Lamb shift, flat spectral density
    ```

    """#

  private static func catalogue(excluding key: String? = nil) throws -> NameCatalogue {
    let derivation = try Sample.derivation(preamble + "$$ a = a $$")
    let line = try #require(derivation.lines.first)
    return NameCatalogue(
      derivation.base, at: line.position, in: line.section, excluding: key)
  }

  private static func parts(_ text: String) throws -> NameCatalogue.Parts {
    try #require(NameCatalogue.Parts(try Sample.formula(text)))
  }

  /// `name: slips` of everything that may have been meant.
  private static func candidates(
    _ printed: String, excluding key: String? = nil, isFunction: Bool = false
  ) throws -> Set<String> {
    let found = try catalogue(excluding: key).candidates(
      for: try parts(printed), isFunction: isFunction)
    return Set(
      found.map { "\($0.parts.key): \($0.slips.map(\.rawValue).joined(separator: ", "))" })
  }

  @Test(arguments: [
    ("a", "a", nil, nil), ("N_1^+", "N", "1", "+"), (#"\rho_{11}"#, #"\rho"#, "11", nil),
    (#"\mathcal{L}_+"#, #"\mathcal{L}"#, "+", nil), ("a^{(1)}", "a", nil, "(1)"),
  ])
  func names(_ text: String, _ base: String, _ lower: String?, _ upper: String?) throws {
    let parts = try Self.parts(text)
    #expect(parts == NameCatalogue.Parts(base: base, lower: lower, upper: upper))
    #expect(parts.key == text)
  }

  @Test(arguments: ["2", "a b", #"\frac{a}{b}"#, "(a)", "-a", #"|e\rangle"#])
  func whatIsNoName(_ text: String) throws {
    #expect(NameCatalogue.Parts(try Sample.formula(text)) == nil)
  }

  // One script differs by one token: a label; the same scripts on another letter of a family: a symbol.
  @Test func labels() throws {
    #expect(
      try Self.candidates("N_1^+") == ["N_2^+: label", "N_1^-: label"])
    #expect(
      try Self.candidates(#"\rho_{22}"#) == [#"\rho_{23}: label"#])
    #expect(
      try Self.candidates(#"\rho_{23}"#) == [#"\rho_{22}: label"#])
  }

  // Roman for calligraphic with the same scripts; \bar{L} has no subscript, so that it takes two slips.
  @Test func typefaces() throws {
    #expect(
      try Self.candidates("L_+") == ["L_-: label", #"\mathcal{L}_+: typeface"#])
    #expect(
      try Self.candidates(#"\mathcal{L}_-"#)
        == ["L_-: typeface", #"\mathcal{L}_+: label"#])
  }

  // c and d stand in one directive, and so does \bar{L}; a is a rate and b a temperature.
  @Test func families() throws {
    #expect(try Self.candidates("c") == ["d: symbol", #"\bar{L}: symbol"#])
    #expect(try Self.candidates("a") == [])
    #expect(try Self.candidates(#"\mathcal{R}"#) == [])
  }

  // What is not declared may be two slips away: L is L_±, \bar{L}, or 𝓛_± by typeface and label.
  @Test func undeclaredNames() throws {
    #expect(
      try Self.candidates("L") == [
        "L_+: label", "L_-: label", #"\bar{L}: typeface"#, #"\mathcal{L}_+: typeface, label"#,
        #"\mathcal{L}_-: typeface, label"#,
      ])
    #expect(try Self.candidates("R") == [#"\mathcal{R}: typeface"#])
    #expect(try Self.candidates("q") == [])
    // Two labels at once.
    #expect(
      try Self.candidates("N_3^*") == [
        "N_1^+: label, label", "N_1^-: label, label", "N_2^+: label, label", "N_2^-: label, label",
      ])
  }

  @Test func theLeftSideIsNotBroughtIn() throws {
    #expect(try Self.candidates("N_1^+", excluding: "N_1^-") == ["N_2^+: label"])
    #expect(try Self.candidates("c", excluding: "d") == [#"\bar{L}: symbol"#])
  }

  // Functions stand for functions, names for names.
  @Test func functions() throws {
    #expect(try Self.candidates("f", isFunction: true) == [])
    #expect(try Self.candidates("a", isFunction: true) == [])
  }

  @Test func declaredNames() throws {
    let catalogue = try Self.catalogue()
    #expect(catalogue.isDeclared(try Self.parts("N_1^+")))
    #expect(catalogue.isDeclared(try Self.parts(#"\rho_{11}"#)))
    #expect(!catalogue.isDeclared(try Self.parts("N_3^+")))
    #expect(!catalogue.isDeclared(try Self.parts("L")))
  }

  // Product kets are confused with each other, declared ones where one token differs.
  @Test(arguments: [
    ("e", ["g"]), ("g", ["e"]), ("v_1", ["v_2"]), ("v_2", ["v_1"]), ("v_3", ["v_1", "v_2"]),
    ("q", []), ("w_2", ["v_2"]),
  ])
  func kets(_ label: String, _ expected: [String]) throws {
    let catalogue = try Self.catalogue()
    #expect(Set(catalogue.kets) == ["v_1", "v_2"])
    #expect(catalogue.kets(near: label, productLabels: ["e", "g"]) == expected)
  }

  @Test(arguments: [
    (#"\mathcal{L}"#, "L"), (#"\bar{T}"#, "T"), ("L", "L"), (#"\omega"#, #"\omega"#),
    (#"\bar{\mathcal{R}}"#, "R"),
  ])
  func plainLetters(_ symbol: String, _ letter: String) {
    #expect(LaTeXTokens.plainLetter(symbol) == letter)
  }

  @Test(arguments: [
    ("_", "1", "_1"), ("_", "11", "_{11}"), ("^", "+", "^+"), ("_", #"\pm"#, #"_\pm"#),
    ("^", "(1)", "^{(1)}"),
  ])
  func scripts(_ mark: String, _ text: String, _ expected: String) {
    #expect(LaTeXTokens.scripted(mark, text) == expected)
  }
}
