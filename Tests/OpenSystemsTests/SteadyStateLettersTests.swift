import ExactAlgebra
import SymbolicAlgebra
import Testing

@testable import OpenSystems

/// The steady state in the combinations of parameters that its equations are made of.
@Suite struct SteadyStateLettersTests {
  private func equations(
    _ model: inout TwoQubits, _ statistics: Statistics
  ) throws -> SteadyStateEquations {
    let system = try model.system(statistics)
    let state = GenericState(dimension: 4, field: &model.field) { "\\rho_{\($0)\($1)}" }
    return try SteadyStateEquations(system, state: state, field: model.field)
  }

  // Bosons: 1, N₁⁺(1 + cos θ) + N₂⁺(1 − cos θ), the same of N⁻ with θ mirrored, sin θ (N₁^± − N₂^±) and Ω/J.
  // Fermions: N + 1 becomes 1 − N, and only the sum of the last two but one occurs.
  @Test(arguments: [(Statistics.boson, 6), (.fermion, 5)])
  func lettersOfTwoQubits(_ statistics: Statistics, _ count: Int) throws {
    var model = try TwoQubits()
    let equations = try equations(&model, statistics)
    let system = try #require(equations.inLetters(preferred: []))
    #expect(system.letters.count == count)
    #expect(system.letters.contains { $0.value == Fraction(1) })
    #expect(system.letters.contains { $0.value == model.rabi / model.density })
    #expect(system.letters.allSatisfy { $0.expression == nil })
    // With the letters' values put in they are the solution that is found without letters.
    let values = Dictionary(
      uniqueKeysWithValues: system.letters.enumerated().map { ($0.offset, $0.element.value) })
    let solution = try equations.solve()
    for (unknown, value) in zip(equations.populations.unknowns, system.solution) {
      let found = try #require(value.substituting(values))
      let expected = try #require(solution[unknown.generator])
      #expect(model.field.isZero(found - expected))
    }
  }

  // A name is a letter if coefficients are made of it, and else is not.
  @Test func namesAreLettersWhereTheyFit() throws {
    var model = try TwoQubits()
    let equations = try equations(&model, .boson)
    let found = try #require(equations.inLetters(preferred: []))
    let longest = try #require(
      found.letters.max { $0.value.numerator.termCount < $1.value.numerator.termCount })
    let half = longest.value / 2
    let system = try #require(
      equations.inLetters(preferred: [
        (expression: .symbol("q"), value: half * half), (expression: .symbol("L"), value: half),
      ]))
    #expect(system.letters.count == found.letters.count)
    #expect(system.letters.compactMap(\.expression) == [.symbol("L")])
  }
}
