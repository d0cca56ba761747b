import NumericEvaluation
import Testing

/// The square root of programs beside the correctly rounded one.
struct ProgramSquareRootTests {
  private func roots(_ points: [Double]) -> [Double] {
    let builder = ProgramBuilder()
    return builder.finish(outputs: [builder.input(0).squareRoot()]).evaluate(columns: [points])[0]
  }

  @Test(arguments: [0x1p-1060, 0x1p-1001, 1e-200, 1, 1e10, 0x1p1001, 0x1p1020])
  func errorsAreBelowOneUnit(size: Double) {
    var random = SeededRandom(seed: 3)
    let points = (0..<20_000).map { _ in size * Double.random(in: 1...4, using: &random) }
    for (root, x) in zip(roots(points), points) {
      let exact = x.squareRoot()
      #expect(abs(root - exact) <= exact.ulp, "√\(x)")
    }
  }

  // n² for n < 2^16 and quarters of it: n, n/2.
  @Test func squaresHaveExactRoots() {
    let numbers = (0..<65_536).map { Double($0) }
    #expect(roots(numbers.map { $0 * $0 }) == numbers)
    #expect(roots(numbers.map { $0 * $0 / 4 }) == numbers.map { $0 / 2 })
  }

  @Test func beyondThePositiveNumbers() {
    let found = roots([0, .infinity, -1, .nan, -.infinity, 9])
    #expect(found[0] == 0 && found[1] == .infinity && found[5] == 3)
    #expect(found[2].isNaN && found[3].isNaN && found[4].isNaN)
  }

  // A neighbour out of range changes the form of the loop, not the bits.
  @Test(arguments: [0, -1, 0x1p-1070, 0x1p1023, .infinity, .nan])
  func neighboursChangeNothing(stranger: Double) {
    var random = SeededRandom(seed: 4)
    let points = (0..<300).map { _ in Double.random(in: 1...100, using: &random) }
    #expect(Array(roots(points + [stranger]).dropLast()) == roots(points))
  }

  /// √2 is no double, and is left to the program.
  @Test func squaresFold() {
    let builder = ProgramBuilder()
    #expect(
      [0.0, 1, 2.25, 4].map { builder.literal($0).squareRoot().literalValue } == [0, 1, 1.5, 2])
    #expect(builder.literal(2.0).squareRoot().literalValue == nil)
  }
}
