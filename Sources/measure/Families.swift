import ExactAlgebra

/// Markov chains that grow: the steady state of n states, Σ p = 1 in the place of the last equation.
enum Chain: String, CaseIterable, Sendable {
  /// States in a row, two rates between neighbours, all symbols.
  case line
  /// States in a ring, two rates between neighbours, all symbols.
  case ring
  /// A rate from every state to every other, all symbols: nⁿ⁻² spanning trees for each state.
  case full
  /// An exclusion process on log₂ n sites, exchange rate 1, with four symbols for the ends.
  case ssep

  /// The equations for `count` states.
  ///
  /// - Precondition: at least 2 states; a power of 2, at least 4, for `ssep`.
  func system(_ count: Int) -> NamedSystem {
    let rates = rates(count)
    var rows = [[Polynomial]](
      repeating: [Polynomial](repeating: .zero, count: count), count: count)
    for (from, to, rate) in rates {
      rows[to][from] += rate
      rows[from][from] -= rate
    }
    rows[count - 1] = [Polynomial](repeating: .one, count: count)
    var right = [Polynomial](repeating: .zero, count: count)
    right[count - 1] = .one
    let last = rates.flatMap(\.rate.variables).max() ?? -1
    return NamedSystem(
      name: "\(rawValue)_n\(count)", symbolCount: last + 1,
      system: LinearSystem(matrix: rows, rightHandSide: right))
  }

  /// Jumps and their rates.
  private func rates(_ count: Int) -> [(from: Int, to: Int, rate: Polynomial)] {
    func bond(_ number: Int, _ a: Int, _ b: Int) -> [(Int, Int, Polynomial)] {
      [(a, b, .variable(2 * number)), (b, a, .variable(2 * number + 1))]
    }
    switch self {
    case .line: return (0..<count - 1).flatMap { bond($0, $0, $0 + 1) }
    case .ring: return (0..<count).flatMap { bond($0, $0, ($0 + 1) % count) }
    case .full:
      let pairs = (0..<count).flatMap { a in (0..<count).map { (a, $0) } }.filter { $0 != $1 }
      return pairs.enumerated().map { ($1.0, $1.1, .variable($0)) }
    case .ssep: return (0..<count).flatMap { exclusion(from: $0, count) }
    }
  }

  /// Particles are the bits of a state; they hop to empty neighbours and come and go at both ends.
  private func exclusion(from state: Int, _ count: Int) -> [(Int, Int, Polynomial)] {
    var jumps: [(Int, Int, Polynomial)] = []
    var pair = 3
    while pair < count {
      if ![0, pair].contains(state & pair) { jumps.append((state, state ^ pair, .one)) }
      pair <<= 1
    }
    for (number, end) in [1, count / 2].enumerated() {
      let isFull = state & end != 0
      jumps.append((state, state ^ end, .variable(2 * number + (isFull ? 1 : 0))))
    }
    return jumps
  }
}
