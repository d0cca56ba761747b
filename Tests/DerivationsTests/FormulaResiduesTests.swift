import Checking
import ExactAlgebra
import LaTeXMath
import Testing

@testable import Derivations

@Suite struct FormulaResiduesTests {
  private static func residues(
    seed: UInt64 = 1, after preamble: String = Sample.qubit
  ) throws -> FormulaResidues {
    let derivation = try Sample.derivation(preamble + "$$ a = a $$")
    var contexts = try Contexts(derivation)
    let line = try #require(derivation.lines.first)
    let (_, context) = try contexts.context(at: line.position, in: line.section)
    return FormulaResidues(context, at: line.position, in: line.section, seed: seed)
  }

  private static func value(_ text: String, _ residues: inout FormulaResidues) throws
    -> ResidueValue?
  {
    residues.value(of: try Sample.formula(text))
  }

  // What holds in the model holds at a point: p_e = n/(2n + 1) from L ρ = 0 and the trace, n from ω/T.
  @Test(
    arguments: [
      ("p_e", #"\frac{n}{2n + 1}"#), ("p_g", "1 - p_e"), (#"\rho_{eg}"#, "0"),
      (#"\frac{p_e}{p_g}"#, #"e^{-\omega/T}"#), (#"N(2\omega)"#, #"\frac{n^2}{2n + 1}"#),
      (#"\cos^2 x"#, #"1 - \sin^2 x"#), ("e^{ix}", #"\cos x + i \sin x"#), ("j", "0"),
      (#"\sigma_+ \sigma_-"#, #"|e\rangle\langle e|"#), (#"H |e\rangle"#, #"\omega |e\rangle"#),
      (#"\langle e|\sigma_+|g\rangle"#, "1"), ("|z|^2", "z z^*"), (#"\sqrt{a^2}"#, "a"),
      (#"\langle e| \sigma_+"#, #"\langle g|"#),
      (
        #"\begin{pmatrix} 1 & x \\ 0 & p_e \end{pmatrix}"#,
        #"\begin{pmatrix} 1 & x \\ 0 & 1 - p_g \end{pmatrix}"#
      ),
    ], [UInt64(1), 7])
  func whatHoldsHoldsAtAPoint(_ formulas: (String, String), _ seed: UInt64) throws {
    var residues = try Self.residues(seed: seed)
    let first = try Self.value(formulas.0, &residues)
    let second = try Self.value(formulas.1, &residues)
    guard let first, let second else {
      Issue.record("no value")
      return
    }
    #expect(first.matches(second, dimension: residues.dimension))
  }

  // The same point with the definition of d as 2a instead of a: what is no definition keeps its value.
  @Test func definitionsThatStandForSomethingElse() throws {
    let preamble = Sample.qubit + "$$ d = a $$ $$ f = d + b $$"
    var residues = try Self.residues(after: preamble)
    let names = ["a", "b", "p_e", "d", "f"]
    let before = try names.map { try Self.value($0, &residues) }
    #expect(before.allSatisfy { $0 != nil })
    var model = residues.context
    model.base.notation = model.base.notation.rewritingDefinitions(keepsTypes: true) {
      $1.name == "a" ? (try? Sample.formula("2a")) ?? $1 : $1
    }
    var redefined = residues.redefined(as: model)
    let after = try names.map { try Self.value($0, &redefined) }
    #expect(after[..<3] == before[..<3])
    #expect(try after[3] == Self.value("2a", &residues))
    #expect(try after[4] == Self.value("2a + b", &residues))
  }

  @Test(arguments: [
    ("p_e", #"\frac{n}{2n - 1}"#), ("p_e", "p_g"), ("a", "b"), (#"\sin x"#, #"\cos x"#),
    (#"\sigma_+"#, #"\sigma_-"#), ("z", "z^*"), ("q", "r"),
  ])
  func whatDiffersDiffersAtAPoint(_ a: String, _ b: String) throws {
    var residues = try Self.residues()
    let first = try Self.value(a, &residues)
    #expect(try first != nil && first != Self.value(b, &residues))
  }

  // n(2ω) occurs for the first time when ω/T has its value already; it is no number of its own.
  @Test func occupationsThatComeLate() throws {
    var residues = try Self.residues()
    let first = try Self.value(#"e^{\omega/T} n"#, &residues)
    #expect(try Self.value("n + 1", &residues) == first)
    let late = try Self.value(#"N(2\omega)"#, &residues)
    #expect(try Self.value(#"\frac{1}{e^{2\omega/T} - 1}"#, &residues) == late)
  }

  // An undeclared name is one number, wherever it stands.
  @Test func undeclaredNames() throws {
    var residues = try Self.residues()
    let first = try Self.value("q", &residues)
    #expect(first != nil)
    #expect(try Self.value("2 q", &residues) == first?.scaled(by: ComplexResidue(2)))
    #expect(residues.context.strays.keys.sorted() == ["q"])
  }

  @Test(arguments: [#"\frac{1}{x - x}"#, "n!", #"\int x dx"#, #"a |e\rangle + \langle e|"#])
  func whatHasNoValue(_ text: String) throws {
    guard let formula = try? Sample.formula(text) else { return }
    var residues = try Self.residues()
    #expect(residues.value(of: formula) == nil)
  }

  // √a has a value at some points and none at others, a at all.
  @Test func rootsNeedTheRightPoint() throws {
    var found = 0
    for seed in UInt64(1)...16 {
      var residues = try Self.residues(seed: seed)
      #expect(try Self.value("a", &residues) != nil)
      if try Self.value(#"\sqrt{a}"#, &residues) != nil { found += 1 }
    }
    #expect((3...13).contains(found))
  }

  @Test func theSeedSaysWhichPoint() throws {
    var (first, second) = (try Self.residues(seed: 3), try Self.residues(seed: 3))
    var third = try Self.residues(seed: 4)
    let value = try Self.value("p_e + x", &first)
    #expect(try Self.value("p_e + x", &second) == value)
    #expect(try Self.value("p_e + x", &third) != value)
  }
}
