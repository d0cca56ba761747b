import NumericEvaluation
import Testing

struct StraightLineEliminationTests {
  // a x + y = 3, x − y = 1: x = 4/(a + 1), y = (3 − a)/(a + 1).
  @Test func twoUnknowns() throws {
    let b = ProgramBuilder()
    let a = b.input(0)
    let one = b.literal(1)
    let x = try StraightLineElimination.solve(
      [[a, one], [one, -one]], [b.literal(3), one], samples: [[1], [2]])
    let found = b.finish(outputs: x).evaluate(columns: [[1, 3, 7]])
    #expect(found == [[2, 1, 0.5], [1, 0, -0.5]])
  }

  // The corner vanishes at the second sample, so the other row must be the pivot.
  @Test func avoidsPivotsThatVanishAtASample() throws {
    let b = ProgramBuilder()
    let a = b.input(0)
    let one = b.literal(1)
    let x = try StraightLineElimination.solve(
      [[a, one], [one, b.input(1)]], [one, a * 0 + 2], samples: [[1, 0], [0, 0]])
    // y = 1 − a x, x + c y = 2: at a = 0, c = 0: x = 2, y = 1.
    #expect(b.finish(outputs: x).evaluate(at: [0, 0]) == [2, 1])
  }

  @Test(arguments: [1, 3, 6, 9], 1...6 as ClosedRange<UInt64>)
  func recoversTheSolution(order: Int, seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    // About half of the entries are structural zeros; the diagonal keeps it regular.
    let builder = ProgramBuilder()
    var zeros: [Bool] = []
    for k in 0..<order * order {
      zeros.append(k % (order + 1) != 0 && Bool.random(using: &random))
    }
    func sample() -> [Double] {
      (0..<order * order).map { k in
        Double.random(in: -1...1, using: &random) + (k % (order + 1) == 0 ? 3 : 0)
      }
    }
    let matrix = (0..<order).map { row in
      (0..<order).map { column in
        zeros[row * order + column] ? builder.literal(0) : builder.input(row * order + column)
      }
    }
    let right = (0..<order).map { builder.literal(Double($0 + 1)) }
    _ = builder.input(order * order - 1)
    let solution = try StraightLineElimination.solve(
      matrix, right, samples: [sample(), sample(), sample()])
    let program = builder.finish(outputs: solution)
    for _ in 0..<5 {
      let point = sample()
      let x = program.evaluate(at: point)
      for row in 0..<order {
        let sum = (0..<order).reduce(0.0) {
          $0 + (zeros[row * order + $1] ? 0 : point[row * order + $1]) * x[$1]
        }
        #expect(abs(sum - Double(row + 1)) < 1e-11, "order \(order), seed \(seed)")
      }
    }
  }

  // An arrow matrix eliminated from its shaft has no fill-in: 4 unknowns, 3 entries of the tip row.
  @Test func choosesPivotsWithoutFillIn() throws {
    let b = ProgramBuilder()
    let zero = b.literal(0)
    let matrix = (0..<4).map { row in
      (0..<4).map { column in
        row == column || row == 0 || column == 0 ? b.input(4 * row + column) : zero
      }
    }
    let right = (0..<4).map { b.input(16 + $0) }
    let entries = matrix.flatMap { $0 }.filter { !$0.isZero }
    let before = b.finish(outputs: entries + right).stepCount
    let samples = [(0..<20).map { Double($0 % 5 + 1) }]
    let x = try StraightLineElimination.solve(matrix, right, samples: samples)
    // 4 inverses and the literal 1; a factor, two updates of two steps for each of 3 rows; then
    // 1 + 3·3 steps back.
    #expect(b.finish(outputs: x).stepCount - before == 5 + 3 * 5 + 1 + 3 * 3)
  }

  @Test func singularSystems() {
    let b = ProgramBuilder()
    let a = b.input(0)
    #expect(throws: NumericEvaluationError.singular(unknown: 1, order: 2)) {
      try StraightLineElimination.solve([[a, a], [a, a]], [a, a], samples: [[1]])
    }
    #expect(throws: NumericEvaluationError.notFinite) {
      try StraightLineElimination.solve([[1 / a]], [a], samples: [[0]])
    }
  }
}
