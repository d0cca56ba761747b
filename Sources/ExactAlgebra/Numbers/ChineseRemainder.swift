/// Integers known modulo a growing product of primes.
struct ChineseRemainder {
  private var values: [Integer]
  private var modulus: Integer

  init(_ residues: [UInt64], field: PrimeField) {
    values = residues.map { Integer(Int($0)) }
    modulus = Integer(Int(field.modulus))
  }

  /// Takes in the residues modulo one more prime.
  mutating func add(_ residues: [UInt64], field: PrimeField) {
    guard let inverse = field.inverse(field.reduce(modulus)) else { return }
    for index in values.indices {
      let step = field.multiply(
        field.subtract(residues[index], field.reduce(values[index])), inverse)
      values[index] += modulus * Integer(Int(step))
    }
    modulus *= Integer(Int(field.modulus))
  }

  /// The representatives closest to zero.
  var symmetric: [Integer] {
    values.map { $0 + $0 > modulus ? $0 - modulus : $0 }
  }
}
