/// A table over a grid of parameters, computed piece by piece.
///
/// The points are numbered as nested loops run, the last axis fastest, so that a column reshaped to
/// ``shape`` is the array that NumPy calls C-contiguous.
public struct Sweep: Sendable {
  /// LaTeX of every column: the varied symbols in their order, then the quantities.
  public let columns: [String]
  /// The number of values of each varied symbol.
  public let shape: [Int]
  /// Everything that the numbers depend on, in a fixed order: two sweeps with the same text are the same.
  public let description: String
  private let compute: @Sendable (Range<Int>) throws -> [[Double]]

  public init(
    columns: [String], shape: [Int], description: String,
    compute: @escaping @Sendable (Range<Int>) throws -> [[Double]]
  ) {
    self.columns = columns
    self.shape = shape
    self.description = description
    self.compute = compute
  }

  /// The number of points.
  public var count: Int { shape.reduce(1, *) }

  /// The columns of a range of points; a value that does not exist is NaN.
  ///
  /// The same numbers for any division into ranges and any number of cores.
  public func values(_ range: Range<Int>) throws -> [[Double]] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "points outside the grid")
    return try compute(range)
  }
}
