import ExactAlgebra
import LaTeXMath

/// What printed names stand for in another convention: another name, times a number.
struct Renaming: Hashable, Sendable {
  struct Target: Hashable, Sendable {
    var factor: Rational
    var name: String
  }

  /// Names that stand for something else than they say, by their declared keys.
  private(set) var targets: [String: Target] = [:]

  init(_ targets: [String: Target]) {
    self.targets = targets.filter { $0.value != Target(factor: 1, name: $0.key) }
  }

  /// One renaming after the other: what the first one's targets stand for in the second.
  func followed(by other: Renaming) -> Renaming {
    var result = other.targets
    for (name, target) in targets {
      let next = other.targets[target.name] ?? Target(factor: 1, name: target.name)
      result[name] = Target(factor: target.factor * next.factor, name: next.name)
    }
    return Renaming(result)
  }

  /// Whether a name that it changes occurs.
  func affects(_ formula: Formula) -> Bool {
    var found = false
    _ = formula.replacing { node in
      if replacement(of: node) != nil { found = true }
      return nil
    }
    return found
  }

  /// The formula with every name replaced by what it stands for.
  func callAsFunction(_ formula: Formula) -> Formula {
    formula.replacing { replacement(of: $0) }
  }

  private func replacement(of node: Formula) -> Formula? {
    if let (key, argument) = node.declarationKey, argument == nil, let target = targets[key] {
      return Self.formula(target, node.range)
    }
    // A power or conjugate of a name with an index.
    if case .scripted(let base, let lower?, let upper?) = node.kind {
      let short = Formula(.scripted(base, subscript: lower, superscript: nil), node.range)
      guard let name = short.name, let target = targets[name] else { return nil }
      return Formula(
        .scripted(Self.formula(target, node.range), subscript: nil, superscript: upper),
        node.range)
    }
    return nil
  }

  /// In parentheses where a factor stands before the name.
  private static func formula(_ target: Target, _ range: Range<Int>) -> Formula {
    let name = (try? LaTeXReader.formula(in: target.name)) ?? Formula(.symbol(target.name), range)
    let placed = Formula(name.kind, range)
    if target.factor == 1 { return placed }
    func number(_ value: Integer) -> Formula {
      Formula(.number(value.magnitude.description), range)
    }
    let magnitude = Formula(
      .quotient(number(target.factor.numerator), number(target.factor.denominator)), range)
    let product = Formula(.product([magnitude, placed]), range)
    let sign: Formula.Sign = target.factor < 0 ? .minus : .plus
    return Formula(
      .group(
        .parentheses,
        [Formula(.sum([.init(sign: sign, signRange: range, formula: product)]), range)]), range)
  }
}
