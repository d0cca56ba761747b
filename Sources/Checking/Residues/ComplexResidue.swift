import ExactAlgebra

/// a + bi with a and b modulo p = 2⁶¹ − 1: a field of p² elements, since −1 is no square modulo p.
package struct ComplexResidue: Hashable, Sendable {
  package var real: UInt64
  package var imaginary: UInt64

  package static let prime = PrimeField()

  package init(_ real: UInt64, _ imaginary: UInt64 = 0) {
    self.real = real
    self.imaginary = imaginary
  }

  package static let zero = ComplexResidue(0)
  package static let one = ComplexResidue(1)
  package static let imaginaryUnit = ComplexResidue(0, 1)

  package var isZero: Bool { real == 0 && imaginary == 0 }

  package var conjugate: ComplexResidue {
    ComplexResidue(real, Self.prime.negate(imaginary))
  }

  package static func + (a: ComplexResidue, b: ComplexResidue) -> ComplexResidue {
    ComplexResidue(prime.add(a.real, b.real), prime.add(a.imaginary, b.imaginary))
  }

  package static func - (a: ComplexResidue, b: ComplexResidue) -> ComplexResidue {
    ComplexResidue(prime.subtract(a.real, b.real), prime.subtract(a.imaginary, b.imaginary))
  }

  package static prefix func - (a: ComplexResidue) -> ComplexResidue {
    ComplexResidue(prime.negate(a.real), prime.negate(a.imaginary))
  }

  package static func * (a: ComplexResidue, b: ComplexResidue) -> ComplexResidue {
    if a.imaginary == 0, b.imaginary == 0 { return ComplexResidue(prime.multiply(a.real, b.real)) }
    return ComplexResidue(
      prime.subtract(
        prime.multiply(a.real, b.real), prime.multiply(a.imaginary, b.imaginary)),
      prime.add(prime.multiply(a.real, b.imaginary), prime.multiply(a.imaginary, b.real)))
  }

  /// 1/(a + bi) = (a − bi)/(a² + b²); `nil` for zero.
  package var inverse: ComplexResidue? {
    let norm = Self.prime.add(
      Self.prime.multiply(real, real), Self.prime.multiply(imaginary, imaginary))
    guard let factor = Self.prime.inverse(norm) else { return nil }
    return ComplexResidue(
      Self.prime.multiply(real, factor),
      Self.prime.negate(Self.prime.multiply(imaginary, factor)))
  }

  /// `nil` for a negative power of zero.
  package func power(_ exponent: Int) -> ComplexResidue? {
    if exponent < 0 { return inverse?.power(-exponent) }
    var result = ComplexResidue.one
    var square = self
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      square = square * square
      rest >>= 1
    }
    return result
  }
}
