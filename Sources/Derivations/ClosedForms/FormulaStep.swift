/// One step of a formula as a straight line: an operation on earlier steps, which are named by their
/// positions.
public enum FormulaStep: Hashable, Sendable {
  /// The number of a parameter, from zero.
  case parameter(Int)
  /// An exact rational number in lowest terms, both parts in decimal digits; the first may be negative.
  case number(numerator: String, denominator: String)
  /// π
  case pi
  /// i, with i² = −1.
  case imaginaryUnit
  /// The first step plus the second.
  case sum(Int, Int)
  /// The first step minus the second.
  case difference(Int, Int)
  /// The first step times the second.
  case product(Int, Int)
  /// The first step over the second.
  case quotient(Int, Int)
  /// The step with the other sign.
  case negative(Int)
  /// A power with an exponent of at least two.
  case power(Int, Int)
  /// The root of a real number that is not negative.
  case squareRoot(Int)
  /// e to the power of the step.
  case exponential(Int)
  /// The sine of a real step, in radians.
  case sine(Int)
  /// The cosine of a real step, in radians.
  case cosine(Int)
  /// The angle with this cosine and this sine.
  case angle(cosine: Int, sine: Int)
  /// The magnitude.
  case absolute(Int)
  /// The complex conjugate.
  case conjugate(Int)
  /// The real part.
  case realPart(Int)
  /// 1/(e^x − 1) for a real x.
  case boseOccupation(Int)
  /// 1/(e^x + 1) for a real x.
  case fermiOccupation(Int)

  /// The earlier steps that it needs.
  public var operands: [Int] {
    switch self {
    case .parameter, .number, .pi, .imaginaryUnit: []
    case .sum(let a, let b), .difference(let a, let b), .product(let a, let b),
      .quotient(let a, let b), .angle(let a, let b):
      [a, b]
    case .negative(let a), .power(let a, _), .squareRoot(let a), .exponential(let a),
      .sine(let a), .cosine(let a), .absolute(let a), .conjugate(let a), .realPart(let a),
      .boseOccupation(let a), .fermiOccupation(let a):
      [a]
    }
  }

  /// It needs no computing.
  public var isLeaf: Bool { operands.isEmpty }
}
