import ExactAlgebra
import NumericEvaluation
import SymbolicAlgebra

extension SteadyStateEquations {
  /// The steady state between bounds, for every generator of the generic state; `nil` where an equation's
  /// coefficient has no value, or the bounds are too far apart to solve.
  package func solve(at point: inout EnclosedPoint) -> [Int: Enclosure]? {
    let (rows, right) = closedRows(populations.matrix)
    var matrix: [[Enclosure]] = []
    for row in rows {
      var values: [Enclosure] = []
      for entry in row {
        guard let value = point.value(entry) else { return nil }
        values.append(value)
      }
      matrix.append(values)
    }
    let numbers = right.map { Enclosure(Rational($0.constantValue ?? 0)) }
    guard let solution = Enclosure.solve(matrix, numbers) else { return nil }
    var values: [Int: Enclosure] = [:]
    for (unknown, value) in zip(populations.unknowns, solution) {
      values[unknown.generator] = value
    }
    for block in decoupled {
      for unknown in block.unknowns { values[unknown.generator] = .zero }
    }
    return values
  }

  /// The equations with tr ρ = 1 in place of one, and of each decoupled block.
  package var closedSystems: [[[Polynomial]]] {
    [closedRows(populations.matrix).rows] + decoupled.map(\.matrix)
  }
}

extension Reservoirs {
  /// Every occupation as a function of its exponent (ω − μ)/T; a boson's has a positive one.
  package func thermalFunctions(_ field: Field) -> [Int: ThermalFunction] {
    var result: [Int: ThermalFunction] = [:]
    for (key, generator) in entries where key.quantity == .occupation {
      guard let statistics = key.statistics else { continue }
      let exponent = (key.frequency - key.chemicalPotential) * key.temperature.inverse
      result[generator] = ThermalFunction(
        exponent: field.canonical(exponent) ?? exponent, isBoson: statistics == .boson)
    }
    return result
  }
}
