@testable import ExactAlgebra

/// Seeded random values for laws; the seed names a failing case.
struct RandomValues {
  private var generator: SplitMix64

  init(seed: Int) {
    generator = SplitMix64(seed: UInt64(seed))
  }

  mutating func word(in range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  mutating func bits() -> UInt64 {
    generator.next()
  }

  /// An integer of at most so many limbs; limbs at the edges of the word are common.
  mutating func integer(limbs: Int) -> Integer {
    let edges: [UInt] = [0, 1, 2, .max, .max - 1, 1 << 63, 1 << 63 + 1, 1 << 63 - 1]
    var result: [UInt] = []
    for _ in 0..<word(in: 0...limbs) {
      let choice = word(in: 0...2 * edges.count)
      result.append(choice < edges.count ? edges[choice] : UInt(bits()))
    }
    return Integer(negative: word(in: 0...1) == 1, limbs: result)
  }

  mutating func nonzeroInteger(limbs: Int) -> Integer {
    let value = integer(limbs: limbs)
    return value.isZero ? 1 : value
  }

  mutating func rational(below bound: Int) -> Rational {
    Rational(word(in: -bound...bound), word(in: 1...bound))
  }

  /// A polynomial in x₀ … with so many variables and at most so many terms.
  mutating func polynomial(
    variables: Int = 3, terms: Int = 5, degree: Int = 3, bound: Int = 9
  ) -> Polynomial {
    var result = Polynomial.zero
    for _ in 0..<terms {
      var exponents: [Int: Int] = [:]
      for variable in 0..<variables { exponents[variable] = word(in: 0...degree) }
      let coefficient = Integer(word(in: -bound...bound))
      result += Polynomial(terms: [(exponents: exponents, coefficient: coefficient)])
    }
    return result
  }

  mutating func nonzeroPolynomial(
    variables: Int = 3, terms: Int = 5, degree: Int = 3, bound: Int = 9
  ) -> Polynomial {
    let value = polynomial(variables: variables, terms: terms, degree: degree, bound: bound)
    return value.isZero ? .one : value
  }

  mutating func fraction(variables: Int = 2, terms: Int = 3, degree: Int = 2) -> Fraction {
    Fraction(
      polynomial(variables: variables, terms: terms, degree: degree),
      nonzeroPolynomial(variables: variables, terms: terms, degree: degree))
  }

  /// Nonzero rationals for the variables 0 … count − 1.
  mutating func point(_ count: Int) -> [Int: Rational] {
    var result: [Int: Rational] = [:]
    for variable in 0..<count {
      let value = rational(below: 20)
      result[variable] = value.isZero ? 7 : value
    }
    return result
  }

  mutating func residues(_ count: Int) -> [UInt64] {
    (0..<count).map { _ in bits() % (PrimeField.mersenne - 1) + 1 }
  }
}

/// x₀, x₁, x₂, x₃ under short names.
let x = Polynomial.variable(0)
let y = Polynomial.variable(1)
let z = Polynomial.variable(2)
let w = Polynomial.variable(3)

/// The integer with this decimal text; a misspelt one becomes the telling value −999.
func decimal(_ text: String) -> Integer {
  Integer(text) ?? -999
}
