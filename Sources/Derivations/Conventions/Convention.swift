import ExactAlgebra
import OpenSystems

/// One way in which a paper's names may stand for something else than what the file declares.
enum Convention: Hashable, Sendable {
  /// Level i of the printed labels is level `order[i]` of the right ones, counted from 0.
  case permutedLevels(Meaning.Basis, order: [Int])
  /// ρ_ij for ρ_ji.
  case transposed
  /// An eigenvector with the other sign.
  case negatedKet(String)
  /// A detuning with the other sign.
  case negatedSymbol(String)
  /// The symbol of a rate stands for so many times the declared one.
  case scaledRate(String, Rational)
  /// Bosons for fermions, or the other way round.
  case otherStatistics(Statistics)

  var isPermutation: Bool {
    if case .permutedLevels = self { return true }
    return false
  }

  var isStatistics: Bool {
    if case .otherStatistics = self { return true }
    return false
  }

  /// Whether it is tried together with others.
  var isCombined: Bool {
    switch self {
    case .permutedLevels, .otherStatistics: false
    case .transposed, .negatedKet, .negatedSymbol, .scaledRate: true
    }
  }

  /// In words, `$ … $` for formulas.
  var statement: String {
    switch self {
    case .permutedLevels(_, let order):
      let moved = order.indices.filter { order[$0] != $0 }
      if moved.count == 2 {
        return "the labels of levels \(moved[0] + 1) and \(moved[1] + 1) are exchanged"
      }
      return "the labels of the levels are "
        + (Self.cycleLength(order).map { "a \($0)-cycle" } ?? "a permutation")
        + " of the right ones"
    case .transposed: return "an element $(i, j)$ is printed for $(j, i)$"
    case .negatedKet(let ket): return "$\(ket)$ has the other sign"
    case .negatedSymbol(let name): return "$\(name)$ has the other sign"
    case .scaledRate(let name, let factor):
      return "$\(name)$ stands for $\(factor.description.replacing("/", with: " / ")) \\, \(name)$"
        + " of the file"
    case .otherStatistics(let kind): return "the reservoirs hold \(kind.rawValue)s"
    }
  }

  /// n for a permutation that moves n labels round in one ring.
  private static func cycleLength(_ order: [Int]) -> Int? {
    guard let start = order.indices.first(where: { order[$0] != $0 }) else { return nil }
    var length = 1
    var place = order[start]
    while place != start {
      place = order[place]
      length += 1
    }
    return length == order.indices.filter { order[$0] != $0 }.count ? length : nil
  }
}
