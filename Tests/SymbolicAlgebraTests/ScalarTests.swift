import ExactAlgebra
import Testing

@testable import SymbolicAlgebra

@Suite struct ScalarTests {
  let x = Fraction.variable(0)
  let y = Fraction.variable(1)
  let i = Scalar.imaginaryUnit

  /// A field of three free generators, for random scalars.
  static let plain: Field = {
    var field = Field()
    for name in ["x", "y", "z"] { _ = field.addFree(name, domain: .real) }
    return field
  }()

  // i² = −1, i³ = −i, i⁴ = 1, i⁻¹ = −i
  @Test func powersOfTheImaginaryUnit() {
    #expect(i * i == Scalar(-1))
    #expect(i.power(3) == -i)
    #expect(i.power(4) == .one)
    #expect(i.power(0) == .one)
    #expect(i.power(-1) == -i)
    #expect(i.inverse == -i)
    #expect(i.power(-2) == Scalar(-1))
  }

  // An imaginary part of zero is not kept: however it came about, the values are the same.
  @Test func equalNumbersAreEqualValues() {
    let real = [Scalar(x), Scalar(x, 0), Scalar(x, y) - i * Scalar(y), -(Scalar(-x, 0))]
    #expect(Set(real).count == 1)
    #expect(real.allSatisfy { $0.isReal && $0.imaginary.isZero })
    #expect(Scalar(0, 0).isLiterallyZero)
    #expect(!i.isLiterallyZero && !i.isReal)
    #expect(Set([Scalar(x, y), Scalar(x) + i * Scalar(y), Scalar(x), Scalar(y)]).count == 3)
    #expect(Scalar(x).conjugate == Scalar(x))
  }

  // (1 + 2i)(3 − i) = 3 − i + 6i + 2 = 5 + 5i; (5 + 5i)/(3 − i) = 1 + 2i
  @Test func numbers() {
    let z = Scalar(1, 2)
    let w = Scalar(3, -1)
    #expect(z * w == Scalar(5, 5))
    #expect(Scalar(5, 5) / w == z)
    #expect(z + w == Scalar(4, 1))
    #expect(z - w == Scalar(-2, 3))
    #expect(-z == Scalar(-1, -2))
    #expect(z.power(2) == Scalar(-3, 4))
    #expect(z.power(3) == Scalar(-11, -2))
    // 1/(1 + 2i) = (1 − 2i)/5
    #expect(z.inverse == Scalar(ratio(1, 5), ratio(-2, 5)))
    #expect(z.power(-1) == z.inverse)
  }

  // (x + iy)(x − iy) = x² + y², (x + iy)² = x² − y² + 2ixy
  @Test func symbols() {
    let z = Scalar(x, y)
    #expect(z * z.conjugate == Scalar(x * x + y * y))
    #expect((z * z.conjugate).isReal)
    #expect(z.power(2) == Scalar(x * x - y * y, 2 * x * y))
    let norm = (x * x + y * y).inverse
    #expect(z.inverse == Scalar(x * norm, -y * norm))
    #expect(Scalar(x).power(-2) == Scalar((x * x).inverse))
  }

  @Test func zeroAndOneAreNeutral() {
    let z = Scalar(x, y)
    #expect(z + .zero == z)
    #expect(.zero + z == z)
    #expect(z - .zero == z)
    #expect(z * .one == z)
    #expect(z * .zero == .zero)
    #expect(.zero * z == .zero)
    #expect(Scalar.zero.power(0) == .one)
    #expect(Scalar.zero.power(3) == .zero)
  }

  @Test func properties() {
    let z = Scalar(x, y)
    #expect(Scalar.zero.isLiterallyZero)
    #expect(!i.isLiterallyZero)
    #expect(!z.isReal)
    #expect(Scalar(x).isReal)
    #expect(Scalar(x).conjugate == Scalar(x))
    #expect(z.conjugate == Scalar(x, -y))
    #expect(Scalar(Rational(3, 4)).rationalValue == Rational(3, 4))
    #expect(Scalar(x).rationalValue == nil)
    #expect(i.rationalValue == nil)
    #expect(Scalar(3).rationalValue == 3)
    #expect(Scalar(y, x).variables == [0, 1])
    #expect(Scalar(y, y).variables == [1])
    #expect(Scalar(y).variables == [1])
    #expect(i.variables == [])
  }

  @Test func compoundAssignment() {
    var z = Scalar(x)
    z += i
    #expect(z == Scalar(x, 1))
    z -= Scalar(x)
    #expect(z == i)
  }

  // x/y + i at y = 2x is 1/2 + i; at y = 0 it has no value.
  @Test func substitution() {
    let z = Scalar(x / y, 1)
    #expect(z.substituting([1: 2 * x]) == Scalar(ratio(1, 2), 1))
    #expect(z.substituting([1: 0]) == nil)
    #expect(z.substituting([:]) == z)
    #expect(Scalar(0, x / y).substituting([1: 0]) == nil)
    #expect(Scalar(x / y).substituting([0: y]) == .one)
  }

  @Test(arguments: 1...20) func ringLaws(seed: Int) {
    var random = RandomScalars(seed: seed)
    let field = Self.plain
    let (z, w, v) = (random.scalar(field), random.scalar(field), random.scalar(field))
    #expect(z * w == w * z, "seed \(seed)")
    #expect((z * w) * v == z * (w * v), "seed \(seed)")
    #expect(z * (w + v) == z * w + z * v, "seed \(seed)")
    #expect((z * w).conjugate == z.conjugate * w.conjugate, "seed \(seed)")
    #expect((z + w).conjugate == z.conjugate + w.conjugate, "seed \(seed)")
    #expect(z - w == -(w - z), "seed \(seed)")
    #expect(z.power(3) == z * z * z, "seed \(seed)")
    #expect(z.power(5) == z.power(2) * z.power(3), "seed \(seed)")
  }

  @Test(arguments: 1...20) func divisionUndoesMultiplication(seed: Int) {
    var random = RandomScalars(seed: seed)
    let z = random.scalar(Self.plain)
    let w = Scalar(random.nonzero(Self.plain), random.fraction(Self.plain))
    #expect(z * w / w == z, "seed \(seed)")
    #expect(w * w.inverse == .one, "seed \(seed)")
    #expect(w.power(-2) * w.power(2) == .one, "seed \(seed)")
  }
}
