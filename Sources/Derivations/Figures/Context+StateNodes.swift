import NumericEvaluation
import OpenSystems
import SymbolicAlgebra

extension Context {
  /// The derived steady state as nodes, in the working basis, and what must hold for them to be right.
  mutating func derivedNodes(
    _ point: inout PointEnvironment<ComplexNode>, _ known: inout [Int: ComplexNode],
    samples: [[Double]]
  ) throws -> (state: [[ComplexNode]], guards: [StateGuard]) {
    let equations = try equations()
    let state = try genericState()
    let (rows, right) = equations.closedSystem()
    let matrix = try rows.map { row in
      try row.map { try number($0, &point, &known).re }
    }
    let side = try right.map { try number($0, &point, &known).re }
    let solution = try StraightLineElimination.solve(matrix, side, samples: samples)
    let size = solution.reduce(point.seed.re.literal(0.0)) { $0 + $1.absolute() }
    let guards = zip(matrix, side).map {
      StateGuard(row: $0, solution, size: size, equals: $1)
    }
    var values: [Int: RealNode] = [:]
    for (unknown, value) in zip(equations.populations.unknowns, solution) {
      values[unknown.generator] = value
    }
    let zero = point.seed.re.literal(0.0)
    var result = Array(
      repeating: Array(repeating: ComplexNode(zero), count: dimension), count: dimension)
    for unknown in state.unknowns {
      let value = values[unknown.generator] ?? zero
      let old = result[unknown.row][unknown.column]
      let new = unknown.isImaginary ? ComplexNode(old.re, value) : ComplexNode(value, old.im)
      result[unknown.row][unknown.column] = new
      if unknown.row != unknown.column { result[unknown.column][unknown.row] = new.conjugate }
    }
    return (result, guards)
  }

  /// tr(H 𝒟_i[ρ]) for each bath, if the file names one of them.
  mutating func heatCurrents(
    _ matrix: [[ComplexNode]], _ point: PointEnvironment<ComplexNode>
  ) throws -> [String: ComplexNode] {
    let isNamed = base.notation.declarations.contains { declaration in
      if case .meaning(.heatCurrent, _) = declaration.kind { return true }
      return false
    }
    guard isNamed else { return [:] }
    var point = point
    let system = try system()
    let state = try genericState()
    var known: [Int: ComplexNode] = [:]
    for unknown in state.unknowns {
      let entry = matrix[unknown.row][unknown.column]
      known[unknown.generator] = ComplexNode(unknown.isImaginary ? entry.im : entry.re)
    }
    guard let h = try hamiltonian().inBasis(system.basis, field: field) else { return [:] }
    var result: [String: ComplexNode] = [:]
    for (number, bath) in system.baths.enumerated() {
      let flow = system.dissipator(bath: number, on: state.matrix, field: field)
      guard let power = field.canonical((h * flow).trace) else { continue }
      result[bath.name] = try self.number(power, &point, &known)
    }
    return result
  }
}
