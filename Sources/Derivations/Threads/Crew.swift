import Dispatch
import Foundation
import Synchronization

/// Threads that do independent pieces of work and hand out the results in order.
///
/// Pieces are gathered in groups. Those of a group share a state and are done in their order, by one thread;
/// no group sees another one's state. So the results are the same whatever the number of threads.
package struct Crew: Sendable {
  var threads: Int

  /// Formulas nest, and so do the calls that read them: as deep as on the main thread.
  private static let stackSize = 1 << 24

  init(threads: Int) {
    self.threads = threads
  }

  /// A thread for every core.
  package init() {
    self.init(threads: ProcessInfo.processInfo.activeProcessorCount)
  }

  /// The values of the pieces `0..<count`, and what each group's state has become.
  ///
  /// - Parameters:
  ///   - groups: every piece once, ascending in each group.
  ///   - state: that of a group before its first piece.
  ///   - announce: called with each piece in order, on the calling thread, before its value is waited for.
  func gather<State: Sendable, Value: Sendable>(
    _ groups: [[Int]], state: State, announce: (Int) -> Void = { _ in },
    _ body: @escaping @Sendable (inout State, Int) -> Value
  ) -> (values: [Value], states: [State]) {
    let count = groups.reduce(0) { $0 + $1.count }
    guard let results = started(groups, count, state, body) else {
      return inline(groups, count, state, announce, body)
    }
    for piece in 0..<count {
      announce(piece)
      results.wait(for: piece)
    }
    return results.all(groups.count)
  }

  /// Starts independent pieces: they are done while the caller goes on, and waited for when the values are
  /// asked for, which can be done once.
  package func start<Value: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) -> Value
  ) -> () -> [Value] {
    let groups = (0..<count).map { [$0] }
    guard let results = started(groups, count, 0, { _, piece in body(piece) }) else {
      return { (0..<count).map(body) }
    }
    return { results.all(count).values }
  }

  /// What threads have begun to fill in; `nil` where there is no work for more than one, or no other.
  private func started<State: Sendable, Value: Sendable>(
    _ groups: [[Int]], _ count: Int, _ state: State,
    _ body: @escaping @Sendable (inout State, Int) -> Value
  ) -> Results<State, Value>? {
    let workers = min(threads, groups.count)
    if workers < 2 { return nil }
    let results = Results<State, Value>(count: count, groups: groups.count)
    let work: @Sendable () -> Void = {
      while true {
        let group = results.takeGroup()
        if group >= groups.count { break }
        var own = state
        for piece in groups[group] { results.set(piece, to: body(&own, piece)) }
        results.finish(group, own)
      }
    }
    for _ in 0..<workers {
      let thread = Thread(block: work)
      thread.stackSize = Self.stackSize
      thread.start()
    }
    return results
  }

  /// The values of independent pieces without a state.
  ///
  /// - Parameter order: every piece once, as they are begun where there are several threads; by their numbers
  ///   if there is none.
  package func map<Value: Sendable>(
    _ count: Int, begun order: [Int]? = nil, announce: (Int) -> Void = { _ in },
    _ body: @escaping @Sendable (Int) -> Value
  ) -> [Value] {
    let order = order ?? Array(0..<count)
    precondition(order.count == count, "every piece once")
    return gather(order.map { [$0] }, state: 0, announce: announce) { _, piece in body(piece) }
      .values
  }

  private func inline<State, Value>(
    _ groups: [[Int]], _ count: Int, _ state: State, _ announce: (Int) -> Void,
    _ body: (inout State, Int) -> Value
  ) -> (values: [Value], states: [State]) {
    var states = groups.map { _ in state }
    var group = [Int](repeating: 0, count: count)
    for (number, pieces) in groups.enumerated() {
      for piece in pieces { group[piece] = number }
    }
    let values = (0..<count).map { piece in
      announce(piece)
      return body(&states[group[piece]], piece)
    }
    return (values, states)
  }
}

/// Results that several threads fill in.
private final class Results<State: Sendable, Value: Sendable>: Sendable {
  private let values: Mutex<[Value?]>
  private let states: Mutex<[State?]>
  private let next = Atomic(0)
  private let ready: [DispatchSemaphore]
  private let finished = DispatchSemaphore(value: 0)

  init(count: Int, groups: Int) {
    values = Mutex(Array(repeating: nil, count: count))
    states = Mutex(Array(repeating: nil, count: groups))
    ready = (0..<count).map { _ in DispatchSemaphore(value: 0) }
  }

  /// A group that no thread has taken yet; past the last one if there is none.
  func takeGroup() -> Int { next.wrappingAdd(1, ordering: .relaxed).oldValue }

  func set(_ piece: Int, to value: Value) {
    values.withLock { $0[piece] = value }
    ready[piece].signal()
  }

  func finish(_ group: Int, _ state: State) {
    states.withLock { $0[group] = state }
    finished.signal()
  }

  func wait(for piece: Int) { ready[piece].wait() }

  /// Everything, once every group is done.
  func all(_ groups: Int) -> (values: [Value], states: [State]) {
    for _ in 0..<groups { finished.wait() }
    return (values.withLock { $0.compactMap { $0 } }, states.withLock { $0.compactMap { $0 } })
  }
}
