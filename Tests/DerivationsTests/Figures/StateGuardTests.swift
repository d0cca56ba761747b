import NumericEvaluation
import Testing

@testable import Derivations

@Suite struct StateGuardTests {
  /// The values of a guard at some points of one input.
  private func holds(_ points: [Double], _ make: (RealNode) -> StateGuard) -> [Bool] {
    let builder = ProgramBuilder()
    let guards = [make(builder.input(0))]
    let program = builder.finish(outputs: StateGuard.applied(guards, to: [builder.literal(1.0)]))
    return points.map { !program.evaluate(at: [$0])[0].isNaN }
  }

  @Test func isPositive() {
    #expect(
      holds([1, 1e-300, 0x1p-1070, 0, -1e-300, -1, .nan]) { StateGuard(positive: $0, "") }
        == [true, true, true, false, false, false, false])
  }

  @Test func isNotNegative() {
    #expect(holds([1, 0, -1e-300, .nan]) { StateGuard($0, "") } == [true, true, false, false])
  }

  @Test func isEqualToRounding() {
    #expect(
      holds([2, 2 + 1e-12, 2.000001, 1]) { StateGuard($0, equals: $0.literal(2), "") }
        == [true, true, false, false])
  }

  // x a + b = 1 and a + b = 2 have a = 1/(1 − x), b = 2 − a. Divided by x, as is right at x = 5, nothing is
  // left of a at x = 10⁻¹⁷: 1 − b is zero to rounding.
  @Test func anEliminationByNearlyNothing() throws {
    let builder = ProgramBuilder()
    let x = builder.input(0)
    let one = builder.literal(1.0)
    let (rows, right) = ([[x, one], [one, one]], [one, builder.literal(2.0)])
    let solution = try StraightLineElimination.solve(rows, right, samples: [[5]])
    let guards = [StateGuard(rows, solution, equals: right)]
    let bare = builder.finish(outputs: solution)
    let program = builder.finish(outputs: StateGuard.applied(guards, to: solution))
    func values(_ x: Double) -> [Double] { program.evaluate(at: [x]) }
    for point in [5, -3, 0.25, 1e-3] {
      let found = values(point)
      #expect(abs(found[0] - 1 / (1 - point)) < 1e-9)
      #expect(abs(found[0] + found[1] - 2) < 1e-9)
    }
    #expect(bare.evaluate(at: [1e-17])[0] == 0)
    #expect(values(1e-17).map(\.isNaN) == [true, true])
    #expect(values(0).map(\.isNaN) == [true, true])
  }

  // x_i = 1 for 80 unknowns, one of which is 2 instead: whichever it is, that is seen.
  @Test func everyEquationCounts() {
    let builder = ProgramBuilder()
    let (zero, one) = (builder.literal(0.0), builder.literal(1.0))
    let rows = (0..<80).map { i in (0..<80).map { $0 == i ? one : zero } }
    let right = Array(repeating: one, count: 80)
    for wrong in 0..<80 {
      var solution = (0..<80).map { _ in builder.input(0) }
      solution[wrong] = builder.input(0) + 1
      let guarded = StateGuard.applied([StateGuard(rows, solution, equals: right)], to: [one])
      #expect(builder.finish(outputs: guarded).evaluate(at: [1])[0].isNaN, "equation \(wrong)")
    }
  }

  // Samples at which an entry is not finite say nothing; if there are no others, nothing is known.
  @Test func samplesWithoutANumber() throws {
    let builder = ProgramBuilder()
    let x = builder.input(0)
    let entry = 1 / x
    let solution = try StraightLineElimination.solve(
      [[entry]], [builder.literal(3.0)], samples: [[0], [2]])
    #expect(builder.finish(outputs: solution).evaluate(at: [4]) == [12])
    #expect(throws: NumericEvaluationError.notFinite) {
      try StraightLineElimination.solve([[entry]], [builder.literal(3.0)], samples: [[0]])
    }
  }
}
