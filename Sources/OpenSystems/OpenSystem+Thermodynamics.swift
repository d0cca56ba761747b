import ExactAlgebra
import SymbolicAlgebra

extension OpenSystem {
  /// Whether terms of two different frequencies interfere: without them the master equation has Lindblad's
  /// form, and takes states to states.
  public var hasCrossFrequencyTerms: Bool {
    !isSecular && channels.contains { $0.terms.count > 1 }
  }

  /// The rates of all reservoir processes.
  public var rates: [Fraction] { channels.flatMap { $0.terms.map(\.rate) } }

  /// N_i of N = Σ N_i |ε_i⟩⟨ε_i| with [N, X] = −X for the coupling X of every bath: what the couplings
  /// exchange, counted from the least. `nil` if there is no such number.
  public var excitationNumbers: [Int]? {
    guard eigenbasis != nil else { return nil }
    let n = hamiltonian.dimension
    var steps: [(from: Int, to: Int, rise: Int)] = []
    for part in components.flatMap({ $0 }) {
      for a in 0..<n {
        for b in 0..<n where !part.matrix[a, b].isLiterallyZero {
          steps += [(a, b, 1), (b, a, -1)]
        }
      }
    }
    var numbers = [Int?](repeating: nil, count: n)
    for start in 0..<n where numbers[start] == nil {
      numbers[start] = 0
      var (group, pending) = ([start], [start])
      while let i = pending.popLast(), let own = numbers[i] {
        for step in steps where step.from == i {
          if let known = numbers[step.to] {
            if known != own + step.rise { return nil }
          } else {
            numbers[step.to] = own + step.rise
            group.append(step.to)
            pending.append(step.to)
          }
        }
      }
      let least = group.compactMap { numbers[$0] }.min() ?? 0
      for i in group { numbers[i] = numbers[i].map { $0 - least } }
    }
    return numbers.compactMap { $0 }
  }

  /// tr(A 𝒟_bath[ρ]) for an A that is diagonal in the working basis.
  public func flow(
    of diagonal: [Fraction], bath: Int, in state: OperatorMatrix, field: Field
  ) -> Scalar {
    let rate = dissipator(bath: bath, on: state, field: field)
    return diagonal.indices.reduce(Scalar.zero) { $0 + Scalar(diagonal[$1]) * rate[$1, $1] }
  }

  /// w_ab, the rate at which a bath takes population from b to a.
  public func transitionRates(bath: Int) -> [[Fraction]] {
    let n = hamiltonian.dimension
    var result = Array(repeating: Array(repeating: Fraction(0), count: n), count: n)
    for channel in channels where channel.bath == bath {
      for term in channel.terms {
        for a in 0..<n {
          for b in 0..<n where a != b && !term.matrix[a, b].isLiterallyZero {
            let weight = (term.matrix[a, b] * term.matrix[a, b].conjugate).real
            result[a][b] = result[a][b] + Fraction(2) * term.rate * weight
          }
        }
      }
    }
    return result
  }
}
