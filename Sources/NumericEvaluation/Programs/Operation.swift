/// One step of a program: how a real number comes out of others, which are named by position.
///
/// **Invariant.** Operands stand before the step that uses them.
enum Operation: Hashable, Sendable {
  case input(Int)
  /// The bit pattern of a number, so that NaN equals itself and −0 differs from 0.
  case literal(UInt64)
  case sum(Int, Int)
  case difference(Int, Int)
  case product(Int, Int)
  case quotient(Int, Int)
  case negative(Int)
  case squareRoot(Int)
  case exponential(Int)
  /// e^x − 1, with all its digits where x is small.
  case exponentialLessOne(Int)
  case sine(Int)
  case cosine(Int)
  case absolute(Int)
  case minimum(Int, Int)
  case maximum(Int, Int)
  /// An eigenvalue, counted upwards from zero, of one of the program's Hermitian matrices.
  case eigenvalue(matrix: Int, position: Int)
}

extension Operation {
  /// The positions this step reads, except those of a Hermitian matrix.
  var operands: [Int] {
    switch self {
    case .input, .literal, .eigenvalue: []
    case .negative(let a), .squareRoot(let a), .exponential(let a), .exponentialLessOne(let a),
      .sine(let a), .cosine(let a), .absolute(let a):
      [a]
    case .sum(let a, let b), .difference(let a, let b), .product(let a, let b),
      .quotient(let a, let b), .minimum(let a, let b), .maximum(let a, let b):
      [a, b]
    }
  }

  var literalValue: Double? {
    guard case .literal(let bits) = self else { return nil }
    return Double(bitPattern: bits)
  }

  static func literal(_ value: Double) -> Operation { .literal(value.bitPattern) }
}

/// A Hermitian matrix of nodes: the lower triangle row by row, real and imaginary parts.
struct HermitianNodes: Hashable, Sendable {
  let order: Int
  /// (row, column ≤ row) stands at row·(row + 1)/2 + column.
  let real: [Int]
  let imaginary: [Int]
}
