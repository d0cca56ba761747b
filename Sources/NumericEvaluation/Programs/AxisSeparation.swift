/// A program in which e^(a + b), where only one of a and b depends on the fastest axis, is e^a e^b.
///
/// The factors then cost one exponential for each value of an axis and not for each point. They
/// may be used only where both exponents are small, which the caller looks at.
struct AxisSeparation {
  private(set) var operations: [Operation] = []
  private(set) var matrices: [HermitianNodes] = []
  private(set) var outputs: [Int] = []
  /// The exponents whose size decides.
  private(set) var exponents: [Int] = []

  /// The exponents for which the product has full accuracy: their rounding errors, which become
  /// relative errors of the result, stay below 2^−47.
  static let largestExponent = 64.0

  /// `nil` where there is nothing to separate.
  init?(_ program: Program, dependence: AxisDependence) {
    guard dependence.axes.count > 1 else { return nil }
    let builder = ProgramBuilder()
    var walk = Walk(builder: builder, program: program, dependence: dependence)
    for position in program.operations.indices { walk.visit(position) }
    guard !walk.exponents.isEmpty else { return nil }
    outputs = program.outputs.map { walk.nodes[$0].position }
    exponents = walk.exponents.map(\.position)
    operations = builder.operations
    matrices = builder.matrices
  }
}

/// The state of one pass over a program from its inputs to its outputs.
private struct Walk {
  let builder: ProgramBuilder
  let program: Program
  let dependence: AxisDependence
  var nodes: [RealNode] = []
  var exponents: [RealNode] = []

  mutating func visit(_ position: Int) {
    let operation = program.operations[position]
    func node(_ operand: Int) -> RealNode { nodes[operand] }
    switch operation {
    case .exponential(let x) where dependence.stage(of: position) == .point:
      if case (let row?, let last?)? = separate(x) {
        exponents += [row, last]
        nodes.append(row.exponential() * last.exponential())
      } else {
        nodes.append(builder.node(.exponential(node(x).position)))
      }
    case .eigenvalue(let matrix, let k):
      let old = program.matrices[matrix]
      let new = HermitianNodes(
        order: old.order, real: old.real.map { node($0).position },
        imaginary: old.imaginary.map { node($0).position })
      nodes.append(builder.eigenvalues(new)[k])
    case .input(let k): nodes.append(builder.input(k))
    case .literal: nodes.append(builder.node(operation))
    case .sum(let a, let b): nodes.append(commutative(a, b) { .sum($0, $1) })
    case .product(let a, let b): nodes.append(commutative(a, b) { .product($0, $1) })
    case .minimum(let a, let b): nodes.append(commutative(a, b) { .minimum($0, $1) })
    case .maximum(let a, let b): nodes.append(commutative(a, b) { .maximum($0, $1) })
    case .difference(let a, let b):
      nodes.append(builder.node(.difference(node(a).position, node(b).position)))
    case .quotient(let a, let b):
      nodes.append(builder.node(.quotient(node(a).position, node(b).position)))
    case .negative(let a): nodes.append(builder.node(.negative(node(a).position)))
    case .squareRoot(let a): nodes.append(builder.node(.squareRoot(node(a).position)))
    case .exponential(let a): nodes.append(builder.node(.exponential(node(a).position)))
    case .exponentialLessOne(let a):
      nodes.append(builder.node(.exponentialLessOne(node(a).position)))
    case .sine(let a): nodes.append(builder.node(.sine(node(a).position)))
    case .cosine(let a): nodes.append(builder.node(.cosine(node(a).position)))
    case .absolute(let a): nodes.append(builder.node(.absolute(node(a).position)))
    }
  }

  private func commutative(
    _ a: Int, _ b: Int, _ make: (Int, Int) -> Operation
  ) -> RealNode {
    let (first, second) = (nodes[a].position, nodes[b].position)
    return builder.node(make(min(first, second), max(first, second)))
  }

  /// The part that does not depend on the fastest axis, and the part that depends on it alone.
  private func separate(_ position: Int) -> (row: RealNode?, last: RealNode?)? {
    let mask = dependence.masks[position]
    if mask & dependence.lastBit == 0 { return (nodes[position], nil) }
    if mask == dependence.lastBit { return (nil, nodes[position]) }
    switch program.operations[position] {
    case .sum(let a, let b):
      guard let x = separate(a), let y = separate(b) else { return nil }
      return (sum(x.row, y.row), sum(x.last, y.last))
    case .difference(let a, let b):
      guard let x = separate(a), let y = separate(b) else { return nil }
      return (sum(x.row, y.row.map { -$0 }), sum(x.last, y.last.map { -$0 }))
    case .negative(let a):
      guard let x = separate(a) else { return nil }
      return (x.row.map { -$0 }, x.last.map { -$0 })
    case .product(let a, let b):
      let (factor, rest) = dependence.masks[a] == 0 ? (a, b) : (b, a)
      guard dependence.masks[factor] == 0, let x = separate(rest) else { return nil }
      return (x.row.map { nodes[factor] * $0 }, x.last.map { nodes[factor] * $0 })
    case .quotient(let a, let b):
      guard dependence.masks[b] == 0, let x = separate(a) else { return nil }
      return (x.row.map { $0 / nodes[b] }, x.last.map { $0 / nodes[b] })
    default: return nil
    }
  }

  private func sum(_ a: RealNode?, _ b: RealNode?) -> RealNode? {
    guard let a else { return b }
    guard let b else { return a }
    return a + b
  }
}
