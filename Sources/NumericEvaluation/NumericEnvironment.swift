import ExactAlgebra
import SymbolicAlgebra

/// What the names in expressions stand for, in floating point.
package protocol NumericEnvironment {
  /// The dimension of the Hilbert space.
  var dimension: Int { get }
  mutating func number(named name: String) throws(NumericNameError) -> Complex
  mutating func number(
    function name: String, of argument: Complex
  ) throws(NumericNameError) -> Complex
  mutating func vector(named name: String) throws(NumericNameError) -> [Complex]
  mutating func matrix(named name: String) throws(NumericNameError) -> ComplexMatrix
  mutating func matrix(
    site: String, _ a: String, _ b: String
  ) throws(NumericNameError) -> ComplexMatrix
}

/// Why an expression has no number.
package enum NumericNameError: Error, Hashable, Sendable {
  /// No value was given for a symbol.
  case noValue(String)
  /// A quantity that has no number at one point of parameter space.
  case notNumeric(String)
}

/// Expression trees evaluated as written, without any of the exact algebra.
extension NumericEnvironment {
  package mutating func number(_ e: ScalarExpression) throws(NumericNameError) -> Complex {
    switch e {
    case .number(let value): return Complex(value.doubleValue)
    case .imaginaryUnit: return Complex(0, 1)
    case .symbol(let name): return try number(named: name)
    case .sum(let terms):
      var total = Complex(0)
      for term in terms { total += try number(term) }
      return total
    case .product(let factors):
      var total = Complex(1)
      for factor in factors { total *= try number(factor) }
      return total
    case .negative(let value): return -(try number(value))
    case .quotient(let a, let b): return try number(a) / (try number(b))
    case .power(let base, let exponent):
      let value = try number(base)
      var total = Complex(1)
      for _ in 0..<abs(exponent) { total *= value }
      return exponent < 0 ? Complex(1) / total : total
    case .squareRoot(let value):
      let z = try number(value)
      guard z.im == 0, z.re >= 0 else { throw .notNumeric("the root of \(z)") }
      return Complex(z.re.squareRoot())
    case .exponential(let value): return Complex.exp(try number(value))
    case .sine(let value):
      let z = Complex.exp(Complex(0, 1) * (try number(value)))
      return (z - Complex(1) / z) / Complex(0, 2)
    case .cosine(let value):
      let z = Complex.exp(Complex(0, 1) * (try number(value)))
      return (z + Complex(1) / z).scaled(by: 0.5)
    case .tangent(let value):
      return try number(.sine(value)) / (try number(.cosine(value)))
    case .conjugate(let value): return try number(value).conjugate
    case .absoluteSquare(let value):
      let z = try number(value)
      return z * z.conjugate
    case .absolute(let value): return Complex(try number(value).magnitude)
    case .trace(let value): return try matrix(value).trace
    case .matrixElement(let bra, let middle, let ket):
      let left = try vector(bra)
      var right = try vector(ket)
      if let middle { right = try matrix(middle) * right }
      return zip(left, right).reduce(Complex(0)) { $0 + $1.0.conjugate * $1.1 }
    case .application(let name, let argument):
      return try number(function: name, of: try number(argument))
    case .functional(let name, _): throw .notNumeric("the functional '\(name)'")
    }
  }

  package mutating func vector(_ e: KetExpression) throws(NumericNameError) -> [Complex] {
    switch e {
    case .label(let name): return try vector(named: name)
    case .sum(let terms):
      var total = Array(repeating: Complex(0), count: dimension)
      for term in terms {
        let next = try vector(term)
        for index in total.indices { total[index] += next[index] }
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
  ) throws(NumericNameError) -> ComplexMatrix {
    switch e {
    case .identity: return .identity(dimension)
    case .symbol(let name): return try matrix(named: name)
    case .outer(let a, let b):
      let (x, y) = (try vector(a), try vector(b))
      return ComplexMatrix(x.map { left in y.map { left * $0.conjugate } })
    case .siteOuter(let site, let a, let b): return try matrix(site: site, a, b)
    case .sum(let terms):
      var total = ComplexMatrix.zero(rows: dimension, columns: dimension)
      for term in terms { total += try matrix(term) }
      return total
    case .negative(let value): return -(try matrix(value))
    case .scaled(let factor, let value): return try number(factor) * (try matrix(value))
    case .product(let factors):
      var total = ComplexMatrix.identity(dimension)
      for factor in factors { total = total * (try matrix(factor)) }
      return total
    case .adjoint(let value): return try matrix(value).adjoint
    case .commutator(let a, let b): return try matrix(a).commutator(with: try matrix(b))
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
