import ExactAlgebra
import Foundation
import SymbolicAlgebra

/// How a field's generators follow from the values of its symbols and angles, compiled for floating point.
package struct FloatField: Sendable {
  enum Rule: Sendable {
    case value(CompiledFraction)
    case occupation(CompiledFraction, isBoson: Bool)
    case root(CompiledPolynomial)
    case halfExponential(CompiledFraction)
  }

  /// By generator; `nil` for what has to be given.
  let rules: [Rule?]

  package init(_ field: Field, thermal: [Int: ThermalFunction]) {
    rules = field.generators.indices.map { index in
      if let fixed = field.determined[index] { return .value(CompiledFraction(fixed)) }
      if let function = thermal[index] {
        return .occupation(CompiledFraction(function.exponent), isBoson: function.isBoson)
      }
      switch field.generators[index].kind {
      case .root(let radicand): return .root(CompiledPolynomial(radicand))
      case .exponential(let exponent): return .halfExponential(CompiledFraction(exponent))
      case .free, .constant, .cosine, .sine, .halfCosine, .halfSine: return nil
      }
    }
  }
}

/// The values of a field's generators where its symbols and angles have rational ones, in floating
/// point: to look for points, not to decide anything.
package struct FloatPoint: Sendable {
  private let field: FloatField
  /// By generator; not a number where it is not known yet.
  private var known: [Double]

  package init(_ field: FloatField, at point: [Int: Rational]) {
    self.field = field
    known = Array(repeating: .nan, count: field.rules.count)
    for (generator, value) in point { known[generator] = value.doubleValue }
  }

  /// Fixes a generator that is no function of the point: an unknown that was solved for.
  package mutating func set(_ generator: Int, _ value: Double) { known[generator] = value }

  package mutating func value(_ fraction: CompiledFraction) -> Double {
    let top = value(fraction.numerator)
    return fraction.denominator.map { top / value($0) } ?? top
  }

  package mutating func value(_ polynomial: CompiledPolynomial) -> Double {
    var sum = 0.0
    for term in polynomial.terms {
      var product = term.coefficient
      for (variable, exponent) in term.powers {
        let base = value(of: variable)
        for _ in 0..<exponent { product *= base }
      }
      sum += product
    }
    return sum
  }

  private mutating func value(of generator: Int) -> Double {
    if !known[generator].isNaN { return known[generator] }
    var result = Double.nan
    switch field.rules[generator] {
    case .value(let fixed): result = value(fixed)
    case .occupation(let exponent, let isBoson):
      let x = value(exponent)
      result = isBoson ? 1 / expm1(x) : 1 / (exp(x) + 1)
      // A boson's occupation is positive or there is none.
      if isBoson, result <= 0 { result = .nan }
    case .root(let radicand): result = value(radicand).squareRoot()
    case .halfExponential(let exponent): result = exp(value(exponent) / 2)
    case nil: break
    }
    known[generator] = result
    return result
  }
}

/// A polynomial with coefficients in floating point.
package struct CompiledPolynomial: Sendable {
  let terms: [(coefficient: Double, powers: [(variable: Int, exponent: Int)])]

  package init(_ polynomial: Polynomial) {
    terms = polynomial.terms.map { term in
      (Rational(term.coefficient).doubleValue, term.exponents)
    }
  }
}

/// A quotient of two polynomials with coefficients in floating point.
package struct CompiledFraction: Sendable {
  let numerator: CompiledPolynomial
  /// `nil` for one.
  let denominator: CompiledPolynomial?

  package init(_ value: Fraction) {
    numerator = CompiledPolynomial(value.numerator)
    denominator = value.denominator.isOne ? nil : CompiledPolynomial(value.denominator)
  }
}

extension FloatPoint {
  /// The solution of a system of linear equations by elimination, or `nil` if a pivot vanishes.
  package static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
    let n = right.count
    var rows = zip(matrix, right).map { $0 + [$1] }
    for column in 0..<n {
      let pivot = (column..<n).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      guard rows[pivot][column].isFinite, rows[pivot][column] != 0 else { return nil }
      rows.swapAt(column, pivot)
      for row in (column + 1)..<max(n, column + 1) where rows[row][column] != 0 {
        let factor = rows[row][column] / rows[column][column]
        for index in column...n { rows[row][index] -= factor * rows[column][index] }
      }
    }
    var solution = Array(repeating: 0.0, count: n)
    for row in (0..<n).reversed() {
      let rest = ((row + 1)..<max(n, row + 1)).reduce(rows[row][n]) {
        $0 - rows[row][$1] * solution[$1]
      }
      solution[row] = rest / rows[row][row]
    }
    return solution.allSatisfy(\.isFinite) ? solution : nil
  }
}
