import ExactAlgebra

extension ComplexNode: NumericScalar {
  package var realPart: ComplexNode { ComplexNode(re) }

  package func absolute() -> ComplexNode {
    ComplexNode(isReal ? re.absolute() : magnitudeSquared.squareRoot())
  }

  /// NaN in the program where the value is negative.
  package func squareRoot() throws(NumericNameError) -> ComplexNode {
    guard isReal else { throw .notNumeric("the root of a complex quantity") }
    return ComplexNode(re.squareRoot())
  }

  /// cos z = (e^{iz} + e^{−iz})/2
  package func cosine() -> ComplexNode {
    if isReal { return ComplexNode(re.cosine()) }
    let z = (imaginaryUnit * self).exponential()
    return (z + constant(1) / z) * constant(Rational(1, 2))
  }

  package func sine() -> ComplexNode {
    if isReal { return ComplexNode(re.sine()) }
    let z = (imaginaryUnit * self).exponential()
    return (z - constant(1) / z) / (constant(2) * imaginaryUnit)
  }

  package func constant(_ value: Rational) -> ComplexNode {
    ComplexNode(re.builder.literal(nearest: value))
  }

  package var pi: ComplexNode { ComplexNode(re.literal(Double.pi)) }

  package var imaginaryUnit: ComplexNode { ComplexNode(re.literal(0.0), re.literal(1.0)) }

  package func boseOccupation() -> ComplexNode {
    ComplexNode(1 / re.exponentialLessOne())
  }

  package func fermiOccupation() -> ComplexNode { ComplexNode(1 / (re.exponential() + 1)) }
}

extension RealNode {
  /// Whether both are one node, and so the same number everywhere.
  package func isIdentical(to other: RealNode) -> Bool { position == other.position }

  /// The value of a node that depends on no input, to rounding.
  package var constantValue: Double? {
    if let literalValue { return literalValue }
    let operations = builder.operations
    var seen = Set([position])
    var pending = [position]
    while let next = pending.popLast() {
      if case .input = operations[next] { return nil }
      if case .eigenvalue = operations[next] { return nil }
      operations[next].forEachOperand { if seen.insert($0).inserted { pending.append($0) } }
    }
    let program = builder.finish(outputs: [self])
    return program.evaluate(at: Array(repeating: 0, count: program.inputCount))[0]
  }
}
