import ExactAlgebra

/// A real number inside a program under construction.
package struct RealNode {
  let builder: ProgramBuilder
  let position: Int

  init(_ builder: ProgramBuilder, _ position: Int) {
    self.builder = builder
    self.position = position
  }

  var operation: Operation { builder.operations[position] }

  /// The value of a node that depends on no input.
  package var literalValue: Double? { operation.literalValue }

  /// Whether this is the literal zero, not merely zero somewhere.
  package var isZero: Bool { literalValue == 0 }

  /// Another literal of the same builder.
  package func literal(_ value: Double) -> RealNode { builder.literal(value) }

  /// The eigenvalues of a matrix of the same builder: `ProgramBuilder.hermitianEigenvalues(of:)`.
  package func hermitianEigenvalues(of matrix: [[ComplexNode]]) -> [RealNode] {
    builder.hermitianEigenvalues(of: matrix)
  }
}

extension ProgramBuilder {
  /// A rational number: a literal if it is a double, else a quotient of integers, so that enclosures hold
  /// the number itself. With integers above 2⁵³ the double nearest to it.
  package func literal(nearest value: Rational) -> RealNode {
    let (top, bottom) = (value.numerator.doubleValue, value.denominator.doubleValue)
    let isExact = max(abs(top), bottom) <= 0x1p53
    return isExact ? literal(top) / literal(bottom) : literal(value.doubleValue)
  }
}

extension RealNode {
  package static func + (a: RealNode, b: RealNode) -> RealNode {
    precondition(a.builder === b.builder, "nodes of two builders")
    if let x = a.literalValue, let y = b.literalValue, let sum = ExactFolding.sum(x, y) {
      return a.literal(sum)
    }
    if a.isZero { return b }
    if b.isZero { return a }
    if b.literalValue == -1, case .exponential(let x) = a.operation { return a.lessOne(x) }
    if a.literalValue == -1, case .exponential(let x) = b.operation { return b.lessOne(x) }
    if case .negative(let inner) = b.operation { return a - RealNode(a.builder, inner) }
    if case .negative(let inner) = a.operation { return b - RealNode(a.builder, inner) }
    return a.builder.node(.sum(min(a.position, b.position), max(a.position, b.position)))
  }

  package static func - (a: RealNode, b: RealNode) -> RealNode {
    precondition(a.builder === b.builder, "nodes of two builders")
    if let x = a.literalValue, let y = b.literalValue, let difference = ExactFolding.sum(x, -y) {
      return a.literal(difference)
    }
    if a.isZero { return -b }
    if b.isZero { return a }
    if b.literalValue == 1, case .exponential(let x) = a.operation { return a.lessOne(x) }
    if a.literalValue == 1, case .exponential(let x) = b.operation { return -b.lessOne(x) }
    if case .negative(let inner) = b.operation { return a + RealNode(a.builder, inner) }
    return a.builder.node(.difference(a.position, b.position))
  }

  package static func * (a: RealNode, b: RealNode) -> RealNode {
    precondition(a.builder === b.builder, "nodes of two builders")
    if let x = a.literalValue, let y = b.literalValue, let product = ExactFolding.product(x, y) {
      return a.literal(product)
    }
    if a.literalValue == 1 { return b }
    if b.literalValue == 1 { return a }
    if a.literalValue == -1 { return -b }
    if b.literalValue == -1 { return -a }
    if case .negative(let inner) = a.operation { return -(RealNode(a.builder, inner) * b) }
    if case .negative(let inner) = b.operation { return -(a * RealNode(a.builder, inner)) }
    return a.builder.node(.product(min(a.position, b.position), max(a.position, b.position)))
  }

  package static func / (a: RealNode, b: RealNode) -> RealNode {
    precondition(a.builder === b.builder, "nodes of two builders")
    if let x = a.literalValue, let y = b.literalValue, let quotient = ExactFolding.quotient(x, y) {
      return a.literal(quotient)
    }
    if b.literalValue == 1 { return a }
    if b.literalValue == -1 { return -a }
    // A power of two has an exact reciprocal.
    if let y = b.literalValue, y.isNormal, y.significand == 1, (1 / y).isNormal {
      return a * a.literal(1 / y)
    }
    if case .negative(let inner) = a.operation { return -(RealNode(a.builder, inner) / b) }
    if case .negative(let inner) = b.operation { return -(a / RealNode(a.builder, inner)) }
    return a.builder.node(.quotient(a.position, b.position))
  }

  package static prefix func - (a: RealNode) -> RealNode {
    if let x = a.literalValue { return a.literal(-x) }
    switch a.operation {
    case .negative(let inner): return RealNode(a.builder, inner)
    case .difference(let x, let y): return a.builder.node(.difference(y, x))
    default: return a.builder.node(.negative(a.position))
    }
  }

  package static func + (a: RealNode, b: Double) -> RealNode { a + a.literal(b) }
  package static func + (a: Double, b: RealNode) -> RealNode { b.literal(a) + b }
  package static func - (a: RealNode, b: Double) -> RealNode { a - a.literal(b) }
  package static func - (a: Double, b: RealNode) -> RealNode { b.literal(a) - b }
  package static func * (a: RealNode, b: Double) -> RealNode { a * a.literal(b) }
  package static func * (a: Double, b: RealNode) -> RealNode { b.literal(a) * b }
  package static func / (a: RealNode, b: Double) -> RealNode { a / a.literal(b) }
  package static func / (a: Double, b: RealNode) -> RealNode { b.literal(a) / b }

  /// e^x − 1 for the argument x of this exponential.
  private func lessOne(_ argument: Int) -> RealNode {
    builder.node(.exponentialLessOne(argument))
  }
}
