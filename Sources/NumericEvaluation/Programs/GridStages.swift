/// A program divided into what runs once, once for each value of an axis, once for each row of the
/// fastest axis, and once for each point.
struct GridStages: Sendable {
  /// Where a leaf of a stage comes from.
  enum Source: Sendable {
    case constant(Int)
    /// A column of an axis' table.
    case axis(Int, column: Int)
    case row(Int)
  }

  /// One stage: its code and the sources of its leaves.
  struct Stage: Sendable {
    let code: FlatCode
    let sources: [Source]
  }

  let dependence: AxisDependence
  let constants: Stage
  /// One for each axis. Column 0 of an axis' table holds its values, the others these outputs.
  let axes: [Stage]
  let rows: Stage
  let points: Stage
  /// The sources of exponents that must be small, for stages with separated exponentials.
  let exponents: [Source]

  init(
    operations: [Operation], matrices: [HermitianNodes], outputs: [Int], exponents: [Int],
    varying: [Bool]
  ) {
    let dependence = AxisDependence(
      operations: operations, matrices: matrices, varying: varying)
    let assembler = Assembler(operations: operations, matrices: matrices)
    let stages = operations.indices.map { dependence.stage(of: $0) }
    /// Code for nodes of one stage; everything of another stage is a leaf.
    func code(_ stage: AxisDependence.Stage, _ outputs: [Int]) -> FlatCode {
      assembler.code(outputs: outputs, isLeaf: stages.map { $0 != stage })
    }
    var needed: [AxisDependence.Stage: [Int]] = [:]
    func need(_ positions: [Int]) {
      for position in positions {
        // An input that varies is column 0 of its table.
        if case .input = operations[position], stages[position] != .constant { continue }
        if !needed[stages[position], default: []].contains(position) {
          needed[stages[position], default: []].append(position)
        }
      }
    }
    let pointCode = code(.point, outputs)
    need(pointCode.leaves + exponents)
    let rowCode = code(.row, needed[.row, default: []])
    need(rowCode.leaves)
    let axisCodes = dependence.axes.indices.map { code(.axis($0), needed[.axis($0), default: []]) }
    for code in axisCodes { need(code.leaves) }
    let constantCode = code(.constant, needed[.constant, default: []])

    let found = needed
    let axisInputs = dependence.axes
    func source(_ position: Int) -> Source {
      if case .input(let k) = operations[position], let axis = axisInputs.firstIndex(of: k) {
        return .axis(axis, column: 0)
      }
      let index = found[stages[position], default: []].firstIndex(of: position) ?? 0
      switch stages[position] {
      case .constant: return .constant(index)
      case .axis(let axis): return .axis(axis, column: index + 1)
      case .row: return .row(index)
      case .point: preconditionFailure("a point is no leaf")
      }
    }
    func stage(_ code: FlatCode) -> Stage {
      Stage(code: code, sources: code.leaves.map(source))
    }
    self.dependence = dependence
    // The leaves of the constant stage are inputs that do not vary.
    constants = Stage(
      code: constantCode,
      sources: constantCode.leaves.map { leaf in
        guard case .input(let k) = operations[leaf] else {
          preconditionFailure("a constant leaf is an input")
        }
        return .constant(k)
      })
    axes = axisCodes.map(stage)
    rows = stage(rowCode)
    points = stage(pointCode)
    self.exponents = exponents.map(source)
  }
}
