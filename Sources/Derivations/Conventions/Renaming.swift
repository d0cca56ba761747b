import ExactAlgebra
import LaTeXMath

/// What printed names stand for in another convention: another name, times a number.
struct Renaming: Hashable, Sendable {
  struct Target: Hashable, Sendable {
    let factor: Rational
    let name: String
    /// The name as a formula.
    let formula: Formula

    /// - Parameter formula: the name as a formula, where it has been read already.
    init(factor: Rational, name: String, formula: Formula? = nil) {
      self.factor = factor
      self.name = name
      self.formula =
        formula ?? (try? LaTeXReader.formula(in: name)) ?? Formula(.symbol(name), 0..<0)
    }

    /// The same name, so many times.
    func times(_ other: Rational) -> Target {
      Target(factor: factor * other, name: name, formula: formula)
    }
  }

  /// Names that stand for something else than they say, by their declared keys.
  private(set) var targets: [String: Target] = [:]
  private let hasNamesOfTwoParts: Bool

  init(_ targets: [String: Target]) {
    self.targets = targets.filter { $0.value.factor != 1 || $0.value.name != $0.key }
    hasNamesOfTwoParts = self.targets.keys.contains { $0.contains(" ") }
  }

  /// One renaming after the other: what the first one's targets stand for in the second.
  func followed(by other: Renaming) -> Renaming {
    var result = other.targets
    for (name, target) in targets {
      result[name] = other.targets[target.name]?.times(target.factor) ?? target
    }
    return Renaming(result)
  }

  /// Whether it changes one of these names.
  func affects(_ names: Set<String>) -> Bool {
    names.count < targets.count
      ? names.contains { targets[$0] != nil } : targets.keys.contains(where: names.contains)
  }

  /// The formula with every name replaced by what it stands for.
  func callAsFunction(_ formula: Formula) -> Formula {
    formula.replacing { replacement(of: $0) }
  }

  private func replacement(of node: Formula) -> Formula? {
    if let name = node.name, let target = targets[name] { return Self.formula(target, node.range) }
    switch node.kind {
    case .scripted(_, .some, let upper?):
      // The name in a power or conjugate of a name with an index.
      guard let name = node.raised?.name, let target = targets[name] else { return nil }
      return Formula(
        .scripted(Self.formula(target, node.range), subscript: nil, superscript: upper), node.range)
    case .ket(let label):
      return targets[Formula.ketKey(label)].map { Self.formula($0, node.range) }
    case .bra(let label): return bra(label, node.range)
    case .inner(let bra, let ket): return bracket([bra, ket], nil, node.range)
    case .matrixElement(let bra, let middle, let ket):
      return bracket([bra, ket], middle, node.range)
    case .product(let factors): return product(factors, node.range)
    default: return nil
    }
  }

  /// ⟨a| where |a⟩ stands for something else: numbers before kets are real.
  private func bra(_ label: String, _ range: Range<Int>) -> Formula? {
    guard let target = targets[Formula.ketKey(label)], case .ket(let other) = target.formula.kind
    else { return nil }
    return Self.formula(target, Formula(.bra(other), range))
  }

  /// ⟨a|b⟩ or ⟨a|X|b⟩ as a product, where one of the vectors stands for something else.
  private func bracket(
    _ labels: [String], _ middle: Formula?, _ range: Range<Int>
  ) -> Formula? {
    guard labels.contains(where: { targets[Formula.ketKey($0)] != nil }) else { return nil }
    let inside = middle.map { [Formula(.group(.parentheses, [$0]), $0.range)] } ?? []
    let vectors = (Formula(.bra(labels[0]), range), Formula(.ket(labels[1]), range))
    return self(Formula(.product([vectors.0] + inside + [vectors.1]), range))
  }

  /// A product in which two factors are one name that stands for something else.
  private func product(_ factors: [Formula], _ range: Range<Int>) -> Formula? {
    guard hasNamesOfTwoParts else { return nil }
    var result: [Formula] = []
    var isChanged = false
    var rest = factors[...]
    while let first = rest.popFirst() {
      if let second = rest.first, let name = first.compoundName(with: second),
        let target = targets[name]
      {
        rest.removeFirst()
        let place = first.range.lowerBound..<second.range.upperBound
        result.append(Self.formula(target, place))
        isChanged = true
      } else {
        result.append(self(first))
      }
    }
    return isChanged ? Formula(.product(result), range) : nil
  }

  /// In parentheses where a factor stands before the name.
  private static func formula(_ target: Target, _ range: Range<Int>) -> Formula {
    formula(target, Formula(target.formula.kind, range))
  }

  private static func formula(_ target: Target, _ placed: Formula) -> Formula {
    let range = placed.range
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
