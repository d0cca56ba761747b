import ExactAlgebra
import SymbolicAlgebra

@testable import Checking

/// Seeded random residues, and values made of them.
struct RandomResidues {
  private var generator: SplitMix64

  init(seed: Int) {
    generator = SplitMix64(seed: UInt64(seed))
  }

  mutating func next() -> ComplexResidue {
    ComplexResidue(part(), part())
  }

  mutating func list(_ count: Int) -> [ComplexResidue] { (0..<count).map { _ in next() } }

  /// An operator with a part for each of some words.
  mutating func linear(
    dimension: Int, words: [OperatorForm.Word] = [.empty]
  ) -> ResidueValue {
    var parts: [OperatorForm.Word: [ComplexResidue]] = [:]
    for word in words { parts[word] = list(dimension * dimension) }
    return .linear(parts)
  }

  private mutating func part() -> UInt64 { generator.next() % ComplexResidue.prime.modulus }
}

/// a + bi of small integers, negative ones included.
func number(_ real: Int, _ imaginary: Int = 0) -> ComplexResidue {
  func residue(_ value: Int) -> UInt64 {
    let size = UInt64(value.magnitude)
    return value < 0 ? ComplexResidue.prime.negate(size) : size
  }
  return ComplexResidue(residue(real), residue(imaginary))
}

func numbers(_ values: [Int]) -> [ComplexResidue] { values.map { number($0) } }

/// A product of mode operators: `b` annihilates, `b†` creates.
func word(_ factors: String..., summed: [String] = []) -> OperatorForm.Word {
  OperatorForm.Word(
    summed: summed,
    factors: factors.map { factor in
      let isCreation = factor.hasSuffix("†")
      return .init(name: isCreation ? String(factor.dropLast()) : factor, isCreation: isCreation)
    })
}
