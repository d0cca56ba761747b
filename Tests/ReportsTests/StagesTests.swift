import Derivations
import Reports
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct StagesTests {
  @Test func text() {
    let style = TextStyle(width: 80, showsLaTeX: true)
    #expect(
      StagesText.render(Samples.stages, style: style) == #"""
        A paper

        1. Eigenbasis, given boson, \theta = 0
           By blocks.

           E_1 = -\frac{1}{2}
           E_2 = 0

        """#)
  }

  /// `derive` promises every stage: long formulas are wrapped, never cut.
  @Test func textIsNeverCut() {
    let long = (1...500).map { "a_\($0)" }.joined(separator: " + ")
    let stages = Stages(
      derivation: "p", title: "",
      sections: [
        .init(title: "S", given: [], comment: "", statements: [.init(left: "x", right: long)])
      ])
    let text = StagesText.render(stages, style: TextStyle(width: 60, showsLaTeX: true))
    #expect(text.contains("a_500"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 60 })
    #expect(text.hasPrefix("p\n"))
  }

  @Test func noModelIsSaid() {
    let stages = Stages(derivation: "p", title: "P", sections: [])
    #expect(StagesText.render(stages, style: TextStyle()).contains("states no model"))
    #expect(StagesLaTeX.render(stages).contains("states no model"))
  }

  @Test func latexIsADocument() {
    let text = StagesLaTeX.render(Samples.stages)
    #expect(text.hasPrefix(#"\documentclass"#))
    #expect(text.hasSuffix("\\end{document}\n"))
    #expect(text.contains(#"Given boson, $\theta = 0$."#))
    #expect(text.contains("\n$\\displaystyle E_1 = -\\frac{1}{2}$\n"))
    #expect(text.count(where: { $0 == "{" }) == text.count(where: { $0 == "}" }))
  }

  @Test func json() throws {
    let text = try StagesJSON.render(Samples.stages)
    let json = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    #expect(json.keys == ["schema", "derivation", "title", "sections"])
    #expect(json["schema"] == .text("rederive.derive/1"))
    #expect(json["sections"]?[0]?["statements"]?[1]?["right"] == .text("0"))
  }
}

@Suite struct LaTeXProseTests {
  @Test(arguments: [
    ("50% of A_1 & B#2", ##"50\% of A\_1 \& B\#2"##),
    (#"with $\rho_{1}$ in_it"#, #"with $\rho_{1}$ in\_it"#),
    ("5 $ more", #"5 \$ more"#),
    (#"a\b{c}~^"#, #"a\textbackslash{}b\{c\}\textasciitilde{}\textasciicircum{}"#),
    ("Müller–Šedý", "Müller–Šedý"),
    ("L ρ = 0, ρ₂₃ ≠ Ω²", #"L \ensuremath{\rho} = 0, "# + rho23),
    ("漢", "[U+6F22]"),
  ])
  func escaping(text: String, latex: String) {
    #expect(LaTeXProse.escaped(text) == latex)
  }

  private static let rho23 =
    #"\ensuremath{\rho}\ensuremath{_{2}}\ensuremath{_{3}} "#
    + #"\ensuremath{\ne} \ensuremath{\Omega}\ensuremath{^{2}}"#
}

@Suite struct EvaluationTests {
  private let style = TextStyle(width: 90, showsLaTeX: true)

  @Test func text() {
    var evaluation = Samples.evaluation()
    evaluation.roads.removeLast(2)
    #expect(
      EvaluationText.render(evaluation, style: style) == #"""
        paper at T_1 = 1/2, a = 10, b = \pi/2; given boson

        ρ, derived
                                        |e⟩                           |g⟩
          |e⟩                  0.2500000000  0.1250000000 - 0.0625000000i
          |g⟩  0.1250000000 + 0.0625000000i                  0.7500000000
          eigenvalues  0.8  0.2

                 internal energy  passive energy  ergotropy
        derived              2.5               2        0.5

        WARNING: nothing was compared, since the derived or the numeric ρ is missing.

        """#)
  }

  @Test func agreementIsSaid() {
    let text = EvaluationText.render(Samples.evaluation(), style: style)
    #expect(text.contains("agree: entries differ by at most 3.0e-14."))
    #expect(!text.contains("WARNING"))
    #expect(text.contains("note  trace 1.5"))
    // |−i/16 − i/16| = 1/8.
    #expect(
      text.contains("The printed (23) ρ, as transcribed, differs from the derived one by up to"))
    #expect(text.contains("1.2e-01"))
  }

  @Test(arguments: [2e-10, 1, .infinity, .nan])
  func disagreementIsAWarning(size: Double) {
    let evaluation = Samples.evaluation(disagreement: size)
    #expect(evaluation.agreement == .disagrees)
    #expect(EvaluationText.render(evaluation, style: style).contains("WARNING"))
  }

  @Test(arguments: [0, 1e-10])
  func withinTheTolerance(size: Double) {
    #expect(Samples.evaluation(disagreement: size).agreement == .agrees)
  }

  @Test func json() throws {
    let text = try EvaluationJSON.render(Samples.evaluation())
    let json = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    #expect(json.keys == ["schema", "derivation", "given", "at", "roads", "disagreement"])
    #expect(json["schema"] == .text("rederive.evaluate/1"))
    #expect(
      json["at"] == .object(["T_1": .number(0.5), "a": .number(10), "b": .text(#"\pi/2"#)]))
    #expect(json["roads"]?[0]?["rho"]?[0]?[1] == .array([.number(0.125), .number(-0.0625)]))
    #expect(json["roads"]?[1]?["notes"] == .array([.text("trace 1.5")]))
    #expect(json["roads"]?[2]?["ergotropy"] == .number(0.5))
  }

  @Test func jsonHasNoInfinity() throws {
    var evaluation = Samples.evaluation(disagreement: .nan)
    evaluation.roads[0].rho[0][0] = [.infinity, 0]
    evaluation.at[0].value = "1/0"
    let text = try EvaluationJSON.render(evaluation)
    let json = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    #expect(json["disagreement"] == .null)
    #expect(json["roads"]?[0]?["rho"]?[0]?[0]?[0] == .null)
    #expect(json["at"]?["T_1"] == .text("1/0"))
  }
}
