import ExactAlgebra
import Foundation

@testable import SymbolicAlgebra

/// Seeded random scalars over the generators of a field.
struct RandomScalars {
  private var generator: SplitMix64

  init(seed: Int) {
    generator = SplitMix64(seed: UInt64(seed))
  }

  mutating func word(in range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  mutating func real(in range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &generator)
  }

  /// A polynomial of low degree in some of the generators.
  mutating func polynomial(_ field: Field, terms: Int = 3) -> Polynomial {
    var result = Polynomial.zero
    for _ in 0..<terms {
      var exponents: [Int: Int] = [:]
      for _ in 0..<2 {
        exponents[word(in: 0...field.generators.count - 1)] = word(in: 1...3)
      }
      let coefficient = Integer(word(in: -3...3))
      result += Polynomial(terms: [(exponents: exponents, coefficient: coefficient)])
    }
    return result
  }

  mutating func fraction(_ field: Field, terms: Int = 3) -> Fraction {
    Fraction(polynomial(field, terms: terms)) * Fraction(Rational(1, word(in: 1...4)))
  }

  /// A fraction that is not zero under the relations.
  mutating func nonzero(_ field: Field, terms: Int = 2) -> Fraction {
    for _ in 0..<100 {
      let value = fraction(field, terms: terms)
      if !field.isZero(value) { return value }
    }
    return 1
  }

  mutating func scalar(_ field: Field, terms: Int = 2) -> Scalar {
    Scalar(fraction(field, terms: terms), fraction(field, terms: terms))
  }

  mutating func matrix(_ field: Field, dimension: Int, terms: Int = 1) -> OperatorMatrix {
    OperatorMatrix(
      dimension: dimension,
      entries: (0..<dimension * dimension).map { _ in scalar(field, terms: terms) })
  }
}

/// Values in double precision for every generator of a field, the dependent ones from the free ones.
struct DoublePoint {
  private(set) var values: [Double] = []

  init(_ field: Field, seed: Int) {
    var random = RandomScalars(seed: seed)
    for generator in field.generators {
      switch generator.kind {
      case .free:
        switch generator.domain {
        case .positive, .nonnegative: values.append(random.real(in: 0.5...2.5))
        case .real: values.append(random.real(in: -2...2))
        case .interval(let low, let high):
          values.append(random.real(in: low.doubleValue...high.doubleValue))
        }
      case .constant: values.append(Double.pi)
      case .cosine(let angle): values.append(cos(self[field.angles[angle].key]))
      case .sine(let angle): values.append(sin(self[field.angles[angle].key]))
      case .halfCosine(let angle): values.append(cos(self[field.angles[angle].key] / 2))
      case .halfSine(let angle): values.append(sin(self[field.angles[angle].key] / 2))
      case .root(let radicand): values.append(self[radicand].squareRoot())
      case .exponential(let exponent): values.append(exp(self[exponent] / 2))
      }
    }
  }

  subscript(polynomial: Polynomial) -> Double {
    polynomial.terms.reduce(0) { total, term in
      total
        + term.exponents.reduce(term.coefficient.doubleValue) {
          $0 * pow(values[$1.variable], Double($1.exponent))
        }
    }
  }

  subscript(fraction: Fraction) -> Double { self[fraction.numerator] / self[fraction.denominator] }

  static func cosine(_ value: Double) -> Double { cos(value) }
  static func sine(_ value: Double) -> Double { sin(value) }

  /// Whether two fractions have the same value here, to rounding.
  func agree(_ a: Fraction, _ b: Fraction) -> Bool {
    let (x, y) = (self[a], self[b])
    return abs(x - y) <= 1e-6 * max(1, abs(x), abs(y))
  }
}

/// A field with generators of every kind.
struct RichField {
  var field = Field()
  /// a, b > 0.
  let a: Fraction
  let b: Fraction
  /// Any real number.
  let x: Fraction
  /// θ ∈ [0, π].
  let cosine: Fraction
  let sine: Fraction
  let halfCosine: Fraction
  let halfSine: Fraction
  /// √(a² + b²)
  let root: Fraction
  /// √(√(a² + b²) + a)
  let nested: Fraction
  let rootOfTwo: Fraction
  /// e^{a/2}
  let exponential: Fraction

  init() throws {
    let indexA = field.addFree("a", domain: .positive)
    let indexB = field.addFree("b", domain: .positive)
    let indexX = field.addFree("x", domain: .real)
    (a, b, x) = (.variable(indexA), .variable(indexB), .variable(indexX))
    let theta = field.addFree("\\theta", domain: .interval(0, 3))
    let pair = field.declareAngle(symbol: theta, latex: "\\theta", upper: true)
    (cosine, sine) = (.variable(pair.cosine), .variable(pair.sine))
    (halfCosine, halfSine) = try field.cosineAndSine(.variable(theta) * Fraction(Rational(1, 2)))
    root = try field.squareRoot(a * a + b * b)
    nested = try field.squareRoot(root + a)
    rootOfTwo = try field.squareRoot(2)
    exponential = try field.exponential(Scalar(a * Fraction(Rational(1, 2)))).real
  }

  /// The canonical form; zero over zero becomes the telling value −999.
  func canonical(_ value: Fraction) -> Fraction { field.canonical(value) ?? -999 }
  func canonical(_ value: Scalar) -> Scalar { field.canonical(value) ?? Scalar(-999) }
}

/// p/q as a fraction without generators.
func ratio(_ p: Int, _ q: Int) -> Fraction { Fraction(Rational(p, q)) }
