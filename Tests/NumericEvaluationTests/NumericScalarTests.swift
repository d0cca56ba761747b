import ExactAlgebra
import Foundation
import Testing

@testable import NumericEvaluation

/// The same formulas over complex numbers and as nodes of a program.
@Suite struct NumericScalarTests {
  private func value(_ node: ComplexNode) -> Complex {
    let builder = node.re.builder
    let parts = builder.finish(outputs: [node.re, node.im]).evaluate(at: [])
    return Complex(parts[0], parts[1])
  }

  /// Literals fold, so a program without inputs shows what a node is worth.
  private func node(_ z: Complex) -> ComplexNode {
    let builder = ProgramBuilder()
    return ComplexNode(builder.literal(z.re), builder.literal(z.im))
  }

  private func isNear(_ a: Complex, _ b: Complex) -> Bool {
    (a - b).magnitude <= 1e-14 * max(1, b.magnitude)
  }

  @Test(arguments: [Complex(0.3), Complex(-1.2), Complex(0.4, 0.7), Complex(-0.2, -1.1)])
  func functionsAgree(z: Complex) throws {
    let n = node(z)
    #expect(isNear(value(n.exponential()), z.exponential()))
    #expect(isNear(value(n.absolute()), Complex(z.magnitude)))
    #expect(isNear(value(n.cosine()), z.cosine()))
    #expect(isNear(value(n.sine()), z.sine()))
    #expect(isNear(value(n.conjugate), z.conjugate))
    #expect(isNear(value(n.realPart), Complex(z.re)))
    #expect(isNear(value(n.imaginaryUnit * n), Complex(-z.im, z.re)))
    #expect(isNear(value(n.constant(Rational(3, 8)) + n.pi), Complex(0.375 + Double.pi)))
    // cos² + sin² = 1.
    let (c, s) = (n.cosine(), n.sine())
    #expect(isNear(value(c * c + s * s), Complex(1)))
  }

  // 1/(e − 1) and 1/(e + 1); near 0 the first is 1/x − 1/2.
  @Test func occupations() {
    let x = Complex(1)
    #expect(isNear(x.boseOccupation(), Complex(0.5819767068693265)))
    #expect(isNear(x.fermiOccupation(), Complex(0.2689414213699951)))
    #expect(abs(Complex(1e-9).boseOccupation().re - (1e9 - 0.5)) < 1e-6)
    #expect(isNear(value(node(x).boseOccupation()), x.boseOccupation()))
    #expect(isNear(value(node(x).fermiOccupation()), x.fermiOccupation()))
    #expect(value(node(Complex(1000)).fermiOccupation()).re == 0)
    #expect(value(node(Complex(-1000)).fermiOccupation()).re == 1)
  }

  @Test func roots() throws {
    #expect(try Complex(2.25).squareRoot() == Complex(1.5))
    #expect(throws: NumericNameError.self) { try Complex(-1).squareRoot() }
    #expect(throws: NumericNameError.self) { try Complex(1, 1).squareRoot() }
    #expect(value(try node(Complex(2.25)).squareRoot()) == Complex(1.5))
    #expect(value(try node(Complex(-1)).squareRoot()).re.isNaN)
    #expect(throws: NumericNameError.self) { try node(Complex(1, 1)).squareRoot() }
  }

  @Test func angles() throws {
    for angle in [-3.0, -1, 0, 0.5, 2] {
      let found = try Complex(cos(angle)).angle(sine: Complex(sin(angle)))
      #expect(abs(found.re - angle) < 1e-15)
    }
    #expect(throws: NumericNameError.self) { try node(Complex(1)).angle(sine: node(Complex(0))) }
  }

  // (1 + x)³ − 1 − 3x − 3x² = x³: what cancels does not cost a digit, in exact sums of doubles.
  @Test func polynomialsOfNumbersAreExact() throws {
    let x = Polynomial.variable(0)
    let cube = (Polynomial(1) + x).power(3) - Polynomial(1)
    let small = 1e-9
    let found = try Complex(0).value(of: cube, at: [0: Complex(small)])
    let right = 3 * small + 3 * small * small + small * small * small
    #expect(abs(found.re - right) <= 1e-24)
    #expect(throws: NumericNameError.self) {
      try Complex(0).value(of: x, at: [0: Complex(.infinity)])
    }
  }

  // 2x²y − y + 3 at x = 3, y = −2: −36 + 2 + 3.
  @Test func polynomialsOfNodes() throws {
    let (x, y) = (Polynomial.variable(0), Polynomial.variable(1))
    let p = Polynomial(2) * x * x * y - y + Polynomial(3)
    let builder = ProgramBuilder()
    let inputs = [0, 1].map { ComplexNode(builder.input($0)) }
    let node = try inputs[0].value(of: p, at: [0: inputs[0], 1: inputs[1]])
    let program = builder.finish(outputs: [node.re, node.im])
    #expect(program.evaluate(at: [3, -2]) == [-31, 0])
    #expect(throws: NumericNameError.self) { try inputs[0].value(of: p, at: [0: inputs[0]]) }
    #expect(try value(self.node(Complex(1)).value(of: Polynomial(0), at: [:])) == Complex(0))
  }

  @Test(arguments: [0, 1, -1, 0.1, -3.75, 1e300, 0x1p-1074, 1 / 3] as [Double])
  func doublesAreRational(value: Double) throws {
    #expect(try #require(Rational(exactly: value)).doubleValue == value)
  }

  @Test func whatIsNotFiniteIsNot() {
    #expect(Rational(exactly: .nan) == nil)
    #expect(Rational(exactly: -.infinity) == nil)
    #expect(Rational(exactly: 0.375) == Rational(3, 8))
  }
}
