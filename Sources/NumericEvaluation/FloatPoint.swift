import ExactAlgebra
import Foundation
import SymbolicAlgebra

/// The values of a field's generators where its symbols and angles have rational ones, in floating
/// point: to look for points, not to decide anything.
package struct FloatPoint: Sendable {
  private let field: Field
  private let thermal: [Int: ThermalFunction]
  /// By generator; not a number where it is not known yet.
  private var known: [Double]

  package init(
    _ field: Field, at point: [Int: Rational], thermal: [Int: ThermalFunction]
  ) {
    self.field = field
    self.thermal = thermal
    known = Array(repeating: .nan, count: field.generators.count)
    for (generator, value) in point { known[generator] = value.doubleValue }
  }

  package mutating func set(_ generator: Int, _ value: Double) { known[generator] = value }

  package mutating func value(_ fraction: Fraction) -> Double {
    fraction.denominator.isOne
      ? value(fraction.numerator) : value(fraction.numerator) / value(fraction.denominator)
  }

  package mutating func value(_ polynomial: Polynomial) -> Double {
    value(CompiledPolynomial(polynomial))
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
    if let fixed = field.determined[generator] {
      result = value(fixed)
    } else if let function = thermal[generator] {
      let exponent = value(function.exponent)
      let n = function.isBoson ? 1 / expm1(exponent) : 1 / (exp(exponent) + 1)
      result = function.isBoson && n <= 0 ? .nan : n
    } else {
      switch field.generators[generator].kind {
      case .root(let radicand): result = value(radicand).squareRoot()
      case .exponential(let exponent): result = exp(value(exponent) / 2)
      case .free, .constant, .cosine, .sine, .halfCosine, .halfSine: break
      }
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
