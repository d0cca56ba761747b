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
  /// Calls the body with the positions this step reads, except those of a Hermitian matrix.
  @inline(__always)
  func forEachOperand(_ body: (Int) -> Void) {
    switch self {
    case .input, .literal, .eigenvalue: break
    case .negative(let a), .squareRoot(let a), .exponential(let a), .exponentialLessOne(let a),
      .sine(let a), .cosine(let a), .absolute(let a):
      body(a)
    case .sum(let a, let b), .difference(let a, let b), .product(let a, let b),
      .quotient(let a, let b), .minimum(let a, let b), .maximum(let a, let b):
      body(a)
      body(b)
    }
  }

  /// The same step on operands that stand elsewhere.
  ///
  /// - Parameters:
  ///   - place: where each operand stands now.
  ///   - matrix: the number that each Hermitian matrix has now.
  func moved(to place: [Int], matrix: [Int]) -> Operation {
    switch self {
    case .input, .literal: self
    case .eigenvalue(let index, let position):
      .eigenvalue(matrix: matrix[index], position: position)
    case .negative(let a): .negative(place[a])
    case .squareRoot(let a): .squareRoot(place[a])
    case .exponential(let a): .exponential(place[a])
    case .exponentialLessOne(let a): .exponentialLessOne(place[a])
    case .sine(let a): .sine(place[a])
    case .cosine(let a): .cosine(place[a])
    case .absolute(let a): .absolute(place[a])
    case .sum(let a, let b): .sum(place[a], place[b])
    case .difference(let a, let b): .difference(place[a], place[b])
    case .product(let a, let b): .product(place[a], place[b])
    case .quotient(let a, let b): .quotient(place[a], place[b])
    case .minimum(let a, let b): .minimum(place[a], place[b])
    case .maximum(let a, let b): .maximum(place[a], place[b])
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
