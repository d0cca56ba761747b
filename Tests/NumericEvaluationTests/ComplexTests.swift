import Foundation
import NumericEvaluation
import Testing

struct ComplexTests {
  // (3 + 2i)(1 − 4i) = 3 − 12i + 2i + 8 = 11 − 10i.
  @Test func product() {
    #expect(Complex(3, 2) * Complex(1, -4) == Complex(11, -10))
  }

  // (11 − 10i)/(1 − 4i) = 3 + 2i, the product read backwards.
  @Test func quotient() {
    #expect((Complex(11, -10) / Complex(1, -4) - Complex(3, 2)).magnitude < 1e-15)
  }

  @Test func sumsAndSigns() {
    var z = Complex(1, 2)
    z += Complex(3, -5)
    #expect(z == Complex(4, -3))
    z -= Complex.i
    #expect(z == Complex(4, -4))
    z *= Complex.i
    #expect(z == Complex(4, 4))
    #expect(-z == Complex(-4, -4))
    #expect(z.conjugate == Complex(4, -4))
    #expect(z.scaled(by: 0.5) == Complex(2, 2))
  }

  // 3² + 4² = 5².
  @Test func magnitude() {
    #expect(Complex(3, -4).magnitude == 5)
    #expect(Complex(3, -4).magnitudeSquared == 25)
  }

  // The squares of 3e200 and 3e−200 are not representable, the root of their sum is.
  @Test(arguments: [1e200, 1e-200, 1e300])
  func magnitudeAtTheEndsOfTheRange(scale: Double) {
    #expect(abs(Complex(3 * scale, 4 * scale).magnitude / (5 * scale) - 1) < 1e-15)
  }

  // z/z = 1 whatever the size of z, and (2z)/z = 2.
  @Test(arguments: [1.0, 1e300, 1e-300, 0x1p-1060])
  func quotientAtTheEndsOfTheRange(scale: Double) {
    let z = Complex(scale, -scale)
    #expect((z / z - 1).magnitude < 1e-15)
    #expect((z.scaled(by: 2) / z - 2).magnitude < 1e-15)
  }

  @Test func quotientByZeroIsNotFinite() {
    #expect(!(Complex(1, 1) / 0).isFinite)
    #expect(!(Complex.zero / 0).isFinite)
    #expect(Complex.zero / Complex(2, 1) == 0)
  }

  // e^{iπ} = −1, e^{1 + iπ/2} = e i.
  @Test func exponential() {
    #expect((Complex.exp(Complex(0, .pi)) + 1).magnitude < 1e-15)
    #expect((Complex.exp(Complex(1, .pi / 2)) - Complex(0, exp(1.0))).magnitude < 1e-15)
    #expect(Complex.exp(0) == 1)
  }

  // |e^{710 + iφ}| overflows, but sin φ = 1e−3 brings the imaginary part back into range:
  // e^710 · 1e−3 = e^{710 − 3 ln 10}.
  @Test func exponentialNearOverflow() {
    let z = Complex.exp(Complex(710, asin(1e-3)))
    #expect(abs(z.im / exp(710 - 3 * log(10.0)) - 1) < 1e-12)
    #expect(Complex.exp(Complex(-.infinity, 0)) == 0)
    #expect(Complex.exp(Complex(1000, 0)) == Complex(.infinity, 0))
  }

  // 2 e^{iπ/6} = √3 + i.
  @Test func polarForm() {
    let z = Complex(magnitude: 2, argument: .pi / 6)
    #expect((z - Complex(3.0.squareRoot(), 1)).magnitude < 1e-15)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func fieldLaws(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let (a, b, c) = (random.complex(), random.complex(), random.complex())
    #expect((a * (b + c) - (a * b + a * c)).magnitude < 1e-14, "seed \(seed)")
    #expect((a * b / b - a).magnitude < 1e-13, "seed \(seed)")
    #expect(((a * b).conjugate - a.conjugate * b.conjugate).magnitude < 1e-15, "seed \(seed)")
    #expect(abs((a * b).magnitude - a.magnitude * b.magnitude) < 1e-14, "seed \(seed)")
    let product = Complex.exp(a) * Complex.exp(b)
    #expect((Complex.exp(a + b) - product).magnitude < 1e-13, "seed \(seed)")
  }

  @Test(arguments: [
    (Complex(3), "3.0"), (Complex(0, 2), "2.0i"), (Complex(3, -2), "3.0 - 2.0i"),
    (Complex(-0.5, 2), "-0.5 + 2.0i"), (Complex(0), "0.0"), (Complex(0, -1), "-1.0i"),
  ])
  func wording(z: Complex, text: String) {
    #expect(z.description == text)
  }

  @Test func nanEqualsNothing() {
    let z = Complex(.nan, 0)
    #expect(z != z)
    #expect(!z.isFinite)
  }
}
