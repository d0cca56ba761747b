import ExactAlgebra
import NumericEvaluation
import OpenSystems
import SymbolicAlgebra

/// The steady state's equations in floating point, compiled once for many points.
struct FactSolver {
  private let field: FloatField
  private let matrix: [[CompiledPolynomial]]
  private let right: [Double]
  private let unknowns: [Int]
  private let zeros: [Int]
  private let assumptions: [CompiledFraction]
  /// The state's elements, real and imaginary parts.
  private let entries: [(CompiledFraction, CompiledFraction)]
  private let frequencies: [CompiledFraction]
  private let strengths: [CompiledFraction]
  private let dimension: Int

  /// - Parameter assumptions: what has to be positive.
  init(_ setting: FactSetting, _ assumptions: [Fraction]) {
    let equations = setting.equations
    field = FloatField(setting.field, thermal: setting.thermal)
    matrix = equations.closedSystems[0].map { $0.map { CompiledPolynomial($0) } }
    let isPopulation = equations.populations.unknowns.map { $0.row == $0.column }
    let last = isPopulation.lastIndex(of: true)
    right = isPopulation.indices.map { $0 == last ? 1 : 0 }
    unknowns = equations.populations.unknowns.map(\.generator)
    zeros = equations.decoupled.flatMap { $0.unknowns.map(\.generator) }
    self.assumptions = assumptions.map { CompiledFraction($0) }
    entries = equations.state.matrix.entries.map {
      (CompiledFraction($0.real), CompiledFraction($0.imaginary))
    }
    frequencies = setting.system.positiveFrequencies.map { CompiledFraction($0) }
    strengths = setting.baths.map { bath in
      switch bath.strength {
      case .spectralDensity(let value), .decayRate(let value): CompiledFraction(value)
      }
    }
    dimension = setting.context.dimension
  }

  func sample(at point: [Int: Rational], height: Int) -> FactSearch.Sample? {
    var values = FloatPoint(field, at: point)
    guard assumptions.allSatisfy({ values.value($0) > 1e-6 }) else { return nil }
    let rows = matrix.map { row in row.map { values.value($0) } }
    guard let solution = FloatPoint.solve(rows, right) else { return nil }
    for unknown in zeros { values.set(unknown, 0) }
    for (unknown, value) in zip(unknowns, solution) { values.set(unknown, value) }
    let numbers = entries.map { Complex(values.value($0), values.value($1)) }
    // A rotating-wave master equation is meant for couplings that are weak beside its frequencies.
    let least = frequencies.map { values.value($0) }.min() ?? .infinity
    let isWeak = strengths.allSatisfy { values.value($0) <= least / 2 }
    return FactSearch.Sample(
      point: point, height: height, isWeak: isWeak, values: values,
      state: ComplexMatrix(rows: dimension, columns: dimension, entries: numbers))
  }
}
