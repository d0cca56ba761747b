/// A program made ready for tensor grids on which certain inputs vary.
package struct GridProgram: Sendable {
  package let varying: [Bool]
  private let plain: GridStages
  /// With exponentials separated along axes, where there are such.
  private let separated: GridStages?

  /// - Parameter varying: for each input, whether it takes more than one value.
  init(_ program: Program, varying: [Bool]) {
    precondition(varying.count == program.inputCount, "a flag for each input")
    self.varying = varying
    plain = GridStages(
      operations: program.operations, matrices: program.matrices, outputs: program.outputs,
      exponents: [], varying: varying)
    separated = AxisSeparation(program, dependence: plain.dependence).map {
      GridStages(
        operations: $0.operations, matrices: $0.matrices, outputs: $0.outputs,
        exponents: $0.exponents, varying: varying)
    }
  }

  /// The outputs at points of a grid.
  ///
  /// - Parameters:
  ///   - grid: the values of each input, one for those that do not vary; the last varies fastest.
  ///   - range: the points wanted, counted in that order; all of them where `nil`. A part gives the
  ///     bytes that the whole has there.
  package func evaluate(
    grid: [[Double]], range: Range<Int>? = nil, threads: Int = 1
  ) -> [[Double]] {
    precondition(grid.count == varying.count, "values for each input")
    precondition(
      zip(grid, varying).allSatisfy { $1 ? !$0.isEmpty : $0.count == 1 }, "values that vary as said"
    )
    let size = grid.reduce(1) { $0 * $1.count }
    let range = range ?? 0..<size
    precondition(range.lowerBound >= 0 && range.upperBound <= size, "a range of the grid")
    if let separated {
      let tables = GridTables(separated, grid: grid, threads: threads)
      if tables.exponentsAreSmall { return tables.evaluate(range: range, threads: threads) }
    }
    return GridTables(plain, grid: grid, threads: threads).evaluate(range: range, threads: threads)
  }
}

extension Program {
  /// This program made ready for grids on which these inputs vary.
  package func prepared(varying: [Bool]) -> GridProgram { GridProgram(self, varying: varying) }

  /// The outputs at points of a tensor grid: see `GridProgram`, which saves preparing again.
  package func evaluate(
    grid: [[Double]], range: Range<Int>? = nil, threads: Int = 1
  ) -> [[Double]] {
    prepared(varying: grid.map { $0.count != 1 }).evaluate(
      grid: grid, range: range, threads: threads)
  }
}
