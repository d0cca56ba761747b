import Dispatch
import Synchronization

/// Work divided among threads.
enum Workers {
  /// Calls the body with ranges that together cover `0..<units`, each unit once, from up to
  /// `threads` threads. A thread makes one context and uses it for all of its ranges.
  static func perform<Context>(
    units: Int, threads: Int, context: @Sendable () -> Context,
    body: @Sendable (Context, Range<Int>) -> Void
  ) {
    let workers = max(1, min(threads, units))
    if workers == 1 {
      if units > 0 { body(context(), 0..<units) }
      return
    }
    // Small enough that no thread waits long for another's last range.
    let length = max(1, units / (workers * 8))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      let own = context()
      while true {
        let start = next.wrappingAdd(length, ordering: .relaxed).oldValue
        if start >= units { return }
        body(own, start..<min(start + length, units))
      }
    }
  }

  /// Arrays of one length, filled by the body.
  static func arrays(
    _ number: Int, count: Int, body: ([Destination]) -> Void
  ) -> [[Double]] {
    guard count > 0 else { return [[Double]](repeating: [], count: number) }
    func build(_ destinations: [Destination]) -> [[Double]] {
      if destinations.count == number {
        body(destinations)
        return []
      }
      var rest: [[Double]] = []
      let own = [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
        guard let start = buffer.baseAddress else { return }
        rest = build(destinations + [Destination(start: start)])
        initialized = count
      }
      return [own] + rest
    }
    return build([])
  }
}

/// Memory that several threads fill, each a part that no other touches.
struct Destination: @unchecked Sendable {
  let start: UnsafeMutablePointer<Double>
}
