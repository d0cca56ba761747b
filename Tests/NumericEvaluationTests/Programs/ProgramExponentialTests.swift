import Foundation
import NumericEvaluation
import Testing

/// The exponential of programs beside that of Foundation, which is correct to one unit.
struct ProgramExponentialTests {
  private static let program: Program = {
    let builder = ProgramBuilder()
    let x = builder.input(0)
    let e = x.exponential()
    return builder.finish(outputs: [e, e - 1, 1 / (e - 1), 1 / (e + 1), x.exponentialLessOne()])
  }()

  /// The largest error of each form, in units in the last place of the expected value.
  private func errors(_ points: [Double]) -> [Double] {
    let found = Self.program.evaluate(columns: [points])
    let forms: [(Double) -> Double] = [
      { exp($0) }, { expm1($0) }, { 1 / expm1($0) }, { 1 / (exp($0) + 1) }, { expm1($0) },
    ]
    return zip(found, forms).map { column, form in
      zip(column, points).reduce(0) { worst, pair in
        let expected = form(pair.1)
        return max(worst, abs(pair.0 - expected) / expected.ulp)
      }
    }
  }

  @Test(arguments: [1e-300, 1e-9, 1e-3, 0.34, 0.36, 1, 3, 40, 699])
  func errorsAreBelowTwoUnitsInTheLastPlace(size: Double) {
    var random = SeededRandom(seed: 7)
    let points = (0..<20_000).map { _ in Double.random(in: -size...size, using: &random) }
    let errors = errors(points.filter { $0 != 0 })
    // Two doubles lie whole units apart, and Foundation's may be off by nearly one.
    #expect(errors[0] <= 1)
    #expect(errors[1] <= 2)
    #expect(errors[4] <= 2)
    // One or two more roundings, of a sum and of a quotient.
    #expect(errors[2] <= 4)
    #expect(errors[3] <= 4)
  }

  // Where e^x is denormal, its unit is 2^−1074 = the least positive number.
  @Test func leavesTheRangeAsItShould() {
    let points = [
      -.infinity, -1e6, -746, -745.1, -720, -708.5, 709.7, 709.782712893384, 709.79, 1000,
      .infinity,
    ]
    let found = Self.program.evaluate(columns: [points])
    for (k, x) in points.enumerated() {
      let expected = exp(x)
      if expected.isFinite {
        #expect(abs(found[0][k] - expected) <= 2 * expected.ulp, "e^\(x)")
      } else {
        #expect(found[0][k] == .infinity, "e^\(x)")
      }
    }
    #expect(found[1][0] == -1 && found[1].last == .infinity && found[1][1] == -1)
    #expect(found[2].last == 0 && found[2][0] == -1)
    #expect(found[3].last == 0 && found[3][0] == 1)
  }

  @Test func zeroAndNotANumber() {
    let found = Self.program.evaluate(columns: [[0, .nan, 800]])
    #expect(found.map { $0[0] } == [1, 0, .infinity, 0.5, 0])
    #expect(found.allSatisfy { $0[1].isNaN })
  }

  // A neighbour far out of range changes the form of the loop, not the bits.
  @Test func neighboursChangeNothing() {
    let points = (0..<400).map { -20 + 0.1 * Double($0) }
    let alone = Self.program.evaluate(columns: [points])
    for stranger in [1000, -1000, Double.infinity, .nan] {
      let beside = Self.program.evaluate(columns: [points + [stranger]])
      for (a, b) in zip(alone, beside) { #expect(a == Array(b.dropLast())) }
    }
  }
}
