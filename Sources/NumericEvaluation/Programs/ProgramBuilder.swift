/// A growing list of steps in which equal sub-expressions are one step.
///
/// Commutative operands are put in one order, literals are folded with the arithmetic that would
/// evaluate them, and neutral elements vanish. Nothing is folded that could be NaN or infinite
/// where the plain form is: 0 · x stays unless x is a literal.
package final class ProgramBuilder {
  private(set) var operations: [Operation] = []
  private(set) var matrices: [HermitianNodes] = []
  private var positions: [Operation: Int] = [:]
  private var matrixPositions: [HermitianNodes: Int] = [:]
  private(set) var inputCount = 0

  package init() {}

  /// The value of input `k`, counted from zero.
  package func input(_ k: Int) -> RealNode {
    precondition(k >= 0, "an input counted from zero")
    inputCount = max(inputCount, k + 1)
    return node(.input(k))
  }

  package func literal(_ value: Double) -> RealNode { node(.literal(value)) }

  /// The program that computes these nodes: of the steps so far those that they need, in their order.
  ///
  /// - Precondition: the nodes are this builder's.
  package func finish(outputs: [RealNode]) -> Program {
    precondition(outputs.allSatisfy { $0.builder === self }, "nodes of another builder")
    let needs = Needs(operations, matrices, outputs: outputs.map(\.position))
    return Program(
      operations: needs.operations, matrices: needs.matrices, inputCount: inputCount,
      outputs: outputs.map { needs.place[$0.position] })
  }

  /// The node of a step as it stands, shared with an equal one.
  func node(_ operation: Operation) -> RealNode {
    if let position = positions[operation] { return RealNode(self, position) }
    operations.append(operation)
    positions[operation] = operations.count - 1
    return RealNode(self, operations.count - 1)
  }

  /// The eigenvalues of a matrix, in ascending order.
  func eigenvalues(_ matrix: HermitianNodes) -> [RealNode] {
    let index = matrixPositions[matrix] ?? matrices.count
    if index == matrices.count {
      matrices.append(matrix)
      matrixPositions[matrix] = index
    }
    return (0..<matrix.order).map { node(.eigenvalue(matrix: index, position: $0)) }
  }

  /// The eigenvalues of a Hermitian matrix, of which the lower triangle is read, in ascending order
  /// and by rotations at every point. NaN where an entry is not finite.
  ///
  /// - Precondition: `matrix` is square and not empty.
  package func hermitianEigenvalues(of matrix: [[ComplexNode]]) -> [RealNode] {
    precondition(matrix.allSatisfy { $0.count == matrix.count }, "eigenvalues of a square matrix")
    let triangle = matrix.indices.flatMap { row in (0...row).map { matrix[row][$0] } }
    return eigenvalues(
      HermitianNodes(
        order: matrix.count, real: triangle.map(\.re.position),
        imaginary: triangle.map(\.im.position)))
  }
}
