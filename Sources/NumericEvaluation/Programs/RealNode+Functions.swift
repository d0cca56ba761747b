extension RealNode {
  /// √x, NaN where x is negative.
  package func squareRoot() -> RealNode {
    if let x = literalValue, let root = ExactFolding.squareRoot(x) { return literal(root) }
    return builder.node(.squareRoot(position))
  }

  /// e^x. A difference from one is computed without it, as e^x − 1.
  package func exponential() -> RealNode {
    if isZero { return literal(1.0) }
    return builder.node(.exponential(position))
  }

  /// e^x − 1.
  package func exponentialLessOne() -> RealNode {
    if isZero { return self }
    return builder.node(.exponentialLessOne(position))
  }

  package func sine() -> RealNode {
    if isZero { return self }
    return builder.node(.sine(position))
  }

  package func cosine() -> RealNode {
    if isZero { return literal(1.0) }
    return builder.node(.cosine(position))
  }

  package func absolute() -> RealNode {
    if let x = literalValue { return literal(x.magnitude) }
    switch operation {
    case .absolute, .squareRoot: return self
    case .negative(let inner): return RealNode(builder, inner).absolute()
    default: return builder.node(.absolute(position))
    }
  }

  /// The lesser of two numbers, NaN where one of them is.
  package static func minimum(_ a: RealNode, _ b: RealNode) -> RealNode {
    precondition(a.builder === b.builder, "nodes of two builders")
    if a.position == b.position { return a }
    let (first, second) = (Swift.min(a.position, b.position), Swift.max(a.position, b.position))
    return a.builder.node(.minimum(first, second))
  }

  /// The greater of two numbers, NaN where one of them is.
  package static func maximum(_ a: RealNode, _ b: RealNode) -> RealNode {
    precondition(a.builder === b.builder, "nodes of two builders")
    if a.position == b.position { return a }
    let (first, second) = (Swift.min(a.position, b.position), Swift.max(a.position, b.position))
    return a.builder.node(.maximum(first, second))
  }

  /// x^n by repeated squaring.
  package func power(_ exponent: Int) -> RealNode {
    if exponent < 0 {
      precondition(exponent > .min, "a power within range")
      return 1 / power(-exponent)
    }
    var result = literal(1)
    var square = self
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      rest >>= 1
      if rest > 0 { square = square * square }
    }
    return result
  }
}
