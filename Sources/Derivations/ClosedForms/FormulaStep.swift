/// One step of a formula as a straight line: an operation on earlier steps, which are named by their
/// positions.
public enum FormulaStep: Hashable, Sendable {
  /// The number of a parameter, from zero.
  case parameter(Int)
  /// An exact rational number in lowest terms, both parts in decimal digits; the first may be negative.
  case number(numerator: String, denominator: String)
  case pi
  case imaginaryUnit
  case sum(Int, Int)
  case difference(Int, Int)
  case product(Int, Int)
  case quotient(Int, Int)
  case negative(Int)
  /// A power with an exponent of at least two.
  case power(Int, Int)
  /// The root of a real number that is not negative.
  case squareRoot(Int)
  case exponential(Int)
  case sine(Int)
  case cosine(Int)
  /// The angle with this cosine and this sine.
  case angle(cosine: Int, sine: Int)
  case absolute(Int)
  case conjugate(Int)
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
