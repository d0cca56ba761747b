import ExactAlgebra
import Testing

@testable import Derivations

@Suite struct LinearFormTests {
  private let x = LinearForm.symbol("x")
  private let y = LinearForm.symbol("y")
  private func number(_ value: Rational) -> LinearForm { x.constant(value) }

  // (x + y)/2 − 3(x − 1) = −5x/2 + y/2 + 3.
  @Test func combinations() {
    let form = (x + y) / number(2) - number(3) * (x - number(1))
    #expect(form.coefficients == ["x": Rational(-5, 2), "y": Rational(1, 2)])
    #expect(form.constant == 3)
  }

  @Test func whatCancelsIsGone() {
    #expect((x + y - x).coefficients == ["y": 1])
    #expect((x - x).coefficients == [:])
    #expect((x - x) * x == number(0))
  }

  @Test func whatIsNotLinear() {
    let forms = [
      x * y, x * x, x / y, number(1) / x, x / number(0), x.exponential(), x.absolute(), x.cosine(),
      x.sine(), x.squareRoot(), x.boseOccupation(), x.fermiOccupation(), x.pi, x.imaginaryUnit,
      x * y + x, -(x * y), x - x * y, number(0) + x * x,
    ]
    for form in forms { #expect(form.coefficients == nil) }
  }

  @Test func realNumbers() {
    #expect(x.conjugate == x)
    #expect(x.realPart == x)
    #expect(-x == number(-1) * x)
  }
}
