/// One value for each of several coordinates, in every way: by the largest cost of a value, then by the
/// sum of the costs, then with the first coordinate's choice first.
///
/// Nothing is listed in advance: which sums the coordinates from each one onward can reach is known, so
/// that the next choice is found without trying any that does not exist.
struct AscendingChoices {
  /// What is chosen, by index of the value; `nil` when there is no more.
  private(set) var choice: [Int]?
  /// The largest cost, and the sum of all.
  private(set) var largest = 0
  private(set) var sum = 0

  /// The costs of each coordinate's values, ascending.
  private let costs: [[Int]]
  /// Largest costs that are still to come, the next one last.
  private var pending: [Int]
  /// Sums of costs up to the largest, of the coordinates from each one onward.
  private var reachable: [[Bool]] = []
  /// The same with the largest cost among them.
  private var topped: [[Bool]] = []

  init(_ costs: [[Int]]) {
    self.costs = costs
    pending = Set(costs.flatMap { $0 }).sorted(by: >)
    if costs.isEmpty {
      choice = []
    } else if !costs.contains(where: \.isEmpty), nextLevel() {
      choice = filled([])
    }
  }

  mutating func advance() {
    guard let current = choice else { return }
    choice = next(after: current)
    while choice == nil, !costs.isEmpty {
      repeat { sum += 1 } while sum < topped[0].count && !topped[0][sum]
      if sum >= topped[0].count, !nextLevel() { return }
      choice = filled([])
    }
  }

  /// The next largest cost that every coordinate can stay below; its least sum.
  private mutating func nextLevel() -> Bool {
    while let level = pending.popLast() {
      largest = level
      tabulate()
      if let least = topped[0].firstIndex(of: true) {
        sum = least
        return true
      }
    }
    return false
  }

  private mutating func tabulate() {
    let count = costs.count
    reachable = Array(repeating: [], count: count + 1)
    topped = reachable
    reachable[count] = [true]
    topped[count] = [false]
    for index in costs.indices.reversed() {
      let below = Set(costs[index]).filter { $0 <= largest }
      let (free, full) = (reachable[index + 1], topped[index + 1])
      var (sums, toppedSums) = (
        Array(repeating: false, count: free.count + largest),
        Array(repeating: false, count: free.count + largest)
      )
      for cost in below {
        for rest in free.indices where free[rest] {
          sums[rest + cost] = true
          if cost == largest || full[rest] { toppedSums[rest + cost] = true }
        }
      }
      reachable[index] = sums
      topped[index] = toppedSums
    }
  }

  /// Whether the coordinates from one onward can make up for what is missing.
  private func isReachable(_ rest: Int, from index: Int, withLargest: Bool) -> Bool {
    let table = withLargest ? topped[index] : reachable[index]
    return rest >= 0 && rest < table.count && table[rest]
  }

  /// The first continuation of a choice that is known to have one.
  private func filled(_ start: [Int]) -> [Int]? {
    var result = start
    while result.count < costs.count {
      guard let step = step(result, from: 0) else { return nil }
      result.append(step)
    }
    return result
  }

  /// The first value at or after a place that can follow a choice.
  private func step(_ start: [Int], from place: Int) -> Int? {
    var (rest, isTopped) = (sum, false)
    for (index, value) in start.enumerated() {
      rest -= costs[index][value]
      isTopped = isTopped || costs[index][value] == largest
    }
    let values = costs[start.count]
    return (place..<max(values.count, place)).first { value in
      values[value] <= largest
        && isReachable(
          rest - values[value], from: start.count + 1,
          withLargest: !isTopped && values[value] != largest)
    }
  }

  private func next(after current: [Int]) -> [Int]? {
    var start = current
    while let last = start.popLast() {
      if let value = step(start, from: last + 1) { return filled(start + [value]) }
    }
    return nil
  }
}
