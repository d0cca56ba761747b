import Testing

@testable import Derivations

/// Figures that one program computes say what each says by itself.
@Suite struct FigureGroupsTests {
  private func groups(_ derivation: Derivation) -> [[String]] {
    FigurePlan.groups(of: derivation.figures, in: derivation).map { group in
      group.map { derivation.figures[$0].name }
    }
  }

  @Test func thoseOfThePaper() throws {
    let derivation = try Derivation(
      bytes: Sample.shipped("hadipour-haseli-2024"), file: "paper.md")
    #expect(
      groups(derivation) == [
        ["3a", "3b"], ["4a", "4b"], ["5a", "5b"], ["6a", "6b"], ["7a"], ["7b"],
      ])
  }

  @Test(arguments: [
    (#"figure 2: plot p_g against T from 1 to 9, at \omega = 1, \kappa = 1"#, true),
    (#"figure 2: plot p_g in J against T in J from 1 to 9, at \omega = 1, \kappa = 1"#, true),
    (#"figure 2: plot p_g against T from 1 to 8, at \omega = 1, \kappa = 1"#, false),
    (#"figure 2: plot p_g against T from 1 to 9, at \omega = 2, \kappa = 1"#, false),
    (#"figure 2: plot p_g against T from 1 to 9, for \omega = 1, 2, at \kappa = 1"#, false),
    (
      "let w = 1\n" + #"figure 2: plot p_g against T from 1 to 9, at \omega = 1, \kappa = 1"#, false
    ),
  ])
  func areDrawnOverTheSamePoints(second: String, areAlike: Bool) throws {
    let first = #"figure 1: plot p_e against T from 1 to 9, at \omega = 1, \kappa = 1"#
    let derivation = try Sample.derivation(FigureSample.text([first, second]))
    #expect(groups(derivation) == (areAlike ? [["1", "2"]] : [["1"], ["2"]]))
  }

  /// Bit by bit.
  @Test func aPlanAmongOthersIsThatOfTheFigureAlone() throws {
    let derivation = try Derivation(
      bytes: Sample.shipped("hadipour-haseli-2024"), file: "paper.md")
    let figures = derivation.figures.filter { ["5a", "5b"].contains($0.name) }
    let readings: [StateReading] = [.derived, .printed, .slip([[1, 2]])]
    var contexts = try Contexts(derivation)
    let plans = try FigurePlan.plans(derivation, figures, &contexts, readings: readings)
    #expect(plans.count == 2)
    for (figure, plan) in zip(figures, plans) {
      let plan = try plan.get()
      var contexts = try Contexts(derivation)
      let alone = try FigurePlan(derivation, figure, &contexts, readings: readings)
      #expect(plan.figure.name == figure.name)
      #expect(plan.outputs == alone.outputs && !plan.outputs.isEmpty)
      #expect(plan.equations == alone.equations && plan.notes == alone.notes)
      let found = plan.columns(of: plan.programColumns())
      let expected = alone.columns(of: alone.programColumns())
      #expect(found.map { $0.map(\.bitPattern) } == expected.map { $0.map(\.bitPattern) })
      let point = FigurePlan.samples(of: plan.grid)[1]
      #expect(plan.values(at: point).map(\.bitPattern) == alone.values(at: point).map(\.bitPattern))
      for output in plan.outputs.indices {
        #expect(
          plan.enclosure(at: point, output: output) == alone.enclosure(at: point, output: output))
      }
    }
  }

  /// A figure that cannot be drawn keeps the other one from nothing.
  @Test func whatIsWrongWithOneIsNoMatterOfTheOther() throws {
    let derivation = try Sample.derivation(
      FigureSample.text([
        #"figure 1: plot i \omega against T from 1 to 9, at \omega = 1, \kappa = 1"#,
        #"figure 2: plot p_e against T from 1 to 9, at \omega = 1, \kappa = 1"#,
      ]))
    var contexts = try Contexts(derivation)
    let plans = try FigurePlan.plans(
      derivation, derivation.figures, &contexts, readings: [.derived, .printed])
    let messages = FigureSample.messages { _ = try plans[0].get() }
    #expect(messages.map { $0.hasPrefix("not-real") } == [true])
    // p_e = 1/(e^{ω/T} + 1) at T → ∞ is one half.
    let plan = try plans[1].get()
    let values = plan.values(at: [1e9])
    #expect(values.count == 1 && abs(values[0] - 0.5) < 1e-6)
  }

  /// Judgements and consequences of a figure are the same with another one beside it.
  @Test func aFigureAmongOthersSaysWhatItSaysAlone() throws {
    func outcome(_ directives: [String]) throws -> Outcome {
      let text = #"""
        ```rederive
        \rho_{22} means steady state, eigenbasis, element (2, 2)
        \rho_{11} means steady state, eigenbasis, element (1, 1)
        ```

        $$ \rho_{22} = \frac{n}{n^2 + 1}, \quad \rho_{11} = \frac{n + 1}{2n + 1} \tag{1} $$

        $$ a = 2 \rho_{22} \tag{2} $$

        ```rederive
        \#(directives.joined(separator: "\n"))
        ```

        """#
      return try Sample.outcome(Sample.qubit + text)
    }
    let range = #"against T from 1 to 9, at \omega = 1, \kappa = 1"#
    let figures = [
      #"figure 1: plot \rho_{22} \#(range)"#, #"claim 1: increases with T "s""#,
      #"figure 2: plot \rho_{11} \#(range)"#, #"claim 2: decreases with T "s""#,
    ]
    let both = try outcome(figures)
    let first = try outcome(Array(figures[..<2]))
    let second = try outcome(Array(figures[2...]))
    #expect(both.claims.map(\.judgements) == (first.claims + second.claims).map(\.judgements))
    #expect(both.claims.allSatisfy { $0.judgements.count == 2 })
    let changes = (first.consequences + second.consequences).flatMap(\.changes)
    var seen = Set<String>()
    #expect(
      both.consequences.flatMap(\.changes) == changes.filter { seen.insert($0.quantity).inserted })
    #expect(both.consequences.flatMap(\.turns).map(\.claim) == [0])
  }
}
