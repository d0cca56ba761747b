import Dispatch
import Synchronization
import Testing

@testable import Derivations

@Suite struct CrewTests {
  @Test(arguments: [0, 1, 2, 3, 16])
  func valuesComeInOrder(threads: Int) {
    let squares = Crew(threads: threads).map(100) { $0 * $0 }
    #expect(squares == (0..<100).map { $0 * $0 })
    #expect(Crew(threads: threads).map(0) { $0 }.isEmpty)
  }

  // The last two are begun first, and wait for each other: the others find that they have met.
  @Test func piecesAreBegunInTheOrderAskedFor() {
    let meeting = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
    let haveMet = Atomic(false)
    let found = Crew(threads: 2).map(6, begun: [5, 4, 3, 2, 1, 0]) { piece in
      guard piece >= 4 else { return haveMet.load(ordering: .acquiring) }
      meeting[piece - 4].signal()
      let isThere = meeting[5 - piece].wait(timeout: .now() + 5) == .success
      haveMet.store(isThere, ordering: .releasing)
      return isThere
    }
    #expect(found == Array(repeating: true, count: 6))
    #expect(Crew(threads: 3).map(4, begun: [2, 0, 3, 1]) { $0 } == [0, 1, 2, 3])
    #expect(Crew(threads: 1).map(4, begun: [2, 0, 3, 1]) { $0 } == [0, 1, 2, 3])
  }

  // The pieces are asked for after something else was done.
  @Test(arguments: [0, 1, 2, 5])
  func valuesOfWhatWasStarted(threads: Int) {
    let cubes = Crew(threads: threads).start(50) { $0 * $0 * $0 }
    let squares = Crew(threads: threads).map(50) { $0 * $0 }
    #expect(zip(cubes(), squares).enumerated().allSatisfy { $1.0 == $0 * $1.1 })
    #expect(Crew(threads: threads).start(0) { $0 }().isEmpty)
  }

  // Groups {0, 3, 4}, {1} and {2, 5} count their own pieces, from 10: the k-th of each gives 10 + k.
  @Test(arguments: [1, 2, 3, 8])
  func aGroupSharesAState(threads: Int) {
    let (values, states) = Crew(threads: threads).gather([[0, 3, 4], [1], [2, 5]], state: 10) {
      count, _ in
      count += 1
      return count
    }
    #expect(values == [11, 11, 11, 12, 13, 12])
    #expect(states == [13, 11, 12])
  }

  // Whatever the threads do, pieces are announced one after the other on the thread that asks.
  @Test(arguments: [1, 4])
  func piecesAreAnnouncedInOrder(threads: Int) {
    var announced: [Int] = []
    _ = Crew(threads: threads).gather([[1, 2], [0, 3]], state: 0) {
      announced.append($0)
    } _: {
      _, piece in
      piece
    }
    #expect(announced == [0, 1, 2, 3])
  }

  // Two pieces that wait for each other end only if both are done at once.
  @Test func piecesAreDoneAtOnce() {
    let arrived = Mutex(0)
    let seen = Crew(threads: 2).map(2) { _ in
      arrived.withLock { $0 += 1 }
      while arrived.withLock({ $0 }) < 2 {}
      return true
    }
    #expect(seen == [true, true])
  }

  // A call for each level, of about a kilobyte: more than a thread of 512 kB holds.
  @Test func formulasMayNestDeeply() {
    @Sendable func depth(_ level: Int) -> Int {
      withUnsafeTemporaryAllocation(byteCount: 1000, alignment: 8) { space in
        space.storeBytes(of: level, as: Int.self)
        return level == 0 ? space.load(as: Int.self) : depth(level - 1) + 1
      }
    }
    let depths = Crew(threads: 2).map(2) { _ in depth(4000) }
    #expect(depths == [4000, 4000])
  }
}
