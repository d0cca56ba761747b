/// Real functions of several real numbers, compiled once and run over arrays.
///
/// Results do not depend on the number of threads nor on how an array is divided: every point is
/// computed by the same steps, whatever stands beside it.
package struct Program: Sendable {
  package let inputCount: Int
  /// The steps, inputs and literals included, each counted once.
  package var stepCount: Int { operations.count }
  /// Every step is needed by an output.
  let operations: [Operation]
  let matrices: [HermitianNodes]
  let outputs: [Int]
  private let code: FlatCode

  init(operations: [Operation], matrices: [HermitianNodes], inputCount: Int, outputs: [Int]) {
    self.operations = operations
    self.matrices = matrices
    self.inputCount = inputCount
    self.outputs = outputs
    code = Assembler(operations: operations, matrices: matrices).code(
      outputs: outputs, isLeaf: [Bool](repeating: false, count: operations.count))
  }

  /// The outputs at one point.
  package func evaluate(at point: [Double]) -> [Double] {
    evaluate(columns: point.map { [$0] }).map { $0[0] }
  }

  /// The outputs at many points, as columns.
  ///
  /// - Parameter columns: one for each input, all of one length, which is that of the results.
  package func evaluate(columns: [[Double]], threads: Int = 1) -> [[Double]] {
    precondition(columns.count == inputCount, "a column for each input")
    let count = columns.first?.count ?? 1
    precondition(columns.allSatisfy { $0.count == count }, "columns of one length")
    let inputs = code.leaves.map { leaf in
      guard case .input(let k) = operations[leaf] else { preconditionFailure("a leaf is an input") }
      return k
    }
    return Workers.arrays(outputs.count, count: count) { destinations in
      withColumns(columns) { pointers in
        code.run(
          count: count, threads: threads, sources: inputs.map { .column(pointers[$0]) },
          destinations: destinations)
      }
    }
  }

  /// Calls the body with the memory of all columns.
  private func withColumns(_ columns: [[Double]], body: ([UnsafeSource]) -> Void) {
    func descend(_ sources: [UnsafeSource]) {
      if sources.count == columns.count { return body(sources) }
      columns[sources.count].withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        descend(sources + [UnsafeSource(start: start)])
      }
    }
    descend([])
  }
}
