import ExactAlgebra
import SymbolicAlgebra

/// A dissipator as an expression tree over named frequency components.
public struct DissipatorExpression: Sendable {
  /// The tree, with each rate as a symbol of ``rates``.
  public var expression: OperatorExpression
  /// The rates that stand in it, by the name of their symbol.
  public var rates: [String: Fraction]
}

extension OpenSystem {
  /// Σ r_a (L_a ρ L_b† − L_b† L_a ρ) + H.c. of one bath as a tree, collected rate by rate.
  ///
  /// - Parameters:
  ///   - part: which pairs of frequency components are taken.
  ///   - bath: the bath's place in ``baths``.
  ///   - state: the name of ρ.
  ///   - name: the name of the bath's component at a frequency.
  /// - Returns: `nil` if the part is empty.
  public func dissipatorExpression(
    _ part: Part, bath: Int, state: String, name: (Fraction) -> String
  ) -> DissipatorExpression? {
    var terms: [OperatorExpression] = []
    var rates: [String: Fraction] = [:]
    let rho = OperatorExpression.symbol(state)
    for (number, channel) in channels.enumerated() where channel.bath == bath {
      func jump(_ index: Int) -> OperatorExpression {
        let term = channel.terms[index]
        // An absorption channel holds adjoints of components, at the negative of their frequency.
        if let part = components[bath].first(where: { $0.frequency == term.frequency }) {
          return .symbol(name(part.frequency))
        }
        return .adjoint(.symbol(name(-term.frequency)))
      }
      for a in channel.terms.indices {
        var inside: [OperatorExpression] = []
        for b in channel.terms.indices {
          let isSame = channel.terms[a].frequency == channel.terms[b].frequency
          if isSame ? part == .crossFrequency : part == .sameFrequency || isSecular { continue }
          let (x, y) = (jump(a), jump(b))
          inside += [
            .product([x, rho, y.dagger]), .product([y, rho, x.dagger]),
            .negative(.product([y.dagger, x, rho])), .negative(.product([rho, x.dagger, y])),
          ]
        }
        if inside.isEmpty { continue }
        let symbol = "r_{\(number),\(a)}"
        rates[symbol] = channel.terms[a].rate
        terms.append(.scaled(.symbol(symbol), .sum(inside.collected())))
      }
    }
    return terms.isEmpty
      ? nil : DissipatorExpression(expression: .sum(terms), rates: rates)
  }
}

extension OperatorExpression {
  /// The adjoint, without writing it twice.
  var dagger: OperatorExpression {
    if case .adjoint(let inner) = self { return inner }
    return .adjoint(self)
  }
}

extension [OperatorExpression] {
  /// Equal terms of a sum written once with their number.
  fileprivate func collected() -> [OperatorExpression] {
    var result: [(term: OperatorExpression, count: Int)] = []
    for term in self {
      if let known = result.firstIndex(where: { $0.term == term }) {
        result[known].count += 1
      } else {
        result.append((term, 1))
      }
    }
    return result.map { term, count in
      if count == 1 { return term }
      if case .negative(let inner) = term {
        return .negative(.scaled(.number(Rational(count)), inner))
      }
      return .scaled(.number(Rational(count)), term)
    }
  }
}
