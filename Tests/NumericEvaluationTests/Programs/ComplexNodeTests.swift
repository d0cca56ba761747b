import NumericEvaluation
import Testing

struct ComplexNodeTests {
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func agreesWithComplexNumbers(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let (a, b) = (random.complex(), random.complex())
    let builder = ProgramBuilder()
    let x = ComplexNode(builder.input(0), builder.input(1))
    let y = ComplexNode(builder.input(2), builder.input(3))
    let nodes = [
      x + y, x - y, x * y, x / y, -x, x.conjugate, x.scaled(by: 3), x.exponential(),
      ComplexNode(x.magnitudeSquared),
    ]
    let program = builder.finish(outputs: nodes.flatMap { [$0.re, $0.im] })
    let found = program.evaluate(at: [a.re, a.im, b.re, b.im])
    let expected = [
      a + b, a - b, a * b, a / b, -a, a.conjugate, a.scaled(by: 3), Complex.exp(a),
      Complex(a.magnitudeSquared),
    ]
    let complex = nodes.indices.map { Complex(found[2 * $0], found[2 * $0 + 1]) }
    for (value, exact) in zip(complex, expected) {
      #expect((value - exact).magnitude < 1e-14 * max(1, exact.magnitude), "seed \(seed)")
    }
  }

  // Beside the inputs, a real times a real is one product; a real times a complex number two.
  @Test func structuralZerosCostNothing() {
    let builder = ProgramBuilder()
    let (x, y, z) = (builder.input(0), builder.input(1), builder.input(2))
    let real = ComplexNode(x) * ComplexNode(y)
    #expect(real.isReal)
    #expect(builder.finish(outputs: [real.re]).stepCount == 3)
    let mixed = ComplexNode(x) * ComplexNode(y, z)
    #expect(builder.finish(outputs: [mixed.re, mixed.im]).stepCount == 5)
    let quotient = ComplexNode(y, z) / ComplexNode(x)
    #expect(builder.finish(outputs: [quotient.im]).evaluate(at: [2, 0, 3]) == [1.5])
  }
}
