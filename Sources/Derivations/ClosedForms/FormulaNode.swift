import ExactAlgebra
import NumericEvaluation

/// A step of a formula, with which one computes as with a number.
struct FormulaNode: NumericScalar {
  let builder: FormulaBuilder
  let position: Int

  /// Whether both are one step, and so the same number everywhere.
  func isIdentical(to other: FormulaNode) -> Bool { position == other.position }

  var step: FormulaStep { builder.steps[position] }
  private var value: Rational? { builder.value(at: position) }
  private var isReal: Bool { builder.isReal[position] }
  private var isPositive: Bool { builder.isPositive[position] }

  private func make(_ step: FormulaStep) -> FormulaNode { builder.node(step) }
  private func at(_ position: Int) -> FormulaNode {
    FormulaNode(builder: builder, position: position)
  }

  /// What stands behind a minus.
  private var negated: FormulaNode? {
    if case .negative(let a) = step { return at(a) }
    return nil
  }

  // MARK: Arithmetic

  static prefix func - (z: FormulaNode) -> FormulaNode {
    if let value = z.value { return z.constant(-value) }
    if let inner = z.negated { return inner }
    if case .difference(let a, let b) = z.step { return z.make(.difference(b, a)) }
    return z.make(.negative(z.position))
  }

  static func + (a: FormulaNode, b: FormulaNode) -> FormulaNode {
    if let x = a.value, let y = b.value { return a.constant(x + y) }
    if a.value?.isZero == true { return b }
    if b.value?.isZero == true { return a }
    if a.isIdentical(to: b) { return a.constant(2) * a }
    if let subtracted = b.negated { return a - subtracted }
    if let subtracted = a.negated { return b - subtracted }
    return a.make(.sum(a.position, b.position))
  }

  static func - (a: FormulaNode, b: FormulaNode) -> FormulaNode {
    if let x = a.value, let y = b.value { return a.constant(x - y) }
    if b.value?.isZero == true { return a }
    if a.value?.isZero == true { return -b }
    if a.isIdentical(to: b) { return a.constant(0) }
    if let added = b.negated { return a + added }
    return a.make(.difference(a.position, b.position))
  }

  static func * (a: FormulaNode, b: FormulaNode) -> FormulaNode {
    if let x = a.value { return b.scaled(by: x) }
    if let y = b.value { return a.scaled(by: y) }
    if let inner = a.negated { return -(inner * b) }
    if let inner = b.negated { return -(a * inner) }
    let (x, m) = a.basePower
    let (y, n) = b.basePower
    if x.isIdentical(to: y) {
      // i² = −1
      if case .imaginaryUnit = x.step, m == 1, n == 1 { return a.constant(-1) }
      return a.make(.power(x.position, m + n))
    }
    // x (1/c) is x/c.
    if case .quotient(let one, let c) = a.step, a.at(one).value == 1 { return b / a.at(c) }
    if case .quotient(let one, let c) = b.step, a.at(one).value == 1 { return a / a.at(c) }
    return a.make(.product(a.position, b.position))
  }

  static func / (a: FormulaNode, b: FormulaNode) -> FormulaNode {
    if let y = b.value, !y.isZero {
      if let x = a.value { return a.constant(x / y) }
      return a.scaled(by: 1 / y)
    }
    if a.value?.isZero == true { return a }
    if a.isIdentical(to: b), a.isPositive { return a.constant(1) }
    if let inner = a.negated { return -(inner / b) }
    if let inner = b.negated { return -(a / inner) }
    return a.make(.quotient(a.position, b.position))
  }

  /// A rational factor in front: p x/q.
  private func scaled(by factor: Rational) -> FormulaNode {
    if let value { return constant(value * factor) }
    if factor.isZero { return constant(0) }
    if factor == 1 { return self }
    if factor.isNegative { return -scaled(by: -factor) }
    switch step {
    case .negative(let a): return -at(a).scaled(by: factor)
    case .product(let a, let b):
      if let known = at(a).value { return at(b).scaled(by: known * factor) }
    case .quotient(let a, let b):
      if let known = at(b).value { return at(a).scaled(by: factor / known) }
      if let known = at(a).value { return constant(known * factor) / at(b) }
    default: break
    }
    let top = constant(Rational(factor.numerator, 1))
    let multiple = factor.numerator.isOne ? self : make(.product(top.position, position))
    if factor.denominator.isOne { return multiple }
    let below = constant(Rational(factor.denominator, 1))
    return make(.quotient(multiple.position, below.position))
  }

  /// x and n for xⁿ.
  private var basePower: (FormulaNode, Int) {
    if case .power(let base, let exponent) = step { return (at(base), exponent) }
    return (self, 1)
  }

  var conjugate: FormulaNode {
    if isReal { return self }
    switch step {
    case .imaginaryUnit: return -self
    case .negative(let a): return -at(a).conjugate
    case .conjugate(let a): return at(a)
    default: return make(.conjugate(position))
    }
  }

  var realPart: FormulaNode { isReal ? self : make(.realPart(position)) }

  // MARK: Functions

  func exponential() -> FormulaNode {
    value?.isZero == true ? constant(1) : make(.exponential(position))
  }

  func absolute() -> FormulaNode {
    if let value { return constant(value.magnitude) }
    return isPositive ? self : make(.absolute(position))
  }

  func squareRoot() throws(NumericNameError) -> FormulaNode {
    if let root = value?.squareRoot() { return constant(root) }
    if let value, value.isNegative { throw .notNumeric("the root of \(value)") }
    guard isReal else { throw .notNumeric("the root of a complex quantity") }
    if case .power(let base, 2) = step, builder.isReal[base] { return at(base).absolute() }
    return make(.squareRoot(position))
  }

  func cosine() -> FormulaNode {
    guard let turns = multipleOfPi else { return make(.cosine(position)) }
    // cos πk/2 is 1, 0, −1, 0, …
    let quarters = turns * 2
    guard quarters.isInteger else { return make(.cosine(position)) }
    if !turns.isInteger { return constant(0) }
    return constant((turns / 2).isInteger ? 1 : -1)
  }

  /// sin φ = cos(φ − π/2)
  func sine() -> FormulaNode {
    guard let turns = multipleOfPi, (turns * 2).isInteger else { return make(.sine(position)) }
    return builder.angle(turns - Rational(1, 2)).cosine()
  }

  /// x for xπ.
  private var multipleOfPi: Rational? {
    if let value { return value.isZero ? 0 : nil }
    switch step {
    case .pi: return 1
    case .negative(let a): return at(a).multipleOfPi.map { -$0 }
    case .product(let a, let b):
      guard let factor = at(a).value, let rest = at(b).multipleOfPi else { return nil }
      return factor * rest
    case .quotient(let a, let b):
      guard let divisor = at(b).value, let rest = at(a).multipleOfPi else { return nil }
      return rest / divisor
    default: return nil
    }
  }

  func angle(sine: FormulaNode) throws(NumericNameError) -> FormulaNode {
    guard isReal, sine.isReal else { throw .notNumeric("an angle of a complex cosine") }
    return make(.angle(cosine: position, sine: sine.position))
  }

  func constant(_ value: Rational) -> FormulaNode { builder.constant(value) }
  var pi: FormulaNode { make(.pi) }
  var imaginaryUnit: FormulaNode { make(.imaginaryUnit) }
  func boseOccupation() -> FormulaNode { make(.boseOccupation(position)) }
  func fermiOccupation() -> FormulaNode { make(.fermiOccupation(position)) }

  func named(_ name: String, declaration: Int?) -> FormulaNode {
    builder.name(position, name, declaration: declaration)
    return self
  }
}

extension FormulaBuilder {
  /// πx
  fileprivate func angle(_ turns: Rational) -> FormulaNode { node(.pi) * constant(turns) }
}
