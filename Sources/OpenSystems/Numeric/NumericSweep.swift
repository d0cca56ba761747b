import Dispatch
import Foundation
import Synchronization

/// Many models of one dimension evaluated on several threads.
package enum NumericSweep {
  package typealias Outcome = Result<NumericObservables, NumericOpenSystemError>

  /// How many points a thread takes at a time.
  private static let chunk = 64

  /// What is measured at the points 0, 1, … `count` − 1, in this order.
  ///
  /// Every point is computed by itself, so the result does not depend on the number of threads. Each
  /// thread owns a `NumericWorkspace`.
  ///
  /// - Parameter model: the model of a point; called from any thread, once a point.
  /// - Precondition: every model has the dimension given, which is positive.
  package static func observables(
    count: Int, dimension: Int,
    threads: Int = ProcessInfo.processInfo.activeProcessorCount,
    model: @Sendable (Int) -> NumericModel
  ) -> [Outcome] {
    let chunks = (count + chunk - 1) / chunk
    let slots = Mutex(Slots(found: Array(repeating: [], count: chunks)))
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, chunks))) { _ in
      var workspace = NumericWorkspace(dimension: dimension)
      while let number = slots.withLock({ $0.take() }) {
        let range = number * chunk..<min((number + 1) * chunk, count)
        let outcomes = range.map { outcome(of: model($0), in: &workspace) }
        slots.withLock { $0.found[number] = outcomes }
      }
    }
    return slots.withLock { $0.found.flatMap { $0 } }
  }

  private static func outcome(
    of model: NumericModel, in workspace: inout NumericWorkspace
  ) -> Outcome {
    do {
      return .success(try workspace.observables(of: model))
    } catch {
      return .failure(error)
    }
  }

  private struct Slots {
    var found: [[Outcome]]
    var taken = 0

    /// The number of the next chunk, if one is left.
    mutating func take() -> Int? {
      guard taken < found.count else { return nil }
      defer { taken += 1 }
      return taken
    }
  }
}
