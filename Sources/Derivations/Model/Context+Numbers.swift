import ExactAlgebra
import NumericEvaluation
import OpenSystems
import SymbolicAlgebra

/// Canonical values of the exact algebra as numbers, each generator by what it stands for.
extension Context {
  /// The eigenvectors, or the product kets where there is no eigenbasis, as numbers.
  mutating func numericVectors<Value>(
    _ point: inout PointEnvironment<Value>
  ) throws -> [[Value]] {
    let vectors = try system().basis
    var known: [Int: Value] = [:]
    return try vectors.map { vector in try vector.map { try number($0, &point, &known) } }
  }

  /// The derived closed form at a point, in the product basis.
  mutating func derivedState(
    _ point: inout PointEnvironment<Complex>, _ vectors: [[Complex]]
  ) throws -> ComplexMatrix {
    let solution = try solution()
    let state = try genericState()
    var values: [Int: Complex] = [:]
    let n = dimension
    var result = ComplexMatrix.zero(rows: n, columns: n)
    for unknown in state.unknowns {
      let value = try solution[unknown.generator].map { try number($0, &point, &values).re } ?? 0
      let amplitude = unknown.isImaginary ? Complex(0, value) : Complex(value)
      let (a, b) = (vectors[unknown.row], vectors[unknown.column])
      let outer = amplitude * ComplexMatrix(a.map { x in b.map { x * $0.conjugate } })
      result += unknown.row == unknown.column ? outer : outer + outer.adjoint
    }
    return result
  }

  /// - Parameter known: the values of generators met so far.
  func number<Value>(
    _ value: Scalar, _ point: inout PointEnvironment<Value>, _ known: inout [Int: Value]
  ) throws -> Value {
    let real = try number(value.real, &point, &known)
    if value.isReal { return real }
    return real + point.seed.imaginaryUnit * (try number(value.imaginary, &point, &known))
  }

  func number<Value>(
    _ value: Fraction, _ point: inout PointEnvironment<Value>, _ known: inout [Int: Value]
  ) throws -> Value {
    let top = try number(value.numerator, &point, &known)
    if value.denominator == .one { return top }
    return top / (try number(value.denominator, &point, &known))
  }

  func number<Value>(
    _ polynomial: Polynomial, _ point: inout PointEnvironment<Value>, _ known: inout [Int: Value]
  ) throws -> Value {
    for index in polynomial.variables where known[index] == nil {
      known[index] = try generatorValue(index, &point, &known)
    }
    do {
      return try point.seed.value(of: polynomial, at: known)
    } catch {
      let names = polynomial.variables.map { "'\(field.generators[$0].latex)'" }
      throw NumericNameError.notNumeric("\(names.joined(separator: ", ")) here")
    }
  }

  /// A generator's number at the point, by what it stands for.
  private func generatorValue<Value>(
    _ index: Int, _ point: inout PointEnvironment<Value>, _ known: inout [Int: Value]
  ) throws -> Value {
    guard let rate = reservoirs.description(of: index) else {
      return try point.number(field.definition(of: index))
    }
    let exponent = try number(rate.exponent, &point, &known)
    let one = point.seed.constant(1)
    let n = rate.statistics == .fermion ? exponent.fermiOccupation() : exponent.boseOccupation()
    switch rate.quantity {
    case .occupation: return n.named(field.generators[index].latex, declaration: nil)
    case .absorption: return try number(rate.strength, &point, &known) * n
    case .emission:
      return try number(rate.strength, &point, &known)
        * (rate.statistics == .fermion ? one - n : one + n)
    }
  }
}
