import Foundation

/// A table over a grid of parameters, computed piece by piece.
///
/// The points are numbered as nested loops run, the last axis fastest, so that a column reshaped to
/// ``shape`` is the array that NumPy calls C-contiguous.
public struct Sweep: Sendable {
  /// LaTeX of every column: the varied symbols in their order, then the quantities.
  public let columns: [String]
  /// The values of each varied symbol.
  public let axes: [[Double]]
  /// Everything that the numbers depend on, in a fixed order: two sweeps with the same text are the same.
  public let description: String
  private let compute: @Sendable (Range<Int>, Int) throws -> [[Double]]

  /// A table whose quantities `compute` gives for a range of points, on a number of threads.
  package init(
    columns: [String], axes: [[Double]], description: String,
    compute: @escaping @Sendable (Range<Int>, Int) throws -> [[Double]]
  ) {
    self.columns = columns
    self.axes = axes
    self.description = description
    self.compute = compute
  }

  /// The number of values of each varied symbol.
  public var shape: [Int] { axes.map(\.count) }

  /// The number of points.
  public var count: Int { shape.reduce(1, *) }

  /// The columns of a range of points; a value that does not exist is NaN.
  ///
  /// The same numbers for any division into ranges and any number of threads.
  ///
  /// - Parameters:
  ///   - range: the numbers of the points; must lie within `0..<count`.
  ///   - threads: at most so many work at a time; one for each core where `nil`.
  /// - Throws: what computing a point throws.
  public func values(_ range: Range<Int>, threads: Int? = nil) throws -> [[Double]] {
    var stride = count
    let places = axes.map { axis in
      stride /= max(1, axis.count)
      let step = stride
      return range.map { axis[$0 / step % axis.count] }
    }
    return places + (try quantities(range, threads: threads))
  }

  /// The columns of a range of points without those of the varied symbols.
  ///
  /// - Parameters:
  ///   - range: the numbers of the points; must lie within `0..<count`.
  ///   - threads: as in ``values(_:threads:)``.
  /// - Throws: what computing a point throws.
  public func quantities(_ range: Range<Int>, threads: Int? = nil) throws -> [[Double]] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "points outside the grid")
    precondition(threads.map { $0 > 0 } ?? true, "no thread to work on")
    return try compute(range, threads ?? ProcessInfo.processInfo.activeProcessorCount)
  }
}
