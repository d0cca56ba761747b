import ExactAlgebra
import Testing

@testable import SymbolicAlgebra

@Suite struct AscendingChoicesTests {
  private func all(_ costs: [[Int]], limit: Int = 100_000) -> [[Int]] {
    var choices = AscendingChoices(costs)
    var result: [[Int]] = []
    while result.count < limit, let choice = choices.choice {
      result.append(choice)
      choices.advance()
    }
    return result
  }

  /// Every choice, listed and sorted by largest cost, sum, and place.
  private func sorted(_ costs: [[Int]]) -> [[Int]] {
    var result: [[Int]] = [[]]
    for values in costs {
      result = result.flatMap { start in values.indices.map { start + [$0] } }
    }
    func key(_ choice: [Int]) -> [Int] {
      let chosen = zip(costs, choice).map { $0[$1] }
      return [chosen.max() ?? 0, chosen.reduce(0, +)] + choice
    }
    return result.sorted { key($0).lexicographicallyPrecedes(key($1)) }
  }

  // Costs 1, 2 and 1, 3: (1, 1), (2, 1), then largest cost 3 with sums 4 and 5.
  @Test func byHand() {
    #expect(all([[1, 2], [1, 3]]) == [[0, 0], [1, 0], [0, 1], [1, 1]])
    #expect(all([[1, 1]]) == [[0], [1]])
  }

  @Test func degenerate() {
    #expect(all([]) == [[]])
    #expect(all([[]]).isEmpty)
    #expect(all([[1, 2], []]).isEmpty)
    #expect(all([[7]]) == [[0]])
  }

  // The same as listing everything and sorting it, gaps and repeated costs included.
  @Test(arguments: 0..<40) func agreesWithSorting(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
    let costs = (0..<1 + below(4)).map { _ in (0..<1 + below(6)).map { _ in 1 + below(9) } }
    let found = all(costs)
    #expect(found == sorted(costs), "seed \(seed): \(costs)")
  }

  // 6⁶⁰ choices, of which the first are found at once.
  @Test func nothingIsListedInAdvance() {
    let costs = Array(repeating: [1, 2, 2, 3, 5, 50], count: 60)
    let first = all(costs, limit: 1000)
    #expect(first.count == 1000)
    #expect(Set(first).count == 1000)
    #expect(first[0] == Array(repeating: 0, count: 60))
    #expect(first[1] == Array(repeating: 0, count: 59) + [1])
  }
}
