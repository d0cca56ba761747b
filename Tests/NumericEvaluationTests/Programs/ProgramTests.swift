import NumericEvaluation
import Testing

struct ProgramTests {
  private func points(_ seed: UInt64, inputs: Int, count: Int) -> [[Double]] {
    var random = SeededRandom(seed: seed)
    return (0..<inputs).map { _ in
      (0..<count).map { _ in Double.random(in: -2...2, using: &random) }
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func agreesWithPlainArithmetic(seed: UInt64) {
    let random = RandomProgram(seed: seed, inputs: 3)
    let columns = points(seed, inputs: 3, count: 50)
    let found = random.program.evaluate(columns: columns)
    for k in 0..<50 {
      let expected = random.reference(columns.map { $0[k] })
      for (column, exact) in zip(found, expected) {
        // A few amplifications of rounding by squaring.
        #expect(agree(column[k], exact, tolerance: 1e-9), "seed \(seed), point \(k)")
      }
    }
  }

  // 1 … 1000 points: every length of a last block, on one thread and on several.
  @Test(arguments: [1, 7, 8, 9, 255, 256, 257, 1000])
  func lengthAndThreadsChangeNothing(count: Int) {
    let random = RandomProgram(seed: 5, inputs: 3)
    let columns = points(5, inputs: 3, count: count)
    let whole = random.program.evaluate(columns: columns)
    #expect(whole.allSatisfy { $0.count == count })
    for threads in [2, 3, 8] {
      #expect(random.program.evaluate(columns: columns, threads: threads) == whole)
    }
    for k in stride(from: 0, to: count, by: 37) {
      #expect(random.program.evaluate(at: columns.map { $0[k] }) == whole.map { $0[k] })
    }
  }

  @Test func noPoints() {
    let builder = ProgramBuilder()
    let program = builder.finish(outputs: [builder.input(0), builder.literal(2)])
    #expect(program.evaluate(columns: [[]]) == [[], []])
  }

  // Outputs may be inputs, literals, and one another.
  @Test func outputsNeedNoSteps() {
    let builder = ProgramBuilder()
    let x = builder.input(0)
    let program = builder.finish(outputs: [x, builder.literal(2), x, x + 1])
    #expect(program.evaluate(columns: [[5, 6]]) == [[5, 6], [2, 2], [5, 6], [6, 7]])
  }

  // A chain that keeps many values alive to its end: Σ k (x + k) for k below 100.
  @Test func manyLiveValues() {
    let builder = ProgramBuilder()
    let x = builder.input(0)
    let parts = (0..<100).map { (x + Double($0)).sine() }
    var sum = builder.literal(0)
    for part in parts { sum = sum + part }
    for part in parts.reversed() { sum = sum - part }
    let found = builder.finish(outputs: [sum]).evaluate(columns: [[0.1, 3, -7]])
    #expect(found[0].allSatisfy { abs($0) < 1e-13 })
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>, [3, 4, 5])
  func eigenvaluesByRotations(seed: UInt64, order: Int) throws {
    var random = SeededRandom(seed: seed)
    let builder = ProgramBuilder()
    let size = order * order
    let rows = (0..<order).map { row in
      (0..<order).map { column in
        ComplexNode(
          builder.input(2 * (row * order + column)), builder.input(2 * (row * order + column) + 1))
      }
    }
    let program = builder.finish(outputs: builder.hermitianEigenvalues(of: rows))
    let matrices = (0..<11).map { _ in random.hermitian(order) }
    let columns = (0..<2 * size).map { k in
      matrices.map { $0.entries[k / 2] }.map { k % 2 == 0 ? $0.re : $0.im }
    }
    // The last input, the imaginary part of a diagonal entry, is not read.
    let found = program.evaluate(columns: columns)
    for (k, matrix) in matrices.enumerated() {
      let expected = try HermitianEigensystem(of: matrix).values
      for (column, exact) in zip(found, expected) {
        #expect(abs(column[k] - exact) < 1e-13, "seed \(seed), order \(order)")
      }
    }
    #expect(program.evaluate(columns: columns, threads: 4) == found)
  }

  @Test func eigenvaluesOfWhatIsNotFiniteAreNone() {
    let builder = ProgramBuilder()
    let x = ComplexNode(builder.input(0))
    let one = ComplexNode(builder.literal(1))
    let values = builder.hermitianEigenvalues(of: [[x, one, one], [one, x, one], [one, one, x]])
    let found = builder.finish(outputs: values).evaluate(columns: [[.nan, 1, .infinity]])
    // All ones beside x = 1 on the diagonal: 0, 0, 3.
    for (column, exact) in zip(found, [0.0, 0, 3]) {
      #expect(column[0].isNaN && column[2].isNaN)
      #expect(abs(column[1] - exact) < 1e-15)
    }
  }
}
