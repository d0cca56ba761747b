import LaTeXMath
import Testing

@testable import Derivations

@Suite struct FormulaReplacingTests {
  private static func swapped(_ text: String) throws -> Formula {
    let y = try Sample.formula("y")
    return try Sample.formula(text).replacing { node in
      node.kind == .symbol("x") ? Formula(y.kind, node.range) : nil
    }
  }

  // Every place where a formula may stand.
  @Test(arguments: [
    "x", "x^2", "x_1", "a + x", "-x", "a x", #"a \otimes x"#, #"\frac{x}{a}"#,
    #"\frac{a}{x}"#, "x/a b", "a/x b", "a/b x", #"\sin x"#, #"\sqrt{x}"#, "(x)", "[x, a]",
    #"\{a, x\}"#, #"\langle e|x|g\rangle"#, "|x|", #"\langle x \rangle"#, #"\sum_k x"#,
    #"\begin{pmatrix} a & x \\ x & 0 \end{pmatrix}"#, #"x + \text{H.c.}"#, "f(x)",
  ])
  func everywhere(_ text: String) throws {
    let meant = text.replacing("x", with: "y").replacing("matriy", with: "matrix")
      .replacing("teyt", with: "text")
    #expect(try Self.swapped(text) == Sample.formula(meant))
  }

  // An exponent's formula changes; its text is what was printed.
  @Test(arguments: ["2^x", "e^{-x}", "e^{a x}", "(a + b)^{x}"]) func exponents(_ text: String)
    throws
  {
    func symbols(_ formula: Formula) -> [Formula.Kind] {
      var result: [Formula.Kind] = []
      formula.visit { result.append($0.kind) }
      return result.filter { if case .symbol = $0 { true } else { false } }
    }
    let meant = text.replacing("x", with: "y")
    #expect(try symbols(Self.swapped(text)) == symbols(Sample.formula(meant)))
  }

  @Test(arguments: ["a", "2", #"|e\rangle"#, #"\langle e|"#, #"\langle e|g\rangle"#, "H.c.", "a^*"])
  func nothingElseChanges(_ text: String) throws {
    #expect(try Self.swapped(text) == Sample.formula(text))
  }

  // The outermost part that is replaced is; what stands in it is not asked again.
  @Test func theOutermostIsReplaced() throws {
    var asked = 0
    let formula = try Sample.formula("(x + x)").replacing { node in
      asked += 1
      if case .group = node.kind { return Formula(.symbol("z"), node.range) }
      return nil
    }
    #expect(formula.kind == .symbol("z"))
    #expect(asked == 1)
  }
}
