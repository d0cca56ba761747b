import ExactAlgebra
import Testing

@testable import Checking

@Suite struct ComplexResidueTests {
  /// p − 1, that is −1.
  private static let minusOne = ComplexResidue.prime.modulus - 1

  // i² = −1, and i³ = −i.
  @Test func theImaginaryUnit() {
    let i = ComplexResidue.imaginaryUnit
    #expect(i * i == ComplexResidue(Self.minusOne))
    #expect(i * i == -.one)
    #expect(i * i * i == -i)
    #expect(i.conjugate == -i)
    #expect(i.inverse == -i)
  }

  // (2 + 3i)(4 − 5i) = 8 + 15 + (12 − 10)i = 23 + 2i.
  @Test func productsByHand() {
    #expect(number(2, 3) * number(4, -5) == number(23, 2))
    #expect(number(2, 3) * number(2, 3).conjugate == number(13))
    #expect(number(6) * number(7) == number(42))
    #expect(number(6) * number(0, 7) == number(0, 42))
    #expect(number(2, 3) + number(4, -5) == number(6, -2))
    #expect(number(2, 3) - number(4, -5) == number(-2, 8))
    #expect(-number(2, -3) == number(-2, 3))
  }

  // (1 + 2i)² = −3 + 4i, cubed −11 − 2i; 1/(1 + 2i) = (1 − 2i)/5.
  @Test func powersByHand() throws {
    let z = number(1, 2)
    #expect(z.power(0) == .one)
    #expect(z.power(1) == z)
    #expect(z.power(2) == number(-3, 4))
    #expect(z.power(3) == number(-11, -2))
    #expect(try #require(z.power(-1)) * number(5) == number(1, -2))
    #expect(try #require(z.power(-3)) * number(-11, -2) == .one)
    #expect(ComplexResidue.zero.power(0) == .one)
    #expect(ComplexResidue.zero.power(3) == .zero)
  }

  @Test func zeroHasNoInverse() {
    #expect(ComplexResidue.zero.inverse == nil)
    #expect(ComplexResidue.zero.power(-2) == nil)
    #expect(ComplexResidue.zero.isZero)
    #expect(!ComplexResidue.imaginaryUnit.isZero)
    #expect(!ComplexResidue.one.isZero)
  }

  @Test(arguments: 1...40) func fieldLaws(seed: Int) {
    var random = RandomResidues(seed: seed)
    let (a, b, c) = (random.next(), random.next(), random.next())
    #expect(a + b == b + a)
    #expect(a * b == b * a)
    #expect((a + b) + c == a + (b + c))
    #expect((a * b) * c == a * (b * c))
    #expect(a * (b + c) == a * b + a * c)
    #expect(a + .zero == a)
    #expect(a * .one == a)
    #expect((a - a).isZero)
    #expect((a + -a).isZero)
    #expect(a - b == a + -b)
  }

  @Test(arguments: 1...40) func inverses(seed: Int) throws {
    var random = RandomResidues(seed: seed)
    let (a, b) = (random.next(), random.next())
    let inverse = try #require(a.inverse)
    #expect(a * inverse == .one)
    #expect(inverse.inverse == a)
    #expect((a * b).inverse == (try #require(b.inverse)) * inverse)
  }

  // Conjugation is an automorphism, and z z* is the norm, which is real.
  @Test(arguments: 1...40) func conjugates(seed: Int) {
    var random = RandomResidues(seed: seed)
    let (a, b) = (random.next(), random.next())
    #expect(a.conjugate.conjugate == a)
    #expect((a + b).conjugate == a.conjugate + b.conjugate)
    #expect((a * b).conjugate == a.conjugate * b.conjugate)
    #expect((a * a.conjugate).imaginary == 0)
  }

  // zᵐ⁺ⁿ = zᵐ zⁿ, also for negative exponents; multiplication one by one says the same.
  @Test(arguments: 1...10, [-3, -1, 0, 2, 5]) func powers(seed: Int, exponent: Int) throws {
    var random = RandomResidues(seed: seed)
    let z = random.next()
    #expect(try #require(z.power(exponent)) * z == z.power(exponent + 1))
    let plain = (0..<exponent.magnitude).reduce(ComplexResidue.one) { product, _ in product * z }
    #expect(z.power(exponent) == (exponent < 0 ? plain.inverse : plain))
  }
}
