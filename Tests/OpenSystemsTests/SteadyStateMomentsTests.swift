import ExactAlgebra
import SymbolicAlgebra
import Testing

@testable import OpenSystems

@Suite struct SteadyStateMomentsTests {
  private func equations(_ model: inout TwoQubits, _ system: OpenSystem) throws
    -> SteadyStateEquations
  {
    let state = GenericState(dimension: 4, field: &model.field) { "\\rho_{\($0)\($1)}" }
    return try SteadyStateEquations(system, state: state, field: model.field)
  }

  // The excitations of both qubits and the coherence close; ⟨both excited⟩ follows from them.
  @Test(arguments: Statistics.allCases) func ofTwoQubits(statistics: Statistics) throws {
    var model = try TwoQubits()
    let equations = try equations(&model, try model.system(statistics))
    let moments = try #require(equations.moments)
    #expect(moments.rows.count == 5 && moments.right.count == 5)
    let last = moments.rows.map { $0[4].isZero }
    #expect(last == [true, true, true, true, false])
    #expect(moments.right[4].isZero)

    let system = LinearSystem(matrix: moments.rows, rightHandSide: moments.right)
    guard case .unique(let sums) = system.solve() else {
      Issue.record("no unique moments")
      return
    }
    let solution = try equations.solve()
    for (unknown, element) in zip(equations.populations.unknowns, moments.elements) {
      let value = zip(element.coefficients, sums).reduce(constant(element.constant)) {
        $0 + constant($1.0) * $1.1
      }
      let expected = try #require(solution[unknown.generator])
      #expect(model.field.isZero(value - expected))
    }
  }

  // The excitation of each qubit by itself, then the correlation.
  @Test func ofPopulationsAlone() throws {
    var model = try TwoQubits()
    let equations = try equations(&model, try model.system(.boson, isSecular: true))
    #expect(equations.populations.unknowns.count == 4)
    let moments = try #require(equations.moments)
    #expect(
      moments.rows.map { $0.map(\.isZero) } == [
        [false, true, true], [true, false, true], [false, false, false],
      ])
  }

  private func constant(_ value: Rational) -> Fraction {
    Fraction(Polynomial(value.numerator)) / Fraction(Polynomial(value.denominator))
  }
}
