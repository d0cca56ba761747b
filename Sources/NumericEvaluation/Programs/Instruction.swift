/// One loop over a block: a kernel, where its result goes and where its operands lie.
///
/// Places are slots of `FlatCode`: leaves, literals, registers.
struct Instruction: Sendable {
  let kernel: Kernel
  let target: Int
  /// As many as the kernel reads; the rest repeat the last one.
  let a: Int
  let b: Int
  let c: Int
  let d: Int

  init(_ kernel: Kernel, target: Int, operands: [Int]) {
    self.kernel = kernel
    self.target = target
    let last = operands.last ?? target
    a = operands.first ?? last
    b = operands.count > 1 ? operands[1] : last
    c = operands.count > 2 ? operands[2] : last
    d = last
  }
}

/// What one loop computes. Two or three steps of arithmetic may share a loop, so that what is
/// between them is never stored.
enum Kernel: Hashable, Sendable {
  case unary(Unary)
  case binary(Binary)
  /// outer(inner(a, b), c).
  case nested(Inner, Outer)
  /// outer(left(a, b), right(c, d)).
  case balanced(Inner, Inner, Outer)
  /// All eigenvalues of one of the code's matrices.
  case eigenvalues(Int)

  enum Unary: Hashable, Sendable {
    case negative, squareRoot, exponential, exponentialLessOne, inverseLessOne, inversePlusOne
    case sine, cosine, absolute
  }

  enum Binary: Hashable, Sendable {
    case sum, difference, product, quotient, minimum, maximum
  }

  enum Inner: Hashable, Sendable {
    case sum, difference, product
  }

  /// The reversed ones take the inner result as their second operand.
  enum Outer: Hashable, Sendable {
    case sum, difference, reversedDifference, product, quotient, reversedQuotient
  }

  /// Whether the target may lie where an operand does.
  var worksInPlace: Bool {
    switch self {
    case .unary(let kind):
      switch kind {
      case .exponential, .exponentialLessOne, .inverseLessOne, .inversePlusOne: false
      case .negative, .squareRoot, .sine, .cosine, .absolute: true
      }
    case .binary, .nested, .balanced: true
    case .eigenvalues: false
    }
  }
}
