import ExactAlgebra
import SymbolicAlgebra

/// What the names in expressions stand for, as numbers of one kind.
package protocol NumericEnvironment {
  associatedtype Value: NumericScalar
  /// Any value: constants are made like it.
  var seed: Value { get }
  /// The dimension of the Hilbert space.
  var dimension: Int { get }
  mutating func number(named name: String) throws(NumericNameError) -> Value
  mutating func number(
    function name: String, of argument: Value
  ) throws(NumericNameError) -> Value
  /// A quantity of a state.
  mutating func number(
    functional name: String, of state: OperatorExpression
  ) throws(NumericNameError) -> Value
  /// The cosine and sine of an angle as written.
  mutating func cosineAndSine(
    of angle: ScalarExpression
  ) throws(NumericNameError) -> (cosine: Value, sine: Value)
  mutating func vector(named name: String) throws(NumericNameError) -> [Value]
  mutating func matrix(named name: String) throws(NumericNameError) -> NumericMatrix<Value>
  mutating func matrix(
    site: String, _ a: String, _ b: String
  ) throws(NumericNameError) -> NumericMatrix<Value>
}

/// Why an expression has no number.
package enum NumericNameError: Error, Hashable, Sendable {
  /// No value was given for a symbol.
  case noValue(String)
  /// A quantity that has no number at one point of parameter space.
  case notNumeric(String)
}

extension NumericEnvironment {
  package mutating func cosineAndSine(
    of angle: ScalarExpression
  ) throws(NumericNameError) -> (cosine: Value, sine: Value) {
    let value = try number(angle)
    return (value.cosine(), value.sine())
  }
}

/// Expression trees evaluated as written, without any of the exact algebra.
extension NumericEnvironment {
  package mutating func number(_ e: ScalarExpression) throws(NumericNameError) -> Value {
    switch e {
    case .number(let value): return seed.constant(value)
    case .imaginaryUnit: return seed.imaginaryUnit
    case .symbol(let name): return try number(named: name)
    case .sum(let terms):
      guard let first = terms.first else { return seed.constant(0) }
      var total = try number(first)
      for term in terms.dropFirst() {
        // a − b rather than a + (−b).
        if case .negative(let value) = term {
          total = total - (try number(value))
        } else {
          total = total + (try number(term))
        }
      }
      return total
    case .product(let factors):
      guard let first = factors.first else { return seed.constant(1) }
      var total = try number(first)
      for factor in factors.dropFirst() { total = total * (try number(factor)) }
      return total
    case .negative(let value): return -(try number(value))
    case .quotient(let a, let b): return try number(a) / (try number(b))
    case .power(let base, let exponent):
      let total = try power(try number(base), abs(exponent))
      return exponent < 0 ? seed.constant(1) / total : total
    case .squareRoot(let value): return try number(value).squareRoot()
    case .exponential(let value): return try number(value).exponential()
    case .sine(let value): return try cosineAndSine(of: value).sine
    case .cosine(let value): return try cosineAndSine(of: value).cosine
    case .tangent(let value):
      let (cosine, sine) = try cosineAndSine(of: value)
      return sine / cosine
    case .conjugate(let value): return try number(value).conjugate
    case .absoluteSquare(let value):
      let z = try number(value)
      return z * z.conjugate
    case .absolute(let value): return try number(value).absolute()
    case .trace(let value):
      return try matrix(value).trace ?? seed.constant(0)
    case .matrixElement(let bra, let middle, let ket):
      let left = try vector(bra)
      var right = try vector(ket)
      if let middle { right = try matrix(middle) * right }
      return zip(left, right).reduce(seed.constant(0)) { $0 + $1.0.conjugate * $1.1 }
    case .application(let name, let argument):
      return try number(function: name, of: try number(argument))
    case .functional(let name, let state): return try number(functional: name, of: state)
    }
  }

  /// By repeated squaring; x⁰ is 1.
  private func power(_ base: Value, _ exponent: Int) throws(NumericNameError) -> Value {
    if exponent == 0 { return seed.constant(1) }
    if exponent == 1 { return base }
    let half = try power(base, exponent / 2)
    return exponent.isMultiple(of: 2) ? half * half : half * half * base
  }

  package mutating func vector(_ e: KetExpression) throws(NumericNameError) -> [Value] {
    switch e {
    case .label(let name): return try vector(named: name)
    case .sum(let terms):
      var total = Array(repeating: seed.constant(0), count: dimension)
      for term in terms {
        let next = try vector(term)
        for index in total.indices { total[index] = total[index] + next[index] }
      }
      return total
    case .scaled(let factor, let ket):
      let scale = try number(factor)
      return try vector(ket).map { scale * $0 }
    case .applied(let map, let ket): return try matrix(map) * (try vector(ket))
    }
  }

  package mutating func matrix(
    _ e: OperatorExpression
  ) throws(NumericNameError) -> NumericMatrix<Value> {
    switch e {
    case .identity: return NumericMatrix(identity: dimension, like: seed)
    case .symbol(let name): return try matrix(named: name)
    case .outer(let a, let b):
      return NumericMatrix(outer: try vector(a), try vector(b))
    case .siteOuter(let site, let a, let b): return try matrix(site: site, a, b)
    case .sum(let terms):
      guard let first = terms.first else {
        return NumericMatrix(identity: dimension, like: seed).scaled(by: seed.constant(0))
      }
      var total = try matrix(first)
      for term in terms.dropFirst() { total = total + (try matrix(term)) }
      return total
    case .negative(let value): return -(try matrix(value))
    case .scaled(let factor, let value): return try matrix(value).scaled(by: try number(factor))
    case .product(let factors):
      guard let first = factors.first else {
        return NumericMatrix(identity: dimension, like: seed)
      }
      var total = try matrix(first)
      for factor in factors.dropFirst() { total = total * (try matrix(factor)) }
      return total
    case .adjoint(let value): return try matrix(value).adjoint
    case .commutator(let a, let b):
      let (x, y) = (try matrix(a), try matrix(b))
      return x * y - y * x
    case .anticommutator(let a, let b):
      let (x, y) = (try matrix(a), try matrix(b))
      return x * y + y * x
    case .application(let name, _), .superoperator(let name, _):
      throw .notNumeric("'\(name)'")
    case .timeDerivative: throw .notNumeric("a time derivative")
    case .modeSum: throw .notNumeric("a sum over modes")
    }
  }
}
