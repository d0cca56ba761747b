import ExactAlgebra
import SymbolicAlgebra

/// One point of a field modulo a prime: every generator has a residue, and every relation holds.
///
/// Generators are given values when they are first asked for, so that those made later are welcome.
package struct ResiduePoint: Sendable {
  /// A root has no value here: another seed may have one.
  package struct NoValue: Error {
    package init() {}
  }

  private var random: SplitMix64
  /// Residues of the first generators, 0 for those that were never asked for.
  package private(set) var residues: [UInt64] = []
  private var isKnown: [Bool] = []
  /// Cosine and sine of the half of each angle, by its number.
  private var halves: [Int: (cosine: UInt64, sine: UInt64)] = [:]
  /// Generators that are functions of others.
  private var dependent: [Int: Fraction]

  /// - Parameter dependent: generators with their values in others.
  package init(seed: UInt64, dependent: [Int: Fraction] = [:]) {
    random = SplitMix64(seed: seed)
    self.dependent = dependent
  }

  /// Makes generators functions of others from here on; those that have a value keep it.
  package mutating func determine(_ more: [Int: Fraction]) {
    dependent.merge(more) { $1 }
  }

  /// Sets a generator that has no value yet.
  package mutating func set(_ index: Int, to value: UInt64) {
    while residues.count <= index {
      residues.append(0)
      isKnown.append(false)
    }
    residues[index] = value
    isKnown[index] = true
  }

  package mutating func value(_ scalar: Scalar, in field: Field) throws(NoValue) -> ComplexResidue {
    ComplexResidue(
      try value(scalar.real, in: field),
      scalar.isReal ? 0 : try value(scalar.imaginary, in: field))
  }

  package mutating func value(_ fraction: Fraction, in field: Field) throws(NoValue) -> UInt64 {
    for index in fraction.variables { _ = try value(of: index, in: field) }
    guard let result = fraction.evaluated(modulo: ComplexResidue.prime, at: residues) else {
      throw NoValue()
    }
    return result
  }

  package mutating func value(of index: Int, in field: Field) throws(NoValue) -> UInt64 {
    if index < isKnown.count, isKnown[index] { return residues[index] }
    let made = try make(index, field)
    set(index, to: made)
    return made
  }

  private mutating func make(_ index: Int, _ field: Field) throws(NoValue) -> UInt64 {
    if let fraction = dependent[index] ?? field.determined[index] {
      return try value(fraction, in: field)
    }
    let prime = ComplexResidue.prime
    switch field.generators[index].kind {
    case .free, .constant, .exponential: return residue()
    case .halfCosine(let angle): return half(angle).cosine
    case .halfSine(let angle): return half(angle).sine
    // cos 2x = cos² x − sin² x, sin 2x = 2 sin x cos x.
    case .cosine(let angle):
      let (c, s) = half(angle)
      return prime.subtract(prime.multiply(c, c), prime.multiply(s, s))
    case .sine(let angle):
      let (c, s) = half(angle)
      return prime.multiply(2, prime.multiply(c, s))
    case .root(let radicand):
      guard let root = prime.squareRoot(try value(Fraction(radicand), in: field)) else {
        throw NoValue()
      }
      return root
    }
  }

  /// ((1 − t²)/(1 + t²), 2t/(1 + t²)); t² is never −1.
  private mutating func half(_ angle: Int) -> (cosine: UInt64, sine: UInt64) {
    if let known = halves[angle] { return known }
    let prime = ComplexResidue.prime
    let t = residue()
    let square = prime.multiply(t, t)
    let scale = prime.inverse(prime.add(1, square)) ?? 1
    let made = (
      cosine: prime.multiply(prime.subtract(1, square), scale),
      sine: prime.multiply(prime.multiply(2, t), scale)
    )
    halves[angle] = made
    return made
  }

  private mutating func residue() -> UInt64 { random.next() % ComplexResidue.prime.modulus }
}
