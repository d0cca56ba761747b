import Testing

@testable import Derivations
@testable import Reports

/// Operators, parentheses and literals of each language.
@Suite struct ExportFormulaTests {
  private let dialects: [any ExportDialect] = [
    PythonDialect(), SymPyDialect(), MathematicaDialect(), JuliaDialect(), CDialect(),
    FortranDialect(),
  ]

  private func form(_ steps: [FormulaStep], isReal: Bool = true) -> ClosedForm {
    ClosedForm(
      given: [], equations: [], parameters: [], conditions: [], steps: steps,
      isReal: steps.map { _ in isReal }, names: [], basis: [], elements: [], sources: [],
      model: .init(
        labels: [], hamiltonian: [], energies: [], eigenvectors: [], baths: [], jumps: [],
        isSecular: false, isEigenbasis: false, order: []))
  }

  /// The last step, with x and y for the first two.
  private func text(_ steps: [FormulaStep], _ dialect: any ExportDialect) -> String {
    FormulaWriter(
      form: form([.parameter(0), .parameter(1)] + steps), dialect: dialect,
      variables: [0: "x", 1: "y"]
    ).phrase(steps.count + 1).text
  }

  // (−x)² is not −x².
  @Test func aMinusUnderAPower() {
    let steps: [FormulaStep] = [.negative(0), .power(2, 2)]
    #expect(text(steps, PythonDialect()) == "(-x)**2")
    #expect(text(steps, MathematicaDialect()) == "(-x)^2")
    #expect(text(steps, FortranDialect()) == "(-x)**2")
    #expect(text(steps, CDialect()) == "integer_power(-x, 2)")
    #expect(text(steps, LaTeXDialect()) == #"\left( -x \right)^{2}"#)
    let other: [FormulaStep] = [.power(0, 2), .negative(2)]
    #expect(text(other, PythonDialect()) == "-x**2")
  }

  // x/(y·x) and x − (y − x): what is subtracted or divided by stays together.
  @Test func whatStandsBehindKeepsItsParentheses() {
    #expect(text([.product(1, 0), .quotient(0, 2)], PythonDialect()) == "x / (y * x)")
    #expect(text([.quotient(1, 0), .product(0, 2)], CDialect()) == "x * (y / x)")
    #expect(text([.difference(1, 0), .difference(0, 2)], JuliaDialect()) == "x - (y - x)")
    #expect(text([.negative(1), .sum(0, 2)], FortranDialect()) == "x + (-y)")
    #expect(text([.sum(0, 1), .product(2, 0)], LaTeXDialect()) == #"\left( x + y \right) x"#)
  }

  // A third is no integer division anywhere.
  @Test func fractionsAreNotCutOff() {
    let third: [FormulaStep] = [.number(numerator: "1", denominator: "3")]
    #expect(text(third, PythonDialect()) == "1 / 3")
    #expect(text(third, SymPyDialect()) == "Rational(1, 3)")
    #expect(text(third, MathematicaDialect()) == "1 / 3")
    #expect(text(third, JuliaDialect()) == "1 / 3")
    #expect(text(third, CDialect()) == "1.0 / 3.0")
    #expect(text(third, FortranDialect()) == "1.0_wp / 3.0_wp")
    #expect(text(third, LaTeXDialect()) == #"\frac{1}{3}"#)
    let negative: [FormulaStep] = [.number(numerator: "-2", denominator: "3"), .product(0, 2)]
    #expect(text(negative, CDialect()) == "x * (-2.0 / 3.0)")
  }

  // 1/expm1(x) keeps its digits for small x.
  @Test func occupationsAreAccurate() {
    #expect(text([.boseOccupation(0), .product(1, 2)], PythonDialect()) == "y * (1 / np.expm1(x))")
    #expect(text([.boseOccupation(0)], CDialect()) == "1.0 / expm1(x)")
    #expect(text([.boseOccupation(0)], SymPyDialect()) == "1 / (exp(x) - 1)")
    #expect(text([.fermiOccupation(0)], JuliaDialect()) == "1 / (exp(x) + 1)")
    #expect(text([.fermiOccupation(0)], LaTeXDialect()) == #"\frac{1}{e^{x} + 1}"#)
  }

  /// Random formulas, written and read again, have their value.
  @Test(arguments: UInt64(1)...60) func formulasSurviveWriting(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let variables = ["x": 1.25, "y": 0.5]
    var steps: [FormulaStep] = [
      .parameter(0), .parameter(1), .number(numerator: "2", denominator: "1"),
      .number(numerator: "3", denominator: "7"), .number(numerator: "-5", denominator: "2"),
      .number(numerator: "-1", denominator: "1"),
    ]
    var values = [1.25, 0.5, 2, 3.0 / 7.0, -2.5, -1]
    for _ in 0..<25 {
      let a = Int.random(in: 0..<steps.count, using: &random)
      let b = Int.random(in: 0..<steps.count, using: &random)
      let next: (FormulaStep, Double)
      switch Int.random(in: 0..<7, using: &random) {
      case 0: next = (.sum(a, b), values[a] + values[b])
      case 1: next = (.difference(a, b), values[a] - values[b])
      case 2: next = (.product(a, b), values[a] * values[b])
      case 3 where abs(values[b]) > 0.05: next = (.quotient(a, b), values[a] / values[b])
      case 4: next = (.negative(a), -values[a])
      case 5 where values[a] > 0: next = (.squareRoot(a), values[a].squareRoot())
      default: next = (.power(a, 3), values[a] * values[a] * values[a])
      }
      guard abs(next.1) < 1e8 else { continue }
      steps.append(next.0)
      values.append(next.1)
    }
    for dialect in dialects {
      let writer = FormulaWriter(
        form: form(steps), dialect: dialect, variables: [0: "x", 1: "y"])
      for (step, value) in values.enumerated() {
        let text = writer.phrase(step).text
        guard text.count < 5000 else { continue }
        let read = FormulaReading.value(text, variables)
        #expect(
          read.map { abs($0 - value) <= 1e-9 * max(1, abs(value)) } == true,
          "seed \(seed): \(text.prefix(200)) is \(read ?? .nan), not \(value)")
      }
    }
  }
}
