import ExactAlgebra
import LaTeXMath
import NumericEvaluation
import OpenSystems
import SymbolicAlgebra

extension StateGuard {
  /// A x = b to rounding: away from its samples, an elimination may divide by nearly nothing.
  ///
  /// One combination Σ_i w_i (A x − b)_i of the rows is looked at, with weights that no physics knows, so
  /// that a row that is not solved shows in it.
  init(_ rows: [[RealNode]], _ solution: [RealNode], equals right: [RealNode]) {
    precondition(!right.isEmpty && rows.count == right.count, "a system of equations")
    let zero = right[0].literal(0.0)
    // No weight is zero, and neighbours have different signs.
    let weights = right.indices.map {
      Double(($0 % 2 == 0 ? 1 : -1) * (1 + ($0 * $0 + 3 * $0 + 6) % 97))
    }
    func combined(_ entries: [RealNode]) -> RealNode {
      zip(entries, weights).reduce(zero) { $1.0.isZero ? $0 : $0 + $1.1 * $1.0 }
    }
    var rest = -combined(right)
    var scale = rest.absolute()
    for (column, value) in solution.enumerated() {
      let term = combined(rows.map { $0[column] }) * value
      rest = rest + term
      scale = scale + term.absolute()
    }
    self.init(1e-10 * scale - rest.absolute(), "the equations are solved")
  }
}

extension Context {
  /// Bosons have an occupation at positive ω − μ only.
  mutating func energyGuards(
    _ point: inout PointEnvironment<ComplexNode>, _ known: inout [Int: ComplexNode]
  ) throws -> [StateGuard] {
    var guards: [StateGuard] = []
    for index in known.keys.sorted() {
      guard let rate = reservoirs.description(of: index), rate.statistics == .boson else {
        continue
      }
      let exponent = try number(rate.exponent, &point, &known).re
      guards.append(StateGuard(positive: exponent, "$\(brief(rate.exponent)) > 0$ for bosons"))
    }
    return guards
  }
}

extension PointEnvironment<ComplexNode> {
  /// The symbols lie in their domains, and the restrictions in force hold.
  func domainGuards(_ restrictions: [Scoped]) -> [StateGuard] {
    var point = self
    var guards: [StateGuard] = []
    for (name, value) in values.sorted(by: { $0.key < $1.key }) where !zeros.contains(name) {
      guard let index = base.notation.lookup(name, at: position, in: section),
        case .symbol(.real(let domain)) = base.notation.declarations[index].kind
      else { continue }
      let x = value.re
      switch domain {
      case .real: break
      case .positive: guards.append(StateGuard(positive: x, "$\(name) > 0$"))
      case .nonnegative: guards.append(StateGuard(x, "$\(name) \\geq 0$"))
      case .interval(let low, let high):
        let slack = 1e-12 * max(abs(low.doubleValue), abs(high.doubleValue))
        guards.append(StateGuard(x - (low.doubleValue - slack), "$\(name) \\geq \(low)$"))
        guards.append(StateGuard((high.doubleValue + slack) - x, "$\(name) \\leq \(high)$"))
      }
    }
    for restriction in restrictions { guards += point.guards(of: restriction) }
    return guards.filter { !(($0.node.literalValue ?? -1) >= 0) }
  }

  /// What a restriction says of the values that are known.
  private mutating func guards(of restriction: Scoped) -> [StateGuard] {
    guard let statement = restriction.statement else { return [] }
    let words = "$\(restriction.phrase.text)$"
    let (place, section) = (restriction.position, restriction.section)
    var guards: [StateGuard] = []
    for (number, relation) in statement.relations.enumerated() {
      let (left, right) = (statement.sides[number], statement.sides[number + 1])
      for (a, b) in [(left, right), (right, left)] {
        // An angle equals a value if its cosine and sine do.
        guard let name = a.name, let angle = angle(name, at: place, in: section),
          let value = try? self.number(b, at: place, in: section)
        else { continue }
        guards.append(StateGuard(angle.cosine.re, equals: value.cosine().re, words))
        guards.append(StateGuard(angle.sine.re, equals: value.sine().re, words))
      }
      guard let a = try? self.number(left, at: place, in: section).re,
        let b = try? self.number(right, at: place, in: section).re
      else { continue }
      switch relation.kind {
      case .less: guards.append(StateGuard(positive: b - a, words))
      case .greater: guards.append(StateGuard(positive: a - b, words))
      case .equal: guards.append(StateGuard(a, equals: b, words))
      default: break
      }
    }
    return guards
  }
}
