import ExactAlgebra
import Foundation
import NumericEvaluation
import Testing

struct ProgramBuilderTests {
  /// Both nodes of one builder, as one program at one point.
  private func values(
    at point: [Double], _ make: (ProgramBuilder) -> [RealNode]
  ) -> [Double] {
    let builder = ProgramBuilder()
    for k in point.indices { _ = builder.input(k) }
    return builder.finish(outputs: make(builder)).evaluate(at: point)
  }

  // 3 + 2/4 − 5·3 = −11.5.
  @Test func arithmeticOfInputs() {
    let found = values(at: [3, 2, 4, 5]) { b in
      let (x, y, z, w) = (b.input(0), b.input(1), b.input(2), b.input(3))
      return [x + y / z - w * x, -x, x * (-y), (-x) / y]
    }
    #expect(found == [-11.5, -3, -6, -1.5])
  }

  @Test func functions() {
    let found = values(at: [0.25, -3]) { b in
      let (x, y) = (b.input(0), b.input(1))
      return [
        x.squareRoot(), x.sine(), x.cosine(), y.absolute(), .minimum(x, y), .maximum(x, y),
        y.power(5), y.power(-2), y.power(0),
      ]
    }
    #expect(found == [0.5, sin(0.25), cos(0.25), 3, -3, 0.25, -243, 1.0 / 9, 1])
  }

  /// 3/4 is a double; 1/3 is none, and an enclosure holds the number itself.
  @Test func rationals() throws {
    let builder = ProgramBuilder()
    #expect(builder.literal(nearest: Rational(3, 4)).literalValue == 0.75)
    let third = builder.literal(nearest: Rational(1, 3))
    #expect(third.literalValue == nil)
    #expect(third.constantValue == 1.0 / 3)
    let program = builder.finish(outputs: [third, 3 * third - 1])
    #expect(program.evaluate(at: [])[0] == 1.0 / 3)
    let bounds = program.enclosures(of: [])
    let (first, second) = (try #require(bounds[0]), try #require(bounds[1]))
    #expect(first.lower < 1.0 / 3 || first.upper > 1.0 / 3)
    #expect(second.contains(0))
  }

  // 1/10 + 1/5 − 3/10 is zero, and the doubles next to them are not: 0.1 + 0.2 − 0.3 = 5.6·10⁻¹⁷.
  @Test func whatIsRoundedIsNotFolded() throws {
    let builder = ProgramBuilder()
    let sum =
      builder.literal(nearest: Rational(1, 10)) + builder.literal(nearest: Rational(1, 5))
      - builder.literal(nearest: Rational(3, 10))
    #expect(sum.literalValue == nil)
    let bound = try #require(builder.finish(outputs: [sum]).enclosures(of: [])[0])
    #expect(bound.contains(0))
  }

  @Test func literalsFold() {
    let builder = ProgramBuilder()
    let two = builder.literal(2)
    let folded = (two * 3 - 1) / two
    #expect(folded.literalValue == 2.5)
    #expect((folded + 3.75).squareRoot().literalValue == 2.5)
    #expect((-two).literalValue == -2)
  }

  // 0 · x is NaN where x is infinite, and stays so; the literal 0 · 5 is 0.
  @Test func zeroTimesAnInputIsNotFolded() {
    let found = values(at: [.infinity]) { [$0.input(0) * 0, $0.literal(0) * 5] }
    #expect(found[0].isNaN)
    #expect(found[1] == 0)
  }

  @Test func neutralElementsVanish() {
    let builder = ProgramBuilder()
    let x = builder.input(0)
    let nodes = [x + 0, x * 1, x - 0, x / 1, 1 * x, 0 + x, -(-x)]
    let program = builder.finish(outputs: nodes)
    #expect(program.evaluate(at: [7]) == [7, 7, 7, 7, 7, 7, 7])
    #expect(program.stepCount == 1)
  }

  // x·y, y·x and their two sums are two steps beside the inputs.
  @Test func equalSubexpressionsAreShared() {
    let builder = ProgramBuilder()
    let (x, y) = (builder.input(0), builder.input(1))
    let program = builder.finish(outputs: [x * y + (x + y), (y + x) + y * x])
    #expect(program.stepCount == 5)
    #expect(program.evaluate(at: [2, 3]) == [11, 11])
  }

  /// Steps and matrices that no output needs are left out, and the others do the same without them.
  @Test func whatIsNotNeededIsLeftOut() {
    let builder = ProgramBuilder()
    let (x, y) = (builder.input(0), builder.input(1))
    func levels(_ coupling: RealNode) -> [RealNode] {
      let (a, b, c) = (ComplexNode(x), ComplexNode(y), ComplexNode(coupling))
      return builder.hermitianEigenvalues(of: [[a, c, c], [c, b, c], [c, c, a]])
    }
    _ = levels(x.exponential())
    let sum = x + y
    let wanted = levels(sum)
    _ = sum.sine() / y
    let last = wanted[2] * 2
    // x, y, their sum, the zero of imaginary parts, three eigenvalues, 2 and the product.
    let program = builder.finish(outputs: [last, sum])
    #expect(program.stepCount == 9)
    #expect(builder.finish(outputs: [sum]).stepCount == 3)
    let found = program.evaluate(at: [1, 1])
    // (1, 2, 2; 2, 1, 2; 2, 2, 1) has the eigenvalues −1, −1, 5.
    #expect(abs(found[0] - 10) < 1e-12 && found[1] == 2)
  }

  // e^x − 1 = x + x²/2 + …: for x = 1e−12 the plain difference has four digits.
  @Test func differenceFromOneKeepsItsDigits() {
    let x = 1e-12
    let found = values(at: [x]) { b in
      let e = b.input(0).exponential()
      return [e - 1, 1 - e, -1 + e, 1 / (e - 1)]
    }
    let exact = x + x * x / 2
    for (value, expected) in zip(found, [exact, -exact, exact, 1 / exact]) {
      #expect(abs(value / expected - 1) < 1e-15)
    }
  }

  @Test func notANumberIsNotLostInComparisons() {
    let found = values(at: [.nan, 1]) { b in
      let (x, y) = (b.input(0), b.input(1))
      return [.minimum(x, y), .minimum(y, x), .maximum(x, y), .maximum(y, x)]
    }
    #expect(found.allSatisfy { $0.isNaN })
  }
}
