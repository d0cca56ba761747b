import ExactAlgebra
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
    let moments = equations.moments
    let (rows, right) = moments.map { ($0.rows, $0.right) } ?? equations.closedSystem()
    let matrix = try rows.map { row in
      try row.map { try number($0, &point, &known).re }
    }
    let side = try right.map { try number($0, &point, &known).re }
    var solution = try StraightLineElimination.solve(matrix, side, samples: samples)
    // The trace is a moment beside those that are solved for.
    let size = solution.reduce(point.seed.re.literal(moments == nil ? 0.0 : 1.0)) {
      $0 + $1.absolute()
    }
    let guards = zip(matrix, side).map {
      StateGuard(row: $0, solution, size: size, equals: $1)
    }
    if let moments { solution = moments.elements.map { $0.value(solution) } }
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

  /// The currents of every bath, of the kinds that the file has a name for.
  mutating func addCurrents(
    to steady: inout SteadyNumbers<ComplexNode>, _ point: PointEnvironment<ComplexNode>
  ) throws {
    var (hasHeat, hasParticles) = (false, false)
    for declaration in base.notation.declarations {
      if case .meaning(.heatCurrent, _) = declaration.kind { hasHeat = true }
      if case .meaning(.particleCurrent, _) = declaration.kind { hasParticles = true }
    }
    guard hasHeat || hasParticles else { return }
    var point = point
    let state = try genericState()
    var known: [Int: ComplexNode] = [:]
    for unknown in state.unknowns {
      let entry = steady.state[unknown.row][unknown.column]
      known[unknown.generator] = ComplexNode(unknown.isImaginary ? entry.im : entry.re)
    }
    for (number, bath) in try system().baths.enumerated() {
      if hasHeat {
        let current = try heatCurrent(fromBath: number, in: state.matrix)
        steady.heatCurrents[bath.name] = try self.number(
          field.canonical(current) ?? current, &point, &known)
      }
      if hasParticles {
        let current = try particleCurrent(fromBath: number, in: state.matrix)
        steady.particleCurrents[bath.name] = try self.number(
          field.canonical(current) ?? current, &point, &known)
      }
    }
  }
}

extension MomentEquations.Element {
  fileprivate func value(_ moments: [RealNode]) -> RealNode {
    zip(coefficients, moments).reduce(moments[0].literal(constant.doubleValue)) {
      $1.0.isZero ? $0 : $0 + $1.0.doubleValue * $1.1
    }
  }
}
