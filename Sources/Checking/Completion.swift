import ExactAlgebra
import SymbolicAlgebra

/// How a point is extended to generators that depend on it.
public struct Completion: Sendable {
  /// Every extension of a point that is to be tried; empty where there is none.
  public typealias Step = @Sendable (SamplePoints.Point) -> [SamplePoints.Point]

  /// The generators that get their values.
  public var completed: [Int]
  /// The generators that their values depend on.
  public var parameters: [Int]
  /// Parameters that a reader need not see, because the completed ones say as much.
  public var hidden: [Int]
  /// Generators that a reader needs to reproduce the values: no point is without them.
  public var listed: [Int]
  /// Completed generators that are chosen, not implied by the parameters.
  public var chosen: [Int]
  /// One after the other, each from what the former has left.
  private var steps: [Step]

  /// The extension by one step.
  ///
  /// - Parameters:
  ///   - completed: the generators that get their values.
  ///   - parameters: the generators that their values depend on.
  ///   - hidden: parameters that a reader need not see.
  ///   - listed: generators that no point is shown without.
  ///   - chosen: completed generators that the parameters do not imply.
  ///   - complete: every extension of a point.
  public init(
    completed: [Int], parameters: [Int], hidden: [Int] = [], listed: [Int] = [],
    chosen: [Int] = [], complete: @escaping Step
  ) {
    self.completed = completed
    self.parameters = parameters
    self.hidden = hidden
    self.listed = listed
    self.chosen = chosen
    steps = [complete]
  }

  /// Every extension of a point.
  ///
  /// - Parameters:
  ///   - point: the values of the parameters.
  ///   - isWorthwhile: what an extension must be to be extended further.
  public func complete(
    _ point: SamplePoints.Point, while isWorthwhile: (SamplePoints.Point) -> Bool = { _ in true }
  ) -> [SamplePoints.Point] {
    var points = [point]
    for step in steps { points = points.flatMap(step).filter(isWorthwhile) }
    return points
  }

  /// Both, this one first: every extension of the first with every one of the second, whose parameters
  /// the first may complete.
  public func then(_ next: Completion) -> Completion {
    var result = self
    result.completed += next.completed
    result.parameters = Set(parameters + next.parameters).subtracting(completed).sorted()
    result.hidden += next.hidden
    result.listed += next.listed
    result.chosen += next.chosen
    result.steps += next.steps
    return result
  }
}
