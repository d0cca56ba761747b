import NumericEvaluation
import Testing

struct ProgramEnclosuresTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func holdTheValuesAtRandomPoints(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let program = RandomProgram(seed: seed, inputs: 3, steps: 30)
    let box = (0..<3).map { _ -> Interval in
      let middle = Double.random(in: -2...2, using: &random)
      return Interval(middle - 0.05, middle + 0.05)
    }
    let enclosures = program.program.enclosures(of: box)
    for _ in 0..<50 {
      let point = box.map { Double.random(in: $0.lower...$0.upper, using: &random) }
      for (interval, value) in zip(enclosures, program.reference(point)) {
        // The reference itself rounds.
        guard let interval else { continue }
        let slack = 1e-12 * max(1, abs(value))
        #expect(interval.lower - slack <= value && value <= interval.upper + slack, "seed \(seed)")
      }
    }
  }

  // The mean value theorem: the slope between two points lies in the enclosure of the derivative.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func holdTheSlopesBetweenRandomPoints(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let program = RandomProgram(seed: seed, inputs: 2, steps: 25)
    let box = (0..<2).map { _ -> Interval in
      let middle = Double.random(in: -2...2, using: &random)
      return Interval(middle - 0.05, middle + 0.05)
    }
    for input in 0..<2 {
      let slopes = program.program.derivativeEnclosures(of: box, withRespectTo: input)
      for _ in 0..<20 {
        var a = box.map { Double.random(in: $0.lower...$0.upper, using: &random) }
        let first = program.reference(a)
        let start = a[input]
        a[input] = start > (box[input].lower + box[input].upper) / 2 ? start - 0.04 : start + 0.04
        let second = program.reference(a)
        for k in slopes.indices {
          guard let slope = slopes[k] else { continue }
          let secant = (second[k] - first[k]) / (a[input] - start)
          let slack = 1e-9 * max(1, abs(first[k]), abs(second[k]))
          #expect(
            slope.lower - slack <= secant && secant <= slope.upper + slack,
            "seed \(seed), output \(k)")
        }
      }
    }
  }

  // d/dx of x², √x, e^x, 1/x at [2, 3], from the calculus.
  @Test func derivativesOfElementaryFunctions() {
    let builder = ProgramBuilder()
    let x = builder.input(0)
    let program = builder.finish(outputs: [
      x * x, x.squareRoot(), 1 / x, (x * 0.5).exponential() - 1, RealNode.minimum(x, 2.5 - x),
      x - x,
    ])
    let found = program.derivativeEnclosures(of: [Interval(2, 3)], withRespectTo: 0)
    let expected: [(Double, Double)] = [
      (4, 6), (0.5 / 3.0.squareRoot(), 0.5 / 2.0.squareRoot()), (-0.25, -1.0 / 9),
      (0.5 * 2.718281828459045, 0.5 * 4.4816890703380645), (-1, -1), (0, 0),
    ]
    for (k, exact) in expected.enumerated() {
      guard let interval = found[k] else {
        Issue.record("no enclosure of derivative \(k)")
        continue
      }
      #expect(interval.lower <= exact.0 + 1e-12 && interval.upper >= exact.1 - 1e-12, "\(k)")
      // 1/x twice on an interval widens by (3/2)².
      #expect(interval.upper - interval.lower < 2.3 * (exact.1 - exact.0) + 0.2, "\(k)")
    }
    #expect(found[0]?.isPositive == true)
    #expect(found[2]?.isNegative == true)
  }

  // |x| has slope −1 or 1 around 0, and a literal has none.
  @Test func kinksHoldBothSlopes() {
    let builder = ProgramBuilder()
    let x = builder.input(0)
    let y = builder.input(1)
    let program = builder.finish(outputs: [x.absolute(), RealNode.maximum(x, y), y * 3])
    let box = [Interval(-1, 1), Interval(0, 1)]
    let found = program.derivativeEnclosures(of: box, withRespectTo: 0)
    #expect(found == [Interval(-1, 1), Interval(0, 1), .zero])
  }

  /// What was computed for one interval says nothing of the next one.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func slopesOnOneIntervalAfterAnother(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let program = RandomProgram(seed: seed, inputs: 3, steps: 30).program
    for input in 0..<3 {
      var moving = program.slopes(withRespectTo: input)
      for _ in 0..<3 {
        var box = (0..<3).map { _ -> Interval in
          let lower = Double.random(in: -2...2, using: &random)
          return Interval(lower, lower + 0.1)
        }
        moving.fix(box)
        for _ in 0..<4 {
          let lower = Double.random(in: -2...2, using: &random)
          box[input] = Interval(lower, lower + Double.random(in: 0...0.5, using: &random))
          let fresh = program.derivativeEnclosures(of: box, withRespectTo: input)
          #expect(moving.enclosures(on: box[input]) == fresh, "seed \(seed)")
        }
      }
    }
  }

  @Test func rotationsHaveNoEnclosure() {
    let builder = ProgramBuilder()
    let x = ComplexNode(builder.input(0))
    let values = builder.hermitianEigenvalues(of: [[x, x, x], [x, x, x], [x, x, x]])
    let program = builder.finish(outputs: values)
    #expect(program.enclosures(of: [Interval(0, 1)]) == [nil, nil, nil])
    #expect(
      program.derivativeEnclosures(of: [Interval(0, 1)], withRespectTo: 0) == [nil, nil, nil])
  }
}

extension Program {
  /// Enclosures of the outputs' derivatives on one box.
  fileprivate func derivativeEnclosures(
    of box: [Interval], withRespectTo input: Int
  ) -> [Interval?] {
    var slopes = slopes(withRespectTo: input)
    slopes.fix(box)
    return slopes.enclosures(on: box[input])
  }
}
