import Testing

@testable import LaTeXMath

@Suite struct FormulaHashingTests {
  private static func formula(_ text: String) throws -> Formula {
    try LaTeXReader.formula(in: text)
  }

  /// One of each kind, and of what differs in one place from another.
  private static let texts = [
    "2", "3", "x", "y", "x_1", "x^1", "x_{12}", "x_1^2", "a + b", "a - b", #"a \pm b"#, #"a \mp b"#,
    "-a", "a b", "b a", "a b c", #"a \otimes b"#, #"\frac{a}{b}"#, #"\frac{b}{a}"#, "a/b c",
    #"\sin x"#, #"\cos x"#, #"\sin^2 x"#, #"\sqrt{x}"#, #"\sqrt[3]{x}"#, "(a)", "[a]", "[a, b]",
    #"\{a, b\}"#, #"|e\rangle"#, #"\langle e|"#, #"\langle e|g\rangle"#, #"\langle g|e\rangle"#,
    #"\langle e|x|g\rangle"#, "|x|", #"\langle x \rangle"#, #"\sum_k x"#, #"\sum_j x"#,
    #"\prod_k x"#, #"\begin{pmatrix} a & b \end{pmatrix}"#,
    #"\begin{pmatrix} a \\ b \end{pmatrix}"#, #"x + \text{H.c.}"#, #"\text{and}"#, "e^{x}", "e^{y}",
  ]

  // Read twice, it is the same; any two of the list are different, and told apart by their fingerprints.
  @Test func fingerprintsTellFormulasApart() throws {
    var seen: [UInt64: String] = [:]
    for text in Self.texts {
      let formula = try Self.formula(text)
      #expect(formula == (try Self.formula(text)))
      #expect(formula.hashValue == (try Self.formula(text)).hashValue)
      #expect(formula.kind.hashValue == (try Self.formula(text)).kind.hashValue)
      #expect(seen.updateValue(text, forKey: formula.fingerprint) == nil, "\(text)")
    }
    #expect(Set(try Self.texts.map(Self.formula)).count == Self.texts.count)
  }

  // Where it stands is part of a formula, and not of its fingerprint.
  @Test func placesAreNotMixedIn() throws {
    let (first, second) = (try Self.formula("x + 1"), try Self.formula("  x + 1"))
    #expect(first != second)
    #expect(first.fingerprint == second.fingerprint)
    #expect(Formula(first.kind, second.range).fingerprint == first.fingerprint)
  }
}
